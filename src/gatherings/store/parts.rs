//! SQL of the parts a series had before the rule it has now.

use crate::database::{Connection, Result, Writing};
use crate::gatherings::parts::Part;
use crate::ids::SeriesId;
use crate::{insert_all, rows, run};

/// The parts before the last, in time.
pub async fn earlier_parts(db: &mut Connection, series: SeriesId) -> Result<Vec<Part>> {
    rows!(
        db,
        Part,
        "select first_date, last_date, title, weekdays, every_weeks, starts, ends, zone, school_id, place, link, capacity,
                welcome_minutes, close_minutes
         from series_parts where series_id = $1 order by first_date",
        series
    )
    .await
}

/// Writes the parts before the last in the place of those there were.
pub async fn set_earlier_parts(db: &mut Writing, series: SeriesId, parts: &[Part]) -> Result<()> {
    run!(db, "delete from series_parts where series_id = $1", series).await?;
    insert_all!(
        db,
        "insert into series_parts (series_id, first_date, last_date, title, weekdays, every_weeks, starts, ends, zone, school_id,
                place, link, capacity, welcome_minutes, close_minutes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        parts,
        |part| series,
        part.first_date,
        part.last_date,
        &part.title,
        part.weekdays,
        part.every_weeks,
        part.starts,
        part.ends,
        &part.zone,
        part.school_id,
        &part.place,
        &part.link,
        part.capacity,
        part.welcome_minutes,
        part.close_minutes
    )
    .await
}
