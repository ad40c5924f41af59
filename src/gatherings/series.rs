//! Values: a series, an audience.

use std::str::FromStr;

use calendar::rule::{Except, Rule, Weekdays};
use calendar::zone::Zone;
use jiff::civil::{Date, Time};

use super::NewSeries;
use crate::clock::Instant;
use crate::database::Text;
use crate::ids::{PersonId, SchoolId, SeriesId};

/// Who may see a series or a gathering. Networks join when there are networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everyone, also without an account.
    Public,
    /// Everyone with an account.
    District,
    /// The people who were invited.
    Invited,
}

impl Audience {
    /// All of them, widest first.
    pub const ALL: [Audience; 3] = [Audience::Public, Audience::District, Audience::Invited];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::District => "district",
            Audience::Invited => "invited",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Audience::Public => "audience-public",
            Audience::District => "audience-district",
            Audience::Invited => "audience-invited",
        }
    }
}

impl FromStr for Audience {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Audience::ALL.into_iter().find(|audience| audience.word() == word).ok_or(())
    }
}

/// A rule that makes gatherings.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Series {
    /// Its identifier.
    pub id: SeriesId,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// On which weekdays.
    pub weekdays: Text<Weekdays>,
    /// Every how many weeks, 1 to 8.
    pub every_weeks: i64,
    /// First day of the term.
    pub first_date: Text<Date>,
    /// First day of the rule it has now; later than the first day of the term where it had another before.
    pub rule_from: Text<Date>,
    /// Last day of the term.
    pub last_date: Text<Date>,
    /// Local time it starts.
    pub starts: Text<Time>,
    /// Local time it ends.
    pub ends: Text<Time>,
    /// The zone of its local times.
    pub zone: Text<Zone>,
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
    /// Minutes of each gathering kept for the welcome.
    pub welcome_minutes: i64,
    /// Minutes of each gathering kept for the close.
    pub close_minutes: i64,
    /// Whether it skips the days off of the district's calendar.
    pub follows_calendar: bool,
    /// Who made it.
    pub created_by: PersonId,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// Rises with each change; a form that knows an older one is stale.
    pub version: i64,
}

impl Series {
    /// A series made from what was said of it, in its first version.
    pub fn new(id: SeriesId, by: PersonId, now: Instant, new: &NewSeries) -> Series {
        Series {
            id,
            title: new.title.clone(),
            about: new.about.clone(),
            weekdays: Text(new.rule.weekdays),
            every_weeks: i64::from(new.rule.every_weeks),
            first_date: Text(new.rule.from),
            rule_from: Text(new.rule.from),
            last_date: Text(new.rule.to),
            starts: Text(new.starts),
            ends: Text(new.ends),
            zone: Text(new.zone.clone()),
            school_id: new.place.school,
            place: new.place.room.clone(),
            link: new.place.link.clone(),
            audience: new.audience,
            capacity: new.capacity,
            welcome_minutes: new.welcome_minutes,
            close_minutes: new.close_minutes,
            follows_calendar: new.follows_calendar,
            created_by: by,
            created_at: now,
            updated_at: now,
            version: 1,
        }
    }

    /// The same series with other things said of it.
    pub fn changed(&self, now: Instant, new: &NewSeries) -> Series {
        Series {
            created_at: self.created_at,
            version: self.version + 1,
            ..Series::new(self.id, self.created_by, now, new)
        }
    }

    /// The rule it has now, with the days off that were loaded beside it.
    pub fn rule(&self, except: Vec<Except>) -> Rule {
        Rule {
            weekdays: *self.weekdays,
            every_weeks: u32::try_from(self.every_weeks).unwrap_or(1),
            from: *self.rule_from,
            to: *self.last_date,
            except,
        }
    }
}
