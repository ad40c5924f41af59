//! A person who stands in every table is given all of it, and leaves nothing behind: whatever the domains
//! say of their tables (`Domain::personal`) is held against `migrations/tables.txt` and against the rows.
//!
//! The rows are those of `migrations/samples`, of which one in each table is made the person's own, and into
//! whose free text a word is written that stands nowhere else. A new table is covered by being there.

use std::collections::{BTreeMap, BTreeSet};

use each_engine::each_engine;
use futures_util::TryStreamExt;

use super::{TestApp, fill, run_text};
use crate::app::DOMAINS;
use crate::database::whole::{self, Kind, Value};
use crate::database::{Connection, Database};
use crate::ids::PersonId;
use crate::personal::{self, Fate, TABLES};
use crate::{people, privacy, search};

/// Of the samples, `{4}`.
const PERSON: PersonId = PersonId(uuid::Uuid::from_u128(4));
const NAME: &str = "Zorvexa Quillback";
const EMAIL: &str = "zorvexa@quillback.example";

/// A table as it is: its columns, and its rows by column.
struct Rows {
    columns: Vec<whole::Column>,
    rows: Vec<Vec<Value>>,
}

impl Rows {
    fn of(&self, column: &str, person: PersonId) -> usize {
        let at = self.columns.iter().position(|known| known.name == column).unwrap();
        self.rows.iter().filter(|row| row[at] == Value::Uuid(person.0)).count()
    }
}

async fn all(db: &mut Connection) -> BTreeMap<String, Rows> {
    let mut all = BTreeMap::new();
    for table in whole::tables(db).await.unwrap() {
        let rows = whole::rows(db, &table).try_collect().await.unwrap();
        all.insert(table.name, Rows { columns: table.columns, rows });
    }
    all
}

/// The columns of each table that name a person, the one whose row it is first: those that the migrations
/// let point to `people`, and those that are called as if they did.
fn person_columns(all: &BTreeMap<String, Rows>) -> BTreeMap<String, Vec<String>> {
    let mut pointing = BTreeSet::new();
    for migration in crate::database::MIGRATIONS.iter() {
        let mut table = String::new();
        for line in migration.sql.as_str().lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["create", "table", name, ..] => table = (*name).to_owned(),
                ["alter", "table", name, "add", "column", column, ..] if line.contains("references people") => {
                    pointing.insert(((*name).to_owned(), (*column).to_owned()));
                }
                [column, ..] if line.contains("references people") => {
                    pointing.insert((table.clone(), (*column).to_owned()));
                }
                _ => {}
            }
        }
    }
    let named = |name: &str| name == "person_id" || name.ends_with("_by") || name.ends_with("_person");
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, rows) in all {
        for column in rows.columns.iter().filter(|column| column.kind == Kind::Uuid) {
            if pointing.contains(&(table.clone(), column.name.clone())) || named(&column.name) {
                columns.entry(table.clone()).or_default().push(column.name.clone());
            }
        }
    }
    columns.insert("people".to_owned(), vec!["id".to_owned()]);
    columns
}

fn literal(id: PersonId, database: &Database) -> String {
    match database {
        Database::Sqlite { .. } => format!("x'{}'", id.0.simple()),
        Database::Postgres(_) => format!("'{id}'"),
    }
}

/// Makes one row of every table the person's own, by each column that names a person.
async fn put_everywhere(app: &TestApp, columns: &BTreeMap<String, Vec<String>>) {
    let place = if matches!(app.database, Database::Sqlite { .. }) { "rowid" } else { "ctid" };
    let person = literal(PERSON, &app.database);
    for (table, columns) in columns.iter().filter(|(table, _)| *table != "people") {
        for column in columns {
            let now = all(&mut app.read().await.unwrap()).await;
            if now[table].of(column, PERSON) > 0 {
                continue;
            }
            let text = format!(
                "update {table} set {column} = {person} where {place} = (select {place} from {table} order by 1 limit 1)"
            );
            let done = run_text(&app.database, text).await;
            let now = all(&mut app.read().await.unwrap()).await;
            assert!(
                done.is_ok() && now[table].of(column, PERSON) > 0,
                "{table}.{column} names a person, and no sample row can be the person {{4}}: \
                 add one to migrations/samples ({done:?})"
            );
        }
    }
}

/// Writes a word of its own into every free text of the person's rows; says into which.
async fn write_words(app: &TestApp, columns: &BTreeMap<String, Vec<String>>) -> Vec<(String, String, String)> {
    let person = literal(PERSON, &app.database);
    let mut written = Vec::new();
    let now = all(&mut app.read().await.unwrap()).await;
    for (table, columns) in columns.iter().filter(|(table, _)| *table != "people") {
        let whose = &columns[0];
        let rows = &now[table];
        let owner = rows.columns.iter().position(|column| column.name == *whose).unwrap();
        for (at, column) in rows.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Text) {
            let theirs = rows.rows.iter().filter(|row| row[owner] == Value::Uuid(PERSON.0));
            // What has a space is words; what is empty may be. A list of names or JSON is neither.
            let free = theirs.clone().any(|row| match &row[at] {
                Value::Text(text) => {
                    text.is_empty() || (text.contains(' ') && !text.starts_with(['{', '[']) && !text.contains(", "))
                }
                _ => true,
            });
            let named = ["date", "zone", "language", "weekdays", "tags"];
            if !free || named.iter().any(|name| column.name.ends_with(name)) {
                continue;
            }
            let word = format!("zq{}{}", table.replace('_', ""), column.name.replace('_', ""));
            let text = format!(
                "update {table} set {0} = coalesce({0}, '') || ' {word}' where {whose} = {person}",
                column.name
            );
            // A column that may hold only certain words holds none of ours.
            if run_text(&app.database, text).await.is_ok() {
                written.push((table.clone(), column.name.clone(), word));
            }
        }
    }
    written
}

#[each_engine]
async fn erased_people_leave_nothing_behind(app: TestApp) {
    run_text(&app.database, "delete from district".to_owned()).await.unwrap();
    fill(&app.database).await;
    let person = literal(PERSON, &app.database);
    for text in [
        // As its migration does for a series that is there before it.
        "update series set rule_from = first_date".to_owned(),
        format!(
            "update people set name = '{NAME}', email = '{EMAIL}', ask_me_about = 'zqask', left_at = null where id = {person}"
        ),
        format!("update attempts set subject = 'address {EMAIL}'"),
        format!("update jobs set payload = '{{\"email\":\"{EMAIL}\"}}'"),
        "insert into jobs (id, kind, payload, once, run_at, attempts, last_error, created_at) select ".to_owned()
            + if matches!(app.database, Database::Sqlite { .. }) { "randomblob(16)" } else { "gen_random_uuid()" }
            + &format!(", 'mail', '{{\"text\":\"{NAME} proposed /people/{PERSON}\"}}', null, 1, 0, '{PERSON}', 1"),
    ] {
        run_text(&app.database, text).await.unwrap();
    }
    let mut db = app.read().await.unwrap();
    let columns = person_columns(&all(&mut db).await);
    drop(db);
    for table in columns.keys() {
        let line = personal::table(table).unwrap();
        assert_ne!(
            line.erasure, "keep",
            "{table} has a column that names a person ({:?}): say in migrations/tables.txt what erasure does to it",
            columns[table]
        );
    }
    put_everywhere(&app, &columns).await;
    let written = write_words(&app, &columns).await;
    assert!(written.iter().any(|(table, column, _)| table == "answers" && column == "excuse"), "{written:?}");
    search::renew(&app, |_| {}).await.unwrap();

    // The export holds every row of the tables that stand in it, and every word that was typed.
    let mut db = app.read().await.unwrap();
    let before = all(&mut db).await;
    let mut told = BTreeMap::new();
    for domain in DOMAINS {
        for section in (domain.personal.export)(&mut db, PERSON).await.unwrap() {
            let line = personal::table(section.table).expect("a section is of a table");
            assert_eq!(line.owner, domain.name, "{} tells of {}", domain.name, section.table);
            assert!(line.export.is_some(), "{} stands in no export, says migrations/tables.txt", section.table);
            told.insert(section.table, section);
        }
    }
    drop(db);
    let advice = "fill `personal` of the owner's DOMAIN (src/personal.rs says how)";
    for table in TABLES.iter().filter(|table| table.export.is_some()) {
        let Some(columns) = columns.get(table.name) else { continue };
        let rows = told.get(table.name).map_or(0, |section| section.rows.len());
        let there: Vec<usize> = columns.iter().map(|column| before[table.name].of(column, PERSON)).collect();
        assert!(there.contains(&rows), "{}: of {there:?} rows, the export tells {rows}; {advice}", table.name);
        let text = serde_json::to_string(&told[table.name].rows).unwrap();
        for (_, column, word) in written.iter().filter(|(of, _, _)| of == table.name) {
            assert!(
                text.contains(word),
                "{}.{column} holds what somebody typed, and no export tells it; {advice}",
                table.name
            );
        }
    }
    assert!(told["resources"].files.iter().any(|file| file.name.starts_with("wall.jpg")), "their files come along");

    // Erased.
    let who = people::person(&mut app.read().await.unwrap(), PERSON).await.unwrap().unwrap();
    let mut db = app.write().await.unwrap();
    let deeds = privacy::erase(&mut db, &app, &who).await.unwrap();
    db.commit().await.unwrap();
    let mut db = app.read().await.unwrap();
    let after = all(&mut db).await;
    drop(db);
    let id = PERSON.to_string();
    for (table, rows) in &after {
        for value in rows.rows.iter().flat_map(|row| row.iter().zip(&rows.columns)) {
            let (value, column) = value;
            let text = match value {
                Value::Uuid(id) => id.to_string(),
                Value::Text(text) => text.clone(),
                _ => continue,
            };
            let found = [id.as_str(), NAME, EMAIL, "zqask"].into_iter().find(|word| text.contains(*word));
            assert_eq!(found, None, "left behind in {table}.{}: {text:?}; {advice}", column.name);
            for (of, from, word) in written.iter().filter(|(_, _, word)| text.contains(word.as_str())) {
                let stays = personal::table(of).unwrap().stays;
                assert!(
                    stays == "*" || stays.split(',').any(|stays| stays == from),
                    "left behind in {table}.{}: what somebody typed into {of}.{from} ({word}); empty it, or say in \
                     migrations/tables.txt that it stays",
                    column.name
                );
            }
        }
    }
    // What was said to be done was done, table by table.
    for (table, columns) in &columns {
        let line = personal::table(table).unwrap();
        let done: Vec<_> = deeds.iter().filter(|deed| deed.table == table && deed.rows > 0).collect();
        assert!(!done.is_empty(), "{table}: erasure does nothing of its own to the person's rows; {advice}");
        if line.erasure == "anonymise" {
            assert!(
                done.iter().any(|deed| deed.fate == Fate::Anonymised),
                "{table}: anonymised, says migrations/tables.txt; {done:?}"
            );
        } else {
            let whose = &columns[0];
            assert!(
                done.iter().any(|deed| deed.fate == Fate::Deleted),
                "{table}: deleted, says migrations/tables.txt; {done:?}"
            );
            let gone = before[table].rows.len() - before[table].of(whose, PERSON);
            assert!(after[table].rows.len() <= gone, "{table}: rows of the person are still there");
        }
    }
    for table in ["attendances", "topics", "series_invited"] {
        assert_eq!(before[table].rows.len(), after[table].rows.len(), "{table} is counted on");
    }
    run_text(&app.database, "delete from jobs".to_owned()).await.unwrap();
}
