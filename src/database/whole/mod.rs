//! All of a database, table by table, as a backup reads it and a restore writes it.
//!
//! What there is comes from the database's own catalogue, so that no table or column can be forgotten.
//! This is the one place, beside migrations, that has no business knowing what the tables mean.

mod catalogue;
mod load;
mod value;

use futures_util::stream::{BoxStream, StreamExt, TryStreamExt};
use sqlx::{AssertSqlSafe, Row};

use super::{Connection, Database, Engine, Reading, Result};

pub use catalogue::{filled, tables};
pub use load::Load;
pub use value::{Kind, Value};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in the order in which rows give their values.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

impl Database {
    /// A connection that sees the database as it is now, whatever is written while it reads.
    pub async fn snapshot(&self) -> Result<Reading> {
        let mut db = Reading(match self {
            Database::Sqlite { readers, .. } => Connection::SqliteSnapshot(readers.begin_with("BEGIN DEFERRED").await?),
            Database::Postgres(pool) => {
                Connection::PostgresSnapshot(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await?)
            }
        });
        // Both engines take the snapshot with the first look at a table, not with BEGIN.
        super::applied(&mut db).await?;
        Ok(db)
    }
}

/// The values of a row, column by column; a macro, since sqlx's bounds would have to be written for each
/// of the six types and both engines.
macro_rules! values {
    ($row:expr, $table:expr) => {{
        let mut values = Vec::with_capacity($table.columns.len());
        for (at, column) in $table.columns.iter().enumerate() {
            values.push(
                match column.kind {
                    Kind::Uuid => $row.try_get::<Option<uuid::Uuid>, _>(at)?.map(Value::Uuid),
                    Kind::Text => $row.try_get::<Option<String>, _>(at)?.map(Value::Text),
                    Kind::Bigint => $row.try_get::<Option<i64>, _>(at)?.map(Value::Bigint),
                    Kind::Boolean => $row.try_get::<Option<bool>, _>(at)?.map(Value::Boolean),
                    Kind::Double => $row.try_get::<Option<f64>, _>(at)?.map(Value::Double),
                    Kind::Bytes => $row.try_get::<Option<Vec<u8>>, _>(at)?.map(Value::Bytes),
                }
                .unwrap_or(Value::Null),
            );
        }
        Ok(values)
    }};
}

/// Every row of a table, as they come from the database: one at a time, never all in memory.
pub fn rows<'a>(db: &'a mut Connection, table: &'a Table) -> BoxStream<'a, Result<Vec<Value>>> {
    let columns = quoted(table.columns.iter().map(|column| &column.name));
    let text = AssertSqlSafe(format!("select {columns} from \"{}\"", table.name));
    match db.engine() {
        Engine::Sqlite(connection) => sqlx::query(text)
            .fetch(connection)
            .and_then(move |row| std::future::ready((|| values!(row, table))()))
            .map_err(Into::into)
            .boxed(),
        Engine::Postgres(connection) => sqlx::query(text)
            .fetch(connection)
            .and_then(move |row| std::future::ready((|| values!(row, table))()))
            .map_err(Into::into)
            .boxed(),
    }
}

/// `"a", "b"`. The names come from the catalogue of a database that migrations made.
fn quoted<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}
