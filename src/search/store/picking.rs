//! SQL of picking: where the first of what is wanted are, how many there are, and their order by name.

use sqlx::PgConnection;

use super::super::document::{ALIKE, CHANCE};
use super::asking::{POSTGRES, SQLITE, VALUES, Wanted, Way, asked, asked_postgres, asked_sqlite, with_conditions};
use super::looking::{SAMPLE, edge, numbers, told_to_gather};
use super::wishes::{fts5_but_not, tsqueries};
use super::{Last, Named};
use crate::database::{Connection, Engine, Error, Result};

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
/// `counted`, which is 0 where nobody wants to know. PostgreSQL looks among the nearest `walk` of all documents first, where
/// it is told of so many.
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
    if let Some((near, all)) = walked {
        // Where all were seen, or more than anybody wants to know, they are counted.
        let number = if first && (all || near.number >= counted) {
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

/// The first of the documents that are wanted, among the nearest `walk` of all, and whether those are all there are; none
/// where these do not have so many, or not all whose names begin as that of the last one does.
async fn walked(
    connection: &mut PgConnection,
    rest: &Wanted<'_>,
    walk: i64,
    most: i64,
) -> Result<Option<(Near, bool)>> {
    let edge = edge(connection, rest, walk).await?;
    let here = Wanted { before: edge.map_or(rest.before, |edge| edge + 1), ..rest.clone() };
    let text = format!("{POSTGRES} order by number limit $7");
    let query = asked_postgres!(query_scalar::<sqlx::Postgres, i64>, text, here, walk, Walking);
    let found = query.fetch_all(connection).await?;
    let last = usize::try_from(most - 1).ok().and_then(|last| found.get(last).copied());
    let whole = edge.is_none_or(|edge| last.is_some_and(|last| last | ALIKE <= edge));
    let number = i64::try_from(found.len()).unwrap_or(i64::MAX);
    Ok(whole.then_some((Near { number, edge: last, few: Some(found) }, edge.is_none())))
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
