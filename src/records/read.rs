//! Loading a record: a handful of queries, whatever its length.

use std::collections::{HashMap, HashSet};

use super::contest::Contest;
use super::line::Line;
use super::store;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId};
use crate::people::{self, Person};
use crate::web::{Failure, Visit};
use crate::{answers, attendance, gatherings};

/// A person's record as one visitor may see it.
#[derive(Debug)]
pub struct Record {
    /// Whose.
    pub person: Person,
    /// The latest first.
    pub lines: Vec<Line>,
    /// Whether it is the visitor's own.
    pub mine: bool,
    /// Names of those who noted or decided something.
    pub names: HashMap<PersonId, String>,
}

/// The record of a person: all of it for themselves; for a host only their own gatherings, and for hosts
/// and stewards nothing that has faded.
pub async fn record(db: &mut Connection, visit: &Visit, person: PersonId) -> Result<Record, Failure> {
    let me = visit.me()?;
    let mine = me.id == person;
    let person = people::person(db, person).await?.ok_or(Failure::NotFound)?;
    let mut marks: HashMap<GatheringId, _> =
        attendance::record_of(db, person.id).await?.into_iter().map(|mark| (mark.gathering_id, mark)).collect();
    let said = answers::mine_all(db, person.id).await?;
    let mut contests: HashMap<GatheringId, Vec<Contest>> = HashMap::new();
    for contest in store::of_person(db, person.id).await? {
        contests.entry(contest.gathering_id).or_default().push(contest);
    }
    let concerned: HashSet<GatheringId> = marks.keys().chain(said.keys()).copied().collect();
    let mut concerned: Vec<GatheringId> = concerned.into_iter().collect();
    concerned.sort_unstable();
    let mut held = gatherings::some(db, &concerned).await?;
    if !mine && !me.steward {
        let hosted = gatherings::hosted_by(db, me.id, Instant(i64::MIN), i64::MAX).await?;
        let hosted: HashSet<GatheringId> = hosted.iter().map(|gathering| gathering.id).collect();
        if hosted.is_empty() {
            return Err(Failure::refused("refused-record"));
        }
        held.retain(|gathering| hosted.contains(&gathering.id));
    }
    held.retain(|gathering| gathering.is_held(visit.now));
    held.sort_by_key(|gathering| std::cmp::Reverse((gathering.starts_at, gathering.id)));
    let lines: Vec<Line> = held
        .into_iter()
        .filter_map(|gathering| {
            let id = gathering.id;
            Line::new(
                gathering,
                said.get(&id),
                marks.remove(&id),
                contests.remove(&id).unwrap_or_default(),
                visit.today,
            )
        })
        .filter(|line| mine || !line.faded)
        .collect();
    let mut known: Vec<PersonId> = lines
        .iter()
        .flat_map(|line| {
            let noted = line.mark.as_ref().map(|mark| mark.recorded_by);
            noted.into_iter().chain(line.contests.iter().filter_map(|contest| contest.decided_by))
        })
        .collect();
    known.sort_unstable();
    known.dedup();
    let names = people::cards_of(db, &known).await?.into_iter().map(|card| (card.id, card.name)).collect();
    Ok(Record { person, lines, mine, names })
}

/// A contest that waits for a host: where it is decided, of whom and of which gathering.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The address of its page.
    pub href: String,
    /// The person's name.
    pub name: String,
    /// The gathering.
    pub gathering: Gathering,
}

/// The contests a host has to decide, the oldest first.
pub async fn waiting_for(db: &mut Connection, host: PersonId) -> Result<Vec<Waiting>, Failure> {
    let mut open = store::waiting(db).await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let hosted = gatherings::hosted_by(db, host, Instant(i64::MIN), i64::MAX).await?;
    let hosted: HashMap<GatheringId, Gathering> = hosted.into_iter().map(|one| (one.id, one)).collect();
    open.retain(|contest| hosted.contains_key(&contest.gathering_id));
    let people: Vec<PersonId> = open.iter().map(|contest| contest.person_id).collect();
    let names: HashMap<PersonId, String> =
        people::cards_of(db, &people).await?.into_iter().map(|card| (card.id, card.name)).collect();
    let waiting = open.into_iter().filter(|contest| contest.person_id != host).filter_map(|contest| {
        Some(Waiting {
            href: format!("/contests/{}", contest.id),
            name: names.get(&contest.person_id)?.clone(),
            gathering: hosted.get(&contest.gathering_id)?.clone(),
        })
    });
    Ok(waiting.collect())
}
