//! Recording who was there.

use super::{Mark, SaidBy, State, store};
use crate::answers::{self, Answer};
use crate::app::App;
use crate::clock::Instant;
use crate::database::Writing;
use crate::gatherings::Gathering;
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
    is_open(gathering, app.now())?;
    let before = store::mark(db, gathering.id, person).await?;
    match state {
        None => store::clear(db, gathering.id, person).await?,
        Some(state) => {
            // Once a walk-in, always one: that they were let in does not make them have said yes.
            let said_yes = answers::mine(db, gathering.id, person)
                .await?
                .is_some_and(|mine| matches!(mine.answer, Answer::Yes | Answer::Waiting));
            let walk_in = state == State::Came && !said_yes;
            let said_by = if person == by { SaidBy::Oneself } else { SaidBy::Host };
            let mark =
                Mark { gathering_id: gathering.id, person_id: person, state, walk_in, said_by, recorded_at: app.now() };
            store::set(db, gathering, &mark, by).await?;
        }
    }
    Ok(before.map(|mark| mark.state))
}

/// Counts the guests; gives how many there were before.
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
