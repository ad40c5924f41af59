//! What a form says of a school.

use super::{Level, School};
use crate::web::{Input, Problems};

/// What a steward says of a school. Coordinates come with lists; nobody types them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    name: String,
    level: Option<Level>,
    address: Option<String>,
    city: Option<String>,
    postal_code: Option<String>,
}

impl Draft {
    /// Reads the form of a school.
    pub fn read(input: &Input, problems: &mut Problems) -> Draft {
        let mut line = |name: &str, most: usize| {
            let text = input.line(name, 0..=most, problems);
            (!text.is_empty()).then_some(text)
        };
        let (address, city, postal_code) = (line("address", 200), line("city", 100), line("postal_code", 20));
        Draft {
            name: input.line("name", 1..=200, problems),
            level: input.choice("level", problems),
            address,
            city,
            postal_code,
        }
    }

    /// The school with what the form says.
    pub fn of(&self, school: &School) -> School {
        School {
            name: self.name.clone(),
            level: self.level,
            address: self.address.clone(),
            city: self.city.clone(),
            postal_code: self.postal_code.clone(),
            ..school.clone()
        }
    }
}

/// The form of a school as it is.
pub fn filled(school: &School) -> Input {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Input::filled([
        ("name", school.name.clone()),
        ("level", school.level.map_or(String::new(), |level| level.word().to_owned())),
        ("address", text(&school.address)),
        ("city", text(&school.city)),
        ("postal_code", text(&school.postal_code)),
        ("version", school.updated_at.0.to_string()),
    ])
}
