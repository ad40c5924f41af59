//! `GET /`: what is on, and what is asked of me.

use askama::Template;
use axum::extract::State;

use super::notice::{Beside, Notice};
use crate::app::App;
use crate::clock::Instant;
use crate::gatherings::{self, Gathering, Viewer};
use crate::web::{Answer, Me, Page, Visit, html};

/// How far the front page looks ahead.
const DAYS: i64 = 14;

/// How many gatherings it shows at most.
const MOST: usize = 8;

/// Shows it: to nobody a welcome, to a person what is next, before `klatsch init` how to start.
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    if app.district().await?.is_nameless() {
        return html(&Start { page: Page::new(&visit, "home", visit.language.say("start-title").to_string()) });
    }
    match &visit.me {
        None => welcome(&visit, &app).await,
        Some(me) => home(&visit, me, &app).await,
    }
}

#[derive(Template)]
#[template(path = "noticeboard/pages/start.html")]
struct Start {
    page: Page,
}

#[derive(Template)]
#[template(path = "noticeboard/pages/welcome.html")]
struct Welcome {
    page: Page,
    coming: Vec<Notice>,
}

async fn welcome(visit: &Visit, app: &App) -> Answer {
    let mut db = app.read().await?;
    let coming = ahead(gatherings::between(&mut db, Viewer::of(visit), visit.now, Instant(i64::MAX), 5).await?);
    let beside = Beside::load(&mut db, visit).await?;
    html(&Welcome { page: Page::new(visit, "home", ""), coming: beside.notices(&coming) })
}

#[derive(Template)]
#[template(path = "noticeboard/pages/front.html")]
struct Front {
    page: Page,
    greeting: String,
    today: String,
    next: Option<Notice>,
    coming: Vec<Notice>,
    /// Whether `coming` lies beyond the two weeks, since there is nothing in them.
    beyond: bool,
}

async fn home(visit: &Visit, me: &Me, app: &App) -> Answer {
    let mut db = app.read().await?;
    let most = i64::try_from(MOST).unwrap_or(8);
    let coming = gatherings::between(&mut db, Viewer::of(visit), visit.now, Instant(i64::MAX), most).await?;
    let beside = Beside::load(&mut db, visit).await?;
    let next = coming.iter().find(|gathering| !gathering.is_cancelled()).map(|gathering| gathering.id);
    let horizon = visit.now.plus_days(DAYS);
    let beyond = coming.first().is_some_and(|gathering| gathering.starts_at > horizon);
    let rest: Vec<_> = coming
        .iter()
        .filter(|gathering| Some(gathering.id) != next && (beyond || gathering.starts_at <= horizon))
        .collect();
    let words = visit.language.words();
    let first = me.name.split_whitespace().next().unwrap_or_default();
    html(&Front {
        page: Page::new(visit, "home", ""),
        greeting: visit.language.say("front-hello").with("name", first).to_string(),
        today: calendar::words::capitalised(&words.date(visit.today, visit.today)),
        next: coming.iter().find(|gathering| Some(gathering.id) == next).map(|gathering| beside.notice(gathering)),
        coming: beside.notices(rest),
        beyond,
    })
}

/// Without those that were called off.
fn ahead(gatherings: Vec<Gathering>) -> Vec<Gathering> {
    gatherings.into_iter().filter(|gathering| !gathering.is_cancelled()).collect()
}
