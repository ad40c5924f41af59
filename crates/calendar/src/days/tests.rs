#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn one(year: i16, month: i8, day: i8, name: &str) -> NamedDays {
    let day = date(year, month, day);
    NamedDays { first: day, last: day, name: name.to_owned() }
}

#[test]
fn a_day_is_read_as_people_type_it() {
    let labour = one(2026, 9, 7, "Labour Day");
    for line in [
        "2026-09-07 Labour Day",
        "2026/9/7: Labour Day",
        "2026-09-07,Labour Day",
        "Labour Day\t2026.09.07",
        "September 7, 2026 Labour Day",
        "Sept. 7 2026 – Labour Day",
        "Sep 7th: Labour Day",
        "7 September 2026 Labour Day",
        "Monday, September 7, 2026 - Labour Day",
        "Labour Day – Mon. Sept 7",
        "Labour Day (Monday, September 7)",
        "• Labour Day, 7 Sept",
    ] {
        assert_eq!(read_line(line, 2026), Ok(labour.clone()), "{line}");
    }
    let travail = one(2026, 9, 7, "Fête du Travail");
    for line in [
        "le lundi 7 septembre 2026 : Fête du Travail",
        "7 sept. 2026 Fête du Travail",
        "Fête du Travail, lundi 7 septembre",
        "2026-09-07\u{a0}Fête du Travail",
    ] {
        assert_eq!(read_line(line, 2026), Ok(travail.clone()), "{line}");
    }
    assert_eq!(read_line("1er juillet 2027 Fête du Canada", 2026), Ok(one(2027, 7, 1, "Fête du Canada")));
    assert_eq!(read_line("Feb 15 Family Day", 2026), Ok(one(2027, 2, 15, "Family Day")), "the school year's February");
}

#[test]
fn several_days_are_read_as_people_type_them() {
    let winter = |name: &str| NamedDays { first: date(2026, 12, 21), last: date(2027, 1, 1), name: name.to_owned() };
    for line in [
        "2026-12-21 to 2027-01-01 Winter break",
        "2026-12-21 - 2027-01-01 Winter break",
        "2026-12-21/2027-01-01, Winter break",
        "Dec 21 – Jan 1: Winter break",
        "December 21, 2026 to January 1, 2027 Winter break",
        "Dec. 21 - Jan. 1, 2027 Winter break",
        "Winter break: Monday, December 21, 2026 through Friday, January 1, 2027",
        "Winter break from December 21 to January 1",
    ] {
        assert_eq!(read_line(line, 2026), Ok(winter("Winter break")), "{line}");
    }
    assert_eq!(
        read_line("du 21 décembre 2026 au 1er janvier 2027 Vacances d’hiver", 2026),
        Ok(winter("Vacances d’hiver"))
    );
    let spring = NamedDays { first: date(2027, 3, 15), last: date(2027, 3, 26), name: "Spring break".to_owned() };
    for line in ["March 15-26, 2027 Spring break", "Spring break (15–26 March)", "15 to 26 March 2027 Spring break"] {
        assert_eq!(read_line(line, 2026), Ok(spring.clone()), "{line}");
    }
    assert_eq!(read_line("Pro-D Day 1 - Sept 25", 2026), Ok(one(2026, 9, 25, "Pro-D Day 1")));
    assert_eq!(read_line("Relâche du 15 au 26 mars", 2026).unwrap().name, "Relâche");
}

#[test]
fn what_cannot_be_read_says_why() {
    for (line, problem) in [
        ("Labour Day", LineProblem::NoDate),
        ("03/04/2027 Easter", LineProblem::NoDate),
        ("", LineProblem::NoDate),
        ("Day 7", LineProblem::NoDate),
        ("2026-09-07", LineProblem::NoName),
        ("2026-02-30 Never", LineProblem::NoSuchDay { year: 2026, month: 2, day: 30 }),
        ("2027-01-01 to 2026-12-21 Winter break", LineProblem::Backwards),
        ("2026-01-01 to 2027-01-01 All year", LineProblem::TooLong),
    ] {
        assert_eq!(read_line(line, 2026), Err(problem), "{line}");
    }
    assert_eq!(read_line(&"x".repeat(401), 2026), Err(LineProblem::LongLine));
}

proptest! {
    #[test]
    fn no_line_is_too_odd(line in "\\PC{0,80}") {
        if let Ok(days) = read_line(&line, 2026) {
            prop_assert!(days.first <= days.last);
            prop_assert!(!days.name.trim().is_empty());
        }
    }

    #[test]
    fn what_is_written_in_full_is_read_back(offset in 0_i64..3000, length in 0_i64..=120) {
        let first = date(2024, 1, 1).saturating_add(jiff::Span::new().days(offset));
        let last = first.saturating_add(jiff::Span::new().days(length));
        let read = read_line(&format!("{first} to {last} A break"), 2026);
        prop_assert_eq!(read, Ok(NamedDays { first, last, name: "A break".to_owned() }));
    }
}
