//! Time and chance, handed in. Nothing else in Klatsch reads a clock or draws a random number
//! (`clippy.toml` forbids it), so that a story can stand on a Wednesday in January.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Serialize};

/// A point in time: microseconds since 1970-01-01T00:00:00Z, as the database keeps it (`bigint`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, Serialize, Deserialize)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// The instant `seconds` later (earlier when negative).
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// The instant `days` of 24 hours later (earlier when negative).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Instant {
        self.plus_seconds(days.saturating_mul(86_400))
    }

    /// This instant, or just after `earlier` should the clock not have moved on: what changed is then
    /// always of another instant than before, and an instant can be the version of a row.
    #[must_use]
    pub fn after(self, earlier: Instant) -> Instant {
        self.max(Instant(earlier.0.saturating_add(1)))
    }

    /// As jiff's timestamp; an instant outside its range (years −9999 to 9999) becomes the nearest.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        })
    }

    /// RFC 3339 in UTC, as the JSON API prints it.
    pub fn to_rfc3339(self) -> String {
        self.timestamp().to_string()
    }
}

impl From<jiff::Timestamp> for Instant {
    fn from(timestamp: jiff::Timestamp) -> Self {
        Instant(timestamp.as_microsecond())
    }
}

/// The clock of an app: the system's, or one that a story sets by hand.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The clock of the machine.
    System,
    /// A clock that stands still until it is set.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `instant`.
    pub fn standing_at(instant: Instant) -> Clock {
        Clock::Set(Arc::new(AtomicI64::new(instant.0)))
    }

    /// Now.
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn now(&self) -> Instant {
        match self {
            Clock::System => jiff::Timestamp::now().into(),
            Clock::Set(microseconds) => Instant(microseconds.load(Ordering::SeqCst)),
        }
    }

    /// Moves a standing clock; the system's clock is left alone.
    pub fn set(&self, instant: Instant) {
        if let Clock::Set(microseconds) = self {
            microseconds.store(instant.0, Ordering::SeqCst);
        }
    }
}

/// Where identifiers and secrets come from: the operating system's randomness.
#[derive(Debug, Clone, Copy)]
pub struct Chance;

impl Chance {
    /// `N` random bytes, fit for secrets.
    ///
    /// # Errors
    /// When the operating system gives none; then nothing secret can be made and the request fails.
    #[allow(clippy::disallowed_methods, reason = "the one place that draws randomness")]
    pub fn bytes<const N: usize>(self) -> Result<[u8; N], NoRandomness> {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(bytes)
    }

    /// A time-ordered identifier (UUID version 7, RFC 9562 section 5.7) made at `now`.
    ///
    /// # Errors
    /// As [`Chance::bytes`].
    pub fn uuid(self, now: Instant) -> Result<uuid::Uuid, NoRandomness> {
        let millis = u64::try_from(now.0 / 1000).unwrap_or_default();
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes::<10>()?).into_uuid())
    }
}

/// The operating system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;
