//! Cases one can count on one's fingers.

use super::graph;
use crate::{Change, Graph, change, components, density, mixing, on_the_edge, reach, suggest};

/// 0-1-2-3 in a line, 4-5-6 a triangle, 7 alone.
fn small() -> Graph {
    graph(8, &[(0, 1), (1, 2), (2, 3), (4, 5), (5, 6), (6, 4)])
}

#[test]
fn pairs_come_in_any_order_and_count_once() {
    let one = Graph::new(3, [(2, 0, 1.0), (0, 2, 2.0), (1, 1, 1.0), (0, 9, 1.0), (0, 1, 0.0), (0, 1, f64::NAN)]);
    assert_eq!(one, Graph::new(3, [(0, 2, 2.0), (2, 0, 1.0)]));
    assert_eq!((one.people(), one.pairs(), one.degree(0), one.degree(1)), (3, 1, 1, 0));
    assert_eq!((one.strength(2, 0), one.strength(0, 1), one.strength(9, 0)), (Some(3.0), None, None));
    assert_eq!(one.each_pair().collect::<Vec<_>>(), [(0, 2, 3.0)]);
    assert!(one.tied_to(3).is_empty());
}

#[test]
fn density_is_of_possible_pairs() {
    assert_eq!(density(&small()), Some(6.0 / 28.0));
    assert_eq!(density(&graph(1, &[])), None);
    assert_eq!(density(&graph(3, &[(0, 1), (1, 2), (0, 2)])), Some(1.0));
}

#[test]
fn parts_are_numbered_by_their_lowest_person() {
    let parts = components(&small());
    assert_eq!((parts.of.as_slice(), parts.sizes.as_slice()), (&[0, 0, 0, 0, 1, 1, 1, 2][..], &[4, 3, 1][..]));
    assert_eq!(parts.largest(), 4);
    assert_eq!(components(&graph(0, &[])).largest(), 0);
}

#[test]
fn the_edge_is_who_has_one_tie_or_none() {
    // The ends of the line, and who is alone.
    assert_eq!(on_the_edge(&small()), 3);
}

#[test]
fn reach_is_within_two_steps() {
    // In the line 2 + 3 + 3 + 2 others, in the triangle 2 each, alone 0; of 7 others each.
    assert_eq!(reach(&small()), Some((10.0 + 6.0) / 56.0));
    assert_eq!(reach(&graph(1, &[])), None);
    assert_eq!(reach(&graph(4, &[(0, 1), (0, 2), (0, 3)])), Some(1.0));
}

#[test]
fn the_ei_index_goes_from_all_within_to_all_between() {
    let levels = [Some(0), Some(0), Some(1), Some(1), Some(0), Some(1), None, Some(0)];
    let mixed = mixing(&small(), &levels, 2);
    assert_eq!((mixed.people.as_slice(), mixed.without), (&[4, 3][..], 1));
    // 0-1 and 2-3 within, 1-2 and 4-5 between; two ties of the one without a level count nowhere.
    assert_eq!(mixed.pairs, [(0, 0, 1), (0, 1, 2), (1, 1, 1)]);
    assert_eq!((mixed.within(), mixed.between(), mixed.ei()), (2, 2, Some(0.0)));
    assert_eq!(mixing(&graph(2, &[(0, 1)]), &[Some(0), Some(0)], 1).ei(), Some(-1.0));
    assert_eq!(mixing(&graph(2, &[(0, 1)]), &[Some(0), Some(1)], 2).ei(), Some(1.0));
    assert_eq!(mixing(&graph(2, &[]), &[Some(0), Some(1)], 2).ei(), None);
}

#[test]
fn change_is_kept_new_and_gone() {
    let then = graph(4, &[(0, 1), (1, 2)]);
    let now = graph(4, &[(2, 1), (2, 3), (0, 3)]);
    assert_eq!(change(&then, &now), Change { kept: 1, new: 2, gone: 1, behind: [2, 3, 2] });
    assert_eq!(change(&then, &now).share_kept(), Some(0.5));
    assert_eq!(change(&graph(2, &[]), &now).share_kept(), None);
}

#[test]
fn who_shares_an_interest_is_suggested_first_and_never_who_is_tied_already() {
    // 0 knows 1 and 2; 1 knows 3 and 4, 2 knows 4 and 5 and 6; 5 and 0 both like 9.
    let graph = graph(8, &[(0, 1), (0, 2), (1, 3), (1, 4), (2, 4), (2, 5), (2, 6), (6, 7)]);
    let mut interests = vec![Vec::new(); 8];
    interests[0] = vec![3, 9];
    interests[5] = vec![9];
    interests[1] = vec![3, 9];
    interests[7] = vec![3, 9];
    let found = suggest(&graph, 0, &interests, 10);
    let who: Vec<u32> = found.iter().map(|one| one.person).collect();
    // 5 by interest, 4 through two, 3 through somebody who knows fewer than 6's does.
    assert_eq!(who, [5, 4, 3, 6]);
    assert_eq!((found[0].interests.as_slice(), found[0].through.as_slice()), (&[9][..], &[2][..]));
    assert_eq!(found[1].through, [1, 2]);
    assert_eq!(suggest(&graph, 0, &interests, 1).len(), 1);
    assert!(suggest(&graph, 99, &interests, 9).is_empty());
}
