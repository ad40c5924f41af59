//! Changing a series: what becomes of its dates.
//!
//! A date that the new rule keeps stays the same gathering. What has begun is never touched. A coming
//! date that the rule no longer gives is taken away if nobody has a hand in it, and called off with a
//! word to those who said yes if somebody has: it may not vanish from under them.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;

use jiff::civil::Date;

use super::news::{Before, News, Told, tell_all};
use super::whole::WholeSeries;
use super::{Gathering, NewSeries, Series, State, plan, store};
use crate::app::{App, HANDS};
use crate::database::{self, Connection, Text, Writing};
use crate::ids::GatheringId;

/// Says whether people have a hand in a gathering: answers, topics, attendance. The domains that know
/// build on this one, so the app hands their questions in (`app::HANDS`).
pub type Hand =
    for<'a> fn(&'a mut Connection, GatheringId) -> Pin<Box<dyn Future<Output = database::Result<bool>> + Send + 'a>>;

/// What becomes of the coming dates of a series.
#[derive(Debug, Default)]
pub struct Turn {
    /// They stay, perhaps at another time or place.
    pub kept: Vec<Gathering>,
    /// They were called off because an earlier rule left them out, and are back.
    pub restored: Vec<Gathering>,
    /// Nobody has a hand in them; they go.
    pub removed: Vec<Gathering>,
    /// Somebody has; they are called off.
    pub cancelled: Vec<Gathering>,
    /// They are new.
    pub added: Vec<Date>,
}

impl Turn {
    /// Names what would be lost; the host says yes to exactly this.
    pub fn loss(&self) -> String {
        let lost = self.removed.iter().chain(&self.cancelled);
        lost.map(|gathering| gathering.date.to_string()).collect::<Vec<_>>().join(",")
    }
}

/// Works out what a change of rule does, without doing it.
pub async fn weigh(db: &mut Connection, app: &App, now: &WholeSeries, new: &NewSeries) -> anyhow::Result<Turn> {
    let before: BTreeSet<Date> = now.series.rule(now.days_off.clone()).dates().into_iter().collect();
    let after: BTreeSet<Date> = new.rule.dates().into_iter().collect();
    let mut turn = Turn::default();
    let mut there = BTreeSet::new();
    for gathering in store::gatherings_of(db, now.series.id).await? {
        let Some(Text(rule_date)) = gathering.rule_date else {
            continue;
        };
        there.insert(rule_date);
        if gathering.starts_at <= app.now() {
            continue;
        }
        match (after.contains(&rule_date), gathering.is_cancelled()) {
            (true, true) if !before.contains(&rule_date) => turn.restored.push(gathering),
            (true, _) => turn.kept.push(gathering),
            (false, cancelled) if has_hand(db, gathering.id).await? => {
                if !cancelled {
                    turn.cancelled.push(gathering);
                }
            }
            (false, _) => turn.removed.push(gathering),
        }
    }
    for date in after.difference(&there) {
        let coming = plan::on(app, &now.series.changed(app.now(), new), *date, app.now())?;
        if coming.is_some_and(|gathering| gathering.starts_at > app.now()) {
            turn.added.push(*date);
        }
    }
    Ok(turn)
}

/// Asked only for dates that a changed rule leaves out, which are few.
async fn has_hand(db: &mut Connection, gathering: GatheringId) -> database::Result<bool> {
    for hand in HANDS {
        if hand(db, gathering).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Changes a series and its coming gatherings. What a host said of one date only (another place, a
/// larger room) stays as it is.
pub async fn change(
    db: &mut Writing,
    app: &App,
    now: &WholeSeries,
    new: &NewSeries,
    turn: &Turn,
) -> anyhow::Result<()> {
    let old = &now.series;
    let series = old.changed(app.now(), new);
    store::update_series(db, &series).await?;
    store::delete_days_off(db, series.id).await?;
    for day in &new.rule.except {
        store::insert_day_off(db, series.id, day.date, &day.reason).await?;
    }
    set_people(db, app, now, new).await?;
    if old.audience != series.audience {
        store::set_audience(db, series.id, series.audience).await?;
    }
    let mut told = Vec::new();
    for gathering in &turn.kept {
        told.extend(follow(db, app, old, &series, gathering, gathering.state).await?);
    }
    for gathering in &turn.restored {
        told.extend(follow(db, app, old, &series, gathering, State::Planned).await?);
    }
    for gathering in &turn.removed {
        store::delete_gathering(db, gathering.id).await?;
    }
    for gathering in &turn.cancelled {
        let off = new.rule.except.iter().find(|day| gathering.rule_date == Some(Text(day.date)));
        let note = off.map(|day| day.reason.clone()).filter(|reason| !reason.is_empty());
        let mut gathering = Gathering { state: State::Cancelled, note, ..gathering.clone() };
        stamp(&mut gathering, app, series.audience);
        store::update_gathering(db, &gathering).await?;
        told.extend(Told::new(app, &gathering, News::Cancelled, None));
    }
    for date in &turn.added {
        if let Some(gathering) = plan::on(app, &series, *date, app.now())? {
            store::insert_gathering(db, &gathering).await?;
            told.extend(Told::new(app, &gathering, News::Added, None));
        }
    }
    tell_all(db, app, &told).await
}

fn stamp(gathering: &mut Gathering, app: &App, audience: super::Audience) {
    gathering.audience = audience;
    gathering.updated_at = app.now();
    gathering.version += 1;
}

/// Lets a coming gathering follow its series in what it had from it; what there is to tell of it.
async fn follow(
    db: &mut Writing,
    app: &App,
    old: &Series,
    new: &Series,
    gathering: &Gathering,
    state: State,
) -> anyhow::Result<Option<Told>> {
    let mut followed = Gathering { state, ..gathering.clone() };
    let pass = |own: &mut i64, old: i64, new: i64| {
        if *own == old {
            *own = new;
        }
    };
    pass(&mut followed.welcome_minutes, old.welcome_minutes, new.welcome_minutes);
    pass(&mut followed.close_minutes, old.close_minutes, new.close_minutes);
    if followed.capacity == old.capacity {
        followed.capacity = new.capacity;
    }
    if followed.title == old.title {
        followed.title.clone_from(&new.title);
    }
    if !followed.moved {
        followed.school_id = new.school_id;
        followed.place.clone_from(&new.place);
        followed.link.clone_from(&new.link);
        let again = gathering.rule_date.map(|date| plan::on(app, new, *date, app.now())).transpose()?.flatten();
        if let Some(again) = again {
            followed.starts = again.starts;
            followed.ends = again.ends;
            followed.zone = again.zone;
            followed.starts_at = again.starts_at;
            followed.ends_at = again.ends_at;
        }
    }
    followed.audience = new.audience;
    if followed == *gathering {
        return Ok(None);
    }
    stamp(&mut followed, app, new.audience);
    store::update_gathering(db, &followed).await?;
    if followed.state != gathering.state {
        Ok(Told::new(app, &followed, News::Restored, None))
    } else if followed.is_elsewhere(gathering) && !followed.is_cancelled() {
        let before = Before::of(db, gathering).await?;
        Ok(Told::new(app, &followed, News::Moved, Some(before)))
    } else if followed.capacity != gathering.capacity {
        Ok(Told::new(app, &followed, News::Edited, None))
    } else {
        Ok(None)
    }
}

async fn set_people(db: &mut Writing, app: &App, now: &WholeSeries, new: &NewSeries) -> database::Result<()> {
    let id = now.series.id;
    for host in now.hosts.iter().filter(|host| !new.hosts.contains(host)) {
        store::remove_series_host(db, id, *host).await?;
    }
    for host in new.hosts.iter().filter(|host| !now.hosts.contains(host)) {
        store::add_series_host(db, id, *host).await?;
    }
    for person in now.invited.iter().filter(|person| !new.invited.contains(person)) {
        store::uninvite_from_series(db, id, *person).await?;
    }
    for person in new.invited.iter().filter(|person| !now.invited.contains(person)) {
        store::invite_to_series(db, id, *person, app.now()).await?;
    }
    Ok(())
}
