//! SQL of looking into the index of words, in a text for each engine.
//!
//! SQLite's full-text table intersects lists of numbers in their order and stops when there is enough.
//! PostgreSQL has two ways: it walks the documents in order and looks what words they have, which is short
//! when many fit; or its inverted index gathers those that fit, which is short when few do. Its planner
//! takes words for independent of each other and is wrong by a thousand times, so the way is told.

use finding::Wish;
use sqlx::{Acquire, PgConnection};

use super::wishes::{fts5_but_not, tsquery_but_not};
use super::{Kept, Read};
use crate::database::{Connection, Engine, Error, Result};

/// Which documents are wanted.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// The marks they have.
    pub has: &'a Wish,
    /// The marks they have not.
    pub not: Option<&'a Wish>,
    /// What their plain text holds; of more than two phrases the first two count.
    pub phrases: &'a [String],
    /// What it does not hold; of more than one phrase the first counts.
    pub without_phrases: &'a [String],
    /// After this number,
    pub after: i64,
    /// before this,
    pub before: i64,
    /// the greatest first.
    pub descending: bool,
}

/// What `search_words` is asked for; `{number}` and `{match}` are the engine's words for it.
macro_rules! wanted {
    ($number:literal, $match:literal) => {
        concat!(
            "select ",
            $number,
            " as number from search_words
             where ",
            $match,
            " and ",
            $number,
            " > $2 and ",
            $number,
            " < $3
               and ((cast($4 as text) is null and cast($6 as text) is null)
                    or exists (select 1 from search_documents p where p.number = search_words.",
            $number,
            "
                               and (cast($4 as text) is null or p.plain like $4)
                               and (cast($5 as text) is null or p.plain like $5)
                               and (cast($6 as text) is null or p.plain not like $6)))"
        )
    };
}
const SQLITE: &str = wanted!("rowid", "search_words match $1");
const POSTGRES: &str = wanted!("number", "words @@ cast($1 as tsquery)");

/// The documents of the numbers that a text gives. PostgreSQL plans anew for each search.
macro_rules! asked {
    ($query:expr, $wish:expr, $wanted:expr, $most:expr) => {{
        let phrase = |at: usize| $wanted.phrases.get(at).map(|phrase| format!("%{phrase}%"));
        let without = $wanted.without_phrases.first().map(|phrase| format!("%{phrase}%"));
        $query
            .bind($wish)
            .bind($wanted.after)
            .bind($wanted.before)
            .bind(phrase(0))
            .bind(phrase(1))
            .bind(without)
            .bind($most)
            .persistent(false)
    }};
}

fn in_order<T: Read>(numbers: &str, number: &str, wanted: &Wanted<'_>) -> String {
    let direction = if wanted.descending { "desc" } else { "asc" };
    format!(
        "select {columns}
         from ({numbers} order by {number} {direction} limit $7) w
         join search_documents d on d.number = w.number
         order by d.number {direction}",
        columns = T::COLUMNS
    )
}

/// The first of the documents that are wanted, in the order of their numbers, at most `most`; and from which
/// number on it was not looked, where it was not: PostgreSQL looks at no more than `glance` documents.
pub async fn glance<T: Read>(
    db: &mut Connection,
    wanted: &Wanted<'_>,
    glance: i64,
    most: i64,
) -> Result<(Vec<T>, Option<i64>)> {
    match db.engine() {
        Engine::Sqlite(connection) => {
            let text = in_order::<T>(SQLITE, "rowid", wanted);
            let wish = fts5_but_not(wanted.has, wanted.not);
            let query = sqlx::query_as::<sqlx::Sqlite, T>(sqlx::AssertSqlSafe(text));
            Ok((asked!(query, wish, wanted, most).fetch_all(connection).await.map_err(Error::from)?, None))
        }
        Engine::Postgres(connection) => {
            let edge = edge(connection, wanted, glance).await?;
            let near = match edge {
                Some(edge) if wanted.descending => Wanted { after: edge - 1, ..wanted.clone() },
                Some(edge) => Wanted { before: edge + 1, ..wanted.clone() },
                None => wanted.clone(),
            };
            let text = in_order::<T>(POSTGRES, "number", wanted);
            let wish = tsquery_but_not(wanted.has, wanted.not);
            let query = sqlx::query_as::<sqlx::Postgres, T>(sqlx::AssertSqlSafe(text));
            Ok((asked!(query, wish, near, most).fetch_all(connection).await.map_err(Error::from)?, edge))
        }
    }
}

/// The number at which a glance ends; none where there are no more.
async fn edge(connection: &mut PgConnection, wanted: &Wanted<'_>, glance: i64) -> Result<Option<i64>> {
    let text = if wanted.descending {
        "select number from search_words where number > $1 and number < $2 order by number desc offset $3 limit 1"
    } else {
        "select number from search_words where number > $1 and number < $2 order by number offset $3 limit 1"
    };
    let edge = sqlx::query_scalar(text).bind(wanted.after).bind(wanted.before).bind(glance - 1);
    edge.fetch_optional(connection).await.map_err(Error::from)
}

/// The first of the documents that are wanted, however far away, for what fits seldom.
pub async fn gather<T: Read>(db: &mut Connection, wanted: &Wanted<'_>, most: i64) -> Result<Vec<T>> {
    let Engine::Postgres(connection) = db.engine() else { return Ok(glance(db, wanted, most, most).await?.0) };
    let mut told = told_to_gather(connection).await?;
    // Nothing that an index is in the order of, or it would be walked.
    let text = in_order::<T>(POSTGRES, "number + 0", wanted);
    let wish = tsquery_but_not(wanted.has, wanted.not);
    let query = sqlx::query_as::<sqlx::Postgres, T>(sqlx::AssertSqlSafe(text));
    let found = asked!(query, wish, wanted, most).fetch_all(&mut *told).await?;
    told.commit().await?;
    Ok(found)
}

/// The numbers of all documents that are wanted, in no order; when there are more than `most`, of only so many
/// and one more.
pub async fn numbers(db: &mut Connection, wanted: &Wanted<'_>, most: i64) -> Result<Vec<i64>> {
    match db.engine() {
        Engine::Sqlite(connection) => {
            let wish = fts5_but_not(wanted.has, wanted.not);
            let query = sqlx::query_scalar::<sqlx::Sqlite, i64>(sqlx::AssertSqlSafe(format!("{SQLITE} limit $7")));
            asked!(query, wish, wanted, most + 1).fetch_all(connection).await.map_err(Error::from)
        }
        Engine::Postgres(connection) => {
            let mut told = told_to_gather(connection).await?;
            let wish = tsquery_but_not(wanted.has, wanted.not);
            let query = sqlx::query_scalar::<sqlx::Postgres, i64>(sqlx::AssertSqlSafe(format!("{POSTGRES} limit $7")));
            let numbers = asked!(query, wish, wanted, most + 1).fetch_all(&mut *told).await?;
            told.commit().await?;
            Ok(numbers)
        }
    }
}

/// How many documents are wanted, counted no further than `most`.
pub async fn count(db: &mut Connection, wanted: &Wanted<'_>, most: i64) -> Result<i64> {
    let text = |numbers: &str| format!("select count(*) from ({numbers} limit $7) w");
    match db.engine() {
        Engine::Sqlite(connection) => {
            let wish = fts5_but_not(wanted.has, wanted.not);
            let query = sqlx::query_scalar::<sqlx::Sqlite, i64>(sqlx::AssertSqlSafe(text(SQLITE)));
            asked!(query, wish, wanted, most).fetch_one(connection).await.map_err(Error::from)
        }
        Engine::Postgres(connection) => {
            let mut told = told_to_gather(connection).await?;
            let wish = tsquery_but_not(wanted.has, wanted.not);
            let query = sqlx::query_scalar::<sqlx::Postgres, i64>(sqlx::AssertSqlSafe(text(POSTGRES)));
            let number = asked!(query, wish, wanted, most).fetch_one(&mut *told).await?;
            told.commit().await?;
            Ok(number)
        }
    }
}

/// A transaction in which PostgreSQL takes the inverted index.
async fn told_to_gather(connection: &mut PgConnection) -> Result<sqlx::Transaction<'_, sqlx::Postgres>> {
    let mut told = connection.begin().await?;
    sqlx::raw_sql(
        "set local enable_seqscan = off; set local enable_indexscan = off; set local enable_indexonlyscan = off",
    )
    .execute(&mut *told)
    .await?;
    Ok(told)
}

/// The documents of a few numbers, in no order.
pub async fn of_numbers(db: &mut Connection, numbers: &[i64]) -> Result<Vec<Kept>> {
    const TEXT: &str =
        "select id, number, kind, gathering_id, series_id, audience, href, title, body, starts_at, ends_at,
                               cancelled from search_documents where number in (";
    macro_rules! ask {
        ($connection:expr, $engine:ty) => {{
            let mut query = sqlx::QueryBuilder::<$engine>::new(TEXT);
            let mut list = query.separated(", ");
            for number in numbers {
                list.push_bind(*number);
            }
            query.push(")").build_query_as::<Kept>().fetch_all($connection).await
        }};
    }
    match db.engine() {
        _ if numbers.is_empty() => Ok(Vec::new()),
        Engine::Sqlite(connection) => ask!(connection, sqlx::Sqlite).map_err(Error::from),
        Engine::Postgres(connection) => ask!(connection, sqlx::Postgres).map_err(Error::from),
    }
}
