use super::*;

#[test]
fn a_value_counts_hearers_once_sharers_twice_and_two_carries_thrice() {
    let valued = |hear, share, carried| Topic { hear, share, carried, ..topic("a", "p", 5, 0) }.value();
    assert_eq!(valued(0, 0, 0), 1, "never nothing");
    assert_eq!(valued(1, 0, 0), 1);
    assert_eq!(valued(3, 1, 0), 5);
    assert_eq!(valued(0, 0, 1), 3);
    assert_eq!(valued(3, 1, 2), 11);
    assert_eq!(valued(3, 1, 9), 11, "the third carry adds nothing");
    let most = u64::from(u32::MAX);
    assert_eq!(valued(u32::MAX, u32::MAX, u32::MAX), 3 * most + 6);
}

#[test]
fn the_best_topic_of_a_proposer_earns_double_and_the_others_once() {
    let agenda = best(30, vec![topic("a", "ann", 10, 4), topic("b", "ann", 10, 6), topic("c", "bob", 10, 1)]);
    assert_eq!(agenda.points, 4 + 2 * 6 + 2);
    assert_eq!(agenda.minutes, 30);
    assert!(agenda.left_out.is_empty());
}

#[test]
fn a_second_person_counts_for_more_than_a_second_topic() {
    let agenda = best(20, vec![topic("a", "ann", 10, 9), topic("b", "ann", 10, 7), topic("c", "bob", 10, 4)]);
    assert_eq!(sorted(&agenda.chosen), ["a", "c"]);
    assert_eq!(agenda.points, 18 + 8);
    assert_eq!(*why(&agenda, "b"), Why::WouldCost { points: 1, instead_of: vec!["c".into()], along_with: vec![] });
}

#[test]
fn equal_points_go_to_more_proposers() {
    // 2·2 + 2 of one person, or 2·2 + 2·1 of two.
    let agenda = best(20, vec![topic("a", "ann", 10, 2), topic("b", "ann", 10, 2), topic("c", "bob", 10, 1)]);
    assert_eq!(agenda.points, 6);
    assert_eq!(sorted(&agenda.chosen), ["a", "c"]);
    assert!(matches!(
        why(&agenda, "b"),
        Why::Tied { by: Tie::LaterIds, instead_of, .. } if instead_of == &["a"]
    ));

    let agenda = best(20, vec![topic("long", "ann", 20, 6), topic("x", "bob", 15, 3), topic("y", "cy", 5, 3)]);
    assert_eq!(sorted(&agenda.chosen), ["x", "y"]);
    assert_eq!(
        why(&agenda, "long").to_string(),
        "The best agenda that includes it earns as many points, but hears one person fewer: it pushes out x and y."
    );
}

#[test]
fn then_to_fewer_minutes() {
    let agenda = best(12, vec![topic("a", "ann", 12, 3), topic("b", "bob", 11, 3)]);
    assert_eq!((agenda.chosen.concat().as_str(), agenda.minutes), ("b", 11));
    assert_eq!(
        why(&agenda, "a").to_string(),
        "The best agenda that includes it earns as many points, but takes 1 minute more: it pushes out b."
    );
}

#[test]
fn then_to_the_list_of_ids_that_comes_first() {
    // a+d and b+c are equal in everything else; "a" decides.
    let agenda =
        best(10, vec![topic("b", "p1", 5, 3), topic("c", "p2", 5, 3), topic("d", "p3", 4, 2), topic("a", "p4", 6, 4)]);
    assert_eq!(sorted(&agenda.chosen), ["a", "d"]);
    // Ids compare as text: "10" comes before "9".
    let agenda = best(5, vec![topic("9", "p1", 5, 3), topic("10", "p2", 5, 3)]);
    assert_eq!(agenda.chosen, ["10"]);
    assert_eq!(
        why(&agenda, "9").to_string(),
        "The best agenda that includes it earns as many points, but comes later in the order of ids: it pushes out 10."
    );
}

#[test]
fn pins_are_obeyed_and_named() {
    let agenda = best(
        20,
        vec![
            topic("dull", "ann", 15, 0).pinned(Pin::In),
            topic("keen", "bob", 10, 50),
            topic("out", "cy", 5, 50).pinned(Pin::Out),
            topic("short", "dee", 5, 1),
            topic("day", "eve", 45, 99),
        ],
    );
    assert_eq!(sorted(&agenda.chosen), ["dull", "short"]);
    let reasons: Vec<(&str, String)> =
        agenda.left_out.iter().map(|left_out| (left_out.id.as_str(), left_out.why.to_string())).collect();
    assert_eq!(
        reasons,
        [
            ("keen", "It does not fit beside what is pinned in (dull): together they are 5 minutes too long.".into()),
            ("out", "The host pinned it out.".into()),
            ("day", "It is 25 minutes longer than the time box.".into()),
        ]
    );
}

#[test]
fn pins_that_fill_the_box_to_the_minute_fit() {
    let pinned = |minutes| {
        request(
            minutes,
            vec![
                topic("a", "ann", 15, 1).pinned(Pin::In),
                topic("b", "bob", 10, 1).pinned(Pin::In),
                topic("c", "cy", 1, 1),
            ],
        )
    };
    let agenda = fit(&pinned(25)).unwrap();
    assert_eq!(sorted(&agenda.chosen), ["a", "b"]);
    let refused = fit(&pinned(24)).unwrap_err();
    assert_eq!(refused.to_string(), "the topics pinned in do not fit together: a, b take 25 minutes, the box has 24");
}

#[test]
fn pins_of_absurd_length_are_added_without_overflow() {
    let long = |id| topic(id, "p", u32::MAX, u32::MAX).pinned(Pin::In);
    let refused = fit(&request(u32::MAX, vec![long("a"), long("b")])).unwrap_err();
    assert_eq!(
        refused,
        FitError::PinsDoNotFit { ids: vec!["a".into(), "b".into()], minutes: 2 * u64::from(u32::MAX), room: u32::MAX }
    );
}

#[test]
fn an_agenda_of_the_greatest_numbers_does_not_overflow() {
    let topics = (0..MOST_TOPICS).map(|n| Topic {
        share: u32::MAX,
        carried: u32::MAX,
        ..topic(&format!("t{n}"), &format!("p{n}"), u32::MAX / 256, u32::MAX)
    });
    let agenda = best(u32::MAX - 600, topics.collect());
    let value = 3 * u64::from(u32::MAX) + 6;
    assert_eq!(agenda.points, 2 * value * 255);
    assert_eq!(agenda.left_out.len(), 1);
}

#[test]
fn an_empty_box_and_an_empty_request_give_an_empty_agenda() {
    let agenda = best(0, vec![topic("a", "ann", 1, 1)]);
    assert!(agenda.chosen.is_empty());
    assert_eq!(*why(&agenda, "a"), Why::TooLong { over: 1 });
    assert_eq!((agenda.points, agenda.minutes), (0, 0));
    assert!(best(40, vec![]).left_out.is_empty());
}

#[test]
fn what_cannot_be_a_request_is_refused() {
    let refused = |topics| fit(&request(40, topics)).unwrap_err().to_string();
    assert_eq!(
        refused(vec![topic("a", "p", 5, 1), topic("a", "q", 6, 1)]),
        "two topics have the id \"a\": an id is used once"
    );
    assert_eq!(refused(vec![topic("a", "p", 0, 1)]), "the topic \"a\" has 0 minutes: a topic takes at least 1");
    assert_eq!(refused(vec![topic("a", "p", 1, 1), topic(" ", "p", 1, 1)]), "the topic at place 2 has no id");
    let many = (0..257).map(|n| topic(&n.to_string(), "p", 1, 1)).collect();
    assert_eq!(refused(many), "257 topics are too many to fit at once: give at most 256");
}

#[test]
fn a_cost_says_what_else_changes() {
    // With the long one in, the two that fill the rest are others than before.
    let agenda = best(
        20,
        vec![topic("a", "p1", 10, 9), topic("b", "p2", 10, 9), topic("c", "p3", 12, 9), topic("d", "p4", 8, 5)],
    );
    assert_eq!(sorted(&agenda.chosen), ["a", "b"]);
    assert_eq!(
        why(&agenda, "c").to_string(),
        "The best agenda that includes it earns 8 points less: it pushes out a and b and brings in d."
    );
}
