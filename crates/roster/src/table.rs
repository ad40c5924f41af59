//! A CSV text as rows with the numbers a spreadsheet shows.

mod scan;

use crate::{LeftOut, Unreadable, fold::fold, text::Encoding};
use csv::StringRecord;

/// The longest name of a school or person, in characters.
const LONGEST: usize = 200;

/// Row 1 and what is needed to walk the others.
pub(crate) struct Table {
    text: String,
    pub(crate) encoding: Encoding,
    delimiter: u8,
    /// The spreadsheet row of each record that is not an empty line, the header included.
    numbers: Vec<u64>,
    headers: Vec<String>,
    folded: Vec<String>,
}

/// One row below the header that has something in it.
pub(crate) struct Row {
    pub(crate) number: u64,
    record: StringRecord,
}

impl Table {
    /// Decodes `bytes`, finds the delimiter (comma, semicolon or tab) and reads row 1.
    pub(crate) fn open(bytes: &[u8]) -> Result<Table, Unreadable> {
        let (text, encoding) = crate::text::decode(bytes)?;
        let delimiter = scan::delimiter(&text);
        let numbers = scan::numbers(&text, delimiter)?;
        let mut headers = StringRecord::new();
        let filled = reader(&text, delimiter).read_record(&mut headers);
        if !filled.unwrap_or(false) || headers.iter().all(|header| header.trim().is_empty()) {
            return Err(Unreadable::Empty);
        }
        let headers: Vec<String> = headers.iter().map(cleaned).collect();
        let folded = headers.iter().map(|header| fold(header)).collect();
        Ok(Table { text, encoding, delimiter, numbers, headers, folded })
    }

    /// The column whose header is the first of `names` (folded) that is there at all.
    pub(crate) fn column(&self, names: &[&str]) -> Result<Option<usize>, Unreadable> {
        for name in names {
            let mut places = (0_usize..).zip(&self.folded).filter(|(_, h)| h == name);
            let Some((place, _)) = places.next() else {
                continue;
            };
            if let Some((again, _)) = places.next() {
                let header = self.headers.get(again).cloned().unwrap_or_default();
                return Err(Unreadable::SameColumnTwice { header });
            }
            return Ok(Some(place));
        }
        Ok(None)
    }

    /// The headers as one line for a message, shortened when there are many.
    pub(crate) fn found(&self) -> String {
        const SHOWN: usize = 12;
        let mut found: Vec<&str> = self.headers.iter().map(String::as_str).collect();
        let more = found.len() > SHOWN;
        found.truncate(SHOWN);
        let mut found: String = found.join(", ").chars().take(300).collect();
        if more {
            found.push_str(", …");
        }
        found
    }

    /// Every row below the header that is not blank. Blank rows count in the numbers, and
    /// are nobody's mistake: spreadsheets leave them behind.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        reader(&self.text, self.delimiter)
            .into_records()
            .zip(&self.numbers)
            .skip(1)
            // The text is UTF-8 and any number of fields is let through: no record fails.
            .filter_map(|(record, number)| Some(Row { number: *number, record: record.ok()? }))
            .filter(|row| row.record.iter().any(|cell| !cell.trim().is_empty()))
    }

    /// Says why `row` cannot be read by this header, if it cannot.
    pub(crate) fn fits(&self, row: &Row) -> Result<(), LeftOut> {
        let (has, needs) = (row.record.len(), self.headers.len());
        if has == needs {
            return Ok(());
        }
        let reason = format!(
            "It has {has} {} where the header has {needs}: a quotation mark or a separator is missing or too many.",
            if has == 1 { "field" } else { "fields" },
        );
        Err(LeftOut::new(row.number, reason))
    }
}

impl Row {
    /// The cell in `column`, cleaned; `None` where it is missing.
    pub(crate) fn cell(&self, column: Option<usize>) -> Option<String> {
        let cell = self.record.get(column?)?.trim();
        if is_missing(cell) {
            return None;
        }
        Some(cleaned(cell)).filter(|cell| !cell.is_empty())
    }

    /// The name in `column`: it has a letter or a digit and is not endless.
    pub(crate) fn name(&self, column: Option<usize>) -> Result<String, LeftOut> {
        let name = self
            .cell(column)
            .filter(|name| name.chars().any(char::is_alphanumeric))
            .ok_or_else(|| LeftOut::new(self.number, "It has no name."))?;
        if name.chars().count() > LONGEST {
            let reason = format!("The name is longer than {LONGEST} characters.");
            return Err(LeftOut::new(self.number, reason));
        }
        Ok(name)
    }
}

/// What statistical offices and spreadsheets write where there is nothing: the marks of
/// the U.S. National Center for Education Statistics († not applicable, – missing,
/// ‡ below its standards, NULL) and the errors a spreadsheet leaves in exported cells
/// (the Open Database of Educational Facilities has a `#NAME?`).
fn is_missing(cell: &str) -> bool {
    matches!(
        cell,
        "" | "†"
            | "‡"
            | "–"
            | "—"
            | "-"
            | "NULL"
            | "n/a"
            | "N/A"
            | "#N/A"
            | "#NAME?"
            | "#NULL!"
            | "#REF!"
            | "#VALUE!"
            | "#DIV/0!"
    )
}

/// `cell` with line breaks, control characters and runs of spaces as single spaces.
fn cleaned(cell: &str) -> String {
    let mut clean = String::with_capacity(cell.len());
    for word in cell.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !clean.is_empty() {
            clean.push(' ');
        }
        clean.push_str(word);
    }
    clean
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests;
