//! SQL of the index of words, in a text for each engine: SQLite's full-text table walks the numbers of
//! a word in their order, PostgreSQL's inverted index gathers them, or it walks the numbers and looks
//! what words they have; its planner knows which words are common.

use finding::Wish;

use super::wishes::{fts5, tsquery};
use crate::database::{Connection, Engine, Error, Result, Writing};

/// The number under which the index says of what version it is.
const VERSION_AT: i64 = 0;

/// Puts words under a number that has none.
pub async fn put_words(db: &mut Writing, number: i64, words: &str) -> Result<()> {
    match db.engine() {
        Engine::Sqlite(connection) => sqlx::query("insert into search_words (rowid, words) values ($1, $2)")
            .bind(number)
            .bind(words)
            .execute(connection)
            .await
            .map(|_| ()),
        Engine::Postgres(connection) => sqlx::query(
            "insert into search_words (number, words) values ($1, array_to_tsvector(string_to_array($2, ' ')))",
        )
        .bind(number)
        .bind(words)
        .execute(connection)
        .await
        .map(|_| ()),
    }
    .map_err(Error::from)
}

/// How many words one statement brings. SQLite's full-text table writes down what it gathered before every statement of
/// several rows, in a piece that must be merged with others later: the fewer, the better.
const AT_ONCE: usize = 5_000;

/// Puts words under numbers that have none.
pub async fn put_all_words(db: &mut Writing, words: &[(i64, String)]) -> Result<()> {
    for some in words.chunks(AT_ONCE) {
        match db.engine() {
            Engine::Sqlite(connection) => {
                let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new("insert into search_words (rowid, words) ");
                query.push_values(some, |mut row, (number, words)| {
                    row.push_bind(*number).push_bind(words);
                });
                query.build().persistent(false).execute(connection).await.map(|_| ())
            }
            Engine::Postgres(connection) => {
                let mut query = sqlx::QueryBuilder::<sqlx::Postgres>::new("insert into search_words (number, words) ");
                query.push_values(some, |mut row, (number, words)| {
                    row.push_bind(*number).push("array_to_tsvector(string_to_array(");
                    row.push_bind_unseparated(words).push_unseparated(", ' '))");
                });
                query.build().persistent(false).execute(connection).await.map(|_| ())
            }
        }
        .map_err(Error::from)?;
    }
    Ok(())
}

/// Which of some numbers are taken.
pub async fn taken(db: &mut Connection, numbers: &[i64]) -> Result<Vec<i64>> {
    const TEXT: &str = "select number from search_documents where number in (";
    macro_rules! ask {
        ($connection:expr, $engine:ty) => {{
            let mut query = sqlx::QueryBuilder::<$engine>::new(TEXT);
            let mut list = query.separated(", ");
            for number in numbers {
                list.push_bind(*number);
            }
            query.push(")").build_query_scalar().persistent(false).fetch_all($connection).await
        }};
    }
    match db.engine() {
        Engine::Sqlite(connection) => ask!(connection, sqlx::Sqlite),
        Engine::Postgres(connection) => ask!(connection, sqlx::Postgres),
    }
    .map_err(Error::from)
}

/// Takes the words under a number away.
pub async fn drop_words(db: &mut Writing, number: i64) -> Result<()> {
    match db.engine() {
        Engine::Sqlite(connection) => {
            sqlx::query("delete from search_words where rowid = $1").bind(number).execute(connection).await.map(|_| ())
        }
        Engine::Postgres(connection) => {
            sqlx::query("delete from search_words where number = $1").bind(number).execute(connection).await.map(|_| ())
        }
    }
    .map_err(Error::from)
}

/// Takes all words away.
pub async fn clear_words(db: &mut Writing) -> Result<()> {
    match db.engine() {
        Engine::Sqlite(connection) => sqlx::query("insert into search_words (search_words) values ('delete-all')")
            .execute(connection)
            .await
            .map(|_| ()),
        Engine::Postgres(connection) => sqlx::query("delete from search_words").execute(connection).await.map(|_| ()),
    }
    .map_err(Error::from)
}

/// Says of what version the index is.
pub async fn set_version(db: &mut Writing, version: u32) -> Result<()> {
    drop_words(db, VERSION_AT).await?;
    put_words(db, VERSION_AT, &version_mark(version)).await
}

/// Whether the index was ever filled, and whether it is of a version.
pub async fn filled(db: &mut Connection, version: u32) -> Result<(bool, bool)> {
    let mark = Wish::whole(version_mark(version));
    match db.engine() {
        Engine::Sqlite(connection) => {
            sqlx::query_as(
                "select exists (select 1 from search_words where rowid = $1),
                    exists (select 1 from search_words where search_words match $2 and rowid = $1)",
            )
            .bind(VERSION_AT)
            .bind(fts5(&mark))
            .fetch_one(connection)
            .await
        }
        Engine::Postgres(connection) => {
            sqlx::query_as(
                "select exists (select 1 from search_words where number = $1),
                    exists (select 1 from search_words where words @@ cast($2 as tsquery) and number = $1)",
            )
            .bind(VERSION_AT)
            .bind(tsquery(&mark))
            .fetch_one(connection)
            .await
        }
    }
    .map_err(Error::from)
}

fn version_mark(version: u32) -> String {
    format!("v_{version}")
}

/// Lets PostgreSQL count how common the words of the index are now. By itself it does so about a minute after many came,
/// and until then takes every word for rare.
pub async fn weigh(db: &mut Writing) -> Result<()> {
    match db.engine() {
        Engine::Sqlite(_) => Ok(()),
        Engine::Postgres(connection) => {
            sqlx::raw_sql("analyze search_words, search_documents").execute(connection).await.map(|_| ())
        }
    }
    .map_err(Error::from)
}

/// Lets changes of the index go on beside each other, but not beside [`hold`]. SQLite has one writer.
pub async fn share(db: &mut Writing) -> Result<()> {
    match db.engine() {
        Engine::Sqlite(_) => Ok(()),
        Engine::Postgres(connection) => {
            sqlx::query("select pg_advisory_xact_lock_shared($1)").bind(LOCK).execute(connection).await.map(|_| ())
        }
    }
    .map_err(Error::from)
}

/// Holds the index until this transaction ends, so that what is read from other tables and written here
/// is not changed in between.
pub async fn hold(db: &mut Writing) -> Result<()> {
    match db.engine() {
        Engine::Sqlite(_) => Ok(()),
        Engine::Postgres(connection) => {
            sqlx::query("select pg_advisory_xact_lock($1)").bind(LOCK).execute(connection).await.map(|_| ())
        }
    }
    .map_err(Error::from)
}

/// "search" in letters.
const LOCK: i64 = 0x0073_6561_7263_6800;
