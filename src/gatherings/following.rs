//! A series that follows the district's calendar.
//!
//! It keeps the days off it has taken over. When the calendar changes, nothing happens to its dates until
//! a host says so, not even to those nobody has a hand in: some gatherings are held because it is a
//! professional day. The hosts are told by letter, and see on the page of the series what would change.

use calendar::rule::{Except, Rule};

use super::parts::Part;
use super::weigh::{Edit, Turn, weigh};
use super::whole::WholeSeries;
use super::{NewSeries, Place, Series, store};
use crate::app::App;
use crate::database::{Connection, Result};
use crate::mail::{self, Letter};
use crate::web::{Failure, Language};
use crate::{district_calendar, people, schools};

/// The days of the district's calendar on which the parts of a series would meet and do not, but for those
/// that are its own days off. None where it does not follow the calendar.
pub async fn days_off(db: &mut Connection, series: &Series, parts: &[Part], own: &[Except]) -> Result<Vec<Except>> {
    let mut off = Vec::new();
    if !series.follows_calendar {
        return Ok(off);
    }
    for part in parts {
        let days = district_calendar::days_off(db, part.school_id, *part.first_date, *part.last_date).await?;
        let rule = part.rule(days);
        off.extend(rule.days_off_hit().into_iter().filter(|day| own.iter().all(|own| own.date != day.date)).cloned());
    }
    Ok(off)
}

/// What taking the calendar over as it is now would do to the coming dates; `None` where it would do nothing.
pub async fn pending(
    db: &mut Connection,
    app: &App,
    whole: &WholeSeries,
) -> std::result::Result<Option<(Edit, Turn)>, Failure> {
    if !whole.series.follows_calendar {
        return Ok(None);
    }
    let edit = Edit { from: None, base: whole.base(None), new: as_it_is(whole) };
    let turn = weigh(db, app, whole, &edit).await?;
    let idle =
        turn.removed.is_empty() && turn.cancelled.is_empty() && turn.added.is_empty() && turn.restored.is_empty();
    Ok((!idle).then_some((edit, turn)))
}

/// How many coming dates the calendar as it is now would take or give.
pub async fn pending_dates(db: &mut Connection, app: &App, series: &Series) -> std::result::Result<usize, Failure> {
    if !series.follows_calendar {
        return Ok(0);
    }
    let whole = WholeSeries::of(db, series.clone()).await?;
    let pending = pending(db, app, &whole).await?;
    Ok(pending
        .map_or(0, |(_, turn)| turn.removed.len() + turn.cancelled.len() + turn.added.len() + turn.restored.len()))
}

/// What is said of a series, as if it were said again.
fn as_it_is(whole: &WholeSeries) -> NewSeries {
    let series = &whole.series;
    NewSeries {
        title: series.title.clone(),
        about: series.about.clone(),
        rule: Rule { from: *series.first_date, ..series.rule(whole.days_off.clone()) },
        follows_calendar: series.follows_calendar,
        starts: *series.starts,
        ends: *series.ends,
        zone: series.zone.0.clone(),
        place: Place { school: series.school_id, room: series.place.clone(), link: series.link.clone() },
        audience: series.audience,
        capacity: series.capacity,
        welcome_minutes: series.welcome_minutes,
        close_minutes: series.close_minutes,
        hosts: whole.hosts.clone(),
        invited: whole.invited.clone(),
    }
}

/// The job of a calendar that changed: tells the hosts of each series of which dates it is about.
pub async fn tell_hosts(app: App) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    // Read in this transaction: asking the app could wait for a connection that another one holds.
    let Some(district) = schools::district(&mut db).await? else { return Ok(()) };
    let zone = district.zone.parse().unwrap_or_else(|_| calendar::zone::Zone::utc());
    let today = zone.today(app.now().timestamp());
    let here = people::all(&mut db).await?;
    let fallback = Language::of_tag(&district.language).unwrap_or_default();
    for series in store::following(&mut db, today).await? {
        let whole = WholeSeries::of(&mut db, series).await?;
        let pending = pending(&mut db, &app, &whole).await;
        let Some((_, turn)) = pending.map_err(|failure| anyhow::anyhow!(failure.sentence(Language::English)))? else {
            continue;
        };
        for host in here.iter().filter(|host| whole.hosts.contains(&host.id)) {
            let language = host.reads(fallback);
            let words = language.words();
            let lines = |key: &'static str, dates: Vec<jiff::civil::Date>| -> Vec<String> {
                dates.iter().map(|date| language.say(key).with("when", words.date(*date, today)).to_string()).collect()
            };
            let off = turn.cancelled.iter().chain(&turn.removed).map(|gathering| *gathering.date).collect();
            let back = turn.restored.iter().map(|gathering| *gathering.date).chain(turn.added.clone()).collect();
            let dates = [lines("mail-calendar-off", off), lines("mail-calendar-back", back)].concat().join("\n");
            let letter = Letter {
                subject: language.say("mail-calendar-subject").with("title", &whole.series.title).to_string(),
                text: language
                    .say("mail-calendar-text")
                    .with("name", &host.name)
                    .with("title", &whole.series.title)
                    .with("dates", dates)
                    .with("address", format!("{}/series/{}/calendar", app.url(), whole.series.id))
                    .to_string(),
                name: host.name.clone(),
                email: host.email.clone(),
            };
            mail::send(&mut db, &app, &letter).await?;
        }
    }
    db.commit().await?;
    Ok(())
}
