//! A reader who sees every number and knows who was invited, from where, in which role, and when
//! people met, tries to learn of a small group.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;

use super::made::{Shape, season, shapes};
use crate::tally::Tally;
use crate::*;

/// Something shown: which things it counts (people, or gatherings).
type Shown = Vec<i32>;

/// Every sum and difference of up to three shown numbers that counts a group of things.
fn groups_by_arithmetic(shown: &[Shown]) -> BTreeSet<Vec<i32>> {
    let mut all: BTreeSet<Vec<i32>> = BTreeSet::new();
    let shown: Vec<Shown> = shown.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect();
    let mut level: BTreeSet<Vec<i32>> = BTreeSet::from([vec![0; shown.first().map_or(0, Vec::len)]]);
    for _ in 0..3 {
        let mut next = BTreeSet::new();
        for vector in &level {
            for one in &shown {
                for sign in [1, -1] {
                    let sum: Vec<i32> = vector.iter().zip(one).map(|(have, more)| have + sign * more).collect();
                    if sum.iter().all(|have| (-1..=2).contains(have)) {
                        next.insert(sum);
                    }
                }
            }
        }
        all.extend(next.iter().cloned());
        level = next;
    }
    all.retain(|vector| vector.iter().all(|have| *have == 0 || *have == 1) && vector.contains(&1));
    all
}

fn small_of_people(season: &Season, figures: &Figures) -> Result<usize, String> {
    let tally = Tally::of(season);
    let reached = tally.reached(&tally.meetings);
    let of = |wanted: &dyn Fn(&Person) -> bool| -> Shown {
        tally.invited.iter().map(|person| i32::from(wanted(person))).collect()
    };
    let mut shown = Vec::new();
    if !figures.reach.hidden {
        shown.push(of(&|_| true));
    }
    for row in figures.by_level.iter().filter(|row| !row.reach.hidden) {
        shown.push(of(&|person| person.level == row.level));
    }
    for row in figures.by_school.iter().filter(|row| !row.reach.hidden) {
        shown.push(of(&|person| person.school == row.school && person.level == row.level));
    }
    for row in figures.by_role.iter().filter(|row| !row.reach.hidden) {
        shown.push(of(&|person| person.roles.contains(&row.role)));
    }
    let groups = groups_by_arithmetic(&shown);
    for group in &groups {
        let members: Vec<usize> = (0..group.len()).filter(|place| group[*place] == 1).collect();
        let came = members.iter().filter(|place| reached.contains(tally::size(**place))).count();
        if came < 5 || members.len() - came < 5 {
            return Err(format!("{came} of {} people {members:?}", members.len()));
        }
    }
    Ok(groups.len())
}

fn small_of_times(season: &Season, figures: &Figures) -> Result<usize, String> {
    let tally = Tally::of(season);
    let of = |wanted: &dyn Fn(&Gathering) -> bool| -> Shown {
        tally.meetings.iter().map(|meeting| i32::from(wanted(meeting.gathering))).collect()
    };
    let mut shown = Vec::new();
    if !figures.attendances.hidden {
        shown.push(of(&|_| true));
    }
    for row in figures.by_month.iter().filter(|row| !row.attendances.hidden) {
        shown.push(of(&|one| one.date.to_string().starts_with(&row.month)));
    }
    for row in figures.by_week.iter().filter(|row| !row.attendances.hidden) {
        shown.push(of(&|one| times::week_of(one.date) == row.week && one.date.to_string().starts_with(&row.month)));
    }
    for row in figures.by_gathering.iter().filter(|row| !row.came.hidden) {
        shown.push(of(&|one| one.id == row.gathering));
    }
    let groups = groups_by_arithmetic(&shown);
    for group in &groups {
        let chosen = || tally.meetings.iter().zip(group).filter(|(_, one)| **one == 1);
        let people: BTreeSet<u32> = chosen().flat_map(|(meeting, _)| meeting.came.iter()).collect();
        if people.len() < 5 {
            return Err(format!("{} people behind {group:?}", people.len()));
        }
    }
    Ok(groups.len())
}

/// A hidden count, its bounds, and the sums it is part of, narrowed until nothing changes.
struct Bounds {
    cells: Vec<(i64, i64)>,
    sums: Vec<(Vec<usize>, i64)>,
}

impl Bounds {
    fn narrow(&mut self) {
        loop {
            let before = self.cells.clone();
            for (members, sum) in &self.sums {
                for cell in members {
                    let others = || members.iter().filter(|other| *other != cell);
                    let low: i64 = others().map(|other| self.cells[*other].0).sum();
                    let high: i64 = others().map(|other| self.cells[*other].1).sum();
                    let (least, most) = self.cells[*cell];
                    self.cells[*cell] = (least.max(sum - high), most.min(sum - low));
                }
            }
            if self.cells == before {
                return;
            }
        }
    }
}

/// A hidden count that can be only one number: each person came or did not, each gathering had
/// between nobody and everybody, and every shown number is a sum of those.
fn pinned(season: &Season, figures: &Figures) -> Option<String> {
    let tally = Tally::of(season);
    let mut people = Bounds { cells: tally.invited.iter().map(|_| (0, 1)).collect(), sums: Vec::new() };
    let mut hidden = Vec::new();
    let mut add = |share: Share, wanted: &dyn Fn(&Person) -> bool| {
        let members: Vec<usize> = (0..tally.invited.len()).filter(|place| wanted(tally.invited[*place])).collect();
        match share.numerator {
            Some(sum) => people.sums.push((members, i64::from(sum))),
            None => hidden.push(members),
        }
    };
    add(figures.reach, &|_| true);
    for row in &figures.by_level {
        add(row.reach, &|person| person.level == row.level);
    }
    for row in &figures.by_school {
        add(row.reach, &|person| person.school == row.school && person.level == row.level);
    }
    for row in &figures.by_role {
        add(row.reach, &|person| person.roles.contains(&row.role));
    }
    people.narrow();
    for group in hidden.into_iter().filter(|group| !group.is_empty()) {
        let low: i64 = group.iter().map(|place| people.cells[*place].0).sum();
        let high: i64 = group.iter().map(|place| people.cells[*place].1).sum();
        if low >= high {
            return Some(format!("{group:?} must be {low}"));
        }
    }
    let held = tally.meetings.len();
    let mut times =
        Bounds { cells: vec![(0, i64::try_from(tally.invited.len()).unwrap() + 9); held], sums: Vec::new() };
    let mut hidden = Vec::new();
    let mut add = |count: Count, wanted: &dyn Fn(&Gathering) -> bool| {
        let members: Vec<usize> = (0..held).filter(|place| wanted(tally.meetings[*place].gathering)).collect();
        match count.value {
            Some(sum) => times.sums.push((members, i64::from(sum))),
            None => hidden.push(members),
        }
    };
    add(figures.attendances, &|_| true);
    for row in &figures.by_month {
        add(row.attendances, &|one| one.date.to_string().starts_with(&row.month));
    }
    for row in &figures.by_week {
        add(row.attendances, &|one| {
            times::week_of(one.date) == row.week && one.date.to_string().starts_with(&row.month)
        });
    }
    for row in &figures.by_gathering {
        add(row.came, &|one| one.id == row.gathering);
    }
    times.narrow();
    hidden.into_iter().find_map(|group| {
        let low: i64 = group.iter().map(|place| times.cells[*place].0).sum();
        let high: i64 = group.iter().map(|place| times.cells[*place].1).sum();
        (low >= high).then(|| format!("gatherings {group:?} must have {low}"))
    })
}

/// The differences that are the size of a group, of figures that are both shown.
fn differences(season: &Season, figures: &Figures) -> Vec<(&'static str, i64)> {
    let reach = figures.reach;
    let (yes, back) = (figures.said_yes_and_came, figures.returners);
    let first = figures.first_timers.numerator;
    let all = figures.attendances.value;
    let mut pairs = vec![
        ("did not come", reach.denominator, reach.numerator),
        ("came once", reach.numerator, figures.came_twice.value),
        ("came first to the last", reach.numerator, back.denominator),
        ("did not come back", back.denominator, back.numerator),
        ("said yes and did not come", yes.denominator, yes.numerator),
        ("came without yes", all, yes.numerator),
        ("were expected", all, figures.walk_ins.value),
        ("first-timers", first, Some(0)),
        ("walk-ins", figures.walk_ins.value, Some(0)),
        ("had come in an earlier year", reach.numerator, first),
    ];
    let tally = Tally::of(season);
    for (row, meeting) in figures.by_gathering.iter().zip(&tally.meetings) {
        pairs.push(("had come before", row.came.value, row.first_timers.value));
        if meeting.came.is_subset(&tally.everybody) {
            pairs.push(("came, but not then", reach.numerator, row.came.value));
            pairs.push(("did not come then", figures.invited.value, row.came.value));
        }
    }
    if let (Some(last), Some(came), Some(eligible)) =
        (figures.by_gathering.last().and_then(|row| row.came.value), reach.numerator, back.denominator)
        && tally.meetings.last().is_some_and(|last| last.came.is_subset(&tally.everybody))
    {
        pairs.push(("came back to the last", Some(last), Some(came - eligible)));
    }
    pairs.into_iter().filter_map(|(name, many, few)| Some((name, i64::from(many?) - i64::from(few?)))).collect()
}

fn told(season: &Season) -> Option<Figures> {
    match use_of(season) {
        Use::Told(figures) => Some(*figures),
        Use::TooFewToTell { .. } => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_sum_or_difference_of_shown_numbers_is_a_small_group(shape in shapes()) {
        let season = season(shape);
        if let Some(figures) = told(&season) {
            prop_assert!(small_of_people(&season, &figures).is_ok(), "{:?}", small_of_people(&season, &figures));
            prop_assert!(small_of_times(&season, &figures).is_ok(), "{:?}", small_of_times(&season, &figures));
        }
    }

    #[test]
    fn no_hidden_count_is_pinned_by_bounds(shape in shapes()) {
        let season = season(shape);
        if let Some(figures) = told(&season) {
            prop_assert_eq!(pinned(&season, &figures), None);
        }
    }

    #[test]
    fn no_two_figures_of_which_one_holds_the_other_differ_by_a_few(shape in shapes()) {
        let season = season(shape);
        if let Some(figures) = told(&season) {
            for (name, difference) in differences(&season, &figures) {
                prop_assert!(difference == 0 || difference >= 5, "{}: {}", name, difference);
            }
        }
    }

    #[test]
    fn two_periods_do_not_subtract_to_a_few(shape in shapes(), months in prop::array::uniform4(1_i8..=6)) {
        let season = season(Shape { gatherings: shape.gatherings + 12, ..shape });
        let period = |from: i8, to: i8| {
            let (from, to) = (from.min(to), from.max(to));
            let (from, to) = (Some(date(2026, from, 1)), Some(date(2026, to, 1)));
            told(&Season { from, to, ..season.clone() }).map(|figures| (figures, from, to))
        };
        let one = period(months[0], months[1]);
        let other = period(months[2], months[3]);
        if let (Some((one, from, to)), Some((other, other_from, other_to))) = (one, other) {
            let within = other_from <= from && to <= other_to;
            if let (true, Some(few), Some(many)) = (within, one.reach.numerator, other.reach.numerator) {
                prop_assert!(few == many || few + 5 <= many, "{few} and {many}");
                prop_assert!(few < many || one.by_month == other.by_month);
            }
        }
    }
}

/// The properties above would hold of an answer that shows nothing; and they would not, had the
/// attacks no teeth.
#[test]
fn the_attacks_have_something_to_attack_and_would_notice() {
    let (mut groups, mut noticed, mut parts, mut compared) = (0, 0, 0, 0);
    for seed in 0..40 {
        let shape = Shape { seed, people: 60, gatherings: 12, schools: 5, comes: 20, uninvited: 2 };
        let season = season(shape);
        let Some(mut figures) = told(&season) else { continue };
        groups += small_of_people(&season, &figures).unwrap();
        groups += small_of_times(&season, &figures).unwrap();
        compared += differences(&season, &figures).len();
        let february = Some(date(2026, 2, 1));
        let part = told(&Season { to: february, ..season.clone() });
        parts += usize::from(part.is_some_and(|part| !part.whole && !part.reach.hidden));
        for row in &mut figures.by_school {
            row.reach = Share::shown(1, 2);
        }
        for row in &mut figures.by_gathering {
            row.came = Count::shown(1);
        }
        noticed += usize::from(small_of_people(&season, &figures).is_err());
        noticed += usize::from(small_of_times(&season, &figures).is_err());
    }
    assert!(groups > 200, "{groups} groups");
    assert!(compared > 300, "{compared} compared");
    assert!(noticed > 10, "{noticed} noticed");
    assert!(parts > 0, "no part of a series shows its reach");
}
