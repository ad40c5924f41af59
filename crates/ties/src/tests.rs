#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]

mod cases;
mod pictures;
mod properties;

use crate::Graph;

/// A graph of pairs, each of strength 1.
fn graph(people: u32, pairs: &[(u32, u32)]) -> Graph {
    Graph::new(people, pairs.iter().map(|(one, other)| (*one, *other, 1.0)))
}

/// A district: groups of about thirty who know each other, and some ties between groups.
fn district(people: u32, ties: u32) -> Graph {
    let mut seed = 7u64;
    let mut draw = move |below: u32| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(seed >> 33).unwrap() % below
    };
    let pairs = (0..ties).map(|_| {
        let one = draw(people);
        let other = if draw(10) < 8 { one / 30 * 30 + draw(30) } else { draw(people) };
        (one, other, f64::from(1 + draw(6)))
    });
    Graph::new(people, pairs.collect::<Vec<_>>())
}
