//! SQL of what is kept about a person, and of forgetting them.

use crate::answers::{Answer, Wish};
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::personal::{Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct OfSeries {
    series_id: SeriesId,
    answer: Wish,
    answered_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct OfGathering {
    gathering_id: GatheringId,
    answer: Answer,
    own: bool,
    excuse: Option<String>,
    answered_at: When,
    waiting_since: Option<When>,
}

/// What is kept about a person.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let series = rows!(
        db,
        OfSeries,
        "select series_id, answer, answered_at from series_answers where person_id = $1 order by answered_at, series_id",
        person
    )
    .await?;
    let answers = rows!(
        db,
        OfGathering,
        "select gathering_id, answer, own, excuse, answered_at, waiting_since from answers
         where person_id = $1 order by answered_at, gathering_id",
        person
    )
    .await?;
    Ok(vec![Section::of("series_answers", series)?, Section::of("answers", answers)?])
}

/// Which gatherings a person answered, in the order of their identifiers.
pub async fn answered(db: &mut Connection, person: PersonId) -> Result<Vec<GatheringId>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        gathering_id: GatheringId,
    }
    let rows = rows!(db, Row, "select gathering_id from answers where person_id = $1 order by gathering_id", person);
    Ok(rows.await?.into_iter().map(|row| row.gathering_id).collect())
}

/// Forgets what a person said of series.
pub async fn delete_of_series(db: &mut Writing, person: PersonId) -> Result<u64> {
    run!(db, "delete from series_answers where person_id = $1", person).await
}

/// Lets a stand-in have said what a person said, without their reasons.
pub async fn hand_over(db: &mut Writing, person: PersonId, stand_in: PersonId) -> Result<u64> {
    run!(db, "update answers set person_id = $2, excuse = null where person_id = $1", person, stand_in).await
}
