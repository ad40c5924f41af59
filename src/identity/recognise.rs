//! The layer that knows who is asking: by the session cookie, or on `/api/` by a bearer token.

use std::net::{Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::{SESSION_DAYS, secret, store};
use crate::app::App;
use crate::clock::Instant;
use crate::ids::{PersonId, SessionId};
use crate::schools::District;
use crate::web::asked::{self, cookie};
use crate::web::{About, FLASH_COOKIE, Failure, Flash, Language, Me, SignedBy, Visit, guard, without_visitor};
use crate::{database, people};

/// Makes the [`Visit`] and hands it on.
pub async fn recognise(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = match visit(&app, &parts).await {
        Ok(visit) => visit,
        // A program whose key does not work is told so, also where it would not need one (RFC 6750
        // section 3.1); as nobody it would be shown less without a word.
        Err(Failure::SignIn) => {
            let mut response = Failure::SignIn.problem(Language::English, None);
            let challenge = HeaderValue::from_static("Bearer error=\"invalid_token\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
            guard(response.headers_mut(), app.is_secure());
            return response;
        }
        Err(failure) => {
            // Without a database nobody is recognised, but what is wrong can be said in their language.
            let nobody = about(&app, &parts, app.kept_district(), None);
            return without_visitor(&app, &nobody, &failure, &parts);
        }
    };
    parts.extensions.insert(visit);
    next.run(Request::from_parts(parts, body)).await
}

async fn visit(app: &App, request: &Parts) -> Result<Visit, Failure> {
    let district = app.district().await?;
    // Assets are the same for everyone: no look-up.
    let known = if request.uri.path().starts_with("/assets/") { None } else { known(app, request).await? };
    Ok(about(app, request, district, known))
}

fn about(app: &App, request: &Parts, district: Arc<District>, known: Option<Known>) -> Visit {
    let headers = &request.headers;
    let now = app.now();
    let zone = jiff::tz::TimeZone::get(&district.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let own = known.as_ref().and_then(|known| known.language.as_deref());
    let language = asked::language(headers, own, &district.language);
    Visit::new(About {
        language,
        me: known.map(|known| known.me),
        path: request.uri.path_and_query().map_or_else(String::new, ToString::to_string),
        now,
        today: now.timestamp().to_zoned_datetime(zone.clone()).date(),
        zone,
        flash: cookie(headers, FLASH_COOKIE).and_then(|value| Flash::of_cookie(&value)),
        demo: app.demo,
        district: district.name.as_str().into(),
        origin: origin(app, request),
        chance: app.chance,
    })
}

struct Known {
    me: Me,
    language: Option<String>,
}

async fn known(app: &App, request: &Parts) -> Result<Option<Known>, Failure> {
    let now = app.now();
    let bearer = text(&request.headers, header::AUTHORIZATION).and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
    });
    let api = request.uri.path().starts_with("/api/");
    if let (Some(token), true) = (bearer, api) {
        let mut db = app.read().await?;
        let digest = secret::digest(&token);
        let key = store::token(&mut db, &digest, now).await?.ok_or(Failure::SignIn)?;
        // A key that only reads does not work for writing.
        if !key.write && !request.method.is_safe() {
            return Err(Failure::SignIn);
        }
        let standing = people::standing(&mut db, key.person_id).await?;
        drop(db);
        if is_due(&key, now) {
            noted(note_token(app, &digest, now).await);
        }
        return Ok(standing.map(|standing| Known::new(standing, SignedBy::Token)));
    }
    let Some(value) = cookie(&request.headers, session_cookie(app)) else {
        return Ok(None);
    };
    let digest = secret::digest(&value);
    let mut db = app.read().await?;
    let Some(key) = store::session(&mut db, &digest, now).await? else {
        return Ok(None);
    };
    let standing = people::standing(&mut db, key.person_id).await?;
    drop(db);
    if is_due(&key, now) {
        noted(note_session(app, &digest, now).await);
    }
    Ok(standing.map(|standing| Known::new(standing, SignedBy::Session(SessionId(key.id)))))
}

async fn note_token(app: &App, digest: &[u8], now: Instant) -> database::Result<()> {
    let mut db = app.write().await?;
    store::token_used(&mut db, digest, now).await?;
    db.commit().await
}

async fn note_session(app: &App, digest: &[u8], now: Instant) -> database::Result<()> {
    let mut db = app.write().await?;
    store::session_seen(&mut db, digest, now, now.plus_days(SESSION_DAYS)).await?;
    db.commit().await
}

/// On a full disk people may still read, whether or not it can be noted that they did.
fn noted(done: database::Result<()>) {
    if let Err(error) = done {
        tracing::warn!("noting that a key was used: {error}");
    }
}

/// Whether the use of a key is worth a write: once an hour.
fn is_due(key: &store::Key, now: Instant) -> bool {
    key.seen_at.is_none_or(|seen| now > seen.plus_seconds(3600))
}

impl Known {
    fn new(standing: people::Standing, by: SignedBy) -> Known {
        let people::Standing { id, name, school_id, language, steward } = standing;
        Known { me: Me { id, name, school: school_id, steward, by }, language }
    }
}

/// The session cookie's name. Over HTTPS the prefix makes browsers refuse it from anywhere but this
/// host (RFC 6265bis section 4.1.3.2).
pub fn session_cookie(app: &App) -> &'static str {
    if app.is_secure() { "__Host-klatsch" } else { "klatsch" }
}

/// Signs a browser in and gives the cookie to set.
pub async fn start_session(app: &App, person: PersonId, browser: &str) -> Result<HeaderValue, Failure> {
    let secret = secret::Secret::new(app.chance)?;
    let now = app.now();
    let browser: String = browser.chars().take(200).collect();
    let mut db = app.write().await?;
    store::insert_session(&mut db, app.new_id()?, &secret.digest(), person, &browser, now, now.plus_days(SESSION_DAYS))
        .await?;
    db.commit().await?;
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let age = SESSION_DAYS * 86_400;
    let cookie =
        format!("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}", session_cookie(app), secret.reveal());
    Ok(HeaderValue::from_str(&cookie).map_err(anyhow::Error::from)?)
}

/// The cookie that forgets the session.
pub fn forget_session(app: &App) -> HeaderValue {
    if app.is_secure() {
        HeaderValue::from_static("__Host-klatsch=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure")
    } else {
        HeaderValue::from_static("klatsch=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

fn origin(app: &App, request: &Parts) -> String {
    let forwarded = app
        .config
        .trust_proxy
        .then(|| request.headers.get("x-forwarded-for")?.to_str().ok()?.rsplit(',').next())
        .flatten()
        .map(|address| address.trim().to_owned());
    let address = forwarded.unwrap_or_else(|| {
        let peer = request.extensions.get::<ConnectInfo<SocketAddr>>();
        peer.map_or_else(|| "unknown".to_owned(), |ConnectInfo(peer)| peer.ip().to_string())
    });
    network(address)
}

/// An IPv6 address stands for its /64: whoever has one address has all of them (RFC 6177).
fn network(address: String) -> String {
    match address.parse::<Ipv6Addr>() {
        Ok(six) if six.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = six.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        _ => address,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn who_has_a_whole_network_is_counted_as_one() {
        let network = |address: &str| super::network(address.to_owned());
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::7"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        assert_eq!(network("::ffff:192.0.2.1"), "::ffff:192.0.2.1");
    }
}
