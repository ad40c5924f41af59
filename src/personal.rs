//! What the house keeps about a person, and how it forgets them: what every domain says of its tables.
//!
//! `migrations/tables.txt` says of each table how long a row is kept, in which section of a person's export
//! it stands, and what erasure does to it. The domain that owns the table does so, in two functions of its
//! store, and hands them to the house as [`Domain::personal`](crate::app::Domain).
//! `src/treats/store/personal.rs` is one to copy.
//!
//! Who is erased leaves a *stand-in*: a person of a new identifier, without a name or an address, who has
//! left. What must still be counted is handed to the stand-in; so the same person is still counted once, and
//! nothing left in the house says who it was. Whatever a person wrote that nobody else needs is deleted or
//! emptied. `erased_people_leave_nothing_behind` fills every table, erases, and looks through all of them.

use std::sync::LazyLock;

use futures_util::future::BoxFuture;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::app::App;
use crate::clock::Instant;
use crate::database::{Connection, Writing};
use crate::ids::{FileId, PersonId};

/// What a domain keeps about a person, and how it forgets them.
#[derive(Debug, Clone, Copy)]
pub struct Personal {
    /// What is kept about a person, a section for each table.
    pub export: Export,
    /// Forgets a person, in a transaction that does so for every domain; says what was done to which table.
    pub erase: Erase,
}

/// See [`Personal::export`].
pub type Export = for<'a> fn(&'a mut Connection, PersonId) -> BoxFuture<'a, anyhow::Result<Vec<Section>>>;
/// See [`Personal::erase`].
pub type Erase = for<'a> fn(&'a mut Writing, &'a Erasing) -> BoxFuture<'a, anyhow::Result<Vec<Deed>>>;

impl Personal {
    /// Of a domain whose tables know nobody.
    pub const NONE: Personal = Personal {
        export: |_, _| Box::pin(async { Ok(Vec::new()) }),
        erase: |_, _| Box::pin(async { Ok(Vec::new()) }),
    };
}

/// The rows of one table that are about a person.
#[derive(Debug, Clone)]
pub struct Section {
    /// The table, as in `migrations/tables.txt`.
    pub table: &'static str,
    /// Its rows: column by column, in the order in which the row's struct has them.
    pub rows: Vec<Map<String, Value>>,
    /// The person's own files.
    pub files: Vec<Enclosed>,
}

/// A file that comes with an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// The stored object.
    pub file: FileId,
    /// What it is called where it is saved.
    pub name: String,
}

impl Section {
    /// Rows of a table; the row's struct derives `sqlx::FromRow` and `serde::Serialize`. Points in time are
    /// [`When`].
    ///
    /// # Errors
    /// When a row is no JSON object.
    pub fn of<R: Serialize>(table: &'static str, rows: Vec<R>) -> anyhow::Result<Section> {
        let rows = rows.into_iter().map(|row| match serde_json::to_value(row)? {
            Value::Object(row) => Ok(row),
            _ => Err(anyhow::anyhow!("a row of {table} is no object")),
        });
        Ok(Section { table, rows: rows.collect::<anyhow::Result<_>>()?, files: Vec::new() })
    }

    /// The same, with files.
    #[must_use]
    pub fn with_files(self, files: Vec<Enclosed>) -> Section {
        Section { files, ..self }
    }
}

/// A point in time as an export prints it (RFC 3339, UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct When(pub Instant);

impl Serialize for When {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.to_rfc3339())
    }
}

/// Who is being erased, and what is put in their place.
#[derive(Debug, Clone)]
pub struct Erasing {
    /// The house.
    pub app: App,
    /// Who is erased.
    pub person: PersonId,
    /// Who stands for them in what is still counted.
    pub stand_in: PersonId,
    /// The name that is forgotten.
    pub name: String,
    /// The address that is forgotten.
    pub email: String,
    /// What the stand-in is called.
    pub nameless: String,
    /// When.
    pub at: Instant,
}

impl Erasing {
    /// The name as JSON has it, to be looked for in text. A name of one word may be a part of another word and
    /// is not looked for; the identifier stands in its place.
    ///
    /// # Errors
    /// Never; a text is always JSON.
    pub fn name_in_json(&self) -> anyhow::Result<String> {
        if !self.name.trim().contains(' ') {
            return Ok(self.person.to_string());
        }
        Ok(serde_json::to_string(&self.name)?.trim_matches('"').to_owned())
    }
}

/// What was done to the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// The table.
    pub table: &'static str,
    /// What was done.
    pub fate: Fate,
    /// To how many rows.
    pub rows: u64,
}

impl Deed {
    /// Rows are gone.
    pub fn deleted(table: &'static str, rows: u64) -> Deed {
        Deed { table, fate: Fate::Deleted, rows }
    }

    /// Rows stay, and are the stand-in's.
    pub fn anonymised(table: &'static str, rows: u64) -> Deed {
        Deed { table, fate: Fate::Anonymised, rows }
    }
}

/// What erasure does to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is gone.
    Deleted,
    /// It stays and is counted, and says of nobody whose it was.
    Anonymised,
}

/// A line of `migrations/tables.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// The table.
    pub name: &'static str,
    /// The folder it belongs to.
    pub owner: &'static str,
    /// How long a row is kept, in words joined by hyphens.
    pub retention: &'static str,
    /// The section of a person's export in which it stands; none when it is in no export.
    pub export: Option<&'static str>,
    /// What erasure does: `keep`, `delete`, `anonymise`, `made-anew`.
    pub erasure: &'static str,
    /// The columns whose words stay, though a person wrote them: what belongs to a gathering rather than to
    /// whoever typed it.
    pub stays: &'static str,
}

/// Every table, in the order of the file.
pub static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let lines = include_str!("../migrations/tables.txt").lines().filter(|line| !line.starts_with('#'));
    let table = |line: &'static str| {
        let mut words = line.split_whitespace();
        Some(Table {
            name: words.next()?,
            owner: words.next()?,
            retention: words.next()?,
            export: Some(words.next()?).filter(|section| *section != "no"),
            erasure: words.next()?,
            stays: words.next().unwrap_or_default(),
        })
    };
    lines.filter_map(table).collect()
});

/// What is said of a table.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rows_keep_the_order_of_their_columns_and_say_when() {
        #[derive(Serialize)]
        struct Row {
            title: &'static str,
            at: When,
            many: i64,
        }
        let section = Section::of("treats", vec![Row { title: "Tea", at: When(Instant(0)), many: 2 }]).unwrap();
        let text = serde_json::to_string(&section.rows).unwrap();
        assert_eq!(text, r#"[{"title":"Tea","at":"1970-01-01T00:00:00Z","many":2}]"#);
        assert!(Section::of("treats", vec![1]).is_err());
    }

    #[test]
    fn every_line_is_understood() {
        assert_eq!(table("passwords").unwrap().export, None);
        assert_eq!(table("attendances").unwrap().erasure, "anonymise");
        for table in TABLES.iter() {
            let known = matches!(table.erasure, "keep" | "delete" | "anonymise" | "made-anew");
            assert!(known, "{}: erasure is keep, delete, anonymise or made-anew", table.name);
        }
    }
}
