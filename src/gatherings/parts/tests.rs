//! Rules of parts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::civil::{date, time};

use super::*;

/// Wednesdays from 7 January to 18 March 2026.
fn wednesdays() -> Part {
    Part {
        first_date: Text(date(2026, 1, 7)),
        last_date: Text(date(2026, 3, 18)),
        title: "Coffee".to_owned(),
        weekdays: Text("wed".parse().unwrap()),
        every_weeks: 1,
        starts: Text(time(12, 5, 0, 0)),
        ends: Text(time(12, 45, 0, 0)),
        zone: Text("America/Vancouver".parse().unwrap()),
        school_id: None,
        place: "Library".to_owned(),
        link: None,
        capacity: None,
        welcome_minutes: 3,
        close_minutes: 2,
    }
}

fn dates(parts: &[Part]) -> Vec<String> {
    parts.iter().flat_map(|part| part.rule(Vec::new()).dates()).map(|date| date.to_string()).collect()
}

fn on(days: &str) -> Text<Weekdays> {
    Text(days.parse().unwrap())
}

#[test]
fn from_here_on_ends_a_rule_and_begins_another() {
    let before = wednesdays();
    let after = Part { weekdays: on("thu"), last_date: Text(date(2026, 2, 20)), ..before.clone() };
    let parts = changed(std::slice::from_ref(&before), Some(date(2026, 2, 4)), &before, &after);
    assert_eq!(parts.len(), 2);
    assert_eq!(
        dates(&parts),
        ["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28", "2026-02-05", "2026-02-12", "2026-02-19"]
    );
    assert_eq!(*part_on(&parts, date(2026, 1, 28)).unwrap().weekdays, *on("wed"));
    assert_eq!(*part_on(&parts, date(2026, 2, 5)).unwrap().weekdays, *on("thu"));
    assert_eq!(*part_on(&parts, date(2025, 1, 1)).unwrap().weekdays, *on("wed"), "before them all is the first");
}

#[test]
fn the_week_of_the_date_belongs_to_what_comes() {
    let before = wednesdays();
    let monday = Part { weekdays: on("mon"), ..before.clone() };
    let parts = changed(std::slice::from_ref(&before), Some(date(2026, 2, 4)), &before, &monday);
    assert!(dates(&parts).contains(&"2026-02-02".to_owned()), "{:?}", dates(&parts));
    // But not where the series met earlier in that week.
    let before = Part { weekdays: Text(on("mon").with(jiff::civil::Weekday::Wednesday)), ..before };
    let parts = changed(std::slice::from_ref(&before), Some(date(2026, 2, 4)), &before, &monday);
    let dates = dates(&parts);
    assert_eq!(dates.iter().filter(|date| *date == "2026-02-02").count(), 1);
    assert!(!dates.contains(&"2026-02-04".to_owned()) && dates.contains(&"2026-02-09".to_owned()));
}

#[test]
fn every_second_week_stays_the_same_every_second_week() {
    let before = Part { every_weeks: 2, ..wednesdays() };
    let after = Part { place: "Gym".to_owned(), ..before.clone() };
    for from in [date(2026, 2, 4), date(2026, 1, 30), date(2026, 2, 10)] {
        let parts = changed(std::slice::from_ref(&before), Some(from), &before, &after);
        assert_eq!(dates(&parts), dates(std::slice::from_ref(&before)), "{from}");
        assert_eq!(parts.len(), 2, "{from}");
    }
}

#[test]
fn a_change_of_all_leaves_alone_what_it_does_not_name() {
    let before = wednesdays();
    let thursday = Part { weekdays: on("thu"), ..before.clone() };
    let parts = changed(std::slice::from_ref(&before), Some(date(2026, 2, 4)), &before, &thursday);
    let gym = Part { place: "Gym".to_owned(), ..thursday.clone() };
    let all = changed(&parts, None, &thursday, &gym);
    assert_eq!(dates(&all), dates(&parts));
    assert!(all.iter().all(|part| part.place == "Gym"));
    // Taken back, the two are one again.
    let back = changed(&parts, Some(date(2026, 2, 5)), &thursday, &before);
    assert_eq!(back, [before]);
}

#[test]
fn the_ends_of_the_whole_move() {
    let before = wednesdays();
    let thursday = Part { weekdays: on("thu"), ..before.clone() };
    let parts = changed(std::slice::from_ref(&before), Some(date(2026, 2, 4)), &before, &thursday);
    let shorter = Part { last_date: Text(date(2026, 1, 20)), ..thursday.clone() };
    assert_eq!(dates(&changed(&parts, None, &thursday, &shorter)), ["2026-01-07", "2026-01-14"]);
    let later = Part { first_date: Text(date(2026, 3, 4)), ..thursday.clone() };
    assert_eq!(dates(&changed(&parts, None, &thursday, &later)), ["2026-03-05", "2026-03-12"]);
    let longer = Part { last_date: Text(date(2026, 3, 26)), ..thursday.clone() };
    assert_eq!(dates(&changed(&parts, None, &thursday, &longer)).last().unwrap(), "2026-03-26");
}

#[test]
fn a_date_goes_on_as_one_of_its_week() {
    let gone = [date(2026, 2, 4), date(2026, 2, 11), date(2026, 2, 18)];
    let new = [date(2026, 2, 5), date(2026, 2, 19), date(2026, 2, 26)];
    assert_eq!(pair(&gone, &new), [(gone[0], new[0]), (gone[2], new[1])]);
}
