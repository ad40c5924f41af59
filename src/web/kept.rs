//! Pages without anyone in them, kept until something is written.
//!
//! A handler says of an answer that it is [`public`]: the same for everybody who is not signed in. The
//! outermost layer keeps its bytes, as they went out, by address, language and encoding, and answers
//! with them as long as nothing was written ([`Changes`](crate::database::Changes)) and half a minute
//! has not passed (gatherings begin and end by themselves). It carries an entity tag, so that a browser
//! or a calendar that has it already is told so in a line (RFC 9110 section 13).
//!
//! Not kept by what a page shows: knowing which page shows what is where such caches go wrong, and a
//! district writes seldom compared to how often its calendars are fetched.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};

use super::asked::{cookie, language};
use super::{Answer, FLASH_COOKIE, Visit};
use crate::app::App;
use crate::clock::Instant;
use crate::{database, identity};

/// How long a page is kept at most, seconds.
const AGE: i64 = 30;

/// How many bytes are kept in all; when there are more, all are forgotten.
const ROOM: usize = 16 << 20;

/// Longer addresses are nobody's bookmark.
const LONGEST: usize = 300;

/// The pages that are kept.
#[derive(Debug, Default)]
pub struct Kept(RwLock<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    pages: HashMap<String, HashMap<Variant, Arc<Copy>>>,
    bytes: usize,
}

/// Language and encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Variant(&'static str, bool);

#[derive(Debug)]
struct Copy {
    changes: u64,
    at: Instant,
    tag: HeaderValue,
    headers: HeaderMap,
    body: Bytes,
}

/// Marks an answer in its extensions.
#[derive(Debug, Clone)]
struct Public;

/// Says that an answer is the same for everybody who is not signed in, as this visitor is; for a
/// person it stays theirs.
pub fn public(visit: &Visit, answer: Answer) -> Answer {
    let mut response = answer?;
    if visit.me.is_some() || visit.flash.is_some() {
        return Ok(response);
    }
    response.extensions_mut().insert(Public);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.append(header::VARY, HeaderValue::from_static("cookie, accept-language"));
    Ok(response)
}

/// The outermost layer.
pub async fn keep(State(app): State<App>, request: Request, next: Next) -> Response {
    let Ok(Some(variant)) = variant(&app, request.method(), request.uri(), request.headers()).await else {
        return next.run(request).await;
    };
    let address = request.uri().path_and_query().map_or("", |address| address.as_str());
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let changes = app.changes.now();
    if let Some(copy) = app.kept.find(address, variant, changes, app.now()) {
        return copy.answer(known.as_ref());
    }
    let address = address.to_owned();
    let response = next.run(request).await;
    let plain = response.status() == StatusCode::OK && !response.headers().contains_key(header::SET_COOKIE);
    if !plain || response.extensions().get::<Public>().is_none() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = body.collect().await.map(http_body_util::Collected::to_bytes) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Ok(tag) = HeaderValue::from_str(&tag(&body)) else {
        return Response::from_parts(parts, Body::from(body));
    };
    let copy = Arc::new(Copy { changes, at: app.now(), tag, headers: parts.headers, body });
    app.kept.put(address, variant, Arc::clone(&copy));
    copy.answer(known.as_ref())
}

/// Which copy a request asks for; none when somebody may be signed in, or something else than a page
/// is wanted.
async fn variant(app: &App, method: &Method, address: &Uri, headers: &HeaderMap) -> database::Result<Option<Variant>> {
    let person = headers.contains_key(header::AUTHORIZATION)
        || headers.contains_key(header::COOKIE)
            && [identity::session_cookie(app), FLASH_COOKIE].iter().any(|name| cookie(headers, name).is_some());
    let short = address.path_and_query().is_some_and(|address| address.as_str().len() <= LONGEST);
    if person || !short || method != Method::GET {
        return Ok(None);
    }
    let district = app.district().await?;
    let gzip = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let language = language(headers, None, &district.language).tag();
    Ok(Some(Variant(language, gzip.is_some_and(|value| value.contains("gzip")))))
}

/// Weak: of what was sent, whatever a proxy makes of it (RFC 9110 section 8.8.1).
fn tag(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    let hex: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{hex}\"")
}

impl Kept {
    fn find(&self, address: &str, variant: Variant, changes: u64, now: Instant) -> Option<Arc<Copy>> {
        let shelf = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let copy = shelf.pages.get(address)?.get(&variant)?;
        let fresh = copy.changes == changes && now >= copy.at && now <= copy.at.plus_seconds(AGE);
        fresh.then(|| Arc::clone(copy))
    }

    fn put(&self, address: String, variant: Variant, copy: Arc<Copy>) {
        let mut shelf = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let size = copy.body.len() + address.len() + 1024;
        if shelf.bytes + size > ROOM {
            *shelf = Shelf::default();
        }
        let old = shelf.pages.entry(address).or_default().insert(variant, copy);
        shelf.bytes = shelf.bytes.saturating_sub(old.map_or(0, |old| old.body.len())) + size;
    }
}

impl Copy {
    fn answer(&self, known: Option<&HeaderValue>) -> Response {
        let known = known.and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mine = self.tag.to_str().unwrap_or_default();
        let same = known.split(',').any(|tag| tag.trim() == mine);
        let mut response = Response::new(if same { Body::empty() } else { Body::from(self.body.clone()) });
        *response.headers_mut() = self.headers.clone();
        response.headers_mut().insert(header::ETAG, self.tag.clone());
        if same {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            for name in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::CONTENT_ENCODING] {
                response.headers_mut().remove(name);
            }
        }
        response
    }
}

/// Forgets what is kept when another program wrote; runs as long as the server.
pub async fn watch(app: App, mut stopped: tokio::sync::watch::Receiver<bool>) {
    let mut looking = None;
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(std::time::Duration::from_secs(1)) => {}
        }
        if looking.is_none() {
            looking = database::Watch::begin(&app.database).await.ok();
        }
        let changed = match &mut looking {
            Some(watch) => watch.look().await,
            None => Ok(true),
        };
        // Who cannot look must assume the worst.
        if changed.as_ref().map_or(true, |changed| *changed) {
            app.changes.happened();
        }
        if changed.is_err() {
            looking = None;
        }
    }
}
