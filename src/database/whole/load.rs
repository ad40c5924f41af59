//! Filling an empty database, in one transaction.

use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe};

use super::{Kind, Table, Value, quoted};
use crate::database::{Engine, Error, ROWS_AT_ONCE, Result, Writing};

/// A restore under way: rows may come in any order, what points to what is checked at the end.
#[derive(Debug)]
pub struct Load {
    db: Writing,
    /// PostgreSQL: what makes the constraints again that were taken away meanwhile.
    again: Vec<String>,
}

impl Load {
    /// Begins. SQLite can put off checking references to the commit. PostgreSQL could too, but would keep
    /// a note of every row in memory; it checks a whole table at once when a constraint is added.
    pub async fn begin(mut db: Writing) -> Result<Load> {
        #[derive(sqlx::FromRow)]
        struct Constraint {
            of_table: String,
            name: String,
            definition: String,
        }
        let mut again = Vec::new();
        match db.engine() {
            Engine::Sqlite(connection) => {
                sqlx::query("pragma defer_foreign_keys = on").execute(connection).await?;
            }
            Engine::Postgres(connection) => {
                let constraints: Vec<Constraint> = sqlx::query_as(
                    "select r.relname::text as of_table, c.conname::text as name, pg_get_constraintdef(c.oid) as definition
                     from pg_constraint c join pg_class r on r.oid = c.conrelid
                     where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
                     order by r.relname, c.conname",
                )
                .fetch_all(&mut *connection)
                .await?;
                for Constraint { of_table, name, definition } in constraints {
                    let drop = format!("alter table \"{of_table}\" drop constraint \"{name}\"");
                    sqlx::query(AssertSqlSafe(drop)).execute(&mut *connection).await?;
                    again.push(format!("alter table \"{of_table}\" add constraint \"{name}\" {definition}"));
                }
            }
        }
        Ok(Load { db, again })
    }

    /// Adds rows to a table.
    pub async fn rows(&mut self, table: &Table, rows: &[Vec<Value>]) -> Result<()> {
        for some in rows.chunks(ROWS_AT_ONCE) {
            let text = AssertSqlSafe(insert(table, some.len()));
            match self.db.engine() {
                Engine::Sqlite(connection) => {
                    let mut arguments = SqliteArguments::default();
                    for (column, value) in some.iter().flat_map(|row| table.columns.iter().zip(row)) {
                        add(&mut arguments, column.kind, value)?;
                    }
                    sqlx::query_with(text, arguments).execute(connection).await?;
                }
                Engine::Postgres(connection) => {
                    let mut arguments = PgArguments::default();
                    for (column, value) in some.iter().flat_map(|row| table.columns.iter().zip(row)) {
                        add(&mut arguments, column.kind, value)?;
                    }
                    sqlx::query_with(text, arguments).execute(connection).await?;
                }
            }
        }
        Ok(())
    }

    /// Takes every row of a table away again.
    pub async fn forget(&mut self, table: &str) -> Result<()> {
        let text = AssertSqlSafe(format!("delete from \"{table}\""));
        match self.db.engine() {
            Engine::Sqlite(connection) => sqlx::query(text).execute(connection).await.map(|_| ())?,
            Engine::Postgres(connection) => sqlx::query(text).execute(connection).await.map(|_| ())?,
        }
        Ok(())
    }

    /// The transaction, to look at what is in it so far.
    pub fn db(&mut self) -> &mut Writing {
        &mut self.db
    }

    /// Checks what points to what, and makes it so.
    pub async fn commit(mut self) -> Result<()> {
        if let Engine::Postgres(connection) = self.db.engine() {
            for constraint in self.again {
                sqlx::query(AssertSqlSafe(constraint)).execute(&mut *connection).await?;
            }
        }
        self.db.commit().await
    }
}

/// `insert into "t" ("a", "b") values ($1, $2), ($3, $4)`
fn insert(table: &Table, rows: usize) -> String {
    let columns = quoted(table.columns.iter().map(|column| &column.name));
    let mut text = format!("insert into \"{}\" ({columns}) values ", table.name);
    let mut number = 0;
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for at in 0..table.columns.len() {
            number += 1;
            text.push_str(&format!("{}${number}", if at == 0 { "" } else { ", " }));
        }
        text.push(')');
    }
    text
}

/// Adds a value to the arguments; `null` is of the column's type too.
fn add<A>(arguments: &mut A, kind: Kind, value: &Value) -> Result<()>
where
    A: Arguments,
    for<'q> Option<uuid::Uuid>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    for<'q> Option<String>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    for<'q> Option<i64>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    for<'q> Option<bool>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    for<'q> Option<f64>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
    for<'q> Option<Vec<u8>>: sqlx::Encode<'q, A::Database> + sqlx::Type<A::Database>,
{
    let added = match (kind, value) {
        (_, Value::Uuid(value)) => arguments.add(Some(*value)),
        (_, Value::Text(value)) => arguments.add(Some(value.clone())),
        (_, Value::Bigint(value)) => arguments.add(Some(*value)),
        (_, Value::Boolean(value)) => arguments.add(Some(*value)),
        (_, Value::Double(value)) => arguments.add(Some(*value)),
        (_, Value::Bytes(value)) => arguments.add(Some(value.clone())),
        (Kind::Uuid, Value::Null) => arguments.add(None::<uuid::Uuid>),
        (Kind::Text, Value::Null) => arguments.add(None::<String>),
        (Kind::Bigint, Value::Null) => arguments.add(None::<i64>),
        (Kind::Boolean, Value::Null) => arguments.add(None::<bool>),
        (Kind::Double, Value::Null) => arguments.add(None::<f64>),
        (Kind::Bytes, Value::Null) => arguments.add(None::<Vec<u8>>),
    };
    added.map_err(|error| Error::from(sqlx::Error::Encode(error)))
}
