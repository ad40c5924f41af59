#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::civil::{Time, date, time};
use proptest::prelude::*;

use super::*;

#[test]
fn times_as_people_type_them() {
    for typed in [
        "12:05",
        "12h05",
        "12 h 05",
        "12\u{a0}h\u{a0}05",
        "12\u{202f}h\u{202f}05",
        "12.05",
        "1205",
        " 12:05 ",
        "12H05",
        "12:05 pm",
        "12:05PM",
        "12.05 p.m.",
        "12 h 5",
        "12 heures 05",
        "12:05:00",
        "12:05:00.000",
        "12 h 05 min",
    ] {
        assert_eq!(parse_time(typed), Ok(time(12, 5, 0, 0)), "{typed}");
    }
    for (typed, hour, minute) in [
        ("9", 9, 0),
        ("9h", 9, 0),
        ("9 h", 9, 0),
        ("905", 9, 5),
        ("09:05", 9, 5),
        ("9 am", 9, 0),
        ("9 a.m.", 9, 0),
        ("3:30pm", 15, 30),
        ("12 am", 0, 0),
        ("12am", 0, 0),
        ("0:00", 0, 0),
        ("0000", 0, 0),
        ("noon", 12, 0),
        ("Midi", 12, 0),
        ("midnight", 0, 0),
        ("minuit", 0, 0),
        ("23:59", 23, 59),
        ("1 heure", 1, 0),
    ] {
        assert_eq!(parse_time(typed), Ok(time(hour, minute, 0, 0)), "{typed}");
    }
}

#[test]
fn times_that_are_none_say_why() {
    for (typed, problem) in [
        ("", TimeProblem::Empty),
        ("  \u{a0}", TimeProblem::Empty),
        ("lunch", TimeProblem::Unreadable),
        ("12:", TimeProblem::Unreadable),
        ("12:5", TimeProblem::Unreadable),
        ("12:05:30", TimeProblem::Unreadable),
        ("12:05-12:45", TimeProblem::Unreadable),
        ("12:05:00:00", TimeProblem::Unreadable),
        (":05", TimeProblem::Unreadable),
        ("h05", TimeProblem::Unreadable),
        ("pm", TimeProblem::Unreadable),
        ("+9:05", TimeProblem::Unreadable),
        ("-905", TimeProblem::Unreadable),
        ("12050", TimeProblem::Unreadable),
        ("١٢:٠٥", TimeProblem::Unreadable),
        ("24:00", TimeProblem::NoSuchHour(24)),
        ("25h", TimeProblem::NoSuchHour(25)),
        ("2460", TimeProblem::NoSuchHour(24)),
        ("12:60", TimeProblem::NoSuchMinute(60)),
        ("1275", TimeProblem::NoSuchMinute(75)),
        ("13:00 pm", TimeProblem::NotOnTwelveHours(13)),
        ("0:30 am", TimeProblem::NotOnTwelveHours(0)),
    ] {
        assert_eq!(parse_time(typed), Err(problem), "{typed}");
    }
    assert_eq!(parse_time(&"1".repeat(100_000)), Err(TimeProblem::Unreadable));
}

#[test]
fn dates_as_people_type_them() {
    for typed in ["2026-01-14", " 2026-1-14 ", "2026/01/14", "2026.01.14", "2026 - 01 - 14"] {
        assert_eq!(parse_date(typed), Ok(date(2026, 1, 14)), "{typed}");
    }
    for (typed, problem) in [
        ("", DateProblem::Empty),
        ("14/01/2026", DateProblem::Unreadable),
        ("14 January", DateProblem::Unreadable),
        ("2026-01", DateProblem::Unreadable),
        ("2026-01-", DateProblem::Unreadable),
        ("2026--01-14", DateProblem::Unreadable),
        ("2026-01-14-", DateProblem::Unreadable),
        ("2026-01/14", DateProblem::Unreadable),
        ("2026-+1-14", DateProblem::Unreadable),
        ("26-01-14", DateProblem::Unreadable),
        ("20260114", DateProblem::Unreadable),
        ("2026-02-29", DateProblem::NoSuchDay { year: 2026, month: 2, day: 29 }),
        ("2026-13-01", DateProblem::NoSuchDay { year: 2026, month: 13, day: 1 }),
        ("2026-00-10", DateProblem::NoSuchDay { year: 2026, month: 0, day: 10 }),
        ("1899-12-31", DateProblem::YearTooFar(1899)),
        ("2200-01-01", DateProblem::YearTooFar(2200)),
        ("0026-01-14", DateProblem::YearTooFar(26)),
    ] {
        assert_eq!(parse_date(typed), Err(problem), "{typed}");
    }
}

#[test]
fn a_slot_ends_after_it_starts_and_by_midnight() {
    let vancouver: Zone = "America/Vancouver".parse().unwrap();
    let day = date(2026, 1, 14);
    let slot = |start, end| Slot::new(day, start, end, vancouver.clone());
    let lunch = slot(time(12, 5, 0, 0), time(12, 45, 0, 0)).unwrap();
    assert_eq!(lunch.minutes(), 40);
    assert_eq!(lunch.starts().unwrap().to_string(), "2026-01-14T20:05:00Z");
    assert_eq!(lunch.ends().unwrap().to_string(), "2026-01-14T20:45:00Z");
    let evening = slot(time(19, 0, 0, 0), Time::midnight()).unwrap();
    assert_eq!(evening.minutes(), 300);
    assert_eq!(evening.ends().unwrap().to_string(), "2026-01-15T08:00:00Z");
    let day_long = slot(Time::midnight(), Time::midnight()).unwrap();
    assert_eq!(day_long.minutes(), 24 * 60);
    for (start, end) in [(time(12, 5, 0, 0), time(12, 5, 0, 0)), (time(22, 0, 0, 0), time(1, 0, 0, 0))] {
        assert_eq!(slot(start, end), Err(SlotProblem::EndNotAfterStart { start, end }));
    }
}

proptest! {
    #[test]
    fn each_minute_of_the_day_reads_back(hour in 0i8..24, minute in 0i8..60) {
        let at = time(hour, minute, 0, 0);
        prop_assert_eq!(parse_time(&time_text(at)), Ok(at));
        prop_assert_eq!(parse_time(&format!("{hour}h{minute:02}")), Ok(at));
        prop_assert_eq!(parse_time(&format!("{hour}{minute:02}")), Ok(at));
        let half = if hour < 12 { "am" } else { "pm" };
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        prop_assert_eq!(parse_time(&format!("{twelve}:{minute:02} {half}")), Ok(at));
    }

    #[test]
    fn whatever_is_typed_is_answered(text in "\\PC{0,50}") {
        if let Ok(time) = parse_time(&text) {
            prop_assert_eq!((time.second(), time.subsec_nanosecond()), (0, 0));
        }
        if let Ok(date) = parse_date(&text) {
            prop_assert!(YEARS.contains(&date.year()));
        }
    }

    #[test]
    fn each_day_reads_back(days in 0i32..109_000) {
        let day = date(1900, 1, 1) + jiff::Span::new().days(days);
        prop_assert_eq!(parse_date(&day.to_string()), Ok(day));
    }

    #[test]
    fn a_slot_takes_time(day in 0i32..5000, start in 0u32..1440, end in 0u32..1440) {
        let at = |minute: u32| time((minute / 60) as i8, (minute % 60) as i8, 0, 0);
        let toronto: Zone = "America/Toronto".parse().unwrap();
        let day = date(2024, 1, 1) + jiff::Span::new().days(day);
        if let Ok(slot) = Slot::new(day, at(start), at(end), toronto)
            && let (Ok(starts), Ok(ends)) = (slot.starts(), slot.ends())
        {
            prop_assert!(starts < ends);
            prop_assert!(slot.minutes() > 0);
        }
    }
}
