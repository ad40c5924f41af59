//! Gatherings as a calendar that people's own programs read: iCalendar, RFC
//! 5545, with the properties of RFC 7986 that keep a subscription fresh.
//!
//! Each gathering is an event of its own. A recurrence rule with exceptions
//! would be shorter, but a moved or cancelled date would then depend on how well
//! each program understands exceptions, and many do not.

mod lines;
mod observances;
pub mod reading;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::zone::{Zone, resolve};
use lines::Lines;

/// The media type of the text (RFC 5545, section 8.1).
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// One event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names the event for ever and everywhere: the same for each version of it,
    /// never used for another. Best an id and the host's name, `id@host`.
    pub uid: String,
    /// Rises with each change that people have to know of; 0 at first.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Timestamp,
    /// The start.
    pub starts: Timestamp,
    /// The end, after the start; one that is not is left out.
    pub ends: Timestamp,
    /// The zone in which start and end are shown.
    pub zone: Zone,
    /// What it is, in a line.
    pub summary: String,
    /// Where it is; left out when empty.
    pub location: String,
    /// More about it, plain text; left out when empty.
    pub description: String,
    /// The address of its page.
    pub url: Option<String>,
    /// Whether it does not take place. It has to stay in the calendar for a
    /// while, or programs that merge rather than replace keep the old version.
    pub cancelled: bool,
}

/// The text of a calendar with a name and its events.
pub fn calendar(name: &str, events: &[Event]) -> String {
    let mut lines = begun(name);
    for span in zones_of(events) {
        observances::write(&mut lines, span.zone, span.from, span.to);
    }
    for event in events {
        write_event(&mut lines, event);
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

/// What every calendar begins with.
fn begun(name: &str) -> Lines {
    let mut lines = Lines::new();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Klatsch//Klatsch//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    // RFC 7986, sections 5.1 and 5.7, each with the older name that some
    // programs still look for.
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    lines.raw("X-PUBLISHED-TTL", "PT1H");
    lines
}

/// A whole day of a calendar, or several in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayEvent {
    /// As that of an [`Event`].
    pub uid: String,
    /// As that of an [`Event`].
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Timestamp,
    /// The first day.
    pub first: Date,
    /// The last day, not before the first.
    pub last: Date,
    /// What it is called.
    pub name: String,
}

/// The text of a calendar of whole days. They take up no time: a teacher's calendar stays free on a
/// professional day.
pub fn days_calendar(name: &str, days: &[DayEvent]) -> String {
    let mut lines = begun(name);
    for day in days {
        lines.raw("BEGIN", "VEVENT");
        lines.text("UID", &day.uid);
        lines.raw("SEQUENCE", &day.sequence.to_string());
        lines.raw("DTSTAMP", &universal(day.stamp));
        lines.raw("DTSTART;VALUE=DATE", &whole(day.first));
        // The day after the last (section 3.6.1).
        lines.raw("DTEND;VALUE=DATE", &whole(day.last.saturating_add(1.day())));
        lines.text("SUMMARY", &day.name);
        lines.raw("TRANSP", "TRANSPARENT");
        lines.raw("END", "VEVENT");
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

/// Section 3.3.4.
fn whole(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

struct ZoneSpan<'e> {
    zone: &'e Zone,
    from: Timestamp,
    to: Timestamp,
}

/// Each zone that is named must be described (section 3.2.19), for as long as
/// the events in it last.
fn zones_of(events: &[Event]) -> Vec<ZoneSpan<'_>> {
    let mut spans: BTreeMap<&str, ZoneSpan<'_>> = BTreeMap::new();
    for event in events.iter().filter(|event| is_local(event)) {
        let (from, to) = (event.starts, event.ends.max(event.starts));
        spans
            .entry(event.zone.name())
            .and_modify(|span| {
                span.from = span.from.min(from);
                span.to = span.to.max(to);
            })
            .or_insert(ZoneSpan { zone: &event.zone, from, to });
    }
    spans.into_values().collect()
}

/// Whether start and end can be told by their local times. Not the second of
/// two equal ones when the clocks go back: a local time that comes twice means
/// the first (section 3.3.5). Such an event is given in universal time.
fn is_local(event: &Event) -> bool {
    event.zone != Zone::utc()
        && [event.starts, event.ends].into_iter().all(|instant| {
            let local = event.zone.local(instant);
            resolve(local.date(), local.time(), &event.zone) == Ok(instant)
        })
}

fn write_event(lines: &mut Lines, event: &Event) {
    lines.raw("BEGIN", "VEVENT");
    lines.text("UID", &event.uid);
    lines.raw("SEQUENCE", &event.sequence.to_string());
    lines.raw("DTSTAMP", &universal(event.stamp));
    let mut instant = |name: &str, instant: Timestamp| {
        if is_local(event) {
            let name = format!("{name};TZID={}", event.zone.name());
            lines.raw(&name, &lines::local(event.zone.local(instant)));
        } else {
            lines.raw(name, &universal(instant));
        }
    };
    instant("DTSTART", event.starts);
    if event.ends > event.starts {
        instant("DTEND", event.ends);
    }
    lines.text("SUMMARY", &event.summary);
    if !event.location.is_empty() {
        lines.text("LOCATION", &event.location);
    }
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", &event.description);
    }
    if let Some(url) = &event.url {
        lines.raw("URL", url);
    }
    if event.cancelled {
        lines.raw("STATUS", "CANCELLED");
        // Nor does it take up time, for programs that show it all the same.
        lines.raw("TRANSP", "TRANSPARENT");
    } else {
        lines.raw("STATUS", "CONFIRMED");
    }
    lines.raw("END", "VEVENT");
}

/// Section 3.3.5, form 2.
fn universal(instant: Timestamp) -> String {
    format!("{}Z", lines::local(Zone::utc().local(instant)))
}
