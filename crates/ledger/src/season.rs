//! What goes in: the rows of one series, all of them, from its first gathering on.

use jiff::civil::Date;

/// One series as the ledger knows it, with the period asked about.
///
/// Identifiers are opaque text; rows that name an unknown gathering, or one that was not held,
/// count for nothing. A later row about the same gathering and person replaces an earlier one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Season {
    /// Every gathering of the series, also outside the period asked about: hiding is decided once
    /// for the whole series.
    pub gatherings: Vec<Gathering>,
    /// The people invited to the series. Whoever comes without being one of them is counted in
    /// attendances and walk-ins, and in nothing that is "of the people invited".
    pub people: Vec<Person>,
    /// Who came, was excused, or was absent.
    pub attendances: Vec<Attendance>,
    /// Guests by headcount; several rows of one gathering add up.
    pub guests: Vec<Guests>,
    /// The answer in force for a person and a gathering (that of the one date, else of the series).
    pub answers: Vec<Answered>,
    /// Topics of the series.
    pub topics: Vec<Topic>,
    /// People who came to this series before its first row here, so that a first-timer is somebody
    /// whose first time ever it was.
    pub earlier: Vec<String>,
    /// First day asked about; none: from the beginning. Widened to the first of its month.
    pub from: Option<Date>,
    /// Last day asked about; none: to the end. Widened to the last of its month.
    pub to: Option<Date>,
}

/// A time people met, or were to meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// Its identifier.
    pub id: String,
    /// Its local date.
    pub date: Date,
    /// Not cancelled, and its end is past.
    pub held: bool,
    /// Cancelled.
    pub cancelled: bool,
}

/// An invited person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Their identifier.
    pub id: String,
    /// Their school's name, if they have one.
    pub school: Option<String>,
    /// The level of that school.
    pub level: Option<String>,
    /// Their roles; somebody with two counts in each.
    pub roles: Vec<String>,
}

/// What became of one person at one gathering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// The gathering's identifier.
    pub gathering: String,
    /// The person's identifier.
    pub person: String,
    /// Came, excused or absent.
    pub state: State,
    /// Came without having been expected.
    pub walk_in: bool,
    /// Who wrote it down: `self`, `host`, or as the caller has it.
    pub by: String,
}

/// The three marks of the ledger. An excused absence is not a no-show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Was there.
    Came,
    /// Could not come and said so.
    Excused,
    /// Was not there.
    Absent,
}

impl State {
    /// The word in the export.
    pub fn word(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Excused => "excused",
            Self::Absent => "absent",
        }
    }
}

/// Guests, counted without names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guests {
    /// The gathering's identifier.
    pub gathering: String,
    /// How many.
    pub count: u32,
}

/// What a person had answered for a gathering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The gathering's identifier.
    pub gathering: String,
    /// The person's identifier.
    pub person: String,
    /// The answer in force.
    pub answer: Answer,
}

/// The answers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Will come.
    Yes,
    /// Will not.
    No,
    /// May come.
    Maybe,
    /// Waits for a place.
    Waiting,
}

impl Answer {
    /// The word in the export.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Maybe => "maybe",
            Self::Waiting => "waiting",
        }
    }
}

/// A topic of the series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its identifier.
    pub id: String,
    /// The person who proposed it.
    pub proposer: String,
    /// What became of it.
    pub state: TopicState,
    /// The gathering it was shared at or stands on; none while it waits.
    pub gathering: Option<String>,
    /// How many times it was carried over to a later gathering.
    pub carried: u32,
}

/// What became of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicState {
    /// Waits to be put on an agenda, or stands on one.
    Proposed,
    /// Was spoken of.
    Shared,
    /// Was not reached, and not carried on.
    Left,
    /// The host said no.
    Declined,
    /// Its proposer took it back.
    Withdrawn,
}

impl TopicState {
    /// The word in the export.
    pub fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Shared => "shared",
            Self::Left => "left",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}
