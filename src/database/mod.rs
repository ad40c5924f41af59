//! The seam: the only place that knows which engine runs.
//!
//! A domain's `store.rs` writes one SQL text with `$1` placeholders and calls [`rows!`], [`row!`] or
//! [`run!`](crate::run); the macro expands the call for SQLite and for PostgreSQL. `read()` gives a
//! [`Reading`], `write()` a [`Writing`]: one transaction; on SQLite's single writer connection those that
//! arrive together are savepoints that share a commit, on PostgreSQL a plain one. Never mail, HTTP or hashing inside a `Writing`.

mod changes;
mod error;
mod health;
mod macros;
mod migrations;
mod open;
#[cfg(test)]
pub mod queries;
mod sharing;
#[cfg(test)]
mod tests;
mod text;
mod trouble;
pub mod whole;
mod words;

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::{Connection as _, PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

pub use changes::{Changes, Watch};
pub use error::Error;
pub use health::{LastTrouble, health};
pub use macros::{AT_ONCE, ROWS_AT_ONCE, around_values};
pub use migrations::{MIGRATIONS, applied, migrate, migrate_to, state};
pub use open::Where;
#[cfg(test)]
pub use queries::{Query, note};
pub use text::Text;
pub use trouble::Trouble;

/// What a query answers.
pub type Result<T> = std::result::Result<T, Error>;

/// One district's database.
#[derive(Debug, Clone)]
pub enum Database {
    /// One file in the data folder.
    Sqlite {
        /// Connections that only read, beside the writer (write-ahead log).
        readers: SqlitePool,
        /// The one connection that writes.
        writer: sharing::Writer,
    },
    /// A PostgreSQL database, shared by several processes.
    Postgres(PgPool),
}

impl Database {
    /// A connection to read with.
    pub async fn read(&self) -> Result<Reading> {
        Ok(Reading(match self {
            Database::Sqlite { readers, .. } => Connection::SqliteReading(readers.acquire().await?),
            Database::Postgres(pool) => match pool.acquire().await {
                Ok(made) => Connection::PostgresReading(made),
                Err(error) => return Err(waited(pool, error).await),
            },
        }))
    }

    /// A transaction to write in; dropped without [`Writing::commit`] it changes nothing.
    pub async fn write(&self) -> Result<Writing> {
        let connection = match self {
            Database::Sqlite { writer, .. } => Connection::SqliteWriting(writer.turn().await?),
            Database::Postgres(pool) => match pool.begin().await {
                Ok(made) => Connection::PostgresWriting(made),
                Err(error) => return Err(waited(pool, error).await),
            },
        };
        Ok(Writing { connection, changes: None })
    }

    /// Closes every connection, letting running queries end.
    pub async fn close(&self) {
        match self {
            Database::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Database::Postgres(pool) => pool.close().await,
        }
    }

    /// "SQLite" or "PostgreSQL", for the log and for `klatsch check`.
    pub fn engine_name(&self) -> &'static str {
        match self {
            Database::Sqlite { .. } => "SQLite",
            Database::Postgres(_) => "PostgreSQL",
        }
    }
}

/// The pool tries to connect as long as it may, since a server that restarts is back in a few seconds. When
/// that was too long, either others had all connections, or there was nobody to connect to: one more try tells.
async fn waited(pool: &PgPool, error: sqlx::Error) -> Error {
    if !matches!(error, sqlx::Error::PoolTimedOut) {
        return error.into();
    }
    let options = pool.connect_options();
    match tokio::time::timeout(std::time::Duration::from_secs(1), PgConnection::connect_with(&options)).await {
        Ok(Ok(connection)) => {
            let _ = connection.close().await;
            error.into()
        }
        Ok(Err(error)) => error.into(),
        Err(_) => Error::gone(),
    }
}

/// A connection of either engine; what every query of a store takes.
#[derive(Debug)]
pub enum Connection {
    #[doc(hidden)]
    SqliteReading(PoolConnection<Sqlite>),
    #[doc(hidden)]
    SqliteWriting(sharing::Turn),
    #[doc(hidden)]
    SqliteSnapshot(Transaction<'static, Sqlite>),
    #[doc(hidden)]
    PostgresReading(PoolConnection<Postgres>),
    #[doc(hidden)]
    PostgresWriting(Transaction<'static, Postgres>),
    #[doc(hidden)]
    PostgresSnapshot(Transaction<'static, Postgres>),
}

/// Which engine a query goes to; used by the macros and by the few files with two texts.
#[derive(Debug)]
pub enum Engine<'connection> {
    /// SQLite's side.
    Sqlite(&'connection mut SqliteConnection),
    /// PostgreSQL's side.
    Postgres(&'connection mut PgConnection),
}

impl Connection {
    /// The engine's own connection.
    pub fn engine(&mut self) -> Engine<'_> {
        match self {
            Connection::SqliteReading(connection) => Engine::Sqlite(connection),
            Connection::SqliteWriting(turn) => Engine::Sqlite(turn),
            Connection::SqliteSnapshot(transaction) => Engine::Sqlite(transaction),
            Connection::PostgresReading(connection) => Engine::Postgres(connection),
            Connection::PostgresWriting(transaction) | Connection::PostgresSnapshot(transaction) => {
                Engine::Postgres(transaction)
            }
        }
    }
}

/// A connection that only reads.
#[derive(Debug)]
pub struct Reading(Connection);

/// A transaction.
#[derive(Debug)]
pub struct Writing {
    connection: Connection,
    changes: Option<Changes>,
}

impl Writing {
    /// The same, to be counted when it is committed.
    #[must_use]
    pub fn counted(self, changes: &Changes) -> Writing {
        Writing { changes: Some(changes.clone()), ..self }
    }

    /// Says that much will be written: SQLite then keeps more pages in memory until this ends. Two megabytes, which do
    /// for an answer, are less than the indexes of a large district: each row would fetch pages that the one before
    /// had to let go.
    pub async fn make_room(&mut self) -> Result<()> {
        match &mut self.connection {
            Connection::SqliteWriting(turn) => turn.widen().await,
            _ => Ok(()),
        }
    }

    /// Makes it so. When this returns, it is on the disk.
    pub async fn commit(self) -> Result<()> {
        match self.connection {
            Connection::SqliteWriting(turn) => turn.commit().await?,
            Connection::PostgresWriting(transaction) => transaction.commit().await?,
            Connection::SqliteReading(_)
            | Connection::SqliteSnapshot(_)
            | Connection::PostgresReading(_)
            | Connection::PostgresSnapshot(_) => {}
        }
        if let Some(changes) = &self.changes {
            changes.happened();
        }
        Ok(())
    }
}

impl Deref for Reading {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.0
    }
}

impl DerefMut for Reading {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.0
    }
}

impl Deref for Writing {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.connection
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}
