//! The rule of a series: which weekdays, every how many weeks, between which
//! dates, except which days off.

mod weekdays;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

pub use weekdays::{UnknownWeekday, Weekdays};

/// The most dates that one rule may give.
pub const MOST_DATES: usize = 200;

/// The most years between a rule's first and last day.
pub const MOST_YEARS: i16 = 2;

/// The widest spacing of a rule, in weeks.
pub const MOST_WEEKS: u32 = 8;

/// Which dates a series has. Values straight from a form may contradict each
/// other: ask [`Rule::check`] before keeping one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The weekdays on which the series meets.
    pub weekdays: Weekdays,
    /// The spacing in weeks, 1 to 8; 2 is every second week.
    pub every_weeks: u32,
    /// The first day that may be a date. Its ISO week (from Monday) is the
    /// first week counted, even where none of its weekdays is left in it.
    pub from: Date,
    /// The last day that may be a date.
    pub to: Date,
    /// Days off. Those on which the series would not meet anyway do no harm,
    /// so that a district's whole list of holidays can be given.
    pub except: Vec<Except>,
}

/// A day on which a series does not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Except {
    /// The day.
    pub date: Date,
    /// Why, as people say it ("Family Day"); may be empty.
    pub reason: String,
}

/// The part of a rule that a [`RuleProblem`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleField {
    /// [`Rule::weekdays`]
    Weekdays,
    /// [`Rule::every_weeks`]
    EveryWeeks,
    /// [`Rule::from`]
    From,
    /// [`Rule::to`]
    To,
    /// [`Rule::except`]
    Except,
}

/// Why a rule cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleProblem {
    /// No weekday is chosen.
    #[error("choose at least one weekday")]
    NoWeekday,
    /// The spacing is not 1 to 8 weeks.
    #[error("every {given} weeks: choose between 1 and {MOST_WEEKS}")]
    EveryWeeks {
        /// The spacing that was asked for.
        given: u32,
    },
    /// The last day is before the first.
    #[error("the last day {to} is before the first, {from}")]
    ToBeforeFrom {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// The rule runs for more than two years.
    #[error("a series may last two years, until {latest} at the latest")]
    TooLong {
        /// The latest day that would do.
        latest: Date,
    },
    /// The rule gives more than 200 dates.
    #[error("{dates} dates are more than {MOST_DATES}")]
    TooManyDates {
        /// How many dates it gives.
        dates: usize,
    },
    /// The weekdays do not come between the two dates.
    #[error("none of the weekdays comes between the first and the last day")]
    NoDates,
    /// Every date is a day off.
    #[error("every date is a day off")]
    AllDaysOff,
    /// A day off is listed twice.
    #[error("{date} is listed twice as a day off")]
    DayOffTwice {
        /// The day.
        date: Date,
    },
}

impl RuleProblem {
    /// The field beside which the problem is to be shown.
    pub fn field(&self) -> RuleField {
        match self {
            RuleProblem::NoWeekday | RuleProblem::NoDates => RuleField::Weekdays,
            RuleProblem::EveryWeeks { .. } => RuleField::EveryWeeks,
            RuleProblem::ToBeforeFrom { .. } | RuleProblem::TooLong { .. } | RuleProblem::TooManyDates { .. } => {
                RuleField::To
            }
            RuleProblem::AllDaysOff | RuleProblem::DayOffTwice { .. } => RuleField::Except,
        }
    }
}

impl Rule {
    /// Whether the rule can be kept.
    ///
    /// # Errors
    /// The first of [`Rule::problems`].
    pub fn check(&self) -> Result<(), RuleProblem> {
        match self.problems().into_iter().next() {
            Some(problem) => Err(problem),
            None => Ok(()),
        }
    }

    /// Everything that is wrong with the rule, so that a form can say it all at
    /// once. What only follows from another problem is not listed.
    pub fn problems(&self) -> Vec<RuleProblem> {
        let mut problems = Vec::new();
        if self.weekdays.is_empty() {
            problems.push(RuleProblem::NoWeekday);
        }
        if !(1..=MOST_WEEKS).contains(&self.every_weeks) {
            problems.push(RuleProblem::EveryWeeks { given: self.every_weeks });
        }
        if self.to < self.from {
            problems.push(RuleProblem::ToBeforeFrom { from: self.from, to: self.to });
        } else if self.to > self.latest() {
            problems.push(RuleProblem::TooLong { latest: self.latest() });
        }
        if problems.is_empty() {
            let given = self.before_days_off().count();
            let dates = self.dates().len();
            if given == 0 {
                problems.push(RuleProblem::NoDates);
            } else if dates == 0 {
                problems.push(RuleProblem::AllDaysOff);
            } else if dates > MOST_DATES {
                problems.push(RuleProblem::TooManyDates { dates });
            }
        }
        let mut seen = BTreeSet::new();
        if let Some(twice) = self.except.iter().find(|off| !seen.insert(off.date)) {
            problems.push(RuleProblem::DayOffTwice { date: twice.date });
        }
        problems
    }

    /// The dates of the series, rising, without the days off. Weeks are counted
    /// from the ISO week of [`Rule::from`]. A rule of more than two years is cut
    /// there, so that one that was never checked cannot run away.
    pub fn dates(&self) -> Vec<Date> {
        let off: BTreeSet<Date> = self.except.iter().map(|off| off.date).collect();
        self.before_days_off().filter(|date| !off.contains(date)).collect()
    }

    /// The days off that take a date away, in the order of their dates.
    pub fn days_off_hit(&self) -> Vec<&Except> {
        self.before_days_off().filter_map(|date| self.except.iter().find(|off| off.date == date)).collect()
    }

    fn latest(&self) -> Date {
        self.from.saturating_add(Span::new().years(MOST_YEARS))
    }

    fn before_days_off(&self) -> impl Iterator<Item = Date> {
        let days_into_week = u32::from(self.from.weekday().to_monday_zero_offset().unsigned_abs());
        let every_weeks = self.every_weeks.max(1);
        let last = self.to.min(self.latest());
        let weekdays = self.weekdays;
        self.from
            .series(Span::new().days(1))
            .take_while(move |date| *date <= last)
            .zip(days_into_week..)
            .filter(move |(date, day)| weekdays.contains(date.weekday()) && (day / 7) % every_weeks == 0)
            .map(|(date, _)| date)
    }
}

/// What becomes of the dates of a series when its rule changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Dates before and after.
    pub kept: Vec<Date>,
    /// Dates only before.
    pub gone: Vec<Date>,
    /// Dates only after.
    pub new: Vec<Date>,
}

/// Compares the dates before and after a change; each list of the answer rises.
pub fn difference(old: &[Date], new: &[Date]) -> Change {
    let old: BTreeSet<Date> = old.iter().copied().collect();
    let new: BTreeSet<Date> = new.iter().copied().collect();
    Change {
        kept: old.intersection(&new).copied().collect(),
        gone: old.difference(&new).copied().collect(),
        new: new.difference(&old).copied().collect(),
    }
}
