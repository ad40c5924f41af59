//! How series and gatherings look as JSON.

use calendar::rule::Except;
use calendar::times::time_text;
use serde::Serialize;
use utoipa::ToSchema;

use crate::gatherings::parts::Part;
use crate::gatherings::whole::{WholeGathering, WholeSeries, codes};
use crate::gatherings::{Audience, Gathering, Rights, Series, State};
use crate::ids::{GatheringId, NetworkId, PersonId, SchoolId, SeriesId};

/// A series, as lists show it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Series)]
pub struct SeriesLine {
    id: SeriesId,
    title: String,
    about: String,
    /// `mon` to `sun`.
    #[schema(value_type = Vec<String>)]
    weekdays: Vec<&'static str>,
    /// 1 to 8.
    every_weeks: i64,
    /// `2026-01-07`
    first_date: String,
    /// The first day of the rule that stands here; later than `first_date` where it had another before.
    rule_from: String,
    last_date: String,
    /// Local time, `12:05`.
    starts: String,
    /// Local time; `00:00` is the end of the day.
    ends: String,
    /// IANA name of the zone of the local times.
    zone: String,
    school: Option<SchoolId>,
    /// The room.
    place: String,
    link: Option<String>,
    audience: Audience,
    /// None is no limit.
    capacity: Option<i64>,
    welcome_minutes: i64,
    close_minutes: i64,
    follows_calendar: bool,
    /// Send it back with a change to be told (409) when somebody else was faster.
    version: i64,
}

/// A date on which a series does not meet.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayOff {
    /// `2026-02-18`
    date: String,
    reason: String,
}

/// A series with everything that is said of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeriesDetail {
    #[serde(flatten)]
    line: SeriesLine,
    /// Its own.
    days_off: Vec<DayOff>,
    /// Those of the district's calendar that it has taken over.
    calendar_days_off: Vec<DayOff>,
    /// What the dates were made from before `rule_from`, in time; empty where the rule is one.
    earlier: Vec<SeriesPart>,
    hosts: Vec<PersonId>,
    /// For hosts only.
    #[serde(skip_serializing_if = "Option::is_none")]
    invited: Option<Vec<PersonId>>,
}

/// What the dates of a series were made from before its rule changed "from here on".
#[derive(Debug, Serialize, ToSchema)]
pub struct SeriesPart {
    /// `2026-01-07`
    first_date: String,
    last_date: String,
    #[schema(value_type = Vec<String>)]
    weekdays: Vec<&'static str>,
    every_weeks: i64,
    starts: String,
    ends: String,
    school: Option<SchoolId>,
    place: String,
    link: Option<String>,
    capacity: Option<i64>,
}

/// A gathering.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Gathering)]
pub struct GatheringLine {
    id: GatheringId,
    series: Option<SeriesId>,
    /// The date its series' rule gave.
    rule_date: Option<String>,
    title: String,
    about: String,
    /// `2026-01-14`
    date: String,
    /// Local time, `12:05`.
    starts: String,
    /// Local time; `00:00` is the end of the day.
    ends: String,
    /// IANA name of the zone of the local times.
    zone: String,
    /// RFC 3339.
    starts_at: String,
    /// RFC 3339.
    ends_at: String,
    school: Option<SchoolId>,
    /// The room.
    place: String,
    link: Option<String>,
    audience: Audience,
    /// None is no limit.
    capacity: Option<i64>,
    welcome_minutes: i64,
    close_minutes: i64,
    state: State,
    /// Whether it is not at its rule's date, time or place.
    moved: bool,
    note: Option<String>,
    /// Send it back with a change to be told (409) when somebody else was faster.
    version: i64,
}

/// A gathering with its people.
#[derive(Debug, Serialize, ToSchema)]
pub struct GatheringDetail {
    #[serde(flatten)]
    line: GatheringLine,
    hosts: Vec<PersonId>,
    /// Those invited to this one by name; for hosts only.
    #[serde(skip_serializing_if = "Option::is_none")]
    invited: Option<Vec<PersonId>>,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeriesList {
    /// Those that end latest first.
    pub items: Vec<SeriesLine>,
    /// How many there are on all pages.
    pub total: i64,
    /// The address of the next page.
    pub next: Option<String>,
}

/// All gatherings of a series.
#[derive(Debug, Serialize, ToSchema)]
pub struct GatheringList {
    /// In time.
    pub items: Vec<GatheringLine>,
    /// How many.
    pub total: i64,
}

/// What a series is made from; a change sends any of it.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, reason = "tells the OpenAPI document what is read field by field")]
pub struct SeriesInput {
    title: String,
    about: Option<String>,
    weekdays: Vec<String>,
    every_weeks: Option<i64>,
    first_date: String,
    last_date: String,
    starts: String,
    ends: String,
    zone: Option<String>,
    /// Each as `2026-02-18 Reading week`.
    days_off: Option<Vec<String>>,
    /// Whether it skips the days off of the district's calendar; a new one does unless it says no.
    follows_calendar: Option<bool>,
    school: Option<SchoolId>,
    place: Option<String>,
    link: Option<String>,
    audience: Option<String>,
    capacity: Option<i64>,
    welcome_minutes: Option<i64>,
    close_minutes: Option<i64>,
    /// Identifiers or e-mail addresses; whoever makes the series hosts it, too.
    hosts: Option<Vec<String>>,
    /// Identifiers, e-mail addresses, or names of schools for everyone in them.
    invited: Option<Vec<String>>,
    /// The network it is made for, of those the asker leads; only when it is made.
    network: Option<NetworkId>,
    version: Option<i64>,
}

/// What a gathering is made from; a change sends any of it. Of a gathering of a series only `about`,
/// `date`, `starts`, `ends`, `school`, `place`, `link`, `capacity`, `note` and `state` can change.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, reason = "tells the OpenAPI document what is read field by field")]
pub struct GatheringInput {
    title: String,
    about: Option<String>,
    date: String,
    starts: String,
    ends: String,
    zone: Option<String>,
    school: Option<SchoolId>,
    place: Option<String>,
    link: Option<String>,
    audience: Option<String>,
    capacity: Option<i64>,
    welcome_minutes: Option<i64>,
    close_minutes: Option<i64>,
    hosts: Option<Vec<String>>,
    invited: Option<Vec<String>>,
    note: Option<String>,
    /// `planned` or `cancelled`.
    state: Option<String>,
    /// The network it is made for, of those the asker leads; only when it is made.
    network: Option<NetworkId>,
    version: Option<i64>,
}

impl SeriesLine {
    /// Of a series.
    pub fn of(series: &Series) -> SeriesLine {
        SeriesLine {
            id: series.id,
            title: series.title.clone(),
            about: series.about.clone(),
            weekdays: codes(*series.weekdays),
            every_weeks: series.every_weeks,
            first_date: series.first_date.to_string(),
            rule_from: series.rule_from.to_string(),
            last_date: series.last_date.to_string(),
            starts: time_text(*series.starts),
            ends: time_text(*series.ends),
            zone: series.zone.name().to_owned(),
            school: series.school_id,
            place: series.place.clone(),
            link: series.link.clone(),
            audience: series.audience,
            capacity: series.capacity,
            welcome_minutes: series.welcome_minutes,
            close_minutes: series.close_minutes,
            follows_calendar: series.follows_calendar,
            version: series.version,
        }
    }
}

impl SeriesDetail {
    /// As somebody with these rights sees it.
    pub fn of(whole: WholeSeries, rights: Rights) -> SeriesDetail {
        let day = |day: Except| DayOff { date: day.date.to_string(), reason: day.reason };
        SeriesDetail {
            line: SeriesLine::of(&whole.series),
            days_off: whole.days_off.into_iter().map(day).collect(),
            calendar_days_off: whole.calendar.into_iter().map(day).collect(),
            earlier: whole.earlier.iter().map(SeriesPart::of).collect(),
            hosts: if rights.signed_in { whole.hosts } else { Vec::new() },
            invited: rights.is_host().then_some(whole.invited),
        }
    }
}

impl SeriesPart {
    fn of(part: &Part) -> SeriesPart {
        SeriesPart {
            first_date: part.first_date.to_string(),
            last_date: part.last_date.to_string(),
            weekdays: codes(*part.weekdays),
            every_weeks: part.every_weeks,
            starts: time_text(*part.starts),
            ends: time_text(*part.ends),
            school: part.school_id,
            place: part.place.clone(),
            link: part.link.clone(),
            capacity: part.capacity,
        }
    }
}

impl GatheringLine {
    /// Of a gathering.
    pub fn of(gathering: &Gathering) -> GatheringLine {
        GatheringLine {
            id: gathering.id,
            series: gathering.series_id,
            rule_date: gathering.rule_date.map(|date| date.to_string()),
            title: gathering.title.clone(),
            about: gathering.about.clone(),
            date: gathering.date.to_string(),
            starts: time_text(*gathering.starts),
            ends: time_text(*gathering.ends),
            zone: gathering.zone.name().to_owned(),
            starts_at: gathering.starts_at.to_rfc3339(),
            ends_at: gathering.ends_at.to_rfc3339(),
            school: gathering.school_id,
            place: gathering.place.clone(),
            link: gathering.link.clone(),
            audience: gathering.audience,
            capacity: gathering.capacity,
            welcome_minutes: gathering.welcome_minutes,
            close_minutes: gathering.close_minutes,
            state: gathering.state,
            moved: gathering.moved,
            note: gathering.note.clone(),
            version: gathering.version,
        }
    }
}

impl GatheringDetail {
    /// As somebody with these rights sees it.
    pub fn of(whole: WholeGathering, rights: Rights) -> GatheringDetail {
        GatheringDetail {
            line: GatheringLine::of(&whole.gathering),
            hosts: if rights.signed_in { whole.hosts } else { Vec::new() },
            invited: rights.is_host().then_some(whole.invited),
        }
    }
}
