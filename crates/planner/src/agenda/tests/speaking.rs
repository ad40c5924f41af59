use proptest::prelude::*;

use super::*;

fn spoken(topics: &[Topic]) -> Vec<String> {
    let minutes = topics.iter().map(|topic| topic.minutes).sum();
    let agenda = best(minutes, topics.to_vec());
    assert!(agenda.left_out.is_empty());
    agenda.chosen
}

#[test]
fn who_waited_longest_speaks_first_then_the_more_valuable_then_by_id() {
    let order = spoken(&[
        topic("d", "p1", 5, 2),
        topic("c", "p2", 5, 2),
        topic("keen", "p3", 5, 30),
        topic("once", "p4", 5, 0).carried(1),
        topic("thrice", "p5", 5, 0).carried(3),
        topic("twice", "p6", 5, 9).carried(2),
    ]);
    assert_eq!(order, ["thrice", "twice", "once", "keen", "c", "d"]);
}

#[test]
fn nobody_speaks_twice_in_a_row_if_that_can_be_avoided() {
    let order = spoken(&[
        topic("a1", "ann", 5, 9),
        topic("a2", "ann", 5, 8),
        topic("b1", "bob", 5, 7),
        topic("c1", "cy", 5, 6),
    ]);
    assert_eq!(order, ["a1", "b1", "a2", "c1"]);
    // The most valuable would have to wait: with Bob first, Ann would speak twice in a row.
    let order = spoken(&[topic("b1", "bob", 5, 9), topic("a1", "ann", 5, 2), topic("a2", "ann", 5, 1)]);
    assert_eq!(order, ["a1", "b1", "a2"]);
}

#[test]
fn one_who_has_most_topics_speaks_in_a_row_only_at_the_end() {
    let order = spoken(&[
        topic("a1", "ann", 5, 9),
        topic("a2", "ann", 5, 8),
        topic("a3", "ann", 5, 7),
        topic("a4", "ann", 5, 6),
        topic("b1", "bob", 5, 1),
    ]);
    assert_eq!(order, ["a1", "b1", "a2", "a3", "a4"]);
}

#[test]
fn pins_do_not_move_a_topic() {
    let order = spoken(&[topic("a", "ann", 5, 1).pinned(Pin::In), topic("b", "bob", 5, 2)]);
    assert_eq!(order, ["b", "a"]);
}

proptest! {
    #[test]
    fn speakers_alternate_whenever_they_can(proposers in prop::collection::vec((0..4_u8, 0..9_u32), 1..14)) {
        let topics: Vec<Topic> = (0..)
            .zip(&proposers)
            .map(|(n, (by, hear))| topic(&format!("t{n}"), &by.to_string(), 1, *hear))
            .collect();
        let order = spoken(&topics);
        let by: Vec<&str> = order
            .iter()
            .map(|id| topics.iter().find(|topic| topic.id == *id).unwrap().by.as_str())
            .collect();
        let most = (0..4_u8)
            .map(|one| proposers.iter().filter(|(by, _)| *by == one).count())
            .max()
            .unwrap();
        let in_a_row = by.windows(2).any(|pair| pair[0] == pair[1]);
        prop_assert_eq!(in_a_row, most > topics.len().div_ceil(2));
        prop_assert_eq!(sorted(&order).len(), topics.len());
    }
}
