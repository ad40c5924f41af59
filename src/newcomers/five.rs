//! Values: the five answers, and what of them a host may know.

use std::str::FromStr;

use calendar::rule::Weekdays;
use circles::{Hope, Level};

use crate::ids::SchoolId;

/// Of what they answered, what a newcomer lets the host know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tell {
    /// The schools.
    Schools,
    /// What they teach.
    Teaches,
    /// What interests them.
    Interests,
    /// What they hope for.
    Hopes,
}

impl Tell {
    /// All of them.
    pub const ALL: [Tell; 4] = [Tell::Schools, Tell::Teaches, Tell::Interests, Tell::Hopes];

    /// The word in the database, in forms and the API.
    pub fn word(self) -> &'static str {
        match self {
            Tell::Schools => "schools",
            Tell::Teaches => "teaches",
            Tell::Interests => "interests",
            Tell::Hopes => "hopes",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Tell::Schools => "newcomers-tell-schools",
            Tell::Teaches => "newcomers-tell-teaches",
            Tell::Interests => "newcomers-tell-interests",
            Tell::Hopes => "newcomers-tell-hopes",
        }
    }
}

impl Tell {
    /// The key of its word where others read it.
    pub fn told_key(self) -> &'static str {
        match self {
            Tell::Schools => "newcomers-told-schools",
            Tell::Teaches => "newcomers-told-teaches",
            Tell::Interests => "newcomers-told-interests",
            Tell::Hopes => "newcomers-told-hopes",
        }
    }
}

/// The key of a hope's word for people.
pub fn hope_key(hope: Hope) -> &'static str {
    match hope {
        Hope::Learn => "welcome-hope-learn",
        Hope::Share => "welcome-hope-share",
        Hope::Meet => "welcome-hope-meet",
        Hope::Help => "welcome-hope-help",
    }
}

/// The key of a level's word for people.
pub fn level_key(level: Level) -> &'static str {
    match level {
        Level::Elementary => "level-elementary",
        Level::Middle => "level-middle",
        Level::Secondary => "level-secondary",
    }
}

impl FromStr for Tell {
    type Err = ();
    fn from_str(word: &str) -> Result<Tell, ()> {
        Tell::ALL.into_iter().find(|tell| tell.word() == word).ok_or(())
    }
}

/// The five answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Five {
    /// The schools they work at or cover.
    pub schools: Vec<SchoolId>,
    /// A part of the district, as they typed it.
    pub area: String,
    /// Whether it changes from week to week.
    pub changes: bool,
    /// The days they are free.
    pub days: Weekdays,
    /// What they teach.
    pub teaches: String,
    /// The levels they teach.
    pub levels: Vec<Level>,
    /// What interests them.
    pub interests: String,
    /// What they hope for.
    pub hopes: Vec<Hope>,
    /// What of it the host may know.
    pub tells: Vec<Tell>,
}
