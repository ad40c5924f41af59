//! Time zones, and the way from a local time to an instant.

mod names;

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase},
};

pub use names::{Choice, Choices, choices};

/// A time zone of the IANA database inside the program.
///
/// The host's database is never asked: two machines that serve one district
/// must agree, and hosts are often years behind. The name is kept as it was
/// given, only its capitals are put right: a link such as `America/Montreal` is
/// not replaced by the zone whose data it shares, for that may part from it, as
/// Vancouver did from Los Angeles in 2026.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

/// A text that names no time zone.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no time zone {0:?}")]
pub struct UnknownZone(pub String);

impl Zone {
    /// Coordinated Universal Time.
    pub fn utc() -> Zone {
        Zone { name: "UTC".to_owned(), zone: TimeZone::UTC }
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The date and time on the wall at an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.zone.to_datetime(instant)
    }

    /// The day that it is in the zone at an instant.
    pub fn today(&self, now: Timestamp) -> Date {
        self.local(now).date()
    }

    /// The rules of the zone.
    pub fn rules(&self) -> &TimeZone {
        &self.zone
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(text: &str) -> Result<Zone, UnknownZone> {
        let given = text.trim();
        let unknown = || UnknownZone(given.to_owned());
        let zone = TimeZoneDatabase::bundled().get(given).map_err(|_| unknown())?;
        match zone.iana_name() {
            Some(name) if name != names::PLACEHOLDER => Ok(Zone { name: name.to_owned(), zone }),
            _ => Err(unknown()),
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name)
    }
}

/// A local time that does not exist, because the clocks jump over it that day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{time} does not exist on {date} in {zone}: the clocks jump to {resumes}")]
pub struct Gap {
    /// The day.
    pub date: Date,
    /// The local time that is skipped.
    pub time: Time,
    /// The zone's name.
    pub zone: String,
    /// The first local time after the jump.
    pub resumes: DateTime,
}

/// The instant of a local time that somebody typed. Where the clocks are put
/// back and the time comes twice, the first is meant. Beyond the instants that
/// can be counted (years -9999 to 9999) the nearest is taken.
///
/// # Errors
/// When the clocks jump over that time on that day.
pub fn resolve(date: Date, time: Time, zone: &Zone) -> Result<Timestamp, Gap> {
    let local = date.to_datetime(time);
    match zone.zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
            Ok(instant(local, offset))
        }
        AmbiguousOffset::Gap { before, .. } => {
            Err(Gap { date, time, zone: zone.name.clone(), resumes: resumes(local, before, zone) })
        }
    }
}

/// The instant of a local time that a rule made. A rule's date in a gap is no
/// date (RFC 5545, section 3.3.10: invalid local times are ignored).
pub fn resolve_generated(date: Date, time: Time, zone: &Zone) -> Option<Timestamp> {
    resolve(date, time, zone).ok()
}

fn instant(local: DateTime, offset: Offset) -> Timestamp {
    offset.to_timestamp(local).unwrap_or(if local.year() > 0 { Timestamp::MAX } else { Timestamp::MIN })
}

/// Read with the offset from before the jump, a skipped time falls just after
/// it, so the jump is the last one up to there.
fn resumes(skipped: DateTime, before: Offset, zone: &Zone) -> DateTime {
    let after_the_jump = instant(skipped, before);
    let next_second = jiff::SignedDuration::from_secs(1);
    let jump = after_the_jump.saturating_add(next_second).ok().and_then(|limit| zone.zone.preceding(limit).next());
    match jump {
        Some(jump) => zone.local(jump.timestamp()),
        None => zone.local(after_the_jump),
    }
}
