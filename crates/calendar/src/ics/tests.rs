#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::{
    SignedDuration, Timestamp,
    civil::{DateTime, date, time},
    tz::Offset,
};
use proptest::prelude::*;

use super::*;

fn lunch(zone: &str, day: jiff::civil::Date) -> Event {
    let zone: Zone = zone.parse().unwrap();
    Event {
        uid: format!("{day}@klatsch.example"),
        sequence: 2,
        stamp: "2026-01-02T08:09:10.5Z".parse().unwrap(),
        starts: resolve(day, time(12, 5, 0, 0), &zone).unwrap(),
        ends: resolve(day, time(12, 45, 0, 0), &zone).unwrap(),
        zone,
        summary: "Coffee, Curriculum & Conversation".to_owned(),
        location: "Library learning commons; upstairs".to_owned(),
        description: "On the table:\r\n\u{2022} digital portfolios".to_owned(),
        url: Some("https://klatsch.example/gatherings/1?a=1,2;b".to_owned()),
        cancelled: false,
    }
}

/// Content lines put together again, by section 3.1.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// A text by section 3.3.11.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => out.push(escaped),
                other => panic!("{other:?} was escaped"),
            },
            (';' | ',', false) => panic!("{letter} was not escaped"),
            (_, false) => out.push(letter),
        }
    }
    out
}

#[test]
fn a_calendar_with_one_lunch() {
    let text = calendar("Coffee", &[lunch("America/Vancouver", date(2026, 1, 14))]);
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Klatsch//Klatsch//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Coffee",
        "X-WR-CALNAME:Coffee",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VTIMEZONE",
        "TZID:America/Vancouver",
        "BEGIN:STANDARD",
        "DTSTART:20251102T020000",
        "TZOFFSETFROM:-0700",
        "TZOFFSETTO:-0800",
        "TZNAME:PST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:2026-01-14@klatsch.example",
        "SEQUENCE:2",
        "DTSTAMP:20260102T080910Z",
        "DTSTART;TZID=America/Vancouver:20260114T120500",
        "DTEND;TZID=America/Vancouver:20260114T124500",
        "SUMMARY:Coffee\\, Curriculum & Conversation",
        "LOCATION:Library learning commons\\; upstairs",
        "DESCRIPTION:On the table:\\n\u{2022} digital portfolios",
        "URL:https://klatsch.example/gatherings/1?a=1,2;b",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    assert_eq!(text, expected.join("\r\n") + "\r\n");
}

#[test]
fn a_cancelled_lunch_says_so_and_takes_no_time() {
    let mut event = lunch("America/Vancouver", date(2026, 1, 14));
    event.cancelled = true;
    event.location.clear();
    event.description.clear();
    event.url = None;
    let lines = unfolded(&calendar("Coffee", &[event]));
    assert!(lines.contains(&"STATUS:CANCELLED".to_owned()));
    assert!(lines.contains(&"TRANSP:TRANSPARENT".to_owned()));
    for gone in ["LOCATION", "DESCRIPTION", "URL", "STATUS:CONFIRMED"] {
        assert!(!lines.iter().any(|line| line.starts_with(gone)), "{gone}");
    }
}

/// The observances of the zones in a text: kind and the four values.
fn observances(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in unfolded(text) {
        match line.split_once(':').unwrap() {
            ("BEGIN", "VEVENT") => break,
            ("BEGIN", kind @ ("STANDARD" | "DAYLIGHT")) => found.push(kind.to_owned()),
            ("DTSTART" | "TZOFFSETFROM" | "TZOFFSETTO" | "TZNAME", value) => {
                let last = found.last_mut().unwrap();
                last.push(' ');
                last.push_str(value);
            }
            _ => {}
        }
    }
    found
}

#[test]
fn vancouver_stops_changing_its_clocks_and_toronto_does_not() {
    let season = |zone| calendar("Coffee", &[lunch(zone, date(2027, 12, 15)), lunch(zone, date(2026, 1, 14))]);
    assert_eq!(
        observances(&season("America/Toronto")),
        [
            "STANDARD 20251102T020000 -0400 -0500 EST",
            "DAYLIGHT 20260308T020000 -0500 -0400 EDT",
            "STANDARD 20261101T020000 -0400 -0500 EST",
            "DAYLIGHT 20270314T020000 -0500 -0400 EDT",
            "STANDARD 20271107T020000 -0400 -0500 EST",
        ]
    );
    assert_eq!(
        observances(&season("America/Vancouver")),
        [
            "STANDARD 20251102T020000 -0700 -0800 PST",
            "DAYLIGHT 20260308T020000 -0800 -0700 PDT",
            "STANDARD 20261101T020000 -0700 -0700 MST",
        ]
    );
}

#[test]
fn each_zone_is_described_once() {
    let day = date(2026, 1, 14);
    let text = calendar(
        "Coffee",
        &[
            lunch("America/Vancouver", day),
            lunch("UTC", day),
            lunch("America/Regina", day),
            lunch("America/Vancouver", day),
            lunch("Etc/GMT+8", day),
        ],
    );
    let lines = unfolded(&text);
    let zones: Vec<&String> = lines.iter().filter(|line| line.starts_with("TZID:")).collect();
    assert_eq!(zones, ["TZID:America/Regina", "TZID:America/Vancouver", "TZID:Etc/GMT+8"]);
    assert!(lines.contains(&"DTSTART:20260114T120500Z".to_owned()));
    assert!(lines.contains(&"DTSTART;TZID=Etc/GMT+8:20260114T120500".to_owned()));
    assert!(observances(&text).contains(&"STANDARD 19000101T000000 -0800 -0800 -08".to_owned()));
}

#[test]
fn the_second_of_two_equal_local_times_is_given_in_universal_time() {
    let mut event = lunch("America/Toronto", date(2026, 11, 1));
    event.starts = "2026-11-01T06:30:00Z".parse().unwrap();
    event.ends = "2026-11-01T07:30:00Z".parse().unwrap();
    let lines = unfolded(&calendar("Coffee", &[event]));
    assert!(lines.contains(&"DTSTART:20261101T063000Z".to_owned()));
    assert!(lines.contains(&"DTEND:20261101T073000Z".to_owned()));
    assert!(!lines.contains(&"BEGIN:VTIMEZONE".to_owned()));
}

#[test]
fn nothing_that_is_typed_makes_a_line_of_its_own() {
    let mut event = lunch("America/Vancouver", date(2026, 1, 14));
    let attack = "x\r\nATTENDEE:mailto:a@klatsch.example\u{85}\u{0}\u{7f}\rEND:VEVENT";
    event.uid = attack.to_owned();
    event.summary = attack.to_owned();
    event.url = Some(attack.to_owned());
    let lines = unfolded(&calendar(attack, &[event]));
    assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE")));
    assert_eq!(lines.iter().filter(|line| *line == "END:VEVENT").count(), 1);
    assert!(lines.contains(&"SUMMARY:x\\nATTENDEE:mailto:a@klatsch.example\\nEND:VEVENT".to_owned()));
}

#[test]
fn lines_are_folded_between_letters() {
    let mut lines = Lines::new();
    lines.text("SUMMARY", &"é".repeat(60));
    let text = lines.finish();
    let folded: Vec<&str> = text.split_terminator("\r\n").collect();
    // 8 octets of the name and 33 letters of two octets make 74: one octet stays.
    assert_eq!(folded[0].len(), 74);
    assert_eq!(folded[1], format!(" {}", "é".repeat(27)));
    let mut exact = Lines::new();
    exact.text("SUMMARY", &"a".repeat(67));
    assert_eq!(exact.finish(), format!("SUMMARY:{}\r\n", "a".repeat(67)));
}

/// The instant of a value as a reader takes it, from the text alone.
fn read_instant(lines: &[String], property: &str) -> Timestamp {
    let line = lines.iter().skip_while(|line| *line != "BEGIN:VEVENT").find(|line| line.starts_with(property)).unwrap();
    let (name, value) = line.split_once(':').unwrap();
    let local = |value: &str| DateTime::strptime("%Y%m%dT%H%M%S", value).unwrap();
    if let Some(value) = value.strip_suffix('Z') {
        assert_eq!(name, property);
        return Offset::UTC.to_timestamp(local(value)).unwrap();
    }
    let at = local(value);
    let offset = |text: &str| {
        let number: i32 = text.parse().unwrap();
        Offset::from_seconds(number / 100 * 3600 + number % 100 * 60).unwrap()
    };
    // In force is the last observance whose onset is not after the time. When the
    // clocks go back, the hour before the onset still belongs to the one before.
    let mut in_force = None;
    for (place, line) in lines.iter().enumerate() {
        if line == "BEGIN:STANDARD" || line == "BEGIN:DAYLIGHT" {
            let value = |n: usize| lines[place + n].split_once(':').unwrap().1;
            if local(value(1)) <= at {
                in_force = Some(offset(value(3)));
            }
        }
    }
    in_force.unwrap().to_timestamp(at).unwrap()
}

proptest! {
    #[test]
    fn unfolding_and_unescaping_give_back_the_text(text in "[\\PC\n\t\\\\;,é\u{1f600}]{0,300}") {
        let mut lines = Lines::new();
        lines.text("DESCRIPTION", &text);
        let unfolded = unfolded(&lines.finish());
        prop_assert_eq!(unfolded.len(), 1);
        let value = unfolded[0].strip_prefix("DESCRIPTION:").unwrap();
        prop_assert_eq!(unescaped(value), text);
    }

    #[test]
    fn the_text_alone_tells_the_instant(
        zone in prop::sample::select(vec![
            "America/Vancouver", "America/Toronto", "America/St_Johns", "America/Regina",
            "Australia/Lord_Howe", "Europe/Dublin", "Africa/Casablanca", "Asia/Kathmandu", "UTC",
        ]),
        start in 1_704_067_200i64..1_893_456_000,
        minutes in 1i64..1440,
        near_a_change: bool,
        seconds_from_it in -10_800i64..10_800,
    ) {
        let mut event = lunch(zone, date(2026, 1, 14));
        event.starts = Timestamp::from_second(start).unwrap();
        let change = event.zone.rules().following(event.starts).next();
        if let (true, Some(change)) = (near_a_change, change) {
            event.starts = change.timestamp() + SignedDuration::from_secs(seconds_from_it);
        }
        event.ends = event.starts + SignedDuration::from_mins(minutes);
        let lines = unfolded(&calendar("Coffee", std::slice::from_ref(&event)));
        prop_assert_eq!(read_instant(&lines, "DTSTART"), event.starts);
        prop_assert_eq!(read_instant(&lines, "DTEND"), event.ends);
    }
}
