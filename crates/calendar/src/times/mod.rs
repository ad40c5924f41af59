//! Dates and times as people type them, and the slot that a gathering takes.

mod typed;

#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use jiff::{
    Timestamp,
    civil::{Date, Time},
};

use crate::zone::{Gap, Zone, resolve};

pub use typed::{DateProblem, TimeProblem, parse_date, parse_time};

/// The years that Klatsch knows; a date outside is a slip of the finger.
pub const YEARS: RangeInclusive<i16> = 1900..=2199;

/// When a gathering is: a day, from one local time to another, in a zone.
/// An end at 00:00 is the midnight at the end of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Slot {
    /// The day on which it starts.
    pub date: Date,
    /// The local time at which it starts.
    pub start: Time,
    /// The local time at which it ends.
    pub end: Time,
    /// The zone of the local times.
    pub zone: Zone,
}

/// Why a slot cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlotProblem {
    /// The end is not after the start.
    #[error("the end {end} is not after the start {start}")]
    EndNotAfterStart {
        /// The start.
        start: Time,
        /// The end.
        end: Time,
    },
}

impl Slot {
    /// A slot of at most 24 hours.
    ///
    /// # Errors
    /// When the end is not after the start on the same day. Past midnight is not
    /// guessed at: an end before the start is nearly always a slip.
    pub fn new(date: Date, start: Time, end: Time, zone: Zone) -> Result<Slot, SlotProblem> {
        check(start, end)?;
        Ok(Slot { date, start, end, zone })
    }

    /// The instant of the start.
    ///
    /// # Errors
    /// When the clocks of the zone jump over that local time on that day.
    pub fn starts(&self) -> Result<Timestamp, Gap> {
        resolve(self.date, self.start, &self.zone)
    }

    /// The instant of the end, after that of the start.
    ///
    /// # Errors
    /// When the clocks of the zone jump over that local time on that day.
    pub fn ends(&self) -> Result<Timestamp, Gap> {
        let date = if self.end == Time::midnight() { self.date.tomorrow().unwrap_or(self.date) } else { self.date };
        resolve(date, self.end, &self.zone)
    }

    /// The length in minutes by the clock on the wall.
    pub fn minutes(&self) -> u32 {
        minutes_between(self.start, self.end)
    }
}

/// Whether two local times can be the start and the end of a gathering, as for
/// a [`Slot`]; for a series, which has the times before it has a date.
///
/// # Errors
/// When the end is not after the start.
pub fn check(start: Time, end: Time) -> Result<(), SlotProblem> {
    if end > start || end == Time::midnight() { Ok(()) } else { Err(SlotProblem::EndNotAfterStart { start, end }) }
}

/// Whole minutes from the start to the end, where 00:00 as an end is midnight at
/// the end of the day; 0 when the end is before the start.
pub fn minutes_between(start: Time, end: Time) -> u32 {
    let (start, mut end) = (minute_of_day(start), minute_of_day(end));
    if end == 0 {
        end = 24 * 60;
    }
    end.saturating_sub(start)
}

fn minute_of_day(time: Time) -> u32 {
    u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

/// A time as the database keeps it and as a browser's time field takes it:
/// `09:05`. [`parse_time`] reads it back.
pub fn time_text(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
