//! SQL of agendas.

use super::super::{Agenda, Line, Pin};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::{row, rows, run};

/// What a host made of the agenda of a gathering, if anything.
pub async fn agenda(db: &mut Connection, gathering: GatheringId) -> Result<Option<Agenda>> {
    row!(
        db,
        Agenda,
        "select published_at, kept, updated_by, since, version from agendas where gathering_id = $1",
        gathering
    )
    .await
}

/// What is kept of each topic on an agenda; topics that were carried on are not in it.
pub async fn lines(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Line>> {
    rows!(
        db,
        Line,
        "select topic_id, pin, position, published, told_at from agenda_topics
         where gathering_id = $1
           and topic_id in (select id from topics where gathering_id = $1 and state in ('proposed', 'shared', 'left'))
         order by position, topic_id",
        gathering
    )
    .await
}

/// Opens an agenda for a change; 0 when someone else changed it since `version`, and then nothing may
/// be done. The row stays locked until the transaction ends.
pub async fn touch(
    db: &mut Writing,
    gathering: GatheringId,
    person: PersonId,
    version: i64,
    now: Instant,
) -> Result<u64> {
    run!(
        db,
        "insert into agendas (gathering_id, published_at, kept, updated_by, since, updated_at, version)
         values ($1, null, false, $2, 0, $4, 1)
         on conflict (gathering_id) do update
            set since = case when agendas.updated_by = $2 then agendas.since else agendas.version end,
                updated_by = $2, updated_at = $4, version = agendas.version + 1
            where agendas.version = $3 or (agendas.updated_by = $2 and $3 >= agendas.since)",
        gathering,
        person,
        version,
        now
    )
    .await
}

/// Keeps a speaking order, or lets the agenda be fitted anew each time.
pub async fn keep(db: &mut Writing, gathering: GatheringId, order: Option<&[TopicId]>) -> Result<()> {
    run!(db, "update agendas set kept = $2 where gathering_id = $1", gathering, order.is_some()).await?;
    run!(db, "update agenda_topics set position = null where gathering_id = $1", gathering).await?;
    for (place, topic) in (1_i64..).zip(order.unwrap_or_default()) {
        run!(
            db,
            "insert into agenda_topics (gathering_id, topic_id, position) values ($1, $2, $3)
             on conflict (gathering_id, topic_id) do update set position = $3",
            gathering,
            topic,
            place
        )
        .await?;
    }
    Ok(())
}

/// Pins a topic, or takes the pin out.
pub async fn pin(db: &mut Writing, gathering: GatheringId, topic: TopicId, pin: Option<Pin>) -> Result<()> {
    run!(
        db,
        "insert into agenda_topics (gathering_id, topic_id, pin) values ($1, $2, $3)
         on conflict (gathering_id, topic_id) do update set pin = $3",
        gathering,
        topic,
        pin
    )
    .await?;
    Ok(())
}

/// Shows members the order that is kept.
pub async fn publish(db: &mut Writing, gathering: GatheringId, now: Instant) -> Result<()> {
    run!(db, "update agendas set published_at = coalesce(published_at, $2) where gathering_id = $1", gathering, now)
        .await?;
    run!(db, "update agenda_topics set published = position where gathering_id = $1", gathering).await?;
    Ok(())
}

/// Takes an agenda back from the members.
pub async fn unpublish(db: &mut Writing, gathering: GatheringId) -> Result<()> {
    run!(db, "update agendas set published_at = null where gathering_id = $1", gathering).await?;
    run!(db, "update agenda_topics set published = null where gathering_id = $1", gathering).await?;
    Ok(())
}

/// Notes that the proposers of everything on the published agenda were told.
pub async fn told(db: &mut Writing, gathering: GatheringId, now: Instant) -> Result<()> {
    run!(
        db,
        "update agenda_topics set told_at = $2 where gathering_id = $1 and published is not null and told_at is null",
        gathering,
        now
    )
    .await?;
    Ok(())
}

/// A topic on a published agenda.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Published {
    /// The topic.
    pub id: TopicId,
    /// What it is called.
    pub title: String,
    /// Who proposed it.
    pub person_id: PersonId,
    /// Minutes it has.
    pub minutes: i64,
    /// Whether a host pinned it.
    pub pinned: bool,
}

/// The published agenda in speaking order; empty when there is none.
pub async fn published(db: &mut Connection, gathering: &Gathering) -> Result<Vec<Published>> {
    rows!(
        db,
        Published,
        "select topics.id, topics.title, topics.person_id, topics.minutes,
                coalesce(line.pin, '') = 'in' as pinned
         from agenda_topics line
         join agendas on agendas.gathering_id = line.gathering_id
         join topics on topics.id = line.topic_id and topics.gathering_id = line.gathering_id
         where line.gathering_id = $1 and line.published is not null and agendas.published_at is not null
           and topics.state in ('proposed', 'shared', 'left')
         order by line.published, topics.id",
        gathering.id
    )
    .await
}

/// How many places on published agendas more than one topic holds.
pub async fn shared_positions(db: &mut Connection) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Row {
        twice: i64,
    }
    let twice = row!(
        db,
        Row,
        "select count(*) as twice from (
             select 1 as one from agenda_topics where published is not null
             group by gathering_id, published having count(*) > 1) shared"
    );
    Ok(twice.await?.map_or(0, |row| row.twice))
}
