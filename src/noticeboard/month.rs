//! `GET /month?m=2026-01`, perhaps with `network`: a month as a page of a calendar.
//!
//! The week begins on Sunday, in both languages, as on the wall calendars of Canadian schools and in
//! CLDR's data for Canada.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use calendar::month::Month;
use calendar::words::capitalised;
use jiff::civil::{Date, Weekday};

use super::beside::Beside;
use super::notice::Notice;
use super::of_network::OfNetwork;
use crate::app::App;
use crate::clock::Instant;
use crate::district_calendar;
use crate::gatherings::{self, Viewer};
use crate::web::{Answer, Page, Query, Visit, address, html, public};

/// More than any district puts into a month.
const MOST: i64 = 1000;

#[derive(Template)]
#[template(path = "noticeboard/pages/month.html")]
struct MonthPage {
    page: Page,
    name: String,
    weekdays: Vec<(&'static str, &'static str)>,
    days: Vec<Day>,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
    /// The month it is, when another is shown.
    now: Option<String>,
    count: usize,
    /// The month as addresses name it; empty for this one.
    shown: String,
    networks: Vec<(String, String)>,
    network: String,
}

struct Day {
    iso: String,
    number: i8,
    /// `Wed`, for the list on a phone.
    weekday: &'static str,
    /// `Wednesday 14 January`, for those who listen.
    spoken: String,
    in_month: bool,
    today: bool,
    /// Names of the days off of the district, and of schools with their names.
    off: Vec<String>,
    notices: Vec<Notice>,
}

/// Shows it; a month that cannot be read is this one.
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let this = Month::of(visit.today);
    let month = query.typed("m").parse().unwrap_or(this);
    let mut db = app.read().await?;
    // A day earlier and later: local dates differ from UTC's by up to 14 hours.
    let weeks = month.weeks(Weekday::Sunday);
    let from = weeks.first().map_or(month.first(), |[first, ..]| first.date);
    let to = weeks.last().map_or(month.last(), |[.., last]| last.date);
    let off = district_calendar::between(&mut db, from, to).await?;
    let (from, to) = (midnight(from).plus_days(-1), midnight(to).plus_days(2));
    let mut found = gatherings::between(&mut db, Viewer::of(&visit), from, to, MOST).await?;
    let network = OfNetwork::read(&mut db, &visit, &query).await?;
    network.retain(&mut db, &mut found).await?;
    let at = found.iter().map(|gathering| gathering.school_id).chain(off.iter().map(|off| off.school_id));
    let beside = Beside::load(&mut db, &visit).await?.at(&mut db, at).await?;
    let count = found.iter().filter(|gathering| month.contains(*gathering.date)).count();
    let mut by_date: BTreeMap<Date, Vec<Notice>> = BTreeMap::new();
    for gathering in &found {
        by_date.entry(*gathering.date).or_default().push(beside.notice(gathering));
    }
    let named = |off: &district_calendar::Day| match beside.school(off.school_id) {
        Some(school) => format!("{} ({school})", off.name),
        None => off.name.clone(),
    };
    let words = visit.language.words();
    let days = weeks.into_iter().flatten().map(|day| Day {
        iso: day.date.to_string(),
        number: day.date.day(),
        weekday: words.weekday_short(day.date.weekday()),
        spoken: capitalised(&words.date(day.date, visit.today)),
        in_month: day.in_month,
        today: day.date == visit.today,
        off: off.iter().filter(|off| *off.first_date <= day.date && day.date <= *off.last_date).map(named).collect(),
        notices: by_date.remove(&day.date).unwrap_or_default(),
    });
    let of = network.word();
    let address = |month: Option<Month>| {
        let month = month.map_or(String::new(), |month| month.to_string());
        address("/month", &[("m", &month), ("network", &of)])
    };
    let turn = |month: Month| (address(Some(month)), capitalised(&words.month(month)));
    let name = capitalised(&words.month(month));
    let page = MonthPage {
        page: Page::new(&visit, "month", name.clone()),
        name,
        weekdays: week().map(|day| (words.weekday_short(day), words.weekday(day))).collect(),
        days: days.collect(),
        before: month.previous().map(turn),
        after: month.next().map(turn),
        now: (month != this).then(|| address(None)),
        count,
        shown: if month == this { String::new() } else { month.to_string() },
        networks: network.choices,
        network: of.clone(),
    };
    public(&visit, html(&page))
}

/// The days of a week, from Sunday.
fn week() -> impl Iterator<Item = Weekday> {
    Weekday::Sunday.cycle_forward().take(7)
}

/// Midnight of a day in UTC.
fn midnight(date: Date) -> Instant {
    jiff::tz::Offset::UTC
        .to_timestamp(date.to_datetime(jiff::civil::Time::midnight()))
        .map_or(Instant(0), Instant::from)
}
