//! Whom somebody might like to meet: people two steps away.

use crate::Graph;

/// Somebody two steps away, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Who.
    pub person: u32,
    /// Those tied with both, the best bridge first.
    pub through: Vec<u32>,
    /// What both care about, by number.
    pub interests: Vec<u32>,
}

/// The people two steps away from `who`: those who share the most interests first, then those best connected
/// through people in between, then by number; at most `most`.
///
/// How well somebody is connected through people in between is the sum over these of 1 / ln(degree) (Adamic &
/// Adar 2003): a common acquaintance of few says more than one who knows everybody. `interests` has those of
/// each person, in ascending order. Nobody is suggested to somebody they are tied with.
pub fn suggest(graph: &Graph, who: u32, interests: &[Vec<u32>], most: usize) -> Vec<Suggestion> {
    let mut bridges: Vec<(u32, u32)> = Vec::new();
    for &between in graph.tied_to(who) {
        let far = graph.tied_to(between).iter().filter(|far| **far != who && graph.strength(who, **far).is_none());
        bridges.extend(far.map(|far| (*far, between)));
    }
    bridges.sort_unstable();
    let of = |person: u32| interests.get(person as usize).map_or(&[] as &[u32], Vec::as_slice);
    // A bridge has two ties at least, so its logarithm is above nought.
    let worth = |between: u32| 1.0 / f64::from(graph.degree(between).max(2)).ln();
    let mut found: Vec<(f64, Suggestion)> = bridges
        .chunk_by(|one, other| one.0 == other.0)
        .filter_map(|chunk| {
            let person = chunk.first()?.0;
            let mut through: Vec<u32> = chunk.iter().map(|(_, between)| *between).collect();
            through.sort_by(|one, other| worth(*other).total_cmp(&worth(*one)).then(one.cmp(other)));
            let worth = through.iter().map(|between| worth(*between)).sum();
            let shared = of(who).iter().filter(|mine| of(person).binary_search(mine).is_ok()).copied().collect();
            Some((worth, Suggestion { person, through, interests: shared }))
        })
        .collect();
    found.sort_by(|(one_worth, one), (other_worth, other)| {
        (other.interests.len().cmp(&one.interests.len()))
            .then(other_worth.total_cmp(one_worth))
            .then(one.person.cmp(&other.person))
    });
    found.into_iter().map(|(_, suggestion)| suggestion).take(most).collect()
}
