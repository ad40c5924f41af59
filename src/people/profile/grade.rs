//! The grades of the schools of British Columbia, and of most of the continent.

use std::str::FromStr;

use super::Tag;
use crate::web::Language;

/// Kindergarten and the twelve grades, as they are kept.
pub const GRADES: [&str; 13] = ["k", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// A grade of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grade(&'static str);

impl Grade {
    /// As it is kept.
    pub fn word(self) -> &'static str {
        self.0
    }
}

impl FromStr for Grade {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        GRADES.into_iter().find(|known| known.eq_ignore_ascii_case(word)).map(Grade).ok_or(())
    }
}

/// All of them to choose from.
pub fn choices(language: Language) -> Vec<(String, String)> {
    GRADES.map(|grade| (grade.to_owned(), in_words(language, grade))).to_vec()
}

/// A grade in words.
pub fn in_words(language: Language, grade: &str) -> String {
    match grade {
        "k" => language.say("grade-kindergarten").to_string(),
        number => language.say("grade-number").with("number", number.parse().unwrap_or(0_i64)).to_string(),
    }
}

/// Grades in the order of the list, runs of three and more as “4 to 7”.
pub fn together(language: Language, tags: &[Tag]) -> Vec<String> {
    let held: Vec<usize> = (0..GRADES.len())
        .filter(|place| tags.iter().any(|tag| GRADES.get(*place) == Some(&tag.key.as_str())))
        .collect();
    let name = |place: usize| GRADES.get(place).copied().unwrap_or_default();
    let mut words = Vec::new();
    for run in held.chunk_by(|before, after| before + 1 == *after) {
        match run {
            [first, .., last] if run.len() > 2 => {
                let span = language.say("grade-span");
                let short = |place: usize| name(place).to_uppercase();
                words.push(span.with("first", short(*first)).with("last", short(*last)).to_string());
            }
            few => words.extend(few.iter().map(|place| in_words(language, name(*place)))),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_grades_are_said_together() {
        let tags: Vec<Tag> =
            ["6", "k", "7", "5", "12"].map(|key| Tag { key: key.to_owned(), label: key.to_owned() }).to_vec();
        let english = Language::of_tag("en").unwrap_or_default();
        assert_eq!(together(english, &tags), ["Kindergarten", "grades 5 to 7", "grade 12"]);
        let french = Language::of_tag("fr").unwrap_or_default();
        assert_eq!(["1", "2"].map(|grade| in_words(french, grade)), ["1re année", "2e année"]);
    }
}
