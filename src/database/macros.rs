//! Four macros that run one SQL text on either engine.
//!
//! ```text
//! let person = row!(db, Person, "select id, name from people where id = $1", id).await?;
//! ```
//!
//! A generic function cannot do this: sqlx's bounds (`Encode`, `Type`, `FromRow`, executors) would
//! have to be written twice in every signature. A macro repeats three short lines instead.
//! In tests each text is registered, prepared on both engines and must have run on both.

/// All rows of a query, each as `$row`: `Result<Vec<$row>>`.
#[macro_export]
macro_rules! rows {
    ($db:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        async {
            $crate::note_query!($db, $sql);
            match $db.engine() {
                $crate::database::Engine::Sqlite(connection) =>
                    sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($value))*.fetch_all(connection).await,
                $crate::database::Engine::Postgres(connection) =>
                    sqlx::query_as::<sqlx::Postgres, $row>($sql)$(.bind($value))*.fetch_all(connection).await,
            }
            .map_err($crate::database::Error::from)
        }
    };
}

/// The row of a query, if there is one: `Result<Option<$row>>`.
#[macro_export]
macro_rules! row {
    ($db:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        async {
            $crate::note_query!($db, $sql);
            match $db.engine() {
                $crate::database::Engine::Sqlite(connection) =>
                    sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($value))*.fetch_optional(connection).await,
                $crate::database::Engine::Postgres(connection) =>
                    sqlx::query_as::<sqlx::Postgres, $row>($sql)$(.bind($value))*.fetch_optional(connection).await,
            }
            .map_err($crate::database::Error::from)
        }
    };
}

/// Runs a statement: `Result<u64>`, the number of rows it changed.
#[macro_export]
macro_rules! run {
    ($db:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        async {
            $crate::note_query!($db, $sql);
            match $db.engine() {
                $crate::database::Engine::Sqlite(connection) =>
                    sqlx::query::<sqlx::Sqlite>($sql)$(.bind($value))*.execute(connection).await
                        .map(|done| done.rows_affected()),
                $crate::database::Engine::Postgres(connection) =>
                    sqlx::query::<sqlx::Postgres>($sql)$(.bind($value))*.execute(connection).await
                        .map(|done| done.rows_affected()),
            }
            .map_err($crate::database::Error::from)
        }
    };
}

/// Runs an `insert` of one row for many things, a hundred rows a statement: `Result<()>`. The text is
/// that of one row, the values are those of one thing:
///
/// ```text
/// insert_all!(db, "insert into rings (id, name) values ($1, $2)", rings, |ring| ring.id, &ring.name).await?;
/// ```
///
/// Twenty thousand schools, one statement each, are twenty thousand ways to the server and back.
#[macro_export]
macro_rules! insert_all {
    ($db:expr, $sql:expr, $things:expr, |$thing:ident| $($value:expr),+ $(,)?) => {
        async {
            let (head, tail) = $crate::database::around_values($sql);
            for some in $things.chunks($crate::database::ROWS_AT_ONCE) {
                $crate::note_query!($db, $sql);
                match $db.engine() {
                    $crate::database::Engine::Sqlite(connection) => {
                        let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new(head);
                        query.push_values(some, |mut row, $thing| { $(row.push_bind($value);)+ });
                        query.push(tail).build().execute(connection).await.map(|_| ())
                    }
                    $crate::database::Engine::Postgres(connection) => {
                        let mut query = sqlx::QueryBuilder::<sqlx::Postgres>::new(head);
                        query.push_values(some, |mut row, $thing| { $(row.push_bind($value);)+ });
                        query.push(tail).build().execute(connection).await.map(|_| ())
                    }
                }
                .map_err($crate::database::Error::from)?;
            }
            Ok::<(), $crate::database::Error>(())
        }
    };
}

/// What stands before and after the values of an `insert` of one row.
pub fn around_values(sql: &'static str) -> (&'static str, &'static str) {
    let (head, rest) = sql.split_once("values (").unwrap_or((sql, ""));
    (head, rest.split_once(')').map_or("", |(_, tail)| tail))
}

/// How many rows one statement of [`insert_all!`](crate::insert_all) brings: of twenty columns, well under
/// the values a statement may have (SQLite 32,766, PostgreSQL 65,535).
pub const ROWS_AT_ONCE: usize = 100;

/// Registers a text (in tests), and notes that it ran.
#[doc(hidden)]
#[macro_export]
macro_rules! note_query {
    ($db:expr, $sql:expr) => {
        #[cfg(test)]
        {
            inventory::submit! {
                $crate::database::Query { text: $sql, at: concat!(file!(), ":", line!()) }
            }
            $crate::database::note($db.engine(), concat!(file!(), ":", line!()));
        }
    };
}
