//! What became of ties between two times.

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
}

impl Change {
    /// The share of the pairs of then that are still tied; `None` when there were none.
    pub fn share_kept(&self) -> Option<f64> {
        let then = self.kept + self.gone;
        (then > 0).then(|| self.kept as f64 / then as f64)
    }
}

/// What became of ties between two graphs of the same people; who is in one only has no ties in the other.
pub fn change(then: &Graph, now: &Graph) -> Change {
    let kept = now.each_pair().filter(|(one, other, _)| then.strength(*one, *other).is_some()).count() as u64;
    Change { kept, new: now.pairs() - kept, gone: then.pairs() - kept }
}
