//! Why a circle suits, and why none does. Machines read the reasons; a page says them in words.

use calendar::rule::Weekdays;
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use crate::answers::{Hope, Level};

/// What speaks for a circle, the heaviest first; or, at the end, what one should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// It is about what interests them: these of their words.
    Interest {
        /// As the newcomer typed them.
        words: Vec<String>,
    },
    /// It is about what they teach: these of their words.
    Teaches {
        /// As the newcomer typed them.
        words: Vec<String>,
    },
    /// It meets at one of their schools.
    School,
    /// It meets in their part of the district.
    Nearby {
        /// The place.
        place: String,
    },
    /// It meets on a day they are free.
    FreeDay {
        /// `mon` to `sun`.
        day: String,
    },
    /// One can take part from wherever one is that week.
    FromAfar,
    /// It is for the level they teach.
    Level {
        /// Which.
        level: Level,
    },
    /// One of its hosts can be asked about what interests them.
    HostKnows {
        /// As the newcomer typed them.
        words: Vec<String>,
    },
    /// Few people come, so that one meets them.
    Small {
        /// How many usually.
        people: u32,
    },
    /// Others share there, and anyone may.
    RoomToShare,
    /// People look for somebody who brings or does something.
    Hands,
    /// It is not on a day they named; what speaks for it is something else.
    OtherDay {
        /// `mon` to `sun`.
        day: String,
    },
    /// It has no date yet.
    NoDate,
}

impl Reason {
    /// What it counts. Interests weigh most, since people stay for what they care about; a free day and one's own
    /// school make it possible to come at all; what one hopes for tips the scales.
    pub fn weight(&self) -> i32 {
        let further = |words: &[String], most: usize| i32::try_from(words.len().min(most)).unwrap_or(0);
        match self {
            Reason::Interest { words } => 6 + 2 * further(words, 4),
            Reason::FreeDay { .. } => 6,
            Reason::School => 5,
            Reason::Teaches { words } => 3 + further(words, 3),
            Reason::FromAfar => 3,
            Reason::Nearby { .. } | Reason::Level { .. } | Reason::HostKnows { .. } => 2,
            Reason::Small { .. } | Reason::RoomToShare | Reason::Hands => 2,
            Reason::OtherDay { .. } => -4,
            Reason::NoDate => -2,
        }
    }

    /// Whether it says something of the circle itself, and not only that one could come.
    pub fn draws(&self) -> bool {
        !matches!(
            self,
            Reason::FreeDay { .. } | Reason::FromAfar | Reason::OtherDay { .. } | Reason::NoDate | Reason::Hands
        )
    }

    /// Its word.
    pub fn word(&self) -> &'static str {
        match self {
            Reason::Interest { .. } => "interest",
            Reason::Teaches { .. } => "teaches",
            Reason::School => "school",
            Reason::Nearby { .. } => "nearby",
            Reason::FreeDay { .. } => "free_day",
            Reason::FromAfar => "from_afar",
            Reason::Level { .. } => "level",
            Reason::HostKnows { .. } => "host_knows",
            Reason::Small { .. } => "small",
            Reason::RoomToShare => "room_to_share",
            Reason::Hands => "hands",
            Reason::OtherDay { .. } => "other_day",
            Reason::NoDate => "no_date",
        }
    }

    /// What hope it answers, if it answers one.
    pub fn hope(&self) -> Option<Hope> {
        match self {
            Reason::Interest { .. } | Reason::Teaches { .. } => Some(Hope::Learn),
            Reason::RoomToShare => Some(Hope::Share),
            Reason::Small { .. } => Some(Hope::Meet),
            Reason::Hands => Some(Hope::Help),
            _ => None,
        }
    }
}

/// Why nothing suits yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// There is nothing to join at all.
    NoCircles,
    /// Everything is full.
    AllFull,
    /// Nothing meets on the days they are free.
    NoDay,
    /// Nothing is about what they named, nor where they are.
    NothingOfTheirs,
}

impl Lack {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Lack::NoCircles => "no_circles",
            Lack::AllFull => "all_full",
            Lack::NoDay => "no_day",
            Lack::NothingOfTheirs => "nothing_of_theirs",
        }
    }
}

/// The word of a weekday: `mon` to `sun`.
pub(crate) fn code(day: Weekday) -> String {
    Weekdays::code(day).to_owned()
}
