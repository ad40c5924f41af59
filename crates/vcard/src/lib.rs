//! vCards (RFC 2426, version 3.0; RFC 6350, version 4.0): what an address book keeps, read and written.
//!
//! Bytes come in, values come out. What is read is what a [`Card`] has room for: names, organisation, ways to
//! reach somebody, categories, a note. Everything else (pictures, birthdays, postal addresses) is left out and
//! counted by the name of its property, so that whoever imports can be told. A file is taken whole or not at
//! all: anything that cannot be read is a [`Fault`] with its line and reason.
//!
//! Why not a library: the one well-kept crate (calcard) is lenient by design. It repairs silently and says
//! neither line nor reason, and it brings the time zones of another date library along.

mod card;
mod fault;
mod lines;
mod property;
mod read;
#[cfg(test)]
mod tests;
mod value;
mod write;

pub use card::{Card, Kind, Parts, Version, Way};
pub use fault::{Fault, Reason};
pub use read::{File, read};
pub use write::write;

/// The most cards of a file.
pub const MOST_CARDS: usize = 5_000;

/// The most faults that are told of a file.
pub const MOST_FAULTS: usize = 50;

/// The most bytes of a file.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// The most characters of a note, and of any other value.
pub const LONGEST: (usize, usize) = (20_000, 2_000);

/// The most values of one kind that a card may have: addresses, numbers, links, handles, categories.
pub const MOST_VALUES: usize = 50;
