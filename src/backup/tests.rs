//! A backup restores to the same rows, on either engine; what is not a whole backup, or not an empty
//! place, is refused with a reason and changes nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use each_engine::each_engine;
use futures_util::TryStreamExt;

use super::form::{TABLES, is_derived};
use super::{Passphrase, look, make};
use crate::app::App;
use crate::database::{self, Database, Where, whole};
use crate::files::{self, Files};
use crate::ids::FileId;
use crate::run;
use crate::testing::{TestApp, at, fill, postgres, run_text};

/// A new, empty place.
struct Fresh {
    app: App,
    database: Database,
    postgres: Option<String>,
}

impl Fresh {
    async fn on(app: &TestApp, sqlite: bool) -> Fresh {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("klatsch_backup_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
        let files = Files::open(&files::Where::Folder(app.folder().join(format!("{name}.files")))).unwrap();
        let (place, postgres) = if sqlite {
            (Where::File(app.folder().join(name)), None)
        } else {
            postgres(&format!("create database {name}")).await;
            (Where::Postgres(at(&name)), Some(name))
        };
        let database = Database::open(&place).await.unwrap();
        let app = App::new(app.config.clone(), database.clone(), files, app.clock.clone(), false);
        Fresh { app, database, postgres }
    }

    /// One that holds the sample rows of every table, and an upload.
    async fn filled(app: &TestApp, sqlite: bool) -> (Fresh, App) {
        let fresh = Fresh::on(app, sqlite).await;
        database::migrate(&fresh.database).await.unwrap();
        fill(&fresh.database).await;
        upload(&fresh.app, "notes, as they were uploaded").await;
        let app = fresh.app.clone();
        (fresh, app)
    }

    async fn end(self) {
        self.database.close().await;
        if let Some(name) = self.postgres {
            postgres(&format!("drop database {name} with (force)")).await;
        }
    }
}

/// Stores a file as an upload does; those that the sample rows name get their objects too.
async fn upload(app: &App, content: &'static str) -> FileId {
    let id = app.new_id().unwrap();
    let stored = app.files.put_bytes(id, content.into()).await.unwrap();
    let mut db = app.write().await.unwrap();
    for sample in files::all(&mut db).await.unwrap() {
        let kept = app.files.put_bytes(sample.id, "a sample".into()).await.unwrap();
        let file = files::File::new(sample.id, &sample.kind, &kept, sample.created_at);
        run!(db, "update files set length = $2, sha256 = $3 where id = $1", file.id, file.length, &file.sha256)
            .await
            .unwrap();
    }
    files::insert(&mut db, &files::File::new(id, "text/plain", &stored, app.now())).await.unwrap();
    db.commit().await.unwrap();
    id
}

async fn uploads(app: &App) -> BTreeMap<FileId, u64> {
    app.files.list().await.unwrap().into_iter().map(|object| (object.id, object.length)).collect()
}

fn is_sqlite(app: &TestApp) -> bool {
    matches!(app.database, Database::Sqlite { .. })
}

/// Every row of every table, as a backup would write it.
async fn all(database: &Database) -> BTreeMap<String, BTreeSet<String>> {
    let mut db = database.snapshot().await.unwrap();
    let mut all = BTreeMap::new();
    let tables = whole::tables(&mut db).await.unwrap();
    // What is derived from others is made anew, and stands in no backup.
    for table in tables.into_iter().filter(|table| is_derived(&table.name) == Some(false)) {
        let rows: Vec<_> = whole::rows(&mut db, &table).try_collect().await.unwrap();
        let lines = rows.iter().map(|row| serde_json::to_string(row).unwrap()).collect();
        all.insert(table.name, lines);
    }
    all
}

fn file(app: &TestApp, name: &str) -> PathBuf {
    app.folder().join(name)
}

/// As the command does it: looks first. Answers how many jobs were left out.
async fn restore(app: &App, path: &Path, passphrase: Option<&Passphrase>, quiet: bool) -> anyhow::Result<u64> {
    let seen = look(path, passphrase).await?;
    super::restore(app, path, passphrase, &seen, quiet).await
}

async fn refusal(app: &App, path: &Path, passphrase: Option<&Passphrase>) -> String {
    format!("{:#}", restore(app, path, passphrase, false).await.unwrap_err())
}

#[each_engine]
async fn a_backup_restores_to_the_same_rows_on_either_engine(app: TestApp) {
    let (from, source) = Fresh::filled(&app, is_sqlite(&app)).await;
    let awkward = "update people set ask_me_about = 'Où, «quand»? \"a\\b\"' || chr(10) || 'c' where email like 'wren%'";
    run_text(&from.database, awkward.replace("chr(10)", if is_sqlite(&app) { "char(10)" } else { "chr(10)" }))
        .await
        .unwrap();
    let exact = "update schools set latitude = 0.1 + 0.2, longitude = -119.49999999999999";
    run_text(&from.database, exact.to_owned()).await.unwrap();
    let before = all(&from.database).await;
    assert!(before.values().all(|rows| !rows.is_empty()), "no table is empty: {before:?}");
    let path = file(&app, "whole.backup");
    let made = make(&source, &path, None).await.unwrap();
    let held: BTreeSet<_> = made.contents.rows.keys().cloned().collect();
    let named: BTreeSet<_> = TABLES
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .filter(|table| is_derived(table) == Some(false))
        .collect();
    assert_eq!(held, named, "every table is in it but those derived from others");
    // A story on SQLite needs no PostgreSQL; the one on PostgreSQL goes both ways.
    let targets = if is_sqlite(&app) { vec![true] } else { vec![true, false] };
    for sqlite in targets {
        let to = Fresh::on(&app, sqlite).await;
        restore(&to.app, &path, None, false).await.unwrap();
        assert_eq!(all(&to.database).await, before);
        assert_eq!(uploads(&to.app).await, uploads(&source).await);
        let wrong = database::health(&to.database).await.unwrap();
        assert!(wrong.is_empty(), "{wrong:?}");
        to.end().await;
    }
    if !is_sqlite(&app) {
        let (from, source) = Fresh::filled(&app, true).await;
        let path = file(&app, "sqlite.backup");
        make(&source, &path, None).await.unwrap();
        let to = Fresh::on(&app, false).await;
        restore(&to.app, &path, None, false).await.unwrap();
        assert_eq!(all(&to.database).await, all(&from.database).await);
        to.end().await;
        from.end().await;
    }
    from.end().await;
}

#[each_engine]
async fn a_backup_is_one_state_whatever_is_written_meanwhile(app: TestApp) {
    let mut snapshot = app.database.snapshot().await.unwrap();
    app.person("Late Comer", &[]).await;
    let tables = whole::tables(&mut snapshot).await.unwrap();
    let people = tables.iter().find(|table| table.name == "people").unwrap();
    let seen: Vec<_> = whole::rows(&mut snapshot, people).try_collect().await.unwrap();
    assert_eq!(seen.len(), 0, "who came after the snapshot is not in it");
    drop(snapshot);
    let mut snapshot = app.database.snapshot().await.unwrap();
    let seen: Vec<_> = whole::rows(&mut snapshot, people).try_collect().await.unwrap();
    assert_eq!(seen.len(), 1);
}

#[each_engine]
async fn only_an_empty_place_is_restored_into(app: TestApp) {
    let (from, source) = Fresh::filled(&app, is_sqlite(&app)).await;
    let path = file(&app, "whole.backup");
    make(&source, &path, None).await.unwrap();
    let before = all(&app.database).await;
    let why = refusal(&app, &path, None).await;
    assert!(why.contains("not empty") && why.contains("district"), "{why}");
    assert_eq!(all(&app.database).await, before);
    // Made ready by the same program, but empty, is empty enough.
    let to = Fresh::on(&app, is_sqlite(&app)).await;
    database::migrate(&to.database).await.unwrap();
    restore(&to.app, &path, None, false).await.unwrap();
    to.end().await;
    from.end().await;
}

#[each_engine]
async fn a_damaged_backup_leaves_nothing_behind(app: TestApp) {
    let (from, source) = Fresh::filled(&app, is_sqlite(&app)).await;
    let path = file(&app, "whole.backup");
    make(&source, &path, None).await.unwrap();
    let whole_file = std::fs::read(&path).unwrap();
    let to = Fresh::on(&app, is_sqlite(&app)).await;
    let bad = file(&app, "bad.backup");
    let inside = |bytes: &[u8]| {
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes), &mut text).map(|_| text).unwrap()
    };
    let (mut refused, mut meant_nothing) = (0, 0);
    for at in (0..whole_file.len()).step_by(whole_file.len() / 60) {
        let mut changed = whole_file.clone();
        changed[at] ^= 0x40;
        for (bytes, how) in [(&changed[..], "changed"), (&whole_file[..at], "cut")] {
            std::fs::write(&bad, bytes).unwrap();
            match look(&bad, None).await {
                Err(error) => {
                    let why = format!("{error:#}");
                    let told = why.contains("damaged or was cut off") || why.contains("no backup of Klatsch");
                    assert!(told, "{how} at {at}: {why}");
                    refused += 1;
                }
                // Gzip has bits that mean nothing: the name of the system, what fills up a byte.
                Ok(_) => {
                    assert_eq!(inside(bytes), inside(&whole_file), "{how} at {at} was taken for a whole backup");
                    meant_nothing += 1;
                }
            }
        }
    }
    assert!(refused > 110 && meant_nothing < 10, "{refused} refused, {meant_nothing} meant nothing");
    // Also when it was whole when it was looked at, and is damaged by the time it is restored.
    let seen = look(&path, None).await.unwrap();
    std::fs::write(&bad, &whole_file[..whole_file.len() - 9]).unwrap();
    let why = crate::backup::restore(&to.app, &bad, None, &seen, false).await.unwrap_err();
    assert!(format!("{why:#}").contains("damaged or was cut off"), "{why:#}");
    let rows: usize = all(&to.database).await.values().map(BTreeSet::len).sum();
    assert_eq!(rows, 0, "nothing of a damaged backup stays");
    assert!(uploads(&to.app).await.is_empty(), "no upload either");
    restore(&to.app, &path, None, false).await.unwrap();
    to.end().await;
    from.end().await;
}

#[each_engine]
async fn a_passphrase_locks_a_backup(app: TestApp) {
    let path = file(&app, "locked.backup");
    let right = Passphrase::new("a long walk to the library\n").unwrap();
    make(&app, &path, Some(&right)).await.unwrap();
    let text = std::fs::read(&path).unwrap();
    assert!(text.starts_with(b"age-encryption.org/v1\n-> scrypt "), "the format of age");
    let to = Fresh::on(&app, is_sqlite(&app)).await;
    let wrong = Passphrase::new("a short walk").unwrap();
    assert!(refusal(&to.app, &path, Some(&wrong)).await.contains("does not open this backup"));
    assert!(refusal(&to.app, &path, None).await.contains("its passphrase is needed"));
    std::fs::write(file(&app, "cut.backup"), &text[..text.len() - 1]).unwrap();
    let why = format!("{:#}", look(&file(&app, "cut.backup"), Some(&right)).await.unwrap_err());
    assert!(why.contains("damaged or was cut off"), "{why}");
    restore(&to.app, &path, Some(&right), false).await.unwrap();
    assert_eq!(all(&to.database).await, all(&app.database).await);
    to.end().await;
}

#[each_engine]
async fn a_backup_never_replaces_a_file(app: TestApp) {
    let path = file(&app, "taken.backup");
    std::fs::write(&path, "dear diary").unwrap();
    let why = make(&app, &path, None).await.unwrap_err().to_string();
    assert!(why.contains("is there already"), "{why}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "dear diary");
}

#[each_engine]
async fn a_copy_beside_the_real_one_writes_to_nobody(app: TestApp) {
    let (from, source) = Fresh::filled(&app, is_sqlite(&app)).await;
    let path = file(&app, "whole.backup");
    make(&source, &path, None).await.unwrap();
    let to = Fresh::on(&app, is_sqlite(&app)).await;
    assert_eq!(restore(&to.app, &path, None, true).await.unwrap(), 1);
    let (copy, real) = (all(&to.database).await, all(&from.database).await);
    assert!(copy["jobs"].is_empty() && !real["jobs"].is_empty());
    assert_eq!(copy["people"], real["people"]);
    to.end().await;
    from.end().await;
}

#[each_engine]
async fn a_backup_of_an_older_klatsch_is_migrated(app: TestApp) {
    let old = Fresh::on(&app, is_sqlite(&app)).await;
    database::migrate_to(&old.database, 2).await.unwrap();
    let founded =
        "insert into district (id, name, language, zone, created_at) values (1, 'Old District', 'en', 'UTC', 1)";
    run_text(&old.database, founded.to_owned()).await.unwrap();
    let source = old.app.clone();
    let path = file(&app, "old.backup");
    make(&source, &path, None).await.unwrap();
    let to = Fresh::on(&app, is_sqlite(&app)).await;
    restore(&to.app, &path, None, false).await.unwrap();
    assert_eq!(database::state(&to.database).await.unwrap().waiting, 0);
    assert!(all(&to.database).await["district"].iter().next().unwrap().contains("Old District"));
    // A place that this program has made ready already is too new for it.
    let ready = Fresh::on(&app, is_sqlite(&app)).await;
    database::migrate(&ready.database).await.unwrap();
    assert!(refusal(&ready.app, &path, None).await.contains("Restore into a new data folder"));
    for one in [old, to, ready] {
        one.end().await;
    }
}

#[each_engine]
async fn a_backup_of_a_newer_klatsch_is_refused(app: TestApp) {
    let path = file(&app, "now.backup");
    make(&app, &path, None).await.unwrap();
    let mut text = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(std::fs::File::open(&path).unwrap()), &mut text)
        .unwrap();
    let change = |from: &str, to: &str| {
        assert_eq!(from.len(), to.len(), "lengths in the tar stay right");
        let at = text.windows(from.len()).position(|part| part == from.as_bytes()).unwrap();
        let mut changed = text.clone();
        changed[at..at + from.len()].copy_from_slice(to.as_bytes());
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut gzip, &changed).unwrap();
        std::fs::write(file(&app, "new.backup"), gzip.finish().unwrap()).unwrap();
    };
    let to = Fresh::on(&app, is_sqlite(&app)).await;
    change("\"format\": 1,", "\"format\": 7,");
    assert!(refusal(&to.app, &file(&app, "new.backup"), None).await.contains("newer Klatsch (format 7)"));
    let tomorrow = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                    select 9999, 'tomorrow', true, checksum, 1 from _sqlx_migrations where version = 1";
    run_text(&app.database, tomorrow.to_owned()).await.unwrap();
    make(&app, &file(&app, "tomorrow.backup"), None).await.unwrap();
    assert!(refusal(&to.app, &file(&app, "tomorrow.backup"), None).await.contains("by another Klatsch"));
    std::fs::write(file(&app, "letter.txt"), "Dear all").unwrap();
    assert!(refusal(&to.app, &file(&app, "letter.txt"), None).await.contains("no backup of Klatsch"));
    to.end().await;
}

#[each_engine]
async fn an_upload_that_the_store_has_lost_is_told_and_the_rest_is_backed_up(app: TestApp) {
    let (from, source) = Fresh::filled(&app, is_sqlite(&app)).await;
    let lost = upload(&source, "soon lost").await;
    let changed = upload(&source, "soon changed").await;
    source.files.delete(lost).await.unwrap();
    source.files.put_bytes(changed, "something else".into()).await.unwrap();
    let made = make(&source, &file(&app, "some.backup"), None).await.unwrap();
    assert_eq!(made.lost.len(), 2, "{:?}", made.lost);
    assert!(made.lost.iter().any(|why| why.contains(&lost.to_string()) && why.contains("not in the store")));
    assert!(made.lost.iter().any(|why| why.contains(&changed.to_string()) && why.contains("not as it was uploaded")));
    let told = crate::backup::missing(&source, true).await.unwrap();
    assert_eq!(told.problems.len(), 2, "{told:?}");
    assert_eq!(crate::backup::missing(&source, false).await.unwrap().problems.len(), 2, "its length tells it too");
    from.end().await;
}
