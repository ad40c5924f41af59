//! Writings that share a commit: all of it, each for itself, and nothing of those that were left.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sqlx::Executor;

use super::Turn;
use crate::database::{Database, Where};

/// A database with one table, `said (word text primary key)`.
async fn open(folder: &tempfile::TempDir) -> Database {
    let database = Database::open(&Where::File(folder.path().join("s.sqlite"))).await.unwrap();
    let Database::Sqlite { writer, .. } = &database else { unreachable!() };
    writer.alone().await.unwrap().execute("create table said (word text primary key)").await.unwrap();
    database
}

async fn turn(database: &Database) -> Turn {
    let Database::Sqlite { writer, .. } = database else { unreachable!() };
    writer.turn().await.unwrap()
}

async fn say(turn: &mut Turn, word: &str) -> sqlx::Result<()> {
    sqlx::query("insert into said (word) values ($1)").bind(word).execute(&mut **turn).await.map(|_| ())
}

/// What is on the disk, read by another connection.
async fn said(database: &Database) -> Vec<String> {
    let Database::Sqlite { readers, .. } = database else { unreachable!() };
    sqlx::query_scalar("select word from said order by word").fetch_all(readers).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_wait_together_are_committed_together() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(&folder).await;
    let mut first = turn(&database).await;
    say(&mut first, "first").await.unwrap();
    let told = Arc::new(AtomicBool::new(false));
    let mut others = Vec::new();
    for number in 0..20 {
        let (database, told) = (database.clone(), Arc::clone(&told));
        others.push(tokio::spawn(async move {
            let mut turn = turn(&database).await;
            // The commit of the first is not told before the last of those who waited had a turn.
            assert!(!told.load(Ordering::SeqCst));
            say(&mut turn, &format!("other {number:02}")).await.unwrap();
            assert!(said(&database).await.is_empty(), "nothing is on the disk while the transaction is shared");
            turn.commit().await.unwrap();
            assert!(said(&database).await.contains(&format!("other {number:02}")));
        }));
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    first.commit().await.unwrap();
    told.store(true, Ordering::SeqCst);
    for other in others {
        other.await.unwrap();
    }
    assert_eq!(said(&database).await.len(), 21);
}

#[tokio::test]
async fn one_that_is_left_takes_nothing_from_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(&folder).await;
    let mut kept = turn(&database).await;
    say(&mut kept, "kept").await.unwrap();
    let left = tokio::spawn({
        let database = database.clone();
        async move {
            let mut left = turn(&database).await;
            say(&mut left, "left").await.unwrap();
            // What fails inside it is its own affair too.
            assert!(say(&mut left, "kept").await.is_err());
        }
    });
    let after = tokio::spawn({
        let database = database.clone();
        async move {
            let mut after = turn(&database).await;
            say(&mut after, "after").await.unwrap();
            after.commit().await.unwrap();
        }
    });
    tokio::task::yield_now().await;
    kept.commit().await.unwrap();
    left.await.unwrap();
    after.await.unwrap();
    assert_eq!(said(&database).await, ["after", "kept"]);
}

#[tokio::test]
async fn a_lonely_one_that_is_left_does_not_lock_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(&folder).await;
    let mut left = turn(&database).await;
    say(&mut left, "left").await.unwrap();
    drop(left);
    let other_program = open_again(&folder).await;
    let mut turn = turn(&other_program).await;
    say(&mut turn, "other").await.unwrap();
    turn.commit().await.unwrap();
    assert_eq!(said(&database).await, ["other"]);
}

async fn open_again(folder: &tempfile::TempDir) -> Database {
    tokio::time::sleep(Duration::from_millis(50)).await;
    Database::open(&Where::File(folder.path().join("s.sqlite"))).await.unwrap()
}

#[tokio::test]
async fn who_hangs_up_while_committing_has_still_said_it() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(&folder).await;
    let mut impatient = turn(&database).await;
    say(&mut impatient, "impatient").await.unwrap();
    let waiting = tokio::spawn({
        let database = database.clone();
        async move {
            let mut turn = turn(&database).await;
            say(&mut turn, "patient").await.unwrap();
            turn.commit().await.unwrap();
        }
    });
    tokio::task::yield_now().await;
    // Polled once, then dropped, as a handler is when its browser has gone.
    let _ = tokio::time::timeout(Duration::ZERO, impatient.commit()).await;
    waiting.await.unwrap();
    assert_eq!(said(&database).await, ["impatient", "patient"]);
}

/// A full disk makes SQLite give up the whole transaction: then everybody in it is told.
#[tokio::test]
async fn when_the_shared_transaction_is_lost_nobody_is_told_that_it_is_safe() {
    let folder = tempfile::tempdir().unwrap();
    let database = open(&folder).await;
    let mut first = turn(&database).await;
    say(&mut first, "first").await.unwrap();
    let second = tokio::spawn({
        let database = database.clone();
        async move {
            let mut second = turn(&database).await;
            // What SQLite does by itself when the disk is full.
            second.execute("rollback").await.unwrap();
            second.commit().await
        }
    });
    tokio::task::yield_now().await;
    assert!(first.commit().await.is_err());
    assert!(second.await.unwrap().is_err());
    assert!(said(&database).await.is_empty());
    let mut third = turn(&database).await;
    say(&mut third, "third").await.unwrap();
    third.commit().await.unwrap();
    assert_eq!(said(&database).await, ["third"]);
}
