//! What is wrong or odd in a set, with its place, in both languages of the house.

use serde::Serialize;

/// A sentence in English and in French.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// A sentence in English and in French; what stands in braces is put into both.
#[macro_export]
macro_rules! words {
    ($en:literal, $fr:literal $(,)?) => {
        $crate::Words { en: format!($en), fr: format!($fr) }
    };
}

impl Serialize for Words {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.en)
    }
}

/// Something wrong or odd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The CSV file, or the package where it is of none.
    pub file: String,
    /// The row as a spreadsheet numbers it: the header is row 1, the first record row 2.
    pub row: Option<u64>,
    /// The column by its name in the header.
    pub column: Option<String>,
    /// What, in words for whoever made the set.
    pub problem: Words,
}

/// How many problems of a kind are listed; the rest is counted.
const LISTED: usize = 1_000;

/// A list of problems that hostile input cannot make endless.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    listed: Vec<Problem>,
    more: u64,
}

impl List {
    /// Adds one.
    pub fn add(&mut self, problem: Problem) {
        if self.listed.len() < LISTED {
            self.listed.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// All that are listed, and a last one that counts the rest.
    pub fn all(&self) -> Vec<Problem> {
        let mut all = self.listed.clone();
        if let Some(last) = all.last().filter(|_| self.more > 0) {
            let more = self.more;
            let problem = words!("and {more} more", "et {more} de plus");
            all.push(Problem { file: last.file.clone(), row: None, column: None, problem });
        }
        all
    }
}

/// Errors and warnings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// What is refused.
    pub errors: List,
    /// What is taken all the same.
    pub warnings: List,
}

/// A place in a set.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// The file.
    pub file: &'a str,
    /// The row.
    pub row: Option<u64>,
    /// The column.
    pub column: Option<&'a str>,
}

impl<'a> At<'a> {
    /// A file as a whole.
    pub fn file(file: &'a str) -> At<'a> {
        At { file, row: None, column: None }
    }

    /// A row of a file.
    pub fn row(file: &'a str, row: u64) -> At<'a> {
        At { file, row: Some(row), column: None }
    }

    /// In this column.
    #[must_use]
    pub fn column(self, column: &'a str) -> At<'a> {
        At { column: Some(column), ..self }
    }

    fn says(self, problem: Words) -> Problem {
        Problem { file: self.file.to_owned(), row: self.row, column: self.column.map(str::to_owned), problem }
    }
}

impl Notes {
    /// Refuses something.
    pub fn error(&mut self, at: At<'_>, problem: Words) {
        self.errors.add(at.says(problem));
    }

    /// Says something that is taken all the same.
    pub fn warn(&mut self, at: At<'_>, problem: Words) {
        self.warnings.add(at.says(problem));
    }
}

/// A value as it is quoted in a sentence: short, on one line, with nothing that moves the text around it.
pub fn quoted(value: &str) -> String {
    let mut short: String = value
        .chars()
        .map(|letter| {
            if letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
                ' '
            } else {
                letter
            }
        })
        .take(60)
        .collect();
    if value.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}
