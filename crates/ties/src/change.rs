//! What became of ties between two times.

use std::collections::HashSet;

use crate::Graph;

/// How many pairs stayed, came and went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change {
    /// Tied then and now.
    pub kept: u64,
    /// Tied now, and not then.
    pub new: u64,
    /// Tied then, and not now.
    pub gone: u64,
    /// How many people are behind each of the three.
    pub behind: [u64; 3],
}

impl Change {
    /// Whether each of the three is of no pair, or of at least so many people.
    pub fn is_of(&self, fewest: u64) -> bool {
        self.behind.iter().all(|people| *people == 0 || *people >= fewest)
    }

    /// The share of the pairs of then that are still tied; `None` when there were none.
    pub fn share_kept(&self) -> Option<f64> {
        let then = self.kept + self.gone;
        (then > 0).then(|| self.kept as f64 / then as f64)
    }
}

/// What became of ties between two graphs of the same people; who is in one only has no ties in the other.
pub fn change(then: &Graph, now: &Graph) -> Change {
    let (kept, new): (Vec<_>, Vec<_>) =
        now.each_pair().partition(|(one, other, _)| then.strength(*one, *other).is_some());
    let gone: Vec<_> = then.each_pair().filter(|(one, other, _)| now.strength(*one, *other).is_none()).collect();
    let people = |pairs: &[(u32, u32, f64)]| {
        pairs.iter().flat_map(|(one, other, _)| [*one, *other]).collect::<HashSet<u32>>().len() as u64
    };
    Change {
        kept: kept.len() as u64,
        new: new.len() as u64,
        gone: gone.len() as u64,
        behind: [people(&kept), people(&new), people(&gone)],
    }
}
