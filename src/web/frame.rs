//! The outermost layer: security headers, failures made into pages or problems, flash forgotten.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Answer, FLASH_COOKIE, Failure, Language, Page, Path, Query, Visit, go, html_text};
use crate::app::App;

/// Nothing from elsewhere, nothing inline, no frames (CSP level 3).
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Wraps every answer. It runs inside the layer that makes the [`Visit`].
pub async fn frame(State(app): State<App>, visit: Visit, request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let get = request.method().is_safe();
    let mut response = next.run(request).await;
    let failure = response.extensions_mut().remove::<Failure>().or_else(|| unnamed(&response));
    if let Some(failure) = failure {
        response = told(&app, &visit, &failure, api, get);
    } else if visit.flash.is_some() && is_html(&response) {
        let forget = format!("{FLASH_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        if let Ok(cookie) = HeaderValue::from_str(&forget) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    guard(response.headers_mut());
    response
}

/// Failures that axum and its layers answer by themselves, with a bare status.
fn unnamed(response: &Response) -> Option<Failure> {
    if response.headers().contains_key(header::CONTENT_TYPE) && !is_plain(response) {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND => Some(Failure::NotFound),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Failure::TooLarge),
        StatusCode::FORBIDDEN => Some(Failure::refused("refused-cross-site")),
        StatusCode::INTERNAL_SERVER_ERROR => Some(anyhow::anyhow!("a handler stopped").into()),
        _ => None,
    }
}

fn is_html(response: &Response) -> bool {
    kind(response).starts_with("text/html")
}

fn is_plain(response: &Response) -> bool {
    kind(response).starts_with("text/plain")
}

fn kind(response: &Response) -> &str {
    response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[derive(Template)]
#[template(path = "web/failure.html")]
struct FailurePage {
    page: Page,
    sentence: String,
    id: Option<String>,
    status: u16,
}

fn told(app: &App, visit: &Visit, failure: &Failure, api: bool, get: bool) -> Response {
    let id = match failure {
        Failure::Unexpected(error) => {
            let id = app.new_id::<uuid::Uuid>().map(|id| id.simple().to_string()).unwrap_or_default();
            tracing::error!(id, path = visit.path.split('?').next().unwrap_or_default(), "{error:#}");
            Some(id)
        }
        _ => None,
    };
    let mut response = if api {
        failure.problem(visit.language, id.as_deref())
    } else if matches!(failure, Failure::SignIn) {
        let next = if get { visit.path.as_str() } else { "/" };
        let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        return go(format!("/sign-in?next={next}")).into_response();
    } else {
        let title = visit.language.say(title(failure)).to_string();
        let page = FailurePage {
            page: Page::new(visit, "", title),
            sentence: failure.sentence(visit.language),
            id,
            status: failure.status().as_u16(),
        };
        match page.render() {
            Ok(text) => html_text(failure.status(), text),
            Err(_) => failure.status().into_response(),
        }
    };
    if let Failure::TooMany(seconds) = failure {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    if api && matches!(failure, Failure::SignIn) {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

fn title(failure: &Failure) -> &'static str {
    match failure {
        Failure::NotFound => "failure-title-not-found",
        Failure::Refused(_) | Failure::SignIn => "failure-title-refused",
        Failure::Stale(_) => "failure-title-stale",
        Failure::TooMany(_) => "failure-title-too-many",
        Failure::Unexpected(_) => "failure-title-unexpected",
        Failure::Invalid(_) | Failure::Malformed(_) | Failure::TooLarge => "failure-title-malformed",
    }
}

/// Puts the security headers on an answer.
pub fn guard(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}

/// `GET /language/{tag}?back=/path`: keeps the choice for a year.
pub async fn choose_language(Path(tag): Path<String>, Query(query): Query) -> Answer {
    let language = Language::of_tag(&tag).ok_or(Failure::NotFound)?;
    let mut response = go(query.typed("back")).into_response();
    let cookie = format!("klatsch-language={}; Path=/; SameSite=Lax; Max-Age=31536000", language.tag());
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
