//! What is kept, how long, and what becomes of it: the lines of `migrations/tables.txt` in words.

use crate::personal::{Section, TABLES, Table};
use crate::web::Message;

/// A part of what is kept about a person: the tables that tell of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The section, as in `migrations/tables.txt`.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its entries, by what becomes of them.
    pub lines: Vec<Entries>,
}

/// Entries that are kept equally long, and of which the same becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries {
    /// How many.
    pub rows: usize,
    /// How long they are kept.
    pub kept: Message,
    /// What becomes of them when the person is erased.
    pub fate: &'static str,
}

/// What there is about a person, in the order of the tables. Sections without entries are left out.
pub fn parts(sections: &[Section]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for table in TABLES.iter() {
        let Some(name) = table.export else { continue };
        let rows =
            sections.iter().filter(|section| section.table == table.name).map(|section| section.rows.len()).sum();
        let Some((title, about)) = words(name).filter(|_| rows > 0) else { continue };
        let entries = Entries { rows, kept: kept(table), fate: fate(table) };
        let part = match parts.iter_mut().find(|part| part.name == name) {
            Some(part) => part,
            None => {
                parts.push(Part { name, title, about, lines: Vec::new() });
                let Some(part) = parts.last_mut() else { continue };
                part
            }
        };
        match part.lines.iter_mut().find(|line| line.kept == entries.kept && line.fate == entries.fate) {
            Some(line) => line.rows += rows,
            None => part.lines.push(entries),
        }
    }
    parts
}

/// What a section is called, and what it is.
fn words(section: &str) -> Option<(&'static str, &'static str)> {
    Some(match section {
        "profile" => ("data-profile", "data-profile-about"),
        "account" => ("data-account", "data-account-about"),
        "hosted" => ("data-hosted", "data-hosted-about"),
        "invited" => ("data-invited", "data-invited-about"),
        "answers" => ("data-answers", "data-answers-about"),
        "topics" => ("data-topics", "data-topics-about"),
        "attendance" => ("data-attendance", "data-attendance-about"),
        "resources" => ("data-resources", "data-resources-about"),
        "treats" => ("data-treats", "data-treats-about"),
        "networks" => ("data-networks", "data-networks-about"),
        "newcomers" => ("data-newcomers", "data-newcomers-about"),
        "contacts" => ("data-contacts", "data-contacts-about"),
        "speakers" => ("data-speakers", "data-speakers-about"),
        "ties" => ("data-ties", "data-ties-about"),
        _ => return None,
    })
}

/// What a section is called.
pub fn title(section: &str) -> Option<&'static str> {
    words(section).map(|(title, _)| title)
}

/// How long a row of a table is kept.
fn kept(table: &Table) -> Message {
    let days = table.retention.split('-').next().and_then(|word| word.parse::<i64>().ok());
    match (table.retention, days) {
        ("forever", _) => Message::new("data-kept-forever"),
        ("until-erased", _) => Message::new("data-kept-until-erased"),
        (retention, Some(days)) if retention.contains("-after-") => {
            Message::new("data-kept-days-after").with("count", days)
        }
        (_, Some(days)) => Message::new("data-kept-days").with("count", days),
        (retention, None) if retention.starts_with("until-") => Message::new("data-kept-until-done"),
        (retention, _) => Message::new(kept_with(retention)),
    }
}

/// What a row goes with.
fn kept_with(retention: &str) -> &'static str {
    match retention {
        "with-person" => "data-kept-until-erased",
        "with-series" => "data-kept-with-series",
        "with-gathering" => "data-kept-with-gathering",
        "with-topic" => "data-kept-with-topic",
        "with-treat" => "data-kept-with-treat",
        "with-network" => "data-kept-with-network",
        "with-year" => "data-kept-with-year",
        "with-team" => "data-kept-with-team",
        "with-announcement" => "data-kept-with-announcement",
        "with-newcomer" => "data-kept-with-newcomer",
        "with-contact" => "data-kept-with-contact",
        "with-speaker" => "data-kept-with-speaker",
        "with-school" => "data-kept-with-school",
        _ => "data-kept-with-what",
    }
}

/// What becomes of a row of a table when the person is erased.
fn fate(table: &Table) -> &'static str {
    match table.erasure {
        "delete" => "data-fate-deleted",
        "anonymise" => "data-fate-anonymised",
        _ => "data-fate-goes-along",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::Map;

    #[test]
    fn every_section_has_words() {
        for table in TABLES.iter() {
            let Some(section) = table.export else { continue };
            assert!(
                words(section).is_some(),
                "{}: the section {section} of a person's data has no words; add them to `words` in \
                 src/privacy/kept.rs and to locales/*/privacy.ftl",
                table.name
            );
        }
    }

    #[test]
    fn what_goes_with_something_says_with_what() {
        let vague: Vec<&str> = TABLES
            .iter()
            .filter(|table| table.export.is_some() && kept(table).key == "data-kept-with-what")
            .map(|table| table.retention)
            .collect();
        assert!(
            vague.iter().all(|retention| *retention == "with-what-it-is-of" || *retention == "with-what-refers"),
            "{vague:?}"
        );
    }

    #[test]
    fn entries_of_which_the_same_becomes_are_one_line() {
        let section = |table, rows| Section { table, rows: vec![Map::new(); rows], files: Vec::new() };
        let parts = parts(&[section("treats", 2), section("treat_claims", 3), section("keen", 0)]);
        assert_eq!(parts.len(), 1);
        let part = parts.first().unwrap();
        assert_eq!(part.name, "treats");
        let told: Vec<_> = part.lines.iter().map(|line| (line.rows, line.kept.key, line.fate)).collect();
        assert_eq!(
            told,
            [(2, "data-kept-with-gathering", "data-fate-anonymised"), (3, "data-kept-with-treat", "data-fate-deleted"),]
        );
    }

    #[test]
    fn how_long_is_said_in_days_where_it_is_days() {
        let key = |retention| {
            let table = Table { name: "x", owner: "x", retention, export: None, erasure: "delete", stays: "" };
            kept(&table).key
        };
        assert_eq!(key("30-days-after-expiry"), "data-kept-days-after");
        assert_eq!(key("21-days"), "data-kept-days");
        assert_eq!(key("until-expiry"), "data-kept-until-done");
        assert_eq!(key("with-gathering"), "data-kept-with-gathering");
        assert_eq!(key("forever"), "data-kept-forever");
    }
}
