//! The rest of an agenda, fitted anew to the minutes that are left while a gathering runs.
//!
//! When a topic runs over, the others give way, all in the same measure: each may lose two fifths of
//! what it asked for, but not what it needs to be worth beginning ([`least`]). Where that is not
//! enough, the last ones fall out and may be carried over; a short one stays where a long one could
//! not. A pinned topic keeps its minutes whatever happens. Unlike [`crate::agenda`] nothing is chosen
//! by what it is worth: people in the room have seen the order, and an order that jumps is worse than
//! one that is a little less than best.

/// A topic that has not had its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Minutes it asked for.
    pub minutes: u32,
    /// Whether the host's word keeps it, and its minutes.
    pub pinned: bool,
}

/// The fewest minutes in which a topic of so many can still be spoken of: three fifths of them,
/// rounded up, and three minutes unless it asked for fewer.
pub fn least(minutes: u32) -> u32 {
    let three_fifths = u64::from(minutes).saturating_mul(3).div_ceil(5);
    u32::try_from(three_fifths).unwrap_or(minutes).max(minutes.min(3))
}

impl Waiting {
    fn least(self) -> u32 {
        if self.pinned { self.minutes } else { least(self.minutes) }
    }
}

/// The minutes of each topic in what is `left`, in their order; `None` where it may carry over.
///
/// The minutes given never exceed what a topic asked for, and together they fill what is left exactly,
/// unless all get what they asked for, or pinned topics alone need more.
pub fn reflow(left: u32, waiting: &[Waiting]) -> Vec<Option<u32>> {
    let mut given: Vec<Option<u32>> = vec![None; waiting.len()];
    let mut needed: u64 = 0;
    // Pinned topics come first; then whoever still fits at its least, in the order of the agenda: that
    // is what remains when the last are sent away until it fits, and a short one is let in again.
    for round in [true, false] {
        for (topic, minutes) in waiting.iter().zip(&mut given).filter(|(topic, _)| topic.pinned == round) {
            if topic.pinned || needed + u64::from(topic.least()) <= u64::from(left) {
                needed += u64::from(topic.least());
                *minutes = Some(topic.least());
            }
        }
    }
    let Some(spare) = u64::from(left).checked_sub(needed) else { return given };
    let room = |topic: &Waiting| u64::from(topic.minutes - topic.least());
    let wanted: u64 = waiting.iter().zip(&given).filter(|(_, minutes)| minutes.is_some()).map(|(on, _)| room(on)).sum();
    let spare = spare.min(wanted);
    if wanted == 0 {
        return given;
    }
    // Largest remainder: whole minutes in proportion, and those that are left to the largest rests, of
    // equal ones to the earlier.
    let mut rests = Vec::new();
    let mut handed = 0;
    for (at, (topic, minutes)) in waiting.iter().zip(&mut given).enumerate() {
        if let Some(minutes) = minutes {
            let share = room(topic) * spare;
            *minutes += u32::try_from(share / wanted).unwrap_or(0);
            handed += share / wanted;
            rests.push((std::cmp::Reverse(share % wanted), at));
        }
    }
    rests.sort_unstable();
    let over = usize::try_from(spare - handed).unwrap_or(0);
    for (_, at) in rests.into_iter().take(over) {
        if let Some(Some(minutes)) = given.get_mut(at) {
            *minutes += 1;
        }
    }
    given
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use proptest::prelude::*;

    use super::*;

    fn topics(minutes: &[u32]) -> Vec<Waiting> {
        minutes.iter().map(|minutes| Waiting { minutes: *minutes, pinned: false }).collect()
    }

    #[test]
    fn the_rest_gives_way_in_the_same_measure_and_then_from_the_end() {
        for (left, wanted, given) in [
            // All fits: all get what they asked for, and nobody more.
            (30, vec![10, 10, 5], vec![Some(10), Some(10), Some(5)]),
            (25, vec![10, 10, 5], vec![Some(10), Some(10), Some(5)]),
            // Three minutes late: the long ones give more than the short one.
            (22, vec![10, 10, 5], vec![Some(9), Some(9), Some(4)]),
            (15, vec![10, 10, 5], vec![Some(6), Some(6), Some(3)]),
            // Not even the least of all: the last falls out, the others get its room.
            (14, vec![10, 10, 5], vec![Some(7), Some(7), None]),
            // A short one stays where a long one cannot.
            (5, vec![15, 5], vec![None, Some(5)]),
            (2, vec![10, 2], vec![None, Some(2)]),
            (0, vec![10, 5], vec![None, None]),
            (10, vec![], vec![]),
        ] {
            assert_eq!(reflow(left, &topics(&wanted)), given, "{left} minutes for {wanted:?}");
        }
    }

    #[test]
    fn a_pinned_topic_keeps_its_minutes() {
        let mut waiting = topics(&[10, 10, 10]);
        waiting[2].pinned = true;
        assert_eq!(reflow(25, &waiting), [Some(8), Some(7), Some(10)]);
        assert_eq!(reflow(16, &waiting), [Some(6), None, Some(10)]);
        assert_eq!(reflow(4, &waiting), [None, None, Some(10)]);
    }

    proptest! {
        #[test]
        fn the_minutes_are_filled_and_nobody_gets_more_than_they_asked_for(
            left in 0_u32..200,
            waiting in prop::collection::vec((1_u32..60, prop::bool::weighted(0.2)), 0..9),
        ) {
            let waiting: Vec<Waiting> =
                waiting.into_iter().map(|(minutes, pinned)| Waiting { minutes, pinned }).collect();
            let given = reflow(left, &waiting);
            prop_assert_eq!(&given, &reflow(left, &waiting));
            prop_assert_eq!(given.len(), waiting.len());
            let mut sum = 0;
            let mut asked = 0;
            for (topic, minutes) in waiting.iter().zip(&given) {
                match minutes {
                    None => prop_assert!(!topic.pinned),
                    Some(minutes) => {
                        prop_assert!(*minutes <= topic.minutes && *minutes >= topic.least() && *minutes > 0);
                        sum += minutes;
                        asked += topic.minutes;
                    }
                }
            }
            let pinned: u32 = waiting.iter().filter(|topic| topic.pinned).map(|topic| topic.minutes).sum();
            prop_assert_eq!(sum, asked.min(left).max(pinned));
            // Whoever is out would not have fitted at their least.
            let least: u32 = waiting.iter().zip(&given).filter(|(_, on)| on.is_some()).map(|(on, _)| on.least()).sum();
            for (topic, _) in waiting.iter().zip(&given).filter(|(_, minutes)| minutes.is_none()) {
                prop_assert!(least + topic.least() > left);
            }
        }

        #[test]
        fn less_time_never_brings_a_topic_more(left in 1_u32..100, wanted in prop::collection::vec(1_u32..30, 1..6)) {
            // As long as nobody falls out: who falls out leaves room to the others.
            let (more, less) = (reflow(left, &topics(&wanted)), reflow(left - 1, &topics(&wanted)));
            let all = |given: &[Option<u32>]| given.iter().all(Option::is_some);
            if all(&more) && all(&less) {
                let sum = |given: &[Option<u32>]| given.iter().flatten().sum::<u32>();
                prop_assert!(sum(&less) <= sum(&more));
            }
        }
    }
}
