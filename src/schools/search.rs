//! What somebody looks for in the list of schools.

use super::Level;
use crate::web::{Input, Problems, address, patterns};

/// What to find schools by; an empty search finds all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the name or the city.
    pub words: String,
    /// The level.
    pub level: Option<Level>,
}

impl Search {
    /// Reads `q` and `level` from a query.
    pub fn read(query: &Input, problems: &mut Problems) -> Search {
        Search { words: query.line("q", 0..=200, problems), level: query.choice("level", problems) }
    }

    /// Whether it looks for anything.
    pub fn is_empty(&self) -> bool {
        *self == Search::default()
    }

    /// The words as patterns of `like`.
    pub fn patterns(&self) -> [String; 3] {
        patterns(&self.words)
    }

    /// The address of a page of what it finds below `path`.
    pub fn address(&self, path: &str, page: i64) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        address(path, &[("q", &self.words), ("level", self.level.map_or("", Level::word)), ("page", &page)])
    }
}
