//! SQL that gives places, and lets answers to a series reach a gathering of it. The transaction holds
//! the gathering ([`crate::gatherings::lock`]).

use crate::database::{Result, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{rows, run};

/// Gives at most `places` to those who have waited longest; of two who came at once, by their ids.
pub async fn promote(db: &mut Writing, gathering: GatheringId, places: i64) -> Result<Vec<PersonId>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        person_id: PersonId,
    }
    let promoted = rows!(
        db,
        Row,
        "update answers set answer = 'yes', waiting_since = null
         where gathering_id = $1 and answer = 'waiting' and person_id in (
             select person_id from answers where gathering_id = $1 and answer = 'waiting'
             order by waiting_since, person_id limit $2)
         returning person_id",
        gathering,
        places
    );
    Ok(promoted.await?.into_iter().map(|row| row.person_id).collect())
}

/// Forgets what followed from an answer to the series that is no longer that.
pub async fn remove_stale(db: &mut Writing, gathering: GatheringId, series: SeriesId) -> Result<()> {
    run!(
        db,
        "delete from answers where gathering_id = $1 and not own and not exists (
             select 1 from series_answers
             where series_answers.series_id = $2 and series_answers.person_id = answers.person_id
               and series_answers.answer = case when answers.answer = 'waiting' then 'yes' else answers.answer end)",
        gathering,
        series
    )
    .await?;
    Ok(())
}

/// Lets every answer to the series that is missing at a gathering stand there: the first `places` who
/// said yes have one, the others wait since they said so.
pub async fn insert_missing(db: &mut Writing, gathering: GatheringId, series: SeriesId, places: i64) -> Result<()> {
    run!(
        db,
        "insert into answers (gathering_id, series_id, person_id, answer, own, answered_at, waiting_since)
         select $1, $2, person_id, case when answer = 'yes' and place > $3 then 'waiting' else answer end, false,
                answered_at, case when answer = 'yes' and place > $3 then answered_at end
         from (select person_id, answer, answered_at,
                      row_number() over (partition by answer order by answered_at, person_id) as place
               from series_answers
               where series_id = $2 and not exists (
                   select 1 from answers
                   where answers.gathering_id = $1 and answers.person_id = series_answers.person_id)) missing
         where true
         on conflict (gathering_id, person_id) do nothing",
        gathering,
        series,
        places
    )
    .await?;
    Ok(())
}
