//! The app of a story.

use std::future::Future;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use axum::Router;

use super::{Program, Visitor};
use crate::app::App;
use crate::clock::{Clock, Instant};
use crate::config::Layers;
use crate::database::{self, Database, Where};
use crate::files::Files;
use crate::identity::{self, Scope};
use crate::ids::{PersonId, SchoolId};
use crate::mail::{self, Delivered};
use crate::people::{self, Person, Role};
use crate::schools::{Level, School};
use crate::{jobs, schools};

/// Which database a story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A database of its own on the server of `KLATSCH_TEST_POSTGRES`.
    Postgres,
}

/// The moment at which stories begin: Wednesday 14 January 2026, 10:00 in Vancouver.
pub const BEGIN: &str = "2026-01-14T18:00:00Z";

/// An app with a district, a standing clock and nobody in it yet.
#[derive(Debug, Clone)]
pub struct TestApp {
    app: App,
    /// All routes, as served.
    pub router: Router,
    folder: Arc<tempfile::TempDir>,
}

impl std::ops::Deref for TestApp {
    type Target = App;
    fn deref(&self) -> &App {
        &self.app
    }
}

/// Tells a story on an engine; afterwards no job may be left over.
pub fn tell<F: Future<Output = ()>>(engine: Engine, story: impl FnOnce(TestApp) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (app, cleanup) = begin(engine).await;
        story(app.clone()).await;
        let waiting: Vec<_> = jobs::left_over(&app)
            .await
            .unwrap()
            .into_iter()
            .filter(|job| job.run_at <= app.now() || job.dead_at.is_some())
            .collect();
        assert!(waiting.is_empty(), "the story left jobs over: {waiting:?}");
        app.database.close().await;
        cleanup.await;
    });
}

async fn begin(engine: Engine) -> (TestApp, std::pin::Pin<Box<dyn Future<Output = ()>>>) {
    let folder = tempfile::tempdir().unwrap();
    let mut layers = Layers::default();
    layers.set("data", folder.path().display().to_string(), "test").unwrap();
    layers.set("url", "http://klatsch.example".to_owned(), "test").unwrap();
    let config = layers.check().unwrap();
    let (database, cleanup): (Database, std::pin::Pin<Box<dyn Future<Output = ()>>>) = match engine {
        Engine::Sqlite => {
            let path = folder.path().join("klatsch.sqlite");
            std::fs::copy(sqlite_template().await, &path).unwrap();
            (Database::open(&Where::File(path)).await.unwrap(), Box::pin(async {}))
        }
        Engine::Postgres => {
            let name = format!("klatsch_{}_{}", std::process::id(), unique());
            let template = postgres_template().await;
            postgres(&format!("create database {name} template {template} strategy file_copy")).await;
            let database = Database::open(&Where::Postgres(at(&name))).await.unwrap();
            (database, Box::pin(async move { postgres(&format!("drop database {name} with (force)")).await }))
        }
    };
    let clock = Clock::standing_at(BEGIN.parse::<jiff::Timestamp>().unwrap().into());
    // The mailbox is readable as in the demo, but nothing else of the demo is on.
    let files = Files::open(&config.files).unwrap();
    let app = App::new(config, database, files, clock, false);
    let mut db = app.write().await.unwrap();
    schools::found(&mut db, "Sample District", "en", "America/Vancouver", app.now()).await.unwrap();
    db.commit().await.unwrap();
    let router = app.router();
    (TestApp { app, router, folder: Arc::new(folder) }, cleanup)
}

fn unique() -> usize {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    NEXT.fetch_add(1, Ordering::SeqCst)
}

/// A migrated SQLite file to copy: migrating each story's own would double the tests' time.
async fn sqlite_template() -> PathBuf {
    static TEMPLATE: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());
    static MADE: tokio::sync::OnceCell<()> = tokio::sync::OnceCell::const_new();
    let path = TEMPLATE.path().join("template.sqlite");
    MADE.get_or_init(|| async {
        let database = Database::open(&Where::File(path.clone())).await.unwrap();
        database::migrate(&database).await.unwrap();
        if let Database::Sqlite { writer, .. } = &database {
            sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut *writer.alone().await.unwrap()).await.unwrap();
        }
        database.close().await;
    })
    .await;
    path
}

/// The server the tests may use; `cargo xtask test` starts one.
fn server() -> String {
    std::env::var("KLATSCH_TEST_POSTGRES").expect(
        "KLATSCH_TEST_POSTGRES names no PostgreSQL server; run the tests with `cargo xtask test`, or start one with `cargo xtask postgres`",
    )
}

/// The address of a database on that server.
pub fn at(name: &str) -> String {
    let mut url = url::Url::parse(&server()).unwrap();
    url.set_path(name);
    url.to_string()
}

/// Runs one statement on the server's own database.
pub async fn postgres(statement: &str) {
    use sqlx::Connection;
    let mut connection = sqlx::PgConnection::connect(&server()).await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn postgres_template() -> String {
    static MADE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    MADE.get_or_init(|| async {
        let name = format!("klatsch_template_{}", std::process::id());
        postgres(&format!("drop database if exists {name}")).await;
        postgres(&format!("create database {name}")).await;
        let database = Database::open(&Where::Postgres(at(&name))).await.unwrap();
        database::migrate(&database).await.unwrap();
        database.close().await;
        name
    })
    .await
    .clone()
}

impl TestApp {
    /// The same test with another app, as on connections with other settings.
    pub(super) fn with(&self, app: App) -> TestApp {
        TestApp { router: app.router(), app, folder: Arc::clone(&self.folder) }
    }

    /// Someone who is not signed in.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.clone())
    }

    /// Adds a person with roles and signs them in.
    pub async fn member(&self, name: &str, roles: &[Role]) -> Visitor {
        let person = self.person(name, roles).await;
        self.sign_in(person).await
    }

    /// A signed-in person who looks after Klatsch.
    pub async fn steward(&self) -> Visitor {
        self.member("Stella Steward", &[Role::Steward]).await
    }

    /// Adds a person; their address is their first name at `sample.example` (a second Sam is sam2).
    pub async fn person(&self, name: &str, roles: &[Role]) -> PersonId {
        let id = self.new_id().unwrap();
        let mut first = name.split(' ').next().unwrap().to_lowercase();
        while people::by_email(&mut self.read().await.unwrap(), &format!("{first}@sample.example"))
            .await
            .unwrap()
            .is_some()
        {
            first = format!("{}{}", name.split(' ').next().unwrap().to_lowercase(), unique());
        }
        let person = Person {
            id,
            name: name.to_owned(),
            email: format!("{first}@sample.example"),
            school_id: None,
            language: None,
            ask_me_about: String::new(),
            created_at: self.now(),
            updated_at: self.now(),
            left_at: None,
        };
        let mut db = self.write().await.unwrap();
        people::insert(&mut db, &person).await.unwrap();
        people::set_roles(&mut db, id, roles).await.unwrap();
        db.commit().await.unwrap();
        id
    }

    /// Adds a school.
    pub async fn school(&self, name: &str, level: Option<Level>) -> SchoolId {
        let school = School {
            id: self.new_id().unwrap(),
            source_key: None,
            name: name.to_owned(),
            level,
            district: None,
            address: None,
            city: Some("Sample City".to_owned()),
            postal_code: None,
            latitude: None,
            longitude: None,
            created_at: self.now(),
            updated_at: self.now(),
        };
        let mut db = self.write().await.unwrap();
        schools::insert(&mut db, &school).await.unwrap();
        db.commit().await.unwrap();
        school.id
    }

    /// A browser in which a person is signed in.
    pub async fn sign_in(&self, person: PersonId) -> Visitor {
        let cookie = identity::start_session(self, person, "story").await.unwrap();
        let visitor = Visitor::new(self.clone());
        visitor.keep(cookie.to_str().unwrap());
        visitor.be(person);
        visitor
    }

    /// A program with a token of a person that may change things.
    pub async fn program(&self, person: PersonId) -> Program {
        let token = identity::create_token(self, person, "story", Scope::Write, 30).await.unwrap();
        Program::new(self.clone(), Some(token))
    }

    /// A program without a token.
    pub fn stranger_program(&self) -> Program {
        Program::new(self.clone(), None)
    }

    /// Runs the jobs that are due and gives the letters that went out so far, oldest first.
    pub async fn letters(&self) -> Vec<mail::Letter> {
        jobs::run_due(self).await.unwrap();
        let mut letters: Vec<Delivered> = mail::delivered(self).await.unwrap();
        letters.reverse();
        letters.into_iter().map(|delivered| delivered.letter).collect()
    }

    /// Sets the clock, as `2026-01-21T12:00` in the district's zone (Vancouver).
    pub fn at(&self, local: &str) {
        let zone = jiff::tz::TimeZone::get("America/Vancouver").unwrap();
        let time: jiff::civil::DateTime = local.parse().unwrap();
        self.clock.set(Instant::from(time.to_zoned_datetime(zone).unwrap().timestamp()));
    }

    /// The data folder.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }
}
