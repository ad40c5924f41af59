//! The floor of writes: the insert that an answer comes to, in a bare loop, and the making of databases.

use std::path::Path;
use std::str::FromStr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Row};
use uuid::Uuid;

use crate::load::Told;
use crate::setting::Setting;

/// What a yes comes to in the table; every answer changes the row, as the load does.
const INSERT: &str = "insert into answers (gathering_id, series_id, person_id, answer, own, answered_at)
     values ($1, $2, $3, $4, true, $5)
     on conflict (gathering_id, person_id) do update set answer = excluded.answer, own = excluded.own,
         answered_at = excluded.answered_at";

fn runtime() -> Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}

/// Makes a database on the PostgreSQL of this run; it goes with the server. Says its address.
pub fn create(setting: &Setting, name: &str) -> Result<String> {
    let (url, _) = setting.postgres.as_ref().context("no PostgreSQL")?;
    runtime()?.block_on(async {
        let mut connection = PgConnection::connect(url).await?;
        for statement in [format!("drop database if exists {name}"), format!("create database {name}")] {
            sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await?;
        }
        connection.close().await?;
        let (server, _) = url.rsplit_once('/').context("an address with a database")?;
        Ok(format!("{server}/{name}"))
    })
}

/// Brings the statistics up to date, as autovacuum does sooner or later.
pub fn analyze(url: &str) -> Result<()> {
    runtime()?.block_on(async {
        let mut connection = PgConnection::connect(url).await?;
        sqlx::raw_sql("vacuum analyze").execute(&mut connection).await?;
        sqlx::raw_sql("checkpoint").execute(&mut connection).await?;
        Ok(connection.close().await?)
    })
}

/// The server's version.
pub fn version(setting: &Setting) -> Option<String> {
    let (url, _) = setting.postgres.as_ref()?;
    let asked = runtime().ok()?.block_on(async {
        let mut connection = PgConnection::connect(url).await?;
        sqlx::query_scalar::<_, String>("show server_version").fetch_one(&mut connection).await
    });
    asked.ok()
}

/// SQLite's version, as linked here and in Klatsch.
pub fn sqlite_version() -> Option<String> {
    let asked = runtime().ok()?.block_on(async {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await?;
        sqlx::query_scalar::<_, String>("select sqlite_version()").fetch_one(&mut connection).await
    });
    asked.ok()
}

/// A gathering, its series and a person.
type Place = (Uuid, Uuid, Uuid);

fn microseconds(start: Instant) -> u32 {
    u32::try_from(start.elapsed().as_micros()).unwrap_or(u32::MAX)
}

fn word(turn: usize) -> &'static str {
    if turn.is_multiple_of(2) { "yes" } else { "no" }
}

/// One after the other on SQLite: begin, insert, commit, with the settings that Klatsch has (write-ahead log,
/// `synchronous=FULL`, foreign keys). SQLite has one writer, so more connections would only wait.
pub fn sqlite_loop(file: &Path, time: Duration) -> Result<Told> {
    runtime()?.block_on(async {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let mut connection = SqliteConnection::connect_with(&options).await?;
        let rows = sqlx::query("select gathering_id, series_id, person_id from answers limit 1000");
        let places: Vec<Place> =
            rows.fetch_all(&mut connection).await?.iter().map(|r| (r.get(0), r.get(1), r.get(2))).collect();
        let mut told = Told::default();
        let begin = Instant::now();
        for (turn, (gathering, series, person)) in places.iter().cycle().enumerate() {
            let start = Instant::now();
            if begin.elapsed() >= time {
                break;
            }
            let mut writing = connection.begin_with("BEGIN IMMEDIATE").await?;
            let insert = sqlx::query(INSERT).bind(gathering).bind(series).bind(person).bind(word(turn / places.len()));
            insert.bind(i64::try_from(turn)?).execute(&mut *writing).await?;
            writing.commit().await?;
            told.latencies.push(microseconds(start));
        }
        told.seconds = begin.elapsed().as_secs_f64();
        connection.close().await?;
        Ok(told)
    })
}

/// On PostgreSQL: so many connections, each one after the other: begin, insert, commit.
pub fn postgres_loop(url: &str, connections: usize, time: Duration) -> Result<Told> {
    let work = tokio::task::LocalSet::new();
    work.block_on(&runtime()?, async {
        let mut first = PgConnection::connect(url).await?;
        let rows = sqlx::query("select gathering_id, series_id, person_id from answers limit 6400");
        let places: Vec<Place> =
            rows.fetch_all(&mut first).await?.iter().map(|r| (r.get(0), r.get(1), r.get(2))).collect();
        first.close().await?;
        let mut open = Vec::new();
        for _ in 0..connections {
            open.push(PgConnection::connect_with(&sqlx::postgres::PgConnectOptions::from_str(url)?).await?);
        }
        let begin = Instant::now();
        let mut tasks = Vec::new();
        let each = places.len() / connections;
        for (connection, own) in open.into_iter().zip(places.chunks(each.max(1))) {
            tasks.push(tokio::task::spawn_local(inserts(connection, own.to_vec(), begin + time)));
        }
        let mut told = Told::default();
        for task in tasks {
            told.latencies.extend(task.await??);
        }
        told.seconds = begin.elapsed().as_secs_f64();
        Ok(told)
    })
}

async fn inserts(mut connection: PgConnection, places: Vec<Place>, until: Instant) -> Result<Vec<u32>> {
    let mut latencies = Vec::new();
    for (turn, (gathering, series, person)) in places.iter().cycle().enumerate() {
        let start = Instant::now();
        if start >= until {
            break;
        }
        let mut writing = connection.begin().await?;
        let insert = sqlx::query(INSERT).bind(gathering).bind(series).bind(person).bind(word(turn / places.len()));
        insert.bind(i64::try_from(turn)?).execute(&mut *writing).await?;
        writing.commit().await?;
        latencies.push(microseconds(start));
    }
    connection.close().await?;
    Ok(latencies)
}
