//! Values: the categories of a book, given ones and one's own.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::web::Language;

/// The longest name of one's own category, in characters.
pub const LONGEST: usize = 60;

/// The categories every book has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// Teacher-librarians elsewhere.
    TeacherLibrarians,
    /// Members of the school board.
    SchoolBoard,
    /// Administration.
    Administration,
    /// Speakers.
    Speakers,
    /// Professors.
    Professors,
    /// Associations.
    Associations,
}

impl Given {
    /// All of them.
    pub const ALL: [Given; 6] = [
        Given::TeacherLibrarians,
        Given::SchoolBoard,
        Given::Administration,
        Given::Speakers,
        Given::Professors,
        Given::Associations,
    ];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Given::TeacherLibrarians => "teacher_librarians",
            Given::SchoolBoard => "school_board",
            Given::Administration => "administration",
            Given::Speakers => "speakers",
            Given::Professors => "professors",
            Given::Associations => "associations",
        }
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Given::TeacherLibrarians => "contact-category-teacher-librarians",
            Given::SchoolBoard => "contact-category-school-board",
            Given::Administration => "contact-category-administration",
            Given::Speakers => "contact-category-speakers",
            Given::Professors => "contact-category-professors",
            Given::Associations => "contact-category-associations",
        }
    }
}

/// A category: a given one, or one's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// One that every book has.
    Given(Given),
    /// One's own.
    Own(String),
}

impl Category {
    /// As it is kept: the word of a given one, or the name of one's own.
    pub fn word(&self) -> &str {
        match self {
            Category::Given(given) => given.word(),
            Category::Own(name) => name,
        }
    }

    /// What it is called.
    pub fn name(&self, language: Language) -> String {
        match self {
            Category::Given(given) => language.say(given.key()).to_string(),
            Category::Own(name) => name.clone(),
        }
    }

    /// What it is called in every language.
    pub fn names(&self) -> Vec<String> {
        Language::ALL.iter().map(|language| self.name(*language)).collect()
    }
}

impl FromStr for Category {
    type Err = ();

    /// The category somebody means, by its word or its name in any language.
    fn from_str(text: &str) -> Result<Category, ()> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = roster::fold(&name);
        let meant = |given: &Given| {
            given.word() == name
                || Language::ALL.iter().any(|tongue| roster::fold(&tongue.say(given.key()).to_string()) == same)
        };
        if let Some(given) = Given::ALL.into_iter().find(meant) {
            return Ok(Category::Given(given));
        }
        if name.is_empty() || name.chars().count() > LONGEST || name.contains(',') {
            return Err(());
        }
        Ok(Category::Own(name))
    }
}

impl Serialize for Category {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Category {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Category, D::Error> {
        let word = String::deserialize(deserializer)?;
        word.parse().map_err(|()| serde::de::Error::custom("no category"))
    }
}

/// Each once, the given ones first.
pub fn tidy(mut categories: Vec<Category>) -> Vec<Category> {
    categories.sort();
    // Of names that differ in case or accents, the first.
    let mut seen = Vec::new();
    categories.retain(|category| {
        let folded = roster::fold(category.word());
        let fresh = !seen.contains(&folded);
        seen.push(folded);
        fresh
    });
    categories
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_by_a_name_in_either_language() {
        assert_eq!("speakers".parse(), Ok(Category::Given(Given::Speakers)));
        assert_eq!("Conférencières et conférenciers".parse(), Ok(Category::Given(Given::Speakers)));
        assert_eq!("  Museum   people ".parse(), Ok(Category::Own("Museum people".to_owned())));
        assert_eq!("".parse::<Category>(), Err(()));
        assert_eq!("x".repeat(61).parse::<Category>(), Err(()));
    }
}
