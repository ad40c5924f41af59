//! "This one, from here on, all": what was typed on the form of one date of a series, read as a change of
//! its series.
//!
//! The form holds what its date holds. Only what was typed otherwise is wanted of other dates too: a date
//! that was moved to the gym does not take the others there when the host only says that they end in May.

use std::str::FromStr;

use calendar::rule::Weekdays;
use jiff::civil::{Date, ISOWeekDate};

use super::around::Around;
use super::parts::Part;
use super::reading::{changed_gathering, changed_series};
use super::weigh::Edit;
use super::whole::{WholeGathering, WholeSeries};
use super::{NewGathering, NewSeries};
use crate::web::{Input, Problems, Values};

/// Fields of which a form sends several values.
pub const SEVERAL: &[&str] = &["weekdays"];

/// What the form of one date says of its rule, beside what it says of the date.
const OF_RULE: [&str; 4] = ["weekdays", "every_weeks", "last_date", "days_off"];

/// What a date has from its rule, and can have otherwise.
const OF_BOTH: [&str; 6] = ["starts", "ends", "school", "place", "link", "capacity"];

/// What is said of one date only.
const OF_ONE: [&str; 2] = ["about", "note"];

/// Which dates a change is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// This one.
    One,
    /// This one and all after it.
    FromHere,
    /// All that are to come.
    All,
}

impl FromStr for Reach {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "one" => Ok(Reach::One),
            "from" => Ok(Reach::FromHere),
            "all" => Ok(Reach::All),
            _ => Err(()),
        }
    }
}

/// A date of a series, and the series.
#[derive(Debug, Clone)]
pub struct DateOfSeries {
    /// The date.
    pub one: WholeGathering,
    /// The series.
    pub series: WholeSeries,
    /// The part the date belongs to.
    base: Part,
}

impl DateOfSeries {
    /// Puts them together.
    pub fn new(one: WholeGathering, series: WholeSeries) -> DateOfSeries {
        let base = series.base(Some(rule_date(&one)));
        DateOfSeries { one, series, base }
    }

    /// What each field of the form holds.
    pub fn values(&self, around: &Around) -> Values {
        let mut values = self.one.values(around);
        let rule = self.series.values_in(&self.base, around);
        values.extend(rule.into_iter().filter(|(name, _)| OF_RULE.contains(&name.as_str())));
        values
    }

    /// Reads a change of the series from what was typed.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(&self, input: &Input, reach: Reach, around: &Around) -> Result<Edit, Problems> {
        let filled = Input::of_values(&self.values(around), SEVERAL);
        let mut said = Input::of_values(&self.series.values_in(&self.base, around), SEVERAL);
        OF_RULE.iter().for_each(|field| said.take(field, input));
        OF_BOTH.iter().filter(|field| !input.same(field, &filled)).for_each(|field| said.take(field, input));
        let mut problems = Problems::new();
        if input.same("weekdays", &filled)
            && let Some(date) = input.date("date", &mut problems)
            && date != *self.one.gathering.date
        {
            match self.weekday_of(date) {
                Some(weekday) => said.set("weekdays", Weekdays::code(weekday)),
                None => problems.add("date", "plan-problem-date-several"),
            }
        }
        let from = (reach == Reach::FromHere).then(|| rule_date(&self.one));
        if let Some(from) = from {
            said.set("first_date", from.to_string());
        }
        match changed_series(&said, around, &self.series) {
            Ok(new) => problems.or(Edit { from, base: self.base.clone(), new }),
            Err(mut others) => {
                problems.iter().for_each(|(field, message)| others.add(field, message.clone()));
                Err(others)
            }
        }
    }

    /// The weekday on which the series is to meet when this date of it is another day of the same week.
    fn weekday_of(&self, date: Date) -> Option<jiff::civil::Weekday> {
        let week = |date: Date| {
            let week: ISOWeekDate = date.iso_week_date();
            (week.year(), week.week())
        };
        (self.base.weekdays.len() == 1 && week(date) == week(rule_date(&self.one))).then(|| date.weekday())
    }

    /// What was typed of this date alone, to be said of it after its series was changed (`now`): its words,
    /// and, where it stands apart from its rule, what was typed otherwise. `None` where there is nothing.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn alone(
        &self,
        input: &Input,
        now: &WholeGathering,
        around: &Around,
    ) -> Result<Option<NewGathering>, Problems> {
        let filled = Input::of_values(&self.values(around), SEVERAL);
        let apart = now.gathering.moved;
        let fields = OF_ONE.iter().chain(OF_BOTH.iter().filter(|_| apart));
        let typed: Vec<&str> = fields.copied().filter(|field| !input.same(field, &filled)).collect();
        if typed.is_empty() || now.gathering.is_cancelled() {
            return Ok(None);
        }
        let mut said = Input::default();
        typed.into_iter().for_each(|field| said.take(field, input));
        for field in OF_ONE.iter().chain(&OF_BOTH).filter(|field| !input.same(field, &filled)) {
            // Emptied, not left out.
            if input.typed(field).is_empty() && (apart || OF_ONE.contains(field)) {
                said.set(field, "");
            }
        }
        changed_gathering(said, around, now).map(Some)
    }
}

/// The date a rule gave a gathering of a series.
fn rule_date(one: &WholeGathering) -> Date {
    one.gathering.rule_date.map_or(*one.gathering.date, |date| *date)
}

/// Reads a change of a series as a program sends it: the part it is about, and what is said now.
///
/// # Errors
/// What is wrong, by field.
pub fn patched_series(
    input: Input,
    around: &Around,
    now: &WholeSeries,
    from: Option<Date>,
) -> Result<(Part, NewSeries), Problems> {
    let base = now.base(from);
    let mut values = now.values_in(&base, around);
    if let Some(from) = from {
        values.insert("first_date".to_owned(), from.to_string().into());
    }
    let new = changed_series(&input.over(&values), around, now)?;
    Ok((base, new))
}
