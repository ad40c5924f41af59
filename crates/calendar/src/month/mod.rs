//! A month as a page of a calendar.

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use crate::times::YEARS;

/// A month of a year; its text is `2026-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: Date,
}

/// One day in the grid of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Whether it is in the month itself, not in the margin before or after.
    pub in_month: bool,
}

/// One row of the grid.
pub type Week = [Day; 7];

/// A text that is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a month between 1900-01 and 2199-12")]
pub struct NotAMonth;

impl Month {
    /// The month that holds a date.
    pub fn of(date: Date) -> Month {
        Month { first: date.first_of_month() }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The month in its year, 1 to 12.
    pub fn number(self) -> i8 {
        self.first.month()
    }

    /// The first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub fn last(self) -> Date {
        self.first.last_of_month()
    }

    /// Whether the date is in the month.
    pub fn contains(self, date: Date) -> bool {
        Month::of(date) == self
    }

    /// The month after, none at the end of the years that Klatsch knows.
    pub fn next(self) -> Option<Month> {
        Month::known(self.last().tomorrow().ok()?)
    }

    /// The month before, none at the beginning of the years that Klatsch knows.
    pub fn previous(self) -> Option<Month> {
        Month::known(self.first.yesterday().ok()?)
    }

    /// The whole weeks that hold the month, four to six of them, each beginning
    /// on the weekday given: Sunday in most Canadian calendars, Monday in ISO's.
    pub fn weeks(self, begins: Weekday) -> Vec<Week> {
        let margin = self.first.weekday().since(begins);
        let start = self.first.saturating_sub(Span::new().days(margin));
        (0..6)
            .map(|week| start.saturating_add(Span::new().weeks(week)))
            .take_while(|monday| *monday <= self.last())
            .map(|monday| {
                std::array::from_fn(|day| {
                    let date = monday.saturating_add(Span::new().days(day as i64));
                    Day { date, in_month: self.contains(date) }
                })
            })
            .collect()
    }

    fn known(date: Date) -> Option<Month> {
        YEARS.contains(&date.year()).then(|| Month::of(date))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Month, NotAMonth> {
        let (year, month) = text.trim().split_once('-').ok_or(NotAMonth)?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return Err(NotAMonth);
        }
        let year = year.parse().map_err(|_| NotAMonth)?;
        let month = month.parse().map_err(|_| NotAMonth)?;
        let first = Date::new(year, month, 1).map_err(|_| NotAMonth)?;
        Month::known(first).ok_or(NotAMonth)
    }
}
