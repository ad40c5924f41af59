#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;

use jiff::civil::{date, time};

use super::*;
use crate::words::Language;

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

fn at(day: Date, hour: i8, minute: i8, name: &str) -> String {
    resolve(day, time(hour, minute, 0, 0), &zone(name)).unwrap().to_string()
}

#[test]
fn british_columbia_no_longer_changes_its_clocks() {
    let nine = |day| at(day, 9, 0, "America/Vancouver");
    assert_eq!(nine(date(2026, 1, 15)), "2026-01-15T17:00:00Z");
    assert_eq!(nine(date(2026, 7, 15)), "2026-07-15T16:00:00Z");
    assert_eq!(nine(date(2026, 12, 1)), "2026-12-01T16:00:00Z");
    assert_eq!(nine(date(2027, 1, 15)), "2027-01-15T16:00:00Z");
    // Its neighbour still does.
    assert_eq!(at(date(2026, 12, 1), 9, 0, "America/Los_Angeles"), "2026-12-01T17:00:00Z");
}

#[test]
fn a_time_that_the_clocks_jump_over_does_not_exist() {
    let spring = date(2026, 3, 8);
    let toronto = zone("America/Toronto");
    let gap = resolve(spring, time(2, 30, 0, 0), &toronto).unwrap_err();
    assert_eq!(gap.resumes, spring.at(3, 0, 0, 0));
    assert_eq!(
        gap.to_string(),
        "02:30:00 does not exist on 2026-03-08 in America/Toronto: \
         the clocks jump to 2026-03-08T03:00:00"
    );
    assert_eq!(resolve_generated(spring, time(2, 30, 0, 0), &toronto), None);
    let first = resolve(spring, time(2, 0, 0, 0), &toronto).unwrap_err();
    assert_eq!(first.resumes, spring.at(3, 0, 0, 0));
    assert_eq!(at(spring, 1, 59, "America/Toronto"), "2026-03-08T06:59:00Z");
    assert_eq!(at(spring, 3, 0, "America/Toronto"), "2026-03-08T07:00:00Z");
    // Samoa left out a whole day.
    let apia = resolve(date(2011, 12, 30), time(12, 0, 0, 0), &zone("Pacific/Apia")).unwrap_err();
    assert_eq!(apia.resumes, date(2011, 12, 31).at(0, 0, 0, 0));
}

#[test]
fn of_a_time_that_comes_twice_the_first_is_meant() {
    assert_eq!(at(date(2026, 11, 1), 1, 30, "America/Toronto"), "2026-11-01T05:30:00Z");
    assert_eq!(at(date(2026, 11, 1), 2, 0, "America/Toronto"), "2026-11-01T07:00:00Z");
}

#[test]
fn a_zone_keeps_its_name() {
    assert_eq!(zone("america/vancouver").name(), "America/Vancouver");
    assert_eq!(zone(" America/Montreal ").name(), "America/Montreal");
    assert_eq!(zone("US/Pacific").name(), "US/Pacific");
    assert_eq!(zone("utc"), Zone::utc());
    for wrong in ["", "Vancouver", "America/Kelowna", "PST8PDT4", "+08:00", "Etc/Unknown", "Factory", "../etc/passwd"] {
        assert_eq!(wrong.parse::<Zone>(), Err(UnknownZone(wrong.to_owned())));
    }
}

#[test]
fn local_time_is_that_on_the_wall() {
    let now: Timestamp = "2026-01-15T05:00:00Z".parse().unwrap();
    assert_eq!(zone("America/Vancouver").today(now), date(2026, 1, 14));
    assert_eq!(Zone::utc().today(now), date(2026, 1, 15));
    assert_eq!(zone("America/Vancouver").local(now), date(2026, 1, 14).at(21, 0, 0, 0));
}

#[test]
fn labels_are_what_people_say() {
    assert_eq!(zone("America/Vancouver").label(Language::English), "Pacific Time (Vancouver)");
    assert_eq!(zone("America/Toronto").label(Language::French), "heure de l’Est (Toronto)");
    assert_eq!(zone("Europe/Paris").label(Language::English), "Paris (Europe)");
    assert_eq!(zone("America/Argentina/Buenos_Aires").label(Language::English), "Buenos Aires (America, Argentina)");
    assert_eq!(zone("UTC").label(Language::French), "UTC");
    assert_eq!(zone("Etc/GMT+8").label(Language::English), "Etc/GMT+8");
}

#[test]
fn every_zone_can_be_chosen_once() {
    let choices = choices(Language::English);
    assert_eq!(choices.near[0].name, "America/Vancouver");
    let all: Vec<&Choice> = choices.near.iter().chain(&choices.others).collect();
    let names: HashSet<&str> = all.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(names.len(), all.len());
    for choice in &all {
        assert_eq!(zone(&choice.name).name(), choice.name);
    }
    let known = TimeZoneDatabase::bundled().available().count();
    assert_eq!(all.len(), known - 1, "all but the placeholder");
    let labels: HashSet<&str> = choices.near.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(labels.len(), choices.near.len());
    // Puerto Rico has a country code of its own.
    let countries: Vec<String> = choices
        .near
        .iter()
        .map(|choice| zone(&choice.name).rules().location().unwrap().country().replace("PR", "US"))
        .collect();
    assert!(
        countries.is_sorted() && countries.iter().all(|country| country == "CA" || country == "US"),
        "{countries:?}"
    );
}
