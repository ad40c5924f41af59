//! The figures as rows of a sheet: for CSV and XLSX, in the reader's language.

use jiff::civil::Date;
use ledger::{Count, Figures, Share, Use};

use super::pages::{level, month, role};
use crate::web::{Cell, Language, Sheet, SheetKind};

/// A row: which table, which line of it, and up to three numbers. A hidden number is the word for it, as text.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which table.
    pub table: String,
    /// Which line of it.
    pub line: String,
    /// The number, or the share's numerator.
    pub number: Cell,
    /// Of how many, for shares.
    pub of: Cell,
}

struct Rows {
    language: Language,
    /// The day on which a person reads them, to whom days are said in words; a file has them as numbers.
    today: Option<Date>,
    rows: Vec<Row>,
}

impl Rows {
    fn cell(&self, number: Option<f64>) -> Cell {
        number.map_or_else(|| Cell::Text(self.language.say("use-hidden").to_string()), Cell::Number)
    }

    fn number(&mut self, table: &str, line: impl Into<String>, number: u32) {
        self.rows.push(Row {
            table: table.to_owned(),
            line: line.into(),
            number: Cell::Number(number.into()),
            of: Cell::Empty,
        });
    }

    fn count(&mut self, table: &str, line: impl Into<String>, count: Count) {
        let number = self.cell(count.value.map(f64::from));
        self.rows.push(Row { table: table.to_owned(), line: line.into(), number, of: Cell::Empty });
    }

    fn share(&mut self, table: &str, line: impl Into<String>, share: Share) {
        let (number, of) = (self.cell(share.numerator.map(f64::from)), self.cell(share.denominator.map(f64::from)));
        self.rows.push(Row { table: table.to_owned(), line: line.into(), number, of });
    }
}

/// Every shown number of an answer, for a file.
pub fn rows(answer: &Use, language: Language) -> Vec<Row> {
    made(answer, language, None)
}

/// Every shown number of an answer, for a person who reads it on a day.
pub fn rows_to_read(answer: &Use, language: Language, today: Date) -> Vec<Row> {
    made(answer, language, Some(today))
}

fn made(answer: &Use, language: Language, today: Option<Date>) -> Vec<Row> {
    let mut rows = Rows { language, today, rows: Vec::new() };
    let say = |key: &'static str| language.say(key).to_string();
    let all = say("use-overall");
    match answer {
        Use::TooFewToTell { held, cancelled, .. } => {
            rows.number(&all, say("use-held"), *held);
            rows.number(&all, say("use-cancelled"), *cancelled);
        }
        Use::Told(figures) => told(&mut rows, figures, &all),
    }
    rows.rows
}

fn told(rows: &mut Rows, figures: &Figures, all: &str) {
    let language = rows.language;
    let say = |key: &'static str| language.say(key).to_string();
    rows.number(all, say("use-held"), figures.held);
    rows.number(all, say("use-cancelled"), figures.cancelled);
    rows.count(all, say("use-invited"), figures.invited);
    rows.share(all, say("use-reach"), figures.reach);
    rows.count(all, say("use-attendances"), figures.attendances);
    let median = rows.cell(figures.median.value);
    rows.rows.push(Row { table: all.to_owned(), line: say("use-median"), number: median, of: Cell::Empty });
    // Over so many gatherings: not a part of them, as a number with “of” beside it would say.
    let line = language.say("use-first-timers").with("held", figures.held).to_string();
    let first = rows.cell(figures.first_timers.numerator.map(f64::from));
    rows.rows.push(Row { table: all.to_owned(), line, number: first, of: Cell::Empty });
    rows.share(all, say("use-returners"), figures.returners);
    rows.share(all, say("use-said-yes"), figures.said_yes_and_came);
    rows.count(all, say("use-walk-ins"), figures.walk_ins);
    rows.count(all, say("use-guests"), figures.guests);
    for row in &figures.by_gathering {
        let day = rows.today.map(|today| language.words().date_short(row.date, today));
        rows.count(&say("use-by-gathering"), day.unwrap_or_else(|| row.date.to_string()), row.came);
    }
    for row in &figures.by_week {
        rows.count(&say("use-by-week"), row.week.clone(), row.attendances);
    }
    for row in &figures.by_month {
        let name = if rows.today.is_some() { month(&row.month, language) } else { row.month.clone() };
        rows.count(&say("use-by-month"), name, row.attendances);
    }
    for row in &figures.by_school {
        let school = row.school.clone().unwrap_or_else(|| say("use-no-school"));
        rows.share(&say("use-by-school"), school, row.reach);
    }
    for row in &figures.by_level {
        rows.share(&say("use-by-level"), level(language, row.level.as_deref()), row.reach);
    }
    for row in &figures.by_role {
        rows.share(&say("use-by-role"), role(language, &row.role), row.reach);
    }
    let topics = say("use-topics");
    rows.number(&topics, say("use-topics-proposed"), figures.topics.proposed);
    rows.number(&topics, say("use-topics-shared"), figures.topics.shared);
    rows.number(&topics, say("use-topics-carried"), figures.topics.carried);
    rows.number(&topics, say("use-topics-left"), figures.topics.left);
    rows.count(&topics, say("use-sharers"), figures.topics.sharers);
}

fn header(language: Language) -> [String; 4] {
    ["use-table", "use-line", "use-number", "use-of"].map(|key| language.say(key).to_string())
}

/// The figures as a file to save.
pub fn sheet(kind: SheetKind, rows: Vec<Row>, language: Language) -> anyhow::Result<Sheet> {
    let mut sheet = Sheet::begin(kind, "klatsch-use", &header(language))?;
    for row in rows {
        sheet.row([Cell::from(row.table), Cell::from(row.line), row.number, row.of])?;
    }
    Ok(sheet)
}
