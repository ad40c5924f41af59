//! The roles somebody holds in a set, written down as one text: a line each, of what the set knows the role by,
//! where, which, and whether it is the first. The text is compared, never looked into by the database.

use std::collections::BTreeMap;

use oneroster::Held;

/// Roles by what the set knows them by; in 1.1, which gives them no name, by where they are held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roles(BTreeMap<String, Line>);

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where.
    pub org: String,
    /// Its word in the standard.
    pub role: String,
    /// Whether it is the first.
    pub primary: bool,
}

/// A tabulator, a line feed: what separates here stands in no identifier.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_whitespace() { '_' } else { letter }).collect()
}

impl Roles {
    /// The roles of a text.
    pub fn of_text(text: &str) -> Roles {
        let line = |line: &str| {
            let mut parts = line.split('\t');
            let (key, org, role) = (parts.next()?, parts.next()?, parts.next()?);
            let primary = parts.next() == Some("1");
            Some((key.to_owned(), Line { org: org.to_owned(), role: role.to_owned(), primary }))
        };
        Roles(text.lines().filter_map(line).collect())
    }

    /// The text.
    pub fn text(&self) -> String {
        let line =
            |(key, line): (&String, &Line)| format!("{key}\t{}\t{}\t{}", line.org, line.role, u8::from(line.primary));
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Takes what a set says of one.
    pub fn take(&mut self, held: &Held) {
        let key = if held.sourced_id.is_empty() { plain(&held.org) } else { plain(&held.sourced_id) };
        match held.role {
            Some(role) if !held.gone => {
                let line = Line { org: plain(&held.org), role: role.word().to_owned(), primary: held.primary };
                self.0.insert(key, line);
            }
            _ => {
                self.0.remove(&key);
            }
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Line> {
        self.0.values()
    }

    /// Where somebody is first of all: where the set says, or where they are if they are in one place only.
    /// Whoever is in several has none, as everywhere in Klatsch.
    pub fn place<S: Copy + PartialEq>(&self, primary: &str, known: impl Fn(&str) -> Option<S>) -> Option<S> {
        let primary = plain(primary);
        if let Some(place) = known(&primary).filter(|_| !primary.is_empty()) {
            return Some(place);
        }
        let mut first: Vec<S> = self.iter().filter(|line| line.primary).filter_map(|line| known(&line.org)).collect();
        if first.is_empty() {
            first = self.iter().filter_map(|line| known(&line.org)).collect();
        }
        let place = first.first().copied()?;
        first.iter().all(|other| *other == place).then_some(place)
    }
}

/// Somebody's among roles in the order of whose they are.
pub fn roles_of<'a, 'b>(roles: &'a [&'b Held], user: &str) -> &'a [&'b Held] {
    let from = roles.partition_point(|held| &*held.user < user);
    let rest = roles.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|held| &*held.user == user)).unwrap_or_default()
}
