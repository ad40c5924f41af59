//! Stories of a disk and a database in trouble: said clearly, nothing lost, and over by itself.

use each_engine::each_engine;
use serde_json::json;

use super::{Page, TestApp, Visitor, at, postgres, run_text};
use crate::app::App;
use crate::database::{Database, Where};
use crate::files::Files;
use crate::gatherings::Gathering;
use crate::people::Role;

async fn lunch(app: &TestApp) -> (Visitor, Gathering) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    (host, app.gathering_on(series, "2026-01-21").await)
}

/// Proposes topics until one is not taken: a disk that is full still has room in its last block.
async fn propose_until_refused(host: &Visitor, lunch: &Gathering) -> Page {
    let about = "We tried it for a whole term. ".repeat(60);
    for number in 0..60 {
        let title = format!("Portfolios {number}");
        let fields = [("title", title.as_str()), ("about", about.as_str()), ("minutes", "10")];
        let page = host.post(&format!("/gatherings/{}/topics", lunch.id), &fields).await;
        if page.status != 200 {
            return page;
        }
    }
    panic!("the disk is never full");
}

/// The same app on another way to its database.
fn by(app: &TestApp, database: Database) -> TestApp {
    let files = Files::open(&app.config.files).unwrap();
    app.with(App::new(app.config.clone(), database, files, app.clock.clone(), false))
}

/// The same app, on a database that something is wrong with: with SQLite a pragma of its connections, with
/// PostgreSQL what a statement does.
async fn sick(app: &TestApp, pragma: (&'static str, &'static str), statement: &str) -> TestApp {
    match &app.database {
        Database::Sqlite { .. } => {
            let Where::File(path) = &app.config.database else { unreachable!() };
            by(app, Database::open_sick(path, pragma).await.unwrap())
        }
        Database::Postgres(_) => {
            run_text(&app.database, statement.to_owned()).await.unwrap();
            app.clone()
        }
    }
}

/// Puts it right, under the running app.
async fn cure(app: &TestApp, pragma: &str, statement: &str) {
    let text = if matches!(app.database, Database::Sqlite { .. }) { pragma } else { statement };
    run_text(&app.database, text.to_owned()).await.unwrap();
}

async fn moved(host: &Visitor, app: &TestApp) -> Visitor {
    let visitor = app.visitor();
    visitor.take(host);
    visitor
}

#[each_engine]
async fn a_full_disk_is_said_clearly_and_over_by_itself(app: TestApp) {
    let (host, lunch) = lunch(&app).await;
    let path = format!("/gatherings/{}", lunch.id);
    let full = "create function full_disk() returns trigger language plpgsql as
         $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
         create trigger full_disk before insert or update on topics execute function full_disk();
         create trigger full_disk before insert or update on sessions execute function full_disk();";
    let app = sick(&app, ("max_page_count", "1"), full).await;
    let host = moved(&host, &app).await;
    let page = propose_until_refused(&host, &lunch).await;
    page.is(503).shows("No room to write just now").shows("your browser still has it").hides("Try again");
    assert_eq!(page.headers["retry-after"], "60");
    // Who reads is not kept from it, also when it would be noted that their session was used.
    app.clock.set(app.now().plus_seconds(2 * 3600));
    host.get(&path).await.shows("Hana Host").hides("Portfolios 59");
    let page = propose_until_refused(&host.clone().in_french(), &lunch).await;
    page.is(503).shows("Plus de place pour écrire").shows("ce n’est pas perdu");
    cure(
        &app,
        "pragma max_page_count = 4294967294",
        "drop trigger full_disk on topics; drop trigger full_disk on sessions",
    )
    .await;
    let fields = [("title", "After all"), ("about", ""), ("minutes", "10")];
    host.post(&format!("{path}/topics"), &fields).await.is(200).shows("After all");
    app.visitor().get("/healthz").await.shows("ok");
}

#[each_engine]
async fn where_nothing_can_be_written_people_still_read(app: TestApp) {
    let (host, lunch) = lunch(&app).await;
    let program = app.program(host.id()).await;
    let path = format!("/gatherings/{}", lunch.id);
    let app = match &app.database {
        Database::Sqlite { .. } => sick(&app, ("query_only", "on"), "").await,
        Database::Postgres(_) => {
            standby(&app, true).await;
            app.clone()
        }
    };
    let (host, program) = (moved(&host, &app).await, program.at(&app));
    let fields = [("title", "Portfolios"), ("about", ""), ("minutes", "10")];
    let page = host.post(&format!("{path}/topics"), &fields).await;
    page.is(503).shows("Nothing can be written just now").shows("your browser still has it");
    host.get(&path).await.shows("Hana Host");
    let answer = program.send("POST", &format!("/api/v1{path}/topics"), Some(json!({ "title": "Portfolios" }))).await;
    assert_eq!(answer.kind, "application/problem+json");
    assert_eq!(answer.is(503).at("/status"), 503);
    app.visitor().try_get("/healthz").await.is(503).shows("takes no writing");
    match &app.database {
        Database::Sqlite { .. } => cure(&app, "pragma query_only = off", "").await,
        Database::Postgres(_) => standby(&app, false).await,
    }
    app.visitor().get("/healthz").await.shows("ok");
    host.post(&format!("{path}/topics"), &fields).await.is(200).shows("Portfolios");
}

/// Makes a database of PostgreSQL one that takes no writing, as a standby, or one that does again.
async fn standby(app: &TestApp, yes: bool) {
    let Database::Postgres(pool) = &app.database else { return };
    let name: String = sqlx::query_scalar("select current_database()").fetch_one(pool).await.unwrap();
    let on = if yes { "on" } else { "off" };
    postgres(&format!("alter database {name} set default_transaction_read_only = {on}")).await;
    hang_up(app).await;
    // What was given back a moment ago is believed to be alive.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
}

#[each_engine]
async fn a_database_that_is_gone_is_missed_and_found_again(app: TestApp) {
    let (host, lunch) = lunch(&app).await;
    let path = format!("/gatherings/{}", lunch.id);
    match &app.database {
        // A file is not gone like that; that its folder is, `cargo xtask faults` tries.
        Database::Sqlite { .. } => {}
        Database::Postgres(_) => {
            host.get(&path).await;
            hang_up(&app).await;
            let page = host.try_get(&path).await;
            page.is(503).shows("cannot reach its data").shows("Try again");
            assert_eq!(page.headers["retry-after"], "10");
            assert!(page.headers.contains_key("content-security-policy"));
            assert_eq!(page.attributes("html", "lang"), ["en"]);
            // What was given back a moment ago is believed to be alive.
            tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
            page.click("Try again").await.is(200).shows("Hana Host");
        }
    }
    let gone = by(&app, opened_again(&app).await);
    let again = gone.visitor();
    again.take(&host);
    again.get(&path).await.shows("Hana Host");
    gone.database.close().await;
    let page = again.try_get(&path).await;
    page.is(503).shows("cannot reach its data");
    // They are signed in, though nobody can tell.
    assert_eq!(page.count("header [href='/sign-in']"), 0);
    let app = gone;
    app.visitor().in_french().try_get(&path).await.is(503).shows("n’atteint pas ses données");
    app.visitor().try_get("/healthz").await.is(503).shows("does not answer");
    let answer = app.stranger_program().get("/api/v1/series").await;
    assert_eq!(answer.kind, "application/problem+json");
    answer.is(503);
}

#[each_engine]
async fn a_clock_that_jumps_and_is_put_back_takes_nothing_away(app: TestApp) {
    let (host, lunch) = lunch(&app).await;
    let path = format!("/gatherings/{}", lunch.id);
    let right = app.now();
    let mut proposed = Vec::new();
    // Right, three days ahead, right again, and a day behind: still signed in, and what was said stays said.
    for (title, now) in [
        ("Right", right),
        ("Ahead", right.plus_days(3)),
        ("Right again", right.plus_seconds(60)),
        ("Behind", right.plus_days(-1)),
    ] {
        app.clock.set(now);
        app.visitor().get("/gatherings").await;
        let fields = [("title", title), ("about", ""), ("minutes", "10")];
        let page = host.post(&format!("{path}/topics"), &fields).await;
        proposed.push(title);
        for title in &proposed {
            page.is(200).shows(title);
        }
    }
    app.clock.set(right.plus_seconds(120));
    host.get(&path).await.shows("Hana Host").shows("Behind");
}

async fn opened_again(app: &TestApp) -> Database {
    let place = match &app.database {
        Database::Sqlite { .. } => app.config.database.clone(),
        Database::Postgres(pool) => {
            let name: String = sqlx::query_scalar("select current_database()").fetch_one(pool).await.unwrap();
            Where::Postgres(at(&name))
        }
    };
    Database::open(&place).await.unwrap()
}

/// Ends every connection, as a server that restarts does.
async fn hang_up(app: &TestApp) {
    let Database::Postgres(pool) = &app.database else { return };
    let name: String = sqlx::query_scalar("select current_database()").fetch_one(pool).await.unwrap();
    postgres(&format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'")).await;
}
