#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::*;

#[test]
fn months_are_read_and_written() {
    let january: Month = "2026-01".parse().unwrap();
    assert_eq!(january, Month::of(date(2026, 1, 31)));
    assert_eq!(january.to_string(), "2026-01");
    assert_eq!(january.next().unwrap().to_string(), "2026-02");
    assert_eq!(january.previous().unwrap().to_string(), "2025-12");
    for wrong in ["", "2026", "2026-1", "2026-13", "2026-00", "26-01", "+026-01", "1899-12", "2200-01"] {
        assert_eq!(wrong.parse::<Month>(), Err(NotAMonth), "{wrong}");
    }
    assert_eq!("1900-01".parse::<Month>().unwrap().previous(), None);
    assert_eq!("2199-12".parse::<Month>().unwrap().next(), None);
}

#[test]
fn a_grid_begins_where_the_reader_expects() {
    let january: Month = "2026-01".parse().unwrap();
    let from_monday = january.weeks(Weekday::Monday);
    assert_eq!(from_monday.len(), 5);
    assert_eq!(from_monday[0][0], Day { date: date(2025, 12, 29), in_month: false });
    assert_eq!(from_monday[0][3], Day { date: date(2026, 1, 1), in_month: true });
    assert_eq!(from_monday[4][6], Day { date: date(2026, 2, 1), in_month: false });
    let from_sunday = january.weeks(Weekday::Sunday);
    assert_eq!(from_sunday[0][0].date, date(2025, 12, 28));
    assert_eq!(from_sunday[4][6], Day { date: date(2026, 1, 31), in_month: true });
    // February 2026 begins on a Sunday and fills four weeks exactly.
    let february: Month = "2026-02".parse().unwrap();
    assert_eq!(february.weeks(Weekday::Sunday).len(), 4);
    let august: Month = "2026-08".parse().unwrap();
    assert_eq!(august.weeks(Weekday::Monday).len(), 6);
}

proptest! {
    #[test]
    fn a_grid_holds_each_day_of_its_month_once(year in 1900i16..2200, month in 1i8..=12, sunday: bool) {
        let month = Month::of(date(year, month, 1));
        let begins = if sunday { Weekday::Sunday } else { Weekday::Monday };
        let days: Vec<Day> = month.weeks(begins).concat();
        prop_assert!(days.windows(2).all(|pair| pair[0].date.tomorrow().unwrap() == pair[1].date));
        prop_assert!(days.chunks(7).all(|week| week[0].date.weekday() == begins));
        prop_assert!(days.chunks(7).all(|week| week.iter().any(|day| day.in_month)));
        let inside = days.iter().filter(|day| day.in_month).count();
        prop_assert_eq!(inside, usize::from(month.last().day().unsigned_abs()));
        prop_assert_eq!(month.to_string().parse::<Month>(), Ok(month));
    }
}
