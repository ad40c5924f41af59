//! SQL of looking into the index of words, in a text for each engine.
//!
//! SQLite's full-text table intersects lists of numbers in their order and stops when there is enough.
//! PostgreSQL has two ways: it walks the documents in order and looks what words they have, which is short
//! when many fit; or its inverted index gathers those that fit, which is short when few do. Its planner
//! takes words for independent of each other and is wrong by a thousand times, so the way is told.

use finding::Wish;
use sqlx::{Connection as _, PgConnection};

use super::super::document::{ALIKE, CHANCE, UNDATED};
use super::wishes::{fts5_but_not, tsqueries};
use super::{Last, Named, Read};
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
const POSTGRES: &str = wanted!("number", "{conditions}");
/// The same of very many numbers: of all, of all that have no time, of all that is over. To gather those from the index
/// of numbers takes longer than to look at the numbers of what the index of words gathers; only what is coming is little.
const POSTGRES_ALL: &str = wanted!("number + 0", "{conditions}");

/// How many values every text has; conditions on the words follow where there are more than the first, then what
/// else a text asks for.
const VALUES: usize = 7;

/// Which way PostgreSQL goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By the inverted index.
    Gathering,
    /// As its planner likes, but it is not asked which words begin so: of how many documents they are its planner does not
    /// know, and its inverted index gathers all before it walks a few.
    Glancing,
    /// From document to document.
    Walking,
}

/// A text of PostgreSQL with its conditions on the words: the first is the first value, the others follow `values`. No
/// index is asked whether something is true.
fn with_conditions(text: &str, conditions: &[String], values: usize, way: Way) -> String {
    let condition = |(at, condition): (usize, &String)| {
        let words = format!("words @@ cast(${} as tsquery)", if at == 0 { 1 } else { values + at });
        match way {
            Way::Walking => format!("({words}) is true"),
            Way::Glancing if condition.contains(":*") => format!("({words}) is true"),
            Way::Glancing | Way::Gathering => words,
        }
    };
    text.replace("{conditions}", &conditions.iter().enumerate().map(condition).collect::<Vec<_>>().join(" and "))
}

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

/// A query with its values.
macro_rules! asked {
    ($query:expr, $wishes:expr, $wanted:expr, $most:expr) => {{
        let phrase = |at: usize| $wanted.phrases.get(at).map(|phrase| format!("%{phrase}%"));
        let without = $wanted.without_phrases.first().map(|phrase| format!("%{phrase}%"));
        let mut wishes = $wishes.into_iter();
        let query = $query
            .bind(wishes.next())
            .bind($wanted.after)
            .bind($wanted.before)
            .bind(phrase(0))
            .bind(phrase(1))
            .bind(without)
            .bind($most);
        wishes.fold(query, |query, wish| query.bind(wish))
    }};
}

/// The same on SQLite, which has one condition and one plan.
macro_rules! asked_sqlite {
    ($query:ident::<$($kind:ty),+>, $text:expr, $wanted:expr, $most:expr) => {{
        let wish = [fts5_but_not($wanted.has, $wanted.not)];
        asked!(sqlx::$query::<$($kind),+>(sqlx::AssertSqlSafe($text)), wish, $wanted, $most)
    }};
}

/// The same on PostgreSQL, which plans anew for each search, and goes one [`Way`].
macro_rules! asked_postgres {
    ($query:ident::<$($kind:ty),+>, $text:expr, $wanted:expr, $most:expr, $way:ident) => {{
        let conditions = tsqueries($wanted.has, $wanted.not);
        let text = with_conditions(&$text, &conditions, VALUES, Way::$way);
        asked!(sqlx::$query::<$($kind),+>(sqlx::AssertSqlSafe(text)), conditions, $wanted, $most).persistent(false)
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
async fn edge(connection: &mut PgConnection, wanted: &Wanted<'_>, glance: i64) -> Result<Option<i64>> {
    let text = if wanted.descending {
        "select number from search_words where number > $1 and number < $2 order by number desc offset $3 limit 1"
    } else {
        "select number from search_words where number > $1 and number < $2 order by number offset $3 limit 1"
    };
    let edge = sqlx::query_scalar(text).bind(wanted.after).bind(wanted.before).bind(glance - 1);
    edge.fetch_optional(connection).await.map_err(Error::from)
}

/// How many numbers PostgreSQL takes as they come, to know up to which number it must look.
const SAMPLE: i64 = 1_000;

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

/// Where the first of the documents that are wanted are.
#[derive(Debug)]
pub struct Near {
    /// How many are wanted in all, as far as they were counted.
    pub number: i64,
    /// A number up to which there are as many as were asked for, where there are so many.
    pub edge: Option<i64>,
    /// The numbers of all of them, or of all up to that one and those that begin as it does, where they are known.
    pub few: Option<Vec<i64>>,
}

/// Where the first `most` documents behind a number are; and how many are wanted in all, counted no further than
/// `counted`, which is 0 where nobody wants to know. PostgreSQL looks among the nearest `walk` of all documents first, where it is told of so many.
///
/// Of very many, PostgreSQL would fetch all to find the first. Of a thousand that it comes upon, the first so many lie
/// before a number that is near enough: what fits and lies before it is few, and both are read from an index.
pub async fn near(
    db: &mut Connection,
    wanted: &Wanted<'_>,
    behind: i64,
    (most, counted): (i64, i64),
    walk: Option<i64>,
) -> Result<Near> {
    let rest = Wanted { after: wanted.after.max(behind), ..wanted.clone() };
    let connection = match db.engine() {
        Engine::Sqlite(connection) => return near_in_order(connection, wanted, &rest, (most, counted)).await,
        Engine::Postgres(connection) => connection,
    };
    let first = behind <= wanted.after;
    let walked = match walk {
        Some(walk) => walked(connection, &rest, walk, most).await?,
        None => None,
    };
    if let Some(near) = walked {
        // Where all were seen, or more than anybody wants to know, they are counted.
        let number = if first && (near.edge.is_none() || near.number >= counted) {
            near.number.min(counted)
        } else {
            count(db, wanted, counted).await?
        };
        return Ok(Near { number, ..near });
    }
    let known = |mut some: Vec<i64>, whole: bool, number: i64| {
        some.retain(|number| rest.after < *number);
        some.sort_unstable();
        let edge = usize::try_from(most - 1).ok().and_then(|last| some.get(last).copied());
        Near { number, edge, few: whole.then_some(some) }
    };
    let mut number = 0;
    if counted > 0 || first {
        let taken = counted.max(SAMPLE);
        let some = numbers(db, wanted, taken - 1).await?;
        let whole = i64::try_from(some.len()).is_ok_and(|some| some < taken);
        number = i64::try_from(some.len()).unwrap_or(counted).min(counted);
        let near = known(some, whole, number);
        if whole || near.edge.is_some() {
            return Ok(near);
        }
    }
    let some = numbers(db, &rest, SAMPLE).await?;
    let whole = i64::try_from(some.len()).is_ok_and(|some| some <= SAMPLE);
    Ok(known(some, whole, number))
}

/// The same on SQLite, which walks along what fits.
async fn near_in_order(
    connection: &mut sqlx::SqliteConnection,
    wanted: &Wanted<'_>,
    rest: &Wanted<'_>,
    (most, counted): (i64, i64),
) -> Result<Near> {
    let text = format!("{SQLITE} order by rowid limit 1 offset $7 - 1");
    let edge = asked_sqlite!(query_scalar::<sqlx::Sqlite, i64>, text, rest, most);
    let mut near = Near { number: 0, edge: edge.fetch_optional(&mut *connection).await?, few: None };
    if counted > 0 {
        let text = format!("select count(*) from ({SQLITE} limit $7) w");
        let query = asked_sqlite!(query_scalar::<sqlx::Sqlite, i64>, text, wanted, counted);
        near.number = query.fetch_one(connection).await?;
    }
    Ok(near)
}

/// The first of the documents that are wanted, among the nearest `walk` of all; none where these do not have so many, or not
/// all whose names begin as that of the last one does.
async fn walked(connection: &mut PgConnection, rest: &Wanted<'_>, walk: i64, most: i64) -> Result<Option<Near>> {
    let edge = edge(connection, rest, walk).await?;
    let here = Wanted { before: edge.map_or(rest.before, |edge| edge + 1), ..rest.clone() };
    let text = format!("{POSTGRES} order by number limit $7");
    let query = asked_postgres!(query_scalar::<sqlx::Postgres, i64>, text, here, walk, Walking);
    let found = query.fetch_all(connection).await?;
    let last = usize::try_from(most - 1).ok().and_then(|last| found.get(last).copied());
    let whole = edge.is_none_or(|edge| last.is_some_and(|last| last | ALIKE <= edge));
    let number = i64::try_from(found.len()).unwrap_or(i64::MAX);
    Ok(whole.then_some(Near { number, edge: last, few: Some(found) }))
}

/// How many documents are wanted, counted no further than so many.
async fn count(db: &mut Connection, wanted: &Wanted<'_>, counted: i64) -> Result<i64> {
    if counted == 0 {
        return Ok(0);
    }
    let some = numbers(db, wanted, counted - 1).await?;
    Ok(i64::try_from(some.len()).unwrap_or(counted).min(counted))
}

/// The first of the documents that are wanted by their names, `most` of them behind the last one's place among those
/// that begin alike. Numbers are in the order of the beginnings of names: of whatever begins as the last of so many
/// does, all are put in order.
pub async fn by_name(db: &mut Connection, wanted: &Wanted<'_>, last: &Last, most: i64) -> Result<Vec<Named>> {
    match db.engine() {
        Engine::Sqlite(connection) => {
            let query = asked_sqlite!(query_as::<sqlx::Sqlite, Named>, named(SQLITE, 1), wanted, most);
            query.bind(&last.sorted).bind(last.id).fetch_all(connection).await.map_err(Error::from)
        }
        Engine::Postgres(connection) => {
            let mut told = told_to_gather(connection).await?;
            let text = named(POSTGRES, tsqueries(wanted.has, wanted.not).len());
            let query = asked_postgres!(query_as::<sqlx::Postgres, Named>, text, wanted, most, Gathering);
            let found = query.bind(&last.sorted).bind(last.id).fetch_all(&mut *told).await?;
            told.commit().await?;
            Ok(found)
        }
    }
}

/// Those of a few numbers that stand first by name.
pub async fn few_by_name(db: &mut Connection, numbers: &[i64], most: i64) -> Result<Vec<Named>> {
    const TEXT: &str = "select id, number from search_documents where number in (";
    macro_rules! ask {
        ($connection:expr, $engine:ty) => {{
            let mut query = sqlx::QueryBuilder::<$engine>::new(TEXT);
            let mut list = query.separated(", ");
            for number in numbers {
                list.push_bind(*number);
            }
            query.push(format!(") order by number >> {CHANCE}, sorted, id limit ")).push_bind(most);
            query.build_query_as::<Named>().persistent(false).fetch_all($connection).await
        }};
    }
    match db.engine() {
        _ if numbers.is_empty() => Ok(Vec::new()),
        Engine::Sqlite(connection) => ask!(connection, sqlx::Sqlite).map_err(Error::from),
        Engine::Postgres(connection) => ask!(connection, sqlx::Postgres).map_err(Error::from),
    }
}

/// Those of some numbers that stand first by name, with so many conditions in the text of the numbers. Of many numbers
/// only those are looked up that are, or begin as, the first of them.
fn named(numbers: &str, conditions: usize) -> String {
    let sorted = VALUES + conditions;
    format!(
        "with fits as materialized ({numbers}),
              edge as (select number from fits order by number limit 1 offset $7 - 1)
         select d.id, d.number
         from (select number from fits where number <= coalesce((select number from edge) | {ALIKE}, {most})
               order by number limit $7 + {ALIKE}) w
         join search_documents d on d.number = w.number
         where (d.sorted, d.id) > (${sorted}, ${id})
         order by d.number >> {CHANCE}, d.sorted, d.id limit $7",
        most = i64::MAX,
        id = sorted + 1
    )
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
async fn told_to_gather(connection: &mut PgConnection) -> Result<sqlx::Transaction<'_, sqlx::Postgres>> {
    const TOLD: &str = "begin; set local enable_seqscan = off; set local enable_indexscan = off; \
                        set local enable_indexonlyscan = off";
    connection.begin_with(TOLD).await.map_err(Error::from)
}

/// The documents of a few numbers, in no order.
pub async fn of_numbers<T: Read>(db: &mut Connection, numbers: &[i64]) -> Result<Vec<T>> {
    macro_rules! ask {
        ($connection:expr, $engine:ty) => {{
            let text = format!("select {} from search_documents d where d.number in (", T::COLUMNS);
            let mut query = sqlx::QueryBuilder::<$engine>::new(text);
            let mut list = query.separated(", ");
            for number in numbers {
                list.push_bind(*number);
            }
            query.push(")").build_query_as::<T>().persistent(false).fetch_all($connection).await
        }};
    }
    match db.engine() {
        _ if numbers.is_empty() => Ok(Vec::new()),
        Engine::Sqlite(connection) => ask!(connection, sqlx::Sqlite).map_err(Error::from),
        Engine::Postgres(connection) => ask!(connection, sqlx::Postgres).map_err(Error::from),
    }
}
