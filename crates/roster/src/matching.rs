//! Which school is meant: a staff list writes “Dr. Knox”, the school is “Dr Knox Middle
//! School”.

use crate::fold::fold;

/// The school a name means, as its place in the list that was searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// This one and no other.
    Exact(usize),
    /// Not one of them, but much like this one, whose name comes along for the message.
    Nearest(usize, String),
    /// It means several of them equally: a name that repeats, or one without its level
    /// where an elementary and a middle school share it.
    Several(Vec<usize>),
    /// None of them, nor anything like them.
    None,
}

/// Finds the school that `name` means among `schools`; for many names against the same
/// schools prepare [`SchoolNames`] once.
pub fn match_school(name: &str, schools: &[&str]) -> Match {
    SchoolNames::new(schools).find(name)
}

/// The names of schools, prepared for comparison.
#[derive(Clone, Debug)]
pub struct SchoolNames {
    schools: Vec<Parts>,
}

/// A name taken apart.
#[derive(Clone, Debug)]
struct Parts {
    written: String,
    /// All words, folded, with usual abbreviations spelled out.
    whole: String,
    /// Without “school” and “école”.
    bare: String,
    /// Without the words for a level and articles as well.
    core: String,
    /// The level those words tell.
    level: Option<&'static str>,
}

impl Parts {
    fn of(name: &str) -> Parts {
        // “de l'Anse” and the “Anse, de l'” of alphabetical lists are one name.
        let apart: Vec<&str> = name
            .split_whitespace()
            .map(|word| {
                ["l'", "l’", "L'", "L’", "d'", "d’", "D'", "D’"]
                    .iter()
                    .find_map(|elided| word.strip_prefix(elided))
                    .unwrap_or(word)
            })
            .collect();
        let folded = fold(&apart.join(" "));
        let whole: Vec<&str> = folded
            .split(' ')
            .map(|word| match word {
                "st" => "saint",
                "ste" => "sainte",
                "mt" => "mount",
                "elem" => "elementary",
                "sec" => "secondary",
                "jr" => "junior",
                "sr" => "senior",
                "sch" => "school",
                other => other,
            })
            .collect();
        let without = |words: &[&str], drop: &dyn Fn(&str) -> bool| -> Vec<String> {
            words.iter().filter(|word| !drop(word)).map(|word| (*word).to_owned()).collect()
        };
        let bare = without(&whole, &|word| matches!(word, "school" | "ecole" | "the"));
        let mut core = without(&whole, &|word| NO_NAME.contains(&word) || level(word).is_some());
        let mut told = whole.iter().filter_map(|word| level(word));
        let mut level = told.next();
        if told.any(|other| Some(other) != level) {
            level = None;
        }
        if core.is_empty() {
            // “Middle School” has nothing but its level; compare that.
            core = bare.clone();
            level = None;
        }
        Parts { written: name.to_owned(), whole: whole.join(" "), bare: bare.join(" "), core: core.join(" "), level }
    }

    /// The same school but for words that both or either leave away.
    fn agrees(&self, other: &Parts) -> bool {
        self.core == other.core && (self.level == other.level || self.level.is_none() || other.level.is_none())
    }

    /// How alike two names are, 0 to 1. What stands before the level counts most: every
    /// second school ends in “Elementary School”.
    fn likeness(&self, other: &Parts) -> f64 {
        let part =
            self.core.split(' ').all(|word| word.len() > 2 && other.core.split(' ').any(|candidate| candidate == word));
        let core = strsim::jaro_winkler(&self.core, &other.core);
        if !part && 0.75 * core + 0.25 < LIKE {
            // Whatever the rest says; most of a long list stops here.
            return 0.0;
        }
        let whole = strsim::jaro_winkler(&self.whole, &other.whole);
        let alike = 0.75 * core + 0.25 * whole;
        if part { alike.max(0.85) } else { alike }
    }
}

/// The likeness from which a name is worth offering.
const LIKE: f64 = 0.8;

/// Words that say what a school is, or tie its name together, and name none.
const NO_NAME: [&str; 11] = ["school", "ecole", "the", "junior", "senior", "de", "du", "des", "la", "le", "les"];

fn level(word: &str) -> Option<&'static str> {
    Some(match word {
        "elementary" | "elementaire" | "primary" | "primaire" => "elementary",
        "middle" | "intermediate" | "intermediaire" => "middle",
        "secondary" | "secondaire" | "high" => "secondary",
        _ => return None,
    })
}

impl SchoolNames {
    /// Prepares `schools` for [`SchoolNames::find`].
    pub fn new<Name: AsRef<str>>(schools: &[Name]) -> SchoolNames {
        SchoolNames { schools: schools.iter().map(|name| Parts::of(name.as_ref())).collect() }
    }

    /// Finds the school that `name` means: first as it is written, then without “school”,
    /// then without the level, and only then by likeness.
    pub fn find(&self, name: &str) -> Match {
        let wanted = Parts::of(name);
        if wanted.whole.is_empty() {
            return Match::None;
        }
        let same: [&dyn Fn(&Parts) -> bool; 3] =
            [&|school| school.whole == wanted.whole, &|school| school.bare == wanted.bare, &|school| {
                school.agrees(&wanted)
            }];
        for same in same {
            let found: Vec<usize> =
                (0..).zip(&self.schools).filter(|(_, school)| same(school)).map(|(place, _)| place).collect();
            match found.as_slice() {
                [] => {}
                [one] => return Match::Exact(*one),
                _ => return Match::Several(found),
            }
        }
        (0..)
            .zip(&self.schools)
            .map(|(place, school)| (wanted.likeness(school), place, school))
            .filter(|(likeness, ..)| *likeness >= LIKE)
            .fold(None, |best: Option<(f64, usize, &Parts)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            })
            .map_or(Match::None, |(_, place, school)| Match::Nearest(place, school.written.clone()))
    }
}

#[cfg(test)]
mod tests;
