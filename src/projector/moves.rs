//! Moving a gathering along.
//!
//! A move may have waited on a phone without a network, alone or with others behind it. It takes effect as
//! of the moment of its tap, so that the minutes of topics are those that people spoke; and only if the
//! gathering stands where the phone thought it did, so that nothing is skipped that nobody saw.

use super::plan::Plan;
use super::run::{Change, Decided, Move, Run, earliest, may_run};
use super::store;
use crate::app::App;
use crate::clock::Instant;
use crate::database::Writing;
use crate::gatherings::{self, Gathering};
use crate::ids::PersonId;
use crate::topics;
use crate::web::{Failure, Message};

/// Moves a gathering, as a host decided; gives how it stands then.
///
/// # Errors
/// [`Failure::Stale`] when it has moved meanwhile, unless it stands already where the move leads: a
/// button pressed twice, or a post that comes again.
pub async fn go_on(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    by: PersonId,
    decided: &Decided,
) -> Result<Run, Failure> {
    let to = decided.to;
    // Two hosts at once: the second waits here, and finds it moved.
    gatherings::lock(db, gathering.id).await?;
    let Some(run) = store::run(db, gathering.id).await? else {
        let at = earliest(gathering).max(decided.at).min(app.now());
        return begin(db, gathering, by, to, at).await;
    };
    // Steps do not overlap: no move is older than the one before it, nor of a time to come.
    let at = run.since.max(decided.at).min(app.now().max(run.since));
    may_run(gathering, at)?;
    let steps = store::steps(db, gathering.id).await?;
    // Who calls up what is on already has it; its time does not begin anew.
    let already = matches!(to, Move::Topic(_) | Move::Close | Move::End) && run.is_there(to, &steps);
    if already || !decided.is_of(&run) || to == Move::Begin {
        return if run.is_there(to, &steps) { Ok(run) } else { Err(Failure::Stale(Message::new("projector-moved"))) };
    }
    let agenda = topics::published(db, gathering).await?.unwrap_or_default();
    let plan = Plan::new(gathering, &agenda, Some(&run), &steps, at);
    let Change { run, push, pop } = run.go(to, &steps, &plan, by, at)?;
    if let Some(step) = push {
        store::push(db, gathering.id, &step).await?;
    }
    if let Some(place) = pop {
        store::pop(db, gathering.id, place).await?;
    }
    store::put(db, &run).await?;
    Ok(run)
}

async fn begin(db: &mut Writing, gathering: &Gathering, by: PersonId, to: Move, at: Instant) -> Result<Run, Failure> {
    may_run(gathering, at)?;
    if to != Move::Begin {
        return Err(Failure::Stale(Message::new("projector-not-begun")));
    }
    if topics::published(db, gathering).await?.is_none_or(|agenda| agenda.is_empty()) {
        return Err(Failure::refused("projector-no-agenda"));
    }
    let run = Run::begin(gathering, by, at);
    store::put(db, &run).await?;
    Ok(run)
}
