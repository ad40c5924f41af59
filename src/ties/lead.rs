//! For those who lead: how the network holds together, in numbers that say nothing of anybody. They may send a
//! word to those on the edge without learning who they are.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::figures::{Between, Figures, Grouped, Measures};
use super::invite::{choices, hosted};
use super::map::{leads, tabs, year_words};
use super::store;
use super::tie::school_year;
use super::{edge, picture, sheet};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::Gathering;
use crate::ids::GatheringId;
use crate::people::Role;
use crate::schools::Level;
use crate::web::{Answer, Failure, Form, Input, Language, Message, Page, Problems, SheetKind, Visit, go, html_with};

/// What may be told to the visitor, who must lead.
pub async fn told(db: &mut Connection, visit: &Visit) -> Result<Figures, Failure> {
    if !leads(db, visit).await? {
        return Err(Failure::refused("refused-map-figures"));
    }
    let picture = store::picture(db, school_year(visit.today)).await?;
    Ok(picture.map(|picture| picture::told(&picture).figures).unwrap_or_default())
}

/// The name of a level by its number.
pub fn level(language: Language, number: u32) -> String {
    let level = Level::ALL.get(number as usize);
    level.map(|level| language.say(level.plural_key()).to_string()).unwrap_or_default()
}

/// The name of a role by its number.
pub fn role(language: Language, number: u32) -> String {
    Role::ALL.get(number as usize).map(|role| language.say(role.key()).to_string()).unwrap_or_default()
}

/// A number with so many decimals, and the language's comma.
pub fn decimal(value: f64, language: Language) -> String {
    let text = format!("{value:.2}").replace('-', "−");
    if language == Language::French { text.replace('.', ",") } else { text }
}

/// A share as people say it: 37 %.
pub fn percent(value: f64, language: Language) -> String {
    let number = (value * 100.0).round();
    if language == Language::French { format!("{number} %") } else { format!("{number}%") }
}

/// A number, of how many, and what it counts.
struct Tally {
    number: String,
    of: String,
    words: String,
}

/// Ties between two groups, in words.
struct Row {
    one: String,
    other: String,
    pairs: u64,
}

/// A table of ties between groups, and how many of its lines are hidden.
struct Groups {
    rows: Vec<Row>,
    hidden: usize,
}

#[derive(Template)]
#[template(path = "ties/pages/figures.html")]
struct FiguresPage {
    page: Page,
    tabs: Vec<(String, String, bool)>,
    year: String,
    tallies: Vec<Tally>,
    /// What of the numbers is not told, in words; empty where all is.
    not_told: String,
    before: Vec<(String, String, String)>,
    change: Option<String>,
    levels: Groups,
    roles: Groups,
    indexes: Vec<(String, String)>,
    /// Which indexes are not told, in words; empty where all are.
    index_not_told: String,
    gatherings: Vec<(String, String)>,
    form: Form,
}

/// The numbers that are told, and what those that are not would say.
fn tallies(now: &Measures, language: Language) -> (Vec<Tally>, Vec<String>) {
    let say = |key: &'static str| language.say(key).to_string();
    let of = |of: u32| language.say("use-out-of").with("of", of).to_string();
    let part = |value: Option<f64>| value.map_or_else(String::new, |value| percent(value, language));
    let tally = |number: String, of: String, key: &'static str| Tally { number, of, words: say(key) };
    let mut told = vec![
        tally(now.people.to_string(), String::new(), "map-say-people"),
        tally(now.pairs.to_string(), String::new(), "map-say-pairs"),
        tally(part(now.density), String::new(), "map-say-density"),
        tally(part(now.reach), String::new(), "map-say-reach"),
    ];
    let mut hidden = Vec::new();
    for (value, of, key, name) in [
        (now.edge.value, of(now.edge.of), "map-say-edge", "map-edge"),
        (now.largest.value, of(now.largest.of), "map-say-largest", "map-largest"),
        (now.components, String::new(), "map-say-components", "map-components"),
    ] {
        match value {
            Some(value) => told.push(tally(value.to_string(), of, key)),
            None => hidden.push(say(name).to_lowercase()),
        }
    }
    (told, hidden)
}

fn groups(grouped: &Grouped, name: impl Fn(u32) -> String) -> Groups {
    let row = |cell: &Between| cell.pairs.map(|pairs| Row { one: name(cell.one), other: name(cell.other), pairs });
    let rows: Vec<Row> = grouped.between.iter().filter_map(row).collect();
    Groups { hidden: grouped.between.len() - rows.len(), rows }
}

/// What is not told, as a sentence; nothing where all is.
fn not_told(hidden: &[String], language: Language) -> String {
    if hidden.is_empty() {
        return String::new();
    }
    language.say("map-not-told").with("what", language.words().list(hidden)).to_string()
}

/// `GET /map/figures`
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    let form = Form::new(visit.language, Input::default());
    shown(&mut *app.read().await?, &visit, StatusCode::OK, form).await
}

async fn shown(db: &mut Connection, visit: &Visit, status: StatusCode, form: Form) -> Answer {
    let figures = told(db, visit).await?;
    let language = visit.language;
    let say = |key: &'static str| language.say(key).to_string();
    let part = |value: Option<f64>| value.map_or_else(String::new, |value| percent(value, language));
    let mut before = Vec::new();
    if let (Some(now), Some(then)) = (&figures.now, &figures.before) {
        before.push((say("map-people-count"), then.people.to_string(), now.people.to_string()));
        before.push((say("map-pairs-count"), then.pairs.to_string(), now.pairs.to_string()));
        before.push((say("map-density"), part(then.density), part(now.density)));
        before.push((say("map-reach"), part(then.reach), part(now.reach)));
    }
    let (mut indexes, mut hidden) = (Vec::new(), Vec::new());
    for (key, value) in [
        ("map-ei-levels", figures.levels.ei),
        ("map-ei-schools", figures.ei_schools),
        ("map-ei-roles", figures.roles.ei),
    ] {
        match value {
            Some(value) => indexes.push((say(key), decimal(value, language))),
            None => hidden.push(say(key).to_lowercase()),
        }
    }
    let (tallies, apart) = figures.now.as_ref().map(|now| tallies(now, language)).unwrap_or_default();
    let page = FiguresPage {
        page: Page::new(visit, "people", say("map-figures-title")),
        tabs: tabs(visit, true, "/map/figures"),
        year: year_words(school_year(visit.today)),
        tallies,
        not_told: not_told(&apart, language),
        before,
        change: figures.change.map(|change| {
            let say = language.say("map-change").with("kept", change.kept.cast_signed());
            say.with("new", change.new.cast_signed()).with("gone", change.gone.cast_signed()).to_string()
        }),
        levels: groups(&figures.levels, |number| level(language, number)),
        roles: groups(&figures.roles, |number| role(language, number)),
        indexes,
        index_not_told: not_told(&hidden, language),
        gatherings: choices(&hosted(db, visit).await?, visit),
        form,
    };
    html_with(status, &page)
}

async fn file(visit: &Visit, app: &App, kind: SheetKind) -> Answer {
    let figures = told(&mut *app.read().await?, visit).await?;
    sheet::sheet(kind, &figures, visit.language)?.give().await
}

/// `GET /map/figures.csv`
pub async fn csv(visit: Visit, State(app): State<App>) -> Answer {
    file(&visit, &app, SheetKind::Csv).await
}

/// `GET /map/figures.xlsx`
pub async fn xlsx(visit: Visit, State(app): State<App>) -> Answer {
    file(&visit, &app, SheetKind::Xlsx).await
}

/// `POST /map/invite`: `gathering`; those on the edge get a letter, and nobody learns who they are.
pub async fn invite(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let mut db = app.read().await?;
    told(&mut db, &visit).await?;
    let mut problems = Problems::new();
    input.only(&["gathering"], &mut problems);
    let chosen = input.needed_choice::<GatheringId>("gathering", &mut problems);
    let of: BTreeMap<GatheringId, Gathering> =
        hosted(&mut db, &visit).await?.into_iter().map(|gathering| (gathering.id, gathering)).collect();
    if let Some(chosen) = chosen
        && !of.contains_key(&chosen)
    {
        problems.add("gathering", "map-invite-not-yours");
    }
    let gathering = chosen.and_then(|chosen| of.get(&chosen)).filter(|_| problems.is_empty());
    let Some(gathering) = gathering else {
        let form = Form::wrong(visit.language, input, problems);
        return shown(&mut db, &visit, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    };
    let people = edge::on_it(&mut db, &visit, gathering).await?;
    drop(db);
    let mut db = app.write().await?;
    let message = match edge::invite(&mut db, &app, &visit, (gathering, &people)).await? {
        edge::Sent::To(count) => Message::new("map-invited").with("count", count),
        edge::Sent::Few => Message::new("map-invited-few"),
        edge::Sent::Quietly => Message::new("map-invited-quietly"),
        edge::Sent::Lately => Message::new("map-invited-lately"),
    };
    db.commit().await?;
    Ok(go("/map/figures").done(visit.language, message).into_response())
}
