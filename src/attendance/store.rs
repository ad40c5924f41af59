//! SQL of marks and headcounts.

pub mod personal;

use super::{Mark, State};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{row, rows, rows_of, run, twenty};

/// The marks of a gathering.
pub async fn marks_of(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Mark>> {
    rows!(
        db,
        Mark,
        "select gathering_id, person_id, state, walk_in, said_by, recorded_by, recorded_at from attendances
         where gathering_id = $1 order by person_id",
        gathering
    )
    .await
}

/// The marks of all gatherings of a series.
pub async fn marks_in_series(db: &mut Connection, series: SeriesId) -> Result<Vec<Mark>> {
    rows!(
        db,
        Mark,
        "select gathering_id, person_id, state, walk_in, said_by, recorded_by, recorded_at from attendances
         where series_id = $1 order by gathering_id, person_id",
        series
    )
    .await
}

/// A person's marks at the gatherings of a series.
pub async fn marks_of_person(db: &mut Connection, series: SeriesId, person: PersonId) -> Result<Vec<Mark>> {
    rows!(
        db,
        Mark,
        "select gathering_id, person_id, state, walk_in, said_by, recorded_by, recorded_at from attendances
         where series_id = $1 and person_id = $2",
        series,
        person
    )
    .await
}

/// All marks of a person. A person has some dozens in a year.
pub async fn record_of(db: &mut Connection, person: PersonId) -> Result<Vec<Mark>> {
    rows!(
        db,
        Mark,
        "select gathering_id, person_id, state, walk_in, said_by, recorded_by, recorded_at from attendances
         where person_id = $1 order by gathering_id",
        person
    )
    .await
}

/// One mark.
pub async fn mark(db: &mut Connection, gathering: GatheringId, person: PersonId) -> Result<Option<Mark>> {
    row!(
        db,
        Mark,
        "select gathering_id, person_id, state, walk_in, said_by, recorded_by, recorded_at from attendances
         where gathering_id = $1 and person_id = $2",
        gathering,
        person
    )
    .await
}

/// Sets a mark.
pub async fn set(db: &mut Writing, gathering: &Gathering, mark: &Mark) -> Result<()> {
    run!(
        db,
        "insert into attendances (gathering_id, series_id, person_id, state, walk_in, said_by, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (gathering_id, person_id) do update set state = excluded.state, walk_in = excluded.walk_in,
             said_by = excluded.said_by, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at",
        gathering.id,
        gathering.series_id,
        mark.person_id,
        mark.state,
        mark.walk_in,
        mark.said_by,
        mark.recorded_by,
        mark.recorded_at
    )
    .await?;
    Ok(())
}

/// Takes a mark away.
pub async fn clear(db: &mut Writing, gathering: GatheringId, person: PersonId) -> Result<()> {
    run!(db, "delete from attendances where gathering_id = $1 and person_id = $2", gathering, person).await?;
    Ok(())
}

/// The guests counted at a gathering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Headcount {
    /// At which gathering.
    pub gathering_id: GatheringId,
    /// How many.
    pub guests: i64,
}

/// The guests of a gathering; 0 when nobody counted.
pub async fn guests_of(db: &mut Connection, gathering: GatheringId) -> Result<i64> {
    let count = row!(db, Headcount, "select gathering_id, guests from headcounts where gathering_id = $1", gathering);
    Ok(count.await?.map_or(0, |count| count.guests))
}

/// The guests of all gatherings of a series.
pub async fn guests_in_series(db: &mut Connection, series: SeriesId) -> Result<Vec<Headcount>> {
    rows!(
        db,
        Headcount,
        "select gathering_id, guests from headcounts where series_id = $1 order by gathering_id",
        series
    )
    .await
}

/// How many are here: people marked as having come, and guests.
pub async fn here(db: &mut Connection, gathering: GatheringId) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Here {
        here: i64,
    }
    let here = row!(
        db,
        Here,
        "select (select count(*) from attendances where gathering_id = $1 and state = 'came')
              + coalesce((select guests from headcounts where gathering_id = $1), 0) as here",
        gathering
    );
    Ok(here.await?.map_or(0, |row| row.here))
}

/// Sets the guests of a gathering.
pub async fn set_guests(
    db: &mut Writing,
    gathering: &Gathering,
    guests: i64,
    by: PersonId,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into headcounts (gathering_id, series_id, guests, recorded_by, recorded_at) values ($1, $2, $3, $4, $5)
         on conflict (gathering_id) do update set guests = excluded.guests, recorded_by = excluded.recorded_by,
             recorded_at = excluded.recorded_at",
        gathering.id,
        gathering.series_id,
        guests,
        by,
        now
    )
    .await?;
    Ok(())
}

/// Adds guests to those counted, or takes some away, between none and `most`; gives how many there are.
pub async fn add_guests(
    db: &mut Writing,
    gathering: &Gathering,
    more: i64,
    most: i64,
    by: PersonId,
    now: Instant,
) -> Result<i64> {
    let counted = row!(
        db,
        Headcount,
        "insert into headcounts (gathering_id, series_id, guests, recorded_by, recorded_at)
         values ($1, $2, case when $3 < 0 then 0 else $3 end, $5, $6)
         on conflict (gathering_id) do update set
             guests = case when headcounts.guests + $3 < 0 then 0 when headcounts.guests + $3 > $4 then $4
                           else headcounts.guests + $3 end,
             recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
         returning gathering_id, guests",
        gathering.id,
        gathering.series_id,
        more,
        most,
        by,
        now
    );
    Ok(counted.await?.map_or(0, |count| count.guests))
}

/// How many were marked as having come, by gathering of a series; those without any mark are missing.
pub async fn taken_in_series(db: &mut Connection, series: SeriesId) -> Result<Vec<(GatheringId, i64)>> {
    #[derive(sqlx::FromRow)]
    struct Taken {
        gathering_id: GatheringId,
        came: i64,
    }
    let taken = rows!(
        db,
        Taken,
        "select gathering_id, cast(sum(case when state = $2 then 1 else 0 end) as bigint) as came
         from attendances where series_id = $1 group by gathering_id order by gathering_id",
        series,
        State::Came
    );
    Ok(taken.await?.into_iter().map(|taken| (taken.gathering_id, taken.came)).collect())
}

/// Which gatherings marks have rows of, and of which series those say they are.
pub async fn pairs(db: &mut Connection) -> Result<Vec<(GatheringId, Option<SeriesId>)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        gathering_id: GatheringId,
        series_id: Option<SeriesId>,
    }
    let rows = rows!(db, Row, "select distinct gathering_id, series_id from attendances").await?;
    Ok(rows.into_iter().map(|row| (row.gathering_id, row.series_id)).collect())
}

/// How many people usually came to each of these series, where somebody ever did.
pub async fn usual_in(db: &mut Connection, series: &[SeriesId]) -> Result<Vec<(SeriesId, i64)>> {
    #[derive(sqlx::FromRow)]
    struct Usual {
        series_id: SeriesId,
        came: i64,
        held: i64,
    }
    let usual = rows_of!(
        db,
        Usual,
        concat!(
            "select series_id, count(*) as came, count(distinct gathering_id) as held from attendances
             where series_id in ",
            twenty!(),
            " and state = 'came' group by series_id"
        ),
        series
    );
    Ok(usual.await?.into_iter().map(|row| (row.series_id, row.came / row.held.max(1))).collect())
}

/// When somebody was last marked as having come to a series.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct CameLast {
    /// Who.
    pub person_id: PersonId,
    /// To which series.
    pub series_id: SeriesId,
    /// When the mark was made.
    pub recorded_at: Instant,
}

/// To which series each of these people came, and when last.
pub async fn came_last(db: &mut Connection, people: &[PersonId]) -> Result<Vec<CameLast>> {
    rows_of!(
        db,
        CameLast,
        concat!(
            "select person_id, series_id, max(recorded_at) as recorded_at from attendances where person_id in ",
            twenty!(),
            " and state = 'came' and series_id is not null group by person_id, series_id"
        ),
        people
    )
    .await
}

/// Who came to each gathering from one identifier to another, in the order of both.
pub async fn came_between(
    db: &mut Connection,
    from: GatheringId,
    to: GatheringId,
) -> Result<Vec<(GatheringId, PersonId)>> {
    #[derive(sqlx::FromRow)]
    struct Came {
        gathering_id: GatheringId,
        person_id: PersonId,
    }
    let came = rows!(
        db,
        Came,
        "select gathering_id, person_id from attendances
         where gathering_id >= $1 and gathering_id <= $2 and state = 'came' order by gathering_id, person_id",
        from,
        to
    );
    Ok(came.await?.into_iter().map(|row| (row.gathering_id, row.person_id)).collect())
}
