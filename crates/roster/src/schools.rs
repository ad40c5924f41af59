//! Schools from CSV: the Open Database of Educational Facilities of Statistics Canada, the
//! Common Core of Data of the U.S. National Center for Education Statistics, or a
//! district's own list with columns that say what they are, in English or French.

mod choose;
mod columns;
mod place;

pub use choose::{NotChosen, circle};

use crate::{
    LeftOut, Unreadable,
    fold::fold,
    level::Level,
    table::{Row, Table},
    text::Encoding,
};
use columns::Columns;
use std::collections::HashMap;

/// The kind of file, told by its headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Open Database of Educational Facilities: levels as ISCED columns, no district.
    OpenDatabase,
    /// Common Core of Data: an NCES number for each school, grades, districts.
    CommonCore,
    /// A list with plainly named columns.
    Plain,
}

/// What a file of schools says.
#[derive(Clone, Debug, PartialEq)]
pub struct Schools {
    /// The kind of file.
    pub kind: Kind,
    /// How its text was spelled.
    pub encoding: Encoding,
    /// The schools, in the order of the file.
    pub rows: Vec<School>,
    /// The rows that were not taken, in the order of the file.
    pub left_out: Vec<LeftOut>,
    /// Rows below the header that have something in them. Before any choice by district or
    /// distance, `read` is `rows` and `left_out` together.
    pub read: u64,
    has_districts: bool,
    has_places: bool,
}

/// One school.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: u64,
    /// What makes it the same school when a file is imported again: `nces:` and the number
    /// where the file has one. Else `place:` with name, city and address, without case,
    /// accents and punctuation, because no other list carries a number, names repeat within
    /// a country (29 schools of Canada are called “Notre-Dame”), some repeat within a city,
    /// and coordinates move when somebody measures again.
    pub key: String,
    /// The name as the file writes it.
    pub name: String,
    /// The level, where the columns or the name tell it.
    pub level: Option<Level>,
    /// The district's name.
    pub district: Option<String>,
    /// The district's own number in the file; names of districts repeat.
    pub district_number: Option<String>,
    /// Street and number, as the file writes it.
    pub address: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Postal code or ZIP code.
    pub postal_code: Option<String>,
    /// Degrees north, -90 to 90. Latitude and longitude are there together or not at all.
    pub latitude: Option<f64>,
    /// Degrees east, -180 to 180.
    pub longitude: Option<f64>,
}

/// Reads a file of schools.
///
/// # Errors
/// [`Unreadable`] when the file as a whole cannot be understood.
pub fn read(bytes: &[u8]) -> Result<Schools, Unreadable> {
    let table = Table::open(bytes)?;
    let columns = Columns::find(&table)?;
    let mut schools = Schools {
        kind: columns.kind(),
        encoding: table.encoding,
        rows: Vec::new(),
        left_out: Vec::new(),
        read: 0,
        has_districts: columns.has_districts(),
        has_places: columns.has_places(),
    };
    let mut first_rows: HashMap<String, u64> = HashMap::new();
    for row in table.rows() {
        schools.read += 1;
        match school(&table, &columns, &row) {
            Ok(school) => match first_rows.get(&school.key) {
                Some(earlier) => schools.left_out.push(repeated(school, *earlier)),
                None => {
                    first_rows.insert(school.key.clone(), school.row);
                    schools.rows.push(school);
                }
            },
            Err(left_out) => schools.left_out.push(left_out),
        }
    }
    Ok(schools)
}

fn repeated(school: School, earlier: u64) -> LeftOut {
    let same = if school.key.starts_with("nces:") { "NCES number" } else { "name, city and address" };
    LeftOut {
        row: school.row,
        reason: format!("“{}” has the {same} of row {earlier}, so it would be the same school.", school.name),
        school: Some(Box::new(school)),
    }
}

fn school(table: &Table, columns: &Columns, row: &Row) -> Result<School, LeftOut> {
    table.fits(row)?;
    let refuse = |reason: String| LeftOut::new(row.number, reason);
    let name = row.name(Some(columns.name))?;
    let level = columns.level(row, &name).map_err(refuse)?;
    let place = columns.place(row).map_err(refuse)?;
    let number = columns.number(row).map_err(refuse)?;
    let address = row.cell(columns.address);
    let city = row.cell(columns.city);
    let key = match number {
        Some(number) => format!("nces:{number}"),
        None => format!(
            "place:{}|{}|{}",
            fold(&name),
            fold(city.as_deref().unwrap_or_default()),
            fold(address.as_deref().unwrap_or_default()),
        ),
    };
    Ok(School {
        row: row.number,
        key,
        name,
        level,
        district: row.cell(columns.district),
        district_number: row.cell(columns.district_number),
        address,
        city,
        postal_code: row.cell(columns.postal_code),
        latitude: place.map(|(latitude, _)| latitude),
        longitude: place.map(|(_, longitude)| longitude),
    })
}

#[cfg(test)]
mod tests;
