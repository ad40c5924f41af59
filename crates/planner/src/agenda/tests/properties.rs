use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use super::*;
use crate::agenda::solve::solve_in;

const IDS: [&str; 14] = ["a", "aa", "ab", "b", "B", "10", "9", "é", "z", "a b", "ba", "c", "d", "e"];

fn a_topic(id: &'static str, minutes: impl Strategy<Value = u32>, most_hear: u32) -> impl Strategy<Value = Topic> {
    let pin = prop_oneof![8 => Just(None), 1 => Just(Some(Pin::In)), 1 => Just(Some(Pin::Out))];
    (minutes, 0..=most_hear, 0..2_u32, 0..4_u32, 0..5_u8, pin).prop_map(
        move |(minutes, hear, share, carried, by, pin)| Topic {
            id: id.into(),
            minutes,
            hear,
            share: share * most_hear / 3,
            carried: if most_hear > 3 { carried } else { carried / 3 },
            by: format!("p{by}"),
            pin,
        },
    )
}

/// Up to 11 topics of few minutes and small values, so that everything ties with everything.
fn everyday() -> impl Strategy<Value = Request> {
    (0..24_u32, subsequence(&IDS[..], 0..=11)).prop_flat_map(|(minutes, ids)| {
        let topics: Vec<_> = ids.into_iter().map(|id| a_topic(id, 1..6_u32, 3)).collect();
        (Just(minutes), topics).prop_map(|(minutes, topics)| request(minutes, topics))
    })
}

/// Long, odd minutes.
fn odd() -> impl Strategy<Value = Request> {
    (0..u32::MAX, subsequence(&IDS[..], 0..=11)).prop_flat_map(|(minutes, ids)| {
        let wanted = || 1..=minutes.max(4) / 2;
        let topics: Vec<_> = ids.into_iter().map(|id| a_topic(id, wanted(), u32::MAX / 3)).collect();
        (Just(minutes), topics).prop_map(|(minutes, topics)| request(minutes, topics))
    })
}

fn any_request() -> impl Strategy<Value = Request> {
    prop_oneof![4 => everyday().boxed(), 1 => odd().boxed()]
}

fn is_best(request: &Request) -> Result<(), TestCaseError> {
    let Some(expected) = try_all(request, None) else {
        let pinned: Vec<_> =
            request.topics.iter().filter(|topic| topic.pin == Some(Pin::In)).map(|topic| topic.id.clone()).collect();
        let refused = fit(request).unwrap_err();
        let FitError::PinsDoNotFit { ids, .. } = refused else {
            return Err(TestCaseError::fail(refused.to_string()));
        };
        prop_assert_eq!(ids, pinned);
        return Ok(());
    };
    let agenda = fit(request).unwrap();
    prop_assert_eq!(sorted(&agenda.chosen), expected.ids.clone());
    prop_assert_eq!(agenda.points, expected.points.0);
    prop_assert_eq!(u64::from(agenda.minutes), expected.minutes);

    let given = request.topics.iter().map(|topic| &topic.id);
    let out: Vec<_> = given.filter(|id| !expected.ids.contains(id)).collect();
    let left_out: Vec<_> = agenda.left_out.iter().map(|left_out| &left_out.id).collect();
    prop_assert_eq!(left_out, out);

    for LeftOut { id, why } in &agenda.left_out {
        let topic = request.topics.iter().find(|topic| topic.id == *id).unwrap();
        let with = try_all(request, Some(id));
        let but = |ids: &[String], others: &[String]| -> Vec<String> {
            let differs = |other: &&String| !others.contains(other) && *other != id;
            ids.iter().filter(differs).cloned().collect()
        };
        match (why, with) {
            (Why::PinnedOut, _) => prop_assert_eq!(topic.pin, Some(Pin::Out)),
            (Why::TooLong { over }, None) => {
                prop_assert_eq!(topic.minutes, request.minutes + over);
            }
            (Why::PinsLeaveNoRoom { over, beside }, None) => {
                let pins = request.topics.iter().filter(|topic| beside.contains(&topic.id));
                let minutes: u64 = pins.map(|topic| u64::from(topic.minutes)).sum();
                prop_assert!(topic.minutes <= request.minutes);
                let together = minutes + u64::from(topic.minutes);
                prop_assert_eq!(together, u64::from(request.minutes) + u64::from(*over));
            }
            (Why::WouldCost { points, instead_of, along_with }, Some(with)) => {
                prop_assert_eq!(*points, expected.points.0 - with.points.0);
                prop_assert!(*points > 0);
                prop_assert_eq!(instead_of, &but(&expected.ids, &with.ids));
                prop_assert_eq!(along_with, &but(&with.ids, &expected.ids));
            }
            (Why::Tied { by, instead_of, along_with }, Some(with)) => {
                prop_assert_eq!(with.points, expected.points);
                let fewer = u64::try_from(expected.proposers.0 - with.proposers.0).unwrap();
                let more = with.minutes.saturating_sub(expected.minutes);
                let tie = match (fewer, u32::try_from(more).unwrap()) {
                    (0, 0) => Tie::LaterIds,
                    (0, more) => Tie::MoreMinutes(more),
                    (fewer, _) => Tie::FewerProposers(fewer),
                };
                prop_assert_eq!(*by, tie);
                prop_assert_eq!(instead_of, &but(&expected.ids, &with.ids));
                prop_assert_eq!(along_with, &but(&with.ids, &expected.ids));
                prop_assert!(!instead_of.is_empty());
            }
            (why, with) => prop_assert!(false, "{why:?} of {id}, though {with:?}"),
        }
    }
    Ok(())
}

/// The usual table over minutes, for requests too large to try all: the most points, then most
/// proposers, then fewest minutes. No pins.
fn by_table(request: &Request) -> (u64, u64, u32) {
    let mut by: BTreeMap<&str, Vec<&Topic>> = BTreeMap::new();
    for topic in &request.topics {
        by.entry(&topic.by).or_default().push(topic);
    }
    let room = request.minutes as usize;
    let mut table = vec![Some((0, 0)); 1];
    table.resize(room + 1, None);
    for mut own in by.into_values() {
        own.sort_by_key(|topic| Reverse(topic.value()));
        let before = table.clone();
        // Once for each topic as the one that earns double, with any of those after it.
        for (place, top) in own.iter().enumerate() {
            let mut with = vec![None; room + 1];
            for minutes in top.minutes as usize..=room {
                with[minutes] = before[minutes - top.minutes as usize]
                    .map(|(points, people)| (points + 2 * top.value(), people + 1));
            }
            for other in &own[place + 1..] {
                for minutes in (other.minutes as usize..=room).rev() {
                    let more =
                        with[minutes - other.minutes as usize].map(|(points, people)| (points + other.value(), people));
                    with[minutes] = with[minutes].max(more);
                }
            }
            for (cell, with) in table.iter_mut().zip(with) {
                *cell = (*cell).max(with);
            }
        }
    }
    let best = table.iter().flatten().max().copied().unwrap();
    let minutes = table.iter().position(|cell| *cell == Some(best)).unwrap();
    (best.0, best.1, u32::try_from(minutes).unwrap())
}

fn large() -> impl Strategy<Value = Request> {
    let topic = (1..40_u32, 0..30_u32, 0..25_u8);
    (20..300_u32, prop::collection::vec(topic, 40..120)).prop_map(|(minutes, topics)| {
        let topics = (0..)
            .zip(topics)
            .map(|(n, (minutes, hear, by))| super::topic(&format!("t{n}"), &format!("p{by}"), minutes, hear));
        request(minutes, topics.collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2500))]

    #[test]
    fn the_agenda_and_its_reasons_are_those_of_trying_everything(request in any_request()) {
        is_best(&request)?;
    }

    #[test]
    fn the_order_of_the_request_does_not_matter(
        request in any_request(),
        swaps in prop::collection::vec((any::<Index>(), any::<Index>()), 12),
    ) {
        let mut shuffled = request.clone();
        for (one, other) in swaps {
            if !shuffled.topics.is_empty() {
                let count = shuffled.topics.len();
                shuffled.topics.swap(one.index(count), other.index(count));
            }
        }
        let chosen = |request| fit(request).map(|agenda| agenda.chosen).ok();
        prop_assert_eq!(chosen(&request), chosen(&shuffled));
    }

    #[test]
    fn wide_sets_of_ids_give_what_narrow_ones_give(request in everyday()) {
        let candidates: Vec<_> = request.topics.iter().filter(|topic| topic.pin.is_none()).collect();
        let ids = |choice: &Choice<'_>| -> Vec<String> {
            choice.topics.iter().map(|topic| topic.id.clone()).collect()
        };
        let all = |solution: Solution<'_>| -> Vec<_> {
            let instead = solution.instead.iter().map(|(topic, with)| (topic.id.clone(), ids(with)));
            std::iter::once((String::new(), ids(&solution.best))).chain(instead).collect()
        };
        let room = request.minutes;
        let fits: Vec<_> = candidates.into_iter().filter(|topic| topic.minutes <= room).collect();
        let narrow = solve_in::<1>(&fits, room, Limits::default()).unwrap();
        let wide = solve_in::<4>(&fits, room, Limits::default()).unwrap();
        prop_assert_eq!(all(narrow), all(wide));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn large_agendas_are_those_of_a_table_over_minutes(request in large()) {
        let agenda = fit(&request).unwrap();
        let chosen: Vec<_> = request.topics.iter().filter(|t| agenda.chosen.contains(&t.id)).collect();
        let again = tried(&chosen);
        prop_assert_eq!(again.points.0, agenda.points);
        prop_assert_eq!(again.minutes, u64::from(agenda.minutes));
        let people = again.proposers.0 as u64;
        prop_assert_eq!((agenda.points, people, agenda.minutes), by_table(&request));
        for LeftOut { id, why } in &agenda.left_out {
            // Pinning it in must lose just what was said.
            if let Why::WouldCost { points, .. } = why {
                let mut with = request.clone();
                with.topics.iter_mut().find(|t| t.id == *id).unwrap().pin = Some(Pin::In);
                prop_assert_eq!(fit(&with).unwrap().points + points, agenda.points);
                break;
            }
        }
    }
}
