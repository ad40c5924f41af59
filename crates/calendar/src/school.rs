//! School years.

use jiff::civil::Date;

/// The school year of a day: the calendar year it begins in. School years begin in August.
pub fn school_year(day: Date) -> i16 {
    if day.month() >= 8 { day.year() } else { day.year() - 1 }
}

/// A school year as people write it: “2025–26”.
pub fn words(year: i16) -> String {
    format!("{year}–{:02}", (year + 1).rem_euclid(100))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_school_year_turns_in_august() {
        assert_eq!((school_year(date(2026, 7, 31)), school_year(date(2026, 8, 1))), (2025, 2026));
        assert_eq!((words(2025).as_str(), words(2099).as_str()), ("2025–26", "2099–00"));
    }
}
