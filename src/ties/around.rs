//! The people around somebody: a handful of queries, whatever their number.

use std::collections::{BTreeMap, BTreeSet};

use super::invite::Coming;
use super::store;
use super::sums::{self, Sum};
use super::tie::school_year;
use super::{between, interests, tie};
use crate::database::Connection;
use crate::gatherings::Gathering;
use crate::ids::PersonId;
use crate::people::{self, Card};
use crate::web::{Failure, Visit};
use crate::{teams, topics};

/// How many of each are told.
const MOST: usize = 8;
/// How many of those in between are named.
const NAMED: usize = 3;
/// Of how many who are two steps away it is asked what they care about.
const LOOKED_AT: usize = 60;

/// Somebody one has met.
#[derive(Debug, Clone)]
pub struct Known {
    /// Who.
    pub card: Card,
    /// How often and when.
    pub sum: Sum,
    /// The teams both are in this year: of which school, in which network.
    pub teams: Vec<(String, String)>,
    /// Where to meet next.
    pub next: Next,
}

/// Where two could meet next.
#[derive(Debug, Clone, Default)]
pub struct Next {
    /// A coming gathering of the visitor's to which they could invite the other.
    pub invite: Option<Gathering>,
    /// Else one to which both could come.
    pub both: Option<Gathering>,
}

impl Next {
    fn of(coming: &Coming, person: PersonId) -> Next {
        let invite = coming.invite(person).cloned();
        let both = if invite.is_none() { coming.both(person).cloned() } else { None };
        Next { invite, both }
    }
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
    /// Where to meet next.
    pub next: Next,
}

/// The people around somebody.
#[derive(Debug)]
pub struct Around {
    /// Whether they are shown with their name.
    pub shown: bool,
    /// How many they have met.
    pub met: usize,
    /// Those in a school team with them this year.
    pub mates: Vec<Known>,
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
    let met = sums.iter().filter(|sum| sum.have_met()).count();
    // The teams as they stand, so that who just sat down is there already.
    let mut teams: BTreeMap<PersonId, Vec<(String, String)>> = BTreeMap::new();
    for mate in teams::mates(db, me).await? {
        teams.entry(mate.person).or_default().push((mate.school, mate.network));
    }
    let of_team = |person: &PersonId| {
        let known = sums.iter().find(|sum| sum.person == *person).copied();
        known.unwrap_or(Sum { person: *person, met: 0, shared: 0, teams: 1, first: visit.now, last: visit.now })
    };
    let mates: Vec<Sum> = teams.keys().map(of_team).collect();
    let coming = Coming::of(db, visit).await?;
    let mut suggested = suggested(db, visit, me).await?;
    // Ties are looked at since last school year; whom one met before that one has met.
    suggested.retain(|one| !teams.contains_key(&one.person) && sums.iter().all(|sum| sum.person != one.person));
    let mut ids: Vec<PersonId> = often.iter().chain(&long).chain(&mates).map(|sum| sum.person).collect();
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
        let known = |sum: Sum| {
            let card = cards.get(&sum.person)?.clone();
            let teams = teams.get(&sum.person).cloned().unwrap_or_default();
            Some(Known { card, sum, teams, next: Next::of(&coming, sum.person) })
        };
        sums.into_iter().filter_map(known).collect()
    };
    let name = |id: &PersonId| cards.get(id).map(|card| card.name.clone());
    let meet = suggested.iter().filter_map(|one| {
        let card = cards.get(&one.person)?.clone();
        let mut through: Vec<String> = one.through.iter().filter_map(name).collect();
        let others = one.nameless + through.len().saturating_sub(NAMED);
        through.truncate(NAMED);
        // Who stood between may have left.
        let next = Next::of(&coming, one.person);
        (others > 0 || !through.is_empty()).then(|| Meet { card, tags: one.tags.clone(), others, through, next })
    });
    let meet = meet.take(MOST).collect();
    let mut mates = known(mates);
    mates.sort_by_cached_key(|mate| roster::fold(&mate.card.name));
    Ok(Around { shown: store::is_shown(db, me).await?, met, mates, often: known(often), long: known(long), meet })
}

/// Somebody suggested: who, what both care about, through whom that may be named, and through how many others.
struct Suggested {
    person: PersonId,
    tags: Vec<String>,
    through: Vec<PersonId>,
    /// How many of those in between may not be named: none, or many.
    nameless: usize,
}

/// People two steps away who are shown. Those in between are named only if they are shown, too, and counted only
/// if they are many.
async fn suggested(db: &mut Connection, visit: &Visit, me: PersonId) -> Result<Vec<Suggested>, Failure> {
    let since = school_year(visit.today) - 1;
    let named: BTreeSet<PersonId> = store::shown_around(db, me, since).await?.into_iter().collect();
    let pairs = between::told(&store::two_steps(db, me, since).await?, me, &named);
    let mut everyone: Vec<PersonId> = pairs.iter().flat_map(|(near, far)| [*near, *far]).chain([me]).collect();
    everyone.sort_unstable();
    everyone.dedup();
    let number = |id: PersonId| everyone.binary_search(&id).ok().and_then(|place| u32::try_from(place).ok());
    let Some(who) = number(me) else { return Ok(Vec::new()) };
    let numbered = pairs.iter().filter_map(|(near, far)| Some((number(*near)?, number(*far)?, tie::strength(1, 0, 0))));
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
    let suggested = found.into_iter().filter_map(|one| {
        Some(Suggested {
            person: person(one.person)?,
            tags: one.interests.iter().filter_map(|place| mine.get(*place as usize).cloned()).collect(),
            nameless: one.through.iter().filter_map(|number| person(*number)).filter(|id| !named.contains(id)).count(),
            through: one.through.iter().filter_map(|number| person(*number)).filter(|id| named.contains(id)).collect(),
        })
    });
    Ok(suggested.collect())
}
