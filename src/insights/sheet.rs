//! The figures as rows of a sheet: for CSV and XLSX, in the reader's language.

use ledger::{Count, Figures, Share, Use};
use rust_xlsxwriter::{Format, Workbook};

use super::pages::{level, role};
use crate::web::Language;

/// A row: which table, which line of it, and up to three numbers. A hidden number is the word for it.
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

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    Empty,
    /// A number.
    Number(f64),
    /// Hidden; the word for it.
    Hidden(String),
}

impl Cell {
    fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Number(number) => number.to_string(),
            Cell::Hidden(word) => word.clone(),
        }
    }
}

struct Rows {
    language: Language,
    rows: Vec<Row>,
}

impl Rows {
    fn cell(&self, number: Option<f64>) -> Cell {
        number.map_or_else(|| Cell::Hidden(self.language.say("use-hidden").to_string()), Cell::Number)
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

/// Every shown number of an answer.
pub fn rows(answer: &Use, language: Language) -> Vec<Row> {
    let mut rows = Rows { language, rows: Vec::new() };
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
    rows.share(all, say("use-first-timers"), figures.first_timers);
    rows.share(all, say("use-returners"), figures.returners);
    rows.share(all, say("use-said-yes"), figures.said_yes_and_came);
    rows.count(all, say("use-walk-ins"), figures.walk_ins);
    rows.count(all, say("use-guests"), figures.guests);
    for row in &figures.by_gathering {
        rows.count(&say("use-by-gathering"), row.date.to_string(), row.came);
    }
    for row in &figures.by_week {
        rows.count(&say("use-by-week"), row.week.clone(), row.attendances);
    }
    for row in &figures.by_month {
        rows.count(&say("use-by-month"), row.month.clone(), row.attendances);
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

/// As CSV (RFC 4180), UTF-8 with a byte order mark, which spreadsheets need to read accents.
pub fn csv(rows: &[Row], language: Language) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(header(language))?;
    for row in rows {
        let line = ledger::safe(&row.line);
        writer.write_record([&row.table, &line, &row.number.text(), &row.of.text()])?;
    }
    Ok(writer.into_inner()?)
}

/// As a workbook.
pub fn xlsx(rows: &[Row], language: Language) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    for (column, title) in (0..).zip(header(language)) {
        sheet.write_with_format(0, column, title, &bold)?;
    }
    for (index, row) in (1..).zip(rows) {
        // Text cells are written as text: no formula can come of them.
        sheet.write_string(index, 0, &row.table)?;
        sheet.write_string(index, 1, &row.line)?;
        for (column, cell) in [(2, &row.number), (3, &row.of)] {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => {
                    sheet.write_number(index, column, *number)?;
                }
                Cell::Hidden(word) => {
                    sheet.write_string(index, column, word)?;
                }
            }
        }
    }
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, 40)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(workbook.save_to_buffer()?)
}
