//! Opening a database by its address.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::sharing::Writer;
use super::{Database, Result};

/// Where the district's data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL address.
    Postgres(String),
}

impl Where {
    /// Reads `postgres://…`, `sqlite:PATH` or nothing (then `klatsch.sqlite` in the data folder).
    ///
    /// # Errors
    /// A sentence for an address that is neither.
    pub fn read(address: Option<&str>, data: &Path) -> std::result::Result<Where, String> {
        match address {
            None => Ok(Where::File(data.join("klatsch.sqlite"))),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Ok(Where::Postgres(url.to_owned()))
            }
            Some(url) => match url.strip_prefix("sqlite:") {
                Some(path) if !path.trim_start_matches('/').is_empty() => {
                    Ok(Where::File(PathBuf::from(path.strip_prefix("//").unwrap_or(path))))
                }
                _ => Err("A database address begins with postgres:// or sqlite:".to_owned()),
            },
        }
    }
}

/// Statements prepared once per connection; more texts than the house has.
const STATEMENTS: usize = 500;

/// How long a connection to PostgreSQL is believed to be alive without being asked.
const FRESH: Duration = Duration::from_secs(1);

impl Database {
    /// Opens (and for SQLite makes) the database. It is not migrated yet.
    pub async fn open(place: &Where) -> Result<Database> {
        match place {
            Where::File(path) => open_sqlite(path, None).await,
            Where::Postgres(url) => {
                let options =
                    PgConnectOptions::from_str(url)?.application_name("klatsch").statement_cache_capacity(STATEMENTS);
                let pool = PgPoolOptions::new()
                    .max_connections(16)
                    .acquire_timeout(Duration::from_secs(10))
                    .test_before_acquire(false)
                    .before_acquire(|connection, about| {
                        Box::pin(async move {
                            // One that worked a moment ago works; asking each time doubles the way to the server.
                            if about.idle_for > FRESH { connection.ping().await.map(|()| true) } else { Ok(true) }
                        })
                    })
                    .connect_with(options)
                    .await?;
                Ok(Database::Postgres(pool))
            }
        }
    }
}

impl Database {
    /// The same SQLite file, by connections on which a pragma holds that no setting has; those that are made
    /// anew have it too.
    #[cfg(test)]
    pub async fn open_sick(path: &Path, pragma: (&'static str, &'static str)) -> Result<Database> {
        open_sqlite(path, Some(pragma)).await
    }
}

async fn open_sqlite(path: &Path, pragma: Option<(&'static str, &'static str)>) -> Result<Database> {
    let mut options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: an answer on the screen is on the disk, also after the power went.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(STATEMENTS);
    if let Some((name, value)) = pragma {
        options = options.pragma(name, value);
    }
    // What a statement of many rows would undo is kept in memory; in a file it was a tenth of a large import.
    let writer = Writer::open(options.clone().pragma("temp_store", "memory")).await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(10))
        // A file does not hang up: asking each time whether it is there costs a way to its thread.
        .test_before_acquire(false)
        .connect_with(options.create_if_missing(false).pragma("query_only", "on"))
        .await?;
    Ok(Database::Sqlite { readers, writer })
}
