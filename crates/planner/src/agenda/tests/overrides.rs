use proptest::prelude::*;
use proptest::sample::subsequence;

use super::*;

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).into()).collect()
}

fn lunch() -> Request {
    request(
        20,
        vec![
            topic("a", "ann", 10, 9),
            topic("b", "ann", 10, 7),
            topic("c", "bob", 10, 4),
            topic("d", "cy", 5, 3).pinned(Pin::Out),
        ],
    )
}

#[test]
fn an_override_is_judged_beside_the_best() {
    let judged = cost_of(&lunch(), &ids(&["b", "a"])).unwrap();
    assert_eq!((judged.points, judged.minutes, judged.over), (25, 20, 0));
    assert_eq!((judged.best.points, judged.cost), (26, 1));
    assert_eq!(judged.added, ["b"]);
    assert_eq!(judged.dropped, ["c"]);
    assert!(judged.against_pins.is_empty());
    let earned: Vec<_> = judged.earned.iter().map(|topic| (topic.id.as_str(), topic.value, topic.points)).collect();
    assert_eq!(earned, [("b", 7, 7), ("a", 9, 18)]);
}

#[test]
fn of_equal_topics_of_one_proposer_the_first_id_earns_double() {
    let request = request(20, vec![topic("b", "ann", 5, 4), topic("a", "ann", 5, 4)]);
    let judged = cost_of(&request, &ids(&["b", "a"])).unwrap();
    let points: Vec<_> = judged.earned.iter().map(|topic| topic.points).collect();
    assert_eq!(points, [4, 8]);
}

#[test]
fn an_override_may_pass_the_box_and_the_pins_and_is_told_so() {
    let judged = cost_of(&lunch(), &ids(&["a", "b", "c", "d"])).unwrap();
    assert_eq!((judged.minutes, judged.over), (35, 15));
    assert_eq!(judged.points, 18 + 7 + 8 + 6);
    assert_eq!(judged.cost, 26 - 39);
    assert_eq!(judged.against_pins, ["d"]);

    let mut pinned = lunch();
    pinned.topics[0].pin = Some(Pin::In);
    let judged = cost_of(&pinned, &[]).unwrap();
    assert_eq!((judged.points, judged.cost), (0, 26));
    assert_eq!(judged.against_pins, ["a"]);
}

#[test]
fn an_override_of_unknown_or_repeated_topics_is_refused() {
    let refused = |chosen: &[&str]| cost_of(&lunch(), &ids(chosen)).unwrap_err().to_string();
    assert_eq!(refused(&["a", "x"]), "there is no topic \"x\"");
    assert_eq!(refused(&["a", "a"]), "the topic \"a\" is chosen twice");
}

proptest! {
    #[test]
    fn no_override_that_fits_beats_the_best(
        topics in prop::collection::vec((1..8_u32, 0..6_u32, 0..4_u8), 1..12),
        minutes in 0..30_u32,
        chosen in subsequence((0..11).collect::<Vec<usize>>(), 0..11),
    ) {
        let topics: Vec<Topic> = (0..)
            .zip(topics)
            .map(|(n, (minutes, hear, by))| topic(&format!("t{n}"), &by.to_string(), minutes, hear))
            .collect();
        let chosen: Vec<&Topic> = chosen.iter().filter_map(|place| topics.get(*place)).collect();
        let ids: Vec<String> = chosen.iter().map(|topic| topic.id.clone()).collect();
        let request = request(minutes, topics.clone());
        let judged = cost_of(&request, &ids).unwrap();
        let expected = tried(&chosen);
        prop_assert_eq!(judged.points, expected.points.0);
        prop_assert_eq!(judged.minutes, expected.minutes);
        prop_assert_eq!(judged.earned.iter().map(|topic| topic.points).sum::<u64>(), judged.points);
        prop_assert!(judged.over > 0 || judged.cost >= 0);

        let best = judged.best.chosen.clone();
        let judged = cost_of(&request, &best).unwrap();
        prop_assert_eq!((judged.cost, judged.over), (0, 0));
        prop_assert!(judged.added.is_empty() && judged.dropped.is_empty());
    }
}
