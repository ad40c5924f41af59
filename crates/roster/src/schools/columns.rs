//! Which column of a school file is which, and what its cells mean.

use super::{Kind, place::decimal};
use crate::{
    Unreadable,
    level::{self, Level, Named, Taught, grade, no_grade},
    table::{Row, Table},
};

/// The columns that were recognised. The lists of headers are in order of trust and are
/// compared without case, accents and punctuation, so `Facility_Name` and `Low Grade*` are
/// “facility name” and “low grade”.
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) district: Option<usize>,
    pub(super) district_number: Option<usize>,
    pub(super) address: Option<usize>,
    pub(super) city: Option<usize>,
    pub(super) postal_code: Option<usize>,
    number: Option<usize>,
    level: Option<usize>,
    stages: [Option<usize>; 5],
    low: Option<usize>,
    high: Option<usize>,
    latitude: Option<usize>,
    longitude: Option<usize>,
}

impl Columns {
    pub(super) fn find(table: &Table) -> Result<Columns, Unreadable> {
        let column = |names: &[&str]| table.column(names);
        let missing = |wanted, example| Unreadable::NoColumn { wanted, example, found: table.found() };
        let name = column(&[
            "school name",
            "facility name",
            "name",
            "school",
            "nom de lecole",
            "nom de letablissement",
            "nom",
            "ecole",
            "etablissement",
        ])?;
        let mail = column(&["email", "e mail", "courriel"])?;
        let columns = Columns {
            name: name.ok_or_else(|| missing("name of the school", "name"))?,
            district: column(&[
                "district",
                "district name",
                "school district",
                "school district name",
                "district scolaire",
                "lea name",
                "board name",
                "school board",
                "board",
                "conseil scolaire",
                "centre de services scolaire",
                "commission scolaire",
            ])?,
            district_number: column(&[
                "nces district id",
                "leaid",
                "district number",
                "district id",
                "board number",
                "numero du district",
            ])?,
            address: column(&[
                "street address",
                "full addr",
                "address",
                "full address",
                "location address",
                "street",
                "adresse",
                "adresse complete",
            ])?,
            city: column(&["city", "town", "municipality", "ville", "municipalite", "csdname"])?,
            postal_code: column(&["postal code", "zip", "zip code", "postcode", "code postal"])?,
            number: column(&["nces school id", "ncessch", "nces id"])?,
            level: column(&["level", "school level", "niveau", "niveau scolaire", "grade range", "grades"])?,
            stages: [
                column(&["isced010"])?,
                column(&["isced020"])?,
                column(&["isced1"])?,
                column(&["isced2"])?,
                column(&["isced3"])?,
            ],
            low: column(&["low grade", "lowest grade", "premiere annee"])?,
            high: column(&["high grade", "highest grade", "derniere annee"])?,
            latitude: column(&["latitude", "lat"])?,
            longitude: column(&["longitude", "long", "lon", "lng"])?,
        };
        match (columns.latitude, columns.longitude) {
            (Some(_), None) => return Err(missing("longitude", "longitude")),
            (None, Some(_)) => return Err(missing("latitude", "latitude")),
            _ => {}
        }
        // A list of people has a “name” too; a hundred schools called after teachers would
        // be hard to take back. The contact's address in a list of schools does no harm.
        let of_people = column(&["role", "roles", "role s", "position", "fonction"])?.is_some()
            || column(&["school", "ecole"])?.is_some_and(|school| Some(school) != name);
        let of_schools = [columns.level, columns.address, columns.city, columns.latitude].iter().any(Option::is_some);
        if mail.is_some() && columns.kind() == Kind::Plain && (of_people || !of_schools) {
            return Err(Unreadable::PeopleInstead);
        }
        Ok(columns)
    }

    pub(super) fn kind(&self) -> Kind {
        if self.number.is_some() {
            Kind::CommonCore
        } else if self.stages.iter().any(Option::is_some) {
            Kind::OpenDatabase
        } else {
            Kind::Plain
        }
    }

    pub(super) fn has_districts(&self) -> bool {
        self.district.is_some()
    }

    pub(super) fn has_places(&self) -> bool {
        self.latitude.is_some()
    }

    /// The number of the U.S. National Center for Education Statistics: 12 digits, of
    /// which a spreadsheet likes to drop a leading zero.
    pub(super) fn number(&self, row: &Row) -> Result<Option<String>, String> {
        let Some(number) = row.cell(self.number) else {
            return Ok(None);
        };
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        match number.len() {
            12 if digits => Ok(Some(number)),
            11 if digits => Ok(Some(format!("0{number}"))),
            _ => Err(format!("The NCES number “{number}” does not have 12 digits; a spreadsheet may have rounded it.")),
        }
    }

    /// A level by name is what somebody wrote down about this school, so it goes before
    /// stages and grades; the school's name helps where neither decides.
    pub(super) fn level(&self, row: &Row, name: &str) -> Result<Option<Level>, String> {
        if let Some(cell) = row.cell(self.level) {
            match level::named(&cell) {
                Named::Level(named) => return Ok(Some(named)),
                Named::Taught(taught) => return Ok(level::level(Some(taught), name)),
                Named::Without => return Ok(None),
                Named::Unknown => {
                    return Err(format!(
                        "The level “{cell}” is not known: elementary, middle, secondary, combined, or grades like K-7."
                    ));
                }
            }
        }
        let taught = match self.taught_stages(row)? {
            Some(stages) => Some(stages),
            None => self.taught_grades(row)?,
        };
        Ok(level::level(taught, name))
    }

    fn taught_stages(&self, row: &Row) -> Result<Option<Taught>, String> {
        if self.stages.iter().all(Option::is_none) {
            return Ok(None);
        }
        let mut taught = [false; 5];
        for (taught, column) in taught.iter_mut().zip(self.stages) {
            *taught = match row.cell(column).as_deref() {
                None | Some("0") => false,
                Some("1") => true,
                Some(cell) => return Err(format!("An ISCED column has “{cell}”, not 0 or 1.")),
            };
        }
        let [infants, kindergarten, primary, lower, upper] = taught;
        Ok(Some(Taught::Stages { early: infants || kindergarten, primary, lower, upper }))
    }

    fn taught_grades(&self, row: &Row) -> Result<Option<Taught>, String> {
        let end = |column| match row.cell(column) {
            None => Ok(None),
            Some(cell) if no_grade(&cell) => Ok(None),
            Some(cell) => grade(&cell)
                .map(Some)
                .ok_or_else(|| format!("The grade “{cell}” is not known: PK, KG, 1 to 13, UG or AE.")),
        };
        match (end(self.low)?, end(self.high)?) {
            (Some(low), Some(high)) if low > high => Err("The lowest grade is above the highest.".to_owned()),
            (Some(low), Some(high)) => Ok(Some(Taught::Grades { low, high })),
            _ => Ok(None),
        }
    }

    /// Latitude and longitude, or neither.
    pub(super) fn place(&self, row: &Row) -> Result<Option<(f64, f64)>, String> {
        let degrees = |column, what, limit: f64| match row.cell(column) {
            None => Ok(None),
            Some(cell) => match decimal(&cell) {
                Some(degrees) if degrees.abs() <= limit => Ok(Some(degrees)),
                Some(_) => Err(format!("The {what} “{cell}” is impossible: it goes from -{limit} to {limit}.")),
                None => Err(format!("The {what} “{cell}” is not a number.")),
            },
        };
        let latitude = degrees(self.latitude, "latitude", 90.0)?;
        let longitude = degrees(self.longitude, "longitude", 180.0)?;
        match (latitude, longitude) {
            (Some(0.0), Some(0.0)) => {
                Err("Latitude and longitude are both 0, which is in the ocean: leave both empty.".to_owned())
            }
            (Some(latitude), Some(longitude)) => Ok(Some((latitude, longitude))),
            (None, None) => Ok(None),
            (Some(_), None) => Err("It has a latitude and no longitude.".to_owned()),
            (None, Some(_)) => Err("It has a longitude and no latitude.".to_owned()),
        }
    }
}
