//! Which rows of a table are hidden when their total is shown.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use crate::FEWEST;

/// A row of a table: some of a whole did something (people of a school who came; attendances of a
/// month out of all that could have been).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub whole: u32,
    /// The most that four people can make of it: 4, or four times the gatherings of a month.
    pub small: u32,
    /// For one gathering: the people who came to any, because they less those who came to this one
    /// are a group too.
    pub ceiling: Option<u32>,
    /// Whether fewer than five people are behind `count`, or behind what it leaves of a whole.
    pub sensitive: bool,
}

impl Row {
    /// A row of people, each counted once.
    pub fn of_people(count: u32, whole: u32) -> Self {
        let sensitive = !both_sides(count, whole);
        Self { count, whole, small: FEWEST - 1, ceiling: None, sensitive }
    }

    /// The counts a reader must hold possible who has worked out whether the row is sensitive and
    /// knows `whole`.
    fn possible(&self) -> Vec<RangeInclusive<u32>> {
        let top = self.whole;
        if self.sensitive {
            let mut ranges = vec![0..=self.small.min(top), top.saturating_sub(self.small)..=top];
            if let Some(ceiling) = self.ceiling {
                ranges.push(ceiling.saturating_sub(FEWEST - 1).min(top)..=ceiling.min(top));
            }
            ranges
        } else {
            let high = self.ceiling.map_or(top, |ceiling| ceiling.min(top));
            vec![FEWEST..=high.saturating_sub(FEWEST)]
        }
    }
}

/// At least five did and at least five did not.
pub(crate) fn both_sides(count: u32, whole: u32) -> bool {
    count >= FEWEST && whole.saturating_sub(count) >= FEWEST
}

/// For each row whether it is shown, given that the total of `count` and of `whole` is shown.
///
/// The sensitive rows are hidden, and with them one partner: the first row after the first
/// sensitive one that is not sensitive, going round. The partner depends only on which rows are
/// sensitive. The usual choice, the smallest other row, was rejected: it tells a reader that the
/// partner is smaller than all that is shown, which can be enough to work the rest out.
pub(crate) fn shown(rows: &[Row]) -> Vec<bool> {
    let Some(first) = rows.iter().position(|row| row.sensitive) else {
        return vec![true; rows.len()];
    };
    let partner = (first..rows.len()).chain(0..first).find(|place| rows.get(*place).is_some_and(|row| !row.sensitive));
    let shown: Vec<bool> =
        rows.iter().enumerate().map(|(place, row)| !row.sensitive && Some(place) != partner).collect();
    let hidden: Vec<&Row> = rows.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(row, _)| row).collect();
    if partner.is_some() && ambiguous(&hidden) { shown } else { vec![false; rows.len()] }
}

/// Whether each hidden row could have at least two counts, given their sum. This depends only on
/// what a reader knows (the sum, the wholes, which are sensitive), so every table it speaks of
/// would have been hidden in the same way.
fn ambiguous(hidden: &[&Row]) -> bool {
    let sum: u32 = hidden.iter().map(|row| row.count).sum();
    let possible: Vec<Vec<RangeInclusive<u32>>> = hidden.iter().map(|row| row.possible()).collect();
    // Rows of which the same is possible have the same others: of many schools of a size one is looked at.
    let mut looked_at = HashSet::new();
    possible.iter().enumerate().filter(|(_, mine)| looked_at.insert(*mine)).all(|(place, mine)| {
        let others = possible.iter().enumerate().filter(|(other, _)| *other != place);
        let sums = reachable(others.map(|(_, possible)| possible.as_slice()), sum);
        let fits = |value: u32| {
            mine.iter().any(|range| range.contains(&value))
                && sums.get((sum - value) as usize).is_some_and(|reached| *reached)
        };
        (0..=sum).filter(|value| fits(*value)).take(2).count() == 2
    })
}

/// Which sums up to `limit` can be made of one number from each of the unions of ranges.
fn reachable<'r>(choices: impl Iterator<Item = &'r [RangeInclusive<u32>]>, limit: u32) -> Vec<bool> {
    let mut reached: Vec<bool> = (0..=limit).map(|sum| sum == 0).collect();
    for ranges in choices {
        // before[n]: how many of the sums below n are reached, so that a range is one subtraction.
        let mut before = vec![0_u32];
        let mut running = 0;
        for one in &reached {
            running += u32::from(*one);
            before.push(running);
        }
        let below = |sum: u32| before.get(sum as usize).copied().unwrap_or(running);
        reached = (0..=limit)
            .map(|sum| {
                ranges.iter().any(|range| {
                    !range.is_empty()
                        && sum >= *range.start()
                        && below(sum - range.start() + 1) > below(sum.saturating_sub(*range.end()))
                })
            })
            .collect();
    }
    reached
}

#[cfg(test)]
mod tests;
