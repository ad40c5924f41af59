//! A backup taken while many write is one state that there was: of what each writer wrote, numbered, it has
//! the first so many and no later one, and all that was answered before it began.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use serde_json::json;

use super::api;
use super::house::House;

const WRITERS: usize = 3;
/// A gathering takes sixty files.
const MOST_UPLOADS: u64 = 50;

#[test]
fn sqlite_is_backed_up_under_load() {
    under_load(None, &[None]);
}

#[test]
fn postgres_is_backed_up_under_load_and_moves_to_sqlite_and_back() {
    let databases = [Postgres::make("from"), Postgres::make("to")];
    under_load(Some(&databases[0].url), &[None, Some(&databases[1].url)]);
    let databases = [Postgres::make("back")];
    under_load(None, &[Some(&databases[0].url)]);
}

/// Where settings say the database is: the default is SQLite in the data folder.
fn settings(folder: &Path, database: Option<&str>) {
    let text = database.map(|url| format!("database = \"{url}\"\n")).unwrap_or_default();
    std::fs::write(folder.join("klatsch.toml"), text).unwrap();
}

fn under_load(from: Option<&str>, to: &[Option<&str>]) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    settings(folder, from);
    super::init(folder);
    let key = api::key(folder);
    let house = House::open(folder, &[]);
    let gathering = api::gathering(&house, &key, "district");
    let stop = AtomicBool::new(false);
    // What each was told is done; the last is of the uploads.
    let done: Vec<AtomicU64> = (0..=WRITERS).map(|_| AtomicU64::new(0)).collect();
    let told = || done.iter().map(|done| done.load(Ordering::SeqCst)).collect::<Vec<_>>();
    let (before, after) = std::thread::scope(|scope| {
        for (writer, done) in done.iter().enumerate() {
            let (house, key, gathering, stop) = (&house, &key, &gathering, &stop);
            scope.spawn(move || {
                for number in 1.. {
                    if stop.load(Ordering::SeqCst) || (writer == WRITERS && number > MOST_UPLOADS) {
                        return;
                    }
                    let answer = if writer == WRITERS {
                        std::thread::sleep(Duration::from_millis(40));
                        api::upload(house, key, gathering, &format!("upload {number}.txt"), content(number).as_bytes())
                    } else {
                        let topic = json!({"title": format!("{writer} {number}"), "minutes": 10});
                        api::post(house, key, &format!("/api/v1/gatherings/{gathering}/topics"), &topic)
                    };
                    assert_eq!(answer.status, 201, "{}", answer.text);
                    done.store(number, Ordering::SeqCst);
                }
            });
        }
        while told().iter().any(|done| *done < 4) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let before = told();
        super::works(folder, &["backup", "load.backup"]);
        let after = told();
        std::thread::sleep(Duration::from_millis(200));
        stop.store(true, Ordering::SeqCst);
        (before, after)
    });
    assert!(
        before[..WRITERS].iter().zip(&after).all(|(before, after)| before < after),
        "they wrote all along: {before:?} {after:?}"
    );
    house.close();
    for to in to {
        let other = tempfile::tempdir().unwrap();
        let other = other.path();
        settings(other, *to);
        let backup = folder.join("load.backup");
        super::works(other, &["restore", backup.to_str().unwrap()]);
        super::works(other, &["check", "--deep"]);
        let house = House::open(other, &[]);
        let topics = api::body(&api::get(&house, &key, &format!("/api/v1/gatherings/{gathering}/topics")));
        let mut held = vec![Vec::new(); WRITERS];
        for topic in topics.as_array().unwrap() {
            let (writer, number) = topic["title"].as_str().unwrap().split_once(' ').unwrap();
            held[writer.parse::<usize>().unwrap()].push(number.parse::<u64>().unwrap());
        }
        let list = api::body(&api::get(&house, &key, &format!("/api/v1/gatherings/{gathering}/resources")));
        let mut uploads = Vec::new();
        for one in files(&list) {
            let number: u64 = one.1.trim_start_matches("upload ").trim_end_matches(".txt").parse().unwrap();
            let answer = api::get(&house, &key, &format!("/api/v1/resources/{}/content", one.0));
            assert!(answer.status == 200 && answer.text.ends_with(&content(number)), "{}", answer.text);
            uploads.push(number);
        }
        held.push(uploads);
        for (writer, mut numbers) in held.into_iter().enumerate() {
            numbers.sort_unstable();
            let last = numbers.len() as u64;
            assert_eq!(numbers, (1..=last).collect::<Vec<_>>(), "writer {writer} has a gap");
            // One more may have been done and not yet answered.
            let range = before[writer]..=after[writer] + 1;
            assert!(range.contains(&last), "writer {writer}: {last} of {range:?}");
        }
        house.close();
    }
}

fn content(number: u64) -> String {
    format!("what upload {number} says, {}.", "again and again ".repeat(64))
}

/// Identifier and name of each file in a list of resources, wherever they stand in it.
fn files(json: &serde_json::Value) -> Vec<(String, String)> {
    match json {
        serde_json::Value::Array(list) => list.iter().flat_map(files).collect(),
        serde_json::Value::Object(fields) => {
            match (fields.get("id"), fields.get("name").and_then(|name| name.as_str())) {
                (Some(id), Some(name)) => vec![(id.as_str().unwrap().to_owned(), name.to_owned())],
                _ => fields.values().flat_map(files).collect(),
            }
        }
        _ => Vec::new(),
    }
}

/// A database of its own on the server of the tests.
struct Postgres {
    name: String,
    url: String,
}

impl Postgres {
    fn make(word: &str) -> Postgres {
        let name = format!("klatsch_load_{word}_{}", std::process::id());
        statement(&format!("drop database if exists {name} with (force)"));
        statement(&format!("create database {name}"));
        let server = server();
        let url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        Postgres { name, url }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        statement(&format!("drop database if exists {} with (force)", self.name));
    }
}

fn server() -> String {
    std::env::var("KLATSCH_TEST_POSTGRES")
        .unwrap_or_else(|_| panic!("KLATSCH_TEST_POSTGRES: `cargo xtask test` sets it up"))
}

fn statement(text: &str) {
    use sqlx::Connection;
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let mut connection = sqlx::PgConnection::connect(&server()).await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(text.to_owned())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}
