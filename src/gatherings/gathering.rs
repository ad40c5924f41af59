//! Values: a gathering.

use std::str::FromStr;

use calendar::times::minutes_between;
use calendar::zone::Zone;
use jiff::civil::{Date, Time};

use super::Audience;
use crate::clock::Instant;
use crate::database::Text;
use crate::ids::{GatheringId, PersonId, SchoolId, SeriesId};

/// Whether a gathering takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = GatheringState)]
pub enum State {
    /// It takes place, or did.
    Planned,
    /// It was called off.
    Cancelled,
}

impl FromStr for State {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "planned" => Ok(State::Planned),
            "cancelled" => Ok(State::Cancelled),
            _ => Err(()),
        }
    }
}

/// A time, a place and people.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Gathering {
    /// Its identifier.
    pub id: GatheringId,
    /// The series that made it; none when it stands alone.
    pub series_id: Option<SeriesId>,
    /// The date the series' rule gave; stays when it moves.
    pub rule_date: Option<Text<Date>>,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The day it is on.
    pub date: Text<Date>,
    /// Local time it starts.
    pub starts: Text<Time>,
    /// Local time it ends; 00:00 is the end of the day.
    pub ends: Text<Time>,
    /// The zone of its local times.
    pub zone: Text<Zone>,
    /// When it starts.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// The school where it is, if it is at one.
    pub school_id: Option<SchoolId>,
    /// The room.
    pub place: String,
    /// A link to join from afar.
    pub link: Option<String>,
    /// Who may see it.
    pub audience: Audience,
    /// How many people fit in; `None` is no limit.
    pub capacity: Option<i64>,
    /// Minutes kept for the welcome.
    pub welcome_minutes: i64,
    /// Minutes kept for the close.
    pub close_minutes: i64,
    /// Whether it takes place.
    pub state: State,
    /// Whether it was moved away from its rule's date, time or place.
    pub moved: bool,
    /// A word from the host, as why it was cancelled.
    pub note: Option<String>,
    /// Who made it.
    pub created_by: PersonId,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// Rises with each change.
    pub version: i64,
}

impl Gathering {
    /// Whether it took place: not cancelled, and over.
    pub fn is_held(&self, now: Instant) -> bool {
        self.state == State::Planned && self.ends_at <= now
    }

    /// Whether it is over.
    pub fn is_over(&self, now: Instant) -> bool {
        self.ends_at <= now
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.state == State::Cancelled
    }

    /// The minutes that topics may take: the gathering less welcome and close.
    pub fn box_minutes(&self) -> u32 {
        let kept = u32::try_from(self.welcome_minutes + self.close_minutes).unwrap_or(0);
        minutes_between(*self.starts, *self.ends).saturating_sub(kept)
    }
}
