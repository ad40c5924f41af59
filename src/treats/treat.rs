//! Values: a treat, and who brings it.

use crate::clock::Instant;
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId, SeriesId, TreatId};
use crate::web::{Input, Message, Problems};

/// The most treats of a gathering.
pub const MOST: usize = 40;

/// Something to eat or drink.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Treat {
    /// Its identifier.
    pub id: TreatId,
    /// For which gathering.
    pub gathering_id: GatheringId,
    /// The series of the gathering.
    pub series_id: Option<SeriesId>,
    /// What it is.
    pub title: String,
    /// How many of it are wished for, 1 to 99.
    pub wanted: i64,
    /// Who added it.
    pub added_by: PersonId,
    /// When.
    pub added_at: Instant,
    /// When it was taken off the list.
    pub removed_at: Option<Instant>,
}

/// Who brings how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Claim {
    /// Of which treat.
    pub treat_id: TreatId,
    /// Who.
    pub person_id: PersonId,
    /// How many, at least 1.
    pub many: i64,
}

/// May anyone still promise something? Until it is over, unless it was called off.
///
/// # Errors
/// Why not.
pub fn is_open(gathering: &Gathering, now: Instant) -> Result<(), Message> {
    if gathering.is_cancelled() {
        Err(Message::new("treats-closed-cancelled"))
    } else if gathering.is_over(now) {
        Err(Message::new("treats-closed-over"))
    } else {
        Ok(())
    }
}

/// A treat as someone typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTreat {
    /// What it is; 1 to 80 characters.
    pub title: String,
    /// How many are wished for.
    pub wanted: i64,
    /// Whether whoever adds it brings one.
    pub mine: bool,
}

impl NewTreat {
    /// Reads it; what is wrong goes to `problems`. Who does not host can only add what they bring.
    pub fn read(input: &Input, host: bool, problems: &mut Problems) -> NewTreat {
        input.only(&["treat", "wanted", "mine"], problems);
        let title = input.line("treat", 1..=80, problems);
        let wanted = input.number("wanted", 1..=99, problems).unwrap_or(1);
        let mine = input.ticked("mine", problems);
        if host { NewTreat { title, wanted, mine } } else { NewTreat { title, wanted: 1, mine: true } }
    }
}
