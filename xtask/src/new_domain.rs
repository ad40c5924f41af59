//! `cargo xtask new-domain NAMES [NAME]`: a domain folder that looks like all others, and compiles.
//!
//! It can list its things and add one, as pages and as JSON, in two languages, with its stories on
//! both engines: enough that every room exists, little enough that all of it will be written over.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};

use crate::programs::{cargo, root, succeed};

/// Makes the folder, its migration and its words, and enters them where the house lists them.
pub fn make(arguments: &[&str]) -> Result<ExitCode> {
    let words = match arguments {
        [names] => Words::new(names, names.strip_suffix('s').unwrap_or(names))?,
        [names, name] => Words::new(names, name)?,
        _ => bail!("say what it is about: cargo xtask new-domain visits [visit]"),
    };
    let house = root()?;
    ensure!(!house.join("src").join(&words.names).exists(), "src/{} is there already", words.names);
    let made = write_files(&house, &words)?;
    enter(&house, &words)?;
    succeed(cargo()?.args(["fmt", "--package", "klatsch"]))?;
    println!("Made:\n  {}", made.join("\n  "));
    println!(
        "Entered in src/lib.rs, src/app.rs, src/ids.rs, migrations/tables.txt and ARCHITECTURE.md.\n\
         Next: say in src/{}/mod.rs what it is and must never do; then `cargo xtask test rust {}`.",
        words.names, words.names
    );
    Ok(ExitCode::SUCCESS)
}

/// The words that stand for the domain in the templates.
#[derive(Debug, PartialEq, Eq)]
struct Words {
    /// `visits`: the folder, the table, the address.
    names: String,
    /// `visit`: the value file.
    name: String,
}

impl Words {
    fn new(names: &str, name: &str) -> Result<Words> {
        let plain = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        ensure!(plain(names) && plain(name), "the names of a domain are English words in small letters");
        ensure!(
            names != name,
            "the folder is named by the plural, a thing in it by the singular: new-domain staff member"
        );
        Ok(Words { names: names.to_owned(), name: name.to_owned() })
    }

    fn fill(&self, template: &str) -> String {
        template
            .replace("__names__", &self.names)
            .replace("__name__", &self.name)
            .replace("__Names__", &capital(&self.names, " "))
            .replace("__Name__", &capital(&self.name, ""))
    }
}

/// `release_day` becomes `ReleaseDay`, or `Release day` with a space between.
fn capital(word: &str, between: &str) -> String {
    let mut text = String::new();
    for (number, part) in word.split('_').enumerate() {
        let mut letters = part.chars();
        match letters.next() {
            Some(first) if number == 0 || between.is_empty() => text.extend(first.to_uppercase()),
            Some(first) => text.extend([between, first.encode_utf8(&mut [0; 4])]),
            None => {}
        }
        text.push_str(letters.as_str());
    }
    text
}

/// Where each template goes. `__number__` is that of the next migration.
const FILES: &[(&str, &str)] = &[
    ("src/__names__/mod.rs", include_str!("new_domain/mod.rs.txt")),
    ("src/__names__/__name__.rs", include_str!("new_domain/value.rs.txt")),
    ("src/__names__/store.rs", include_str!("new_domain/store.rs.txt")),
    ("src/__names__/store/personal.rs", include_str!("new_domain/personal.rs.txt")),
    ("src/__names__/pages.rs", include_str!("new_domain/pages.rs.txt")),
    ("src/__names__/list.html", include_str!("new_domain/list.html.txt")),
    ("src/__names__/api.rs", include_str!("new_domain/api.rs.txt")),
    ("src/__names__/access.txt", include_str!("new_domain/access.txt.txt")),
    ("src/__names__/tests.rs", include_str!("new_domain/tests.rs.txt")),
    ("migrations/__number_____names__.sql", include_str!("new_domain/migration.sql.txt")),
    ("migrations/samples/__number_____names__.sql", include_str!("new_domain/sample.sql.txt")),
    ("locales/en/__names__.ftl", include_str!("new_domain/en.ftl.txt")),
    ("locales/fr/__names__.ftl", include_str!("new_domain/fr.ftl.txt")),
];

fn write_files(house: &Path, words: &Words) -> Result<Vec<String>> {
    let number = next_migration(house)?;
    let mut made = Vec::new();
    for (path, template) in FILES {
        let path = words.fill(&path.replace("__number__", &number));
        let file = house.join(&path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, words.fill(template)).with_context(|| format!("could not write {path}"))?;
        made.push(path);
    }
    Ok(made)
}

/// `0009` where the last migration is `0008_attendance.sql`.
fn next_migration(house: &Path) -> Result<String> {
    let mut last = 0;
    for entry in fs::read_dir(house.join("migrations")).context("could not read migrations")? {
        let name = entry?.file_name();
        let number = name.to_str().and_then(|name| name.split('_').next()).and_then(|number| number.parse().ok());
        last = last.max(number.unwrap_or(0));
    }
    Ok(format!("{:04}", last + 1))
}

/// Enters the domain wherever the house keeps a list. A list that is not where it was expected is an
/// error: a domain that is half known is worse than none.
fn enter(house: &Path, words: &Words) -> Result<()> {
    let edit = |path: &str, change: &dyn Fn(&str) -> Option<String>| -> Result<()> {
        let file = house.join(path);
        let text = fs::read_to_string(&file).with_context(|| format!("could not read {path}"))?;
        let changed = change(&text).with_context(|| format!("{path} has no list to enter {} in", words.names))?;
        fs::write(&file, changed).with_context(|| format!("could not write {path}"))
    };
    let names = &words.names;
    edit("src/lib.rs", &|text| before(text, "mod web;", &format!("mod {names};\n")))?;
    edit("src/app.rs", &|text| {
        let listed = before(text, "    jobs::DOMAIN,", &format!("    {names}::DOMAIN,\n"))?;
        before(&listed, "use crate::web::", &format!("use crate::{names};\n"))
    })?;
    edit("src/ids.rs", &|text| after(text, "\nid! {\n", &words.fill("    /// A __name__.\n    __Name__Id;\n")))?;
    edit("migrations/tables.txt", &|text| {
        Some(format!("{}\n{}", text.trim_end(), words.fill(include_str!("new_domain/table.txt"))))
    })?;
    edit("ARCHITECTURE.md", &|text| after(text, "```arrows\n", &format!("{names} -> people\n")))
}

fn before(text: &str, mark: &str, addition: &str) -> Option<String> {
    let at = text.find(mark)?;
    let (head, tail) = text.split_at(at);
    Some(format!("{head}{addition}{tail}"))
}

fn after(text: &str, mark: &str, addition: &str) -> Option<String> {
    let at = text.find(mark)? + mark.len();
    let (head, tail) = text.split_at(at);
    Some(format!("{head}{addition}{tail}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_names_go_into_paths_types_and_sentences() {
        let words = Words::new("release_days", "release_day").unwrap();
        assert_eq!(
            words.fill("src/__names__/__name__.rs __Name__Id __Names__"),
            "src/release_days/release_day.rs ReleaseDayId Release days"
        );
    }

    #[test]
    fn a_name_that_is_no_word_or_no_plural_is_refused() {
        assert!(Words::new("Visits", "Visit").is_err());
        assert!(Words::new("../visits", "visit").is_err());
        assert!(Words::new("staff", "staff").is_err());
        assert!(Words::new("", "").is_err());
    }

    #[test]
    fn a_domain_is_entered_in_every_list_of_the_house() {
        let house = std::env::temp_dir().join(format!("klatsch-house-{}", std::process::id()));
        for folder in ["src", "migrations"] {
            fs::create_dir_all(house.join(folder)).unwrap();
        }
        let write = |path: &str, text: &str| fs::write(house.join(path), text).unwrap();
        write("src/lib.rs", "mod people;\nmod web;\n");
        write(
            "src/app.rs",
            "use crate::web::{self};\nconst DOMAINS: &[Domain] = &[\n    people::DOMAIN,\n    jobs::DOMAIN,\n];\n",
        );
        write("src/ids.rs", "macro_rules! id { }\n\nid! {\n    /// A person.\n    PersonId;\n}\n");
        write("migrations/0008_attendance.sql", "");
        write("migrations/tables.txt", "people people kept yes blanked\n");
        write("ARCHITECTURE.md", "# Map\n```arrows\npeople ->\n```\n");
        let words = Words::new("visits", "visit").unwrap();

        let made = write_files(&house, &words).unwrap();
        enter(&house, &words).unwrap();

        let read = |path: &str| fs::read_to_string(house.join(path)).unwrap();
        assert!(made.contains(&"migrations/0009_visits.sql".to_owned()), "{made:?}");
        assert!(read("migrations/0009_visits.sql").contains("create table visits ("));
        assert!(read("src/visits/visit.rs").contains("pub struct Visit {"));
        assert_eq!(read("src/lib.rs"), "mod people;\nmod visits;\nmod web;\n");
        assert!(read("src/app.rs").contains("    visits::DOMAIN,\n    jobs::DOMAIN,"));
        assert!(read("src/ids.rs").contains("id! {\n    /// A visit.\n    VisitId;\n"));
        assert!(read("migrations/tables.txt").contains("\nvisits visits "));
        assert!(read("ARCHITECTURE.md").contains("```arrows\nvisits -> people\npeople ->\n"));
        for (path, _) in FILES {
            let path = words.fill(&path.replace("__number__", "0009"));
            assert!(!read(&path).contains("__name"), "{path} still has a placeholder");
        }
        assert!(enter(&house.join("nowhere"), &words).is_err());

        fs::remove_dir_all(&house).unwrap();
    }
}
