//! What is said of a graph as a whole. Nothing here is said of one person, and nothing ranks.

use crate::Graph;

/// The share of all possible pairs that are tied; `None` with fewer than two people.
pub fn density(graph: &Graph) -> Option<f64> {
    let people = u64::from(graph.people());
    (people > 1).then(|| graph.pairs() as f64 / (people * (people - 1) / 2) as f64)
}

/// The parts of a graph in which everybody can be reached from everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Components {
    /// The number of the part each person is in; parts are numbered by their lowest person.
    pub of: Vec<u32>,
    /// How many are in each part.
    pub sizes: Vec<u32>,
}

impl Components {
    /// How many are in the largest part; 0 without people.
    pub fn largest(&self) -> u32 {
        self.sizes.iter().copied().max().unwrap_or(0)
    }
}

/// The parts of a graph. Somebody without ties is a part of their own.
pub fn components(graph: &Graph) -> Components {
    const NONE: u32 = u32::MAX;
    let mut of = vec![NONE; graph.people() as usize];
    let mut sizes = Vec::new();
    let mut waiting = Vec::new();
    for first in 0..graph.people() {
        if of.get(first as usize) != Some(&NONE) {
            continue;
        }
        let part = u32::try_from(sizes.len()).unwrap_or(NONE);
        let mut size = 0;
        waiting.push(first);
        while let Some(person) = waiting.pop() {
            match of.get_mut(person as usize) {
                Some(place) if *place == NONE => *place = part,
                _ => continue,
            }
            size += 1;
            waiting.extend(graph.tied_to(person).iter().filter(|other| of.get(**other as usize) == Some(&NONE)));
        }
        sizes.push(size);
    }
    Components { of, sizes }
}

/// How many are on the edge: tied with one other or none.
pub fn on_the_edge(graph: &Graph) -> u32 {
    let edge = (0..graph.people()).filter(|person| graph.degree(*person) <= 1).count();
    u32::try_from(edge).unwrap_or(u32::MAX)
}

/// The share of the others who are within two steps, as a mean over people; `None` with fewer than two.
pub fn reach(graph: &Graph) -> Option<f64> {
    let people = graph.people();
    if people < 2 {
        return None;
    }
    let mut seen_by = vec![u32::MAX; people as usize];
    let mut reached: u64 = 0;
    for person in 0..people {
        let mut see = |other: u32| {
            if let Some(seen) = seen_by.get_mut(other as usize)
                && *seen != person
            {
                *seen = person;
                reached += 1;
            }
        };
        see(person);
        for &friend in graph.tied_to(person) {
            see(friend);
            graph.tied_to(friend).iter().copied().for_each(&mut see);
        }
    }
    // Everybody saw themselves.
    let others = u64::from(people) * u64::from(people - 1);
    Some((reached - u64::from(people)) as f64 / others as f64)
}

/// Ties within and between groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mixing {
    /// How many people are in each group.
    pub people: Vec<u32>,
    /// The pairs between two groups: `(lower group, higher group, pairs)`, in order, also those with 0. A group
    /// with itself is the pairs within it.
    pub pairs: Vec<(u32, u32, u64)>,
    /// The people who have no group.
    pub without: u32,
}

impl Mixing {
    /// Pairs within groups.
    pub fn within(&self) -> u64 {
        self.pairs.iter().filter(|(one, other, _)| one == other).map(|(_, _, pairs)| pairs).sum()
    }

    /// Pairs between groups.
    pub fn between(&self) -> u64 {
        self.pairs.iter().filter(|(one, other, _)| one != other).map(|(_, _, pairs)| pairs).sum()
    }

    /// The E-I index: −1 when all ties are within groups, +1 when all are between; `None` without ties.
    pub fn ei(&self) -> Option<f64> {
        let (within, between) = (self.within() as f64, self.between() as f64);
        (within + between > 0.0).then(|| (between - within) / (between + within))
    }
}

/// Ties by group. `group_of` has the group of each person, `None` for who has none; their ties count nowhere.
/// Groups are numbered from 0 to below `groups`; a group out of range is none.
pub fn mixing(graph: &Graph, group_of: &[Option<u32>], groups: u32) -> Mixing {
    let group = |person: u32| group_of.get(person as usize).copied().flatten().filter(|group| *group < groups);
    let mut people = vec![0; groups as usize];
    let mut without = 0;
    let size = groups as usize;
    let mut table = vec![0u64; size * size];
    for person in 0..graph.people() {
        match group(person).and_then(|group| people.get_mut(group as usize)) {
            Some(count) => *count += 1,
            None => without += 1,
        }
    }
    for (one, other, _) in graph.each_pair() {
        if let (Some(one), Some(other)) = (group(one), group(other)) {
            let (low, high) = (one.min(other) as usize, one.max(other) as usize);
            if let Some(count) = table.get_mut(low * size + high) {
                *count += 1;
            }
        }
    }
    let pairs = (0..groups).flat_map(|low| (low..groups).map(move |high| (low, high)));
    let count = |low: u32, high: u32| table.get(low as usize * size + high as usize).copied().unwrap_or(0);
    Mixing { people, pairs: pairs.map(|(low, high)| (low, high, count(low, high))).collect(), without }
}
