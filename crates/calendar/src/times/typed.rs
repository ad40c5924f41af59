use jiff::civil::{Date, Time};

use super::YEARS;

/// Nobody types a longer time or date; the rest is not looked at.
const LONGEST: usize = 40;

/// Why what was typed is no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeProblem {
    /// Nothing was typed.
    #[error("no time given")]
    Empty,
    /// It does not look like a time.
    #[error("not a time such as 12:05")]
    Unreadable,
    /// The hour is above 23.
    #[error("there is no hour {0}")]
    NoSuchHour(u32),
    /// The minute is above 59.
    #[error("there is no minute {0}")]
    NoSuchMinute(u32),
    /// An hour that is not 1 to 12 stands with am or pm.
    #[error("hour {0} does not go with am or pm")]
    NotOnTwelveHours(u32),
}

/// Why what was typed is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// Nothing was typed.
    #[error("no date given")]
    Empty,
    /// It is not a year, a month and a day in this order. Others are refused
    /// because 03/04 is March in one place and April in the next.
    #[error("not a date such as 2026-01-14")]
    Unreadable,
    /// There is no such day, as 30 February.
    #[error("there is no day {year}-{month:02}-{day:02}")]
    NoSuchDay {
        /// The year.
        year: i16,
        /// The month.
        month: i8,
        /// The day.
        day: i8,
    },
    /// The year is not one that Klatsch knows.
    #[error("the year {0} is not between 1900 and 2199")]
    YearTooFar(i16),
}

/// Reads a time of day, to the minute, as people type it in English and French:
/// `12:05`, `12h05`, `12 h 05`, `12.05`, `1205`, `9`, `9 h`, `12:05 pm`,
/// `9 a.m.`, `noon`, `midi`, `midnight`, `minuit`. Seconds, which some browsers
/// add, must be zero.
///
/// # Errors
/// Says what of it is wrong.
pub fn parse_time(text: &str) -> Result<Time, TimeProblem> {
    let text = squeezed(text).ok_or(TimeProblem::Unreadable)?;
    match text.as_str() {
        "" => return Err(TimeProblem::Empty),
        "noon" | "midi" => return Ok(Time::constant(12, 0, 0, 0)),
        "midnight" | "minuit" => return Ok(Time::midnight()),
        _ => {}
    }
    let (clock, half) = without_half_of_day(&text);
    let (hour, minute) = hour_and_minute(clock)?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return Err(TimeProblem::NotOnTwelveHours(hour)),
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
    };
    if hour > 23 {
        return Err(TimeProblem::NoSuchHour(hour));
    }
    if minute > 59 {
        return Err(TimeProblem::NoSuchMinute(minute));
    }
    let small = |number: u32| i8::try_from(number).map_err(|_| TimeProblem::Unreadable);
    Time::new(small(hour)?, small(minute)?, 0, 0).map_err(|_| TimeProblem::Unreadable)
}

/// Reads a date, year first: `2026-01-14`, as browsers send it, also with dots
/// or slashes and without leading zeros.
///
/// # Errors
/// Says what of it is wrong.
pub fn parse_date(text: &str) -> Result<Date, DateProblem> {
    let text = squeezed(text).ok_or(DateProblem::Unreadable)?;
    if text.is_empty() {
        return Err(DateProblem::Empty);
    }
    let separator =
        ['-', '/', '.'].into_iter().find(|separator| text.contains(*separator)).ok_or(DateProblem::Unreadable)?;
    let mut parts = text.split(separator);
    let mut part = |shortest, longest| {
        let part = parts.next().unwrap_or_default();
        if (shortest..=longest).contains(&part.len()) {
            number(part).and_then(|number| i16::try_from(number).ok())
        } else {
            None
        }
        .ok_or(DateProblem::Unreadable)
    };
    let (year, month, day) = (part(4, 4)?, part(1, 2)?, part(1, 2)?);
    if parts.next().is_some() {
        return Err(DateProblem::Unreadable);
    }
    if !YEARS.contains(&year) {
        return Err(DateProblem::YearTooFar(year));
    }
    let small = |number: i16| i8::try_from(number).map_err(|_| DateProblem::Unreadable);
    let (month, day) = (small(month)?, small(day)?);
    Date::new(year, month, day).map_err(|_| DateProblem::NoSuchDay { year, month, day })
}

/// The text in small letters without any space, also not the unbreakable ones
/// that French puts before `h`; none when it is too long to be meant.
fn squeezed(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    Some(text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect())
}

enum Half {
    Morning,
    Afternoon,
}

fn without_half_of_day(text: &str) -> (&str, Option<Half>) {
    for ending in ["am", "a.m.", "a.m"] {
        if let Some(clock) = text.strip_suffix(ending) {
            return (clock, Some(Half::Morning));
        }
    }
    for ending in ["pm", "p.m.", "p.m"] {
        if let Some(clock) = text.strip_suffix(ending) {
            return (clock, Some(Half::Afternoon));
        }
    }
    (text, None)
}

fn hour_and_minute(clock: &str) -> Result<(u32, u32), TimeProblem> {
    let unreadable = TimeProblem::Unreadable;
    for word in ["heures", "heure", "h"] {
        if let Some((hour, minute)) = clock.split_once(word) {
            // One digit is how French also writes it: 9 h 5.
            let minute = minute.strip_suffix("min").unwrap_or(minute);
            let minute = match minute {
                "" => 0,
                _ => short_number(minute).ok_or(unreadable)?,
            };
            return Ok((short_number(hour).ok_or(unreadable)?, minute));
        }
    }
    if let Some((hour, rest)) = clock.split_once([':', '.']) {
        let (minute, seconds) = rest.split_once(':').unwrap_or((rest, "00"));
        if minute.len() != 2 || !matches!(seconds, "00" | "00.000") {
            return Err(unreadable);
        }
        return short_number(hour).zip(short_number(minute)).ok_or(unreadable);
    }
    let all = number(clock).ok_or(unreadable)?;
    match clock.len() {
        1 | 2 => Ok((all, 0)),
        3 | 4 => Ok((all / 100, all % 100)),
        _ => Err(unreadable),
    }
}

fn short_number(text: &str) -> Option<u32> {
    if text.len() > 2 {
        return None;
    }
    number(text)
}

/// Digits only: the parser of numbers would take a sign as well.
fn number(text: &str) -> Option<u32> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}
