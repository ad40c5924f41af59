//! Values: a notice, a gathering as a list shows it: everything said, nothing left to look up.

use std::collections::HashMap;

use calendar::words::capitalised;
use jiff::civil::Date;

use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::gatherings::Gathering;
use crate::ids::{PersonId, SchoolId, SeriesId};
use crate::web::{Language, Visit};
use crate::{people, schools};

/// A date as a library stamps it.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// `2026-01-14`.
    pub iso: String,
    /// `Wed`.
    pub weekday: &'static str,
    /// Day of the month.
    pub day: i8,
    /// `Jan`.
    pub month: &'static str,
    /// The tone of its series, 1 to 6.
    pub hue: u8,
}

/// A gathering as a list shows it.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Where its page is.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub stamp: Stamp,
    /// `Wednesday 14 January`.
    pub date: String,
    /// `12:05 to 12:45`.
    pub time: String,
    /// `today`, `in 3 days`.
    pub relative: String,
    /// Room and school; empty when neither is known.
    pub place: String,
    /// Whether it is over.
    pub over: bool,
    /// Whether it was called off.
    pub cancelled: bool,
    /// The date its rule gave, when it was moved to another.
    pub moved_from: Option<String>,
}

impl Notice {
    /// How its date is stamped: fainter when it is over.
    pub fn stamp_kind(&self) -> &'static str {
        if self.over || self.cancelled { "stamp-past" } else { "" }
    }
}

/// What stands beside every list: names of schools, the language, the day.
#[derive(Debug)]
pub struct Beside {
    language: Language,
    today: Date,
    now: Instant,
    schools: HashMap<SchoolId, String>,
}

impl Beside {
    /// Loads it.
    pub async fn load(db: &mut Connection, visit: &Visit) -> Result<Beside> {
        let schools = schools::all(db).await?.into_iter().map(|school| (school.id, school.name)).collect();
        Ok(Beside { language: visit.language, today: visit.today, now: visit.now, schools })
    }

    /// The name of a school.
    pub fn school(&self, id: Option<SchoolId>) -> Option<&str> {
        self.schools.get(&id?).map(String::as_str)
    }

    /// Room and school in one line.
    pub fn place(&self, room: &str, school: Option<SchoolId>) -> String {
        match (room, self.school(school)) {
            ("", Some(school)) => school.to_owned(),
            (room, Some(school)) => format!("{room}, {school}"),
            (room, None) => room.to_owned(),
        }
    }

    /// The schools to choose from, by name, after a choice of none.
    pub fn school_choices(&self, any: String) -> Vec<(String, String)> {
        let mut schools: Vec<_> = self.schools.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        schools.sort_by(|one, other| one.1.cmp(&other.1));
        schools.insert(0, (String::new(), any));
        schools
    }

    /// The notice of a gathering.
    pub fn notice(&self, gathering: &Gathering) -> Notice {
        let words = self.language.words();
        let date = *gathering.date;
        let moved_from = gathering.rule_date.filter(|rule| **rule != date).map(|rule| words.date(*rule, self.today));
        Notice {
            href: format!("/gatherings/{}", gathering.id),
            title: gathering.title.clone(),
            stamp: Stamp {
                iso: date.to_string(),
                weekday: words.weekday_short(date.weekday()),
                day: date.day(),
                month: words.month_short(date),
                hue: hue(gathering.series_id),
            },
            date: capitalised(&words.date(date, self.today)),
            time: words.range(*gathering.starts, *gathering.ends),
            relative: words.relative(date, self.today),
            place: self.place(&gathering.place, gathering.school_id),
            over: gathering.is_over(self.now),
            cancelled: gathering.is_cancelled(),
            moved_from,
        }
    }

    /// The notices of gatherings.
    pub fn notices<'a>(&self, gatherings: impl IntoIterator<Item = &'a Gathering>) -> Vec<Notice> {
        gatherings.into_iter().map(|gathering| self.notice(gathering)).collect()
    }
}

/// The tone of a series, 1 to 6; what stands alone has the first.
pub fn hue(series: Option<SeriesId>) -> u8 {
    series.map_or(1, |series| {
        let sum: u32 = series.0.as_bytes().iter().map(|byte| u32::from(*byte)).sum();
        u8::try_from(sum % 6).unwrap_or(0) + 1
    })
}

/// The initials of a name: `Mira Rowan` gives `MR`.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// A person as pages show them.
#[derive(Debug, Clone)]
pub struct Face {
    /// Initials, `MR`.
    pub initials: String,
    /// The name.
    pub name: String,
    /// The tone, 1 to 6.
    pub hue: u8,
}

impl Face {
    /// Of a person's id and name.
    pub fn new(id: PersonId, name: &str) -> Face {
        let sum: u32 = id.0.as_bytes().iter().map(|byte| u32::from(*byte)).sum();
        Face { initials: initials(name), name: name.to_owned(), hue: u8::try_from(sum % 6).unwrap_or(0) + 1 }
    }
}

/// The faces of people, in the order given; someone who left the district is left out.
pub async fn faces(db: &mut Connection, people: &[PersonId]) -> Result<Vec<Face>> {
    let names: HashMap<PersonId, String> =
        people::names(db).await?.into_iter().map(|person| (person.id, person.name)).collect();
    Ok(people.iter().filter_map(|id| Some(Face::new(*id, names.get(id)?))).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        assert_eq!(super::initials("Mira Rowan"), "MR");
        assert_eq!(super::initials("  éloïse de la Tour "), "ÉT");
        assert_eq!(super::initials("Cher"), "C");
        assert_eq!(super::initials(""), "");
    }
}
