//! No page runs a query that scans a large table.
//!
//! Every address of the access table, and the lists with their filters, is visited in the sample district. On
//! SQLite each query that ran is asked for its plan: reading a table or an index from end to end (`SCAN`)
//! fails, whatever the table holds. The planner there has no statistics, as in a district that never
//! analysed its file. On PostgreSQL the plans are those that really ran, with the rows they really touched
//! (`auto_explain`): more than [`BOUND`] in one step fails. It has the statistics of its data, too large to
//! be read whole by choice. [`LARGE`] names the queries that may, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use sqlx::{PgPool, Row, Sqlite};

use super::access::{path, rows};
use super::{Engine, TestApp, World, at, postgres, tell};
use crate::app::App;
use crate::database::{Database, Query, Where, queries};
use crate::sample::{self, Sample};

/// How many rows of a table one step of a plan may read on a page. A whole season of the sample has 1,600
/// answers, which is not much: its gatherings are bounded by the length of a year.
const BOUND: f64 = 1_700.0;

/// Queries that may read much, by their file and some of their words, and why.
const LARGE: &[(&str, &str, &str)] = &[
    ("src/schools/store.rs", "from schools", "a province has 1,600 schools, found by parts of words"),
    (
        "src/gatherings/store/series.rs",
        "order by last_date desc",
        "read from the end of an index, up to a limit or for a program",
    ),
    (
        "src/gatherings/store/gatherings.rs",
        "starts_at < $5 and starts_at > $7",
        "the page of a month shows the gatherings of a month, up to 1,000; by the index of starts",
    ),
    ("src/district_calendar/store.rs", "from calendar_days", "a district has some dozens of days off in a year"),
    (
        "src/records/store.rs",
        "where outcome is null",
        "what waits for a host, up to a limit, by an index of that alone",
    ),
    ("src/networks/store.rs", "order by sought", "a district has some dozens of networks"),
    (
        "src/networks/store/members.rs",
        "order by network_id, joined_at",
        "networks have a few leads each; by an index of those alone",
    ),
    ("src/ties/store/pairs.rs", "with near as", "walks over those one has met, some hundreds, found by an index"),
    ("src/ties/store/wishes.rs", "where shown order by", "the map names everybody who lets themselves be shown"),
    ("src/ties/store/pictures.rs", "from tie_wishes low", "the table beside the map has what they let be shown"),
    (
        "src/speakers/store.rs",
        "order by sorted, id limit",
        "a district knows some dozens of speakers; read by name, up to a limit",
    ),
    ("src/rostering/store.rs", "from roster_roles", "the standard has a dozen roles"),
    (
        "src/rostering/store/imports.rs",
        "order by created_at desc limit",
        "the latest imports, by the index of their times",
    ),
    ("src/jobs/store.rs", "limit 200", "what waits now, for who looks after the program"),
    ("src/people/store/directory.rs", "where left_at is null and sought like", "the directory finds parts of words"),
    ("src/people/store/directory.rs", "where left_at is null order by sought", "read along an index, up to a limit"),
    ("src/people/store/directory.rs", "where left_at is null or $1", "figures of a series for everyone count everyone"),
];

/// The size of the sample. PostgreSQL plans by statistics and would rightly read small tables whole; there
/// everything is multiplied by [`TIMES`].
const SIZE: u32 = 2;
const TIMES: u32 = 120;

/// The address of everything that can be looked at, as the one who looks after Klatsch sees it.
async fn addresses(app: &TestApp, sample: &Sample) -> BTreeSet<String> {
    let mut world = World::make(app).await;
    crate::jobs::run_due(app).await.unwrap();
    for (name, value) in [
        ("series", sample.series.to_string()),
        ("public-series", sample.long.to_string()),
        ("gathering", sample.past.to_string()),
        ("public-gathering", sample.next.to_string()),
        ("topic", sample.topic.to_string()),
        ("school", sample.school.to_string()),
        ("person", sample.host.to_string()),
    ] {
        world.names.insert(name, value);
    }
    let mut addresses: BTreeSet<_> =
        rows().iter().filter(|row| row.method == "GET").map(|row| path(row, &world)).collect();
    let school = sample.school;
    for more in [
        "/gatherings?show=past".to_owned(),
        "/gatherings?show=series".to_owned(),
        "/gatherings?mine=1".to_owned(),
        format!("/gatherings?school={school}"),
        format!("/gatherings?show=past&school={school}"),
        format!("/gatherings?show=series&school={school}"),
        "/people?q=marmalade".to_owned(),
        format!("/people?after={}", sample.host),
        "/people?about=portfolios&level=middle&language=fr&shares=kits&learns=drama&grade=7".to_owned(),
        "/people.csv?role=teacher_librarian".to_owned(),
        "/schools.csv?level=middle".to_owned(),
        "/people?role=teacher_librarian".to_owned(),
        format!("/people?school={school}"),
        "/schools?q=maple".to_owned(),
        "/schools?level=middle".to_owned(),
        "/api/v1/people?q=robin".to_owned(),
    ] {
        addresses.insert(more);
    }
    addresses
}

/// Fills the database and looks at everything, as several people.
async fn look(app: &TestApp) {
    let sample = sample::fill(app, SIZE).await.unwrap();
    let addresses = addresses(app, &sample).await;
    if let Database::Postgres(pool) = &app.database {
        multiply(pool).await;
    }
    let app = &app.explaining().await;
    let visitors = [
        app.sign_in(sample.steward).await,
        app.sign_in(sample.host).await,
        app.sign_in(sample.members[3]).await,
        app.visitor(),
    ];
    queries::watch();
    for visitor in &visitors {
        for address in &addresses {
            let page = visitor.once("GET", address, None).await;
            assert!(page.status < 500, "{address} answered {}", page.status);
        }
    }
}

/// Multiplies what is in every table, also in those that the sample does not fill: each row again with other
/// identifiers, which still point at each other, and other texts where they alone must be unique (but for what is
/// found, whose numbers are an order; `cargo xtask bench search` measures that). The statistics are those of a province then, at a twentieth of the time that filling one takes.
async fn multiply(pool: &PgPool) {
    let columns: Vec<(String, String, String, bool)> = sqlx::query_as(
        "select c.relname::text, a.attname::text, format_type(a.atttypid, null),
                exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)
                        and not exists (select 1 from pg_attribute u where u.attrelid = c.oid
                                        and u.attnum = any (i.indkey) and u.atttypid = 'uuid'::regtype))
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
           and c.relname not in ('district', 'jobs', 'tie_state', 'tie_pictures', 'search_documents', 'search_words', '_sqlx_migrations')
         order by c.relname, a.attnum",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let mut tables: BTreeMap<&str, (Vec<&str>, Vec<String>)> = BTreeMap::new();
    for (table, column, kind, unique) in &columns {
        let again = match (kind.as_str(), unique) {
            ("uuid", _) => format!("md5({column}::text || k)::uuid"),
            ("text", true) => format!("{column} || '-' || k"),
            ("bytea", true) => format!("decode(md5(encode({column}, 'hex') || k), 'hex')"),
            _ => column.clone(),
        };
        let (names, values) = tables.entry(table).or_default();
        names.push(column);
        values.push(again);
    }
    // One connection: the setting is a session's. References hold by construction.
    let mut connection = pool.acquire().await.unwrap();
    let mut text = "set session_replication_role = 'replica';".to_owned();
    for (table, (names, values)) in tables {
        let (names, values) = (names.join(", "), values.join(", "));
        text += &format!("insert into {table} ({names}) select {values} from {table}, generate_series(2, {TIMES}) k;");
    }
    text += "set session_replication_role = 'origin'; analyze;";
    sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(&mut *connection).await.unwrap();
}

#[test]
fn no_page_scans_a_large_table_on_sqlite() {
    tell(Engine::Sqlite, |app| async move {
        look(&app).await;
        let ran = queries::watched();
        assert!(ran.len() > 50, "only {} queries ran", ran.len());
        let Database::Sqlite { readers, .. } = &app.database else { unreachable!() };
        let mut wrong = Vec::new();
        for query in inventory::iter::<Query>.into_iter().filter(|query| ran.contains(query.at) && !may(query)) {
            let text = sqlx::AssertSqlSafe(format!("explain query plan {}", query.text));
            let plan = sqlx::query::<Sqlite>(text).fetch_all(readers).await.unwrap();
            let steps = plan.iter().map(|row| row.get::<String, _>("detail"));
            wrong.extend(steps.filter(|step| scans(step, query.text)).map(|step| format!("{}: {step}", query.at)));
        }
        assert!(wrong.is_empty(), "{} queries read a table from end to end: {wrong:#?}", wrong.len());
    });
}

fn may(query: &Query) -> bool {
    // What is kept about a person is asked for by them, and they are erased, a few times a year; an index on every
    // column that names somebody would be paid for with every write.
    query.at.contains("/store/personal.rs")
        || LARGE.iter().any(|(file, words, _)| query.at.starts_with(file) && query.text.contains(words))
}

/// Whether a step of SQLite's plan reads a table from end to end; a subquery's result is not a table.
fn scans(step: &str, text: &str) -> bool {
    let Some(name) = step.strip_prefix("SCAN ").and_then(|rest| rest.split_whitespace().next()) else { return false };
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let is_table = |word: &str| !matches!(word, "" | "district" | "as" | "select");
    // `from people`, `join people`, and with another name `from people p`, `from people as p`.
    let mut tables = words.windows(4).filter(|four| matches!(four[0], "from" | "join") && is_table(four[1]));
    tables.any(|four| four[1] == name || four[2] == name || (four[2] == "as" && four[3] == name))
        || words.windows(2).any(|two| matches!(two[0], "from" | "join" | "update") && two[1] == name && is_table(name))
}

/// What PostgreSQL says, as lines of JSON.
#[derive(Debug, Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

impl Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn no_page_scans_a_large_table_on_postgres() {
    let heard = Heard::default();
    let writer = heard.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_env_filter("off,sqlx::postgres::notice=trace")
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || {
        tell(Engine::Postgres, |app| async move { look(&app).await });
    });
    let text = String::from_utf8(std::mem::take(&mut *heard.0.lock().unwrap())).unwrap();
    let places: BTreeMap<&str, &Query> =
        inventory::iter::<Query>.into_iter().map(|query| (query.text, query)).collect();
    let (mut plans, mut wrong) = (0, BTreeMap::new());
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let Some((_, plan)) = line["fields"]["message"].as_str().and_then(|words| words.split_once("plan:")) else {
            continue;
        };
        let plan: Value = serde_json::from_str(plan).unwrap();
        let Some(query) = places.get(plan["Query Text"].as_str().unwrap()) else { continue };
        plans += 1;
        if !may(query) {
            let mut most = (0.0, String::new());
            read(&plan["Plan"], &mut most);
            if most.0 > BOUND {
                wrong.insert(query.at, format!("{} rows: {}", most.0, most.1));
            }
        }
    }
    assert!(plans > 500, "only {plans} plans were told");
    assert!(wrong.is_empty(), "{} queries read too much: {wrong:#?}", wrong.len());
}

/// The step of a plan, or of those below it, that read the most rows, whether it kept them or not.
fn read(plan: &Value, most: &mut (f64, String)) {
    let number = |name: &str| plan[name].as_f64().unwrap_or(0.0);
    if let Some(table) = plan["Relation Name"].as_str() {
        let kept = number("Actual Rows") + number("Rows Removed by Filter") + number("Rows Removed by Index Recheck");
        let rows = kept * number("Actual Loops").max(1.0);
        if rows > most.0 {
            *most = (rows, format!("{} of {table}", plan["Node Type"].as_str().unwrap_or_default()));
        }
    }
    for below in plan["Plans"].as_array().into_iter().flatten() {
        read(below, most);
    }
}

#[test]
fn a_scan_is_told_from_a_search() {
    let text = "select 1 from people p join person_roles on person_id = p.id where p.id in (select x from district)";
    assert!(scans("SCAN p", text));
    assert!(scans("SCAN person_roles USING COVERING INDEX x", text));
    assert!(!scans("SCAN district", text));
    assert!(!scans("SEARCH p USING INDEX x (id=?)", text));
    assert!(!scans("SCAN page", "select 1 from (select id from people where id = $1) as page"));
}

impl TestApp {
    /// The same app, whose queries PostgreSQL explains to whoever listens.
    async fn explaining(&self) -> TestApp {
        let Database::Postgres(pool) = &self.database else { return self.clone() };
        let name: String = sqlx::query_scalar("select current_database()::text").fetch_one(pool).await.unwrap();
        for setting in [
            "session_preload_libraries = 'auto_explain'",
            "client_min_messages = 'log'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_format = 'json'",
        ] {
            postgres(&format!("alter database {name} set {setting}")).await;
        }
        let database = Database::open(&Where::Postgres(at(&name))).await.unwrap();
        self.with(App::new(self.config.clone(), database, self.files.clone(), self.clock.clone(), false))
    }
}
