//! `GET /gatherings`: what is coming, what was, and the series.
//!
//! A page of the list is kept by the gathering it begins after, not by its number: whoever goes back
//! finds the same gatherings, though others were added or have passed meanwhile.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;

use super::beside::Beside;
use super::call::Card;
use super::notice::Notice;
use super::of_network::OfNetwork;
use crate::answers;
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::timeline::{At, Window, after, before};
use crate::gatherings::{self, Gathering, Viewer};
use crate::ids::SchoolId;
use crate::schools;
use crate::web::{Answer, Failure, Form, Input, Page, Query, Visit, html, public};

/// How many gatherings stand on a page.
const SIZE: usize = 20;

/// How many gatherings are read at once: a page, and one to know whether there is more.
const STRETCH: i64 = 21;

/// More gatherings than one person hosts.
const MOST: i64 = 5000;

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Coming,
    Past,
    Series,
}

impl Shown {
    fn of(query: &Input) -> Shown {
        match query.typed("show") {
            "past" => Shown::Past,
            "series" => Shown::Series,
            _ => Shown::Coming,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Shown::Coming => "",
            Shown::Past => "past",
            Shown::Series => "series",
        }
    }
}

#[derive(Template)]
#[template(path = "noticeboard/pages/lists.html")]
struct Lists {
    page: Page,
    shown: Shown,
    tabs: Vec<(String, String, bool)>,
    form: Form,
    schools: Vec<(String, String)>,
    networks: Vec<(String, String)>,
    filtered: bool,
    signed_in: bool,
    /// The same list without filters.
    unfiltered: String,
    /// Gatherings by month.
    months: Vec<(String, Vec<Notice>)>,
    series: Vec<Card>,
    /// Addresses of the pages before and after; empty where there is none.
    before: String,
    after: String,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let shown = Shown::of(&query);
    let school: Option<SchoolId> = query.typed("school").parse().ok();
    let mut db = app.read().await?;
    let beside = Beside::load(&mut db, &visit).await?;
    let mine = match visit.person().filter(|_| !query.typed("mine").is_empty()) {
        Some(me) => {
            let mut mine = gatherings::hosted_by(&mut db, me, Instant(i64::MIN), MOST).await?;
            mine.extend(gatherings::some(&mut db, &beside.wanted().collect::<Vec<_>>()).await?);
            mine.sort_by_key(|gathering| (gathering.starts_at, gathering.id));
            mine.dedup_by_key(|gathering| gathering.id);
            Some(mine)
        }
        None => None,
    };
    let network = OfNetwork::read(&mut db, &visit, &query).await?;
    let mut lists = Lists {
        page: Page::new(&visit, "gatherings", visit.language.say("nav-gatherings").to_string()),
        shown,
        tabs: Vec::new(),
        form: Form::new(visit.language, query.clone()),
        schools: choices(&mut db, visit.language.say("lists-any-school").to_string(), school).await?,
        filtered: school.is_some() || mine.is_some() || network.is_on(),
        networks: network.choices.clone(),
        signed_in: visit.me.is_some(),
        unfiltered: address(shown, &Input::default(), ""),
        months: Vec::new(),
        series: Vec::new(),
        before: String::new(),
        after: String::new(),
    };
    for (one, key) in [(Shown::Coming, "lists-coming"), (Shown::Past, "lists-past"), (Shown::Series, "lists-series")] {
        lists.tabs.push((address(one, &query, ""), visit.language.say(key).to_string(), one == shown));
    }
    if shown == Shown::Series {
        let number = query.typed("page").parse().unwrap_or(1).clamp(1, 1_000_000);
        let (cards, more) = series(&mut db, (&visit, beside), (school, &network), number).await?;
        lists.series = cards;
        let turn =
            |number: i64| address(shown, &query, &if number > 1 { format!("page={number}") } else { String::new() });
        lists.before = if number > 1 { turn(number - 1) } else { String::new() };
        lists.after = if more { turn(number + 1) } else { String::new() };
    } else {
        let some = network.among(&mut db, &visit, mine).await?;
        let leaf = leaf(&mut db, &visit, &Wanted { shown, school, some }, &query).await?;
        let beside = beside.at(&mut db, leaf.gatherings.iter().map(|gathering| gathering.school_id)).await?;
        lists.months = by_month(beside.notices(&leaf.gatherings));
        let turn = |place: Option<At>, word: &str| {
            place.map_or(String::new(), |place| address(shown, &query, &format!("{word}={place}")))
        };
        (lists.before, lists.after) = (turn(leaf.before, "before"), turn(leaf.after, "after"));
    }
    public(&visit, html(&lists))
}

/// Notices under the names of their months.
fn by_month(notices: Vec<Notice>) -> Vec<(String, Vec<Notice>)> {
    let mut months: Vec<(String, Vec<Notice>)> = Vec::new();
    for notice in notices {
        match months.last_mut() {
            Some((month, together)) if *month == notice.month => together.push(notice),
            _ => months.push((notice.month.clone(), vec![notice])),
        }
    }
    months
}

/// The address of a list with the same filters.
fn address(shown: Shown, query: &Input, place: &str) -> String {
    let mut fields = url::form_urlencoded::Serializer::new(String::new());
    let filters = ["school", "network", "mine"].map(|name| (name, query.typed(name)));
    let filters = [("show", shown.word())].into_iter().chain(filters);
    fields.extend_pairs(filters.filter(|(_, value)| !value.is_empty()));
    let fields = [fields.finish(), place.to_owned()];
    let fields: Vec<&str> = fields.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if fields.is_empty() { "/gatherings".to_owned() } else { format!("/gatherings?{}", fields.join("&")) }
}

/// One page of the list, as it is read, and the places before and after it where there is more.
struct Leaf {
    gatherings: Vec<Gathering>,
    before: Option<At>,
    after: Option<At>,
}

/// What is wanted of the list.
struct Wanted {
    shown: Shown,
    school: Option<SchoolId>,
    /// What I come to or host, or what is of a network, in time; nothing when those filters are off.
    some: Option<Vec<Gathering>>,
}

/// Reads a page. What is coming is read forward in time, what was backward.
async fn leaf(db: &mut Connection, visit: &Visit, wanted: &Wanted, query: &Input) -> Result<Leaf, Failure> {
    let past = wanted.shown == Shown::Past;
    let (ends_after, ends_by) = if past { (Instant(i64::MIN), visit.now) } else { (visit.now, Instant(i64::MAX)) };
    let window = Window { ends_after, ends_by, school: wanted.school };
    let (came_after, came_before): (Option<At>, Option<At>) =
        (query.typed("after").parse().ok(), query.typed("before").parse().ok());
    // `after` and `before` are in the order of the list; the past runs against time.
    let onward = came_before.is_none();
    let forward = onward != past;
    let place = came_before.or(came_after).unwrap_or(if forward { At::BEGINNING } else { At::END });
    let viewer = Viewer::of(visit);
    let mut found = match &wanted.some {
        // Read whole and cut here: it is some dozens in a year, of whatever there is.
        Some(some) => of_some(some, window, place, forward),
        None if forward => after(db, viewer, window, place, STRETCH).await?,
        None => before(db, viewer, window, place, STRETCH).await?,
    };
    let more = found.len() > SIZE;
    found.truncate(SIZE);
    if !onward {
        found.reverse();
    }
    let there = |is: bool, gathering: Option<&Gathering>| gathering.filter(|_| is).map(At::of);
    Ok(Leaf {
        before: there(if onward { came_after.is_some() } else { more }, found.first()),
        after: there(if onward { more } else { true }, found.last()),
        gatherings: found,
    })
}

/// Of these gatherings those of a window from a place on, a page and one more.
fn of_some(some: &[Gathering], window: Window, place: At, forward: bool) -> Vec<Gathering> {
    let here = |one: &&Gathering| {
        one.ends_at > window.ends_after
            && one.ends_at <= window.ends_by
            && window.school.is_none_or(|school| one.school_id == Some(school))
    };
    let key = |at: At| (at.starts_at, at.id);
    let inside = some.iter().filter(here);
    if forward {
        inside.filter(|one| key(At::of(one)) > key(place)).take(SIZE + 1).cloned().collect()
    } else {
        inside.rev().filter(|one| key(At::of(one)) < key(place)).take(SIZE + 1).cloned().collect()
    }
}

/// The schools to choose from, after a choice of none.
async fn choices(db: &mut Connection, any: String, chosen: Option<SchoolId>) -> Result<Vec<(String, String)>, Failure> {
    let mut choices = vec![(String::new(), any)];
    let offered = schools::offered(db, chosen).await?;
    choices.extend(offered.into_iter().map(|school| (school.id.to_string(), school.name)));
    Ok(choices)
}

/// A page of the series a visitor may see, those that end last first, and whether there are more.
async fn series(
    db: &mut Connection,
    (visit, beside): (&Visit, Beside),
    (school, network): (Option<SchoolId>, &OfNetwork),
    number: i64,
) -> Result<(Vec<Card>, bool), Failure> {
    let size = i64::try_from(SIZE).unwrap_or(i64::MAX);
    let mut seen = match network.series(db, visit).await? {
        Some(seen) => seen.into_iter().filter(|one| school.is_none() || one.school_id == school).collect(),
        None => gatherings::series_page(db, Viewer::of(visit), school, size + 1, (number - 1) * size).await?,
    };
    let more = seen.len() > SIZE;
    seen.truncate(SIZE);
    let wishes = match visit.person() {
        Some(me) => answers::series_answers_of(db, me).await?,
        None => HashMap::new(),
    };
    let beside = beside.at(db, seen.iter().map(|series| series.school_id)).await?;
    let cards = seen.iter().map(|series| Card::new(&beside, series, &[], wishes.get(&series.id).copied()));
    Ok((cards.collect(), more))
}
