//! The same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::around::{self, Known};
use super::{hello, pages};
use crate::app::App;
use crate::ids::PersonId;
use crate::web::{Answer, Input, Path, Visit, json};

/// The people around the asker.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Around)]
struct Shown {
    /// Whether the asker is shown to others with their name.
    shown: bool,
    /// How many people they have met.
    met: usize,
    /// Those they keep meeting.
    often: Vec<KnownPerson>,
    /// Those they met more than once and have not seen for eight weeks.
    not_seen: Vec<KnownPerson>,
    /// Those two steps away who would be good to meet, and are shown.
    to_meet: Vec<ToMeet>,
}

/// Somebody the asker has met.
#[derive(Debug, Serialize, ToSchema)]
struct KnownPerson {
    person: PersonId,
    name: String,
    /// At how many gatherings both were.
    met: i64,
    /// At how many of them one of the two hosted or shared a topic.
    shared: i64,
    /// When first (RFC 3339).
    first_at: String,
    /// When last.
    last_at: String,
}

/// Somebody who would be good to meet.
#[derive(Debug, Serialize, ToSchema)]
struct ToMeet {
    person: PersonId,
    name: String,
    /// What both care about.
    interests: Vec<String>,
    /// Names of people whom both know, and who are shown.
    through: Vec<String>,
    /// How many more both know.
    others: usize,
    /// The same in words.
    reasons: Vec<String>,
}

/// A wish to be shown.
#[derive(ToSchema)]
#[schema(as = TieWish)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct WishBody {
    /// Whether to be shown to others with one's name: `yes` or `no`.
    shown: String,
}

/// A letter.
#[derive(ToSchema)]
#[schema(as = Hello)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct HelloBody {
    /// 10 to 600 characters.
    words: String,
}

fn known(known: Known) -> KnownPerson {
    KnownPerson {
        person: known.card.id,
        name: known.card.name,
        met: known.sum.met,
        shared: known.sum.shared,
        first_at: known.sum.first.to_rfc3339(),
        last_at: known.sum.last.to_rfc3339(),
    }
}

/// The people around the asker.
#[utoipa::path(get, path = "/api/v1/ties", operation_id = "people_around", responses((status = 200, body = Shown)))]
pub async fn around(visit: Visit, State(app): State<App>) -> Answer {
    let around = around::around(&mut *app.read().await?, &visit).await?;
    let meet = around.meet.into_iter().map(|meet| ToMeet {
        reasons: pages::reasons(visit.language, &meet),
        person: meet.card.id,
        name: meet.card.name,
        interests: meet.tags,
        through: meet.through,
        others: meet.others,
    });
    json(&Shown {
        shown: around.shown,
        met: around.met,
        to_meet: meet.collect(),
        often: around.often.into_iter().map(known).collect(),
        not_seen: around.long.into_iter().map(known).collect(),
    })
}

/// Says whether the asker is shown to others with their name.
#[utoipa::path(put, path = "/api/v1/ties/shown", operation_id = "show_me_on_the_map", request_body = WishBody,
    responses((status = 204), (status = 422)))]
pub async fn wish(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    pages::say(&visit, &app, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says hello to somebody the asker met, or who is shown.
#[utoipa::path(post, path = "/api/v1/ties/hello/{id}", operation_id = "say_hello", params(("id" = PersonId, Path)),
    request_body = HelloBody, responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn hello(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    hello::write(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
