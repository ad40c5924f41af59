//! Dates and times as people say them, in English and in French.
//!
//! Everything is written as inside a sentence; [`capitalised`] is for the start
//! of one. The exact value belongs beside it, in `<time datetime>`. The tables
//! are small and ours: locale libraries know many languages, but none of them
//! says "un mardi et un jeudi sur deux".
//!
//! Times are on 24 hours in both languages. In French the spaces around `h` are
//! unbreakable (U+00A0), so that a time is never torn at the end of a line.

mod names;
mod rules;
mod spans;

#[cfg(test)]
mod tests;

use jiff::civil::{Date, DateTime, Time, Weekday};

pub(crate) use names::month_of;

use crate::{month::Month, times::Slot};

/// A language in which [`Words`] speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Canadian English.
    English,
    /// Canadian French.
    French,
}

/// Says dates and times in one language. Where a date needs no year because it
/// is this year's, `today` says which year that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// Words in a language.
    pub fn new(language: Language) -> Words {
        Words { language }
    }

    fn pick<T>(self, english: T, french: T) -> T {
        match self.language {
            Language::English => english,
            Language::French => french,
        }
    }

    /// `Wednesday`, `mercredi`.
    pub fn weekday(self, weekday: Weekday) -> &'static str {
        names::weekday(self.language, weekday)
    }

    /// `Wed`, `mer.`
    pub fn weekday_short(self, weekday: Weekday) -> &'static str {
        names::weekday_short(self.language, weekday)
    }

    /// `January`, `janvier`; the month of the date.
    pub fn month_name(self, date: Date) -> &'static str {
        names::month(self.language, date)
    }

    /// `Jan`, `janv.`; the month of the date.
    pub fn month_short(self, date: Date) -> &'static str {
        names::month_short(self.language, date)
    }

    /// `January 2026`, `janvier 2026`.
    pub fn month(self, month: Month) -> String {
        format!("{} {}", self.month_name(month.first()), month.year())
    }

    /// `14 January`, `1er février`, with the year when it is not this one.
    pub fn day(self, date: Date, today: Date) -> String {
        let day = self.day_of_month(date);
        let month = self.month_name(date);
        format!("{day} {month}{}", year_unless_this(date, today))
    }

    /// `Wednesday 14 January`, `mercredi 14 janvier`, with the year when it is
    /// not this one.
    pub fn date(self, date: Date, today: Date) -> String {
        format!("{} {}", self.weekday(date.weekday()), self.day(date, today))
    }

    /// `Wed 14 Jan`, `mer. 14 janv.`, with the year when it is not this one; for
    /// tables and charts.
    pub fn date_short(self, date: Date, today: Date) -> String {
        format!(
            "{} {} {}{}",
            self.weekday_short(date.weekday()),
            self.day_of_month(date),
            self.month_short(date),
            year_unless_this(date, today)
        )
    }

    /// `12:05`, `12 h 05`; on the hour `9:00`, `9 h`.
    pub fn time(self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match (self.language, minute) {
            (Language::English, _) => format!("{hour}:{minute:02}"),
            (Language::French, 0) => format!("{hour}\u{a0}h"),
            (Language::French, _) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        }
    }

    /// `12:05 to 12:45`, `de 12 h 05 à 12 h 45`. An end at 00:00 is said as
    /// midnight.
    pub fn range(self, start: Time, end: Time) -> String {
        let start = self.time(start);
        let end = if end == Time::midnight() { self.pick("midnight", "minuit").to_owned() } else { self.time(end) };
        match self.language {
            Language::English => format!("{start} to {end}"),
            Language::French => format!("de {start} à {end}"),
        }
    }

    /// `Wednesday 14 January, 12:05 to 12:45`,
    /// `mercredi 14 janvier, de 12 h 05 à 12 h 45`.
    pub fn date_and_range(self, date: Date, start: Time, end: Time, today: Date) -> String {
        format!("{}, {}", self.date(date, today), self.range(start, end))
    }

    /// A slot as [`Words::date_and_range`].
    pub fn slot(self, slot: &Slot, today: Date) -> String {
        self.date_and_range(slot.date, slot.start, slot.end, today)
    }

    /// `Wednesday 14 January at 12:05`, `mercredi 14 janvier à 12 h 05`.
    pub fn moment(self, at: DateTime, today: Date) -> String {
        format!("{} {} {}", self.date(at.date(), today), self.pick("at", "à"), self.time(at.time()))
    }

    /// `A, B and C`, `A, B et C`; empty for none.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        let mut text = String::new();
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                text.push_str(if place + 1 == items.len() { self.pick(" and ", " et ") } else { ", " });
            }
            text.push_str(item.as_ref());
        }
        text
    }

    /// French counts the first of a month, and only the first.
    fn day_of_month(self, date: Date) -> String {
        match (self.language, date.day()) {
            (Language::French, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        }
    }
}

fn year_unless_this(date: Date, today: Date) -> String {
    if date.year() == today.year() { String::new() } else { format!(" {}", date.year()) }
}

/// The text with a capital at its start.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
