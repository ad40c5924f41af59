//! What came of a set, in numbers and sentences.

use std::collections::BTreeMap;

use oneroster::{Problem, Set, words};
use serde::{Deserialize, Serialize};

use super::difference::{Changes, Difference};

/// How many people are named of each kind.
const NAMED: usize = 50;

/// What came of a set. Its JSON is a contract: docs/oneroster.md.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Report {
    /// The version of the standard, where the set says it.
    pub version: Option<&'static str>,
    /// How many schools are in the set.
    pub schools: u64,
    /// How many of the staff.
    pub staff: u64,
    /// How many users were skipped, by their role.
    pub skipped: BTreeMap<&'static str, u64>,
    /// What changes: schools and people together.
    pub changes: Changes,
    /// The same, apart; the contract knows only the sum.
    #[serde(skip)]
    pub of: Of,
    /// How many people whom sets brought are here.
    #[serde(skip)]
    pub present: u64,
    /// What is refused; then nothing was changed.
    pub errors: Vec<Problem>,
    /// What was taken all the same.
    pub warnings: Vec<Problem>,
    /// Who it is about, up to some of each.
    #[serde(skip)]
    pub who: Who,
}

/// Changes of schools and of people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    /// Of schools.
    pub schools: Changes,
    /// Of people.
    pub people: Changes,
}

/// Names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Who is new.
    pub add: Vec<String>,
    /// Who is different.
    pub change: Vec<String>,
    /// Who leaves.
    pub leave: Vec<String>,
    /// Schools that are new.
    pub schools: Vec<String>,
}

impl Report {
    /// What a set says, before it is compared with anything.
    pub fn of(set: &Set) -> Report {
        Report {
            version: set.version.map(oneroster::Version::number),
            schools: set.counts.schools,
            staff: set.counts.staff,
            skipped: set.counts.skipped.iter().map(|(role, number)| (role.word(), *number)).collect(),
            errors: set.notes.errors.all(),
            warnings: set.notes.warnings.all(),
            ..Report::default()
        }
    }

    /// What a set would do.
    #[must_use]
    pub fn with(mut self, difference: &Difference) -> Report {
        self.of = Of { schools: difference.schools, people: difference.people };
        self.changes = difference.schools.and(difference.people);
        self.present = difference.present;
        self.errors.extend(difference.notes.errors.all());
        self.warnings.extend(difference.notes.warnings.all());
        let name = |person: &crate::people::Person| person.name.clone();
        let changed = |leaves: bool| {
            difference.changed_people.iter().filter(move |changed| (changed.gone == Some(true)) == leaves)
        };
        self.who = Who {
            add: difference.new_people.iter().take(NAMED).map(name).collect(),
            change: changed(false).take(NAMED).map(|changed| name(&changed.person)).collect(),
            leave: changed(true).take(NAMED).map(|changed| name(&changed.person)).collect(),
            schools: difference.new_schools.iter().take(NAMED).map(|school| school.name.clone()).collect(),
        };
        self
    }

    /// A refusal for a reason that is not in the set.
    #[must_use]
    pub fn refused(mut self, reason: &str) -> Report {
        let problem = words!("{reason}; nothing was changed.", "{reason} ; rien n’a été modifié.");
        self.errors.push(Problem { file: "klatsch".to_owned(), row: None, column: None, problem });
        self
    }

    /// Whether it is taken.
    pub fn is_right(&self) -> bool {
        self.errors.is_empty()
    }
}

/// What came of a set as it is kept and shown: in both languages, with names only until it is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The version of the standard.
    pub version: String,
    /// How many schools are in the set.
    pub schools: u64,
    /// How many of the staff.
    pub staff: u64,
    /// How many users were skipped, by their role.
    pub skipped: BTreeMap<String, u64>,
    /// What changes.
    pub of: Of,
    /// How many people whom sets brought are here.
    pub present: u64,
    /// What is refused.
    pub errors: Vec<Line>,
    /// What is taken all the same.
    pub warnings: Vec<Line>,
    /// How many more there are of either.
    pub more: u64,
    /// Who it is about.
    pub who: Who,
}

/// A problem in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The file.
    pub file: String,
    /// The row.
    pub row: Option<u64>,
    /// The column.
    pub column: Option<String>,
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// How many problems of a kind are kept for the page.
const KEPT: usize = 100;

impl From<Report> for Shown {
    fn from(report: Report) -> Shown {
        let lines = |problems: &[Problem]| {
            let line = |problem: &Problem| Line {
                file: problem.file.clone(),
                row: problem.row,
                column: problem.column.clone(),
                en: problem.problem.en.clone(),
                fr: problem.problem.fr.clone(),
            };
            problems.iter().take(KEPT).map(line).collect::<Vec<_>>()
        };
        let more = |problems: &[Problem]| problems.len().saturating_sub(KEPT) as u64;
        Shown {
            version: report.version.unwrap_or_default().to_owned(),
            schools: report.schools,
            staff: report.staff,
            skipped: report.skipped.iter().map(|(role, number)| ((*role).to_owned(), *number)).collect(),
            of: report.of,
            present: report.present,
            errors: lines(&report.errors),
            warnings: lines(&report.warnings),
            more: more(&report.errors) + more(&report.warnings),
            who: report.who,
        }
    }
}

impl Shown {
    /// As it is kept.
    ///
    /// # Errors
    /// Never; it is always JSON.
    pub fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// Without anyone's name: numbers are enough once it is over, and errors, which name rows.
    #[must_use]
    pub fn nameless(&self) -> Shown {
        Shown { who: Who::default(), warnings: Vec::new(), ..self.clone() }
    }

    /// Whether fewer may leave than would.
    pub fn exceeds(&self, share: i64) -> bool {
        self.of.people.leave.saturating_mul(100) > self.present.saturating_mul(u64::try_from(share).unwrap_or(0))
    }
}
