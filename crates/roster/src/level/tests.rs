#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

fn stages(digits: &str) -> Option<Taught> {
    let taught: Vec<bool> = digits.chars().map(|digit| digit == '1').collect();
    Some(Taught::Stages { early: taught[0], primary: taught[1], lower: taught[2], upper: taught[3] })
}

fn grades(low: i8, high: i8) -> Option<Taught> {
    Some(Taught::Grades { low, high })
}

#[test]
fn stages_make_a_level() {
    for (digits, expected) in [
        ("1100", Some(Level::Elementary)),
        ("1110", Some(Level::Elementary)),
        ("1000", Some(Level::Elementary)),
        ("0100", Some(Level::Elementary)),
        ("0110", Some(Level::Middle)),
        ("0010", Some(Level::Middle)),
        ("0011", Some(Level::Secondary)),
        ("0001", Some(Level::Secondary)),
        ("0111", Some(Level::Combined)),
        ("1111", Some(Level::Combined)),
        ("1101", Some(Level::Combined)),
        ("0000", None),
    ] {
        assert_eq!(level(stages(digits), "Saint-Jacques"), expected, "{digits}");
    }
}

#[test]
fn grades_make_a_level() {
    for (low, high, expected) in [
        (-1, -1, Level::Elementary),
        (0, 5, Level::Elementary),
        (0, 8, Level::Elementary),
        (4, 5, Level::Elementary),
        (5, 6, Level::Middle),
        (6, 8, Level::Middle),
        (7, 9, Level::Middle),
        (8, 8, Level::Middle),
        (7, 12, Level::Secondary),
        (9, 12, Level::Secondary),
        (9, 9, Level::Secondary),
        (12, 13, Level::Secondary),
        (0, 12, Level::Combined),
        (-1, 9, Level::Combined),
        (6, 12, Level::Combined),
    ] {
        assert_eq!(level(grades(low, high), "Lincoln"), Some(expected), "{low} to {high}");
    }
}

#[test]
fn the_name_chooses_among_what_the_years_allow() {
    for (taught, name, expected) in [
        (stages("0011"), "Dr Knox Middle School", Level::Middle),
        (stages("0111"), "Canyon Falls Middle School", Level::Middle),
        (stages("0111"), "Saint-Charles, secondaire de", Level::Secondary),
        (stages("0110"), "Highpoint Community Elementary School", Level::Elementary),
        (stages("0010"), "Brooks Junior High School", Level::Middle),
        (grades(6, 12), "Jefferson High School", Level::Secondary),
        (grades(5, 6), "Monroe Elementary", Level::Elementary),
        // and is not believed against them
        (stages("1111"), "Redwater High School", Level::Combined),
        (stages("1110"), "Maple Middle School", Level::Elementary),
        (stages("0010"), "École élémentaire Roméo Dallaire", Level::Middle),
        (grades(0, 12), "Unity High School", Level::Combined),
        (grades(6, 12), "Riverview Middle School", Level::Combined),
        (grades(9, 12), "Lake Elementary", Level::Secondary),
    ] {
        assert_eq!(level(taught, name), Some(expected), "{name}");
    }
}

#[test]
fn a_name_alone_can_tell() {
    for (name, expected) in [
        ("École secondaire Élisabeth-Bruyère", Some(Level::Secondary)),
        ("École intermédiaire Ronald-Marion", Some(Level::Middle)),
        ("High Prairie Elementary", Some(Level::Elementary)),
        ("Middle River Consolidated", None),
        ("Jr. High", Some(Level::Middle)),
        ("Senior Secondary", Some(Level::Secondary)),
        ("Hazel McCallion Senior Public School", Some(Level::Middle)),
        ("Oak Elementary-Secondary", Some(Level::Combined)),
        ("Elementary and Middle", None),
        ("Notre-Dame", None),
    ] {
        assert_eq!(level(None, name), expected, "{name}");
    }
}

#[test]
fn level_columns_are_read() {
    let read = |cell| match named(cell) {
        Named::Level(level) => level.word().to_owned(),
        Named::Taught(Taught::Grades { low, high }) => format!("{low} to {high}"),
        Named::Taught(Taught::Stages { .. }) => "stages".to_owned(),
        Named::Without => "without".to_owned(),
        Named::Unknown => "unknown".to_owned(),
    };
    for (cell, expected) in [
        ("Elementary School", "elementary"),
        ("Niveau primaire", "elementary"),
        ("Intermédiaire", "middle"),
        ("HIGH", "secondary"),
        ("primaire et secondaire", "combined"),
        ("Elem/Sec", "combined"),
        ("K-7", "0 to 7"),
        ("9 – 12", "9 to 12"),
        ("K to 12", "0 to 12"),
        ("8", "8 to 8"),
        ("Not reported", "without"),
        ("12-9", "unknown"),
        ("Hogwarts", "unknown"),
        ("K-7-9", "unknown"),
    ] {
        assert_eq!(read(cell), expected, "{cell}");
    }
    for level in Level::ALL {
        assert_eq!(read(level.word()), level.word());
    }
}

#[test]
fn grades_are_numbers() {
    for (cell, expected) in [
        ("PK", Some(-1)),
        ("KG", Some(0)),
        ("TK", Some(0)),
        ("01", Some(1)),
        ("13", Some(13)),
        ("Grade 4", Some(4)),
        ("UG", None),
        ("AE", None),
        ("14", None),
        ("0", None),
    ] {
        assert_eq!(grade(cell), expected, "{cell}");
    }
    assert!(no_grade("UG") && no_grade("AE") && !no_grade("KG"));
}

proptest! {
    #[test]
    fn years_that_make_a_level_allow_it(low in -1_i8..=13, span in 0_i8..=14, digits in "[01]{4}") {
        for taught in [grades(low, (low + span).min(13)), stages(&digits)].into_iter().flatten() {
            if let Some(level) = taught.level() {
                prop_assert!(taught.allows(level), "{taught:?} {level:?}");
            }
        }
    }

    /// Whatever a school is called, teaching kindergarten and grade 12 is combined.
    #[test]
    fn no_name_talks_a_school_out_of_its_years(name in "(High|Middle|Elementary|Secondary|Lakeview| ){1,4}") {
        prop_assert_eq!(level(grades(0, 12), &name), Some(Level::Combined));
        prop_assert_eq!(level(stages("1111"), &name), Some(Level::Combined));
    }
}
