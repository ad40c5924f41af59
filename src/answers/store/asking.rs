//! SQL that asks who said what.

use std::collections::HashMap;

use crate::answers::{Answer, Counts, Mine, Said, Wish};
use crate::database::{Connection, Result};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{row, rows};

/// A person's answer to one gathering.
pub async fn mine(db: &mut Connection, gathering: GatheringId, person: PersonId) -> Result<Option<Mine>> {
    row!(
        db,
        Mine,
        "select gathering_id, answer, own, excuse, answered_at, waiting_since,
                case when answer = 'waiting' then 1 + (
                    select count(*) from answers before
                    where before.gathering_id = answers.gathering_id and before.answer = 'waiting'
                      and (before.waiting_since < answers.waiting_since
                           or (before.waiting_since = answers.waiting_since and before.person_id < answers.person_id))
                ) end as position
         from answers where gathering_id = $1 and person_id = $2",
        gathering,
        person
    )
    .await
}

/// A person's answers to the gatherings of a series.
pub async fn mine_in_series(
    db: &mut Connection,
    series: SeriesId,
    person: PersonId,
) -> Result<HashMap<GatheringId, Mine>> {
    let mine = rows!(
        db,
        Mine,
        "select gathering_id, answer, own, excuse, answered_at, waiting_since,
                case when answer = 'waiting' then 1 + (
                    select count(*) from answers before
                    where before.gathering_id = answers.gathering_id and before.answer = 'waiting'
                      and (before.waiting_since < answers.waiting_since
                           or (before.waiting_since = answers.waiting_since and before.person_id < answers.person_id))
                ) end as position
         from answers where series_id = $1 and person_id = $2",
        series,
        person
    );
    Ok(mine.await?.into_iter().map(|mine| (mine.gathering_id, mine)).collect())
}

/// All answers of a person, for pages that show gatherings of several series. A person says some
/// dozens in a year.
pub async fn mine_all(db: &mut Connection, person: PersonId) -> Result<HashMap<GatheringId, Mine>> {
    let mine = rows!(
        db,
        Mine,
        "select gathering_id, answer, own, excuse, answered_at, waiting_since,
                case when answer = 'waiting' then 1 + (
                    select count(*) from answers before
                    where before.gathering_id = answers.gathering_id and before.answer = 'waiting'
                      and (before.waiting_since < answers.waiting_since
                           or (before.waiting_since = answers.waiting_since and before.person_id < answers.person_id))
                ) end as position
         from answers where person_id = $1",
        person
    );
    Ok(mine.await?.into_iter().map(|mine| (mine.gathering_id, mine)).collect())
}

/// What a person said of a whole series.
pub async fn series_answer(db: &mut Connection, series: SeriesId, person: PersonId) -> Result<Option<Wish>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        answer: Wish,
    }
    let row =
        row!(db, Row, "select answer from series_answers where series_id = $1 and person_id = $2", series, person);
    Ok(row.await?.map(|row| row.answer))
}

/// What a person said of each series they answered.
pub async fn series_answers_of(db: &mut Connection, person: PersonId) -> Result<HashMap<SeriesId, Wish>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        series_id: SeriesId,
        answer: Wish,
    }
    let rows = rows!(db, Row, "select series_id, answer from series_answers where person_id = $1", person);
    Ok(rows.await?.into_iter().map(|row| (row.series_id, row.answer)).collect())
}

/// How many said what of a gathering.
pub async fn counts(db: &mut Connection, gathering: GatheringId) -> Result<Counts> {
    let counts = row!(
        db,
        Counts,
        "select cast(coalesce(sum(case when answer = 'yes' then 1 else 0 end), 0) as bigint) as yes,
                cast(coalesce(sum(case when answer = 'maybe' then 1 else 0 end), 0) as bigint) as maybe,
                cast(coalesce(sum(case when answer = 'no' then 1 else 0 end), 0) as bigint) as no,
                cast(coalesce(sum(case when answer = 'waiting' then 1 else 0 end), 0) as bigint) as waiting
         from answers where gathering_id = $1",
        gathering
    );
    Ok(counts.await?.unwrap_or_default())
}

/// How many said what of each gathering of a series; those nobody answered are not in it.
pub async fn counts_in_series(db: &mut Connection, series: SeriesId) -> Result<HashMap<GatheringId, Counts>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        gathering_id: GatheringId,
        answer: Answer,
        number: i64,
    }
    // In the order of an index that has all of it: half the time of four sums over the cases.
    let rows = rows!(
        db,
        Row,
        "select gathering_id, answer, count(*) as number from answers where series_id = $1 group by gathering_id, answer",
        series
    );
    let mut all: HashMap<GatheringId, Counts> = HashMap::new();
    for row in rows.await? {
        let counts = all.entry(row.gathering_id).or_default();
        match row.answer {
            Answer::Yes => counts.yes = row.number,
            Answer::Maybe => counts.maybe = row.number,
            Answer::No => counts.no = row.number,
            Answer::Waiting => counts.waiting = row.number,
        }
    }
    Ok(all)
}

/// Who said what of a gathering: those who wait in the order of the queue, others as they answered.
pub async fn said(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Said>> {
    rows!(
        db,
        Said,
        "select answers.person_id, answers.answer, own, excuse, answers.answered_at,
                answers.answer = 'no' and own and wish.person_id is not null as excused
         from answers
         left join series_answers wish on wish.series_id = answers.series_id
              and wish.person_id = answers.person_id and wish.answer = 'yes'
         where gathering_id = $1
         order by case when answers.answer = 'waiting' then waiting_since else answers.answered_at end, answers.person_id",
        gathering
    )
    .await
}

/// Every answer to every gathering of a series.
pub async fn said_in_series(db: &mut Connection, series: SeriesId) -> Result<Vec<(GatheringId, PersonId, Answer)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        gathering_id: GatheringId,
        person_id: PersonId,
        answer: Answer,
    }
    let rows = rows!(
        db,
        Row,
        "select gathering_id, person_id, answer from answers where series_id = $1 order by gathering_id, person_id",
        series
    );
    Ok(rows.await?.into_iter().map(|row| (row.gathering_id, row.person_id, row.answer)).collect())
}

/// Whether someone's answer to the series has not reached a gathering of it, as one that was added or
/// restored since.
pub async fn unsettled(db: &mut Connection, gathering: GatheringId, series: SeriesId) -> Result<bool> {
    #[derive(sqlx::FromRow)]
    struct Row {
        unsettled: bool,
    }
    let row = row!(
        db,
        Row,
        "select exists (select 1 from series_answers s where s.series_id = $2 and not exists (
                    select 1 from answers a where a.gathering_id = $1 and a.person_id = s.person_id
                      and (a.own or s.answer = case when a.answer = 'waiting' then 'yes' else a.answer end)))
                or exists (select 1 from answers a where a.gathering_id = $1 and not a.own and not exists (
                    select 1 from series_answers s where s.series_id = $2 and s.person_id = a.person_id)) as unsettled",
        gathering,
        series
    );
    Ok(row.await?.is_some_and(|row| row.unsettled))
}

/// Which gatherings answers have rows of, and of which series those say they are.
pub async fn pairs(db: &mut Connection) -> Result<Vec<(GatheringId, Option<SeriesId>)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        gathering_id: GatheringId,
        series_id: Option<SeriesId>,
    }
    let rows = rows!(db, Row, "select distinct gathering_id, series_id from answers").await?;
    Ok(rows.into_iter().map(|row| (row.gathering_id, row.series_id)).collect())
}

/// How many answers wait without saying since when, or say so and do not wait.
pub async fn odd_waits(db: &mut Connection) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Row {
        odd: i64,
    }
    let odd = row!(
        db,
        Row,
        "select count(*) as odd from answers
         where (answer = 'waiting' and waiting_since is null) or (answer <> 'waiting' and waiting_since is not null)"
    );
    Ok(odd.await?.map_or(0, |row| row.odd))
}
