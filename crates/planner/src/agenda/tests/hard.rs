//! Requests made to be hard: long, odd minutes of which many subsets fill the box nearly.
#![allow(clippy::disallowed_methods)]

use std::time::{Duration, Instant};

use super::*;

/// From one million to over nine, without a pattern.
fn huge(n: u32) -> u32 {
    1_000_000 + ((n + 1).pow(3).wrapping_mul(2_654_435_761) >> 9)
}

fn odd(count: u32, minutes: u32, proposers: u32) -> Request {
    let topic = |n: u32| topic(&n.to_string(), &(n % proposers).to_string(), huge(n), huge(n));
    request(minutes, (0..count).map(topic).collect())
}

#[test]
fn thirty_hard_topics_take_less_than_50_ms() {
    for proposers in [1, 2, 7, 30] {
        for minutes in [55_000_000, 80_000_000, 110_000_000] {
            let request = odd(30, minutes, proposers);
            let fitted = || {
                let start = Instant::now();
                let agenda = fit(&request).unwrap();
                assert!(!agenda.left_out.iter().any(|left| left.why == Why::NoRoom));
                start.elapsed()
            };
            // One in time suffices, as other work on the machine only ever lengthens a fit.
            let within = Duration::from_millis(50);
            assert!((0..20).any(|_| fitted() < within), "{proposers} proposers, {minutes} minutes");
        }
    }
}

#[test]
fn sixteen_hard_topics_are_those_of_trying_everything() {
    for proposers in [1, 3, 16] {
        let request = odd(16, 37_000_000, proposers);
        let expected = try_all(&request, None).unwrap();
        let agenda = fit(&request).unwrap();
        assert_eq!(sorted(&agenda.chosen), expected.ids);
        assert_eq!(agenda.points, expected.points.0);
    }
}

#[test]
fn thirty_topics_with_one_exact_filling_find_it() {
    // Minutes and values are powers of two: only the binary digits of the box fill it.
    let filling = 0b10_1101_0011_1000_1110_0101_0110_1011_u32;
    let topics = (0..30_u32).map(|n| topic(&n.to_string(), &n.to_string(), 1 << n, 1 << n));
    let agenda = best(filling, topics.collect());
    assert_eq!(agenda.minutes, filling);
    assert_eq!(agenda.points, 2 * u64::from(filling));
    let mut chosen: Vec<u32> = agenda.chosen.iter().map(|id| id.parse().unwrap()).collect();
    chosen.sort_unstable();
    let digits: Vec<u32> = (0..30).filter(|n| filling >> n & 1 == 1).collect();
    assert_eq!(chosen, digits);
}

#[test]
fn two_hundred_topics_of_a_day_and_of_a_million_minutes_are_fitted() {
    for (room, longest) in [(480, 55), (1_000_000, 20_000)] {
        let topics =
            (0..200_u32).map(|n| topic(&n.to_string(), &(n % 60).to_string(), 5 + huge(n) % longest, n * 5 % 43));
        let agenda = best(room, topics.collect());
        assert!(agenda.minutes > room - room / 50);
        assert!(!agenda.left_out.iter().any(|left| left.why == Why::NoRoom));
    }
}

#[test]
fn a_box_that_holds_everything_needs_no_search() {
    let agenda = fit(&odd(200, u32::MAX, 200)).unwrap();
    assert_eq!(agenda.chosen.len(), 200);
}

#[test]
fn what_is_hopeless_is_refused_rather_than_guessed() {
    let refused = fit(&odd(200, 500_000_000, 200)).unwrap_err();
    assert_eq!(refused, FitError::TooHard);
}

#[test]
fn reasons_that_would_take_too_long_are_left_plain() {
    let request = odd(20, 40_000_000, 20);
    let full = fit(&request).unwrap();
    let hasty = Limits { visits: 6_000, ..Limits::default() };
    let plain = fit_within(&request, hasty).unwrap();
    assert_eq!(full.chosen, plain.chosen);
    let differing: Vec<_> = full
        .left_out
        .iter()
        .zip(&plain.left_out)
        .filter(|(full, plain)| full != plain)
        .map(|(_, plain)| &plain.why)
        .collect();
    assert!((1..full.left_out.len()).contains(&differing.len()));
    assert!(differing.iter().all(|why| **why == Why::NoRoom));
    let none = Limits { visits: 0, ..hasty };
    let reasons = fit_within(&request, none).unwrap().left_out;
    assert!(reasons.iter().all(|left| left.why == Why::NoRoom));
}
