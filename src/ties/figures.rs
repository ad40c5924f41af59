//! Values: what may be told of a district's ties to those who lead in it.
//!
//! Nothing is told of fewer than five people ([`ledger::FEWEST`]): with fewer in all nothing at all; a share
//! only if at least five are in it and at least five are not; the ties between two groups only if both groups
//! have at least five people and, where there are ties, at least five people have them. If one number of a kind
//! (ties within groups, ties between groups) is hidden, so is a second, so that what is left of their sum says
//! nothing; if there is no second, the sum is not told. Nothing is told of one person, and nothing ranks.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ties::Graph;
use utoipa::ToSchema;

const FEWEST: u32 = ledger::FEWEST;

/// A district's people of a year, numbered, and their ties.
#[derive(Debug, Clone)]
pub struct Net {
    /// The ties.
    pub graph: Graph,
    /// The level of each one's school: 0 to 3 as in [`crate::schools::Level::ALL`].
    pub levels: Vec<Option<u32>>,
    /// The school of each, numbered.
    pub schools: Vec<Option<u32>>,
    /// How many schools there are.
    pub many_schools: u32,
    /// The first role of each, as in [`crate::people::Role::ALL`].
    pub roles: Vec<Option<u32>>,
}

/// A part of a whole; hidden when it or what it leaves is a small group.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TieShare)]
pub struct Share {
    /// How many; null when hidden.
    pub value: Option<u32>,
    /// Of how many.
    pub of: u32,
    /// Whether it is hidden.
    pub hidden: bool,
}

impl Share {
    fn of(value: u32, of: u32) -> Share {
        let hidden = value < FEWEST || of.saturating_sub(value) < FEWEST;
        Share { value: (!hidden).then_some(value), of, hidden }
    }
}

/// Ties between two groups, or within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Between {
    /// One group.
    pub one: u32,
    /// The other, or the same.
    pub other: u32,
    /// How many pairs; null when hidden.
    pub pairs: Option<u64>,
}

/// Ties by group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Grouped {
    /// The E-I index; null when there is none or it is hidden.
    pub ei: Option<f64>,
    /// The ties of groups that have people.
    pub between: Vec<Between>,
}

/// What may be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = TieMeasures)]
pub struct Measures {
    /// People who came to at least one gathering of the year.
    pub people: u32,
    /// Pairs who are tied.
    pub pairs: u64,
    /// Of all possible pairs, the share that is tied.
    pub density: Option<f64>,
    /// The share of the others within two steps, as a mean over people.
    pub reach: Option<f64>,
    /// Parts in which everybody can be reached from everybody; null when hidden: where one to four people stand
    /// apart from the largest, the number of parts would tell it.
    pub components: Option<u32>,
    /// How many are in the largest of them.
    pub largest: Share,
    /// How many are tied with one other or with nobody.
    pub edge: Share,
}

/// What became of the ties of the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TieChange)]
pub struct Changed {
    /// Pairs tied in both years.
    pub kept: u64,
    /// Pairs tied in this year only.
    pub new: u64,
    /// Pairs tied in the year before only.
    pub gone: u64,
}

/// What may be told of a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Figures {
    /// The year; none when too few came to tell.
    pub now: Option<Measures>,
    /// The year before; none when too few came to tell.
    pub before: Option<Measures>,
    /// What became of ties; none when too few came in either year.
    pub change: Option<Changed>,
    /// By level.
    pub levels: Grouped,
    /// By role.
    pub roles: Grouped,
    /// The E-I index over schools.
    pub ei_schools: Option<f64>,
    /// Ties between schools with at least five people behind them: `(one, other, pairs)`, schools as numbered.
    pub schools: Vec<(u32, u32, u64)>,
}

/// What may be told of a year and the year before.
pub fn figures(now: &Net, before: &Net, change: ties::Change) -> Figures {
    let told = measures(&now.graph);
    if told.is_none() {
        return Figures { before: measures(&before.graph), ..Figures::default() };
    }
    let earlier = measures(&before.graph);
    let schools = cells(&now.graph, &now.schools);
    let line =
        |cell: &Cell| (cell.one != cell.other && cell.behind >= FEWEST).then_some((cell.one, cell.other, cell.pairs));
    let both = |cells: &[Cell], within: bool| {
        let people: BTreeSet<u32> = cells
            .iter()
            .filter(|cell| (cell.one == cell.other) == within)
            .flat_map(|cell| cell.people.iter().copied())
            .collect();
        people.is_empty() || people.len() >= FEWEST as usize
    };
    let ei_schools = ties::mixing(&now.graph, &now.schools, now.many_schools).ei();
    Figures {
        // All or none: with the pairs of both years, two of the three tell the third.
        change: earlier.as_ref().filter(|_| change.is_of(u64::from(FEWEST))).map(|_| Changed {
            kept: change.kept,
            new: change.new,
            gone: change.gone,
        }),
        now: told,
        before: earlier,
        levels: grouped(&now.graph, &now.levels, 4),
        roles: grouped(&now.graph, &now.roles, 8),
        ei_schools: ei_schools.filter(|_| both(&schools, true) && both(&schools, false)),
        schools: schools.iter().filter_map(line).collect(),
    }
}

/// The measures of a graph, unless it is a small group.
fn measures(graph: &Graph) -> Option<Measures> {
    let people = graph.people();
    if people < FEWEST {
        return None;
    }
    let parts = ties::components(graph);
    let largest = if parts.largest() == people {
        Share { value: Some(people), of: people, hidden: false }
    } else {
        Share::of(parts.largest(), people)
    };
    Some(Measures {
        people,
        pairs: graph.pairs(),
        density: ties::density(graph),
        reach: ties::reach(graph),
        components: (!largest.hidden).then_some(u32::try_from(parts.sizes.len()).unwrap_or(u32::MAX)),
        largest,
        edge: Share::of(ties::on_the_edge(graph), people),
    })
}

/// The ties of two groups and who has them.
struct Cell {
    one: u32,
    other: u32,
    pairs: u64,
    behind: u32,
    people: BTreeSet<u32>,
}

/// Where there are ties, by groups.
fn cells(graph: &Graph, group_of: &[Option<u32>]) -> Vec<Cell> {
    let group = |person: u32| group_of.get(person as usize).copied().flatten();
    let mut cells: BTreeMap<(u32, u32), (u64, BTreeSet<u32>)> = BTreeMap::new();
    for (one, other, _) in graph.each_pair() {
        if let (Some(a), Some(b)) = (group(one), group(other)) {
            let cell = cells.entry((a.min(b), a.max(b))).or_default();
            cell.0 += 1;
            cell.1.extend([one, other]);
        }
    }
    let cell = |((one, other), (pairs, people)): ((u32, u32), (u64, BTreeSet<u32>))| Cell {
        one,
        other,
        pairs,
        behind: u32::try_from(people.len()).unwrap_or(u32::MAX),
        people,
    };
    cells.into_iter().map(cell).collect()
}

/// Ties by group, with what must be hidden.
fn grouped(graph: &Graph, group_of: &[Option<u32>], groups: u32) -> Grouped {
    let mixed = ties::mixing(graph, group_of, groups);
    let size = |group: u32| mixed.people.get(group as usize).copied().unwrap_or(0);
    let behind: BTreeMap<(u32, u32), u32> =
        cells(graph, group_of).iter().map(|cell| ((cell.one, cell.other), cell.behind)).collect();
    let mut between: Vec<Between> = mixed
        .pairs
        .iter()
        .filter(|(one, other, _)| size(*one) > 0 && size(*other) > 0)
        .map(|&(one, other, pairs)| {
            let known = behind.get(&(one, other)).copied().unwrap_or(0);
            let told = size(one) >= FEWEST && size(other) >= FEWEST && (pairs == 0 || known >= FEWEST);
            Between { one, other, pairs: told.then_some(pairs) }
        })
        .collect();
    let mut sums_told = true;
    for within in [true, false] {
        let of_kind = |cell: &Between| (cell.one == cell.other) == within;
        let hidden = between.iter().filter(|cell| of_kind(cell) && cell.pairs.is_none()).count();
        if hidden == 1 {
            // By its place, never by its size.
            match between.iter_mut().find(|cell| (cell.one == cell.other) == within && cell.pairs.is_some()) {
                Some(second) => second.pairs = None,
                None => sums_told = false,
            }
        }
    }
    Grouped { ei: mixed.ei().filter(|_| sums_told), between }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    /// Groups of so many people in which everybody is tied with everybody, and ties between first ones.
    fn net(sizes: &[u32], bridges: &[(u32, u32)]) -> Net {
        let mut pairs = Vec::new();
        let mut levels = Vec::new();
        for (level, size) in (0..).zip(sizes) {
            let from = u32::try_from(levels.len()).unwrap();
            for one in from..from + size {
                levels.push(Some(level));
                pairs.extend((one + 1..from + size).map(|other| (one, other, 1.0)));
            }
        }
        pairs.extend(bridges.iter().map(|(one, other)| (*one, *other, 1.0)));
        let people = u32::try_from(levels.len()).unwrap();
        let roles = vec![Some(0); levels.len()];
        Net { graph: Graph::new(people, pairs), schools: levels.clone(), many_schools: 4, levels, roles }
    }

    fn told(net: &Net) -> Figures {
        figures(net, &super::tests::net(&[], &[]), ties::Change::default())
    }

    #[test]
    fn of_fewer_than_five_nothing_is_told() {
        assert_eq!(told(&net(&[4], &[])).now, None);
        let five = told(&net(&[5], &[])).now.unwrap();
        assert_eq!((five.people, five.pairs, five.density, five.components), (5, 10, Some(1.0), Some(1)));
        assert_eq!(
            five.edge,
            Share { value: None, of: 5, hidden: true },
            "that nobody is would be told of each of them"
        );
        assert_eq!(five.largest.value, Some(5));
    }

    #[test]
    fn the_edge_is_told_when_five_are_on_it_and_five_are_not() {
        let alone = |many: u32| {
            let mut net = net(&[6], &[]);
            let pairs: Vec<_> = net.graph.each_pair().collect();
            net.graph = Graph::new(6 + many, pairs);
            net.levels.extend((0..many).map(|_| None));
            told(&net).now.unwrap()
        };
        assert_eq!(alone(4).edge.value, None);
        // “Two parts”, with the largest hidden, would still say that somebody stands apart.
        assert_eq!((alone(1).largest.value, alone(1).components), (None, None));
        assert_eq!((alone(4).largest.value, alone(4).components), (None, None));
        assert_eq!((alone(5).edge.value, alone(5).components), (Some(5), Some(6)));
    }

    #[test]
    fn a_small_group_is_hidden_and_cannot_be_subtracted() {
        // Three levels, of which the third has three people.
        let figures = told(&net(&[6, 6, 3], &[(0, 6), (1, 7), (2, 8), (0, 12)]));
        let cell = |one, other| {
            figures.levels.between.iter().find(|cell| (cell.one, cell.other) == (one, other)).unwrap().pairs
        };
        assert_eq!(cell(2, 2), None, "three people");
        assert_eq!(cell(0, 0), None, "the second of its kind, so that the sum within says nothing");
        assert_eq!(cell(1, 1), Some(15));
        assert_eq!((cell(0, 2), cell(1, 2)), (None, None));
        assert_eq!(cell(0, 1), Some(3), "six people have them");
        assert!(figures.levels.ei.is_some());
        // Two people have the one tie between two large groups.
        let few = told(&net(&[6, 6], &[(0, 6)]));
        assert_eq!(few.levels.between[1].pairs, None);
        assert_eq!(few.levels.ei, None, "its sum would be the hidden number");
        assert_eq!(few.schools, []);
        assert_eq!(told(&net(&[6, 6], &[(0, 6), (1, 7), (2, 8)])).schools, [(0, 1, 3)]);
    }
}
