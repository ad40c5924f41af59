//! SQL of one gathering that is held while it is answered or changed, and of one with how somebody is tied to it.

use super::Tie;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::{Gathering, Series};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{held, row};

/// One gathering, held by this transaction until it ends: who counts its places must do so while
/// nobody else can. On SQLite the one writer holds everything anyway.
pub async fn lock(db: &mut Writing, id: GatheringId) -> Result<Option<Gathering>> {
    held!(
        db,
        alone,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where id = $1",
        id
    )
    .await
}

/// One gathering with room for everyone, held by this transaction together with others who do no more than answer
/// it: there are no places to count, and nobody changes it meanwhile. A hall that answers at once need not take turns.
pub async fn share_roomy(db: &mut Writing, id: GatheringId) -> Result<Option<Gathering>> {
    held!(
        db,
        shared,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where id = $1 and capacity is null",
        id
    )
    .await
}

/// A gathering, and how somebody is tied to it.
#[derive(Debug, sqlx::FromRow)]
struct Tied {
    #[sqlx(flatten)]
    gathering: Gathering,
    #[sqlx(flatten)]
    tie: Tie,
}

/// One gathering, and how a person is tied to it, by itself or through its series.
pub async fn tied_gathering(
    db: &mut Connection,
    id: GatheringId,
    person: PersonId,
) -> Result<Option<(Gathering, Tie)>> {
    let found = row!(
        db,
        Tied,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version,
                exists (select 1 from gathering_hosts h where h.gathering_id = gatherings.id and h.person_id = $2)
                or exists (select 1 from series_hosts h where h.series_id = gatherings.series_id and h.person_id = $2) as host,
                exists (select 1 from gathering_invited i where i.gathering_id = gatherings.id and i.person_id = $2)
                or exists (select 1 from series_invited i where i.series_id = gatherings.series_id and i.person_id = $2) as invited
         from gatherings where id = $1",
        id,
        person
    );
    Ok(found.await?.map(|found| (found.gathering, found.tie)))
}

/// A series, and how somebody is tied to it.
#[derive(Debug, sqlx::FromRow)]
struct TiedSeries {
    #[sqlx(flatten)]
    series: Series,
    #[sqlx(flatten)]
    tie: Tie,
}

/// One series, and how a person is tied to it.
pub async fn tied_series(db: &mut Connection, id: SeriesId, person: PersonId) -> Result<Option<(Series, Tie)>> {
    let found = row!(
        db,
        TiedSeries,
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar,
                exists (select 1 from series_hosts h where h.series_id = series.id and h.person_id = $2) as host,
                exists (select 1 from series_invited i where i.series_id = series.id and i.person_id = $2) as invited
         from series where id = $1",
        id,
        person
    );
    Ok(found.await?.map(|found| (found.series, found.tie)))
}
