//! SQL of what must be known of a gathering before somebody's answer is kept, in one look.

use super::Standing;
use crate::answers::{Answer, Mine};
use crate::clock::Instant;
use crate::database::{Result, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::row;

impl From<Standing> for Mine {
    /// As [`super::mine`] reads it of somebody who does not wait, and so has no place in the queue.
    fn from(standing: Standing) -> Mine {
        let Standing { gathering_id, answer, own, excuse, answered_at, waiting_since, .. } = standing;
        Mine { gathering_id, answer, own, excuse, answered_at, waiting_since, position: None }
    }
}

/// What is known of a gathering that somebody answers.
#[derive(Debug)]
pub struct Known {
    /// What stands of them.
    pub before: Option<Standing>,
    /// Whether somebody's answer to the series has not reached the gathering, as one that was added or restored since.
    pub unsettled: bool,
    /// Whether anybody waits for a place.
    pub queue: bool,
}

/// What is known of a gathering that a person answers, all in one look.
pub async fn known(
    db: &mut Writing,
    gathering: GatheringId,
    series: Option<SeriesId>,
    person: PersonId,
) -> Result<Known> {
    #[derive(sqlx::FromRow)]
    struct Row {
        unsettled: bool,
        queue: bool,
        answer: Option<Answer>,
        own: Option<bool>,
        excuse: Option<String>,
        answered_at: Option<Instant>,
        waiting_since: Option<Instant>,
    }
    let row = row!(
        db,
        Row,
        "select exists (select 1 from series_answers s where s.series_id = $2 and not exists (
                    select 1 from answers a where a.gathering_id = $1 and a.person_id = s.person_id
                      and (a.own or s.answer = case when a.answer = 'waiting' then 'yes' else a.answer end)))
                or exists (select 1 from answers a where a.gathering_id = $1 and not a.own and not exists (
                    select 1 from series_answers s where s.series_id = $2 and s.person_id = a.person_id)) as unsettled,
                exists (select 1 from answers a where a.gathering_id = $1 and a.answer = 'waiting') as queue,
                mine.answer, mine.own, mine.excuse, mine.answered_at, mine.waiting_since
         from (select 1 as one) one
         left join answers mine on mine.gathering_id = $1 and mine.person_id = $3",
        gathering,
        series,
        person
    );
    let Some(row) = row.await? else { return Ok(Known { before: None, unsettled: true, queue: true }) };
    let before = row.answer.zip(row.answered_at).map(|(answer, answered_at)| Standing {
        gathering_id: gathering,
        series_id: series,
        person_id: person,
        answer,
        own: row.own.unwrap_or_default(),
        excuse: row.excuse,
        answered_at,
        waiting_since: row.waiting_since,
    });
    // A gathering without a series has nothing to follow.
    Ok(Known { before, unsettled: row.unsettled && series.is_some(), queue: row.queue })
}
