//! Pictures.

use std::time::Instant;

use super::{district, graph};
use crate::{Graph, Layout, Point, components, layout};

fn far(one: Point, other: Point) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

fn bits(layout: &Layout) -> Vec<(u64, u64)> {
    layout.points.iter().map(|point| (point.x.to_bits(), point.y.to_bits())).collect()
}

#[test]
fn five_thousand_people_with_sixty_thousand_ties() {
    let graph = district(5000, 82_000);
    assert!(graph.pairs() > 55_000, "{}", graph.pairs());
    #[allow(clippy::disallowed_methods, reason = "a measurement")]
    let began = Instant::now();
    let first = layout(&graph, 1);
    println!("{:?} for {} pairs", began.elapsed(), graph.pairs());
    assert_eq!(first.points.len(), 5000);
    // Who is tied stands nearer than who is drawn by lot.
    let mean = |pairs: &mut dyn Iterator<Item = (u32, u32)>| {
        let lengths: Vec<f64> =
            pairs.map(|(one, other)| far(first.points[one as usize], first.points[other as usize])).collect();
        lengths.iter().sum::<f64>() / lengths.len() as f64
    };
    let tied = mean(&mut graph.each_pair().map(|(one, other, _)| (one, other)));
    let any = mean(&mut (0..5000).map(|one| (one, (one * 7919 + 13) % 5000)));
    assert!(tied < any * 0.6, "{tied} {any}");
}

#[test]
fn the_same_graph_gives_the_same_picture_whatever_the_order_of_its_pairs() {
    let graph = district(600, 4000);
    let mut pairs: Vec<_> = graph.each_pair().map(|(one, other, strength)| (other, one, strength)).collect();
    pairs.reverse();
    let again = Graph::new(600, pairs);
    assert_eq!(bits(&layout(&graph, 5)), bits(&layout(&again, 5)));
    assert_ne!(bits(&layout(&graph, 5)), bits(&layout(&graph, 6)));
}

#[test]
fn two_circles_that_one_tie_joins_stand_apart() {
    let mut pairs = vec![(0, 10)];
    for circle in [0, 10] {
        for one in 0..10 {
            pairs.extend((one + 1..10).map(|other| (circle + one, circle + other)));
        }
    }
    let drawn = layout(&graph(20, &pairs), 3);
    let mut within: Vec<f64> = Vec::new();
    let mut between: Vec<f64> = Vec::new();
    for one in 1..10usize {
        for other in 1..10usize {
            within.push(far(drawn.points[one], drawn.points[other]));
            between.push(far(drawn.points[one], drawn.points[10 + other]));
        }
    }
    let most = within.iter().copied().fold(0.0, f64::max);
    let least = between.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(most < least, "{most} {least}");
}

#[test]
fn parts_do_not_overlap_and_all_is_in_the_picture() {
    // A circle of nine, a triangle, a pair, and forty alone.
    let mut pairs: Vec<(u32, u32)> = (0..9).map(|one| (one, (one + 1) % 9)).collect();
    pairs.extend([(9, 10), (10, 11), (11, 9), (12, 13)]);
    let graph = graph(54, &pairs);
    let drawn = layout(&graph, 2);
    for point in &drawn.points {
        assert!(
            (0.0..=drawn.width).contains(&point.x) && (0.0..=drawn.height).contains(&point.y),
            "{point:?} {drawn:?}"
        );
    }
    let parts = components(&graph).of;
    for one in 0..54 {
        for other in 0..one {
            if parts[one] != parts[other] {
                assert!(far(drawn.points[one], drawn.points[other]) > 0.9, "{one} and {other}");
            }
        }
    }
    assert!(drawn.width < drawn.height * 4.0 && drawn.height < drawn.width * 2.0, "{} {}", drawn.width, drawn.height);
}

#[test]
fn nobody_sits_on_anybody() {
    let graph = district(120, 150);
    let drawn = layout(&graph, 4);
    for one in 0..120 {
        for other in 0..one {
            assert!(far(drawn.points[one], drawn.points[other]) > 0.6, "{one} and {other}");
        }
    }
}

#[test]
fn the_smallest_pictures() {
    assert_eq!(layout(&graph(0, &[]), 1).points, []);
    let alone = layout(&graph(1, &[]), 1);
    assert!((1.0..1.5).contains(&alone.width) && alone.height == 1.0, "{alone:?}");
    let pair = layout(&graph(2, &[(0, 1)]), 1);
    assert!((far(pair.points[0], pair.points[1]) - 1.0).abs() < 1e-6, "{pair:?}");
}
