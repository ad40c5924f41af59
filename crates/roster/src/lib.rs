//! Reads the lists a district already has: its schools and its people, as CSV.
//!
//! Bytes come in, values come out. Nothing here knows a database, a file or a clock, so
//! that hostile input meets as little as possible. Two manners hold everywhere:
//!
//! - A file that cannot be understood is [`Unreadable`], with words that say what to do.
//! - A row that cannot be understood is [`LeftOut`], with its row number as a spreadsheet
//!   shows it and the reason. Nothing in a row is guessed: a level, a grade or a role that
//!   Klatsch does not know is said, never dropped in silence.

mod fold;
pub mod level;
pub mod matching;
pub mod people;
mod roles;
pub mod schools;
mod table;
pub mod text;

pub use fold::fold;

/// A row of the file that was not taken, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: u64,
    /// Why, in words for the person who made the file.
    pub reason: String,
    /// The school in that row where it could be read all the same, so that a choice by
    /// district or distance leaves out what it does not concern.
    pub(crate) school: Option<Box<schools::School>>,
}

impl LeftOut {
    /// Row `row` is left out because of `reason`.
    pub fn new(row: u64, reason: impl Into<String>) -> LeftOut {
        LeftOut { row, reason: reason.into(), school: None }
    }
}

/// Why a whole file could not be understood. The words say what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not a single row.
    #[error("The file is empty. It needs column names in row 1 and one row below for each entry.")]
    Empty,
    /// A workbook, an archive, a picture: anything but text.
    #[error("This is {what}, not CSV text. Save it as “CSV UTF-8” and import that file.")]
    NotText {
        /// What the file seems to be, with its article.
        what: &'static str,
    },
    /// Partly UTF-8, partly something else; either reading would spoil names.
    #[error("The text is UTF-8 except for a damaged character on line {line}. Save the file again as “CSV UTF-8”.")]
    Damaged {
        /// The line of text, from 1.
        line: u64,
    },
    /// A column without which nothing can be read.
    #[error(
        "There is no column for the {wanted} (for example “{example}”). Row 1 has: {found}. Put the column names in row 1."
    )]
    NoColumn {
        /// What the column is for.
        wanted: &'static str,
        /// A header that would be recognised.
        example: &'static str,
        /// The headers of the file.
        found: String,
    },
    /// Two columns with one header.
    #[error("The column “{header}” is there twice. Rename or remove one of them.")]
    SameColumnTwice {
        /// The header as it stands in the file.
        header: String,
    },
    /// A quotation mark that opens a field and is never closed.
    #[error(
        "A quotation mark (\") in row {row} is never closed, so the rows after it cannot be told apart. Close it or remove it."
    )]
    UnclosedQuote {
        /// The row as a spreadsheet numbers it.
        row: u64,
    },
    /// Names and e-mail addresses where schools were expected.
    #[error("This looks like a list of people, not of schools. Use “klatsch import people”.")]
    PeopleInstead,
}
