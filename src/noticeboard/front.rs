//! `GET /`: what is on, and what is asked of me.

use std::collections::HashSet;

use askama::Template;
use axum::extract::State;

use super::beside::Beside;
use super::call::{Call, Card};
use super::notice::Notice;
use super::table::titles;
use crate::answers::{self, Counts};
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::{self, Gathering, Viewer};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::{Answer, Failure, Me, Page, Visit, html, public};
use crate::{attendance, newcomers, records, topics};

/// How far the front page looks ahead.
const DAYS: i64 = 14;

/// How many gatherings it lists at most.
const LISTED: usize = 8;

/// How many series it asks about at most; the list of series has the others.
const ASKED: usize = 2;

/// How many of the gatherings before a person it looks through for series to ask about.
const MOST: i64 = 40;

/// More gatherings than one person hosts.
const HOSTED: i64 = 500;

/// How many topics of the next gathering it names: the answer must stay in sight on a phone.
const TITLES: usize = 5;

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
    let coming = gatherings::between(&mut db, Viewer::of(visit), visit.now, Instant(i64::MAX), 5).await?;
    let at = coming.iter().map(|gathering| gathering.school_id);
    let beside = Beside::load(&mut db, visit).await?.at(&mut db, at).await?;
    public(visit, html(&Welcome { page: Page::new(visit, "home", ""), coming: beside.notices(&coming) }))
}

#[derive(Template)]
#[template(path = "noticeboard/pages/front.html")]
struct Front {
    page: Page,
    greeting: String,
    today: String,
    /// The gathering this person comes to or hosts next.
    next: Option<Notice>,
    call: Option<Call>,
    /// Whether they host it.
    hosting: bool,
    /// How many said what of it.
    counts: Counts,
    /// The titles of what is on its table.
    on_table: Vec<String>,
    /// How many more there are.
    further: usize,
    /// What a host still has to do.
    duties: Vec<Duty>,
    /// Whether five questions may show them where they fit in: they have not answered these, and said yes to nothing.
    new: bool,
    /// Series they have not answered.
    asked: Vec<Card>,
    /// How many more of those there are.
    more: usize,
    coming: Vec<Notice>,
    /// Whether `coming` lies beyond the two weeks, since there is nothing in them.
    beyond: bool,
}

async fn home(visit: &Visit, me: &Me, app: &App) -> Answer {
    let mut db = app.read().await?;
    let viewer = Viewer::of(visit);
    let ahead = gatherings::between(&mut db, viewer, visit.now, visit.now.plus_days(366), MOST).await?;
    let hosting = gatherings::hosted_by(&mut db, me.id, visit.now.plus_days(-DAYS), HOSTED).await?;
    let hosted: HashSet<GatheringId> = hosting.iter().map(|gathering| gathering.id).collect();
    let wishes = answers::series_answers_of(&mut db, me.id).await?;
    let beside = Beside::load(&mut db, visit).await?;
    let wanted = gatherings::some(&mut db, &beside.wanted().collect::<Vec<_>>()).await?;
    let at = ahead.iter().chain(&hosting).chain(&wanted).map(|gathering| gathering.school_id);
    let beside = beside.at(&mut db, at).await?;

    let is_ahead = |gathering: &&Gathering| !gathering.is_over(visit.now) && !gathering.is_cancelled();
    let next = hosting.iter().chain(&wanted).filter(is_ahead).min_by_key(|one| (one.starts_at, one.id));
    let mut call = None;
    let mut counts = Counts::default();
    let hosts_next = next.is_some_and(|next| hosted.contains(&next.id));
    let mut on_table = Vec::new();
    let mut further = 0;
    if let Some(next) = next {
        counts = answers::counts(&mut db, next.id).await?;
        let wish = next.series_id.and_then(|series| wishes.get(&series).copied());
        call =
            (!hosts_next || beside.mine(next.id).is_some()).then(|| Call::of_gathering(&beside, next, &counts, wish));
        let topics = topics::of_gathering(&mut db, next.id, me.id).await?;
        on_table = titles(&topics, topics::published(&mut db, next).await?.as_deref());
        further = on_table.len().saturating_sub(TITLES);
        on_table.truncate(TITLES);
    }
    let mut duties = duties(&mut db, &beside, &hosting).await?;
    duties.extend(records::waiting_for(&mut db, me.id).await?.into_iter().map(|waiting| {
        Duty {
            href: waiting.href,
            words: beside.language.say("duty-contest").with("name", waiting.name).to_string(),
            note: beside
                .language
                .say("duty-contest-note")
                .with("title", waiting.gathering.title)
                .with("date", beside.language.words().date(*waiting.gathering.date, beside.today))
                .to_string(),
        }
    }));

    let mut open: Vec<SeriesId> = Vec::new();
    for gathering in ahead.iter().filter(is_ahead).filter(|one| beside.mine(one.id).is_none()) {
        if let Some(series) = gathering.series_id.filter(|series| !wishes.contains_key(series))
            && !hosted.contains(&gathering.id)
            && !open.contains(&series)
        {
            open.push(series);
        }
    }
    let mut asked: Vec<Card> = Vec::new();
    for id in open.iter().copied().take(ASKED) {
        let Some(series) = gatherings::series(&mut db, id).await? else { continue };
        let upcoming = gatherings::upcoming_of(&mut db, id, visit.now).await?;
        let coming: Vec<&Gathering> = upcoming.iter().filter(is_ahead).collect();
        asked.push(Card::new(&beside, &series, &coming, None));
    }
    let more = open.len().saturating_sub(ASKED);
    let new = next.is_none() && wishes.is_empty() && newcomers::is_new(&mut db, me.id).await?;

    let horizon = visit.now.plus_days(DAYS);
    let rest: Vec<&Gathering> = ahead.iter().filter(|one| Some(one.id) != next.map(|next| next.id)).collect();
    let within: Vec<&Gathering> = rest.iter().copied().filter(|one| one.starts_at <= horizon).take(LISTED).collect();
    let beyond = within.is_empty();
    let listed = if beyond { rest.into_iter().take(3).collect() } else { within };
    let words = visit.language.words();
    let first = me.name.split_whitespace().next().unwrap_or_default();
    html(&Front {
        page: Page::new(visit, "home", ""),
        greeting: visit.language.say("front-hello").with("name", first).to_string(),
        today: calendar::words::capitalised(&words.date(visit.today, visit.today)),
        next: next.map(|next| beside.notice(next)),
        call,
        hosting: hosts_next,
        counts,
        on_table,
        further,
        duties,
        new,
        asked,
        more,
        coming: beside.notices(listed),
        beyond,
    })
}

/// Something a host still has to do.
struct Duty {
    href: String,
    words: String,
    note: String,
}

/// What is to do for the gatherings someone hosts: who came to those that were, the agenda of the next.
async fn duties(db: &mut Connection, beside: &Beside, hosting: &[Gathering]) -> Result<Vec<Duty>, Failure> {
    let language = beside.language;
    let date = |gathering: &Gathering| language.words().date(*gathering.date, beside.today);
    let mut duties = Vec::new();
    let over: Vec<&Gathering> = hosting.iter().filter(|gathering| gathering.is_held(beside.now)).collect();
    let series: HashSet<Option<SeriesId>> = over.iter().map(|gathering| gathering.series_id).collect();
    let mut taken: HashSet<GatheringId> = HashSet::new();
    for series in series.into_iter().flatten() {
        taken.extend(attendance::taken_in_series(db, series).await?.into_iter().map(|(gathering, _)| gathering));
    }
    for gathering in over {
        let alone = gathering.series_id.is_none();
        if taken.contains(&gathering.id) || (alone && !attendance::marks_of(db, gathering.id).await?.is_empty()) {
            continue;
        }
        duties.push(Duty {
            href: format!("/gatherings/{}/attendance", gathering.id),
            words: language.say("duty-attendance").with("date", date(gathering)).to_string(),
            note: gathering.title.clone(),
        });
    }
    let ahead = |gathering: &&Gathering| !gathering.is_over(beside.now) && !gathering.is_cancelled();
    if let Some(next) = hosting.iter().find(ahead) {
        if attendance::is_open(next, beside.now).is_ok() {
            duties.push(Duty {
                href: format!("/gatherings/{}/attendance", next.id),
                words: language.say("duty-here").to_string(),
                note: next.title.clone(),
            });
        }
        let topics = topics::of_gathering(db, next.id, PersonId(uuid::Uuid::nil())).await?;
        let waiting = topics.iter().filter(|on| on.topic.state == topics::State::Proposed).count();
        if waiting > 0 && next.starts_at <= beside.now.plus_days(7) && topics::published(db, next).await?.is_none() {
            duties.push(Duty {
                href: format!("/gatherings/{}/agenda", next.id),
                words: language.say("duty-agenda").with("date", date(next)).to_string(),
                note: language.say("duty-agenda-note").with("count", waiting).to_string(),
            });
        }
    }
    Ok(duties)
}
