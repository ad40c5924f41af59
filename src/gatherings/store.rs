//! SQL of series and gatherings.

use jiff::civil::Date;

use super::{Gathering, Series, Viewer};
use crate::clock::Instant;
use crate::database::{Connection, Result, Text, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{row, rows, run};

/// One series.
pub async fn series(db: &mut Connection, id: SeriesId) -> Result<Option<Series>> {
    row!(
        db,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version
         from series where id = $1",
        id
    )
    .await
}

/// The series a person may see, those that end latest first.
pub async fn series_seen(db: &mut Connection, viewer: Viewer) -> Result<Vec<Series>> {
    rows!(
        db,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version
         from series
         where (series.audience = 'public' or ($2 and (series.audience = 'district' or $3
                or exists (select 1 from series_hosts where series_id = series.id and person_id = $1)
                or exists (select 1 from series_invited where series_id = series.id and person_id = $1))))
         order by last_date desc, id",
        viewer.person,
        viewer.signed_in,
        viewer.steward
    )
    .await
}

/// One gathering.
pub async fn gathering(db: &mut Connection, id: GatheringId) -> Result<Option<Gathering>> {
    row!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where id = $1",
        id
    )
    .await
}

/// All gatherings of a series, in time.
pub async fn gatherings_of(db: &mut Connection, series: SeriesId) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where series_id = $1 order by starts_at, id",
        series
    )
    .await
}

/// The gatherings a person may see that end after `from` and start before `to`, in time; at most `most`.
pub async fn between(
    db: &mut Connection,
    viewer: Viewer,
    from: Instant,
    to: Instant,
    most: i64,
) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings
         where ends_at > $4 and starts_at < $5
           and (gatherings.audience = 'public' or ($2 and (gatherings.audience = 'district' or $3
                or exists (select 1 from series_hosts h where h.series_id = gatherings.series_id and h.person_id = $1)
                or exists (select 1 from series_invited i where i.series_id = gatherings.series_id and i.person_id = $1)
                or exists (select 1 from gathering_hosts h where h.gathering_id = gatherings.id and h.person_id = $1)
                or exists (select 1 from gathering_invited i where i.gathering_id = gatherings.id and i.person_id = $1))))
         order by starts_at, id limit $6",
        viewer.person,
        viewer.signed_in,
        viewer.steward,
        from,
        to,
        most
    )
    .await
}

/// The gatherings a person hosts that end after `from`, in time.
pub async fn hosted_by(db: &mut Connection, person: PersonId, from: Instant, most: i64) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings
         where ends_at > $2
           and (exists (select 1 from series_hosts h where h.series_id = gatherings.series_id and h.person_id = $1)
                or exists (select 1 from gathering_hosts h where h.gathering_id = gatherings.id and h.person_id = $1))
         order by starts_at, id limit $3",
        person,
        from,
        most
    )
    .await
}

/// How a person is tied to a gathering or series.
#[derive(Debug, Clone, Copy, Default, sqlx::FromRow)]
pub struct Tie {
    /// Whether they host it.
    pub host: bool,
    /// Whether they were invited by name.
    pub invited: bool,
}

/// How a person is tied to a gathering, by itself or through its series.
pub async fn gathering_tie(
    db: &mut Connection,
    gathering: GatheringId,
    series: Option<SeriesId>,
    person: PersonId,
) -> Result<Tie> {
    let tie = row!(
        db,
        Tie,
        "select exists (select 1 from gathering_hosts where gathering_id = $1 and person_id = $3)
                or exists (select 1 from series_hosts where series_id = $2 and person_id = $3) as host,
                exists (select 1 from gathering_invited where gathering_id = $1 and person_id = $3)
                or exists (select 1 from series_invited where series_id = $2 and person_id = $3) as invited",
        gathering,
        series,
        person
    );
    Ok(tie.await?.unwrap_or_default())
}

/// How a person is tied to a series.
pub async fn series_tie(db: &mut Connection, series: SeriesId, person: PersonId) -> Result<Tie> {
    let tie = row!(
        db,
        Tie,
        "select exists (select 1 from series_hosts where series_id = $1 and person_id = $2) as host,
                exists (select 1 from series_invited where series_id = $1 and person_id = $2) as invited",
        series,
        person
    );
    Ok(tie.await?.unwrap_or_default())
}

#[derive(sqlx::FromRow)]
struct Who {
    person_id: PersonId,
}

fn ids(rows: Vec<Who>) -> Vec<PersonId> {
    rows.into_iter().map(|row| row.person_id).collect()
}

/// Who hosts a series.
pub async fn series_hosts(db: &mut Connection, series: SeriesId) -> Result<Vec<PersonId>> {
    rows!(db, Who, "select person_id from series_hosts where series_id = $1 order by person_id", series).await.map(ids)
}

/// Who hosts a gathering, by itself or through its series.
pub async fn gathering_hosts(db: &mut Connection, gathering: &Gathering) -> Result<Vec<PersonId>> {
    rows!(
        db,
        Who,
        "select person_id from gathering_hosts where gathering_id = $1
         union select person_id from series_hosts where series_id = $2 order by person_id",
        gathering.id,
        gathering.series_id
    )
    .await
    .map(ids)
}

/// Who was invited to a series by name.
pub async fn invited_to_series(db: &mut Connection, series: SeriesId) -> Result<Vec<PersonId>> {
    rows!(db, Who, "select person_id from series_invited where series_id = $1 order by person_id", series)
        .await
        .map(ids)
}

/// Adds a series.
pub async fn insert_series(db: &mut Writing, series: &Series) -> Result<()> {
    run!(
        db,
        "insert into series (id, title, about, weekdays, every_weeks, first_date, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
        series.id,
        &series.title,
        &series.about,
        series.weekdays,
        series.every_weeks,
        series.first_date,
        series.last_date,
        series.starts,
        series.ends,
        &series.zone,
        series.school_id,
        &series.place,
        &series.link,
        series.audience,
        series.capacity,
        series.welcome_minutes,
        series.close_minutes,
        series.created_by,
        series.created_at,
        series.updated_at,
        series.version
    )
    .await?;
    Ok(())
}

/// Adds a day off.
pub async fn insert_day_off(db: &mut Writing, series: SeriesId, date: Date, reason: &str) -> Result<()> {
    run!(db, "insert into series_days_off (series_id, date, reason) values ($1, $2, $3)", series, Text(date), reason)
        .await?;
    Ok(())
}

/// Adds a host to a series.
pub async fn add_series_host(db: &mut Writing, series: SeriesId, person: PersonId) -> Result<()> {
    run!(db, "insert into series_hosts (series_id, person_id) values ($1, $2) on conflict do nothing", series, person)
        .await?;
    Ok(())
}

/// Invites a person to a series.
pub async fn invite_to_series(db: &mut Writing, series: SeriesId, person: PersonId, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into series_invited (series_id, person_id, invited_at) values ($1, $2, $3) on conflict do nothing",
        series,
        person,
        now
    )
    .await?;
    Ok(())
}

/// Adds a gathering.
pub async fn insert_gathering(db: &mut Writing, gathering: &Gathering) -> Result<()> {
    run!(
        db,
        "insert into gatherings (id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
                 $24, $25)",
        gathering.id,
        gathering.series_id,
        gathering.rule_date,
        &gathering.title,
        &gathering.about,
        gathering.date,
        gathering.starts,
        gathering.ends,
        &gathering.zone,
        gathering.starts_at,
        gathering.ends_at,
        gathering.school_id,
        &gathering.place,
        &gathering.link,
        gathering.audience,
        gathering.capacity,
        gathering.welcome_minutes,
        gathering.close_minutes,
        gathering.state,
        gathering.moved,
        &gathering.note,
        gathering.created_by,
        gathering.created_at,
        gathering.updated_at,
        gathering.version
    )
    .await?;
    Ok(())
}
