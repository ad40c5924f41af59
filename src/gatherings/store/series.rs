//! SQL of series and their days off.

use calendar::rule::Except;
use jiff::civil::Date;

use crate::database::{Connection, Result, Text, Writing};
use crate::gatherings::{Series, Viewer, found};
use crate::ids::{PersonId, SchoolId, SeriesId};
use crate::{held, row, rows, run};

/// One series.
pub async fn series(db: &mut Connection, id: SeriesId) -> Result<Option<Series>> {
    row!(
        db,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar
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
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar
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

/// A page of the series a person may see, at a school or anywhere, those that end latest first.
pub async fn series_page(
    db: &mut Connection,
    viewer: Viewer,
    school: Option<SchoolId>,
    most: i64,
    skipped: i64,
) -> Result<Vec<Series>> {
    rows!(
        db,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar
         from series
         where (school_id = $4 or cast($4 as uuid) is null)
           and (series.audience = 'public' or ($2 and (series.audience = 'district' or $3
                or exists (select 1 from series_hosts where series_id = series.id and person_id = $1)
                or exists (select 1 from series_invited where series_id = series.id and person_id = $1))))
         order by last_date desc, id desc limit $5 offset $6",
        viewer.person,
        viewer.signed_in,
        viewer.steward,
        school,
        most,
        skipped
    )
    .await
}

/// The series a person hosts, those that end latest first.
pub async fn series_hosted_by(db: &mut Connection, person: PersonId, most: i64) -> Result<Vec<Series>> {
    rows!(
        db,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar
         from series where id in (select series_id from series_hosts where person_id = $1)
         order by last_date desc, id desc limit $2",
        person,
        most
    )
    .await
}

/// One series, held by this transaction until it ends, so that two who change it take turns.
pub async fn lock_series(db: &mut Writing, id: SeriesId) -> Result<Option<Series>> {
    held!(
        db,
        alone,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar
         from series where id = $1",
        id
    )
    .await
}

/// A day on which a series does not meet.
#[derive(Debug, sqlx::FromRow)]
struct DayOff {
    date: Text<Date>,
    reason: String,
    of_calendar: bool,
}

/// The days off of a series, its own and those of the district's calendar that it has taken over, in their
/// order.
pub async fn days_off(db: &mut Connection, series: SeriesId) -> Result<Vec<Except>> {
    let (own, calendar) = days_off_apart(db, series).await?;
    let mut all = [own, calendar].concat();
    all.sort_by_key(|day| day.date);
    Ok(all)
}

/// The days off of a series: its own, and those of the district's calendar.
pub async fn days_off_apart(db: &mut Connection, series: SeriesId) -> Result<(Vec<Except>, Vec<Except>)> {
    let days = rows!(
        db,
        DayOff,
        "select date, reason, of_calendar from series_days_off where series_id = $1 order by date",
        series
    );
    let (calendar, own): (Vec<_>, Vec<_>) = days.await?.into_iter().partition(|day| day.of_calendar);
    let plain = |days: Vec<DayOff>| {
        days.into_iter().map(|day| Except { date: *day.date, reason: day.reason }).collect::<Vec<_>>()
    };
    Ok((plain(own), plain(calendar)))
}

/// The series that follow the district's calendar and last until a day or longer, each by its last day.
pub async fn following(db: &mut Connection, today: Date) -> Result<Vec<Series>> {
    rows!(
        db,
        Series,
        "select id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar
         from series where follows_calendar and last_date >= $1 order by last_date, id",
        Text(today)
    )
    .await
}

/// Writes a series that exists, whole.
pub async fn update_series(db: &mut Writing, series: &Series) -> Result<()> {
    run!(
        db,
        "update series set title = $2, about = $3, weekdays = $4, every_weeks = $5, first_date = $6, last_date = $7, starts = $8,
                ends = $9, zone = $10, school_id = $11, place = $12, link = $13, audience = $14, capacity = $15,
                welcome_minutes = $16, close_minutes = $17, updated_at = $18, version = $19, rule_from = $20,
                follows_calendar = $21
         where id = $1",
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
        series.updated_at,
        series.version,
        series.rule_from,
        series.follows_calendar
    )
    .await?;
    found::put_series(db, series).await
}

/// Forgets the days off of a series.
pub async fn delete_days_off(db: &mut Writing, series: SeriesId) -> Result<()> {
    run!(db, "delete from series_days_off where series_id = $1", series).await?;
    Ok(())
}

/// Adds a series.
pub async fn insert_series(db: &mut Writing, series: &Series) -> Result<()> {
    run!(
        db,
        "insert into series (id, title, about, weekdays, every_weeks, first_date, rule_from, last_date, starts, ends, zone, school_id, place, link,
                audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version, follows_calendar)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)",
        series.id,
        &series.title,
        &series.about,
        series.weekdays,
        series.every_weeks,
        series.first_date,
        series.rule_from,
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
        series.version,
        series.follows_calendar
    )
    .await?;
    found::put_series(db, series).await
}

/// Adds a day off, of the series itself or of the district's calendar.
pub async fn insert_day_off(db: &mut Writing, series: SeriesId, day: &Except, of_calendar: bool) -> Result<()> {
    run!(
        db,
        "insert into series_days_off (series_id, date, reason, of_calendar) values ($1, $2, $3, $4)",
        series,
        Text(day.date),
        &day.reason,
        of_calendar
    )
    .await?;
    Ok(())
}
