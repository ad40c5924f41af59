#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::civil::date;
use proptest::prelude::*;

use super::super::{DayEvent, days_calendar};
use super::*;

fn file(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n")
}

#[test]
fn whole_days_are_read() {
    let text = file(
        &[
            event("DTSTART;VALUE=DATE:20260907\r\nDTEND;VALUE=DATE:20260908\r\nSUMMARY:Labour Day"),
            event("DTSTART:20261221\r\nDTEND:20270102\r\nSUMMARY;LANGUAGE=en:Winter\\, or \r\n Christmas\\, break"),
            event("SUMMARY:Family Day\r\nDTSTART;VALUE=DATE:20270215\r\nBEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM"),
            event("SUMMARY:Spring break\r\nDTSTART;VALUE=DATE:20270315\r\nDURATION:P2W"),
            event("SUMMARY:Same day twice\r\nDTSTART;VALUE=DATE:20270401\r\nDTEND;VALUE=DATE:20270401"),
            event("SUMMARY:Board\r\nDTSTART;TZID=\"America/Vancouver:x\":20260910T180000\r\nRRULE:FREQ=WEEKLY"),
            event("SUMMARY:Off\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20270401"),
        ]
        .concat(),
    );
    let contents = read(&text).unwrap();
    let found: Vec<_> = contents.days.iter().map(|day| (day.first, day.last, day.name.as_str())).collect();
    assert_eq!(
        found,
        [
            (date(2026, 9, 7), date(2026, 9, 7), "Labour Day"),
            (date(2026, 12, 21), date(2027, 1, 1), "Winter, or Christmas, break"),
            (date(2027, 2, 15), date(2027, 2, 15), "Family Day"),
            (date(2027, 3, 15), date(2027, 3, 28), "Spring break"),
            (date(2027, 4, 1), date(2027, 4, 1), "Same day twice"),
        ]
    );
    assert_eq!((contents.timed, contents.cancelled, contents.days[1].line), (1, 1, 8));
}

#[test]
fn what_cannot_be_taken_names_its_line() {
    for (events, line, problem) in [
        (event("SUMMARY:A\r\nDTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=YEARLY"), 6, FileProblem::Repeats),
        (event("SUMMARY:A\r\nDTSTART;VALUE=DATE:20270230"), 5, FileProblem::BadDate),
        (event("SUMMARY:A\r\nDTSTART;VALUE=DATE:20270302\r\nDTEND;VALUE=DATE:20270301"), 5, FileProblem::Backwards),
        (event("SUMMARY:A"), 3, FileProblem::NoStart),
        (event("DTSTART;VALUE=DATE:20270302"), 3, FileProblem::NoName),
    ] {
        assert_eq!(read(&file(&events)), Err(vec![(line, problem)]), "{events}");
    }
    assert_eq!(read("Labour Day"), Err(vec![(1, FileProblem::NoCalendar)]));
    let cut = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n";
    assert_eq!(read(cut), Err(vec![(2, FileProblem::CutOff)]));
}

proptest! {
    #[test]
    fn what_klatsch_writes_it_reads(offset in 0_i64..3000, length in 0_i64..100, name in "[A-Za-zé,;\\\\ ]{1,90}") {
        let first = date(2024, 1, 1).saturating_add(offset.days());
        let last = first.saturating_add(length.days());
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!name.is_empty());
        let day = DayEvent { uid: "1@klatsch".to_owned(), sequence: 1, stamp: jiff::Timestamp::UNIX_EPOCH, first, last, name };
        let contents = read(&days_calendar("District", std::slice::from_ref(&day))).unwrap();
        prop_assert_eq!(contents.days.len(), 1);
        let read = &contents.days[0];
        prop_assert_eq!((read.first, read.last, &read.name), (first, last, &day.name));
    }

    #[test]
    fn no_file_is_too_odd(text in "(BEGIN:VCALENDAR\n)?((BEGIN|END|DTSTART|DTEND|SUMMARY|RRULE|DURATION)[:;]?(VEVENT|20270101|VALUE=DATE:20270101|P1D|é)?\r?\n ?){0,30}") {
        let _ = read(&text);
    }
}
