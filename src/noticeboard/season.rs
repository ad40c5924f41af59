//! `GET /series/{series}/season`: a whole season on one page, to read, print or keep: what was shared at
//! each date, by whom and for how long, with notes, links and files. A fixed number of queries, however
//! long the season.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use calendar::words::capitalised;
use serde::Serialize;
use utoipa::ToSchema;

use super::beside::{Beside, chosen, faces};
use super::series::said;
use crate::app::App;
use crate::gatherings::{self, Series};
use crate::ids::{GatheringId, PersonId, ResourceId, SeriesId, TopicId};
use crate::resources::{self, Of, Shelf};
use crate::topics::{self, State as Stands, Topic};
use crate::web::{Answer, Failure, Language, Page, Path, Visit, html, json};

/// A season.
struct Season {
    series: Series,
    rule: String,
    place: String,
    hosts: Vec<String>,
    days: Vec<Day>,
}

/// One date.
struct Day {
    id: GatheringId,
    iso: String,
    date: String,
    time: String,
    cancelled: bool,
    note: Option<String>,
    over: bool,
    shelf: Shelf,
    topics: Vec<Spoken>,
}

/// A topic of a date.
struct Spoken {
    id: TopicId,
    title: String,
    about: String,
    who: Option<String>,
    minutes: i64,
    time: String,
    shelf: Shelf,
}

impl Day {
    fn is_empty(&self) -> bool {
        self.topics.is_empty() && self.shelf.is_empty()
    }
}

async fn load(visit: &Visit, app: &App, id: SeriesId) -> Result<Season, Failure> {
    let mut db = app.read().await?;
    let (series, rights) = gatherings::series_for(&mut db, id, visit.me.as_ref()).await?.ok_or(Failure::NotFound)?;
    rights.may_see()?;
    let days_off = gatherings::days_off(&mut db, id).await?;
    let rules = gatherings::rules(&mut db, &series, days_off).await?;
    let all = gatherings::gatherings_of(&mut db, id).await?;
    let topics = topics::of_series(&mut db, id).await?;
    let board = resources::in_series(&mut db, id).await?;
    let hosts = gatherings::series_hosts(&mut db, id).await?;
    let mut people: Vec<PersonId> = topics.iter().map(|topic| topic.person_id).chain(hosts.iter().copied()).collect();
    people.sort_unstable();
    people.dedup();
    let faces = faces(&mut db, &people).await?;
    let beside = Beside::load(&mut db, visit).await?;
    let words = visit.language.words();
    let mut on: HashMap<GatheringId, Vec<Spoken>> = HashMap::new();
    let over: HashMap<GatheringId, bool> = all.iter().map(|one| (one.id, one.is_over(visit.now))).collect();
    for topic in topics {
        // What was planned and not spoken of is no part of what was.
        let was = over.get(&topic.gathering_id).copied().unwrap_or_default();
        if was && topic.state != Stands::Shared {
            continue;
        }
        let spoken = spoken(&topic, visit, faces.get(&topic.person_id).map(|face| face.name.clone()));
        on.entry(topic.gathering_id).or_default().push(Spoken { shelf: board.of(Of::Topic(topic.id)), ..spoken });
    }
    let days = all.iter().map(|gathering| Day {
        id: gathering.id,
        iso: gathering.date.to_string(),
        date: capitalised(&words.date(*gathering.date, visit.today)),
        time: words.range(*gathering.starts, *gathering.ends),
        cancelled: gathering.is_cancelled(),
        note: gathering.note.clone(),
        over: gathering.is_over(visit.now),
        shelf: board.of(Of::Gathering(gathering.id)),
        topics: on.remove(&gathering.id).unwrap_or_default(),
    });
    let days = days.collect();
    Ok(Season {
        rule: capitalised(&said(&rules, visit)),
        place: beside.place(&series.place, series.school_id),
        hosts: chosen(&faces, &hosts).into_iter().map(|face| face.name).collect(),
        days,
        series,
    })
}

fn spoken(topic: &Topic, visit: &Visit, who: Option<String>) -> Spoken {
    let minutes = u32::try_from(topic.minutes).unwrap_or(0);
    Spoken {
        id: topic.id,
        title: topic.title.clone(),
        about: topic.about.clone(),
        // As on the page of the gathering: no names for those who are not signed in.
        who: who.filter(|_| visit.me.is_some()),
        minutes: topic.minutes,
        time: visit.language.words().duration(minutes),
        shelf: Shelf::default(),
    }
}

#[derive(Template)]
#[template(path = "noticeboard/pages/season.html")]
struct SeasonPage {
    page: Page,
    season: Season,
    href: String,
    /// The address of the page, for paper.
    address: String,
    language: Language,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let season = load(&visit, &app, id).await?;
    let title = visit.language.say("season-title").with("title", &season.series.title).to_string();
    html(&SeasonPage {
        page: Page::new(&visit, "gatherings", title),
        href: format!("/series/{id}"),
        address: format!("{}/series/{id}/season", app.url()),
        language: visit.language,
        season,
    })
}

/// `GET /series/{series}/season.md`: the same as Markdown, to keep.
pub async fn text(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let season = load(&visit, &app, id).await?;
    let text = written(&season, &visit, &app.url());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/markdown; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"season.md\"")),
    ];
    Ok((headers, text).into_response())
}

fn written(season: &Season, visit: &Visit, url: &str) -> String {
    let shelf = |shelf: &Shelf| {
        let mut text = String::new();
        if let Some(note) = &shelf.note {
            text.push_str(&format!("{}\n\n", note.text.trim_end()));
        }
        for one in &shelf.resources {
            let address = one.address.clone().unwrap_or_else(|| format!("{url}/resources/{}", one.id));
            text.push_str(&format!("- [{}](<{address}>)\n", one.title.replace(['[', ']'], "")));
        }
        if !shelf.resources.is_empty() {
            text.push('\n');
        }
        text
    };
    let mut text = format!("# {}\n\n{}. {}\n\n", season.series.title, season.rule, season.place);
    for day in &season.days {
        text.push_str(&format!("## {}, {}\n\n", day.date, day.time));
        if day.cancelled {
            text.push_str(&format!("*{}*\n\n", visit.language.say("notice-cancelled")));
            continue;
        }
        text.push_str(&shelf(&day.shelf));
        for topic in &day.topics {
            let line: Vec<&str> = topic.who.as_deref().into_iter().chain([topic.time.as_str()]).collect();
            text.push_str(&format!("### {}\n\n{}\n\n{}", topic.title, line.join(", "), shelf(&topic.shelf)));
        }
    }
    text
}

/// A season as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Season)]
struct Shown {
    id: SeriesId,
    title: String,
    dates: Vec<ShownDay>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeasonDate)]
struct ShownDay {
    gathering: GatheringId,
    /// As `2026-01-14`.
    date: String,
    cancelled: bool,
    /// Markdown.
    note: Option<String>,
    resources: Vec<ResourceId>,
    /// What was shared, in speaking order; of a date to come what is on the table.
    topics: Vec<ShownTopic>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeasonTopic)]
struct ShownTopic {
    id: TopicId,
    title: String,
    /// Who proposed it; null to those who are not signed in.
    who: Option<String>,
    minutes: i64,
    note: Option<String>,
    resources: Vec<ResourceId>,
}

/// A whole season: what was shared at each date, with notes, links and files.
#[utoipa::path(get, path = "/api/v1/series/{id}/season", params(("id" = SeriesId, Path)),
    responses((status = 200, body = Shown), (status = 404)))]
pub async fn data(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let season = load(&visit, &app, id).await?;
    let note = |shelf: &Shelf| shelf.note.as_ref().map(|note| note.text.clone());
    let ids = |shelf: &Shelf| shelf.resources.iter().map(|one| one.id).collect();
    let dates = season.days.into_iter().map(|day| ShownDay {
        gathering: day.id,
        date: day.iso,
        cancelled: day.cancelled,
        note: note(&day.shelf),
        resources: ids(&day.shelf),
        topics: day
            .topics
            .into_iter()
            .map(|topic| ShownTopic {
                note: note(&topic.shelf),
                resources: ids(&topic.shelf),
                id: topic.id,
                title: topic.title,
                who: topic.who,
                minutes: topic.minutes,
            })
            .collect(),
    });
    json(&Shown { id, title: season.series.title, dates: dates.collect() })
}
