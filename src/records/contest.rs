//! Values: a contest, a person's word against a line of their record.

use std::str::FromStr;

use crate::attendance;
use crate::clock::Instant;
use crate::ids::{ContestId, GatheringId, PersonId};
use crate::web::{Input, Message, Problems};

/// How long a sentence may be, in characters.
pub const LONGEST: usize = 500;

/// How often a line may be decided: once, and once more when the person asks again.
pub const MOST: usize = 2;

/// What the person says was so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// They were there.
    Came,
    /// They had said that they could not come.
    Excused,
}

impl Claim {
    /// The word in the database, in forms and the API.
    pub fn word(self) -> &'static str {
        match self {
            Claim::Came => "came",
            Claim::Excused => "excused",
        }
    }

    /// The mark it asks for.
    pub fn mark(self) -> attendance::State {
        match self {
            Claim::Came => attendance::State::Came,
            Claim::Excused => attendance::State::Excused,
        }
    }
}

impl FromStr for Claim {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [Claim::Came, Claim::Excused].into_iter().find(|claim| claim.word() == word).ok_or(())
    }
}

/// How a contest ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The line was corrected.
    Corrected,
    /// The line stays.
    Kept,
    /// The person took it back.
    Withdrawn,
}

impl Outcome {
    /// The word in the database, in forms and the API.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Corrected => "corrected",
            Outcome::Kept => "kept",
            Outcome::Withdrawn => "withdrawn",
        }
    }
}

impl FromStr for Outcome {
    type Err = ();
    /// What a host may decide.
    fn from_str(word: &str) -> Result<Self, ()> {
        [Outcome::Corrected, Outcome::Kept].into_iter().find(|outcome| outcome.word() == word).ok_or(())
    }
}

/// A contest, with its history: a decided one stays.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Contest {
    /// Its identifier.
    pub id: ContestId,
    /// Of which line: the gathering.
    pub gathering_id: GatheringId,
    /// Of which line: the person, who says it.
    pub person_id: PersonId,
    /// What the line said then; `none` when nothing was noted.
    pub mark: String,
    /// What they say was so.
    pub claim: Claim,
    /// In their words.
    pub why: String,
    /// When they said it.
    pub opened_at: Instant,
    /// How it ended; none while it is open.
    pub outcome: Option<Outcome>,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// The host's words.
    pub answer: String,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

impl Contest {
    /// Whether it waits for a host.
    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }

    /// Whether it can still be decided, or why not.
    pub fn may_be_decided(&self) -> Result<(), Message> {
        if self.is_open() { Ok(()) } else { Err(Message::new("contest-decided-already")) }
    }
}

/// Whether a line with this history may be contested, or why not.
pub fn may_contest(history: &[Contest]) -> Result<(), Message> {
    if history.iter().any(Contest::is_open) {
        return Err(Message::new("contest-open-already"));
    }
    let decided = history.iter().filter(|contest| contest.decided_by.is_some()).count();
    if decided < MOST { Ok(()) } else { Err(Message::new("contest-no-more")) }
}

/// What a person sends: `claim` and `why`.
pub fn read(input: &Input, problems: &mut Problems) -> Option<(Claim, String)> {
    input.only(&["claim", "why"], problems);
    let claim = input.needed_choice::<Claim>("claim", problems);
    let why = input.text("why", 1..=LONGEST, problems);
    claim.map(|claim| (claim, why))
}

/// What a host sends: `outcome`, and `answer`, a sentence that is owed when the line stays.
pub fn read_decision(input: &Input, problems: &mut Problems) -> Option<(Outcome, String)> {
    input.only(&["outcome", "answer"], problems);
    let outcome = input.needed_choice::<Outcome>("outcome", problems);
    let least = usize::from(outcome == Some(Outcome::Kept));
    let answer = input.text("answer", least..=LONGEST, problems);
    outcome.map(|outcome| (outcome, answer))
}
