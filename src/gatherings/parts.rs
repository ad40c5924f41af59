//! Values: the parts of a series. "From here on" ends the rule it had before a date and begins another.
//!
//! It stays one series: answers, invitations, hosts, the calendar people subscribed to and "does it get
//! used?" are of the whole. A change says only what is to be other than it was, so that changing the room
//! of all dates leaves the weekday of each part alone.

use calendar::rule::{Except, Rule, Weekdays};
use calendar::zone::Zone;
use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::{NewSeries, Series};
use crate::database::Text;
use crate::ids::SchoolId;

/// What the dates of a series are made from, between two days.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Part {
    /// The first day of the part.
    pub first_date: Text<Date>,
    /// The last day of the part.
    pub last_date: Text<Date>,
    /// What its dates are called.
    pub title: String,
    /// On which weekdays.
    pub weekdays: Text<Weekdays>,
    /// Every how many weeks, 1 to 8, counted from the week of its first day.
    pub every_weeks: i64,
    /// Local time its dates start.
    pub starts: Text<Time>,
    /// Local time they end.
    pub ends: Text<Time>,
    /// The zone of the local times.
    pub zone: Text<Zone>,
    /// The school where they are, if they are at one.
    pub school_id: Option<SchoolId>,
    /// The room.
    pub place: String,
    /// A link to join from afar.
    pub link: Option<String>,
    /// How many people fit in; `None` is no limit.
    pub capacity: Option<i64>,
    /// Minutes kept for the welcome.
    pub welcome_minutes: i64,
    /// Minutes kept for the close.
    pub close_minutes: i64,
}

impl Part {
    /// The last part of a series: what it is from some day on.
    pub fn last_of(series: &Series) -> Part {
        Part {
            first_date: series.rule_from,
            last_date: series.last_date,
            title: series.title.clone(),
            weekdays: series.weekdays,
            every_weeks: series.every_weeks,
            starts: series.starts,
            ends: series.ends,
            zone: series.zone.clone(),
            school_id: series.school_id,
            place: series.place.clone(),
            link: series.link.clone(),
            capacity: series.capacity,
            welcome_minutes: series.welcome_minutes,
            close_minutes: series.close_minutes,
        }
    }

    /// A part as it was asked for.
    pub fn asked(new: &NewSeries) -> Part {
        Part {
            first_date: Text(new.rule.from),
            last_date: Text(new.rule.to),
            title: new.title.clone(),
            weekdays: Text(new.rule.weekdays),
            every_weeks: i64::from(new.rule.every_weeks),
            starts: Text(new.starts),
            ends: Text(new.ends),
            zone: Text(new.zone.clone()),
            school_id: new.place.school,
            place: new.place.room.clone(),
            link: new.place.link.clone(),
            capacity: new.capacity,
            welcome_minutes: new.welcome_minutes,
            close_minutes: new.close_minutes,
        }
    }

    /// A series whose dates are all made as in this part.
    pub fn of(&self, series: &Series) -> Series {
        Series {
            rule_from: self.first_date,
            last_date: self.last_date,
            title: self.title.clone(),
            weekdays: self.weekdays,
            every_weeks: self.every_weeks,
            starts: self.starts,
            ends: self.ends,
            zone: self.zone.clone(),
            school_id: self.school_id,
            place: self.place.clone(),
            link: self.link.clone(),
            capacity: self.capacity,
            welcome_minutes: self.welcome_minutes,
            close_minutes: self.close_minutes,
            ..series.clone()
        }
    }

    /// Its rule, with the days off of the series.
    pub fn rule(&self, except: Vec<Except>) -> Rule {
        Rule {
            weekdays: *self.weekdays,
            every_weeks: u32::try_from(self.every_weeks).unwrap_or(1),
            from: *self.first_date,
            to: *self.last_date,
            except,
        }
    }

    /// Takes over what differs between two others; its first and last day are its own.
    fn alter(&mut self, before: &Part, after: &Part) {
        set(&mut self.title, &before.title, &after.title);
        set(&mut self.weekdays, &before.weekdays, &after.weekdays);
        set(&mut self.every_weeks, &before.every_weeks, &after.every_weeks);
        set(&mut self.starts, &before.starts, &after.starts);
        set(&mut self.ends, &before.ends, &after.ends);
        set(&mut self.zone, &before.zone, &after.zone);
        set(&mut self.school_id, &before.school_id, &after.school_id);
        set(&mut self.place, &before.place, &after.place);
        set(&mut self.link, &before.link, &after.link);
        set(&mut self.capacity, &before.capacity, &after.capacity);
        set(&mut self.welcome_minutes, &before.welcome_minutes, &after.welcome_minutes);
        set(&mut self.close_minutes, &before.close_minutes, &after.close_minutes);
    }

    /// Whether another that follows says the same, so that they are one.
    fn goes_on_in(&self, next: &Part) -> bool {
        let weeks = days_between(monday(*self.first_date), monday(*next.first_date)) / 7;
        let as_this = Part { first_date: self.first_date, last_date: self.last_date, ..next.clone() };
        *self == as_this && weeks % self.every_weeks.max(1) == 0
    }

    /// The day on which to end it so that "from `date` on" means what people mean: the week of the date
    /// belongs to what comes, where nothing of that week was before it. So a Wednesday can become the
    /// Monday of its week, and every second week stays the same every second week.
    fn break_before(&self, date: Date) -> Date {
        let mut week = monday(date);
        let begins = monday(*self.first_date);
        while days_between(begins, week) / 7 % self.every_weeks.max(1) != 0 {
            week = week.saturating_add(7.days());
        }
        let earlier = |day: &Date| week <= *day && *day < date;
        if self.rule(Vec::new()).dates().iter().any(earlier) { date } else { week.max(*self.first_date) }
    }
}

fn set<T: PartialEq + Clone>(own: &mut T, before: &T, after: &T) {
    if before != after {
        own.clone_from(after);
    }
}

fn monday(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The part a date belongs to, by its place among them; of a date before them all the first.
pub fn part_on(parts: &[Part], date: Date) -> Option<&Part> {
    parts.iter().rfind(|part| *part.first_date <= date).or(parts.first())
}

/// Parts after a change: what differs between `before` and `after` is taken over by all parts, or by those
/// from a date on. The first and last day of `before` and `after` are those of the whole series. Parts that
/// then say the same become one again.
pub fn changed(parts: &[Part], from: Option<Date>, before: &Part, after: &Part) -> Vec<Part> {
    let mut parts = parts.to_vec();
    let start = from.map_or(0, |date| split(&mut parts, date));
    for part in parts.iter_mut().skip(start) {
        part.alter(before, after);
    }
    if from.is_none() && before.first_date != after.first_date {
        let last = parts.len().saturating_sub(1);
        let mut place = 0..;
        parts.retain(|part| place.next() == Some(last) || part.last_date.0 >= after.first_date.0);
        if let Some(first) = parts.first_mut() {
            first.first_date = after.first_date;
        }
    }
    if before.last_date != after.last_date {
        let mut place = 0..;
        parts.retain(|part| place.next() == Some(0) || part.first_date.0 <= after.last_date.0);
        if let Some(last) = parts.last_mut() {
            last.last_date = after.last_date;
        }
    }
    parts.dedup_by(|next, part| {
        let same = part.goes_on_in(next);
        if same {
            part.last_date = next.last_date;
        }
        same
    });
    parts
}

/// Ends a part before a date, unless one begins there; the place of the part that begins.
fn split(parts: &mut Vec<Part>, date: Date) -> usize {
    let place = parts.iter().rposition(|part| *part.first_date <= date).unwrap_or_default();
    let Some(part) = parts.get_mut(place) else { return 0 };
    let at = part.break_before(date);
    if at <= *part.first_date {
        return place;
    }
    let rest = Part { first_date: Text(at), ..part.clone() };
    part.last_date = Text(at.saturating_sub(1.days()));
    parts.insert(place + 1, rest);
    place + 1
}

/// Pairs dates that go with dates that come in the same week, in order: a Wednesday that becomes a
/// Thursday is the same gathering on another day.
pub fn pair(gone: &[Date], new: &[Date]) -> Vec<(Date, Date)> {
    let mut free: Vec<Date> = new.to_vec();
    let mut pairs = Vec::new();
    for date in gone {
        if let Some(place) = free.iter().position(|other| monday(*other) == monday(*date)) {
            pairs.push((*date, free.remove(place)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
