//! Values: a district, a school, a level.

use std::str::FromStr;

use crate::clock::Instant;
use crate::ids::SchoolId;

/// The organisation that hosts Klatsch.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct District {
    /// Its name.
    pub name: String,
    /// Its first language, a tag.
    pub language: String,
    /// Its time zone, an IANA name.
    pub zone: String,
    /// When `klatsch init` made it.
    pub created_at: Instant,
}

impl District {
    /// What stands in before `klatsch init`.
    pub fn nameless() -> District {
        District {
            name: "Klatsch".to_owned(),
            language: "en".to_owned(),
            zone: "UTC".to_owned(),
            created_at: Instant(0),
        }
    }

    /// Whether nobody has called `klatsch init` yet.
    pub fn is_nameless(&self) -> bool {
        self.created_at == Instant(0)
    }
}

/// A school.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct School {
    /// Its identifier.
    pub id: SchoolId,
    /// What an import knows it by.
    pub source_key: Option<String>,
    /// Its name.
    pub name: String,
    /// Its level, where known.
    pub level: Option<Level>,
    /// The district a file named for it.
    pub district: Option<String>,
    /// Street address.
    pub address: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// When it came in.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

/// The level of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Kindergarten to about grade 5 or 7.
    Elementary,
    /// About grade 6 to 8.
    Middle,
    /// About grade 8 or 9 to 12.
    Secondary,
    /// From elementary through secondary under one roof.
    Combined,
}

impl Level {
    /// All of them, youngest first.
    pub const ALL: [Level; 4] = [Level::Elementary, Level::Middle, Level::Secondary, Level::Combined];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Level::Elementary => "elementary",
            Level::Middle => "middle",
            Level::Secondary => "secondary",
            Level::Combined => "combined",
        }
    }

    /// The key of the word for schools of this level.
    pub fn plural_key(self) -> &'static str {
        match self {
            Level::Elementary => "schools-elementary",
            Level::Middle => "schools-middle",
            Level::Secondary => "schools-secondary",
            Level::Combined => "schools-combined",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Level::Elementary => "level-elementary",
            Level::Middle => "level-middle",
            Level::Secondary => "level-secondary",
            Level::Combined => "level-combined",
        }
    }
}

impl School {
    /// What it is found and sorted by: name and city without case and accents.
    pub fn sought(&self) -> String {
        let city = self.city.as_deref().unwrap_or_default();
        roster::fold(&format!("{} {city}", self.name))
    }
}

/// A school's name and level, for lists and pickers.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Name {
    /// Which.
    pub id: SchoolId,
    /// Its name.
    pub name: String,
    /// Its level, where known.
    pub level: Option<Level>,
}

impl From<roster::level::Level> for Level {
    fn from(level: roster::level::Level) -> Level {
        match level {
            roster::level::Level::Elementary => Level::Elementary,
            roster::level::Level::Middle => Level::Middle,
            roster::level::Level::Secondary => Level::Secondary,
            roster::level::Level::Combined => Level::Combined,
        }
    }
}

impl FromStr for Level {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Level::ALL.into_iter().find(|level| level.word() == word).ok_or(())
    }
}
