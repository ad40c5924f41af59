//! Values: what a person's ties add up to.

use std::collections::BTreeMap;

use super::tie::{Kind, Tie};
use crate::clock::Instant;
use crate::ids::PersonId;

/// From how many gatherings on two people keep meeting.
const OFTEN: i64 = 3;
/// Within how many days of today.
const LATELY: i64 = 182;
/// After how many days two who met more than once have not seen each other for a while.
const LONG: i64 = 56;

/// One person and another, over all years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The other.
    pub person: PersonId,
    /// At how many gatherings both were.
    pub met: i64,
    /// At how many one of them hosted or shared.
    pub shared: i64,
    /// In how many school teams both were, a team of each year being another.
    pub teams: i64,
    /// When they first came to the same gathering; where they never did, when their team began.
    pub first: Instant,
    /// When last.
    pub last: Instant,
}

impl Sum {
    /// Whether both were at a gathering.
    pub fn have_met(&self) -> bool {
        self.met + self.shared > 0
    }
}

/// Adds up a person's ties, by the other's identifier.
pub fn sums(ties: &[Tie], me: PersonId) -> Vec<Sum> {
    let mut sums: BTreeMap<PersonId, Sum> = BTreeMap::new();
    for tie in ties {
        let other = tie.beside(me);
        let sum = sums.entry(other).or_insert(Sum {
            person: other,
            met: 0,
            shared: 0,
            teams: 0,
            first: tie.first_at,
            last: tie.last_at,
        });
        if tie.kind == Kind::Team {
            // To be in a team is not to have seen each other.
            sum.teams += tie.times;
            continue;
        }
        let met = sum.have_met();
        match tie.kind {
            Kind::Shared => sum.shared += tie.times,
            _ => sum.met += tie.times,
        }
        sum.first = if met { sum.first.min(tie.first_at) } else { tie.first_at };
        sum.last = if met { sum.last.max(tie.last_at) } else { tie.last_at };
    }
    sums.into_values().collect()
}

/// Those one keeps meeting, the most often first.
pub fn often(sums: &[Sum], now: Instant, most: usize) -> Vec<Sum> {
    chosen(sums, most, |sum| sum.met >= OFTEN && sum.last >= now.plus_days(-LATELY))
}

/// Those one met more than once and has not seen for a while, the most often first.
pub fn long(sums: &[Sum], now: Instant, most: usize) -> Vec<Sum> {
    chosen(sums, most, |sum| sum.met >= 2 && sum.last < now.plus_days(-LONG))
}

fn chosen(sums: &[Sum], most: usize, wanted: impl Fn(&Sum) -> bool) -> Vec<Sum> {
    let mut chosen: Vec<Sum> = sums.iter().copied().filter(wanted).collect();
    chosen.sort_by_key(|sum| (std::cmp::Reverse((sum.met, sum.last)), sum.person));
    chosen.truncate(most);
    chosen
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn years_and_kinds_add_up_and_time_tells_them_apart() {
        let id = |number| PersonId(uuid::Uuid::from_u128(number));
        let tie = |one, other, year, kind, times, last: i64| Tie {
            one: id(one),
            other: id(other),
            year,
            kind,
            times,
            first_at: Instant(0),
            last_at: Instant(0).plus_days(last),
        };
        let ties = [
            tie(1, 2, 2024, Kind::Met, 2, 100),
            tie(1, 2, 2025, Kind::Met, 1, 390),
            tie(1, 2, 2025, Kind::Shared, 1, 390),
            tie(2, 3, 2025, Kind::Met, 2, 300),
            tie(2, 4, 2025, Kind::Shared, 9, 300),
            tie(1, 2, 2023, Kind::Team, 1, 500),
            tie(2, 5, 2025, Kind::Team, 1, 500),
        ];
        let sums = sums(&ties, id(2));
        assert_eq!(
            sums.iter().map(|sum| (sum.person, sum.met, sum.shared, sum.teams)).collect::<Vec<_>>(),
            [(id(1), 3, 1, 1), (id(3), 2, 0, 0), (id(4), 0, 9, 0), (id(5), 0, 0, 1)]
        );
        assert_eq!(sums[0].last, Instant(0).plus_days(390), "a team is not a day on which they met");
        assert_eq!(sums.iter().filter(|sum| sum.have_met()).count(), 3);
        let now = Instant(0).plus_days(400);
        assert_eq!(often(&sums, now, 9).iter().map(|sum| sum.person).collect::<Vec<_>>(), [id(1)]);
        assert_eq!(long(&sums, now, 9).iter().map(|sum| sum.person).collect::<Vec<_>>(), [id(3)]);
    }
}
