//! What is done with a contest: opened, withdrawn, decided.

use super::contest::{self, Claim, Contest, Outcome};
use super::{letters, store};
use crate::app::App;
use crate::attendance::{self, State};
use crate::database::Writing;
use crate::gatherings::{self, Gathering};
use crate::ids::{ContestId, PersonId};
use crate::web::{Failure, Message};

/// Contests a line of one's own record, and tells the hosts.
///
/// # Errors
/// When the gathering is not over, the claim changes nothing, or the line may not be contested any more.
pub async fn contest(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    person: PersonId,
    (claim, why): (Claim, &str),
) -> Result<ContestId, Failure> {
    if !gathering.is_held(app.now()) {
        return Err(Failure::refused("contest-too-early"));
    }
    // Two contests of one line wait for each other here, so that the second sees the first.
    gatherings::lock(db, gathering.id).await?;
    let mark = attendance::mark(db, gathering.id, person).await?;
    if mark.as_ref().is_some_and(|mark| mark.state == claim.mark() || mark.state == State::Came) {
        return Err(Failure::refused("contest-says-so"));
    }
    contest::may_contest(&store::of_line(db, gathering.id, person).await?)?;
    let contest = Contest {
        id: app.new_id()?,
        gathering_id: gathering.id,
        person_id: person,
        mark: mark.map_or("none", |mark| mark.state.word()).to_owned(),
        claim,
        why: why.to_owned(),
        opened_at: app.now(),
        outcome: None,
        decided_by: None,
        answer: String::new(),
        decided_at: None,
    };
    store::open(db, &contest).await?;
    letters::opened(db, app, gathering, &contest).await?;
    Ok(contest.id)
}

/// Takes a contest of one's own back.
pub async fn withdraw(db: &mut Writing, app: &App, contest: &Contest) -> Result<(), Failure> {
    end(db, app, contest, Outcome::Withdrawn, None, "").await
}

/// Decides a contest: corrects the line or keeps it, with a sentence; the person and the other hosts are
/// told.
///
/// # Errors
/// When it was decided meanwhile, or is about the host's own line.
pub async fn decide(
    db: &mut Writing,
    app: &App,
    (contest, gathering): (&Contest, &Gathering),
    by: PersonId,
    (outcome, answer): (Outcome, &str),
) -> Result<(), Failure> {
    contest.may_be_decided()?;
    if contest.person_id == by {
        return Err(Failure::refused("contest-own"));
    }
    end(db, app, contest, outcome, Some(by), answer).await?;
    if outcome == Outcome::Corrected {
        attendance::record(db, app, gathering, contest.person_id, Some(contest.claim.mark()), by).await?;
    }
    letters::decided(db, app, gathering, contest, (by, outcome, answer)).await?;
    Ok(())
}

async fn end(
    db: &mut Writing,
    app: &App,
    contest: &Contest,
    outcome: Outcome,
    by: Option<PersonId>,
    answer: &str,
) -> Result<(), Failure> {
    if store::end(db, contest.id, outcome, by, answer, app.now()).await? {
        Ok(())
    } else {
        Err(Failure::Stale(Message::new("contest-decided-already")))
    }
}
