//! Values: a newcomer, and how far they are.

use std::str::FromStr;

use calendar::rule::Weekdays;

use super::five::Five;
use crate::clock::Instant;
use crate::database::Text;
use crate::ids::{LinkId, NewcomerId, PersonId};

/// How many days answers are kept for which there is no account.
pub const KEPT_DAYS: i64 = 14;

/// How many days after they were introduced a newcomer is asked whether it helped.
pub const MONTH_DAYS: i64 = 30;

/// Whether it helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Helped {
    /// Yes.
    Yes,
    /// Somewhat.
    Somewhat,
    /// No.
    No,
}

impl Helped {
    /// All of them.
    pub const ALL: [Helped; 3] = [Helped::Yes, Helped::Somewhat, Helped::No];

    /// The word in the database, in forms and the API.
    pub fn word(self) -> &'static str {
        match self {
            Helped::Yes => "yes",
            Helped::Somewhat => "somewhat",
            Helped::No => "no",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Helped::Yes => "welcome-helped-yes",
            Helped::Somewhat => "welcome-helped-somewhat",
            Helped::No => "welcome-helped-no",
        }
    }
}

impl FromStr for Helped {
    type Err = ();
    fn from_str(word: &str) -> Result<Helped, ()> {
        Helped::ALL.into_iter().find(|helped| helped.word() == word).ok_or(())
    }
}

/// A newcomer.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Newcomer {
    /// Their identifier.
    pub id: NewcomerId,
    /// Who it is, once there is an account.
    pub person_id: Option<PersonId>,
    /// The link they came by.
    pub link_id: Option<LinkId>,
    /// Their name, where there is no account and they asked for one.
    pub name: String,
    /// Their address, likewise.
    pub email: String,
    schools: String,
    area: String,
    changes: bool,
    days: Text<Weekdays>,
    teaches: String,
    levels: String,
    interests: String,
    hopes: String,
    tells: String,
    /// When they answered first.
    pub answered_at: Instant,
    /// When they answered last.
    pub updated_at: Instant,
    /// Until when it is kept; none with an account.
    pub expires_at: Option<Instant>,
    /// When they asked for an account.
    pub wanted_at: Option<Instant>,
    /// When a host was told first.
    pub introduced_at: Option<Instant>,
    /// Who is their buddy.
    pub buddy_id: Option<PersonId>,
    /// Since when.
    pub buddy_at: Option<Instant>,
    /// When they were asked whether it helped.
    pub asked_at: Option<Instant>,
    /// What they said.
    pub helped: Option<Helped>,
    /// What was missing, in their words.
    pub missing: String,
    /// When they said so.
    pub said_at: Option<Instant>,
}

/// Words with spaces between, as a column holds them.
pub fn joined<T>(of: &[T], word: impl Fn(&T) -> String) -> String {
    of.iter().map(word).collect::<Vec<_>>().join(" ")
}

fn parsed<T: FromStr>(text: &str) -> Vec<T> {
    text.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

impl Newcomer {
    /// One who answers now and has no account yet.
    pub fn new(id: NewcomerId, five: &Five, now: Instant) -> Newcomer {
        let mut newcomer = Newcomer {
            id,
            person_id: None,
            link_id: None,
            name: String::new(),
            email: String::new(),
            schools: String::new(),
            area: String::new(),
            changes: false,
            days: Text(Weekdays::NONE),
            teaches: String::new(),
            levels: String::new(),
            interests: String::new(),
            hopes: String::new(),
            tells: String::new(),
            answered_at: now,
            updated_at: now,
            expires_at: Some(now.plus_days(KEPT_DAYS)),
            wanted_at: None,
            introduced_at: None,
            buddy_id: None,
            buddy_at: None,
            asked_at: None,
            helped: None,
            missing: String::new(),
            said_at: None,
        };
        newcomer.say(five, now);
        newcomer
    }

    /// Gives these answers instead of those they had.
    pub fn say(&mut self, five: &Five, now: Instant) {
        self.schools = joined(&five.schools, ToString::to_string);
        self.area.clone_from(&five.area);
        self.changes = five.changes;
        self.days = Text(five.days);
        self.teaches.clone_from(&five.teaches);
        self.levels = joined(&five.levels, |level| level.word().to_owned());
        self.interests.clone_from(&five.interests);
        self.hopes = joined(&five.hopes, |hope| hope.word().to_owned());
        self.tells = joined(&five.tells, |tell| tell.word().to_owned());
        self.updated_at = now;
    }

    /// What they answered.
    pub fn five(&self) -> Five {
        Five {
            schools: parsed(&self.schools),
            area: self.area.clone(),
            changes: self.changes,
            days: *self.days,
            teaches: self.teaches.clone(),
            levels: parsed(&self.levels),
            interests: self.interests.clone(),
            hopes: parsed(&self.hopes),
            tells: parsed(&self.tells),
        }
    }

    /// The texts of the columns, in their order: schools, area, changes, days, teaches, levels, interests, hopes, tells.
    pub fn columns(&self) -> Columns<'_> {
        Columns {
            schools: &self.schools,
            area: &self.area,
            changes: self.changes,
            days: self.days,
            teaches: &self.teaches,
            levels: &self.levels,
            interests: &self.interests,
            hopes: &self.hopes,
            tells: &self.tells,
        }
    }

    /// How far they are.
    pub fn state(&self, came: bool) -> State {
        if self.person_id.is_none() {
            if self.wanted_at.is_some() { State::Wants } else { State::Answered }
        } else if self.said_at.is_some() {
            State::Said
        } else if self.asked_at.is_some() {
            State::Asked
        } else if came {
            State::Came
        } else if self.introduced_at.is_some() {
            State::Introduced
        } else {
            State::Answered
        }
    }
}

/// See [`Newcomer::columns`].
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the columns of the table")]
pub struct Columns<'a> {
    pub schools: &'a str,
    pub area: &'a str,
    pub changes: bool,
    pub days: Text<Weekdays>,
    pub teaches: &'a str,
    pub levels: &'a str,
    pub interests: &'a str,
    pub hopes: &'a str,
    pub tells: &'a str,
}

/// How far a newcomer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = NewcomerState)]
pub enum State {
    /// They answered.
    Answered,
    /// They ask for an account.
    Wants,
    /// A host was told.
    Introduced,
    /// They came.
    Came,
    /// They were asked whether it helped.
    Asked,
    /// They said whether it helped.
    Said,
}

impl State {
    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            State::Answered => "newcomers-state-answered",
            State::Wants => "newcomers-state-wants",
            State::Introduced => "newcomers-state-introduced",
            State::Came => "newcomers-state-came",
            State::Asked => "newcomers-state-asked",
            State::Said => "newcomers-state-said",
        }
    }
}
