#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use super::*;

fn rule(weekdays: &str, every_weeks: u32, from: Date, to: Date) -> Rule {
    Rule { weekdays: weekdays.parse().unwrap(), every_weeks, from, to, except: Vec::new() }
}

fn off(date: Date) -> Except {
    Except { date, reason: "day off".to_owned() }
}

#[test]
fn a_season_of_wednesdays_without_its_day_off() {
    let mut season = rule("wed", 1, date(2026, 1, 5), date(2026, 3, 11));
    season.except = vec![off(date(2026, 2, 16)), off(date(2026, 2, 18))];
    assert_eq!(season.check(), Ok(()));
    let dates = season.dates();
    assert_eq!(dates.len(), 9);
    assert_eq!(dates.first(), Some(&date(2026, 1, 7)));
    assert_eq!(dates.last(), Some(&date(2026, 3, 11)));
    let hit = season.days_off_hit();
    assert_eq!(hit, [&off(date(2026, 2, 18))]);
}

#[test]
fn weeks_are_counted_from_the_iso_week_of_the_first_day() {
    // 2026-01-08 is a Thursday: its week still counts as the first, so the
    // Tuesday of the next week is skipped.
    let fortnightly = rule("tue,thu", 2, date(2026, 1, 8), date(2026, 1, 31));
    assert_eq!(fortnightly.dates(), [date(2026, 1, 8), date(2026, 1, 20), date(2026, 1, 22)]);
    // A Sunday is the last day of its week, not the first.
    let from_sunday = rule("mon", 2, date(2026, 1, 4), date(2026, 1, 31));
    assert_eq!(from_sunday.dates(), [date(2026, 1, 12), date(2026, 1, 26)]);
}

#[test]
fn problems_name_their_field() {
    let good = rule("wed", 1, date(2026, 1, 7), date(2026, 3, 11));
    let cases = [
        (Rule { weekdays: Weekdays::NONE, ..good.clone() }, RuleProblem::NoWeekday, RuleField::Weekdays),
        (Rule { every_weeks: 0, ..good.clone() }, RuleProblem::EveryWeeks { given: 0 }, RuleField::EveryWeeks),
        (Rule { every_weeks: 9, ..good.clone() }, RuleProblem::EveryWeeks { given: 9 }, RuleField::EveryWeeks),
        (
            Rule { to: date(2026, 1, 6), ..good.clone() },
            RuleProblem::ToBeforeFrom { from: date(2026, 1, 7), to: date(2026, 1, 6) },
            RuleField::To,
        ),
        (
            Rule { to: date(2028, 1, 8), ..good.clone() },
            RuleProblem::TooLong { latest: date(2028, 1, 7) },
            RuleField::To,
        ),
        (
            Rule { weekdays: Weekdays::ALL, to: date(2026, 12, 31), ..good.clone() },
            RuleProblem::TooManyDates { dates: 359 },
            RuleField::To,
        ),
        (
            Rule { to: date(2026, 1, 8), weekdays: "mon".parse().unwrap(), ..good.clone() },
            RuleProblem::NoDates,
            RuleField::Weekdays,
        ),
        (
            Rule { to: date(2026, 1, 7), except: vec![off(date(2026, 1, 7))], ..good.clone() },
            RuleProblem::AllDaysOff,
            RuleField::Except,
        ),
        (
            Rule { except: vec![off(date(2026, 1, 14)), off(date(2026, 1, 14))], ..good.clone() },
            RuleProblem::DayOffTwice { date: date(2026, 1, 14) },
            RuleField::Except,
        ),
    ];
    for (wrong, problem, field) in cases {
        assert_eq!(wrong.check(), Err(problem.clone()));
        assert_eq!(problem.field(), field);
    }
    assert_eq!(Rule { to: date(2028, 1, 7), ..good }.check(), Ok(()));
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let wrong = Rule {
        except: vec![off(date(2026, 1, 1)), off(date(2026, 1, 1))],
        ..rule("", 0, date(2026, 2, 1), date(2026, 1, 1))
    };
    let fields: Vec<RuleField> = wrong.problems().iter().map(RuleProblem::field).collect();
    assert_eq!(fields, [RuleField::Weekdays, RuleField::EveryWeeks, RuleField::To, RuleField::Except]);
}

#[test]
fn a_rule_that_was_never_checked_does_not_run_away() {
    let endless = rule("mon,tue,wed,thu,fri,sat,sun", 0, Date::MIN, Date::MAX);
    assert_eq!(endless.dates().len(), 731);
    let at_the_end = rule("fri", 1, Date::MAX, Date::MAX);
    assert_eq!(at_the_end.dates(), [Date::MAX]);
}

#[test]
fn weekdays_have_a_stable_text() {
    let both: Weekdays = "Thu, tue,tue".parse().unwrap();
    assert_eq!(both.to_string(), "tue,thu");
    assert_eq!(both.len(), 2);
    assert_eq!(both.iter().collect::<Vec<_>>(), [Weekday::Tuesday, Weekday::Thursday]);
    assert_eq!("".parse(), Ok(Weekdays::NONE));
    assert_eq!(Weekdays::ALL.to_string(), "mon,tue,wed,thu,fri,sat,sun");
    assert_eq!(Weekdays::MONDAY_TO_FRIDAY.to_string(), "mon,tue,wed,thu,fri");
    assert_eq!("tue,mardi".parse::<Weekdays>(), Err(UnknownWeekday("mardi".to_owned())));
}

#[test]
fn a_change_is_told_apart() {
    let old = [date(2026, 1, 7), date(2026, 1, 14), date(2026, 1, 21)];
    let new = [date(2026, 1, 28), date(2026, 1, 21), date(2026, 1, 14)];
    assert_eq!(
        difference(&old, &new),
        Change {
            kept: vec![date(2026, 1, 14), date(2026, 1, 21)],
            gone: vec![date(2026, 1, 7)],
            new: vec![date(2026, 1, 28)],
        }
    );
}

prop_compose! {
    fn some_rule()(
        bits in 0u8..128,
        every_weeks in 1u32..=8,
        start in 0i32..3000,
        length in 0i32..700,
        off in prop::collection::vec(0i32..700, 0..6),
    ) -> Rule {
        let day = |n: i32| date(2024, 1, 1) + Span::new().days(n);
        Rule {
            weekdays: (0..7)
                .filter(|n| bits & (1 << n) != 0)
                .map(|n| Weekday::from_monday_zero_offset(n).unwrap())
                .collect(),
            every_weeks,
            from: day(start),
            to: day(start + length),
            except: off
                .into_iter()
                .map(|n| Except { date: day(start + n), reason: String::new() })
                .collect(),
        }
    }
}

proptest! {
    #[test]
    fn dates_obey_their_rule(rule in some_rule()) {
        let dates = rule.dates();
        let monday = |date: Date| date - Span::new().days(date.weekday().to_monday_zero_offset());
        let first = monday(rule.from);
        for date in &dates {
            prop_assert!(rule.weekdays.contains(date.weekday()));
            prop_assert!((rule.from..=rule.to).contains(date));
            prop_assert!(rule.except.iter().all(|off| off.date != *date));
            let days = (monday(*date) - first).get_days();
            prop_assert_eq!(days % (7 * rule.every_weeks as i32), 0);
        }
        prop_assert!(dates.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn no_date_is_missing(rule in some_rule()) {
        // Counted another way: week by week, then weekday by weekday.
        let mut expected = Vec::new();
        let mut week = rule.from - Span::new().days(rule.from.weekday().to_monday_zero_offset());
        while week <= rule.to {
            for weekday in rule.weekdays.iter() {
                let date = week + Span::new().days(weekday.to_monday_zero_offset());
                if date >= rule.from && date <= rule.to {
                    expected.push(date);
                }
            }
            week += Span::new().weeks(i64::from(rule.every_weeks));
        }
        let hit: Vec<Date> = rule.days_off_hit().iter().map(|off| off.date).collect();
        let mut all = rule.dates();
        all.extend(&hit);
        all.sort();
        prop_assert_eq!(all, expected);
    }

    #[test]
    fn weekdays_read_back(bits in 0u8..128) {
        let weekdays: Weekdays = (0..7)
            .filter(|n| bits & (1 << n) != 0)
            .map(|n| Weekday::from_monday_zero_offset(n).unwrap())
            .collect();
        prop_assert_eq!(weekdays.to_string().parse(), Ok(weekdays));
    }

    #[test]
    fn a_difference_loses_nothing(old in some_rule(), new in some_rule()) {
        let (old, new) = (old.dates(), new.dates());
        let change = difference(&old, &new);
        let mut before = [change.kept.clone(), change.gone].concat();
        before.sort();
        let mut after = [change.kept, change.new].concat();
        after.sort();
        prop_assert_eq!(before, old);
        prop_assert_eq!(after, new);
    }
}
