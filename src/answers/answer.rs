//! Values: what a person says, what stands, what hosts see.

use std::str::FromStr;

use crate::clock::Instant;
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId};
use crate::web::{Input, Message, Problems};

/// What a person can say, of a series or of one gathering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// I will come.
    Yes,
    /// I may come.
    Maybe,
    /// I cannot come.
    No,
}

impl Wish {
    /// All of them, as the buttons stand.
    pub const ALL: [Wish; 3] = [Wish::Yes, Wish::Maybe, Wish::No];

    /// The word in the database, in forms and in the API.
    pub fn word(self) -> &'static str {
        match self {
            Wish::Yes => "yes",
            Wish::Maybe => "maybe",
            Wish::No => "no",
        }
    }
}

impl FromStr for Wish {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Wish::ALL.into_iter().find(|wish| wish.word() == word).ok_or(())
    }
}

/// What stands: as a wish, but whoever wants to come and finds no room waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// They will come; they have a place.
    Yes,
    /// They may come.
    Maybe,
    /// They cannot come.
    No,
    /// They want to come and wait for a place.
    Waiting,
}

impl Answer {
    /// All of them.
    pub const ALL: [Answer; 4] = [Answer::Yes, Answer::Maybe, Answer::No, Answer::Waiting];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::Maybe => "maybe",
            Answer::No => "no",
            Answer::Waiting => "waiting",
        }
    }

    /// What the person said.
    pub fn wish(self) -> Wish {
        match self {
            Answer::Yes | Answer::Waiting => Wish::Yes,
            Answer::Maybe => Wish::Maybe,
            Answer::No => Wish::No,
        }
    }
}

impl From<Wish> for Answer {
    fn from(wish: Wish) -> Self {
        match wish {
            Wish::Yes => Answer::Yes,
            Wish::Maybe => Answer::Maybe,
            Wish::No => Answer::No,
        }
    }
}

impl FromStr for Answer {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Answer::ALL.into_iter().find(|answer| answer.word() == word).ok_or(())
    }
}

/// A person's answer to one gathering.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Mine {
    /// Which gathering.
    pub gathering_id: GatheringId,
    /// What stands.
    pub answer: Answer,
    /// Whether they said it of this gathering itself; else it follows from the series.
    pub own: bool,
    /// Why they cannot come, if they told.
    pub excuse: Option<String>,
    /// When they said it.
    pub answered_at: Instant,
    /// Since when they wait.
    pub waiting_since: Option<Instant>,
    /// Their place in the queue, from 1, while they wait.
    pub position: Option<i64>,
}

/// One person's answer as its hosts see it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Said {
    /// Who.
    pub person_id: PersonId,
    /// What stands.
    pub answer: Answer,
    /// Whether they said it of this gathering itself.
    pub own: bool,
    /// Whether they said yes to the series and excused this date.
    pub excused: bool,
    /// The reason, if they told.
    pub excuse: Option<String>,
    /// When they said it.
    pub answered_at: Instant,
}

/// How many said what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize, utoipa::ToSchema)]
pub struct Counts {
    /// Have a place.
    pub yes: i64,
    /// May come.
    pub maybe: i64,
    /// Cannot come.
    pub no: i64,
    /// Wait for a place.
    pub waiting: i64,
}

/// How long a reason may be, in characters.
pub const EXCUSE: usize = 300;

/// What is sent about one gathering: a wish, or nothing to take the own answer back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The wish; `None` takes the own answer back, so that it follows the series again.
    pub wish: Option<Wish>,
    /// The reason for a no; `None` where none was sent (a reason told before stays), empty to clear it.
    pub excuse: Option<String>,
}

impl Reply {
    /// Reads `answer` (yes, maybe, no; in a form also `series`) and `excuse`.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(input: &Input) -> Result<Reply, Problems> {
        let mut problems = Problems::new();
        input.only(&["answer", "excuse"], &mut problems);
        let back = !input.is_json() && input.typed("answer") == "series";
        let wish = if back { None } else { input.needed_choice("answer", &mut problems) };
        let excuse = input.sent("excuse").then(|| input.text("excuse", 0..=EXCUSE, &mut problems));
        problems.or(Reply { wish, excuse })
    }
}

/// What is sent about a series: a wish, or in a form `none` to take it back.
///
/// # Errors
/// What is wrong, by field.
pub fn read_wish(input: &Input) -> Result<Option<Wish>, Problems> {
    let mut problems = Problems::new();
    input.only(&["answer"], &mut problems);
    let back = !input.is_json() && input.typed("answer") == "none";
    let wish = if back { None } else { input.needed_choice("answer", &mut problems) };
    problems.or(wish)
}

/// May anyone answer this gathering now? Not when it was called off or is over.
///
/// # Errors
/// The reason why not.
pub fn may_answer(gathering: &Gathering, now: Instant) -> Result<(), Message> {
    if gathering.is_cancelled() {
        Err(Message::new("answers-refused-cancelled"))
    } else if gathering.is_over(now) {
        Err(Message::new("answers-refused-over"))
    } else {
        Ok(())
    }
}

/// What becomes of a wish: the answer, and since when it waits. Everyone who newly wants to come joins
/// the queue, and places are then given from its head: so nobody passes those who wait. Who has a place
/// or waits already keeps it.
pub fn standing(before: Option<(Answer, Option<Instant>)>, wish: Wish, now: Instant) -> (Answer, Option<Instant>) {
    match (wish, before) {
        (Wish::Yes, Some((Answer::Yes, _))) => (Answer::Yes, None),
        (Wish::Yes, Some((Answer::Waiting, since))) => (Answer::Waiting, since.or(Some(now))),
        (Wish::Yes, _) => (Answer::Waiting, Some(now)),
        (wish, _) => (wish.into(), None),
    }
}

/// What a person should know about their place: that they are coming, their number in the queue, or
/// that all places are taken. `None` where there is nothing to say.
pub fn note(gathering: &Gathering, mine: Option<&Mine>, counts: &Counts, now: Instant) -> Option<Message> {
    if let Err(why) = may_answer(gathering, now) {
        return Some(why);
    }
    let full = gathering.capacity.filter(|capacity| counts.yes >= *capacity);
    match (mine.map(|mine| (mine.answer, mine.position, mine.own)), full) {
        (Some((Answer::Waiting, position, _)), _) => {
            Some(Message::new("answers-note-waiting").with("position", position.unwrap_or(1)))
        }
        (Some((Answer::Yes, _, true)), _) => Some(Message::new("answers-note-yes")),
        (Some((Answer::Yes, _, false)), _) => Some(Message::new("answers-note-yes-series")),
        (_, Some(capacity)) => Some(Message::new("answers-note-full").with("capacity", capacity)),
        (Some((Answer::No, _, true)), None) => Some(Message::new("answers-note-no")),
        _ => None,
    }
}
