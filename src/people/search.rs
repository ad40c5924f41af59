//! What somebody looks for in the directory.

use super::Role;
use crate::ids::SchoolId;
use crate::web::{Input, Problems, address, patterns};

/// What to find people by; an empty search finds everyone who has not left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the name, or of what to ask about.
    pub words: String,
    /// Their school.
    pub school: Option<SchoolId>,
    /// One of their roles.
    pub role: Option<Role>,
}

impl Search {
    /// Reads `q`, `school` and `role` from a query.
    pub fn read(query: &Input, problems: &mut Problems) -> Search {
        Search {
            words: query.line("q", 0..=200, problems),
            school: query.choice("school", problems),
            role: query.choice("role", problems),
        }
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
        let school = self.school.map(|id| id.to_string()).unwrap_or_default();
        let page = if page > 1 { page.to_string() } else { String::new() };
        address(
            path,
            &[("q", &self.words), ("school", &school), ("role", self.role.map_or("", Role::word)), ("page", &page)],
        )
    }
}
