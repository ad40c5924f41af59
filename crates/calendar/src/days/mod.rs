//! Days that people type or paste with their names, one a line, as a school calendar lists them: in
//! English and French, in the orders that cannot be mistaken. `03/04` is March in one place and April in
//! the next, and is refused.

mod tokens;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::times::YEARS;
use tokens::{Kind, Token, tokens};

/// The most days from the first to the last of one line: a summer, and no typing mistake in the year.
pub const LONGEST_STRETCH: i32 = 120;

/// Nobody types a longer line.
const LONGEST_LINE: usize = 400;

/// A day or several, with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedDays {
    /// The first day.
    pub first: Date,
    /// The last day; the first where it is one.
    pub last: Date,
    /// What it is called, as it was typed.
    pub name: String,
}

/// Why a line cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    /// No date stands in it.
    #[error("no date in it")]
    NoDate,
    /// There is a date, but no name.
    #[error("no name in it")]
    NoName,
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
    /// The last day is before the first.
    #[error("the last day is before the first")]
    Backwards,
    /// It lasts longer than [`LONGEST_STRETCH`].
    #[error("longer than {LONGEST_STRETCH} days")]
    TooLong,
    /// The line is no line any more.
    #[error("the line is too long")]
    LongLine,
}

/// A date of which some may be unsaid.
#[derive(Clone, Copy, Debug)]
struct Partial {
    year: Option<i16>,
    month: Option<i8>,
    day: i8,
    /// Whether the month stands right after the day.
    day_first: bool,
}

/// Reads a line such as `2026-09-07 Labour Day`, `Dec 21 – Jan 1: Winter break`, `March 15-26, 2027 Spring
/// break`, `du 21 décembre 2026 au 1er janvier 2027 Vacances d’hiver`, `Fête du Travail, lundi 7 septembre`.
/// A date without a year is in the school year that begins in `school_year`, August to July.
///
/// # Errors
/// Says what of it is wrong.
pub fn read_line(line: &str, school_year: i16) -> Result<NamedDays, LineProblem> {
    if line.chars().nth(LONGEST_LINE).is_some() {
        return Err(LineProblem::LongLine);
    }
    let tokens = tokens(line);
    let found = (0..tokens.len()).find_map(|place| stretch(&tokens, place));
    let (from, to, first, last) = found.ok_or(LineProblem::NoDate)?;
    let (first, last) = dates(first, last, school_year)?;
    if last < first {
        return Err(LineProblem::Backwards);
    }
    if first.until(last).map_or(i32::MAX, |span| span.get_days()) > LONGEST_STRETCH {
        return Err(LineProblem::TooLong);
    }
    let begin = tokens.get(from).map_or(0, |token| token.begin);
    let end = tokens.get(to.saturating_sub(1)).map_or(line.len(), |token| token.end);
    let parts = [line.get(..begin).unwrap_or_default(), line.get(end..).unwrap_or_default()];
    let name = parts.map(bare).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(LineProblem::NoName);
    }
    Ok(NamedDays { first, last, name })
}

/// Without what stood between the name and its date.
fn bare(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || ",;:.|-–—•*()\"".contains(letter))
}

type Stretch = (usize, usize, Partial, Partial);

/// A date or a stretch of them that begins at a token: the tokens it takes, its ends.
fn stretch(tokens: &[Token], begin: usize) -> Option<Stretch> {
    let kind = |place: usize| tokens.get(place).map(|token| &token.kind);
    let mut place = begin;
    if matches!(kind(place), Some(Kind::From)) {
        place += 1;
    }
    let (first, after) = partial(tokens, place)?;
    if matches!(kind(after), Some(Kind::To | Kind::Dash))
        && let Some((last, end)) = partial(tokens, after + 1)
        // “15 to 26 March”, but not “Day 1 – September 25”.
        && (first.month.is_some() || (last.month.is_some() && last.day_first))
    {
        return Some((begin, end, first, last));
    }
    first.month.is_some().then_some((begin, after, first, first))
}

/// A date, perhaps without its year, perhaps its day alone; and the token after it.
fn partial(tokens: &[Token], begin: usize) -> Option<(Partial, usize)> {
    let kind = |place: usize| tokens.get(place).map(|token| &token.kind);
    let mut place = begin;
    if matches!(kind(place), Some(Kind::From)) {
        place += 1;
    }
    if matches!(kind(place), Some(Kind::Weekday)) {
        place += 1;
        if matches!(kind(place), Some(Kind::Comma)) {
            place += 1;
        }
    }
    match (kind(place)?, kind(place + 1)) {
        (Kind::Whole(year, month, day), _) => {
            Some((Partial { year: Some(*year), month: Some(*month), day: *day, day_first: false }, place + 1))
        }
        (Kind::Month(month), Some(Kind::Number(day))) | (Kind::Number(day), Some(Kind::Month(month))) => {
            let (year, after) = year(tokens, place + 2);
            let day_first = matches!(kind(place), Some(Kind::Number(_)));
            Some((Partial { year, month: Some(*month), day: small(*day)?, day_first }, after))
        }
        (Kind::Number(day), _) => {
            let (year, after) = year(tokens, place + 1);
            Some((Partial { year, month: None, day: small(*day)?, day_first: false }, after))
        }
        _ => None,
    }
}

/// A year, where one stands there.
fn year(tokens: &[Token], place: usize) -> (Option<i16>, usize) {
    let at = |place: usize| match tokens.get(place).map(|token| &token.kind) {
        Some(Kind::Number(number)) => i16::try_from(*number).ok().filter(|year| YEARS.contains(year)),
        _ => None,
    };
    let comma = matches!(tokens.get(place).map(|token| &token.kind), Some(Kind::Comma));
    match (at(place), comma.then(|| at(place + 1)).flatten()) {
        (Some(year), _) => (Some(year), place + 1),
        (None, Some(year)) => (Some(year), place + 2),
        (None, None) => (None, place),
    }
}

fn small(day: u32) -> Option<i8> {
    i8::try_from(day).ok().filter(|day| (1..=31).contains(day))
}

/// What is unsaid of one end is as the other says it, or as the school year has it.
fn dates(first: Partial, last: Partial, school_year: i16) -> Result<(Date, Date), LineProblem> {
    let first_month = first.month.or(last.month).unwrap_or(1);
    let last_month = last.month.or(first.month).unwrap_or(1);
    let wraps = i16::from(last_month < first_month);
    let in_school_year = if first_month >= 8 { school_year } else { school_year + 1 };
    let (first_year, last_year) = match (first.year, last.year) {
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => (first, first + wraps),
        (None, Some(last)) => (last - wraps, last),
        (None, None) => (in_school_year, in_school_year + wraps),
    };
    let date = |year: i16, month: i8, day: i8| {
        let date = Date::new(year, month, day).ok().filter(|_| YEARS.contains(&year));
        date.ok_or(LineProblem::NoSuchDay { year, month, day })
    };
    Ok((date(first_year, first_month, first.day)?, date(last_year, last_month, last.day)?))
}
