//! Reading whole days out of a calendar file (RFC 5545), as a district publishes its holidays.
//!
//! Only what a list of days off needs is understood: events of whole days. Events with a time of day are
//! counted and left out; a repeating one is refused with its line, for guessing at which years a district
//! means would be worse than asking. Written by hand, as the writing is: a general reader brings a clock,
//! time zones and alarms that nobody asks for here.

#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::times::YEARS;

/// The most days one file may bring.
pub const MOST_DAYS: usize = 1_000;

/// An event of whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeDays {
    /// The line its event begins on, from 1.
    pub line: usize,
    /// The first day.
    pub first: Date,
    /// The last day (a file says the day after it).
    pub last: Date,
    /// What it is called.
    pub name: String,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Its whole days, in the order of the file.
    pub days: Vec<WholeDays>,
    /// How many events have a time of day.
    pub timed: usize,
    /// How many are cancelled.
    pub cancelled: usize,
}

/// Why a file cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// It does not begin with `BEGIN:VCALENDAR`.
    #[error("no iCalendar file")]
    NoCalendar,
    /// An event does not end.
    #[error("the file ends inside an event")]
    CutOff,
    /// There is no start.
    #[error("an event without a start")]
    NoStart,
    /// There is no name.
    #[error("an event without a name")]
    NoName,
    /// A date is none.
    #[error("no date")]
    BadDate,
    /// The end is before the start.
    #[error("ends before it starts")]
    Backwards,
    /// The event repeats.
    #[error("an event that repeats")]
    Repeats,
    /// More than [`MOST_DAYS`].
    #[error("more than {MOST_DAYS} days")]
    TooMany,
}

/// An event as far as it was read.
#[derive(Default)]
struct Event {
    line: usize,
    start: Option<(usize, When)>,
    end: Option<(usize, When)>,
    days: Option<i64>,
    name: String,
    repeats: Option<usize>,
    cancelled: bool,
}

#[derive(Clone, Copy)]
enum When {
    Day(Option<Date>),
    Time,
}

/// Whether a text is a calendar file, so that pasted lines can be told from one.
pub fn is_calendar(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// Reads a file; everything that is wrong with it, by line.
///
/// # Errors
/// When anything is: half a calendar would look like a whole one.
pub fn read(text: &str) -> Result<Contents, Vec<(usize, FileProblem)>> {
    if !is_calendar(text) {
        return Err(vec![(1, FileProblem::NoCalendar)]);
    }
    let mut contents = Contents::default();
    let mut problems = Vec::new();
    let mut event: Option<Event> = None;
    // Parts of an event, as alarms, have properties of their own.
    let mut inside = 0_usize;
    for (line, text) in unfolded(text) {
        let Some((name, kind, value)) = property(&text) else { continue };
        let value = value.trim();
        match (name.as_str(), &mut event) {
            ("BEGIN", None) if value.eq_ignore_ascii_case("VEVENT") => event = Some(Event { line, ..Event::default() }),
            ("BEGIN", Some(_)) => inside += 1,
            ("END", Some(_)) if inside > 0 => inside -= 1,
            ("END", Some(_)) => {
                if let Some(event) = event.take()
                    && let Err(problem) = finish(event, &mut contents)
                {
                    problems.push(problem);
                }
            }
            (_, Some(event)) if inside == 0 => event.take(&name, kind, value, line),
            _ => {}
        }
    }
    if let Some(event) = event {
        problems.push((event.line, FileProblem::CutOff));
    }
    if contents.days.len() > MOST_DAYS {
        problems.push((1, FileProblem::TooMany));
    }
    if problems.is_empty() { Ok(contents) } else { Err(problems) }
}

impl Event {
    fn take(&mut self, name: &str, is_date: bool, value: &str, line: usize) {
        match name {
            "DTSTART" => self.start = Some((line, when(value, is_date))),
            "DTEND" => self.end = Some((line, when(value, is_date))),
            // Whole days are counted in days or weeks (section 3.8.2.5).
            "DURATION" => {
                let days = |end: char, each: i64| {
                    value.strip_prefix('P')?.strip_suffix(end)?.parse::<i64>().ok().and_then(|n| n.checked_mul(each))
                };
                self.days = days('D', 1).or(days('W', 7));
            }
            "SUMMARY" => self.name = plain(value),
            "RRULE" | "RDATE" => self.repeats = Some(line),
            "STATUS" => self.cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
    }
}

fn finish(event: Event, contents: &mut Contents) -> Result<(), (usize, FileProblem)> {
    let Some((line, start)) = event.start else {
        return Err((event.line, FileProblem::NoStart));
    };
    let When::Day(first) = start else {
        contents.timed += 1;
        return Ok(());
    };
    if event.cancelled {
        contents.cancelled += 1;
        return Ok(());
    }
    if let Some(line) = event.repeats {
        return Err((line, FileProblem::Repeats));
    }
    let first = first.ok_or((line, FileProblem::BadDate))?;
    // The end is the day after the last (section 3.6.1); some programs write the same day twice.
    let last = match (event.end, event.days) {
        (Some((line, When::Day(end))), _) => {
            let end = end.ok_or((line, FileProblem::BadDate))?;
            if end == first { first } else { end.saturating_sub(1.days()) }
        }
        (Some((line, When::Time)), _) => return Err((line, FileProblem::BadDate)),
        (None, Some(days)) => {
            let days = i32::try_from(days).ok().filter(|days| (1..=400).contains(days));
            first.saturating_add(days.ok_or((line, FileProblem::BadDate))?.days()).saturating_sub(1.days())
        }
        (None, None) => first,
    };
    if last < first {
        return Err((line, FileProblem::Backwards));
    }
    if event.name.is_empty() {
        return Err((event.line, FileProblem::NoName));
    }
    contents.days.push(WholeDays { line: event.line, first, last, name: event.name });
    Ok(())
}

/// Whole lines with the number of their first: a line that begins with white space goes on with the one
/// before (section 3.1).
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, whole))) => whole.push_str(rest),
            _ => lines.push((number, line.trim_end_matches('\r').to_owned())),
        }
    }
    lines
}

/// The name of a property, whether it says that its value is a date, and the value. A colon inside of
/// quotes belongs to a parameter.
fn property(line: &str) -> Option<(String, bool, &str)> {
    let mut quoted = false;
    let colon = line.char_indices().find(|(_, letter)| {
        quoted ^= *letter == '"';
        *letter == ':' && !quoted
    })?;
    let (head, value) = (line.get(..colon.0)?, line.get(colon.0 + 1..)?);
    let mut parts = head.split(';');
    let name = parts.next()?.trim().to_ascii_uppercase();
    let is_date = parts.any(|part| part.eq_ignore_ascii_case("VALUE=DATE"));
    Some((name, is_date, value))
}

/// `20260907` is a day, whether or not it says so; anything with a `T` has a time.
fn when(value: &str, is_date: bool) -> When {
    if !is_date && value.contains('T') {
        return When::Time;
    }
    let part = |from: usize, to: usize| value.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let date = || {
        let (year, month, day) = (part(0, 4)?.parse().ok()?, part(4, 6)?.parse().ok()?, part(6, 8)?.parse().ok()?);
        Date::new(year, month, day).ok().filter(|_| value.len() == 8 && YEARS.contains(&year))
    };
    When::Day(date())
}

/// A text without its escapes (section 3.3.11), in one line.
fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push(' '),
                Some(other) => out.push(other),
                None => {}
            },
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
