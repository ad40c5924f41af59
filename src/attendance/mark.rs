//! Values: a mark.

use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::clock::Instant;
use crate::ids::{GatheringId, PersonId};

/// What a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = AttendanceState)]
pub enum State {
    /// Was there.
    Came,
    /// Was not, and had said so.
    Excused,
    /// Had said yes, was not there, and said nothing.
    Absent,
}

impl State {
    /// All of them.
    pub const ALL: [State; 3] = [State::Came, State::Excused, State::Absent];

    /// The word in the database, in forms and the API.
    pub fn word(self) -> &'static str {
        match self {
            State::Came => "came",
            State::Excused => "excused",
            State::Absent => "absent",
        }
    }
}

impl FromStr for State {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        State::ALL.into_iter().find(|state| state.word() == word).ok_or(())
    }
}

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SaidBy {
    /// The person, checking in.
    #[sqlx(rename = "self")]
    #[serde(rename = "self")]
    Oneself,
    /// A host.
    Host,
}

impl SaidBy {
    /// The word in the database and in exports.
    pub fn word(self) -> &'static str {
        match self {
            SaidBy::Oneself => "self",
            SaidBy::Host => "host",
        }
    }
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Mark {
    /// Of which gathering.
    pub gathering_id: GatheringId,
    /// Of whom.
    pub person_id: PersonId,
    /// What it says.
    pub state: State,
    /// Whether they came without having said yes.
    pub walk_in: bool,
    /// Who said it.
    pub said_by: SaidBy,
    /// Which of them.
    pub recorded_by: PersonId,
    /// When it was recorded.
    pub recorded_at: Instant,
}

/// After how many days an absence fades, about a term: hosts see it no longer, the person still does.
pub const FADES_AFTER_DAYS: i64 = 120;

/// Whether an absence of this day has faded today.
pub fn is_faded(day: Date, today: Date) -> bool {
    day.checked_add(FADES_AFTER_DAYS.days()).is_ok_and(|last| today > last)
}
