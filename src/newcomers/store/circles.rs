//! SQL of the circles that newcomers were told of.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, NewcomerId, PersonId};
use crate::newcomers::named::Named;
use crate::newcomers::newcomer::Newcomer;
use crate::{rows, rows_of, run, twenty};

/// What a newcomer was told of last, in order.
pub async fn circles(db: &mut Connection, newcomer: NewcomerId) -> Result<Vec<Named>> {
    let mut named = ever_named(db, newcomer).await?;
    named.retain(|named| !named.former);
    Ok(named)
}

/// What a newcomer was told of, the last first, and before that where a host was told too.
pub async fn ever_named(db: &mut Connection, newcomer: NewcomerId) -> Result<Vec<Named>> {
    rows!(
        db,
        Named,
        "select newcomer_id, place, kind, circle_id, gathering_id, host_id, reasons, told_at, greeted_at, former
         from newcomer_circles where newcomer_id = $1 order by place",
        newcomer
    )
    .await
}

/// How many newcomers each host was named to since.
pub async fn greeting(db: &mut Connection, since: Instant) -> Result<Vec<(PersonId, i64)>> {
    #[derive(sqlx::FromRow)]
    struct Greeting {
        host_id: PersonId,
        many: i64,
    }
    let many = rows!(
        db,
        Greeting,
        "select host_id, count(*) as many from newcomer_circles
         where host_id is not null and told_at > $1 group by host_id order by host_id",
        since
    );
    Ok(many.await?.into_iter().map(|row| (row.host_id, row.many)).collect())
}

/// Tells a newcomer of other circles. Those of before whose host was told are kept behind them.
pub async fn set_circles(db: &mut Writing, newcomer: NewcomerId, circles: &[Named]) -> Result<()> {
    let mut former = ever_named(db, newcomer).await?;
    former.retain(|one| one.told_at.is_some() && circles.iter().all(|named| !named.is_of_same(one)));
    former.iter_mut().for_each(|one| one.former = true);
    run!(db, "delete from newcomer_circles where newcomer_id = $1", newcomer).await?;
    let behind = circles.iter().map(|named| named.place + 1).max().unwrap_or(0);
    let places = circles.iter().map(|named| named.place).chain(behind..);
    for (named, place) in circles.iter().chain(&former).zip(places) {
        run!(
            db,
            "insert into newcomer_circles (newcomer_id, place, kind, circle_id, gathering_id, host_id, reasons, told_at, greeted_at,
                 former)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            newcomer,
            place,
            named.kind,
            named.circle_id,
            named.gathering_id,
            named.host_id,
            &named.reasons,
            named.told_at,
            named.greeted_at,
            named.former
        )
        .await?;
    }
    Ok(())
}

/// The host was told.
pub async fn told(db: &mut Writing, newcomer: NewcomerId, place: i64, now: Instant) -> Result<()> {
    run!(db, "update newcomer_circles set told_at = $3 where newcomer_id = $1 and place = $2", newcomer, place, now)
        .await?;
    Ok(())
}

/// A host greets, in every circle in which they were named; 0 when they did before.
pub async fn greet(db: &mut Writing, newcomer: NewcomerId, host: PersonId, now: Instant) -> Result<u64> {
    run!(
        db,
        "update newcomer_circles set greeted_at = $3 where newcomer_id = $1 and host_id = $2 and greeted_at is null",
        newcomer,
        host,
        now
    )
    .await
}

/// The newcomers a host was named to, the last first.
pub async fn named_to(db: &mut Connection, host: PersonId, most: i64) -> Result<Vec<Newcomer>> {
    rows!(
        db,
        Newcomer,
        "select newcomers.* from newcomers
         where id in (select newcomer_id from newcomer_circles where host_id = $1 and told_at is not null)
           and person_id is not null
         order by updated_at desc, id limit $2",
        host,
        most
    )
    .await
}

/// The newcomers for whom this is the date that fits, who answered first first.
pub async fn expected(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Newcomer>> {
    rows!(
        db,
        Newcomer,
        "select newcomers.* from newcomers
         where id in (select newcomer_id from newcomer_circles where gathering_id = $1 and not former) and person_id is not null
         order by answered_at, id limit 20",
        gathering
    )
    .await
}

/// The circles of these newcomers: whom, and which.
pub async fn circles_of(db: &mut Connection, newcomers: &[NewcomerId]) -> Result<Vec<(NewcomerId, uuid::Uuid)>> {
    #[derive(sqlx::FromRow)]
    struct Of {
        newcomer_id: NewcomerId,
        circle_id: uuid::Uuid,
    }
    let found = rows_of!(
        db,
        Of,
        concat!("select newcomer_id, circle_id from newcomer_circles where newcomer_id in ", twenty!()),
        newcomers
    );
    Ok(found.await?.into_iter().map(|row| (row.newcomer_id, row.circle_id)).collect())
}
