#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::{
    Span,
    civil::{date, time},
};
use proptest::prelude::*;

use super::*;
use crate::{rule::Rule, zone::Zone};

const ENGLISH: Words = Words { language: Language::English };
const FRENCH: Words = Words { language: Language::French };

fn today() -> Date {
    date(2026, 1, 14)
}

/// With the unbreakable spaces made visible.
fn shown(text: impl Into<String>) -> String {
    text.into().replace('\u{a0}', "_")
}

fn rule(weekdays: &str, every_weeks: u32) -> Rule {
    Rule {
        weekdays: weekdays.parse().unwrap(),
        every_weeks,
        from: date(2026, 1, 5),
        to: date(2026, 3, 14),
        except: Vec::new(),
    }
}

#[test]
fn dates_in_both_languages() {
    let day = date(2026, 1, 14);
    assert_eq!(ENGLISH.date(day, today()), "Wednesday 14 January");
    assert_eq!(FRENCH.date(day, today()), "mercredi 14 janvier");
    assert_eq!(FRENCH.date(date(2026, 2, 1), today()), "dimanche 1er février");
    assert_eq!(FRENCH.date(date(2026, 2, 11), today()), "mercredi 11 février");
    assert_eq!(ENGLISH.date(date(2027, 1, 6), today()), "Wednesday 6 January 2027");
    assert_eq!(FRENCH.date(date(2027, 8, 1), today()), "dimanche 1er août 2027");
    assert_eq!(ENGLISH.date_short(day, today()), "Wed 14 Jan");
    assert_eq!(FRENCH.date_short(day, today()), "mer. 14 janv.");
    assert_eq!(FRENCH.date_short(date(2025, 7, 1), today()), "mar. 1er juill. 2025");
    assert_eq!(ENGLISH.month("2026-01".parse().unwrap()), "January 2026");
    assert_eq!(FRENCH.month("2026-12".parse().unwrap()), "décembre 2026");
    assert_eq!(capitalised(&FRENCH.date(date(2026, 8, 3), today())), "Lundi 3 août");
    assert_eq!(capitalised("été"), "Été");
    assert_eq!(capitalised(""), "");
}

#[test]
fn times_in_both_languages() {
    let (start, end) = (time(12, 5, 0, 0), time(12, 45, 0, 0));
    assert_eq!(ENGLISH.range(start, end), "12:05 to 12:45");
    assert_eq!(shown(FRENCH.range(start, end)), "de 12_h_05 à 12_h_45");
    assert_eq!(ENGLISH.time(time(9, 0, 0, 0)), "9:00");
    assert_eq!(shown(FRENCH.time(time(9, 0, 0, 0))), "9_h");
    assert_eq!(ENGLISH.range(time(19, 0, 0, 0), Time::midnight()), "19:00 to midnight");
    assert_eq!(shown(FRENCH.range(time(19, 0, 0, 0), Time::midnight())), "de 19_h à minuit");
    let zone: Zone = "America/Vancouver".parse().unwrap();
    let slot = Slot::new(today(), start, end, zone).unwrap();
    assert_eq!(ENGLISH.slot(&slot, today()), "Wednesday 14 January, 12:05 to 12:45");
    assert_eq!(shown(FRENCH.slot(&slot, today())), "mercredi 14 janvier, de 12_h_05 à 12_h_45");
    let at = today().at(12, 5, 0, 0);
    assert_eq!(ENGLISH.moment(at, today()), "Wednesday 14 January at 12:05");
    assert_eq!(shown(FRENCH.moment(at, today())), "mercredi 14 janvier à 12_h_05");
}

#[test]
fn days_near_today() {
    for (days, english, french) in [
        (0, "today", "aujourd’hui"),
        (1, "tomorrow", "demain"),
        (2, "in 2 days", "après-demain"),
        (3, "in 3 days", "dans 3 jours"),
        (7, "in a week", "dans une semaine"),
        (13, "in 13 days", "dans 13 jours"),
        (14, "in 2 weeks", "dans 2 semaines"),
        (15, "Thursday 29 January", "jeudi 29 janvier"),
        (56, "in 8 weeks", "dans 8 semaines"),
        (63, "Wednesday 18 March", "mercredi 18 mars"),
        (-1, "yesterday", "hier"),
        (-2, "2 days ago", "avant-hier"),
        (-3, "last Sunday", "dimanche dernier"),
        (-6, "last Thursday", "jeudi dernier"),
        (-7, "a week ago", "il y a une semaine"),
        (-8, "8 days ago", "il y a 8 jours"),
        (-21, "3 weeks ago", "il y a 3 semaines"),
        (-22, "Tuesday 23 December 2025", "mardi 23 décembre 2025"),
    ] {
        let day = today() + Span::new().days(days);
        assert_eq!(ENGLISH.relative(day, today()), english);
        assert_eq!(FRENCH.relative(day, today()), french);
    }
}

#[test]
fn lengths_of_time() {
    for (minutes, english, french, english_short, french_short) in [
        (0, "0 minutes", "0 minute", "0_min", "0_min"),
        (1, "1 minute", "1 minute", "1_min", "1_min"),
        (40, "40 minutes", "40 minutes", "40_min", "40_min"),
        (60, "1 hour", "1 heure", "1_h", "1_h"),
        (65, "1 hour 5 minutes", "1 heure et 5 minutes", "1_h_5_min", "1_h_05"),
        (180, "3 hours", "3 heures", "3_h", "3_h"),
    ] {
        assert_eq!(ENGLISH.duration(minutes), english);
        assert_eq!(FRENCH.duration(minutes), french);
        assert_eq!(shown(ENGLISH.duration_short(minutes)), english_short);
        assert_eq!(shown(FRENCH.duration_short(minutes)), french_short);
    }
}

#[test]
fn lists() {
    assert_eq!(ENGLISH.list::<&str>(&[]), "");
    assert_eq!(ENGLISH.list(&["A"]), "A");
    assert_eq!(FRENCH.list(&["A", "B"]), "A et B");
    assert_eq!(ENGLISH.list(&["A", "B", "C"]), "A, B and C");
    assert_eq!(FRENCH.list(&["A", "B", "C", "D"]), "A, B, C et D");
}

#[test]
fn rules_in_both_languages() {
    for (weekdays, every_weeks, english, french) in [
        ("wed", 1, "every Wednesday", "tous les mercredis"),
        ("tue,thu", 1, "every Tuesday and Thursday", "tous les mardis et jeudis"),
        ("mon,wed,fri", 1, "every Monday, Wednesday and Friday", "tous les lundis, mercredis et vendredis"),
        ("mon,tue,wed,thu,fri", 1, "every weekday", "tous les jours de semaine"),
        ("mon,tue,wed,thu,fri,sat,sun", 1, "every day", "tous les jours"),
        ("wed", 2, "every second Wednesday", "un mercredi sur deux"),
        ("tue,thu", 2, "every second Tuesday and Thursday", "un mardi et un jeudi sur deux"),
        ("mon,tue,wed,thu,fri", 2, "every second week, Monday to Friday", "une semaine sur deux, du lundi au vendredi"),
        ("tue,thu", 3, "every three weeks on Tuesday and Thursday", "toutes les trois semaines, le mardi et le jeudi"),
        (
            "mon,tue,wed,thu,fri,sat,sun",
            8,
            "every eight weeks, Monday to Sunday",
            "toutes les huit semaines, du lundi au dimanche",
        ),
    ] {
        let rule = rule(weekdays, every_weeks);
        assert_eq!(ENGLISH.every(&rule), english);
        assert_eq!(FRENCH.every(&rule), french);
    }
}

#[test]
fn a_season_in_one_line() {
    let (start, end) = (time(12, 5, 0, 0), time(12, 45, 0, 0));
    let line = |words: Words, rule: &Rule| shown(words.rule(rule, start, end, today()));
    let season = rule("wed", 1);
    assert_eq!(line(ENGLISH, &season), "every Wednesday from 7 January to 11 March, 12:05 to 12:45");
    assert_eq!(line(FRENCH, &season), "tous les mercredis du 7 janvier au 11 mars, de 12_h_05 à 12_h_45");
    assert_eq!(
        line(FRENCH, &rule("tue", 3)),
        "toutes les trois semaines, le mardi, du 6 janvier au 10 mars, de 12_h_05 à 12_h_45"
    );
    assert_eq!(
        line(ENGLISH, &rule("tue", 3)),
        "every three weeks on Tuesday from 6 January to 10 March, 12:05 to 12:45"
    );
    assert_eq!(
        line(ENGLISH, &rule("mon,tue,wed,thu,fri", 2)),
        "every second week, Monday to Friday, from 5 January to 6 March, 12:05 to 12:45"
    );
    let once = Rule { to: date(2026, 1, 8), ..season.clone() };
    assert_eq!(line(ENGLISH, &once), "on Wednesday 7 January, 12:05 to 12:45");
    assert_eq!(line(FRENCH, &once), "le mercredi 7 janvier, de 12_h_05 à 12_h_45");
    let never = Rule { to: date(2026, 1, 6), ..season };
    assert_eq!(line(ENGLISH, &never), "every Wednesday from 5 January to 6 January, 12:05 to 12:45");
}

#[test]
fn periods_say_the_years_they_need() {
    let period = |words: Words, from, to| words.period(from, to, today());
    assert_eq!(period(FRENCH, date(2026, 2, 1), date(2026, 3, 1)), "du 1er février au 1er mars");
    assert_eq!(period(ENGLISH, date(2027, 1, 6), date(2027, 3, 10)), "from 6 January to 10 March 2027");
    assert_eq!(period(ENGLISH, date(2026, 10, 7), date(2027, 3, 10)), "from 7 October 2026 to 10 March 2027");
    assert_eq!(period(FRENCH, date(2025, 10, 1), date(2026, 3, 11)), "du 1er octobre 2025 au 11 mars 2026");
}

#[test]
fn days_off_in_both_languages() {
    let off = [date(2026, 2, 18), date(2026, 4, 1)];
    assert_eq!(ENGLISH.except(&off, today()), "except 18 February and 1 April");
    assert_eq!(FRENCH.except(&off, today()), "sauf le 18 février et le 1er avril");
    assert_eq!(FRENCH.except(&[], today()), "");
}

proptest! {
    #[test]
    fn two_days_are_never_said_alike(a in 0i32..1500, b in 0i32..1500) {
        let day = |n: i32| date(2024, 1, 1) + Span::new().days(n);
        for words in [ENGLISH, FRENCH] {
            prop_assert_eq!(a == b, words.date(day(a), today()) == words.date(day(b), today()));
            prop_assert_eq!(
                a == b,
                words.date_short(day(a), today()) == words.date_short(day(b), today())
            );
            prop_assert_eq!(
                a == b,
                words.relative(day(a), today()) == words.relative(day(b), today())
            );
        }
    }

    #[test]
    fn what_is_said_as_a_time_can_be_typed(hour in 0i8..24, minute in 0i8..60) {
        let at = time(hour, minute, 0, 0);
        for words in [ENGLISH, FRENCH] {
            prop_assert_eq!(crate::times::parse_time(&words.time(at)), Ok(at));
        }
    }
}
