//! The languages are complete: every text in both, every text used, every used text there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::web::{Language, knows};

/// All files of a folder with one of these endings.
pub fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, endings, found);
        } else if endings.iter().any(|ending| path.extension().is_some_and(|extension| extension == *ending)) {
            found.push(path);
        }
    }
}

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The keys of a language, in file order.
pub fn keys(tag: &str) -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&root().join("locales").join(tag), &["ftl"], &mut found);
    let mut keys = BTreeSet::new();
    for file in found {
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            let Some((key, _)) = line.split_once(" =") else {
                continue;
            };
            if !key.starts_with([' ', '#', '-', '.', '[', '*', '}']) {
                assert!(keys.insert(key.to_owned()), "{key} stands twice in {tag}");
            }
        }
    }
    keys
}

/// The names of all arguments that any text takes.
fn arguments() -> Vec<&'static str> {
    let mut found = Vec::new();
    files(&root().join("locales"), &["ftl"], &mut found);
    let mut names = BTreeSet::new();
    for file in found {
        for part in std::fs::read_to_string(file).unwrap().split('$').skip(1) {
            names.insert(
                part.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect(),
            );
        }
    }
    names.into_iter().map(|name: String| &*name.leak()).collect()
}

/// Every string literal of sources and templates.
fn literals() -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&root().join("src"), &["rs", "html"], &mut found);
    let mut literals = BTreeSet::new();
    for file in found {
        let text = std::fs::read_to_string(file).unwrap();
        for part in text.split('"') {
            if !part.is_empty() && part.len() < 80 && !part.contains(char::is_whitespace) {
                literals.insert(part.to_owned());
            }
        }
    }
    literals
}

#[test]
fn english_and_french_have_the_same_texts() {
    let (english, french) = (keys("en"), keys("fr"));
    let missing: Vec<_> = english.symmetric_difference(&french).collect();
    assert!(missing.is_empty(), "only in one language: {missing:#?}");
    for language in Language::ALL {
        let names = arguments();
        let silent: Vec<_> = english.iter().filter(|key| !knows(language, key, &names)).collect();
        assert!(silent.is_empty(), "{language:?} cannot say {silent:#?}");
    }
}

#[test]
fn every_text_is_used() {
    let literals = literals();
    let idle: Vec<_> = keys("en").into_iter().filter(|key| !literals.contains(key)).collect();
    assert!(idle.is_empty(), "never said: {idle:#?}");
}

#[test]
fn every_text_that_is_said_is_there() {
    let keys = keys("en");
    let mut found = Vec::new();
    files(&root().join("src"), &["rs", "html"], &mut found);
    let mut missing = Vec::new();
    for file in found {
        let text = std::fs::read_to_string(&file).unwrap();
        for call in ["say(\"", "Message::new(\"", "refused(\""] {
            for part in text.split(call).skip(1) {
                let key = part.split('"').next().unwrap();
                if !keys.contains(key) && !key.contains(['{', '…']) {
                    missing.push(format!("{key} in {}", file.display()));
                }
            }
        }
    }
    // The texts of tests and of this file are not said to people.
    missing.retain(|place| !place.contains("testing/") && !place.contains("tests.rs"));
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Of a French sign that has a space before or behind it, the space holds both together.
#[test]
fn french_signs_stay_with_their_words() {
    let mut found = Vec::new();
    files(&root().join("locales/fr"), &["ftl"], &mut found);
    let mut torn = Vec::new();
    for file in found {
        let text = std::fs::read_to_string(&file).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        torn.extend(lines.filter(|line| ["« ", " »", " :"].iter().any(|sign| line.contains(sign))).map(str::to_owned));
    }
    assert!(torn.is_empty(), "{torn:#?}");
}
