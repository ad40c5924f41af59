//! Recording who was there.

use super::{Mark, SaidBy, State, store};
use crate::answers::{self, Answer};
use crate::app::App;
use crate::clock::Instant;
use crate::database::Writing;
use crate::gatherings::{self, Gathering};
use crate::ids::PersonId;
use crate::web::{Failure, Message};

/// The largest headcount.
pub const MOST_GUESTS: i64 = 500;

/// How long before its start a gathering's attendance may be taken, in seconds: people come early.
const EARLY: i64 = 60 * 60;

/// Whether attendance may be taken now, or why not.
pub fn is_open(gathering: &Gathering, now: Instant) -> Result<(), Message> {
    if gathering.is_cancelled() {
        Err(Message::new("attendance-cancelled"))
    } else if now < gathering.starts_at.plus_seconds(-EARLY) {
        Err(Message::new("attendance-too-early"))
    } else {
        Ok(())
    }
}

/// Marks a person, or takes the mark away; gives what the mark was before.
pub async fn record(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    person: PersonId,
    state: Option<State>,
    by: PersonId,
) -> Result<Option<State>, Failure> {
    record_entered(db, app, gathering, (person, state), by, app.now()).await
}

/// As [`record`], for what was entered on a device at `entered`, perhaps while the network was away.
///
/// # Errors
/// When someone recorded something else since: what was seen later is not undone by what comes late.
pub async fn record_entered(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    (person, state): (PersonId, Option<State>),
    by: PersonId,
    entered: Instant,
) -> Result<Option<State>, Failure> {
    is_open(gathering, app.now())?;
    // Nobody was there before it could be opened, whatever the device believes.
    let at = entered.max(gathering.starts_at.plus_seconds(-EARLY)).min(app.now());
    let before = store::mark(db, gathering.id, person).await?;
    // What a clock that was ahead recorded for a time to come was recorded by now; else nobody could correct it.
    if let Some(before) = &before
        && before.recorded_at.min(app.now()) > at
        && Some(before.state) != state
    {
        return Err(Failure::Stale(Message::new("attendance-recorded-since").with("state", before.state.word())));
    }
    match state {
        None => store::clear(db, gathering.id, person).await?,
        Some(state) => {
            // Once a walk-in, always one: that they were let in does not make them have said yes.
            let said_yes = answers::mine(db, gathering.id, person)
                .await?
                .is_some_and(|mine| matches!(mine.answer, Answer::Yes | Answer::Waiting));
            let walk_in = state == State::Came && !said_yes;
            let said_by = if person == by { SaidBy::Oneself } else { SaidBy::Host };
            let mark = Mark {
                gathering_id: gathering.id,
                person_id: person,
                state,
                walk_in,
                said_by,
                recorded_by: by,
                recorded_at: at,
            };
            store::set(db, gathering, &mark).await?;
        }
    }
    let before = before.map(|mark| mark.state);
    if (before == Some(State::Came)) != (state == Some(State::Came)) {
        gatherings::tell_changed(db, app, gathering.id).await?;
    }
    Ok(before)
}

/// Counts guests more or fewer than were counted so far, which another host may have done meanwhile;
/// gives how many there are now.
pub async fn count_guests(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    more: i64,
    by: PersonId,
) -> Result<i64, Failure> {
    is_open(gathering, app.now())?;
    Ok(store::add_guests(db, gathering, more, MOST_GUESTS, by, app.now()).await?)
}

/// Sets the number of guests; gives how many there were before.
pub async fn record_guests(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    guests: i64,
    by: PersonId,
) -> Result<i64, Failure> {
    is_open(gathering, app.now())?;
    let before = store::guests_of(db, gathering.id).await?;
    store::set_guests(db, gathering, guests, by, app.now()).await?;
    Ok(before)
}
