//! SQL of carrying topics over.

use super::super::found;
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, TopicId};
use crate::{rows, run};

/// The gatherings that have topics on the table.
pub async fn waiting(db: &mut Connection) -> Result<Vec<GatheringId>> {
    #[derive(sqlx::FromRow)]
    struct Where {
        gathering_id: GatheringId,
    }
    let found =
        rows!(db, Where, "select distinct gathering_id from topics where state = 'proposed' order by gathering_id");
    Ok(found.await?.into_iter().map(|found| found.gathering_id).collect())
}

/// The topics on the table of a gathering, and whether its published agenda has them.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Open {
    /// The topic.
    pub id: TopicId,
    /// Whether it is on the published agenda.
    pub published: bool,
}

/// See [`Open`].
pub async fn open(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Open>> {
    rows!(
        db,
        Open,
        "select id, exists (select 1 from agenda_topics line
                            join agendas on agendas.gathering_id = line.gathering_id
                            where line.gathering_id = $1 and line.topic_id = topics.id
                              and line.published is not null and agendas.published_at is not null) as published
         from topics where gathering_id = $1 and state = 'proposed' order by created_at, id",
        gathering
    )
    .await
}

/// Says of a topic on the table that it was spoken of, or is let go.
pub async fn close(db: &mut Writing, id: TopicId, shared: bool, now: Instant) -> Result<()> {
    run!(
        db,
        "update topics set state = case when $2 then 'shared' else 'left' end, updated_at = $3, version = version + 1
         where id = $1 and state = 'proposed'",
        id,
        shared,
        now
    )
    .await?;
    Ok(())
}

/// Carries what is still on the table to another gathering; how many.
pub async fn carry(db: &mut Writing, from: GatheringId, to: GatheringId, now: Instant) -> Result<u64> {
    run!(
        db,
        "insert into topic_carries (topic_id, from_gathering, to_gathering, carried_at)
         select id, $1, $2, $3 from topics where gathering_id = $1 and state = 'proposed'
         on conflict (topic_id, from_gathering) do update set to_gathering = $2, carried_at = $3",
        from,
        to,
        now
    )
    .await?;
    let carried = run!(
        db,
        "update topics set gathering_id = $2, carried = carried + 1 where gathering_id = $1 and state = 'proposed'",
        from,
        to
    )
    .await?;
    found::put_all(db, to).await?;
    Ok(carried)
}

/// Lets go of what is still on the table; how many.
pub async fn leave(db: &mut Writing, gathering: GatheringId, now: Instant) -> Result<u64> {
    run!(
        db,
        "update topics set state = 'left', updated_at = $2, version = version + 1
         where gathering_id = $1 and state = 'proposed'",
        gathering,
        now
    )
    .await
}

/// How many topics of a gathering are closed or were carried away, and still could come back.
pub async fn settled(db: &mut Connection, gathering: GatheringId) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Count {
        count: i64,
    }
    let found = rows!(
        db,
        Count,
        "select (select count(*) from topics where gathering_id = $1 and state in ('shared', 'left'))
                + (select count(*) from topic_carries
                   join topics on topics.id = topic_id and topics.gathering_id = to_gathering
                   where from_gathering = $1 and topics.state = 'proposed') as count",
        gathering
    );
    Ok(found.await?.first().map_or(0, |count| count.count))
}

/// Puts everything back on the table of a gathering: what was closed there, and what was carried to
/// the next and still waits there.
pub async fn reopen(db: &mut Writing, gathering: GatheringId, now: Instant) -> Result<()> {
    run!(
        db,
        "update topics set gathering_id = $1, carried = carried - 1
         where state = 'proposed' and id in (select topic_id from topic_carries
               where from_gathering = $1 and to_gathering = topics.gathering_id)",
        gathering
    )
    .await?;
    run!(
        db,
        "delete from topic_carries where from_gathering = $1
            and topic_id in (select id from topics where gathering_id = $1)",
        gathering
    )
    .await?;
    run!(
        db,
        "update topics set state = 'proposed', updated_at = $2, version = version + 1
         where gathering_id = $1 and state in ('shared', 'left')",
        gathering,
        now
    )
    .await?;
    found::put_all(db, gathering).await
}
