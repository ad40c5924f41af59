//! SQL of contests.

pub mod personal;

use super::contest::{Contest, Outcome};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{ContestId, GatheringId, PersonId};
use crate::{row, rows, run};

/// Opens a contest. A second open one about the same line breaks `contests_open`.
pub async fn open(db: &mut Writing, contest: &Contest) -> Result<()> {
    run!(
        db,
        "insert into contests (id, gathering_id, person_id, mark, claim, why, opened_at, answer)
         values ($1, $2, $3, $4, $5, $6, $7, '')",
        contest.id,
        contest.gathering_id,
        contest.person_id,
        &contest.mark,
        contest.claim,
        &contest.why,
        contest.opened_at
    )
    .await?;
    Ok(())
}

/// Ends a contest that is open; false when it was ended meanwhile.
pub async fn end(
    db: &mut Writing,
    id: ContestId,
    outcome: Outcome,
    by: Option<PersonId>,
    answer: &str,
    now: Instant,
) -> Result<bool> {
    let changed = run!(
        db,
        "update contests set outcome = $2, decided_by = $3, answer = $4, decided_at = $5
         where id = $1 and outcome is null",
        id,
        outcome,
        by,
        answer,
        now
    );
    Ok(changed.await? > 0)
}

/// One contest.
pub async fn contest(db: &mut Connection, id: ContestId) -> Result<Option<Contest>> {
    row!(
        db,
        Contest,
        "select id, gathering_id, person_id, mark, claim, why, opened_at, outcome, decided_by, answer, decided_at
         from contests where id = $1",
        id
    )
    .await
}

/// The contests of a person, the latest first.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Vec<Contest>> {
    rows!(
        db,
        Contest,
        "select id, gathering_id, person_id, mark, claim, why, opened_at, outcome, decided_by, answer, decided_at
         from contests where person_id = $1 order by opened_at desc, id desc",
        person
    )
    .await
}

/// The contests of one line, the latest first.
pub async fn of_line(db: &mut Connection, gathering: GatheringId, person: PersonId) -> Result<Vec<Contest>> {
    rows!(
        db,
        Contest,
        "select id, gathering_id, person_id, mark, claim, why, opened_at, outcome, decided_by, answer, decided_at
         from contests where gathering_id = $1 and person_id = $2 order by opened_at desc, id desc",
        gathering,
        person
    )
    .await
}

/// The contests that wait for a host, the oldest first.
pub async fn waiting(db: &mut Connection) -> Result<Vec<Contest>> {
    rows!(
        db,
        Contest,
        "select id, gathering_id, person_id, mark, claim, why, opened_at, outcome, decided_by, answer, decided_at
         from contests where outcome is null order by opened_at, id"
    )
    .await
}
