//! The ledger as one CSV file, for those who may see names.
//!
//! Every row begins with its `kind`:
//!
//! | kind | one for | fills |
//! |---|---|---|
//! | `gathering` | each gathering | gathering, date, status (`held`, `cancelled`, `planned`), guests |
//! | `person` | each person invited, and each known as an earlier visitor | person, name, school, level, roles, invited, earlier |
//! | `attendance` | each gathering and person with an answer or a mark | gathering, date, status, person … earlier, answer, state, walk_in, by |
//! | `topic` | each topic | gathering, date, status, person and name of the proposer, topic, topic_state, carried |
//!
//! `invited`, `earlier` and `walk_in` are `yes` or `no`. Roles are parted by `;`, and a `;` or `\`
//! within a role has a `\` before it. Dates are `2026-01-14`. The file is UTF-8 with a header, and
//! always the whole series: a reader chooses dates.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Answered, Attendance, Gathering, Person, Season};

/// The columns, in order.
pub const COLUMNS: [&str; 19] = [
    "kind",
    "gathering",
    "date",
    "status",
    "guests",
    "person",
    "name",
    "school",
    "level",
    "roles",
    "invited",
    "earlier",
    "answer",
    "state",
    "walk_in",
    "by",
    "topic",
    "topic_state",
    "carried",
];

/// The file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The writer of CSV refused.
    #[error("the ledger could not be written as CSV: {0}")]
    Csv(#[from] csv::Error),
    /// The bytes could not be taken out.
    #[error("the ledger could not be written as CSV: {0}")]
    Io(#[from] std::io::Error),
}

/// The characters that make a spreadsheet read a cell as a formula when it begins with one, and the
/// apostrophe that [`safe`] itself puts before them.
const ACTIVE: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\''];

/// A cell that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`, a tab
/// or a line end gets an apostrophe before it, and so does one that begins with an apostrophe.
pub fn safe(cell: &str) -> String {
    if cell.starts_with(ACTIVE) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text that [`safe`] made safe: without its first character if that is an apostrophe.
pub fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// Writes the rows of a whole series. `names` gives the name of a person by identifier; one that is
/// missing is left empty. The period asked about plays no part.
pub fn export(season: &Season, names: &BTreeMap<String, String>) -> Result<Vec<u8>, ExportError> {
    let file = File { season, names, writer: csv::Writer::from_writer(Vec::new()) };
    file.write()
}

type Cells<'c> = Vec<(&'static str, &'c str)>;

struct File<'s> {
    season: &'s Season,
    names: &'s BTreeMap<String, String>,
    writer: csv::Writer<Vec<u8>>,
}

impl<'s> File<'s> {
    fn write(mut self) -> Result<Vec<u8>, ExportError> {
        self.writer.write_record(COLUMNS)?;
        let season = self.season;
        let dates: BTreeMap<&str, (&Gathering, String)> = season
            .gatherings
            .iter()
            .map(|gathering| (gathering.id.as_str(), (gathering, gathering.date.to_string())))
            .collect();
        let of_gathering = |id: &'s str| -> Cells<'_> {
            let mut cells = vec![("gathering", id)];
            if let Some((gathering, date)) = dates.get(id) {
                cells.extend([("date", date.as_str()), ("status", status(gathering))]);
            }
            cells
        };
        for gathering in &season.gatherings {
            let guests = season.guests.iter().filter(|guests| guests.gathering == gathering.id);
            let guests = guests.map(|guests| guests.count).fold(0, u32::saturating_add).to_string();
            let mut cells = of_gathering(&gathering.id);
            cells.push(("guests", &guests));
            self.row("gathering", &cells)?;
        }
        let people = Register::of(season);
        for id in people.everybody() {
            self.row("person", &people.cells(id, self.names))?;
        }
        for (gathering, person) in people.pairs() {
            let mut cells = of_gathering(gathering);
            cells.extend(people.cells(person, self.names));
            if let Some(answered) = people.answers.get(&(gathering, person)) {
                cells.push(("answer", answered.answer.word()));
            }
            if let Some(mark) = people.marks.get(&(gathering, person)) {
                cells.push(("state", mark.state.word()));
                cells.extend([("walk_in", yes_no(mark.walk_in)), ("by", mark.by.as_str())]);
            }
            self.row("attendance", &cells)?;
        }
        for topic in &season.topics {
            let mut cells = topic.gathering.as_deref().map(of_gathering).unwrap_or_default();
            let carried = topic.carried.to_string();
            cells.extend(people.cells(&topic.proposer, self.names));
            cells.extend([("topic", topic.id.as_str()), ("topic_state", topic.state.word())]);
            cells.push(("carried", &carried));
            self.row("topic", &cells)?;
        }
        self.writer.flush()?;
        self.writer.into_inner().map_err(|error| ExportError::Io(error.into_error()))
    }

    fn row(&mut self, kind: &str, cells: &[(&str, &str)]) -> Result<(), ExportError> {
        let record = COLUMNS.iter().map(|column| {
            let cell = cells.iter().find(|(name, _)| name == column).map(|(_, cell)| *cell);
            if *column == "kind" { kind.to_owned() } else { safe(cell.unwrap_or_default()) }
        });
        Ok(self.writer.write_record(record)?)
    }
}

/// The people of a season, and what is known of each at each gathering; later rows win.
struct Register<'s> {
    invited: BTreeMap<&'s str, (&'s Person, String)>,
    earlier: BTreeSet<&'s str>,
    answers: BTreeMap<(&'s str, &'s str), &'s Answered>,
    marks: BTreeMap<(&'s str, &'s str), &'s Attendance>,
}

impl<'s> Register<'s> {
    fn of(season: &'s Season) -> Self {
        let mut invited = BTreeMap::new();
        for person in &season.people {
            invited.entry(person.id.as_str()).or_insert_with(|| (person, roles(person)));
        }
        let answers = season.answers.iter();
        let marks = season.attendances.iter();
        Self {
            invited,
            earlier: season.earlier.iter().map(String::as_str).collect(),
            answers: answers.map(|one| ((one.gathering.as_str(), one.person.as_str()), one)).collect(),
            marks: marks.map(|one| ((one.gathering.as_str(), one.person.as_str()), one)).collect(),
        }
    }

    fn everybody(&self) -> BTreeSet<&'s str> {
        self.invited.keys().chain(&self.earlier).copied().collect()
    }

    fn pairs(&self) -> BTreeSet<(&'s str, &'s str)> {
        self.answers.keys().chain(self.marks.keys()).copied().collect()
    }

    fn cells<'c>(&'c self, id: &'c str, names: &'c BTreeMap<String, String>) -> Cells<'c> {
        let name = names.get(id).map(String::as_str).unwrap_or_default();
        let invited = self.invited.get(id);
        let mut cells = vec![
            ("person", id),
            ("name", name),
            ("invited", yes_no(invited.is_some())),
            ("earlier", yes_no(self.earlier.contains(id))),
        ];
        if let Some((person, roles)) = invited {
            cells.push(("school", person.school.as_deref().unwrap_or_default()));
            cells.push(("level", person.level.as_deref().unwrap_or_default()));
            cells.push(("roles", roles));
        }
        cells
    }
}

fn roles(person: &Person) -> String {
    let roles = person.roles.iter().map(|role| role.replace('\\', "\\\\").replace(';', "\\;"));
    roles.collect::<Vec<_>>().join(";")
}

fn status(gathering: &Gathering) -> &'static str {
    match (gathering.cancelled, gathering.held) {
        (true, _) => "cancelled",
        (false, true) => "held",
        (false, false) => "planned",
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
