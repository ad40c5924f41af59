//! The seam itself: both engines take every text, migrations run on tables that are not empty, and
//! what is not committed never was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use sqlx::Executor;

use super::migrations::MIGRATIONS;
use super::{Engine, Query, queries};
use crate::database::{Database, Where};
use crate::people::{self, Role};
use crate::testing::{TestApp, at, postgres, run_text, sample};

#[each_engine]
async fn every_query_of_the_house_is_understood(app: TestApp) {
    let mut db = app.read().await.unwrap();
    let mut wrong = Vec::new();
    for query in inventory::iter::<Query> {
        queries::write("all", query.at);
        let prepared = match db.engine() {
            Engine::Sqlite(connection) => connection.prepare(sqlx::SqlSafeStr::into_sql_str(query.text)).await.err(),
            Engine::Postgres(connection) => connection.prepare(sqlx::SqlSafeStr::into_sql_str(query.text)).await.err(),
        };
        wrong.extend(prepared.map(|error| format!("{}: {error}", query.at)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[each_engine]
async fn what_is_not_committed_never_was(app: TestApp) {
    let person = app.person("Una Certain", &[Role::Teacher]).await;
    let mut db = app.write().await.unwrap();
    people::set_roles(&mut db, person, &[Role::Steward]).await.unwrap();
    drop(db);
    assert_eq!(people::roles(&mut app.read().await.unwrap(), person).await.unwrap(), [Role::Teacher]);
}

#[each_engine]
async fn a_broken_constraint_has_one_name_on_both_engines(app: TestApp) {
    let person = app.person("Una Certain", &[]).await;
    let mut again = people::person(&mut app.read().await.unwrap(), person).await.unwrap().unwrap();
    let email = std::mem::replace(&mut again.email, "other@sample.example".to_owned());
    let mut db = app.write().await.unwrap();
    let error = people::insert(&mut db, &again).await.unwrap_err();
    assert!(error.violates("people_pkey"), "{error}");
    drop(db);
    again.id = app.new_id().unwrap();
    again.email = email;
    let mut db = app.write().await.unwrap();
    let error = people::insert(&mut db, &again).await.unwrap_err();
    assert!(error.violates("people_email_key"), "{error}");
}

#[test]
fn migrations_run_on_tables_that_are_not_empty() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let sqlite = Database::open(&Where::File(folder.path().join("m.sqlite"))).await.unwrap();
        let name = format!("klatsch_migrations_{}", std::process::id());
        postgres(&format!("create database {name}")).await;
        let pg = Database::open(&Where::Postgres(at(&name))).await.unwrap();
        for migration in MIGRATIONS.iter() {
            for database in [&sqlite, &pg] {
                let sample = sample(&migration.description, migration.version, database);
                for text in [migration.sql.as_str().to_owned(), sample] {
                    run_text(database, text).await.unwrap_or_else(|error| {
                        panic!("{} on {}: {error}", migration.description, database.engine_name())
                    });
                }
            }
        }
        sqlite.close().await;
        pg.close().await;
        postgres(&format!("drop database {name}")).await;
    });
}
