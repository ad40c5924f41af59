//! The level of a school, from what a file says it teaches and what it is called.
//!
//! The columns say what is possible, the name chooses among it. “Dr Knox Middle School”
//! teaches lower and upper secondary by its columns, exactly like “Okanagan Mission
//! Secondary”; only the names tell them apart. A name that the columns contradict (a
//! “High School” that starts in kindergarten) is not believed.

mod grades;

use crate::fold::fold;
use grades::grade_range;
pub(crate) use grades::{grade, no_grade};

/// Which children a school is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Kindergarten and the first grades, at most up to grade 8 or 9.
    Elementary,
    /// The grades in between, usually 6 to 8.
    Middle,
    /// The last grades, up to 12.
    Secondary,
    /// Elementary and secondary grades in one school.
    Combined,
}

impl Level {
    /// All levels, in the order of the school years.
    pub const ALL: [Level; 4] = [Level::Elementary, Level::Middle, Level::Secondary, Level::Combined];

    /// The level as files and the interface for programs write it.
    pub fn word(self) -> &'static str {
        match self {
            Level::Elementary => "elementary",
            Level::Middle => "middle",
            Level::Secondary => "secondary",
            Level::Combined => "combined",
        }
    }
}

/// What the columns of a file say about the years a school teaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taught {
    /// The stages of the International Standard Classification of Education (ISCED 2011):
    /// 0 early childhood, 1 primary (to grade 6), 2 lower secondary (7 to 9), 3 upper
    /// secondary (10 to 12).
    Stages { early: bool, primary: bool, lower: bool, upper: bool },
    /// First and last grade; kindergarten is 0, what comes before is -1.
    Grades { low: i8, high: i8 },
}

impl Taught {
    /// The level these years make by themselves, if they make one.
    ///
    /// Grades follow the definition the Common Core of Data used for its school levels
    /// (primary starts by grade 3 and ends by 8, middle starts in 4 to 7 and ends by 9,
    /// high starts in 7 or later), except that a school for grades 4 and 5 alone counts as
    /// elementary here, as it would in a Canadian district.
    fn level(self) -> Option<Level> {
        Some(match self {
            Taught::Stages { early, primary, lower, upper } => match (early, primary, lower, upper) {
                (false, false, false, false) => return None,
                (false, false, _, true) => Level::Secondary,
                (_, _, _, true) => Level::Combined,
                (false, _, true, false) => Level::Middle,
                _ => Level::Elementary,
            },
            Taught::Grades { low, high } => match (low, high) {
                (..=3, ..=8) | (..=6, ..=5) => Level::Elementary,
                (4..=8, ..=9) => Level::Middle,
                (7.., _) => Level::Secondary,
                _ => Level::Combined,
            },
        })
    }

    /// Whether a school that teaches these years may be called `level`.
    fn allows(self, level: Level) -> bool {
        match (self, level) {
            (Taught::Stages { early, primary, lower, upper }, _) => match level {
                Level::Elementary => !upper && (early || primary),
                Level::Middle => !early && lower,
                Level::Secondary => !early && (lower || upper),
                Level::Combined => upper && (early || primary),
            },
            (Taught::Grades { low, high }, _) => match level {
                Level::Elementary => low <= 6 && high <= 8,
                Level::Middle => (4..=8).contains(&low) && (6..=10).contains(&high),
                Level::Secondary => low >= 6 && high >= 9,
                Level::Combined => low <= 6 && high >= 9,
            },
        }
    }
}

/// The level of a school called `name` that teaches `taught`.
pub(crate) fn level(taught: Option<Taught>, name: &str) -> Option<Level> {
    let by_years = taught.and_then(Taught::level);
    let by_name = from_name(name);
    match (taught, by_years, by_name) {
        (Some(taught), Some(_), Some(named)) if taught.allows(named) => Some(named),
        (_, Some(level), _) => Some(level),
        _ => by_name,
    }
}

/// The level a name tells, in English or French.
fn from_name(name: &str) -> Option<Level> {
    let name = fold(name);
    let words: Vec<&str> = name.split(' ').collect();
    let word = |place: usize| words.get(place).copied().unwrap_or_default();
    let mut told = None;
    for (place, this) in words.iter().enumerate() {
        let before = place.checked_sub(1).map(word).unwrap_or_default();
        let after = word(place + 1);
        // “Middle” and “High” are also parts of place names (Middle River, High Prairie).
        let ends = matches!(after, "" | "school" | "schools" | "years" | "academy");
        let junior = matches!(before, "junior" | "jr");
        let level = match *this {
            "elementary" | "elementaire" | "elem" | "primary" | "primaire" | "prescolaire" | "maternelle"
            | "kindergarten" | "preschool" => Level::Elementary,
            "middle" if ends => Level::Middle,
            "intermediate" | "intermediaire" => Level::Middle,
            "secondary" | "high" if junior => Level::Middle,
            "high" if ends => Level::Secondary,
            "secondary" | "secondaire" | "polyvalente" => Level::Secondary,
            "collegiate" if matches!(after, "" | "institute") => Level::Secondary,
            // “Senior Public School” is Ontario's word for grades 6 to 8.
            "senior" if after == "public" => Level::Middle,
            _ => continue,
        };
        told = match told {
            Some(Level::Elementary) if level == Level::Secondary => Some(Level::Combined),
            Some(Level::Secondary) if level == Level::Elementary => Some(Level::Combined),
            Some(earlier) if earlier != level => return None,
            _ => Some(level),
        };
    }
    told
}

/// What a cell in a level column says.
pub(crate) enum Named {
    Level(Level),
    Taught(Taught),
    /// The file says that the school has no level (ungraded, adult education).
    Without,
    Unknown,
}

/// Reads a level, or a range of grades, by name.
pub(crate) fn named(cell: &str) -> Named {
    let folded = fold(cell);
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !matches!(*word, "school" | "ecole" | "level" | "niveau" | "and" | "et"))
        .collect();
    Named::Level(match words.join(" ").as_str() {
        "elementary"
        | "elem"
        | "primary"
        | "elementaire"
        | "primaire"
        | "prekindergarten"
        | "preschool"
        | "prescolaire"
        | "prescolaire primaire"
        | "kindergarten" => Level::Elementary,
        "middle" | "intermediate" | "intermediaire" | "junior high" | "junior secondary" => Level::Middle,
        "secondary" | "high" | "senior" | "senior high" | "senior secondary" | "secondaire" => Level::Secondary,
        "combined"
        | "combinee"
        | "combine"
        | "elementary secondary"
        | "elem sec"
        | "mixed"
        | "elementary high"
        | "elementary middle secondary"
        | "primaire secondaire"
        | "mixte"
        | "all grades"
        | "other"
        | "autre" => Level::Combined,
        "ungraded" | "adult education" | "adult" | "not applicable" | "not reported" | "unknown" | "inconnu"
        | "sans niveau" => return Named::Without,
        _ => return grade_range(cell).map_or(Named::Unknown, Named::Taught),
    })
}

#[cfg(test)]
mod tests;
