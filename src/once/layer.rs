//! The layer: reads the key, answers what was done before, keeps the answer of what is done now.

use std::cell::Cell;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State as Of};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::seal::Seal;
use super::{CLAIM, Claim, Post, State, kept, store};
use crate::app::App;
use crate::database;
use crate::web::{Failure, LARGEST_BODY, Visit, unread};

/// How often, and how many milliseconds apart, an attempt that came second looks for the answer of the
/// first.
const LOOKS: u32 = 50;
const BETWEEN: u64 = 20;

/// Where no answer is kept: it would be a secret (a session, a token), and nothing there counts.
const NOT_UNDER: [&str; 4] = ["/sign-in", "/sign-out", "/demo/", "/account"];

/// The key of a post, and of a form the seal on what it is answered.
type Key = (Uuid, Option<Seal>);

/// Does a post with a key once. It stands inside the layer that refuses cross-site posts.
pub async fn once(Of(app): Of<App>, visit: Visit, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if request.method().is_safe() || NOT_UNDER.iter().any(|start| path.starts_with(start)) {
        return next.run(request).await;
    }
    // What was entered on a shared device by one person is not sent in the name of another.
    let entered_by = request.headers().get("entered-by").and_then(|value| value.to_str().ok());
    if entered_by.is_some_and(|by| visit.person().map(|person| person.to_string()).as_deref() != Some(by)) {
        return Failure::SignIn.into_response();
    }
    let api = path.starts_with("/api/");
    match read(&app, &visit, request).await {
        Ok((request, None)) => next.run(request).await,
        Ok((request, Some(post))) => match attempt(&app, &visit, post, api, request, next).await {
            Ok(response) => response,
            Err(failure) => failure.into_response(),
        },
        Err(failure) => failure.into_response(),
    }
}

/// The request, and what it is if it has a key.
async fn read(app: &App, visit: &Visit, request: Request) -> Result<(Request, Option<Post>), Failure> {
    let key = match request.headers().get("idempotency-key") {
        None => None,
        // The draft has it as a structured string, in quotes; most programs send it bare.
        Some(value) => match value.to_str().ok().map(|text| text.trim().trim_matches('"')).map(Uuid::try_parse) {
            Some(Ok(key)) => Some((key, None)),
            _ => return Err(Failure::Malformed("Idempotency-Key is a UUID".to_owned())),
        },
    };
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let form = kind.starts_with("application/x-www-form-urlencoded");
    // A form with a file has its key in its address: it is not read before it is known.
    let parts = kind.starts_with("multipart/form-data");
    let key = key.or_else(|| if parts { of_address(request.uri().query(), request.headers()) } else { None });
    if key.is_none() && !form {
        return Ok((request, None));
    }
    let method = request.method().clone();
    let path = request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
    // A file is not read into memory for its digest: its key alone has to tell.
    let read_whole = form || kind.starts_with("application/json") || kind.is_empty();
    let (request, body) = if read_whole { whole(request).await? } else { (request, Bytes::new()) };
    let key = key.or_else(|| of_form(&body));
    let Some(key) = key else { return Ok((request, None)) };
    Ok((request, Some(post(app, visit, key, (&method, path), &body)?)))
}

/// The key of a form: its hidden field, and what was typed. Somebody who goes back and sends the form
/// with other words has a new thing to say; refusing it would lose what they typed.
pub fn of_form(body: &[u8]) -> Option<Key> {
    let mut fields = url::form_urlencoded::parse(body);
    fields.find(|(name, value)| name == "once" && Uuid::try_parse(value.trim()).is_ok())?;
    let digest: [u8; 32] = Sha256::digest(body).into();
    let (head, _) = digest.split_first_chunk::<16>()?;
    Some((uuid::Builder::from_custom_bytes(*head).into_uuid(), Some(Seal::of(&[body]))))
}

/// The key of a form with a file, and how long what it sends is: another file under the same key, after a
/// press of "back", is another post.
fn of_address(query: Option<&str>, headers: &HeaderMap) -> Option<Key> {
    let mut fields = url::form_urlencoded::parse(query?.as_bytes());
    let (_, once) = fields.find(|(name, value)| name == "once" && Uuid::try_parse(value.trim()).is_ok())?;
    let length = headers.get(header::CONTENT_LENGTH)?;
    let digest: [u8; 32] = Sha256::new().chain_update(once.as_bytes()).chain_update(length).finalize().into();
    let (head, _) = digest.split_first_chunk::<16>()?;
    let seal = Seal::of(&[once.as_bytes(), length.as_bytes()]);
    Some((uuid::Builder::from_custom_bytes(*head).into_uuid(), Some(seal)))
}

async fn whole(request: Request) -> Result<(Request, Bytes), Failure> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_BODY).await.map_err(|error| unread(&error))?;
    Ok((Request::from_parts(parts, Body::from(body.clone())), body))
}

fn post(app: &App, visit: &Visit, key: Key, (method, path): (&Method, String), body: &[u8]) -> Result<Post, Failure> {
    let (id, seal) = key;
    let path = format!("{method} {path}");
    Ok(Post {
        id,
        request: app.new_id()?,
        person_id: visit.person(),
        path: if seal.is_some() { STANDARD_NO_PAD.encode(Sha256::digest(path)) } else { path },
        digest: Sha256::digest(body).to_vec(),
        seal,
    })
}

async fn attempt(
    app: &App,
    visit: &Visit,
    post: Post,
    api: bool,
    request: Request,
    next: Next,
) -> Result<Response, Failure> {
    if let Some(response) = before(app, visit, &post, api, State::Idle).await? {
        return Ok(response);
    }
    let claim = Claim { post: post.clone(), state: Cell::new(State::Idle) };
    let run = async {
        let response = next.run(request).await;
        (response, CLAIM.with(|claim| claim.state.get()))
    };
    let (response, state) = CLAIM.scope(claim, run).await;
    let failed = response.status().is_client_error() || response.status().is_server_error();
    // What another attempt has just done may also look like a mistake here: a place that is taken.
    if (state == State::Repeated || failed)
        && let Some(response) = before(app, visit, &post, api, state).await?
    {
        return Ok(response);
    }
    if state != State::Claimed {
        return Ok(response);
    }
    let (response, answer) = kept::read(response).await;
    if let Some((status, answer)) = answer {
        // What was done is done: that its answer cannot be kept does not make it fail.
        let answer = if let Some(seal) = &post.seal { seal.close(&answer).unwrap_or_default() } else { answer };
        if let Err(error) = keep(app, &post, status, &answer).await {
            tracing::warn!("the answer to a post is not kept: {error:#}");
        }
    }
    Ok(response)
}

async fn keep(app: &App, post: &Post, status: i64, answer: &str) -> database::Result<()> {
    let mut db = app.write().await?;
    store::keep(&mut db, post, status, answer).await?;
    db.commit().await
}

/// How it was answered before, if it was done before; waits a second for an answer that is on its way.
async fn before(app: &App, visit: &Visit, post: &Post, api: bool, state: State) -> Result<Option<Response>, Failure> {
    for look in 0..=LOOKS {
        let kept = store::kept(&mut *app.read().await?, post.id).await?;
        if let Some(kept) = kept {
            kept.is_of(post)?;
            if kept.is_answered() || look == LOOKS {
                return Ok(Some(kept.answer(post, visit, api)));
            }
        } else if state != State::Repeated {
            return Ok(None);
        }
        // Repeated and not to be seen: the first attempt is about to share a commit with others.
        tokio::time::sleep(Duration::from_millis(BETWEEN)).await;
    }
    Ok(None)
}
