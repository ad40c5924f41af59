//! Values: a day off, its kinds, the school year.

pub use calendar::school::school_year;
use std::str::FromStr;

use calendar::days::LONGEST_STRETCH;
use jiff::civil::Date;

use crate::clock::Instant;
use crate::database::Text;
use crate::ids::{DayId, SchoolId};
use crate::schools::School;
use crate::web::{Input, Message, Problems};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 120;

/// Why there is no school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = DayKind)]
pub enum Kind {
    /// A holiday of everyone.
    Holiday,
    /// A day on which those who teach learn, and students stay at home.
    ProfessionalDay,
    /// Some days in a row, as in winter and spring.
    Break,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 3] = [Kind::Holiday, Kind::ProfessionalDay, Kind::Break];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Holiday => "holiday",
            Kind::ProfessionalDay => "professional_day",
            Kind::Break => "break",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Holiday => "calendar-holiday",
            Kind::ProfessionalDay => "calendar-professional-day",
            Kind::Break => "calendar-break",
        }
    }

    /// What a day probably is, by its name and how long it lasts; whoever keeps the calendar can say
    /// otherwise.
    pub fn guess(name: &str, first: Date, last: Date) -> Kind {
        const PROFESSIONAL: [&str; 9] = [
            "professional",
            "professionnel",
            "pro-d",
            "pro d",
            "pedagogique",
            "non-instructional",
            "non instructional",
            "collaboration",
            "planification",
        ];
        const BREAK: [&str; 4] = ["break", "vacances", "relache", "vacation"];
        let name = roster::fold(name);
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if says(&PROFESSIONAL) {
            Kind::ProfessionalDay
        } else if says(&BREAK) || last > first {
            Kind::Break
        } else {
            Kind::Holiday
        }
    }
}

impl FromStr for Kind {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word).ok_or(())
    }
}

/// A day off, or several in a row.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Day {
    /// Its identifier.
    pub id: DayId,
    /// The school it is of; none is the whole district.
    pub school_id: Option<SchoolId>,
    /// Why there is no school.
    pub kind: Kind,
    /// The first day.
    pub first_date: Text<Date>,
    /// The last day; the first where it is one.
    pub last_date: Text<Date>,
    /// What it is called, in the language it was typed in.
    pub name: String,
    /// When it was added.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// Rises with each change.
    pub version: i64,
}

/// A day as it was typed, pasted or sent; checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDay {
    /// The school it is of; none is the whole district.
    pub school: Option<SchoolId>,
    /// Why there is no school.
    pub kind: Kind,
    /// The first day.
    pub first: Date,
    /// The last day, not before the first.
    pub last: Date,
    /// What it is called.
    pub name: String,
}

/// What a form or a program sends of a day.
pub const FIELDS: &[&str] = &["first_date", "last_date", "name", "kind", "school", "version"];

impl NewDay {
    /// Reads one; every problem at once. Without a last day it is one day, without a kind it is guessed.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(input: &Input, schools: &[School]) -> Result<NewDay, Problems> {
        let mut problems = Problems::new();
        input.only(FIELDS, &mut problems);
        let first = input.needed_date("first_date", &mut problems);
        let last = input.date("last_date", &mut problems).or(first);
        let name = input.line("name", 1..=LONGEST_NAME, &mut problems);
        let kind = input.choice("kind", &mut problems);
        let school = school(input, schools, &mut problems);
        let (Some(first), Some(last)) = (first, last) else {
            return Err(problems);
        };
        if last < first {
            problems.add("last_date", "plan-problem-last-date");
        } else if first.until(last).map_or(i32::MAX, |span| span.get_days()) > LONGEST_STRETCH {
            problems.add("last_date", Message::new("calendar-problem-long").with("most", i64::from(LONGEST_STRETCH)));
        }
        let kind = kind.unwrap_or_else(|| Kind::guess(&name, first, last));
        problems.or(NewDay { school, kind, first, last, name })
    }

    /// The day it becomes.
    pub fn made(&self, id: DayId, now: Instant) -> Day {
        Day {
            id,
            school_id: self.school,
            kind: self.kind,
            first_date: Text(self.first),
            last_date: Text(self.last),
            name: self.name.clone(),
            created_at: now,
            updated_at: now,
            version: 1,
        }
    }

    /// What becomes of a day that there is.
    pub fn over(&self, day: &Day, now: Instant) -> Day {
        Day { created_at: day.created_at, version: day.version + 1, ..self.made(day.id, now) }
    }

    /// Whether a day says this already, but for its kind.
    pub fn is(&self, day: &Day) -> bool {
        self.is_on(day) && self.is_called_as(day)
    }

    /// Whether a day of the same school is on the same dates.
    pub fn is_on(&self, day: &Day) -> bool {
        (self.school, self.first, self.last) == (day.school_id, *day.first_date, *day.last_date)
    }

    /// Whether a day of the same school and school year has this name.
    pub fn is_called_as(&self, day: &Day) -> bool {
        self.school == day.school_id
            && school_year(self.first) == school_year(*day.first_date)
            && roster::fold(&self.name) == roster::fold(&day.name)
    }
}

/// The school a form names; none is the whole district.
pub fn school(input: &Input, schools: &[School], problems: &mut Problems) -> Option<SchoolId> {
    let school = input.choice("school", problems);
    if school.is_some() && !schools.iter().any(|known| Some(known.id) == school) {
        problems.add("school", "problem-choice");
    }
    school
}

/// The first and the last day of a school year.
pub fn ends(year: i16) -> (Date, Date) {
    let year = year.clamp(1900, 2198);
    (jiff::civil::date(year, 8, 1), jiff::civil::date(year + 1, 7, 31))
}
