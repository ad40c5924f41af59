//! Three macros that run one SQL text on either engine.
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
