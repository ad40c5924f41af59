//! Making a gathering that stands alone, and changing one gathering, of a series or not.

use calendar::times::Slot;
use calendar::zone::Zone;
use jiff::civil::{Date, Time};

use super::news::{Before, News, tell};
use super::parts::{Part, part_on};
use super::{Audience, Gathering, Made, Place, Series, State, belonging, store};
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Text, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::{Failure, Message, Problems};

/// Everything a gathering is made from, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGathering {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The day it is on.
    pub date: Date,
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
    /// Who hosts; for one that stands alone.
    pub hosts: Vec<PersonId>,
    /// Who is invited by name; for one that stands alone.
    pub invited: Vec<PersonId>,
    /// A word from the host.
    pub note: Option<String>,
}

impl NewGathering {
    /// When it starts and ends.
    ///
    /// # Errors
    /// When the clocks of the zone jump over one of the times on that day.
    pub fn span(&self) -> Result<(Instant, Instant), Message> {
        let slot = Slot::new(self.date, self.starts, self.ends, self.zone.clone());
        let slot = slot.map_err(|_| Message::new("plan-problem-ends"))?;
        match (slot.starts(), slot.ends()) {
            (Ok(starts), Ok(ends)) => Ok((starts.into(), ends.into())),
            (Err(gap), _) | (_, Err(gap)) => Err(Message::new("plan-problem-gap")
                .with("time", calendar::times::time_text(gap.time))
                .with("date", gap.date.to_string())),
        }
    }
}

/// Makes a gathering that stands alone.
pub async fn gather(db: &mut Writing, app: &App, by: PersonId, new: &NewGathering) -> Result<GatheringId, Failure> {
    let now = app.now();
    let (starts_at, ends_at) = new.span()?;
    let gathering = Gathering {
        id: app.new_id()?,
        series_id: None,
        rule_date: None,
        title: new.title.clone(),
        about: new.about.clone(),
        date: Text(new.date),
        starts: Text(new.starts),
        ends: Text(new.ends),
        zone: Text(new.zone.clone()),
        starts_at,
        ends_at,
        school_id: new.place.school,
        place: new.place.room.clone(),
        link: new.place.link.clone(),
        audience: new.audience,
        capacity: new.capacity,
        welcome_minutes: new.welcome_minutes,
        close_minutes: new.close_minutes,
        state: State::Planned,
        moved: false,
        note: new.note.clone(),
        created_by: by,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    store::insert_gathering(db, &gathering).await?;
    for host in &new.hosts {
        store::add_gathering_host(db, gathering.id, *host).await?;
    }
    for person in &new.invited {
        store::invite_to_gathering(db, gathering.id, *person, now).await?;
    }
    Ok(gathering.id)
}

/// Changes one gathering. It stays the same gathering, also on another day: answers, topics and
/// attendance stay with it, and those who said yes are told.
///
/// # Errors
/// When it would be over, or no longer over, by being moved.
pub async fn alter(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    new: &NewGathering,
) -> Result<Gathering, Failure> {
    let (starts_at, ends_at) = new.span()?;
    let now = app.now();
    let changed = Gathering {
        title: new.title.clone(),
        about: new.about.clone(),
        date: Text(new.date),
        starts: Text(new.starts),
        ends: Text(new.ends),
        zone: Text(new.zone.clone()),
        starts_at,
        ends_at,
        school_id: new.place.school,
        place: new.place.room.clone(),
        link: new.place.link.clone(),
        audience: new.audience,
        capacity: new.capacity,
        welcome_minutes: new.welcome_minutes,
        close_minutes: new.close_minutes,
        note: new.note.clone(),
        updated_at: now,
        version: gathering.version + 1,
        ..gathering.clone()
    };
    if changed.is_over(now) != gathering.is_over(now) {
        let key = if gathering.is_over(now) { "plan-problem-was" } else { "plan-problem-past" };
        return Err(Problems::one("date", key).into());
    }
    let moved = match gathering.series_id {
        Some(id) => series_on(db, id, gathering).await?.is_some_and(|series| changed.is_apart(&series)),
        None => false,
    };
    let changed = Gathering { moved, ..changed };
    store::update_gathering(db, &changed).await?;
    if gathering.series_id.is_none() {
        set_people(db, gathering, new, now).await?;
        belonging::heard(db, app, Made::Gathering(gathering.id), (gathering.audience, changed.audience)).await?;
    }
    if changed.is_elsewhere(gathering) && !changed.is_cancelled() {
        let before = Before::of(db, gathering).await?;
        tell(db, app, &changed, News::Moved, Some(before)).await?;
    } else if changed.capacity != gathering.capacity {
        tell(db, app, &changed, News::Edited, None).await?;
    }
    Ok(changed)
}

async fn set_people(db: &mut Writing, gathering: &Gathering, new: &NewGathering, now: Instant) -> Result<(), Failure> {
    let hosts = store::gathering_hosts(db, gathering).await?;
    for host in hosts.iter().filter(|host| !new.hosts.contains(host)) {
        store::remove_gathering_host(db, gathering.id, *host).await?;
    }
    for host in new.hosts.iter().filter(|host| !hosts.contains(host)) {
        store::add_gathering_host(db, gathering.id, *host).await?;
    }
    let invited = store::invited_to_gathering(db, gathering.id).await?;
    for person in invited.iter().filter(|person| !new.invited.contains(person)) {
        store::uninvite_from_gathering(db, gathering.id, *person).await?;
    }
    for person in new.invited.iter().filter(|person| !invited.contains(person)) {
        store::invite_to_gathering(db, gathering.id, *person, now).await?;
    }
    Ok(())
}

/// The series of a gathering, as its rule was for that date.
async fn series_on(db: &mut Writing, id: SeriesId, gathering: &Gathering) -> Result<Option<Series>, Failure> {
    let Some(series) = store::series(db, id).await? else {
        return Ok(None);
    };
    let mut parts = store::earlier_parts(db, id).await?;
    parts.push(Part::last_of(&series));
    let date = gathering.rule_date.unwrap_or(gathering.date);
    Ok(part_on(&parts, *date).map(|part| part.of(&series)))
}

/// Calls a gathering off with a word why, or takes that back; nothing when it is so already.
pub async fn set_state(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    state: State,
    note: Option<String>,
) -> Result<Gathering, Failure> {
    if gathering.state == state {
        return Ok(gathering.clone());
    }
    let changed = Gathering { state, note, updated_at: app.now(), version: gathering.version + 1, ..gathering.clone() };
    store::update_gathering(db, &changed).await?;
    let news = if changed.is_cancelled() { News::Cancelled } else { News::Restored };
    tell(db, app, &changed, news, None).await?;
    Ok(changed)
}

impl Gathering {
    /// Whether it is not at its rule's date, time or place.
    fn is_apart(&self, series: &Series) -> bool {
        self.rule_date != Some(self.date)
            || self.starts != series.starts
            || self.ends != series.ends
            || self.school_id != series.school_id
            || self.place != series.place
            || self.link != series.link
    }

    /// Whether it is at another date, time or place than before.
    pub fn is_elsewhere(&self, before: &Gathering) -> bool {
        self.starts_at != before.starts_at
            || self.ends_at != before.ends_at
            || self.school_id != before.school_id
            || self.place != before.place
            || self.link != before.link
    }
}
