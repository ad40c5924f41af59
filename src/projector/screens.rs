//! Screens: a computer in the library shows a gathering without anyone signed in on it.
//!
//! The host's phone shows eight characters, good once and for a quarter of an hour; typed on the computer
//! they are exchanged for a cookie of 256 random bits. No secret stands in the address of the page, which
//! everybody in the room can read. The host ends a screen at any time; it ends by itself two hours after
//! the gathering.

use askama::Template;
use axum::extract::State as Of;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

use super::store::{self, Screen};
use super::{phone, screen};
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings;
use crate::identity::{self, Secret};
use crate::ids::{GatheringId, ScreenId};
use crate::web::asked::cookie;
use crate::web::{Answer, Failure, Form, Input, Page, Path, Problems, Visit, go, html, html_with};

/// How long a code is good, in seconds.
const CODE: i64 = 15 * 60;

/// How long after the end of its gathering a screen still shows it, in seconds.
const AFTER: i64 = 2 * 3600;

/// Wrong codes allowed from one origin within a quarter of an hour.
const MOST_WRONG: i64 = 30;

/// The characters of a code: Crockford's base 32, in which none looks like another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The cookie of a computer that is a screen.
const COOKIE: &str = "klatsch-screen";

/// A screen as the host's phone lists it.
#[derive(Debug)]
pub struct Shown {
    /// Its identifier.
    pub id: ScreenId,
    /// Whether a computer shows it.
    pub paired: bool,
    /// `Until 14:45`
    pub until: String,
}

#[derive(Template)]
#[template(path = "projector/pages/code.html")]
struct CodePage {
    page: Page,
    gathering: gatherings::Gathering,
    code: String,
    address: String,
}

#[derive(Template)]
#[template(path = "projector/pages/pair.html")]
struct Pair {
    page: Page,
    form: Form,
}

/// The screens of a gathering, for its host.
pub async fn of_gathering(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<Vec<Shown>, Failure> {
    let screens = store::screens(db, id, visit.now.plus_seconds(-CODE), visit.now).await?;
    let until = |at: Instant| {
        let time = at.timestamp().to_zoned_datetime(visit.zone.clone()).time();
        visit.language.say("screen-until").with("time", visit.language.words().time(time)).to_string()
    };
    let shown = |screen: Screen| Shown { id: screen.id, paired: screen.paired, until: until(screen.expires_at) };
    Ok(screens.into_iter().map(shown).collect())
}

/// A code as it was typed: without gaps, in capitals, with the letters that are taken for digits as such.
fn read(typed: &str) -> String {
    let letter = |letter: char| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    typed.chars().filter(|letter| letter.is_ascii_alphanumeric()).map(letter).collect()
}

/// `POST /gatherings/{gathering}/screens`: a code to type on another computer.
pub async fn make(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.write().await?;
    let (gathering, me) = phone::hosted(&mut db, &visit, id).await?;
    let expires_at = gathering.ends_at.plus_seconds(AFTER);
    if expires_at <= visit.now {
        return Err(Failure::refused("projector-late"));
    }
    let random: [u8; 8] = app.chance.bytes()?;
    let code: String = random
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(byte & 31)))
        .map(|letter| char::from(*letter))
        .collect();
    let new = Screen { id: app.new_id()?, gathering_id: id, paired: false, expires_at };
    store::insert_screen(&mut db, &new, &identity::digest(&code), me.id, visit.now).await?;
    db.commit().await?;
    let url = app.url();
    let bare = url.split_once("://").map_or(url.as_str(), |(_, bare)| bare);
    let (first, second) = code.split_at_checked(4).unwrap_or((&code, ""));
    html(&CodePage {
        page: Page::new(&visit, "gatherings", visit.language.say("screen-title").to_string()),
        code: format!("{first}\u{2011}{second}"),
        address: format!("{bare}/screen"),
        gathering,
    })
}

/// `POST /gatherings/{gathering}/screens/{screen}/end`
pub async fn end(visit: Visit, Of(app): Of<App>, Path((id, screen)): Path<(GatheringId, ScreenId)>) -> Answer {
    let mut db = app.write().await?;
    phone::hosted(&mut db, &visit, id).await?;
    store::end_screen(&mut db, id, screen).await?;
    db.commit().await?;
    Ok(go(format!("/gatherings/{id}/run")).done(visit.language, "screen-ended").into_response())
}

/// What this computer is a screen of, if it is one.
pub async fn shown(app: &App, headers: &HeaderMap) -> Result<Option<GatheringId>, Failure> {
    let Some(secret) = cookie(headers, COOKIE) else { return Ok(None) };
    let mut db = app.read().await?;
    let screen = store::screen(&mut db, &identity::digest(&secret), app.now()).await?;
    Ok(screen.map(|screen| screen.gathering_id))
}

/// `GET /screen`: the gathering, or the form for the code.
pub async fn show(visit: Visit, Of(app): Of<App>, headers: HeaderMap) -> Answer {
    if let Some(id) = shown(&app, &headers).await? {
        let gathering = gatherings::gathering(&mut *app.read().await?, id).await?.ok_or(Failure::NotFound)?;
        return screen::page(&visit, &app, gathering, "/screen/events".to_owned()).await;
    }
    form(&visit, Input::default(), Problems::new())
}

fn form(visit: &Visit, input: Input, problems: Problems) -> Answer {
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page::new(visit, "gatherings", visit.language.say("screen-title").to_string());
    html_with(status, &Pair { page, form: Form::wrong(visit.language, input, problems) })
}

/// `POST /screen`: exchanges a code for the cookie.
pub async fn pair(visit: Visit, Of(app): Of<App>, input: Input) -> Answer {
    let mut problems = Problems::new();
    let typed = input.line("code", 1..=30, &mut problems);
    if !problems.is_empty() {
        return form(&visit, input, problems);
    }
    let subject = format!("screen {}", visit.origin);
    let mut db = app.write().await?;
    identity::may_try(&mut db, &subject, MOST_WRONG, visit.now).await?;
    let secret = Secret::new(app.chance)?;
    let code = identity::digest(&read(&typed));
    let made_since = visit.now.plus_seconds(-CODE);
    let Some(screen) = store::pair(&mut db, &code, &secret.digest(), made_since, visit.now).await? else {
        drop(db);
        identity::failed(&app, &subject).await?;
        return form(&visit, input, Problems::one("code", "screen-wrong"));
    };
    db.commit().await?;
    let seconds = (screen.expires_at.0 - visit.now.0) / 1_000_000;
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={}; Path=/screen; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", secret.reveal());
    let mut response = go("/screen").into_response();
    let cookie = HeaderValue::from_str(&cookie).map_err(anyhow::Error::from)?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
