//! The difference between what a set says and what is kept, by rules alone: schools are known again by their
//! sourcedId or their name, people by their sourcedId or their address.
//!
//! What was said last time is kept, and only what is said otherwise now is changed: a name somebody chose, or a
//! role somebody gave by hand, stays. Nobody is made a steward, and no school closes, by a set.

mod guard;
mod held;
mod people;
mod schools;

use std::collections::HashMap;

use oneroster::Notes;

use crate::clock::Instant;
use crate::ids::{PersonId, SchoolId};
use crate::people::{Person, Role};
use crate::schools::School;

/// A school as it was said last.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SaidSchool {
    /// What the set knows it by.
    pub sourced_id: String,
    /// The school.
    pub school_id: SchoolId,
    /// Its name there.
    pub name: String,
}

/// Somebody as they were said last.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct SaidPerson {
    /// What the set knows them by.
    pub sourced_id: String,
    /// The person; nobody where there is no address to sign in with, or no role that has an account.
    pub person_id: Option<PersonId>,
    /// Their name there.
    pub name: String,
    /// Their address there, in lower case.
    pub email: String,
    /// Their school there.
    pub school_id: Option<SchoolId>,
    /// The roles they hold there.
    pub held: String,
    /// The roles they have from it here.
    pub given: String,
    /// When a set made them leave; one that names them again lets them back in.
    pub gone_at: Option<Instant>,
}

/// What a role of the standard is here.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Becomes {
    /// The role there, or `librarian`.
    pub source: String,
    /// The role here; none has no account.
    pub role: Option<Role>,
}

/// What is kept.
#[derive(Debug, Default)]
pub struct Kept {
    /// Every school.
    pub schools: Vec<School>,
    /// Everyone, also those who left.
    pub people: Vec<Person>,
    /// Their roles.
    pub roles: HashMap<PersonId, Vec<Role>>,
    /// Schools as they were said.
    pub said_schools: Vec<SaidSchool>,
    /// People as they were said.
    pub said_people: Vec<SaidPerson>,
    /// What roles are here.
    pub becomes: HashMap<String, Option<Role>>,
}

/// How a set is taken over.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// Of a hundred people that sets brought, how many may leave by one.
    pub leave_share: u64,
    /// When.
    pub now: Instant,
}

/// How many are new, different, gone, as they were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Changes {
    /// New.
    pub add: u64,
    /// Different now.
    pub change: u64,
    /// Gone.
    pub leave: u64,
    /// As they were.
    pub unchanged: u64,
}

impl Changes {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Changes) -> Changes {
        Changes {
            add: self.add + other.add,
            change: self.change + other.change,
            leave: self.leave + other.leave,
            unchanged: self.unchanged + other.unchanged,
        }
    }
}

/// A person who changes.
#[derive(Debug, Clone)]
pub struct Changed {
    /// As they are to be.
    pub person: Person,
    /// The version they were of.
    pub version: Instant,
    /// Their roles, where those change.
    pub roles: Option<Vec<Role>>,
    /// Whether they leave the district with it (true) or are back (false); most do neither.
    pub gone: Option<bool>,
}

/// What is to be done.
#[derive(Debug, Default)]
pub struct Difference {
    /// New schools.
    pub new_schools: Vec<School>,
    /// Schools as they are to be, and the version they were of.
    pub changed_schools: Vec<(School, Instant)>,
    /// Schools as they are said now, where that is different.
    pub said_schools: Vec<SaidSchool>,
    /// New people.
    pub new_people: Vec<Person>,
    /// And their roles.
    pub new_roles: Vec<(PersonId, Role)>,
    /// People who change or leave.
    pub changed_people: Vec<Changed>,
    /// People as they are said now, where that is different.
    pub said_people: Vec<SaidPerson>,
    /// Schools in numbers.
    pub schools: Changes,
    /// People in numbers.
    pub people: Changes,
    /// How many people whom sets brought are here.
    pub present: u64,
    /// What came up on the way.
    pub notes: Notes,
}

/// Finds the difference. `id` makes identifiers.
///
/// # Errors
/// When there is no identifier to be had.
pub fn find<E>(
    set: &oneroster::Set,
    kept: &Kept,
    manner: Manner,
    id: &mut dyn FnMut() -> Result<uuid::Uuid, E>,
) -> Result<Difference, E> {
    let mut difference = Difference::default();
    let places = schools::compare(set, kept, manner, &mut difference, id)?;
    people::compare(set, kept, manner, (&mut difference, &places), id)?;
    Ok(difference)
}

#[cfg(test)]
mod tests;
