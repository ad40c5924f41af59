//! Choosing two.

use std::collections::BTreeSet;

use crate::answers::Answers;
use crate::circle::Circle;
use crate::reason::Lack;
use crate::weigh::{Suggestion, weigh};

/// How many circles are suggested at most.
pub const MOST: usize = 2;

/// What a newcomer is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The circles that suit, at most [`MOST`], the best first.
    pub circles: Vec<Suggestion>,
    /// Where nothing suits, what stood in the way; else empty.
    pub lacks: Vec<Lack>,
}

/// Suggests two circles. The second is of another kind than the first where one such suits, else of another
/// host; for two that are alike are one suggestion.
pub fn suggest(answers: &Answers, circles: &[Circle]) -> Advice {
    let mut suited: Vec<(&Circle, Suggestion)> = Vec::new();
    let mut lacks = BTreeSet::new();
    for circle in circles {
        match weigh(answers, circle) {
            Ok(suggestion) => suited.push((circle, suggestion)),
            Err(lack) => {
                lacks.insert(lack);
            }
        }
    }
    suited.sort_by(|(circle, one), (other_circle, other)| {
        let date = |suggestion: &Suggestion| suggestion.next.as_ref().map(|meeting| meeting.date);
        other
            .points
            .cmp(&one.points)
            // A date before none: `None` is the least of options.
            .then_with(|| date(one).is_none().cmp(&date(other).is_none()))
            .then_with(|| date(one).cmp(&date(other)))
            .then_with(|| roster::fold(&circle.title).cmp(&roster::fold(&other_circle.title)))
            .then_with(|| circle.key.cmp(&other_circle.key))
    });
    let mut suited = suited.into_iter().map(|(_, suggestion)| suggestion);
    let Some(first) = suited.next() else { return Advice { circles: Vec::new(), lacks: told(lacks) } };
    let others: Vec<Suggestion> = suited.collect();
    let second = others
        .iter()
        .find(|other| other.kind != first.kind)
        .or_else(|| others.iter().find(|other| other.host != first.host))
        .or_else(|| others.first())
        .cloned();
    Advice { circles: std::iter::once(first).chain(second).collect(), lacks: Vec::new() }
}

/// What stood in the way, without what goes without saying: that a series is over says nothing where others are
/// not.
fn told(mut lacks: BTreeSet<Lack>) -> Vec<Lack> {
    if lacks.len() > 1 {
        lacks.remove(&Lack::NoCircles);
    }
    if lacks.is_empty() {
        lacks.insert(Lack::NoCircles);
    }
    lacks.into_iter().collect()
}
