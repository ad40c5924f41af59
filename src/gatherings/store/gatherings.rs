//! SQL of gatherings.

use jiff::civil::Date;

use crate::clock::Instant;
use crate::database::{Connection, Result, Text, Writing};
use crate::gatherings::{Audience, Gathering, Viewer, found};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{row, rows, rows_of, run, search, twenty};

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

/// The gatherings of a series that are not over, in time, whether planned or cancelled.
pub async fn upcoming_of(db: &mut Connection, series: SeriesId, now: Instant) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where series_id = $1 and ends_at > $2 order by starts_at, id",
        series,
        now
    )
    .await
}

/// The latest gatherings of a series that are over, the last first; at most `most`.
pub async fn latest_of(db: &mut Connection, series: SeriesId, now: Instant, most: i64) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where series_id = $1 and ends_at <= $2 order by starts_at desc, id desc limit $3",
        series,
        now,
        most
    )
    .await
}

/// The gatherings of a series from one day to another, in time.
pub async fn dated_of(db: &mut Connection, series: SeriesId, (from, to): (Date, Date)) -> Result<Vec<Gathering>> {
    rows!(
        db,
        Gathering,
        "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
         from gatherings where series_id = $1 and date >= $2 and date <= $3 order by starts_at, id",
        series,
        Text(from),
        Text(to)
    )
    .await
}

/// Before when nothing can have started that ends after an instant: a gathering is of one day, which has at
/// most 25 hours. Said beside the end, it lets an index of starts find where to begin.
pub fn could_start(ends_after: Instant) -> Instant {
    ends_after.plus_seconds(-25 * 3600)
}

/// The gatherings of these ids, in time.
pub async fn some(db: &mut Connection, ids: &[GatheringId]) -> Result<Vec<Gathering>> {
    let found = rows_of!(
        db,
        Gathering,
        concat!(
            "select id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                    audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version
             from gatherings where id in ",
            twenty!()
        ),
        ids
    );
    let mut found = found.await?;
    found.sort_by_key(|gathering| (gathering.starts_at, gathering.id));
    Ok(found)
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
         where ends_at > $4 and starts_at < $5 and starts_at > $7
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
        most,
        could_start(from)
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
           and id in (select of_series.id from series_hosts h join gatherings of_series on of_series.series_id = h.series_id
                      where h.person_id = $1
                      union all select gathering_id from gathering_hosts where person_id = $1)
         order by starts_at, id limit $3",
        person,
        from,
        most
    )
    .await
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
    // Here, so that no way of making one can forget it.
    found::put_new(db, gathering).await
}

/// Writes a gathering that exists, whole.
pub async fn update_gathering(db: &mut Writing, gathering: &Gathering) -> Result<()> {
    run!(
        db,
        "update gatherings set title = $2, about = $3, date = $4, starts = $5, ends = $6, zone = $7, starts_at = $8, ends_at = $9,
                school_id = $10, place = $11, link = $12, audience = $13, capacity = $14, welcome_minutes = $15,
                close_minutes = $16, state = $17, moved = $18, note = $19, updated_at = $20, version = $21,
                rule_date = $22
         where id = $1",
        gathering.id,
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
        gathering.updated_at,
        gathering.version,
        gathering.rule_date
    )
    .await?;
    found::put_gathering(db, gathering).await
}

/// The gatherings of the series to which a person was invited by name, that end after an instant and start before
/// another, in time; at most `most`.
pub async fn ahead_of_invited(
    db: &mut Connection,
    person: PersonId,
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
         where series_id in (select series_id from series_invited where person_id = $1)
           and ends_at > $2 and starts_at < $3
         order by starts_at, id limit $4",
        person,
        from,
        to,
        most
    )
    .await
}

/// Forgets a gathering in which nobody had a hand.
pub async fn delete_gathering(db: &mut Writing, id: GatheringId) -> Result<()> {
    run!(db, "delete from gatherings where id = $1", id).await?;
    search::stand(db, id.0, None).await
}

/// Lets all gatherings of a series, also those that are over, be seen by another audience.
pub async fn set_audience(db: &mut Writing, series: SeriesId, audience: Audience) -> Result<()> {
    run!(db, "update gatherings set audience = $2, version = version + 1 where series_id = $1", series, audience)
        .await?;
    search::set_audience(db, series.0, audience.into()).await
}
