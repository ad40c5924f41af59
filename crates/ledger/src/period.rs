//! The period asked about, widened to whole months, and whether it is all of the series.

use std::ops::Range;

use jiff::civil::Date;

use crate::hiding::both_sides;
use crate::tally::{Meeting, Tally, size};
use crate::times::month_of;
use crate::{FEWEST, Season};

/// A period of whole calendar months.
pub(crate) struct Period {
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// It leaves out no gathering that was held.
    pub whole: bool,
}

impl Period {
    pub fn of(season: &Season) -> Self {
        let dates = || season.gatherings.iter().map(|gathering| gathering.date);
        let first = dates().min().map(Date::first_of_month);
        let last = dates().max().map(Date::last_of_month);
        let asked = Self {
            from: season.from.map(Date::first_of_month).or(first),
            to: season.to.map(Date::last_of_month).or(last),
            whole: false,
        };
        let mut held = season.gatherings.iter().filter(|gathering| gathering.held);
        if held.all(|gathering| asked.holds(gathering.date)) {
            // Wider or narrower by months in which nothing was held is the same question, and gets
            // the same answer.
            return Self { from: first.or(asked.from), to: last.or(asked.to), whole: true };
        }
        asked
    }

    pub fn holds(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// Whether the number of people who came in a part of the series may be shown. Every period that
/// is a month with gatherings longer or shorter must differ by five people or more, so any two
/// periods of which one holds the other do; the same goes for the whole series, and for the
/// gatherings in the period, whose counts are shown too.
pub(crate) fn part_is_safe(tally: &Tally<'_>, part: &Period) -> bool {
    let months: Vec<&[Meeting]> =
        tally.meetings.chunk_by(|one, next| month_of(one.gathering.date) == month_of(next.gathering.date)).collect();
    let within = |month: &&[Meeting]| month.first().is_some_and(|meeting| part.holds(meeting.gathering.date));
    let Some(start) = months.iter().position(within) else { return false };
    let end = start + months.iter().skip(start).take_while(|month| within(month)).count();
    let reached = |range: Range<usize>| {
        let months = months.get(range).unwrap_or_default();
        size(tally.reached(months.iter().copied().flatten()).len())
    };
    let here = reached(start..end);
    let shorter = [start + 1..end, start..end - 1];
    let longer = [start.saturating_sub(1)..end, start..(end + 1).min(months.len())];
    let days = tally.meetings.iter().filter(|meeting| part.holds(meeting.gathering.date));
    both_sides(here, size(tally.invited.len()))
        && reached(0..months.len()) - here >= FEWEST
        && shorter.into_iter().all(|range| here - reached(range) >= FEWEST)
        && longer.into_iter().filter(|range| *range != (start..end)).all(|range| reached(range) - here >= FEWEST)
        && days.map(|day| size(tally.reached([day]).len())).all(|day| here - day >= FEWEST)
}
