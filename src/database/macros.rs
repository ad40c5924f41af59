//! Macros that run one SQL text on either engine.
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

/// The row of a query, if there is one, held until the transaction ends: `Result<Option<$row>>`. PostgreSQL is told
/// how: `alone` lets nobody else change it or hold it, `shared` lets others hold it so too, but nobody change it.
/// SQLite has one writer, who holds everything. Writing the row as it is would do on both, and leave a dead row each
/// time, some hundreds a second of a gathering that a hall answers.
#[macro_export]
macro_rules! held {
    ($db:expr, alone, $row:ty, $sql:literal $(, $value:expr)* $(,)?) => {
        $crate::held!($db, concat!($sql, " for no key update"), $row, $sql $(, $value)*)
    };
    ($db:expr, shared, $row:ty, $sql:literal $(, $value:expr)* $(,)?) => {
        $crate::held!($db, concat!($sql, " for share"), $row, $sql $(, $value)*)
    };
    ($db:expr, $held:expr, $row:ty, $sql:literal $(, $value:expr)*) => {
        async {
            $crate::note_query!($db, $sql);
            match $db.engine() {
                $crate::database::Engine::Sqlite(connection) =>
                    sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($value))*.fetch_optional(connection).await,
                $crate::database::Engine::Postgres(connection) =>
                    sqlx::query_as::<sqlx::Postgres, $row>($held)$(.bind($value))*.fetch_optional(connection).await,
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

/// All rows of a query about things of a list, twenty of them at a time: `Result<Vec<$row>>`. The things are the
/// first twenty values, and [`twenty!`](crate::twenty) is where they are asked for; what else is bound begins at `$21`:
///
/// ```text
/// rows_of!(db, Ring, concat!("select id, name from rings where id in ", twenty!(), " and made_at > $21"), rings, since)
/// ```
///
/// Neither engine's arrays are the other's; a text with as many places as this is one text, and what a page shows is
/// one query.
#[macro_export]
macro_rules! rows_of {
    ($db:expr, $row:ty, $sql:expr, $things:expr $(, $value:expr)* $(,)?) => {
        async {
            let mut found: Vec<$row> = Vec::new();
            for few in $things.chunks($crate::database::AT_ONCE) {
                // What is fewer than twenty is asked for again and again.
                let at = |place: usize| few.get(place).or(few.last()).copied();
                let rows = $crate::rows!(
                    $db, $row, $sql, at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10), at(11),
                    at(12), at(13), at(14), at(15), at(16), at(17), at(18), at(19) $(, $value)*
                );
                found.extend(rows.await?);
            }
            Ok::<Vec<$row>, $crate::database::Error>(found)
        }
    };
}

/// The places of the things in a text of [`rows_of!`](crate::rows_of).
#[macro_export]
macro_rules! twenty {
    () => {
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"
    };
}

/// How many things of a list one statement of [`rows_of!`](crate::rows_of) is about.
pub const AT_ONCE: usize = 20;

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
