//! Whether the engine itself finds its database in order.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tokio::io::AsyncWriteExt;

use super::trouble::{self, Trouble};
use super::{Database, Result};

/// The trouble that was met last, until a look shows that it is over.
#[derive(Debug, Default)]
pub struct LastTrouble(Mutex<Option<Trouble>>);

/// How much a trial writes: more than a file has left over in its last block.
const TRIAL: usize = 64 * 1024;

impl LastTrouble {
    /// Remembers it.
    pub fn note(&self, trouble: Trouble) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(trouble);
    }

    /// What of it is still there. Only after a trouble is anything written to find out: an address that
    /// anybody may ask must not make the disk work.
    pub async fn still(&self, database: &Database) -> Option<Trouble> {
        let met = (*self.0.lock().unwrap_or_else(PoisonError::into_inner))?;
        let still = match met {
            Trouble::Gone | Trouble::Busy => None,
            Trouble::Full | Trouble::ReadOnly => try_writing(database).await.err(),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = still;
        still
    }
}

/// Writes something where the database is, and takes it away again.
async fn try_writing(database: &Database) -> std::result::Result<(), Trouble> {
    match database {
        Database::Sqlite { readers, writer } => {
            let options = readers.connect_options();
            let file = options.get_filename();
            let trial = file.with_extension("trial");
            let written = write_file(&trial).await;
            let _ = tokio::fs::remove_file(&trial).await;
            written.map_err(|error| trouble::of_disk(&error).unwrap_or(Trouble::ReadOnly))?;
            // The file may refuse where its folder does not.
            let begun = writer.turn().await;
            begun.map(drop).map_err(|error| error.trouble().unwrap_or(Trouble::ReadOnly))
        }
        Database::Postgres(pool) => {
            let tried = async {
                let mut transaction = pool.begin().await?;
                // A server that takes no writing refuses to make a table, and a full disk has no room for one.
                let table = "create temporary table klatsch_trial on commit drop as \
                             select repeat('x', 1000) from generate_series(1, 64)";
                sqlx::query(table).execute(&mut *transaction).await?;
                transaction.rollback().await
            };
            tried.await.map_err(|error| trouble::of_sqlx(&error).unwrap_or(Trouble::ReadOnly))
        }
    }
}

async fn write_file(path: &Path) -> std::io::Result<()> {
    let mut file = tokio::fs::File::create(path).await?;
    file.write_all(&[0; TRIAL]).await?;
    // What went wrong with the write is told by `flush`; `sync_all` keeps it to itself.
    file.flush().await?;
    file.sync_all().await
}

/// What is wrong, a sentence each; nothing when all is well. Reads the whole database.
pub async fn health(database: &Database) -> Result<Vec<String>> {
    match database {
        Database::Sqlite { readers, .. } => {
            let mut wrong: Vec<String> = sqlx::query_scalar("pragma integrity_check(20)").fetch_all(readers).await?;
            wrong.retain(|line| line != "ok");
            #[derive(sqlx::FromRow)]
            struct Dangling {
                of_table: String,
                target: String,
                rows: i64,
            }
            let dangling: Vec<Dangling> = sqlx::query_as(
                "select \"table\" as of_table, parent as target, count(*) as rows from pragma_foreign_key_check
                 group by \"table\", parent",
            )
            .fetch_all(readers)
            .await?;
            wrong.extend(dangling.into_iter().map(|Dangling { of_table, target, rows }| {
                format!("{rows} rows of {of_table} point to rows of {target} that are not there")
            }));
            Ok(wrong)
        }
        // PostgreSQL keeps its constraints itself; those that were switched off, and pages whose checksum
        // was wrong when they were read, are what it can tell.
        Database::Postgres(pool) => {
            let wrong = sqlx::query_scalar(
                "select 'the constraint ' || conname || ' was never checked' from pg_constraint
                 where not convalidated and connamespace = current_schema()::regnamespace
                 union all
                 select 'the index ' || c.relname || ' is broken' from pg_index i join pg_class c on c.oid = i.indexrelid
                 where not i.indisvalid and c.relnamespace = current_schema()::regnamespace
                 union all
                 select checksum_failures || ' pages had a wrong checksum' from pg_stat_database
                 where datname = current_database() and checksum_failures > 0",
            );
            Ok(wrong.fetch_all(pool).await?)
        }
    }
}
