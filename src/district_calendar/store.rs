//! SQL of the district's calendar.

use jiff::civil::Date;

use super::Day;
use crate::database::{Connection, Result, Text, Writing};
use crate::ids::DayId;
use crate::{insert_all, row, rows, run};

/// All days, in time. A district has some dozens in a year.
pub async fn all(db: &mut Connection) -> Result<Vec<Day>> {
    rows!(
        db,
        Day,
        "select id, school_id, kind, first_date, last_date, name, created_at, updated_at, version
         from calendar_days order by first_date, last_date, id"
    )
    .await
}

/// The days that lie, at least in part, between two dates, in time.
pub async fn between(db: &mut Connection, from: Date, to: Date) -> Result<Vec<Day>> {
    rows!(
        db,
        Day,
        "select id, school_id, kind, first_date, last_date, name, created_at, updated_at, version
         from calendar_days where last_date >= $1 and first_date <= $2 order by first_date, last_date, id",
        Text(from),
        Text(to)
    )
    .await
}

/// One day.
pub async fn day(db: &mut Connection, id: DayId) -> Result<Option<Day>> {
    row!(
        db,
        Day,
        "select id, school_id, kind, first_date, last_date, name, created_at, updated_at, version
         from calendar_days where id = $1",
        id
    )
    .await
}

/// Adds days.
pub async fn insert(db: &mut Writing, days: &[Day]) -> Result<()> {
    insert_all!(
        db,
        "insert into calendar_days (id, school_id, kind, first_date, last_date, name, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        days,
        |day| day.id,
        day.school_id,
        day.kind,
        day.first_date,
        day.last_date,
        &day.name,
        day.created_at,
        day.updated_at,
        day.version
    )
    .await
}

/// Writes a day whole, if nobody changed it since `version`.
pub async fn update(db: &mut Writing, day: &Day, version: i64) -> Result<bool> {
    let changed = run!(
        db,
        "update calendar_days set school_id = $2, kind = $3, first_date = $4, last_date = $5, name = $6, updated_at = $7,
                version = $8
         where id = $1 and version = $9",
        day.id,
        day.school_id,
        day.kind,
        day.first_date,
        day.last_date,
        &day.name,
        day.updated_at,
        day.version,
        version
    );
    Ok(changed.await? > 0)
}

/// Removes a day; whether it was there.
pub async fn delete(db: &mut Writing, id: DayId) -> Result<bool> {
    Ok(run!(db, "delete from calendar_days where id = $1", id).await? > 0)
}
