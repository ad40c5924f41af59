//! Migrations: one text for both engines, in `migrations/`, run by sqlx's own migrator.
//!
//! Types are those whose names are legal in both: `uuid`, `text`, `bigint`, `boolean`,
//! `double precision`, `bytea`. Every migration has sample data in `migrations/samples/`; a test
//! runs each on tables that are not empty.

use sqlx::migrate::Migrator;

use super::{Connection, Database, Result, words};
use crate::rows;

/// All migrations, in the program.
pub static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Brings the database up to this program's version.
pub async fn migrate(database: &Database) -> Result<()> {
    match database {
        Database::Sqlite { writer, .. } => MIGRATIONS.run(&mut *writer.alone().await?).await,
        Database::Postgres(pool) => MIGRATIONS.run(pool).await,
    }
    .map_err(sqlx::Error::from)?;
    words::make(database).await
}

/// Brings the database up to a version of this program's migrations, and no further.
pub async fn migrate_to(database: &Database, version: i64) -> Result<()> {
    match database {
        Database::Sqlite { writer, .. } => MIGRATIONS.run_to(version, &mut *writer.alone().await?).await,
        Database::Postgres(pool) => MIGRATIONS.run_to(version, pool).await,
    }
    .map_err(|error| sqlx::Error::from(error).into())
}

/// How far a database is behind this program (or ahead of it).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmigrated {
    /// Migrations of this program that have not run.
    pub waiting: usize,
    /// Migrations in the database that this program does not know: it is older than the data.
    pub unknown: usize,
}

/// Compares the database with this program's migrations.
pub async fn state(database: &Database) -> Result<Unmigrated> {
    let applied: Vec<i64> =
        applied(&mut *database.read().await?).await?.into_iter().map(|(version, _)| version).collect();
    let known: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
    Ok(Unmigrated {
        waiting: known.iter().filter(|version| !applied.contains(version)).count(),
        unknown: applied.iter().filter(|version| !known.contains(version)).count(),
    })
}

/// The migrations that ran on this database, by version, with the checksum of their text.
pub async fn applied(db: &mut Connection) -> Result<Vec<(i64, Vec<u8>)>> {
    #[derive(sqlx::FromRow)]
    struct Applied {
        version: i64,
        checksum: Vec<u8>,
    }
    // Until the first migration there is no table to ask.
    match rows!(db, Applied, "select version, checksum from _sqlx_migrations where success order by version").await {
        Ok(rows) => Ok(rows.into_iter().map(|row| (row.version, row.checksum)).collect()),
        Err(error) if error.is_missing_table() => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}
