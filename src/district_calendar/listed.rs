//! `GET /calendar?year=2026`: the days off of a school year, for everyone, also on paper.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use calendar::words::capitalised;
use jiff::civil::Date;

use super::day::ends;
use super::{Day, Kind, school_year, store};
use crate::app::App;
use crate::ids::SchoolId;
use crate::schools;
use crate::web::{Answer, Page, Query, Visit, html};

#[derive(Template)]
#[template(path = "district_calendar/pages/listed.html")]
struct ListedPage {
    page: Page,
    months: Vec<(String, Vec<Row>)>,
    before: (String, String),
    after: (String, String),
}

/// A line of the list.
struct Row {
    id: String,
    iso: String,
    when: String,
    name: String,
    kind: String,
    school: Option<String>,
    over: bool,
}

/// Shows it; a year that cannot be read is this one.
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let year = query.typed("year").parse().ok().filter(|year| (1901..=2197).contains(year));
    let year = year.unwrap_or_else(|| school_year(visit.today));
    let (from, to) = ends(year);
    let mut db = app.read().await?;
    let days = store::between(&mut db, from, to).await?;
    let names: HashMap<SchoolId, String> = if days.iter().any(|day| day.school_id.is_some()) {
        schools::all(&mut db).await?.into_iter().map(|school| (school.id, school.name)).collect()
    } else {
        HashMap::new()
    };
    let words = visit.language.words();
    let mut months: Vec<(String, Vec<Row>)> = Vec::new();
    for day in &days {
        let month = capitalised(&words.month(calendar::month::Month::of(*day.first_date)));
        let row = row(&visit, day, &names);
        match months.last_mut() {
            Some((last, rows)) if *last == month => rows.push(row),
            _ => months.push((month, vec![row])),
        }
    }
    let said = |year: i16| (format!("/calendar?year={year}"), years(year));
    let title = visit.language.say("calendar-title").with("years", years(year)).to_string();
    html(&ListedPage { page: Page::new(&visit, "month", title), months, before: said(year - 1), after: said(year + 1) })
}

/// `2026–27`
pub fn years(year: i16) -> String {
    calendar::school::words(year)
}

fn row(visit: &Visit, day: &Day, schools: &HashMap<SchoolId, String>) -> Row {
    Row {
        id: day.id.to_string(),
        iso: day.first_date.to_string(),
        when: when(visit, *day.first_date, *day.last_date),
        name: day.name.clone(),
        kind: kind(visit, day.kind),
        school: day.school_id.map(|id| schools.get(&id).cloned().unwrap_or_default()),
        over: *day.last_date < visit.today,
    }
}

/// `Monday 7 September`, `From 21 December to 1 January`.
pub fn when(visit: &Visit, first: Date, last: Date) -> String {
    let words = visit.language.words();
    capitalised(&if first == last { words.date(first, visit.today) } else { words.period(first, last, visit.today) })
}

/// The word of a kind.
pub fn kind(visit: &Visit, kind: Kind) -> String {
    visit.language.say(kind.key()).to_string()
}
