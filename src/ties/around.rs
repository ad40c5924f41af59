//! The people around somebody: a handful of queries, whatever their number.

use std::collections::BTreeMap;

use super::store;
use super::sums::{self, Sum};
use super::tie::school_year;
use super::{interests, tie};
use crate::database::Connection;
use crate::ids::PersonId;
use crate::people::{self, Card};
use crate::topics;
use crate::web::{Failure, Visit};

/// How many of each are told.
const MOST: usize = 8;
/// Of how many who are two steps away it is asked what they care about.
const LOOKED_AT: usize = 60;

/// Somebody one has met.
#[derive(Debug, Clone)]
pub struct Known {
    /// Who.
    pub card: Card,
    /// How often and when.
    pub sum: Sum,
}

/// Somebody who would be good to meet, and why.
#[derive(Debug, Clone)]
pub struct Meet {
    /// Who.
    pub card: Card,
    /// What both care about.
    pub tags: Vec<String>,
    /// The names of those both know who are shown.
    pub through: Vec<String>,
    /// How many more both know.
    pub others: usize,
}

/// The people around somebody.
#[derive(Debug)]
pub struct Around {
    /// Whether they are shown with their name.
    pub shown: bool,
    /// How many they have met.
    pub met: usize,
    /// Those they keep meeting.
    pub often: Vec<Known>,
    /// Those they have not seen for a while.
    pub long: Vec<Known>,
    /// Those who would be good to meet.
    pub meet: Vec<Meet>,
}

/// The people around the visitor.
pub async fn around(db: &mut Connection, visit: &Visit) -> Result<Around, Failure> {
    let me = visit.me()?.id;
    let sums = sums::sums(&store::of_person(db, me).await?, me);
    let often = sums::often(&sums, visit.now, MOST);
    let long = sums::long(&sums, visit.now, MOST);
    let mut suggested = suggested(db, visit, me).await?;
    // Ties are looked at since last school year; whom one met before that one has met.
    suggested.retain(|one| sums.iter().all(|sum| sum.person != one.person));
    let mut ids: Vec<PersonId> = often.iter().chain(&long).map(|sum| sum.person).collect();
    ids.extend(suggested.iter().flat_map(|one| one.through.iter().chain([&one.person])));
    ids.sort_unstable();
    ids.dedup();
    // People who left are no longer around; who was erased left.
    let there: BTreeMap<PersonId, ()> =
        people::some(db, &ids).await?.into_iter().map(|person| (person.id, ())).collect();
    let cards: BTreeMap<PersonId, Card> = people::cards_of(db, &ids)
        .await?
        .into_iter()
        .filter(|card| there.contains_key(&card.id))
        .map(|card| (card.id, card))
        .collect();
    let known = |sums: Vec<Sum>| -> Vec<Known> {
        sums.into_iter().filter_map(|sum| Some(Known { card: cards.get(&sum.person)?.clone(), sum })).collect()
    };
    let name = |id: &PersonId| cards.get(id).map(|card| card.name.clone());
    let meet = suggested.iter().filter_map(|one| {
        let card = cards.get(&one.person)?.clone();
        let through: Vec<String> = one.through.iter().filter_map(name).take(3).collect();
        Some(Meet { card, tags: one.tags.clone(), others: one.many.saturating_sub(through.len()), through })
    });
    let meet = meet.take(MOST).collect();
    Ok(Around { shown: store::is_shown(db, me).await?, met: sums.len(), often: known(often), long: known(long), meet })
}

/// Somebody suggested: who, what both care about, through whom that may be named, and through how many in all.
struct Suggested {
    person: PersonId,
    tags: Vec<String>,
    through: Vec<PersonId>,
    many: usize,
}

/// People two steps away who are shown. Those in between are named only if they are shown, too.
async fn suggested(db: &mut Connection, visit: &Visit, me: PersonId) -> Result<Vec<Suggested>, Failure> {
    let pairs = store::two_steps(db, me, school_year(visit.today) - 1).await?;
    let mut everyone: Vec<PersonId> = pairs.iter().flat_map(|(near, far)| [*near, *far]).chain([me]).collect();
    everyone.sort_unstable();
    everyone.dedup();
    let number = |id: PersonId| everyone.binary_search(&id).ok().and_then(|place| u32::try_from(place).ok());
    let Some(who) = number(me) else { return Ok(Vec::new()) };
    let numbered = pairs.iter().filter_map(|(near, far)| Some((number(*near)?, number(*far)?, tie::strength(1, 0))));
    let graph = ties::Graph::new(u32::try_from(everyone.len()).unwrap_or(u32::MAX), numbered);
    let person = |number: u32| everyone.get(number as usize).copied();
    let near: Vec<PersonId> =
        ties::suggest(&graph, who, &[], LOOKED_AT).iter().filter_map(|one| person(one.person)).collect();
    let mine = topics::tags_cared(db, me).await?;
    let told = topics::tags_told(db, &near).await?;
    let mut shared: Vec<Vec<u32>> = vec![Vec::new(); everyone.len()];
    if let Some(all) = shared.get_mut(who as usize) {
        all.extend((0..).zip(&mine).map(|(place, _)| place));
    }
    let cards = people::cards_of(db, &near).await?;
    for card in &cards {
        let theirs: Vec<String> = told.iter().filter(|(id, _)| *id == card.id).map(|(_, tag)| tag.clone()).collect();
        if let Some(place) = number(card.id).and_then(|place| shared.get_mut(place as usize)) {
            *place = interests::shared(&mine, &theirs, &card.ask_me_about);
        }
    }
    let mut found = ties::suggest(&graph, who, &shared, usize::MAX);
    found.retain(|one| person(one.person).is_some_and(|id| near.contains(&id)));
    found.truncate(MOST * 2);
    let between: Vec<PersonId> =
        found.iter().flat_map(|one| &one.through).filter_map(|number| person(*number)).collect();
    let named = store::shown_of(db, &between).await?;
    let suggested = found.into_iter().filter_map(|one| {
        Some(Suggested {
            person: person(one.person)?,
            tags: one.interests.iter().filter_map(|place| mine.get(*place as usize).cloned()).collect(),
            many: one.through.len(),
            through: one.through.iter().filter_map(|number| person(*number)).filter(|id| named.contains(id)).collect(),
        })
    });
    Ok(suggested.collect())
}
