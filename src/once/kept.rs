//! Values: what is kept of a post, and its answer made anew from it.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::Post;
use crate::ids::PersonId;
use crate::web::{Failure, Flash, Message, Visit, go};

/// The longest JSON that is kept of an answer, in bytes; the largest of the house is smaller.
const LONGEST: usize = 64 * 1024;

/// A row: by whom, what, and how it was answered.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Kept {
    person_id: Option<PersonId>,
    path: String,
    digest: Vec<u8>,
    status: Option<i64>,
    answer: Option<String>,
}

/// What is kept of an answer: enough to send a browser, or a program, the same way again.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Told {
    location: Option<String>,
    /// As it reads, so that a person who is forgotten is found in it.
    flash: Option<Flash>,
    json: Option<String>,
}

impl Kept {
    /// Whether a post is the one this row is of.
    pub fn is_of(&self, post: &Post) -> Result<(), Failure> {
        if self.person_id.is_some() && post.person_id.is_none() {
            Err(Failure::SignIn)
        } else if self.person_id == post.person_id && self.path == post.path && self.digest == post.digest {
            Ok(())
        } else {
            Err(Failure::Used(Message::new("once-used")))
        }
    }

    /// Whether the answer is known; it is not while the first attempt is still at it, nor when it
    /// ended in between.
    pub fn is_answered(&self) -> bool {
        self.status.is_some()
    }

    /// The answer, as it was given; without one, a browser is told that it is done.
    pub fn answer(&self, post: &Post, visit: &Visit, api: bool) -> Response {
        let kept = self.answer.clone();
        let text = if let Some(seal) = &post.seal { kept.and_then(|text| seal.open(&text)) } else { kept };
        let told = text.and_then(|text| serde_json::from_str::<Told>(&text).ok()).unwrap_or_default();
        let status = self.status.and_then(|status| StatusCode::from_u16(u16::try_from(status).ok()?).ok());
        let mut response = match (status, &told.json) {
            (Some(status), Some(json)) => {
                let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))];
                (status, kind, json.clone()).into_response()
            }
            (Some(status), None) if status == StatusCode::NO_CONTENT || told.location.is_some() => {
                status.into_response()
            }
            _ if api => return Failure::Stale(Message::new("once-done")).into_response(),
            _ => return go("/").done(visit.language, "once-done").into_response(),
        };
        let location = told.location.and_then(|location| HeaderValue::from_str(&location).ok());
        if let Some(location) = location {
            response.headers_mut().insert(header::LOCATION, location);
        }
        if let Some(flash) = told.flash.and_then(|flash| flash.cookie()) {
            response.headers_mut().append(header::SET_COOKIE, flash);
        }
        response
    }
}

/// Reads from an answer what is kept of it, and gives the answer back. `None`: nothing worth keeping,
/// as of a failure.
pub async fn read(response: Response) -> (Response, Option<(i64, String)>) {
    if response.status().is_client_error() || response.status().is_server_error() {
        return (response, None);
    }
    let (parts, body) = response.into_parts();
    let mut told =
        Told { location: text(&parts.headers, header::LOCATION), flash: Flash::of_answer(&parts.headers), json: None };
    let is_json = text(&parts.headers, header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/json"));
    let body = if is_json {
        // A JSON answer of the house is in memory already: reading it cannot fail half way.
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
        told.json = std::str::from_utf8(&bytes).ok().filter(|text| text.len() <= LONGEST).map(ToOwned::to_owned);
        Body::from(bytes)
    } else {
        body
    };
    let kept = serde_json::to_string(&told).ok().map(|told| (i64::from(parts.status.as_u16()), told));
    (Response::from_parts(parts, body), kept)
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}
