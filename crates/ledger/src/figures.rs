//! What comes out, as `GET /api/v1/series/{id}/use` says it in JSON.

use jiff::civil::Date;
use serde::Serialize;

/// The answer to "does it get used?". In JSON an object whose `answer` is `"told"` with the fields
/// of [`Figures`], or `"too_few_to_tell"` with only the period, `held` and `cancelled`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Use {
    /// Fewer than three gatherings held in the period: numbers would be weather, not climate.
    TooFewToTell {
        /// First day of the period, the first of a month (null: the series has no gathering).
        from: Option<Date>,
        /// Last day of the period, the last of a month.
        to: Option<Date>,
        /// Gatherings held.
        held: u32,
        /// Gatherings cancelled.
        cancelled: u32,
    },
    /// The figures.
    Told(Box<Figures>),
}

/// A number of people or of attendances: `{"value":12,"hidden":false}`, or `{"value":null,
/// "hidden":true}` where showing it would show a group of under five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The number, unless hidden.
    pub value: Option<u32>,
    /// Whether it is hidden.
    pub hidden: bool,
}

impl Count {
    /// A number that may be shown.
    pub fn shown(value: u32) -> Self {
        Self { value: Some(value), hidden: false }
    }

    /// One that may not.
    pub fn hidden() -> Self {
        Self { value: None, hidden: true }
    }

    pub(crate) fn when(show: bool, value: u32) -> Self {
        if show { Self::shown(value) } else { Self::hidden() }
    }
}

/// A share with what it is a share of: `{"numerator":12,"denominator":31,"value":0.387…,
/// "hidden":false}`. Hidden: all three are null. Nothing to share: denominator 0, value null.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// How many of them.
    pub numerator: Option<u32>,
    /// Of how many.
    pub denominator: Option<u32>,
    /// Numerator / denominator; null when the denominator is 0 or the share is hidden.
    pub value: Option<f64>,
    /// Whether it is hidden.
    pub hidden: bool,
}

impl Share {
    /// A share that may be shown.
    pub fn shown(numerator: u32, denominator: u32) -> Self {
        let value = (denominator > 0).then(|| f64::from(numerator) / f64::from(denominator));
        Self { numerator: Some(numerator), denominator: Some(denominator), value, hidden: false }
    }

    /// One that may not.
    pub fn hidden() -> Self {
        Self { numerator: None, denominator: None, value: None, hidden: true }
    }

    pub(crate) fn when(show: bool, numerator: u32, denominator: u32) -> Self {
        if show { Self::shown(numerator, denominator) } else { Self::hidden() }
    }
}

/// A median of attendances per gathering: a whole number or a half.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Median {
    /// The median, unless hidden. It is hidden as soon as one gathering is, for it would say how
    /// large that one was.
    pub value: Option<f64>,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// The figures of the whole series, or of a part of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// First day of the period, the first of a month.
    pub from: Date,
    /// Last day of the period, the last of a month.
    pub to: Date,
    /// True for the whole series. In a part of it only `held`, `cancelled`, `invited`, `reach`,
    /// `attendances`, `median`, `topics` (without sharers) and the rows by week, month and gathering are answered;
    /// all else is hidden, because two periods could be subtracted.
    pub whole: bool,
    /// Gatherings held. Not people, never hidden.
    pub held: u32,
    /// Gatherings cancelled. Not people, never hidden.
    pub cancelled: u32,
    /// People invited.
    pub invited: Count,
    /// Invited people who came at least once / people invited.
    pub reach: Share,
    /// Attendances in all: a person who came three times counts three times. Without guests.
    pub attendances: Count,
    /// Median of attendances per gathering held.
    pub median: Median,
    /// Invited people whose first time ever it was / gatherings held.
    pub first_timers: Share,
    /// Invited people who came twice or more. Often shown where `returners` is not, because a few
    /// first-timers at the last gathering hide its denominator.
    pub came_twice: Count,
    /// Invited people who came twice or more / invited people who came at least once and had a
    /// later gathering held to come back to.
    pub returners: Share,
    /// Times a person said yes to a gathering held and came / times a person said yes to one and was
    /// not excused.
    pub said_yes_and_came: Share,
    /// Attendances of people who had not been expected.
    pub walk_ins: Count,
    /// Guests, by headcount; not in `attendances`.
    pub guests: Count,
    /// Rows by gathering held, by date.
    pub by_gathering: Vec<GatheringRow>,
    /// Rows by ISO week (weeks without a gathering held are left out), by date.
    pub by_week: Vec<WeekRow>,
    /// Rows by month, by date.
    pub by_month: Vec<MonthRow>,
    /// Rows by school, by level and name; empty in a part of the series.
    pub by_school: Vec<SchoolRow>,
    /// Rows by level; empty in a part of the series.
    pub by_level: Vec<LevelRow>,
    /// Rows by role; a person with two roles is in two rows. Empty in a part of the series.
    pub by_role: Vec<RoleRow>,
    /// Topics.
    pub topics: Topics,
}

/// One gathering held.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GatheringRow {
    /// Its identifier.
    pub gathering: String,
    /// Its date.
    pub date: Date,
    /// People who came.
    pub came: Count,
    /// Invited people of them whose first time ever it was. Shown for all gatherings or
    /// for none, and never in a part of the series.
    pub first_timers: Count,
}

/// One ISO week in one month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeekRow {
    /// As in `2026-W05`.
    pub week: String,
    /// The month of these gatherings, as in `2026-01`. A week with gatherings in two months is two
    /// rows, so that weeks add up to months.
    pub month: String,
    /// Gatherings held.
    pub held: u32,
    /// Attendances.
    pub attendances: Count,
}

/// One calendar month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MonthRow {
    /// As in `2026-01`.
    pub month: String,
    /// Gatherings held.
    pub held: u32,
    /// Attendances.
    pub attendances: Count,
}

/// One school.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SchoolRow {
    /// Its name; null for people without a school.
    pub school: Option<String>,
    /// Its level.
    pub level: Option<String>,
    /// People of it who came at least once / people of it invited.
    pub reach: Share,
}

/// One level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelRow {
    /// Its name; null for people without one.
    pub level: Option<String>,
    /// People of it who came at least once / people of it invited.
    pub reach: Share,
}

/// One role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoleRow {
    /// Its name.
    pub role: String,
    /// People in it who came at least once / people in it invited.
    pub reach: Share,
}

/// Topics are not people; their counts are never hidden. In a part of the series, those of its
/// gatherings; in the whole, all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Topics {
    /// Ever proposed, whatever became of them.
    pub proposed: u32,
    /// Spoken of.
    pub shared: u32,
    /// Carried over at least once, whatever became of them then.
    pub carried: u32,
    /// Not reached and not carried on.
    pub left: u32,
    /// Distinct proposers of the topics spoken of.
    pub sharers: Count,
}
