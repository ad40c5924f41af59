//! A series or a gathering with everything that is said of it, as a form holds it.

use calendar::rule::{Except, Rule, Weekdays};
use calendar::times::time_text;
use jiff::civil::{Date, Time};
use serde_json::{Value, json};

use super::around::Around;
use super::parts::{Part, part_on};
use super::{Gathering, Series, store};
use crate::database::{Connection, Result};
use crate::ids::{PersonId, SeriesId};
use crate::web::Values;

/// A series with its days off, hosts and invited people.
#[derive(Debug, Clone)]
pub struct WholeSeries {
    /// The series.
    pub series: Series,
    /// The parts it had before the rule it has now, in time.
    pub earlier: Vec<Part>,
    /// Its own days off.
    pub days_off: Vec<Except>,
    /// The days off of the district's calendar that it has taken over.
    pub calendar: Vec<Except>,
    /// Who hosts it.
    pub hosts: Vec<PersonId>,
    /// Who is invited by name.
    pub invited: Vec<PersonId>,
}

impl WholeSeries {
    /// Reads what belongs to a series.
    pub async fn of(db: &mut Connection, series: Series) -> Result<WholeSeries> {
        let id: SeriesId = series.id;
        let (days_off, calendar) = store::days_off_apart(db, id).await?;
        Ok(WholeSeries {
            series,
            earlier: store::earlier_parts(db, id).await?,
            days_off,
            calendar,
            hosts: store::series_hosts(db, id).await?,
            invited: store::invited_to_series(db, id).await?,
        })
    }

    /// Its parts, in time.
    pub fn parts(&self) -> Vec<Part> {
        self.earlier.iter().cloned().chain([Part::last_of(&self.series)]).collect()
    }

    /// A part as a host sees it who changes it: with the first and last day of the whole series. `None` is
    /// the last.
    pub fn base(&self, date: Option<Date>) -> Part {
        let parts = self.parts();
        let part = date.and_then(|date| part_on(&parts, date).cloned());
        let part = part.unwrap_or_else(|| Part::last_of(&self.series));
        Part { first_date: self.series.first_date, last_date: self.series.last_date, ..part }
    }

    /// What each field of its form holds, as of its last part.
    pub fn values(&self, around: &Around) -> Values {
        self.values_in(&self.base(None), around)
    }

    /// What each field of its form holds, as of a part.
    pub fn values_in(&self, part: &Part, around: &Around) -> Values {
        let series = &part.of(&self.series);
        let days_off: Vec<String> = self.days_off.iter().map(day_off_text).collect();
        object(json!({
            "title": series.title,
            "about": series.about,
            "weekdays": codes(*series.weekdays),
            "every_weeks": series.every_weeks,
            "first_date": series.first_date.to_string(),
            "last_date": series.last_date.to_string(),
            "starts": time_text(*series.starts),
            "ends": time_text(*series.ends),
            "zone": series.zone.name(),
            "days_off": days_off,
            "follows_calendar": series.follows_calendar,
            "school": series.school_id,
            "place": series.place,
            "link": series.link,
            "audience": series.audience.word(),
            "capacity": series.capacity,
            "welcome_minutes": series.welcome_minutes,
            "close_minutes": series.close_minutes,
            "hosts": around.written(&self.hosts),
            "invited": around.written(&self.invited),
        }))
    }
}

/// The rules of the parts of a series, in time, each with the local times of its dates.
pub async fn rules(db: &mut Connection, series: &Series, days_off: Vec<Except>) -> Result<Vec<(Rule, Time, Time)>> {
    let mut parts = store::earlier_parts(db, series.id).await?;
    parts.push(Part::last_of(series));
    Ok(parts.iter().map(|part| (part.rule(days_off.clone()), *part.starts, *part.ends)).collect())
}

/// A gathering with its hosts and invited people (those of its series where it is of one).
#[derive(Debug, Clone)]
pub struct WholeGathering {
    /// The gathering.
    pub gathering: Gathering,
    /// Who hosts it.
    pub hosts: Vec<PersonId>,
    /// Who is invited to it itself by name.
    pub invited: Vec<PersonId>,
}

impl WholeGathering {
    /// Reads what belongs to a gathering.
    pub async fn of(db: &mut Connection, gathering: Gathering) -> Result<WholeGathering> {
        let hosts = store::gathering_hosts(db, &gathering).await?;
        let invited = store::invited_to_gathering(db, gathering.id).await?;
        Ok(WholeGathering { gathering, hosts, invited })
    }

    /// What each field of its form holds.
    pub fn values(&self, around: &Around) -> Values {
        let gathering = &self.gathering;
        object(json!({
            "title": gathering.title,
            "about": gathering.about,
            "date": gathering.date.to_string(),
            "starts": time_text(*gathering.starts),
            "ends": time_text(*gathering.ends),
            "zone": gathering.zone.name(),
            "school": gathering.school_id,
            "place": gathering.place,
            "link": gathering.link,
            "audience": gathering.audience.word(),
            "capacity": gathering.capacity,
            "welcome_minutes": gathering.welcome_minutes,
            "close_minutes": gathering.close_minutes,
            "hosts": around.written(&self.hosts),
            "invited": around.written(&self.invited),
            "note": gathering.note,
        }))
    }
}

/// `2026-02-18 Reading week`
pub fn day_off_text(day: &Except) -> String {
    format!("{} {}", day.date, day.reason).trim_end().to_owned()
}

/// `["tue", "thu"]`
pub fn codes(weekdays: Weekdays) -> Vec<&'static str> {
    weekdays.iter().map(Weekdays::code).collect()
}

fn object(value: Value) -> Values {
    match value {
        Value::Object(fields) => fields,
        _ => Values::new(),
    }
}
