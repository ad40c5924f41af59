//! A table of rows on its way out, as CSV or as a workbook (XLSX): one way for the whole house.
//!
//! ```text
//! let mut sheet = Sheet::begin(kind, &page.say("people-title").to_string(), &titles)?;
//! sheet.row([Cell::from(name), Cell::from(since), Cell::from(count)])?;
//! sheet.give().await
//! ```
//!
//! Rows may be handed in page by page: neither kind keeps them as cells. Whatever a person wrote is a text
//! and stays one: in a workbook by its type, in CSV by an apostrophe before what a spreadsheet would take
//! for a formula ([`ledger::safe`]). What a sheet holds is for the caller to choose: it knows who asks.

use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::download::{download, file_name};
use super::{Answer, Failure};

/// The most characters a cell of a workbook may have (ECMA-376 part 1, annex of limits of Excel).
const LONGEST: usize = 32_767;

/// As how many characters a column of a workbook is wide at least and at most.
const WIDTH: (usize, usize) = (8, 60);

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// CSV (RFC 4180) in UTF-8, with the byte order mark by which spreadsheets know accents.
    Csv,
    /// A workbook of one sheet, its header frozen.
    Xlsx,
}

impl SheetKind {
    /// How its files end.
    pub fn ending(self) -> &'static str {
        match self {
            SheetKind::Csv => "csv",
            SheetKind::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub fn media(self) -> &'static str {
        match self {
            SheetKind::Csv => "text/csv; charset=utf-8",
            SheetKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

impl FromStr for SheetKind {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [SheetKind::Csv, SheetKind::Xlsx].into_iter().find(|kind| kind.ending() == word).ok_or(())
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day; `2026-01-14` in CSV.
    Day(Date),
    /// A day and a time on the clock of the district, to the minute; `2026-01-14 12:05` in CSV.
    Time(DateTime),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Cell {
        Cell::Number(number.into())
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        // A workbook has no other numbers than these; what Klatsch counts is far below 2^53.
        #[allow(clippy::cast_precision_loss, reason = "see above")]
        Cell::Number(number as f64)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Cell {
        Cell::Day(day)
    }
}

impl From<DateTime> for Cell {
    fn from(time: DateTime) -> Cell {
        Cell::Time(time)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Cell {
        cell.map_or(Cell::Empty, Into::into)
    }
}

impl Cell {
    /// As it stands in CSV, and as long as it is in a workbook.
    fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Time(time) => time.strftime("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

/// A table that is being written.
#[allow(missing_debug_implementations, reason = "a workbook has none")]
pub struct Sheet {
    name: String,
    to: To,
}

enum To {
    Csv(Box<csv::Writer<Vec<u8>>>),
    Xlsx(Box<Book>),
}

/// A workbook with its one sheet.
struct Book {
    workbook: Workbook,
    next: u32,
    widths: Vec<usize>,
    day: Format,
    time: Format,
}

impl Sheet {
    /// Begins a table of these columns. `name` is what the file is called, without an ending; it may hold
    /// anything, as the name of a network.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(kind: SheetKind, name: &str, columns: &[String]) -> anyhow::Result<Sheet> {
        let to = match kind {
            SheetKind::Csv => {
                let mut writer = csv::WriterBuilder::new()
                    .terminator(csv::Terminator::CRLF)
                    .from_writer("\u{feff}".as_bytes().to_vec());
                writer.write_record(columns)?;
                To::Csv(Box::new(writer))
            }
            SheetKind::Xlsx => To::Xlsx(Box::new(Book::begin(name, columns)?)),
        };
        let stem = file_name(&name.replace('.', " "));
        Ok(Sheet { name: format!("{stem}.{}", kind.ending()), to })
    }

    /// Adds a row, a cell for each column.
    ///
    /// # Errors
    /// When it cannot be written, as beyond 1,048,576 rows of a workbook.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> anyhow::Result<()> {
        match &mut self.to {
            To::Csv(writer) => writer.write_record(cells.into_iter().map(|cell| match cell {
                Cell::Text(text) => ledger::safe(&text),
                cell => cell.text(),
            }))?,
            To::Xlsx(book) => book.row(cells)?,
        }
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn bytes(self) -> anyhow::Result<Vec<u8>> {
        match self.to {
            To::Csv(writer) => Ok(writer.into_inner()?),
            To::Xlsx(book) => book.end(),
        }
    }

    /// The file, to be saved by whoever asked. Packing a large workbook takes a second: it is done away from
    /// the threads that answer people.
    pub async fn give(self) -> Answer {
        let kind = match &self.to {
            To::Csv(_) => SheetKind::Csv,
            To::Xlsx(_) => SheetKind::Xlsx,
        };
        let name = self.name.clone();
        let packed = tokio::task::spawn_blocking(move || self.bytes()).await;
        let content = packed.map_err(|error| Failure::from(anyhow::Error::from(error)))??;
        download(&name, kind.media(), content)
    }
}

impl Book {
    fn begin(name: &str, columns: &[String]) -> anyhow::Result<Book> {
        let mut workbook = Workbook::new();
        // Rows go to a nameless file of the system as they come. Where there is no room for one, they are kept.
        if workbook.add_worksheet_with_constant_memory().is_err() {
            workbook.add_worksheet();
        }
        let widths = columns.iter().map(|column| column.chars().count()).collect();
        let format = |text: &str| Format::new().set_num_format(text);
        let mut book = Book { workbook, next: 1, widths, day: format("yyyy-mm-dd"), time: format("yyyy-mm-dd hh:mm") };
        let bold = Format::new().set_bold();
        let sheet = book.sheet()?;
        // What stands on the tab may not have these signs, and no more than 31.
        let tab: String = name.chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).take(31).collect();
        if !tab.trim().is_empty() {
            sheet.set_name(tab.trim())?;
        }
        for (column, title) in (0..).zip(columns) {
            sheet.write_string_with_format(0, column, title, &bold)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(book)
    }

    fn sheet(&mut self) -> anyhow::Result<&mut Worksheet> {
        Ok(self.workbook.worksheet_from_index(0)?)
    }

    fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> anyhow::Result<()> {
        let row = self.next;
        self.next += 1;
        let Book { workbook, widths, day, time, .. } = self;
        let sheet = workbook.worksheet_from_index(0)?;
        for (column, cell) in (0_u16..).zip(cells) {
            // The first rows say how wide a column is; nobody waits for the last ones.
            if row <= 500
                && let Some(width) = widths.get_mut(usize::from(column))
            {
                *width = (*width).max(cell.text().lines().map(|line| line.chars().count()).max().unwrap_or(0));
            }
            match &cell {
                Cell::Empty => {}
                // As text: no formula and no link can come of it.
                Cell::Text(text) if text.chars().count() > LONGEST => {
                    let cut: String = text.chars().take(LONGEST - 1).chain(['…']).collect();
                    sheet.write_string(row, column, cut)?;
                }
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
                Cell::Day(date) => match excel(date.at(0, 0, 0, 0)) {
                    Some(value) => {
                        sheet.write_datetime_with_format(row, column, value, day)?;
                    }
                    None => {
                        sheet.write_string(row, column, cell.text())?;
                    }
                },
                Cell::Time(at) => match excel(*at) {
                    Some(value) => {
                        sheet.write_datetime_with_format(row, column, value, time)?;
                    }
                    None => {
                        sheet.write_string(row, column, cell.text())?;
                    }
                },
            }
        }
        Ok(())
    }

    fn end(mut self) -> anyhow::Result<Vec<u8>> {
        let widths = std::mem::take(&mut self.widths);
        let sheet = self.sheet()?;
        for (column, width) in (0_u16..).zip(widths) {
            let width = u32::try_from(width.clamp(WIDTH.0, WIDTH.1) + 2).unwrap_or(10);
            sheet.set_column_width(column, width)?;
        }
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// The time as a workbook counts it; none outside of the years it knows.
fn excel(at: DateTime) -> Option<ExcelDateTime> {
    let year = u16::try_from(at.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    let (month, day) = (u8::try_from(at.month()).ok()?, u8::try_from(at.day()).ok()?);
    let day = ExcelDateTime::from_ymd(year, month, day).ok()?;
    day.and_hms(u16::try_from(at.hour()).ok()?, u8::try_from(at.minute()).ok()?, f64::from(at.second())).ok()
}

#[cfg(test)]
mod tests;
