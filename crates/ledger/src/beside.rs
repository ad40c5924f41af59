//! Figures that are read beside others: those of a network's year beside those of its series, which the same
//! reader may see. What one less the other would tell of a few people is hidden here.

use std::collections::HashMap;

use crate::FEWEST;
use crate::figures::{Count, Figures, Median, Share, Use};

/// The figures of several series together, for a reader who sees the figures of each, and may take them away. Where
/// a number and its counterpart there (or all of them added up) differ by a few, all of its kind is hidden: people
/// who were reached, or times people came.
#[must_use]
pub fn beside(answer: Use, others: &[Use]) -> Use {
    let Use::Told(mut figures) = answer else { return answer };
    let others: Vec<&Figures> = others
        .iter()
        .filter_map(|other| match other {
            Use::Told(figures) => Some(figures.as_ref()),
            Use::TooFewToTell { .. } => None,
        })
        .collect();
    if others.iter().any(|other| is_close(&people(&figures), &people(other))) {
        hide_people(&mut figures);
    }
    let all: Vec<Row> = others.iter().flat_map(|other| times(other)).collect();
    let added: Vec<Row> = times(&figures)
        .into_iter()
        .map(|(label, _)| {
            let parts = all.iter().filter(|(other, _)| *other == label);
            let sum = parts.map(|(_, number)| *number).try_fold(0_u32, |sum, number| Some(sum.saturating_add(number?)));
            (label, sum)
        })
        .collect();
    if others.iter().any(|other| is_close(&times(&figures), &times(other))) || is_close(&times(&figures), &added) {
        hide_times(&mut figures);
    }
    Use::Told(figures)
}

/// What a number is of, and the number where it is shown.
type Row = (String, Option<u32>);

fn is_close(mine: &[Row], theirs: &[Row]) -> bool {
    let theirs: HashMap<&str, Option<u32>> = theirs.iter().map(|(label, number)| (label.as_str(), *number)).collect();
    mine.iter().any(|(label, number)| match (number, theirs.get(label.as_str())) {
        (Some(one), Some(Some(other))) => (1..FEWEST).contains(&one.abs_diff(*other)),
        _ => false,
    })
}

fn people(figures: &Figures) -> Vec<Row> {
    let mut rows = vec![
        ("reach".to_owned(), figures.reach.numerator),
        ("first".to_owned(), figures.first_timers.numerator),
        ("twice".to_owned(), figures.came_twice.value),
        ("back".to_owned(), figures.returners.numerator),
    ];
    rows.extend(figures.by_level.iter().map(|row| (format!("level {:?}", row.level), row.reach.numerator)));
    let schools = figures.by_school.iter();
    rows.extend(schools.map(|row| (format!("school {:?} {:?}", row.school, row.level), row.reach.numerator)));
    rows.extend(figures.by_role.iter().map(|row| (format!("role {}", row.role), row.reach.numerator)));
    rows
}

fn times(figures: &Figures) -> Vec<Row> {
    let mut rows = vec![
        ("all".to_owned(), figures.attendances.value),
        ("walked in".to_owned(), figures.walk_ins.value),
        ("guests".to_owned(), figures.guests.value),
        ("said yes".to_owned(), figures.said_yes_and_came.numerator),
    ];
    rows.extend(figures.by_month.iter().map(|row| (format!("month {}", row.month), row.attendances.value)));
    rows.extend(figures.by_week.iter().map(|row| (format!("week {} {}", row.week, row.month), row.attendances.value)));
    rows
}

fn hide_people(figures: &mut Figures) {
    figures.reach = Share::hidden();
    figures.first_timers = Share::hidden();
    figures.came_twice = Count::hidden();
    figures.returners = Share::hidden();
    figures.by_level.iter_mut().for_each(|row| row.reach = Share::hidden());
    figures.by_school.iter_mut().for_each(|row| row.reach = Share::hidden());
    figures.by_role.iter_mut().for_each(|row| row.reach = Share::hidden());
    figures.by_gathering.iter_mut().for_each(|row| row.first_timers = Count::hidden());
}

fn hide_times(figures: &mut Figures) {
    figures.attendances = Count::hidden();
    figures.median = Median { value: None, hidden: true };
    figures.walk_ins = Count::hidden();
    figures.guests = Count::hidden();
    figures.said_yes_and_came = Share::hidden();
    figures.by_month.iter_mut().for_each(|row| row.attendances = Count::hidden());
    figures.by_week.iter_mut().for_each(|row| row.attendances = Count::hidden());
    for row in &mut figures.by_gathering {
        row.came = Count::hidden();
        row.first_timers = Count::hidden();
    }
}
