//! The rules of the house, read from the sources (ARCHITECTURE.md).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

struct Source {
    /// Path below `src/`.
    path: String,
    /// Text without what stands under `#[cfg(test)]` at its end.
    text: String,
    lines: usize,
}

impl Source {
    fn folder(&self) -> &str {
        self.path.split('/').next().filter(|folder| *folder != self.path).unwrap_or("")
    }

    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap()
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(folder: &Path, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
            let path = path.strip_prefix(root().join("src")).unwrap().to_string_lossy().into_owned();
            let lines = text.lines().count();
            found.push(Source { path, text, lines });
        }
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    read(&root().join("src"), &mut found);
    found.retain(|source| {
        !source.path.starts_with("testing/") && source.name() != "tests.rs" && !source.path.contains("/tests/")
    });
    found
}

/// Tables and their owners, from `migrations/tables.txt`: table, owner, retention, export, erasure.
fn tables() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(root().join("migrations/tables.txt")).unwrap();
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut words = line.split_whitespace().map(ToOwned::to_owned);
            (words.next().unwrap(), words.collect())
        })
        .collect()
}

fn is_store(source: &Source) -> bool {
    source.name() == "store.rs" || source.path.contains("/store/")
}

#[test]
fn sql_stands_in_stores_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        if is_store(&source) || source.folder() == "database" {
            continue;
        }
        for call in ["rows!(", "row!(", "held!(", "run!(", "insert_all!(", "sqlx::query"] {
            if source.text.contains(call) {
                wrong.push(format!("{} calls {call}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn stores_and_values_know_no_web() {
    let mut wrong = Vec::new();
    for source in sources() {
        let domain = source.folder();
        let value = domain != "web"
            && !domain.is_empty()
            && domain.strip_suffix('s').is_some_and(|one| source.name() == format!("{one}.rs"));
        if is_store(&source) || value {
            for word in ["use axum", "use askama", "axum::", "askama::"] {
                if source.text.contains(word) {
                    wrong.push(format!("{} says {word}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_seam_knows_the_engine() {
    // Job claiming has a text for each engine, since SQLite does not know `skip locked`; and so has the
    // index of words, which each engine has of its own kind, kept, looked into and picked from.
    const MAY: [&str; 5] =
        ["database/", "jobs/store.rs", "search/store/words.rs", "search/store/looking.rs", "search/store/picking.rs"];
    let wrong: Vec<_> = sources()
        .into_iter()
        .filter(|source| !MAY.iter().any(|may| source.path.starts_with(may)))
        .filter(|source| {
            ["Engine::", "sqlx::Sqlite", "sqlx::Postgres", "SqlitePool", "PgPool"]
                .iter()
                .any(|word| source.text.contains(word))
        })
        .map(|source| source.path)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_domain_touches_only_its_own_tables() {
    let tables = tables();
    let mut wrong = Vec::new();
    // The sample district is written by the hundred, past the verbs of the domains.
    for source in sources().iter().filter(|source| is_store(source) && source.path != "sample/store.rs") {
        let text = source.text.replace(['\n', '(', ')', ',', ';', '"'], " ");
        let words: Vec<_> = text.split_whitespace().collect();
        for pair in words.windows(2) {
            let [before, name] = pair else { continue };
            let reads = matches!(*before, "from" | "join" | "into" | "update");
            if let Some(about) = tables.get(*name).filter(|_| reads)
                && about.first().map(String::as_str) != Some(source.folder())
            {
                wrong.push(format!("{}: {before} {name}, which belongs to {}", source.path, about[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_table_has_an_owner_a_retention_an_export_and_an_erasure() {
    let tables = tables();
    let mut made = BTreeSet::new();
    for entry in std::fs::read_dir(root().join("migrations")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "sql") {
            let text = std::fs::read_to_string(path).unwrap();
            made.extend(
                text.split("create table ").skip(1).map(|rest| rest.split_whitespace().next().unwrap().to_owned()),
            );
            // A table that is made again, since neither engine changes a check in the other's words.
            for rest in
                text.split("alter table ").skip(1).filter(|rest| rest.split_whitespace().nth(1) == Some("rename"))
            {
                made.remove(rest.split_whitespace().next().unwrap());
            }
        }
    }
    let named: BTreeSet<_> = tables.keys().cloned().collect();
    assert_eq!(made, named, "tables made and tables named in migrations/tables.txt");
    for (table, about) in tables {
        assert!(about.len() >= 4, "{table}: owner, retention, export, erasure");
        assert!(root().join("src").join(&about[0]).is_dir(), "{table} belongs to {}, which is no folder", about[0]);
    }
}

/// Who may use whom: the lines `a -> b c` of ARCHITECTURE.md.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let block = text.split("```arrows").nth(1).expect("a block of arrows").split("```").next().unwrap();
    block
        .lines()
        .filter_map(|line| line.split_once("->"))
        .map(|(from, to)| (from.trim().to_owned(), to.split_whitespace().map(ToOwned::to_owned).collect()))
        .collect()
}

#[test]
fn domains_use_each_other_along_the_arrows_and_through_the_front_door() {
    let arrows = arrows();
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(may) = arrows.get(source.folder()) else {
            continue;
        };
        for other in arrows.keys().filter(|other| *other != source.folder()) {
            let uses = source.text.contains(&format!("crate::{other}"))
                || source.text.split("use crate::{").skip(1).any(|rest| {
                    let list = rest.split("};").next().unwrap();
                    list.split([',', '{', '}', ' ', '\n']).any(|word| word.split("::").next() == Some(other))
                });
            if uses && !may.contains(other) {
                wrong.push(format!("{} uses {other}", source.path));
            }
            for room in ["store", "pages", "api"] {
                if source.text.contains(&format!("{other}::{room}")) {
                    wrong.push(format!("{} walks past the front door of {other}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_arrows_have_no_circle() {
    let arrows = arrows();
    let mut done: BTreeSet<String> = BTreeSet::new();
    loop {
        let ready: Vec<_> = arrows
            .iter()
            .filter(|(from, to)| !done.contains(*from) && to.iter().all(|to| done.contains(to)))
            .map(|(from, _)| from.clone())
            .collect();
        if ready.is_empty() {
            break;
        }
        done.extend(ready);
    }
    let circle: Vec<_> = arrows.keys().filter(|from| !done.contains(*from)).collect();
    assert!(circle.is_empty(), "in a circle, or an arrow to nowhere: {circle:?}");
}

#[test]
fn every_domain_is_on_the_map() {
    let arrows = arrows();
    let missing: Vec<_> = crate::app::DOMAINS
        .iter()
        .map(|domain| domain.name)
        .filter(|name| *name != "web" && !arrows.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn only_sanitised_text_is_printed_as_it_is() {
    let mut wrong: Vec<_> = sources()
        .into_iter()
        .filter(|source| source.path != "text.rs" && source.text.contains("HtmlSafe"))
        .map(|source| source.path)
        .collect();
    let mut templates = Vec::new();
    super::locales::files(&root().join("src"), &["html"], &mut templates);
    for path in templates {
        let text = std::fs::read_to_string(&path).unwrap().replace(' ', "");
        if ["|safe", "|escape(\"none\")", "|e(\"none\")", "autoescape"].iter().any(|word| text.contains(word)) {
            wrong.push(path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_stay_small() {
    let sources = sources();
    let large: Vec<_> = sources
        .iter()
        .filter(|source| source.lines > 250)
        .map(|source| format!("{} {}", source.lines, source.path))
        .collect();
    assert!(large.len() * 10 <= sources.len(), "more than one file in ten is over 250 lines: {large:#?}");
    let huge: Vec<_> = sources.iter().filter(|source| source.lines > 400).map(|source| &source.path).collect();
    assert!(huge.is_empty(), "over 400 lines: {huge:?}");
}
