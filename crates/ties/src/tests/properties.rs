//! What holds of every graph, against the plainest way to count it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use crate::{Graph, change, components, density, layout, mixing, on_the_edge, reach, suggest};

fn pairs() -> impl Strategy<Value = (u32, Vec<(u32, u32)>)> {
    (1u32..24).prop_flat_map(|people| (Just(people), prop::collection::vec((0..people, 0..people), 0..60)))
}

fn set(pairs: &[(u32, u32)]) -> BTreeSet<(u32, u32)> {
    pairs.iter().filter(|(one, other)| one != other).map(|(one, other)| (*one.min(other), *one.max(other))).collect()
}

fn made(people: u32, pairs: &[(u32, u32)]) -> Graph {
    Graph::new(people, pairs.iter().map(|(one, other)| (*one, *other, 1.0)))
}

/// Steps from one person to all others.
fn steps(people: u32, set: &BTreeSet<(u32, u32)>, from: u32) -> BTreeMap<u32, u32> {
    let mut at = BTreeMap::from([(from, 0)]);
    for round in 1..=people {
        let near: Vec<u32> = at.keys().copied().collect();
        for one in near {
            for other in 0..people {
                if set.contains(&(one.min(other), one.max(other))) {
                    at.entry(other).or_insert(round);
                }
            }
        }
    }
    at
}

proptest! {
    #[test]
    fn measures_are_as_counted_plainly((people, pairs) in pairs(), groups in prop::collection::vec(prop::option::of(0u32..3), 24)) {
        let (graph, set) = (made(people, &pairs), set(&pairs));
        prop_assert_eq!(graph.pairs(), set.len() as u64);
        prop_assert_eq!(graph.each_pair().map(|(one, other, _)| (one, other)).collect::<BTreeSet<_>>(), set.clone());
        let all: Vec<BTreeMap<u32, u32>> = (0..people).map(|one| steps(people, &set, one)).collect();
        let parts = components(&graph);
        for (one, steps) in all.iter().enumerate() {
            for other in 0..people {
                prop_assert_eq!(parts.of[one] == parts.of[other as usize], steps.contains_key(&other));
            }
        }
        prop_assert_eq!(parts.sizes.iter().sum::<u32>(), people);
        let degree = |one: u32| set.iter().filter(|pair| pair.0 == one || pair.1 == one).count();
        prop_assert_eq!(on_the_edge(&graph) as usize, (0..people).filter(|one| degree(*one) < 2).count());
        if people > 1 {
            let near = all.iter().flat_map(BTreeMap::values).filter(|steps| (1..=2).contains(*steps)).count() as f64;
            prop_assert!((reach(&graph).unwrap() - near / f64::from(people * (people - 1))).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&density(&graph).unwrap()));
        }
        let mixed = mixing(&graph, &groups, 3);
        let of = |one: u32| groups[one as usize];
        let grouped = set.iter().filter(|pair| of(pair.0).is_some() && of(pair.1).is_some()).count() as u64;
        prop_assert_eq!(mixed.within() + mixed.between(), grouped);
        prop_assert_eq!(mixed.people.iter().sum::<u32>() + mixed.without, people);
    }

    #[test]
    fn change_adds_up((people, then) in pairs(), now in prop::collection::vec((0u32..24, 0u32..24), 0..60)) {
        let (then, now) = (made(people, &then), made(people, &now));
        let change = change(&then, &now);
        prop_assert_eq!((change.kept + change.gone, change.kept + change.new), (then.pairs(), now.pairs()));
    }

    #[test]
    fn suggested_are_two_steps_away((people, pairs) in pairs(), who in 0u32..24) {
        let (graph, set) = (made(people, &pairs), set(&pairs));
        let found: BTreeSet<u32> = suggest(&graph, who, &[], 100).iter().map(|one| one.person).collect();
        let two: BTreeSet<u32> = if who < people {
            steps(people, &set, who).into_iter().filter(|(_, steps)| *steps == 2).map(|(one, _)| one).collect()
        } else {
            BTreeSet::new()
        };
        prop_assert_eq!(found, two);
    }

    #[test]
    fn a_picture_has_everybody_in_it((people, pairs) in pairs(), seed in any::<u64>()) {
        let drawn = layout(&made(people, &pairs), seed);
        prop_assert_eq!(drawn.points.len(), people as usize);
        for point in &drawn.points {
            prop_assert!((0.0..=drawn.width + 1e-9).contains(&point.x) && (0.0..=drawn.height + 1e-9).contains(&point.y));
        }
    }
}
