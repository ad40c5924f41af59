//! A person as lists, pickers and reports show them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::store::directory::{self, Held};
use super::{Role, Search, profile};
use crate::database::{Connection, Result};
use crate::ids::{NetworkId, PersonId, SchoolId};
use crate::schools;
use crate::search as index;

/// Someone of the district, with their school and roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their school, if they have one.
    pub school: Option<schools::Name>,
    /// What to ask them about.
    pub ask_me_about: String,
    /// What they do, in the order of [`Role`].
    pub roles: Vec<Role>,
}

/// The letters that stand for a name where there is no room: the first of its first and last word.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| {
        let letter = word.chars().find(|letter| letter.is_alphanumeric())?;
        Some(letter.to_uppercase().to_string())
    });
    let first = words.next().unwrap_or_default();
    format!("{first}{}", words.next_back().unwrap_or_default())
}

/// The tone of a person's letters, 1 to 6; by the identifier, so that it stays when the name changes.
pub fn hue(person: PersonId) -> u8 {
    person.0.as_bytes().last().map_or(1, |byte| byte % 6 + 1)
}

impl Card {
    /// The letters that stand for the name.
    pub fn initials(&self) -> String {
        initials(&self.name)
    }

    /// The tone of the letters, 1 to 6.
    pub fn hue(&self) -> u8 {
        hue(self.id)
    }
}

/// Everyone who has not left, by name: two queries, whatever their number.
pub async fn cards(db: &mut Connection) -> Result<Vec<Card>> {
    let held = directory::everyone(db, false).await?;
    of_rows(db, held).await
}

/// The people of these identifiers, also those who left, by name.
pub async fn cards_of(db: &mut Connection, people: &[PersonId]) -> Result<Vec<Card>> {
    let held = if people.len() > directory::MANY {
        let asked: HashSet<PersonId> = people.iter().copied().collect();
        let mut held = directory::everyone(db, true).await?;
        held.retain(|row| asked.contains(&row.id));
        held
    } else {
        directory::some(db, people).await?
    };
    let mut cards = of_rows(db, held).await?;
    cards.sort_by_cached_key(|card| (roster::fold(&card.name), card.id));
    cards.dedup();
    Ok(cards)
}

/// The first `limit` people whose name or “ask me about” has all words of `typed`, for pickers.
pub async fn search(db: &mut Connection, typed: &str, limit: i64) -> Result<Vec<Card>> {
    let held = directory::found(db, typed, limit).await?;
    of_rows(db, held).await
}

/// The first people of a school, by name.
pub async fn at_school(db: &mut Connection, school: SchoolId, limit: i64) -> Result<Vec<Card>> {
    let held = directory::at_school(db, school, limit).await?;
    of_rows(db, held).await
}

/// Where a page of the directory begins: behind a person, or behind a number of the index in which it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Of everyone.
    Person(PersonId),
    /// Of those that a search finds.
    Number(i64),
}

impl std::str::FromStr for After {
    type Err = ();
    fn from_str(text: &str) -> std::result::Result<Self, ()> {
        let number = || text.parse().map(After::Number).map_err(|_| ());
        text.parse().map(After::Person).or_else(|_| number())
    }
}

/// Which page of the directory.
#[derive(Debug, Clone, Copy)]
pub struct Leaf {
    /// Behind this place; from the first when `None`.
    pub after: Option<After>,
    /// How many people it has.
    pub most: usize,
    /// How far all that are found are counted; 0 where nobody wants to know.
    pub counted: i64,
}

/// A page of the directory.
#[derive(Debug, Default)]
pub struct Found {
    /// The people, by name.
    pub cards: Vec<Card>,
    /// Where the next page begins; empty on the last.
    pub next: String,
    /// How many there are in all, counted no further than was asked for.
    pub number: i64,
}

/// People found by a search, by name: a page of them. Everyone is read along the index of names, a
/// search with words or filters in the index of marks, which holds what colleagues may see, and what the members of a
/// network may, for whom alone it asks.
pub async fn found(db: &mut Connection, asker: PersonId, search: &Search, leaf: Leaf) -> Result<Found> {
    let Leaf { after, most: limit, counted } = leaf;
    if search.is_empty() {
        let number = if counted > 0 { directory::count(db, counted).await? } else { 0 };
        let most = i64::try_from(limit).unwrap_or(i64::MAX - 1) + 1;
        let place = match after {
            Some(After::Person(person)) => directory::place(db, person).await?,
            _ => None,
        };
        let held = directory::page(db, &place.unwrap_or_else(directory::Place::first), most).await?;
        let mut cards = of_rows(db, held).await?;
        let more = cards.len() > limit;
        cards.truncate(limit);
        let last = cards.last().filter(|_| more);
        return Ok(Found { next: last.map(|card| card.id.to_string()).unwrap_or_default(), cards, number });
    }
    let after = match after {
        Some(After::Number(number)) => Some(number),
        _ => None,
    };
    let networks = networks(db, asker, search).await?;
    let picked = index::pick(db, &search.pick(&networks), after, limit, counted).await?;
    let next = picked.next.map(|number| number.to_string()).unwrap_or_default();
    let ids: Vec<PersonId> = picked.ids.into_iter().map(PersonId).collect();
    Ok(Found { cards: cards_of(db, &ids).await?, next, number: picked.number })
}

/// The networks whose members see what is looked for: those the asker is in now.
async fn networks(db: &mut Connection, asker: PersonId, search: &Search) -> Result<Vec<NetworkId>> {
    if search.says_something() { profile::networks(db, asker).await } else { Ok(Vec::new()) }
}

/// Cards of rows that name a person once for every role.
async fn of_rows(db: &mut Connection, rows: Vec<Held>) -> Result<Vec<Card>> {
    let schools: HashMap<SchoolId, schools::Name> = if rows.iter().any(|row| row.school_id.is_some()) {
        let ids: BTreeSet<SchoolId> = rows.iter().filter_map(|row| row.school_id).collect();
        let names = schools::names_of(db, &ids.into_iter().collect::<Vec<_>>()).await?;
        names.into_iter().map(|school| (school.id, school)).collect()
    } else {
        HashMap::new()
    };
    let mut cards: Vec<Card> = Vec::new();
    for row in rows {
        match cards.last_mut() {
            Some(card) if card.id == row.id => card.roles.extend(row.role),
            _ => cards.push(Card {
                id: row.id,
                name: row.name,
                email: row.email,
                school: row.school_id.and_then(|id| schools.get(&id).cloned()),
                ask_me_about: row.ask_me_about,
                roles: row.role.into_iter().collect(),
            }),
        }
    }
    for card in &mut cards {
        card.roles.sort_unstable();
    }
    Ok(cards)
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(initials("Mira Rowan"), "MR");
        assert_eq!(initials("élodie de la Rivière"), "ÉR");
        assert_eq!(initials("“Ash”"), "A");
        assert_eq!(initials(""), "");
    }
}
