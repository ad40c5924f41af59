//! Values: a card.

use std::collections::BTreeMap;

/// Which standard a card is written by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// RFC 2426.
    Three,
    /// RFC 6350.
    Four,
}

impl Version {
    /// As the property `VERSION` has it.
    pub fn number(self) -> &'static str {
        match self {
            Version::Three => "3.0",
            Version::Four => "4.0",
        }
    }
}

/// What a card is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A person.
    #[default]
    Person,
    /// A school, an association, a company.
    Organisation,
    /// A list of other cards, which is none of its own.
    Group,
}

/// The parts of a person's name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// Family names.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Further names.
    pub additional: String,
    /// What stands before, as "Dr.".
    pub before: String,
    /// What stands after, as "PhD".
    pub after: String,
}

impl Parts {
    /// A name cut where most names are cut: the last word is the family's. Telephones sort by it.
    pub fn of(name: &str) -> Parts {
        match name.rsplit_once(' ') {
            Some((given, family)) => Parts { family: family.to_owned(), given: given.to_owned(), ..Parts::default() },
            None => Parts { given: name.to_owned(), ..Parts::default() },
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Parts::default()
    }

    /// As one would say it.
    pub fn spoken(&self) -> String {
        let parts = [&self.before, &self.given, &self.additional, &self.family, &self.after];
        let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }
}

/// One way to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Way {
    /// The address, number, link or handle; one line.
    pub value: String,
    /// What it is for: `work`, `home`, `cell`; lower case, letters, digits and hyphens.
    pub types: Vec<String>,
    /// Whether this one is preferred.
    pub preferred: bool,
}

impl Way {
    /// A way of no types.
    pub fn plain(value: impl Into<String>) -> Way {
        Way { value: value.into(), ..Way::default() }
    }
}

/// What is known of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// What the card is of.
    pub kind: Kind,
    /// What the card is called for ever, `UID`.
    pub uid: String,
    /// The name as it is shown, `FN`; never empty in a card that was read.
    pub name: String,
    /// Its parts, `N`.
    pub parts: Parts,
    /// The organisation, `ORG`.
    pub organisation: String,
    /// Its parts, from large to small.
    pub units: Vec<String>,
    /// What the person does there, `TITLE`, or else `ROLE`.
    pub title: String,
    /// E-mail addresses.
    pub emails: Vec<Way>,
    /// Telephone numbers.
    pub phones: Vec<Way>,
    /// Pages, `URL`.
    pub links: Vec<Way>,
    /// Names on networks: `IMPP`, `SOCIALPROFILE`, `X-SOCIALPROFILE`.
    pub handles: Vec<Way>,
    /// Categories.
    pub categories: Vec<String>,
    /// The note; may have several lines.
    pub note: String,
    /// What only Klatsch knows: `X-KLATSCH-…`, by what follows; may have several lines.
    pub own: BTreeMap<String, String>,
}
