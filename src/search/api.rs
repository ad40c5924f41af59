//! Search as JSON.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::document::Among;
use super::look::{Eyes, Request, look};
use super::{Document, Kind};
use crate::app::App;
use crate::web::{Answer, Problems, Query, Visit, address, json};

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
struct SearchPage {
    items: Vec<SearchItem>,
    /// The address of the next page; null on the last.
    next: Option<String>,
}

/// A thing that was found.
#[derive(Debug, Serialize, ToSchema)]
struct SearchItem {
    id: Uuid,
    kind: Kind,
    title: String,
    /// A few words of its text around what was asked for.
    text: String,
    /// The address of its page.
    href: String,
    /// When it begins, if it has a time.
    starts_at: Option<String>,
    /// When it is over.
    ends_at: Option<String>,
    cancelled: bool,
}

/// Gatherings, topics, notes, people and networks, found by their words; of those only what the token's person may
/// see. The best come first.
#[utoipa::path(
    get,
    path = "/api/v1/search",
    params(
        ("q" = String, Query, description = "Words in English or French, \"a phrase\", -without"),
        ("among" = Option<String>, Query, description = "gatherings, topics, notes, people or networks"),
        ("time" = Option<String>, Query, description = "coming or past"),
        ("after" = Option<String>, Query, description = "A place, from `next`"),
    ),
    responses((status = 200, body = SearchPage), (status = 422, description = "A wrong filter"))
)]
pub async fn find(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let mut problems = Problems::new();
    let request = Request::read(&query, &mut problems);
    let request = problems.or(request)?;
    let mut db = app.read().await?;
    let eyes = Eyes::of(&mut db, &visit).await?;
    let found = look(&mut db, &app, &eyes, &request).await?;
    let next = found.next.map(|place| request.address(&format!("{}/api/v1/search", app.url()), &place.to_string()));
    let item = |document: Document| SearchItem {
        text: found.asked.snippet(&document.body, 200).into_iter().map(|piece| piece.text).collect(),
        href: format!("{}{}", app.url(), document.href),
        starts_at: document.standing.starts_at.map(crate::clock::Instant::to_rfc3339),
        ends_at: document.standing.ends_at.map(crate::clock::Instant::to_rfc3339),
        cancelled: document.standing.cancelled,
        id: document.id,
        kind: document.kind,
        title: document.title,
    };
    json(&SearchPage { items: found.documents.into_iter().map(item).collect(), next })
}

impl Request {
    /// Reads `q`, `among`, `time` and `after`.
    pub fn read(query: &crate::web::Input, problems: &mut Problems) -> Request {
        Request {
            typed: query.line("q", 0..=200, problems),
            among: query.choice("among", problems),
            time: query.choice("time", problems),
            after: query.choice("after", problems),
            most: 20,
        }
    }

    /// The address of what is found behind a place.
    pub fn address(&self, path: &str, after: &str) -> String {
        let among = self.among.map_or("", Among::word);
        let time = self.time.map_or("", super::look::Time::word);
        address(path, &[("q", &self.typed), ("among", among), ("time", time), ("after", after)])
    }
}
