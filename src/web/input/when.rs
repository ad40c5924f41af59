//! Dates and times as people type them, each with its own word about what is wrong.

use calendar::times::{DateProblem, TimeProblem, parse_date, parse_time};
use jiff::civil::{Date, Time};
use serde_json::Value;

use super::{Input, Message, Problems};

impl Input {
    /// A date as `2026-01-14`, or nothing where nothing was sent.
    pub fn date(&self, name: &str, problems: &mut Problems) -> Option<Date> {
        match parse_date(self.written(name, problems)?) {
            Ok(date) => return Some(date),
            Err(DateProblem::Empty) => {}
            Err(problem) => problems.add(name, date_message(problem)),
        }
        None
    }

    /// As [`Input::date`], but it must be there.
    pub fn needed_date(&self, name: &str, problems: &mut Problems) -> Option<Date> {
        let before = problems.len();
        let date = self.date(name, problems);
        if date.is_none() && problems.len() == before {
            problems.add(name, "problem-required");
        }
        date
    }

    /// A time of day as `12:05`, `12 h 05`, `3:30 pm`, which must be there.
    pub fn needed_time(&self, name: &str, problems: &mut Problems) -> Option<Time> {
        let before = problems.len();
        let text = self.written(name, problems).unwrap_or_default();
        match parse_time(text) {
            Ok(time) => return Some(time),
            Err(_) if problems.len() > before => {}
            Err(problem) => problems.add(name, time_message(problem)),
        }
        None
    }

    fn written(&self, name: &str, problems: &mut Problems) -> Option<&str> {
        match self.one(name, problems)?.first() {
            None => None,
            Some(Value::String(text)) => Some(text),
            Some(_) => {
                problems.add(name, "problem-type");
                None
            }
        }
    }
}

/// What is wrong with a date, for a person.
pub fn date_message(problem: DateProblem) -> Message {
    match problem {
        DateProblem::Empty => Message::new("problem-required"),
        DateProblem::Unreadable => Message::new("problem-date"),
        DateProblem::NoSuchDay { year, month, day } => {
            Message::new("problem-no-such-day").with("date", format!("{year}-{month:02}-{day:02}"))
        }
        DateProblem::YearTooFar(year) => Message::new("problem-year").with("year", year.to_string()),
    }
}

fn time_message(problem: TimeProblem) -> Message {
    match problem {
        TimeProblem::Empty => Message::new("problem-required"),
        TimeProblem::Unreadable => Message::new("problem-time"),
        TimeProblem::NoSuchHour(hour) | TimeProblem::NotOnTwelveHours(hour) => {
            Message::new("problem-no-such-hour").with("hour", i64::from(hour))
        }
        TimeProblem::NoSuchMinute(minute) => Message::new("problem-no-such-minute").with("minute", i64::from(minute)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_date_or_time_that_is_none_says_what_is_wrong_with_it() {
        let input = Input::of_form(b"a=2026-02-30&b=soon&c=25:00&d=&e=12h05&f=2026-01-14");
        let mut problems = Problems::new();
        assert_eq!(input.date("a", &mut problems), None);
        assert_eq!(input.date("b", &mut problems), None);
        assert_eq!(input.needed_time("c", &mut problems), None);
        assert_eq!(input.needed_time("d", &mut problems), None);
        assert_eq!(input.date("d", &mut problems), None);
        assert_eq!(input.needed_date("g", &mut problems), None);
        let keys: Vec<_> = problems.iter().map(|(name, message)| (name, message.key)).collect();
        assert_eq!(
            keys,
            [
                ("a", "problem-no-such-day"),
                ("b", "problem-date"),
                ("c", "problem-no-such-hour"),
                ("d", "problem-required"),
                ("g", "problem-required"),
            ]
        );
        assert_eq!(input.needed_time("e", &mut problems), Some(jiff::civil::time(12, 5, 0, 0)));
        assert_eq!(input.needed_date("f", &mut problems), Some(jiff::civil::date(2026, 1, 14)));
        let json = Input::of_json(br#"{"starts":1205}"#).unwrap();
        let mut problems = Problems::new();
        assert_eq!(json.needed_time("starts", &mut problems), None);
        assert_eq!((problems.len(), problems.about("starts").unwrap().key), (1, "problem-type"));
    }
}
