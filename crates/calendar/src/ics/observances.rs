use jiff::{SignedDuration, Timestamp, civil::date, tz::Offset};

use super::lines::{Lines, local};
use crate::zone::Zone;

/// Writes the VTIMEZONE of a zone (section 3.6.5) with what is in force at the
/// beginning of a span and every change up to its end. Changes are listed one by
/// one, not as rules that repeat: a rule would have to be guessed from the data,
/// and go on after the clocks have stopped changing.
pub(super) fn write(lines: &mut Lines, zone: &Zone, from: Timestamp, to: Timestamp) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", zone.name());
    let rules = zone.rules();
    let just_after = from.saturating_add(SignedDuration::from_secs(1)).unwrap_or(from);
    match rules.preceding(just_after).next() {
        Some(change) => observance(lines, zone, change.timestamp()),
        None => {
            // Never changed before: any date before all events will do.
            let at_first = rules.to_offset_info(from);
            component(
                lines,
                &Observance {
                    daylight: at_first.dst().is_dst(),
                    onset: local(date(1900, 1, 1).at(0, 0, 0, 0)),
                    before: at_first.offset(),
                    after: at_first.offset(),
                    name: at_first.abbreviation(),
                },
            );
        }
    }
    for change in rules.following(from).take_while(|c| c.timestamp() <= to) {
        observance(lines, zone, change.timestamp());
    }
    lines.raw("END", "VTIMEZONE");
}

struct Observance<'z> {
    daylight: bool,
    onset: String,
    before: Offset,
    after: Offset,
    name: &'z str,
}

/// The onset is told in the local time that ends with it.
fn observance(lines: &mut Lines, zone: &Zone, at: Timestamp) {
    let rules = zone.rules();
    let just_before = at.saturating_sub(SignedDuration::from_secs(1)).unwrap_or(at);
    let before = rules.to_offset(just_before);
    let after = rules.to_offset_info(at);
    component(
        lines,
        &Observance {
            daylight: after.dst().is_dst(),
            onset: local(before.to_datetime(at)),
            before,
            after: after.offset(),
            name: after.abbreviation(),
        },
    );
}

fn component(lines: &mut Lines, observance: &Observance<'_>) {
    let kind = if observance.daylight { "DAYLIGHT" } else { "STANDARD" };
    lines.raw("BEGIN", kind);
    lines.raw("DTSTART", &observance.onset);
    lines.raw("TZOFFSETFROM", &utc_offset(observance.before));
    lines.raw("TZOFFSETTO", &utc_offset(observance.after));
    lines.text("TZNAME", observance.name);
    lines.raw("END", kind);
}

/// Section 3.3.14; seconds only where a zone had them long ago.
fn utc_offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}
