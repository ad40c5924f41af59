//! People from CSV: name, e-mail address, school and roles, with headers and roles in
//! English or French.

mod email;

pub use email::email_fault;

pub use crate::{
    matching::{Match, SchoolNames, match_school},
    roles::Role,
};

use crate::{
    LeftOut, Unreadable,
    roles::roles,
    table::{Row, Table},
    text::Encoding,
};
use std::collections::HashMap;

/// What a file of people says.
#[derive(Clone, Debug, PartialEq)]
pub struct People {
    /// How its text was spelled.
    pub encoding: Encoding,
    /// The people, in the order of the file.
    pub rows: Vec<Person>,
    /// The rows that were not taken, in the order of the file.
    pub left_out: Vec<LeftOut>,
    /// Rows below the header that have something in them: `rows` and `left_out` together.
    pub read: u64,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: u64,
    /// What makes it the same person when a file is imported again: the e-mail address in
    /// lower case. RFC 5321 lets the part before the @ tell case apart; no mail system in
    /// use does, and people type their own address in every way.
    pub key: String,
    /// The name as the file writes it.
    pub name: String,
    /// The address as the file writes it.
    pub email: String,
    /// The name of the school as the file writes it, for [`match_school`].
    pub school: Option<String>,
    /// The roles, each once, in the order of the file; none where the cell is empty.
    pub roles: Vec<Role>,
}

/// Reads a file of people.
///
/// # Errors
/// [`Unreadable`] when the file as a whole cannot be understood.
pub fn read(bytes: &[u8]) -> Result<People, Unreadable> {
    let table = Table::open(bytes)?;
    let columns = Columns::find(&table)?;
    let mut people = People { encoding: table.encoding, rows: Vec::new(), left_out: Vec::new(), read: 0 };
    let mut first_rows: HashMap<String, u64> = HashMap::new();
    for row in table.rows() {
        people.read += 1;
        match person(&table, &columns, &row) {
            Ok(person) => match first_rows.get(&person.key) {
                Some(earlier) => people.left_out.push(LeftOut::new(
                    person.row,
                    format!("“{}” has the e-mail address of row {earlier}.", person.name),
                )),
                None => {
                    first_rows.insert(person.key.clone(), person.row);
                    people.rows.push(person);
                }
            },
            Err(left_out) => people.left_out.push(left_out),
        }
    }
    Ok(people)
}

struct Columns {
    name: Option<usize>,
    /// First and last name, for files that keep them apart.
    given: Option<usize>,
    family: Option<usize>,
    email: usize,
    school: Option<usize>,
    roles: Option<usize>,
}

impl Columns {
    fn find(table: &Table) -> Result<Columns, Unreadable> {
        let column = |names: &[&str]| table.column(names);
        let given = column(&["first name", "firstname", "given name", "givenname", "prenom"])?;
        let mut family = column(&["last name", "lastname", "surname", "family name", "familyname", "nom de famille"])?;
        let mut name = column(&[
            "name",
            "full name",
            "display name",
            "staff name",
            "nom complet",
            "nom et prenom",
            "prenom et nom",
        ])?;
        // “Nom” is the whole name, unless “Prénom” stands beside it.
        let nom = column(&["nom"])?;
        if given.is_some() {
            family = family.or(nom);
        } else {
            name = name.or(nom);
        }
        let missing = |wanted, example| Unreadable::NoColumn { wanted, example, found: table.found() };
        if name.is_none() && (given.is_none() || family.is_none()) {
            return Err(missing("name of the person", "name"));
        }
        let email = column(&[
            "email",
            "e mail",
            "email address",
            "e mail address",
            "mail",
            "courriel",
            "adresse courriel",
            "adresse de courriel",
            "adresse e mail",
            "adresse electronique",
        ])?;
        Ok(Columns {
            name,
            given,
            family,
            email: email.ok_or_else(|| missing("e-mail address", "e-mail"))?,
            school: column(&[
                "school",
                "school name",
                "site",
                "location",
                "worksite",
                "ecole",
                "nom de lecole",
                "etablissement",
                "lieu",
            ])?,
            roles: column(&[
                "roles",
                "role",
                "role s",
                "position",
                "job title",
                "title",
                "fonction",
                "fonctions",
                "fonction s",
                "poste",
                "titre",
            ])?,
        })
    }

    fn name(&self, row: &Row) -> Result<String, LeftOut> {
        if self.name.is_some() {
            return row.name(self.name);
        }
        match (row.cell(self.given), row.cell(self.family)) {
            (Some(given), Some(family)) => {
                // Both go through the rules for one name.
                row.name(self.given)?;
                row.name(self.family)?;
                Ok(format!("{given} {family}"))
            }
            (Some(_), None) => row.name(self.given),
            _ => row.name(self.family),
        }
    }
}

fn person(table: &Table, columns: &Columns, row: &Row) -> Result<Person, LeftOut> {
    table.fits(row)?;
    let refuse = |reason: String| LeftOut::new(row.number, reason);
    let name = columns.name(row)?;
    let email = row.cell(Some(columns.email)).ok_or_else(|| refuse(format!("“{name}” has no e-mail address.")))?;
    let fault = email_fault(&email);
    if let Some(fault) = fault {
        return Err(refuse(format!("The e-mail address “{email}” {fault}.")));
    }
    let roles = match row.cell(columns.roles) {
        Some(cell) => roles(&cell).map_err(refuse)?,
        None => Vec::new(),
    };
    Ok(Person { row: row.number, key: email.to_lowercase(), name, email, school: row.cell(columns.school), roles })
}

#[cfg(test)]
mod tests;
