//! Moving a gathering along.

use super::plan::Plan;
use super::run::{Change, Move, Run, may_run};
use super::store;
use crate::app::App;
use crate::database::Writing;
use crate::gatherings::{self, Gathering};
use crate::ids::PersonId;
use crate::topics;
use crate::web::{Failure, Message};

/// Moves a gathering, for a host who saw it at the version `seen`; gives how it stands then.
///
/// # Errors
/// [`Failure::Stale`] when it has moved meanwhile, unless it stands already where the move leads: a
/// button pressed twice, or a post that comes again.
pub async fn go_on(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    by: PersonId,
    (seen, to): (i64, Move),
) -> Result<Run, Failure> {
    let now = app.now();
    may_run(gathering, now)?;
    // Two hosts at once: the second waits here, and finds it moved.
    gatherings::lock(db, gathering.id).await?;
    let Some(run) = store::run(db, gathering.id).await? else {
        return begin(db, app, gathering, by, to).await;
    };
    let steps = store::steps(db, gathering.id).await?;
    if run.version != seen || to == Move::Begin {
        return if run.is_there(to, &steps) { Ok(run) } else { Err(Failure::Stale(Message::new("projector-moved"))) };
    }
    let agenda = topics::published(db, gathering).await?.unwrap_or_default();
    let plan = Plan::new(gathering, &agenda, Some(&run), &steps, now);
    let Change { run, push, pop } = run.go(to, &steps, &plan, by, now)?;
    if let Some(step) = push {
        store::push(db, gathering.id, &step).await?;
    }
    if let Some(place) = pop {
        store::pop(db, gathering.id, place).await?;
    }
    store::put(db, &run).await?;
    Ok(run)
}

async fn begin(db: &mut Writing, app: &App, gathering: &Gathering, by: PersonId, to: Move) -> Result<Run, Failure> {
    if to != Move::Begin {
        return Err(Failure::Stale(Message::new("projector-not-begun")));
    }
    if topics::published(db, gathering).await?.is_none_or(|agenda| agenda.is_empty()) {
        return Err(Failure::refused("projector-no-agenda"));
    }
    let run = Run::begin(gathering, by, app.now());
    store::put(db, &run).await?;
    Ok(run)
}
