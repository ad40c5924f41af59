//! The outermost layer: security headers, failures made into pages or problems, flash forgotten.

use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Answer, FLASH_COOKIE, Failure, Language, Page, Path, Query, SignedBy, Visit, go, html_text};
use crate::app::App;

/// Nothing from elsewhere, nothing inline, no frames (CSP level 3).
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The longest address: the longest of the house, a search with every filter, has a few hundred bytes.
const LONGEST_ADDRESS: usize = 8_000;
/// The largest head: cookies are at most 4 KiB each, and Klatsch sets three.
const LARGEST_HEAD: usize = 32 * 1024;

/// Wraps every answer. It runs inside the layer that makes the [`Visit`].
pub async fn frame(State(app): State<App>, visit: Visit, request: Request, next: Next) -> Response {
    let asked = Asked {
        api: request.uri().path().starts_with("/api/"),
        get: request.method().is_safe(),
        route: route(&request),
    };
    let mut response = match refused(&visit, &request) {
        Some(failure) => failure.into_response(),
        None => next.run(request).await,
    };
    let failure = response.extensions_mut().remove::<Failure>().or_else(|| unnamed(&response));
    if let Some(failure) = failure {
        let allowed = response.headers_mut().remove(header::ALLOW);
        response = told(&app, &visit, &failure, &asked);
        if let Some(allowed) = allowed {
            response.headers_mut().insert(header::ALLOW, allowed);
        }
    } else if visit.flash.is_some() && is_html(&response) {
        let forget = format!("{FLASH_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        if let Ok(cookie) = HeaderValue::from_str(&forget) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    if asked.has_secret() {
        // A browser names only the site, to anybody. Not `no-referrer`: with that, browsers that know no
        // `Sec-Fetch-Site` call the origin of the button's post `null`, and it would be refused.
        let policy = HeaderValue::from_static("strict-origin");
        response.headers_mut().insert(header::REFERRER_POLICY, policy);
    }
    keep(&visit, response.headers_mut());
    guard(response.headers_mut(), app.is_secure());
    response
}

/// What was asked.
struct Asked {
    api: bool,
    get: bool,
    /// The route, as `/sign-in/{secret}`.
    route: Option<String>,
}

impl Asked {
    /// Whether the address itself is a secret.
    fn has_secret(&self) -> bool {
        self.route.as_ref().is_some_and(|route| route.contains("{secret}"))
    }
}

fn route(request: &Request) -> Option<String> {
    Some(request.extensions().get::<MatchedPath>()?.as_str().to_owned())
}

/// What is refused before anybody looks at it.
fn refused(visit: &Visit, request: &Request) -> Option<Failure> {
    let head = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum::<usize>();
    if visit.path.len() > LONGEST_ADDRESS {
        Some(Failure::LongAddress)
    } else if head > LARGEST_HEAD {
        Some(Failure::LargeHead)
    } else if !request.method().is_safe() && says_not_from_where(visit, request.headers()) {
        Some(Failure::refused("refused-cross-site"))
    } else {
        None
    }
}

/// Whether a browser that is signed in does not say where its post comes from. All browsers of the last
/// years say it, and their posts are judged by `CsrfLayer`; of an older one (Firefox before 70) only the
/// `Referer` can be asked, and without that nobody knows whether the person pressed the button. A program
/// has a key, not a session.
fn says_not_from_where(visit: &Visit, headers: &HeaderMap) -> bool {
    let session = visit.me.as_ref().is_some_and(|me| matches!(me.by, SignedBy::Session(_)));
    let told = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let from = headers.get(header::REFERER).and_then(|from| url::Url::parse(from.to_str().ok()?).ok());
    let here = from.zip(host).is_some_and(|(from, host)| from.authority() == host);
    session && !told && !here
}

/// What is shown to somebody is theirs alone: nothing keeps it, so that on a computer others use too
/// the way back shows nothing after signing out. What handlers say themselves holds.
fn keep(visit: &Visit, headers: &mut HeaderMap) {
    let usual = headers.get(header::CACHE_CONTROL).is_none_or(|value| value == "private, no-cache");
    // A file has a version: a browser that has it asks whether it may still show it.
    if usual && !headers.contains_key(header::ETAG) {
        let value = if visit.me.is_some() { "no-store" } else { "private, no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
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
        StatusCode::METHOD_NOT_ALLOWED => Some(Failure::WrongMethod),
        // What says so in words of its own (`/healthz`) keeps them.
        StatusCode::SERVICE_UNAVAILABLE if !is_plain(response) => Some(Failure::Busy),
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

#[derive(Template)]
#[template(path = "web/trouble.html")]
struct TroublePage {
    page: Page,
    sentence: String,
    posted: bool,
    status: u16,
}

/// The answer of a request whose visitor could not be recognised, since the database is in trouble: `visit`
/// is of nobody, and the page offers neither rooms nor the way in, for the person may well be signed in.
pub fn without_visitor(app: &App, visit: &Visit, failure: &Failure, request: &Parts) -> Response {
    let api = request.uri.path().starts_with("/api/");
    let route = request.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let asked = Asked { api, get: request.method.is_safe(), route };
    let mut response = told(app, visit, failure, &asked);
    keep(visit, response.headers_mut());
    guard(response.headers_mut(), app.is_secure());
    response
}

/// A trouble as a page: what it is, that it passes, and that what was sent can be sent again.
fn trouble(visit: &Visit, failure: &Failure, asked: &Asked) -> Result<String, askama::Error> {
    let title = visit.language.say(title(failure)).to_string();
    let mut page = Page::new(visit, "", title);
    if visit.me.is_none() {
        page.nav.clear();
    }
    let (sentence, status) = (failure.sentence(visit.language), failure.status().as_u16());
    TroublePage { page, sentence, posted: !asked.get, status }.render()
}

fn told(app: &App, visit: &Visit, failure: &Failure, asked: &Asked) -> Response {
    let api = asked.api;
    if let Failure::Trouble(trouble, error) = failure {
        app.trouble.note(*trouble);
        tracing::error!("{}: {error:#}", trouble.words());
    }
    let id = match failure {
        Failure::Unexpected(error) => {
            let id = app.new_id::<uuid::Uuid>().map(|id| id.simple().to_string()).unwrap_or_default();
            let path = match &asked.route {
                Some(route) if asked.has_secret() => route,
                _ => visit.path.split('?').next().unwrap_or_default(),
            };
            tracing::error!(id, path, "{error:#}");
            Some(id)
        }
        _ => None,
    };
    let mut response = if api {
        failure.problem(visit.language, id.as_deref())
    } else if matches!(failure, Failure::SignIn) {
        let next = if asked.get { visit.path.as_str() } else { "/" };
        let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        return go(format!("/sign-in?next={next}")).into_response();
    } else if matches!(failure, Failure::Trouble(..) | Failure::Busy) {
        match trouble(visit, failure, asked) {
            Ok(text) => html_text(failure.status(), text),
            Err(_) => failure.status().into_response(),
        }
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
    if let Some(seconds) = failure.patience() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
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
        Failure::Stale(_) | Failure::Used(_) => "failure-title-stale",
        Failure::TooMany(_) => "failure-title-too-many",
        Failure::Unexpected(_) => "failure-title-unexpected",
        Failure::Trouble(trouble, _) => super::failure::about(*trouble).0,
        Failure::Slow | Failure::Busy => "failure-title-slow",
        Failure::Invalid(_)
        | Failure::Malformed(_)
        | Failure::TooLarge
        | Failure::LongAddress
        | Failure::LargeHead
        | Failure::WrongMethod => "failure-title-malformed",
    }
}

/// Puts the security headers on an answer; `secure` where people come by HTTPS.
pub fn guard(headers: &mut HeaderMap, secure: bool) {
    if secure {
        // A year, as browsers and their lists ask for (RFC 6797). Not for names beside this one, which
        // are not ours to speak for.
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
        secure_cookies(headers);
    }
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

/// Every cookie travels over HTTPS only.
fn secure_cookies(headers: &mut HeaderMap) {
    let cookies: Vec<HeaderValue> = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    headers.remove(header::SET_COOKIE);
    for cookie in cookies {
        let named = cookie.to_str().is_ok_and(|cookie| cookie.contains("; Secure"));
        let cookie =
            if named { Ok(cookie) } else { HeaderValue::from_bytes(&[cookie.as_bytes(), b"; Secure"].concat()) };
        if let Ok(cookie) = cookie {
            headers.append(header::SET_COOKIE, cookie);
        }
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
