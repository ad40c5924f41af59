//! What a newcomer answered.

use std::str::FromStr;

use calendar::rule::Weekdays;
use serde::{Deserialize, Serialize};

/// The level of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Kindergarten to about grade 5 or 7.
    Elementary,
    /// About grade 6 to 8.
    Middle,
    /// About grade 8 or 9 to 12.
    Secondary,
}

impl Level {
    /// All of them, youngest first.
    pub const ALL: [Level; 3] = [Level::Elementary, Level::Middle, Level::Secondary];

    /// Its word, in forms and files.
    pub fn word(self) -> &'static str {
        match self {
            Level::Elementary => "elementary",
            Level::Middle => "middle",
            Level::Secondary => "secondary",
        }
    }
}

impl FromStr for Level {
    type Err = ();
    fn from_str(word: &str) -> Result<Level, ()> {
        Level::ALL.into_iter().find(|level| level.word() == word).ok_or(())
    }
}

/// What a newcomer hopes for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hope {
    /// To learn from others.
    Learn,
    /// To share what they do.
    Share,
    /// To meet colleagues.
    Meet,
    /// To help.
    Help,
}

impl Hope {
    /// All of them.
    pub const ALL: [Hope; 4] = [Hope::Learn, Hope::Share, Hope::Meet, Hope::Help];

    /// Its word, in forms and files.
    pub fn word(self) -> &'static str {
        match self {
            Hope::Learn => "learn",
            Hope::Share => "share",
            Hope::Meet => "meet",
            Hope::Help => "help",
        }
    }
}

impl FromStr for Hope {
    type Err = ();
    fn from_str(word: &str) -> Result<Hope, ()> {
        Hope::ALL.into_iter().find(|hope| hope.word() == word).ok_or(())
    }
}

/// A school as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// What it is known by.
    pub key: String,
    /// Where it is: its city or community; may be empty.
    pub place: String,
}

/// The five answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// The schools the newcomer works at or covers; none is the whole district.
    pub schools: Vec<School>,
    /// A part of the district they are in, as they typed it: a city, a family of schools.
    pub area: String,
    /// Whether where they are changes from week to week, as it does for a teacher on call.
    pub changes: bool,
    /// The days they are free; none is "it changes" or not said.
    pub days: Weekdays,
    /// What they teach, as they typed it.
    pub teaches: String,
    /// The levels they teach.
    pub levels: Vec<Level>,
    /// What interests them, as they typed it.
    pub interests: String,
    /// What they hope for.
    pub hopes: Vec<Hope>,
}

impl Answers {
    /// Whether they named any place at all.
    pub fn is_somewhere(&self) -> bool {
        !self.schools.is_empty() || !self.area.trim().is_empty()
    }

    /// Whether they hope for this.
    pub fn hopes_to(&self, hope: Hope) -> bool {
        self.hopes.contains(&hope)
    }
}
