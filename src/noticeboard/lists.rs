//! `GET /gatherings`: what is coming, what was, and the series.
//!
//! A page of the list is kept by the gathering it begins after, not by its number: whoever goes back
//! finds the same gatherings, though others were added or have passed meanwhile.

use askama::Template;
use axum::extract::State;

use super::notice::{Beside, Notice, hue};
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::timeline::{At, Window, after, before};
use crate::gatherings::{self, Gathering, Viewer};
use crate::ids::SchoolId;
use crate::web::{Answer, Failure, Form, Input, Page, Query, Visit, html};

/// How many gatherings stand on a page.
const SIZE: usize = 20;

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
    filtered: bool,
    notices: Vec<Notice>,
    series: Vec<Rule>,
    /// Addresses of the pages before and after; empty where there is none.
    before: String,
    after: String,
}

/// A series as the list shows it.
struct Rule {
    href: String,
    title: String,
    hue: u8,
    rule: String,
    place: String,
    over: bool,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let shown = Shown::of(&query);
    let school: Option<SchoolId> = query.typed("school").parse().ok();
    let mut db = app.read().await?;
    let beside = Beside::load(&mut db, &visit).await?;
    let mut lists = Lists {
        page: Page::new(&visit, "gatherings", visit.language.say("nav-gatherings").to_string()),
        shown,
        tabs: Vec::new(),
        form: Form::new(visit.language, query.clone()),
        schools: beside.school_choices(visit.language.say("lists-any-school").to_string()),
        filtered: school.is_some(),
        notices: Vec::new(),
        series: Vec::new(),
        before: String::new(),
        after: String::new(),
    };
    for (one, key) in [(Shown::Coming, "lists-coming"), (Shown::Past, "lists-past"), (Shown::Series, "lists-series")] {
        lists.tabs.push((address(one, &query, ""), visit.language.say(key).to_string(), one == shown));
    }
    if shown == Shown::Series {
        lists.series = series(&mut db, &visit, &beside, school).await?;
    } else {
        let leaf = leaf(&mut db, &visit, shown, school, &query).await?;
        lists.notices = beside.notices(&leaf.gatherings);
        let turn = |place: Option<At>, word: &str| {
            place.map_or(String::new(), |place| address(shown, &query, &format!("{word}={place}")))
        };
        (lists.before, lists.after) = (turn(leaf.before, "before"), turn(leaf.after, "after"));
    }
    html(&lists)
}

/// The address of a list with the same filters.
fn address(shown: Shown, query: &Input, place: &str) -> String {
    let mut fields = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("show", shown.word()), ("school", query.typed("school"))] {
        if !value.is_empty() {
            fields.append_pair(name, value);
        }
    }
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

/// Reads a page. What is coming is read forward in time, what was backward.
async fn leaf(
    db: &mut Connection,
    visit: &Visit,
    shown: Shown,
    school: Option<SchoolId>,
    query: &Input,
) -> Result<Leaf, Failure> {
    let past = shown == Shown::Past;
    let window = if past {
        Window { ends_after: Instant(i64::MIN), ends_by: visit.now, school }
    } else {
        Window { ends_after: visit.now, ends_by: Instant(i64::MAX), school }
    };
    let (came_after, came_before): (Option<At>, Option<At>) =
        (query.typed("after").parse().ok(), query.typed("before").parse().ok());
    let viewer = Viewer::of(visit);
    let most = i64::try_from(SIZE + 1).unwrap_or(21);
    // `after` and `before` are in the order of the list; the past runs against time.
    let onward = came_before.is_none();
    let mut found = match (onward, past) {
        (true, false) => after(db, viewer, window, came_after.unwrap_or(At::BEGINNING), most).await?,
        (true, true) => before(db, viewer, window, came_after.unwrap_or(At::END), most).await?,
        (false, false) => before(db, viewer, window, came_before.unwrap_or(At::END), most).await?,
        (false, true) => after(db, viewer, window, came_before.unwrap_or(At::BEGINNING), most).await?,
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

/// The series a visitor may see.
async fn series(
    db: &mut Connection,
    visit: &Visit,
    beside: &Beside,
    school: Option<SchoolId>,
) -> Result<Vec<Rule>, Failure> {
    let words = visit.language.words();
    let seen = gatherings::series_seen(db, Viewer::of(visit)).await?;
    let wanted = seen.into_iter().filter(|series| school.is_none() || series.school_id == school);
    let rule = |series: gatherings::Series| Rule {
        href: format!("/series/{}", series.id),
        hue: hue(Some(series.id)),
        rule: words.rule(&series.rule(Vec::new()), *series.starts, *series.ends, visit.today),
        place: beside.place(&series.place, series.school_id),
        over: *series.last_date < visit.today,
        title: series.title,
    };
    Ok(wanted.map(rule).collect())
}
