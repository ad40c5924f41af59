//! The page of what was found.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use finding::{Asked, Piece};

use super::document::Among;
use super::look::{Eyes, Request, Time, look};
use super::{Document, Kind, Standing};
use crate::app::App;
use crate::clock::Instant;
use crate::web::{Answer, Form, Page, Problems, Query, Visit, html_with};

/// How much of a text a result shows, in letters.
const SNIPPET: usize = 180;

#[derive(Template)]
#[template(path = "search/pages/show.html")]
struct Search {
    page: Page,
    form: Form,
    among: Vec<(String, String)>,
    times: Vec<(String, String)>,
    /// Whether anything was asked for that can be looked for.
    asked: bool,
    /// What was typed, to say it again.
    typed: String,
    /// Whether something narrows the search beside its words.
    filtered: bool,
    /// The same words without filters.
    unfiltered: String,
    rows: Vec<Row>,
    /// Whether these are not the first.
    later: bool,
    first: String,
    next: String,
}

/// A thing that was found.
struct Row {
    kind: &'static str,
    key: &'static str,
    href: String,
    title: Vec<Piece>,
    snippet: Vec<Piece>,
    when: String,
    cancelled: bool,
    over: bool,
}

/// `GET /search?q=&among=&time=&after=`
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let mut problems = Problems::new();
    let request = Request::read(&query, &mut problems);
    let found = if problems.is_empty() {
        let mut db = app.read().await?;
        let eyes = Eyes::of(&mut db, &visit).await?;
        Some(look(&mut db, &app, &eyes, &request).await?)
    } else {
        None
    };
    let title = match request.typed.as_str() {
        "" => visit.language.say("search-title").to_string(),
        typed => visit.language.say("search-title-of").with("typed", typed).to_string(),
    };
    let page = Page::new(&visit, "search", title);
    let choice = |word: &str, key: &'static str| (word.to_owned(), page.say(key).to_string());
    let mut among = vec![choice("", "search-everything")];
    among.extend(
        Among::ALL
            .into_iter()
            .filter(|among| visit.me.is_some() || *among != Among::People)
            .map(|among| choice(among.word(), among.key())),
    );
    let times = vec![
        choice("", "search-any-time"),
        choice(Time::Coming.word(), "search-coming"),
        choice(Time::Past.word(), "search-past"),
    ];
    let next = found.as_ref().and_then(|found| found.next);
    let asked = found.as_ref().is_some_and(|found| !found.asked.is_empty());
    let rows = found.map(|found| {
        found.documents.into_iter().map(|document| Row::of(&page, &visit, &found.asked, document)).collect()
    });
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    html_with(
        status,
        &Search {
            form: Form::wrong(visit.language, query, problems),
            among,
            times,
            asked,
            filtered: request.among.is_some() || request.time.is_some(),
            unfiltered: Request { typed: request.typed.clone(), ..Request::default() }.address("/search", ""),
            rows: rows.unwrap_or_default(),
            later: request.after.is_some(),
            first: request.address("/search", ""),
            next: next.map_or_else(String::new, |place| request.address("/search", &place.to_string())),
            typed: request.typed,
            page,
        },
    )
}

impl Row {
    fn of(page: &Page, visit: &Visit, asked: &Asked, document: Document) -> Row {
        let standing = document.standing;
        Row {
            kind: document.kind.word(),
            key: document.kind.key(),
            title: asked.snippet(&document.title, usize::MAX),
            snippet: asked.snippet(&document.body, SNIPPET),
            when: when(page, visit, document.kind, &standing),
            cancelled: standing.cancelled,
            over: standing.ends_at.is_some_and(|ends_at| ends_at <= visit.now),
            href: document.href,
        }
    }
}

/// When it is, as people say it; a series from its first day to its last.
fn when(page: &Page, visit: &Visit, kind: Kind, standing: &Standing) -> String {
    let (Some(starts_at), Some(ends_at)) = (standing.starts_at, standing.ends_at) else { return String::new() };
    let day = |at: Instant| at.timestamp().to_zoned_datetime(visit.zone.clone()).date();
    match kind {
        Kind::Series => page.words().period(day(starts_at), day(ends_at), page.today),
        _ => page.words().date(day(starts_at), page.today),
    }
}
