//! Making a series: its dates become gatherings.

use calendar::rule::{Except, Rule};
use calendar::times::Slot;
use calendar::zone::{Zone, resolve_generated};
use jiff::civil::{Date, Time};

use super::parts::Part;
use super::{Audience, Gathering, Series, State, following, store};
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Text, Writing};
use crate::ids::{PersonId, SchoolId, SeriesId};

/// Where a gathering is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// A school (its LLC), if it is at one.
    pub school: Option<SchoolId>,
    /// The room.
    pub room: String,
    /// A link to join from afar.
    pub link: Option<String>,
}

/// Everything a series is made from, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSeries {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Its dates, with its own days off.
    pub rule: Rule,
    /// Whether it skips the days off of the district's calendar too.
    pub follows_calendar: bool,
    /// Local time it starts.
    pub starts: Time,
    /// Local time it ends.
    pub ends: Time,
    /// The zone of the local times.
    pub zone: Zone,
    /// Where.
    pub place: Place,
    /// Who may see it.
    pub audience: Audience,
    /// How many fit in.
    pub capacity: Option<i64>,
    /// Minutes for the welcome.
    pub welcome_minutes: i64,
    /// Minutes for the close.
    pub close_minutes: i64,
    /// Who hosts; at least one.
    pub hosts: Vec<PersonId>,
    /// Who is invited by name.
    pub invited: Vec<PersonId>,
}

/// Makes a series and its gatherings. Dates on which the local time does not exist (a clock change)
/// are left out, as RFC 5545 section 3.3.10 has it.
pub async fn found(db: &mut Writing, app: &App, by: PersonId, new: &NewSeries) -> anyhow::Result<SeriesId> {
    let now = app.now();
    let series = Series::new(app.new_id()?, by, now, new);
    store::insert_series(db, &series).await?;
    let calendar = following::days_off(db, &series, &[Part::last_of(&series)], &new.rule.except).await?;
    set_days_off(db, series.id, &new.rule.except, &calendar).await?;
    for host in &new.hosts {
        store::add_series_host(db, series.id, *host).await?;
    }
    for person in &new.invited {
        store::invite_to_series(db, series.id, *person, now).await?;
    }
    let off: Vec<Except> = new.rule.except.iter().chain(&calendar).cloned().collect();
    for date in series.rule(off).dates() {
        if let Some(gathering) = on(app, &series, date, now)? {
            store::insert_gathering(db, &gathering).await?;
        }
    }
    Ok(series.id)
}

/// Writes the days off of a series that has none: its own, and those of the district's calendar.
pub async fn set_days_off(
    db: &mut Writing,
    series: SeriesId,
    own: &[Except],
    calendar: &[Except],
) -> crate::database::Result<()> {
    for day in own {
        store::insert_day_off(db, series, day, false).await?;
    }
    for day in calendar {
        store::insert_day_off(db, series, day, true).await?;
    }
    Ok(())
}

/// The gathering of a series on one of its dates; none where the local time does not exist.
pub fn on(app: &App, series: &Series, date: Date, now: Instant) -> anyhow::Result<Option<Gathering>> {
    let Ok(slot) = Slot::new(date, *series.starts, *series.ends, series.zone.0.clone()) else {
        return Ok(None);
    };
    let Some(starts_at) = resolve_generated(date, slot.start, &slot.zone) else {
        return Ok(None);
    };
    let Ok(ends_at) = slot.ends() else {
        return Ok(None);
    };
    Ok(Some(Gathering {
        id: app.new_id()?,
        series_id: Some(series.id),
        rule_date: Some(Text(date)),
        title: series.title.clone(),
        about: String::new(),
        date: Text(date),
        starts: series.starts,
        ends: series.ends,
        zone: series.zone.clone(),
        starts_at: starts_at.into(),
        ends_at: ends_at.into(),
        school_id: series.school_id,
        place: series.place.clone(),
        link: series.link.clone(),
        audience: series.audience,
        capacity: series.capacity,
        welcome_minutes: series.welcome_minutes,
        close_minutes: series.close_minutes,
        state: State::Planned,
        moved: false,
        note: None,
        created_by: series.created_by,
        created_at: now,
        updated_at: now,
        version: 1,
    }))
}
