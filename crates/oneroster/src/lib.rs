//! Reads OneRoster CSV sets, 1.1 and 1.2, bulk and delta: a ZIP archive or a folder comes in, the schools and
//! the staff come out, with everything that is wrong or odd about the set.
//!
//! Files are read as streams and rows are forgotten at once, unless they are of schools or of staff: of students
//! and their families nothing is kept but how many there are. What tells their identifiers apart is a print of
//! 128 bits. Nothing here knows a database, and no input may stop the program or fill the memory.

mod manifest;
mod notes;
mod package;
mod people;
mod records;
mod role;
mod room;
mod sds;
mod set;
mod shape;
mod table;

use std::path::Path;

pub use notes::{List, Notes, Problem, Words};
pub use package::Source;
pub use role::Role;
pub use set::{Counts, Held, Org, Set, User};

use notes::quoted;
use package::Package;

/// A version of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// 1.1: a user has one role, for a list of organisations.
    V11,
    /// 1.2: roles are a file of their own.
    V12,
}

impl Version {
    /// Its number.
    pub fn number(self) -> &'static str {
        match self {
            Version::V11 => "1.1",
            Version::V12 => "1.2",
        }
    }
}

/// How a file of a set is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// It is not there.
    #[default]
    Absent,
    /// It is all there is: what it does not name is no more.
    Bulk,
    /// It is what changed.
    Delta,
}

/// Reads the set at a path, a ZIP archive or a folder.
pub fn read(path: &Path) -> Set {
    let mut notes = Notes::default();
    let package = Package::open(path, &mut notes);
    of_package(package, notes)
}

/// Reads a set in a ZIP archive that is called `name` in messages.
pub fn read_zip(from: Box<dyn Source>, name: &str) -> Set {
    let mut notes = Notes::default();
    let package = Package::zip(from, quoted(name), &mut notes);
    of_package(package, notes)
}

fn of_package(package: Option<Package>, notes: Notes) -> Set {
    match package {
        None => Set { notes, ..Set::default() },
        Some(package) => set::read(package, notes),
    }
}

#[cfg(test)]
mod tests;
