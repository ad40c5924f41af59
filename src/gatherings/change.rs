//! Changing a series, as it was weighed.

use super::news::{Before, News, Told, tell_all};
use super::parts::{Part, part_on};
use super::weigh::{Edit, Turn};
use super::whole::WholeSeries;
use super::{Gathering, Made, NewSeries, Series, State, belonging, plan, store};
use crate::app::App;
use crate::database::{self, Text, Writing};

/// Changes a series and its coming gatherings. What a host said of one date only (another place, a
/// larger room) stays as it is.
pub async fn change(
    db: &mut Writing,
    app: &App,
    now: &WholeSeries,
    edit: &Edit,
    turn: &Turn,
) -> anyhow::Result<Series> {
    let old = &now.series;
    let series = changed(app, old, &edit.new, &turn.parts);
    store::update_series(db, &series).await?;
    let earlier = turn.parts.len().saturating_sub(1);
    store::set_earlier_parts(db, series.id, turn.parts.get(..earlier).unwrap_or_default()).await?;
    store::delete_days_off(db, series.id).await?;
    plan::set_days_off(db, series.id, &turn.days_off, &turn.calendar).await?;
    set_people(db, app, now, &edit.new).await?;
    if old.audience != series.audience {
        store::set_audience(db, series.id, series.audience).await?;
        belonging::heard(db, app, Made::Series(series.id), (old.audience, series.audience)).await?;
    }
    let told = change_dates(db, app, now, &series, turn).await?;
    tell_all(db, app, &told).await?;
    Ok(series)
}

/// The series as it will be: what is said of the whole, and the rule of its last part.
fn changed(app: &App, old: &Series, new: &NewSeries, parts: &[Part]) -> Series {
    let series = old.changed(app.now(), new);
    let first_date = parts.first().map_or(series.first_date, |part| part.first_date);
    let series = parts.last().map_or(series.clone(), |part| part.of(&series));
    Series { first_date, ..series }
}

async fn change_dates(
    db: &mut Writing,
    app: &App,
    now: &WholeSeries,
    series: &Series,
    turn: &Turn,
) -> anyhow::Result<Vec<Told>> {
    let parts_now = now.parts();
    let old_part = |date| part_on(&parts_now, date).map_or_else(|| now.series.clone(), |part| part.of(&now.series));
    let new_part = |date| part_on(&turn.parts, date).map_or_else(|| series.clone(), |part| part.of(series));
    let mut told = Vec::new();
    let stay = turn.kept.iter().map(|gathering| (gathering, gathering.state, None));
    let back = turn.restored.iter().map(|gathering| (gathering, State::Planned, None));
    let shift = turn.shifted.iter().map(|(gathering, date)| (gathering, gathering.state, Some(*date)));
    for (gathering, state, date) in stay.chain(back).chain(shift) {
        let Some(Text(rule_date)) = gathering.rule_date else { continue };
        let date = date.unwrap_or(rule_date);
        let followed = Gathering { state, rule_date: Some(Text(date)), ..gathering.clone() };
        told.extend(follow(db, app, &old_part(rule_date), &new_part(date), gathering, followed).await?);
    }
    for gathering in &turn.removed {
        store::delete_gathering(db, gathering.id).await?;
    }
    for gathering in &turn.cancelled {
        let off = turn.all_off().find(|day| gathering.rule_date == Some(Text(day.date)));
        let note = off.map(|day| day.reason.clone()).filter(|reason| !reason.is_empty()).or(gathering.note.clone());
        let mut gathering = Gathering { state: State::Cancelled, note, ..gathering.clone() };
        stamp(&mut gathering, app, series.audience);
        store::update_gathering(db, &gathering).await?;
        told.extend(Told::new(app, &gathering, News::Cancelled, None));
    }
    for date in &turn.added {
        if let Some(gathering) = plan::on(app, &new_part(*date), *date, app.now())? {
            store::insert_gathering(db, &gathering).await?;
            told.extend(Told::new(app, &gathering, News::Added, None));
        }
    }
    Ok(told)
}

fn stamp(gathering: &mut Gathering, app: &App, audience: super::Audience) {
    gathering.audience = audience;
    gathering.updated_at = app.now();
    gathering.version += 1;
}

/// Lets a coming gathering follow its part of the series in what it had from it; what there is to tell of it.
async fn follow(
    db: &mut Writing,
    app: &App,
    old: &Series,
    new: &Series,
    gathering: &Gathering,
    mut followed: Gathering,
) -> anyhow::Result<Option<Told>> {
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
        let again = followed.rule_date.map(|date| plan::on(app, new, *date, app.now())).transpose()?.flatten();
        if let Some(again) = again {
            followed.date = again.date;
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
