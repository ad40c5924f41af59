#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn tables(wholes: &[u32]) -> Vec<Vec<u32>> {
    wholes.iter().fold(vec![Vec::new()], |tables, whole| {
        tables.iter().flat_map(|table| (0..=*whole).map(move |count| [table.as_slice(), &[count]].concat())).collect()
    })
}

/// What a reader sees of a table whose total is shown.
fn seen(counts: &[u32], wholes: &[u32]) -> (u32, Vec<Option<u32>>) {
    let rows: Vec<Row> = counts.iter().zip(wholes).map(|(count, whole)| Row::of_people(*count, *whole)).collect();
    let cells = shown(&rows);
    let cells = counts.iter().zip(cells).map(|(count, shown)| shown.then_some(*count)).collect();
    (counts.iter().sum(), cells)
}

/// Every table there is, so that the reader who knows the rule and every whole is answered for:
/// whatever is seen, each hidden count could still be one of two.
#[test]
fn a_reader_who_knows_the_rule_and_the_wholes_cannot_work_out_a_hidden_count() {
    for wholes in [
        vec![3, 10, 12],
        vec![12, 10, 3],
        vec![10, 10, 10],
        vec![1, 14, 14],
        vec![5, 5],
        vec![2, 3, 4, 5],
        vec![11, 2, 11, 3],
        vec![1, 11, 1, 11],
        vec![20, 21],
    ] {
        let mut possible: BTreeMap<_, Vec<BTreeSet<u32>>> = BTreeMap::new();
        for counts in tables(&wholes) {
            if !both_sides(counts.iter().sum(), wholes.iter().sum()) {
                continue; // then the total is not shown, and nothing beneath it
            }
            let values = possible.entry(seen(&counts, &wholes)).or_insert_with(|| vec![BTreeSet::new(); wholes.len()]);
            for (value, count) in values.iter_mut().zip(&counts) {
                value.insert(*count);
            }
        }
        for ((total, cells), values) in possible {
            for (cell, values) in cells.iter().zip(values) {
                assert!(
                    cell.is_some() || values.len() >= 2,
                    "wholes {wholes:?}, total {total}, {cells:?} leaves only {values:?}"
                );
            }
        }
    }
}

#[test]
fn nothing_is_hidden_where_every_row_is_large() {
    assert_eq!(seen(&[5, 7, 20], &[10, 12, 40]).1, [Some(5), Some(7), Some(20)]);
}

#[test]
fn a_small_row_takes_the_next_one_with_it() {
    assert_eq!(seen(&[9, 2, 8, 7], &[20, 9, 20, 20]).1, [Some(9), None, None, Some(7)]);
    assert_eq!(seen(&[9, 8, 7, 2], &[20, 20, 20, 9]).1, [None, Some(8), Some(7), None]);
}

#[test]
fn nobody_and_everybody_are_small() {
    assert_eq!(seen(&[0, 9, 9], &[12, 20, 20]).1, [None, None, Some(9)]);
    assert_eq!(seen(&[12, 9, 9], &[12, 20, 20]).1, [None, None, Some(9)]);
}

#[test]
fn a_partner_that_leaves_no_doubt_hides_the_table() {
    // Of ten, at least five did and five did not: five. So the row of three would be known.
    assert_eq!(seen(&[2, 5, 10], &[3, 10, 20]).1, [None, None, None]);
}
