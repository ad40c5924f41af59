//! SQL of looking into the index of words: glancing at the nearest, gathering what is far, guessing which is short.

use finding::Wish;
use sqlx::{Acquire, PgConnection};

use super::super::document::UNDATED;
use super::asking::{
    POSTGRES, POSTGRES_ALL, SQLITE, VALUES, Wanted, Way, asked, asked_postgres, asked_sqlite, with_conditions,
};
use super::wishes::{fts5, fts5_but_not, tsqueries};
use super::{Kept, Read};
use crate::database::{Connection, Engine, Error, Result};

/// How many documents PostgreSQL's planner takes a wish to fit. It knows how common each common mark is, and takes marks
/// for independent of each other: of what is common this is near enough, of what is rare it is only little. None on
/// SQLite, which stops when there is enough and needs to know nothing before.
pub async fn estimate(db: &mut Connection, wish: &Wish) -> Result<Option<i64>> {
    let Engine::Postgres(connection) = db.engine() else { return Ok(None) };
    let conditions = tsqueries(wish, None);
    let text = with_conditions("explain select from search_words where {conditions}", &conditions, 1, Way::Gathering);
    let query = sqlx::query_scalar::<sqlx::Postgres, String>(sqlx::AssertSqlSafe(text)).persistent(false);
    let query = conditions.into_iter().fold(query, |query, condition| query.bind(condition));
    let plan = query.fetch_all(connection).await?;
    // "Bitmap Heap Scan on search_words  (cost=41.87..3121.23 rows=905 width=0)"
    let rows = plan.first().and_then(|first| first.split_once("rows=")?.1.split_once(' ')?.0.parse().ok());
    Ok(Some(rows.unwrap_or(0)))
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
            let query = asked_sqlite!(query_as::<sqlx::Sqlite, T>, text, wanted, most);
            Ok((query.fetch_all(connection).await?, None))
        }
        Engine::Postgres(connection) => {
            let edge = edge(connection, wanted, glance).await?;
            let near = match edge {
                Some(edge) if wanted.descending => Wanted { after: edge - 1, ..wanted.clone() },
                Some(edge) => Wanted { before: edge + 1, ..wanted.clone() },
                None => wanted.clone(),
            };
            let text = in_order::<T>(POSTGRES, "number", wanted);
            let query = asked_postgres!(query_as::<sqlx::Postgres, T>, text, near, most, Glancing);
            Ok((query.fetch_all(connection).await?, edge))
        }
    }
}

/// The number at which a glance ends; none where there are no more.
pub(super) async fn edge(connection: &mut PgConnection, wanted: &Wanted<'_>, glance: i64) -> Result<Option<i64>> {
    let text = if wanted.descending {
        "select number from search_words where number > $1 and number < $2 order by number desc offset $3 limit 1"
    } else {
        "select number from search_words where number > $1 and number < $2 order by number offset $3 limit 1"
    };
    let edge = sqlx::query_scalar(text).bind(wanted.after).bind(wanted.before).bind(glance - 1);
    edge.fetch_optional(connection).await.map_err(Error::from)
}

/// How many numbers PostgreSQL takes as they come, to know up to which number it must look.
pub(super) const SAMPLE: i64 = 1_000;

/// The first of the documents that are wanted, however far away, for what fits seldom.
pub async fn gather<T: Read>(db: &mut Connection, wanted: &Wanted<'_>, most: i64) -> Result<Vec<T>> {
    if matches!(db.engine(), Engine::Sqlite(_)) {
        return Ok(glance(db, wanted, most, most).await?.0);
    }
    let mut some = numbers(db, wanted, SAMPLE).await?;
    if some.is_empty() {
        return Ok(Vec::new());
    }
    some.sort_unstable();
    if wanted.descending {
        some.reverse();
    }
    let last = usize::try_from(most - 1).ok().and_then(|last| some.get(last));
    let near = match last {
        Some(last) if wanted.descending => Wanted { after: last - 1, ..wanted.clone() },
        Some(last) => Wanted { before: last + 1, ..wanted.clone() },
        None => wanted.clone(),
    };
    let Engine::Postgres(connection) = db.engine() else { return Ok(Vec::new()) };
    let mut told = told_to_gather(connection).await?;
    // Nothing that an index is in the order of, or it would be walked.
    let text = in_order::<T>(POSTGRES, "number + 0", wanted);
    let query = asked_postgres!(query_as::<sqlx::Postgres, T>, text, near, most, Gathering);
    let found = query.fetch_all(&mut *told).await?;
    told.commit().await?;
    Ok(found)
}

/// The numbers of all documents that are wanted, in no order; when there are more than `most`, of only so many
/// and one more.
pub async fn numbers(db: &mut Connection, wanted: &Wanted<'_>, most: i64) -> Result<Vec<i64>> {
    match db.engine() {
        Engine::Sqlite(connection) => {
            let text = format!("{SQLITE} limit $7");
            let query = asked_sqlite!(query_scalar::<sqlx::Sqlite, i64>, text, wanted, most + 1);
            query.fetch_all(connection).await.map_err(Error::from)
        }
        Engine::Postgres(connection) => {
            let mut told = told_to_gather(connection).await?;
            let wide = wanted.descending || wanted.before > UNDATED;
            let text = format!("{} limit $7", if wide { POSTGRES_ALL } else { POSTGRES });
            let query = asked_postgres!(query_scalar::<sqlx::Postgres, i64>, text, wanted, most + 1, Gathering);
            let numbers = query.fetch_all(&mut *told).await?;
            told.commit().await?;
            Ok(numbers)
        }
    }
}

/// A transaction in which PostgreSQL takes the inverted index.
pub(super) async fn told_to_gather(connection: &mut PgConnection) -> Result<sqlx::Transaction<'_, sqlx::Postgres>> {
    let mut told = connection.begin().await?;
    sqlx::raw_sql(
        "set local enable_seqscan = off; set local enable_indexscan = off; set local enable_indexonlyscan = off",
    )
    .execute(&mut *told)
    .await?;
    Ok(told)
}

/// The documents of a few numbers that have these marks, too, in no order.
pub async fn of_numbers(db: &mut Connection, numbers: &[i64], marks: &[Wish]) -> Result<Vec<Kept>> {
    let marks = (!marks.is_empty()).then(|| Wish::All(marks.to_vec()));
    macro_rules! ask {
        ($connection:expr, $engine:ty, $each:expr, $before:literal, $after:literal) => {{
            let text = format!("select {} from search_documents d where d.number in (", Kept::COLUMNS);
            let mut query = sqlx::QueryBuilder::<$engine>::new(text);
            let mut list = query.separated(", ");
            for number in numbers {
                list.push_bind(*number);
            }
            query.push(")");
            for each in $each {
                query.push($before).push_bind(each).push($after);
            }
            query.build_query_as::<Kept>().persistent(false).fetch_all($connection).await.map_err(Error::from)
        }};
    }
    match db.engine() {
        _ if numbers.is_empty() => Ok(Vec::new()),
        Engine::Sqlite(connection) => {
            let each = marks.iter().map(fts5);
            ask!(
                connection,
                sqlx::Sqlite,
                each,
                " and exists (select 1 from search_words where rowid = d.number and search_words match ",
                ")"
            )
        }
        Engine::Postgres(connection) => {
            let each = marks.iter().flat_map(|marks| tsqueries(marks, None));
            ask!(
                connection,
                sqlx::Postgres,
                each,
                " and exists (select 1 from search_words w where w.number = d.number and w.words @@ cast(",
                " as tsquery))"
            )
        }
    }
}
