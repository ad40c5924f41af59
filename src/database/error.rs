//! What can go wrong in the database, told alike by both engines.

use std::sync::Arc;

use super::trouble::{self, Trouble};

/// A query that failed. Shared, because writings that shared a commit share its failure.
#[derive(Debug, Clone, thiserror::Error)]
#[error("database: {0}")]
pub struct Error(Arc<sqlx::Error>);

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Error {
        Error(Arc::new(error))
    }
}

impl Error {
    /// A transaction that the house itself gave up, and why.
    pub fn given_up(why: &str) -> Error {
        sqlx::Error::Protocol(why.to_owned()).into()
    }

    /// A server that could not be reached in the time there was.
    pub(super) fn gone() -> Error {
        sqlx::Error::Io(std::io::ErrorKind::NotConnected.into()).into()
    }

    /// A trouble that passes, if it is one.
    pub fn trouble(&self) -> Option<Trouble> {
        trouble::of_sqlx(&self.0)
    }

    /// Whether the row broke the constraint of this name. The database is the judge of what is
    /// unique; a form asks here which field to blame instead of looking first.
    ///
    /// Names are PostgreSQL's own: `people_email_key` for `email text unique` of `people`,
    /// `people_pkey` for its primary key, the given name for a named `check` or unique index.
    pub fn violates(&self, constraint: &str) -> bool {
        self.constraint().is_some_and(|name| name == constraint)
    }

    /// The name of the broken constraint, if this is about one that has a name.
    pub fn constraint(&self) -> Option<String> {
        let error = self.0.as_database_error()?;
        if let Some(name) = error.constraint() {
            return Some(name.to_owned());
        }
        sqlite_constraint(error.message())
    }

    /// Whether the table is not there: PostgreSQL's `undefined_table`; SQLite has only words for it.
    pub fn is_missing_table(&self) -> bool {
        self.0.as_database_error().is_some_and(|error| {
            error.code().is_some_and(|code| code == "42P01") || error.message().starts_with("no such table")
        })
    }

    /// Whether a row pointed at another that is not there.
    pub fn is_missing_reference(&self) -> bool {
        self.0.as_database_error().is_some_and(|error| error.is_foreign_key_violation())
    }
}

/// SQLite names a `check` and a unique index, but of a `unique` column list only the columns:
/// `UNIQUE constraint failed: people.email`. The name PostgreSQL would have given is built from them.
fn sqlite_constraint(message: &str) -> Option<String> {
    if let Some(name) = message.strip_prefix("CHECK constraint failed: ") {
        return Some(name.to_owned());
    }
    let columns = message.strip_prefix("UNIQUE constraint failed: ")?;
    if let Some(index) = columns.strip_prefix("index '") {
        return Some(index.trim_end_matches('\'').to_owned());
    }
    let mut table = "";
    let mut names = Vec::new();
    for column in columns.split(", ") {
        let (of, name) = column.split_once('.')?;
        table = of;
        names.push(name);
    }
    if names == ["id"] {
        return Some(format!("{table}_pkey"));
    }
    Some(format!("{table}_{}_key", names.join("_")))
}

#[cfg(test)]
mod tests {
    #[test]
    fn sqlite_tells_the_names_postgres_gives() {
        let name = |message: &str| super::sqlite_constraint(message);
        assert_eq!(name("UNIQUE constraint failed: people.email").as_deref(), Some("people_email_key"));
        assert_eq!(
            name("UNIQUE constraint failed: answers.series_id, answers.person_id").as_deref(),
            Some("answers_series_id_person_id_key")
        );
        assert_eq!(name("UNIQUE constraint failed: people.id").as_deref(), Some("people_pkey"));
        assert_eq!(name("CHECK constraint failed: topics_minutes").as_deref(), Some("topics_minutes"));
        assert_eq!(name("NOT NULL constraint failed: people.name"), None);
    }
}
