//! What hosts and buddies see: who was named to them, and what these let them know.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::deeds::{self, Tie};
use super::newcomer::{Newcomer, State as How};
use super::say::{self, Shown};
use super::{buddies, store};
use crate::app::App;
use crate::database::{Connection, Result};
use crate::ids::{NewcomerId, SchoolId};
use crate::people::{self, Card};
use crate::schools;
use crate::web::{Answer, Failure, Form, Input, Language, Page, Path, Problems, Visit, go, html, html_with};

/// How many newcomers a host's page lists.
const MOST: i64 = 50;

/// How long a greeting may be, in characters.
pub const GREETING: usize = 600;

/// A newcomer in a list.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where their card is; empty for one who has no account.
    pub href: String,
    /// Who they are.
    pub name: String,
    /// What they let be known, in one line.
    pub note: String,
    /// How far they are, in words.
    pub state: String,
    /// `yes`, `open` or `maybe`, for its colour.
    pub kind: &'static str,
    /// When they answered, in words.
    pub day: String,
}

/// Newcomers as rows; two queries for those of a page, and what each lets be known.
pub async fn rows(db: &mut Connection, page: &Page, newcomers: &[Newcomer]) -> Result<Vec<Row>> {
    let people: Vec<_> = newcomers.iter().filter_map(|newcomer| newcomer.person_id).collect();
    let cards = people::cards_of(db, &people).await?;
    let came = buddies::came(db, newcomers).await?;
    let mut at: Vec<SchoolId> = newcomers.iter().flat_map(|newcomer| newcomer.five().schools).collect();
    at.sort_unstable();
    at.dedup();
    let schools = schools::names_of(db, &at).await?;
    let mut rows = Vec::new();
    for newcomer in newcomers {
        let card = cards.iter().find(|card| Some(card.id) == newcomer.person_id);
        let told = say::told_with(&schools, page.tongue(), &newcomer.five());
        let state = newcomer.state(came.contains(&newcomer.id));
        rows.push(Row {
            href: card.map(|_| format!("/newcomers/{}", newcomer.id)).unwrap_or_default(),
            name: match card {
                Some(card) => card.name.clone(),
                None if newcomer.name.is_empty() => page.say("newcomers-without-account").to_string(),
                None => newcomer.name.clone(),
            },
            note: told.into_iter().map(|(_, said)| said).collect::<Vec<_>>().join(" · "),
            state: page.say(state.key()).to_string(),
            kind: match state {
                How::Came | How::Said => "yes",
                How::Wants => "open",
                How::Answered | How::Introduced | How::Asked => "maybe",
            },
            day: page.day(&newcomer.answered_at),
        });
    }
    Ok(rows)
}

#[derive(Template)]
#[template(path = "newcomers/pages/mine.html")]
struct Mine {
    page: Page,
    named: Vec<Row>,
    buddies: Vec<Row>,
    offers: bool,
}

/// `GET /newcomers`: who was named to the visitor, and whose buddy they are.
pub async fn mine(visit: Visit, State(app): State<App>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let page = Page::new(&visit, "home", visit.language.say("newcomers-title").to_string());
    let named = store::named_to(&mut db, me.id, MOST).await?;
    let named = rows(&mut db, &page, &named).await?;
    let of = store::of_buddy(&mut db, me.id).await?;
    let buddies = rows(&mut db, &page, &of).await?;
    let offers = store::offers(&mut db, me.id).await?;
    html(&Mine { page, named, buddies, offers })
}

#[derive(Template)]
#[template(path = "newcomers/pages/one.html")]
struct One {
    page: Page,
    id: NewcomerId,
    card: Card,
    told: Vec<(String, String)>,
    circles: Vec<Shown>,
    tie: Tie,
    state: String,
    form: Form,
    buddy: Option<Card>,
    /// Who may be their buddy: identifier and name.
    candidates: Vec<(String, String)>,
}

/// A newcomer with an account to whom the visitor is tied.
pub async fn open(db: &mut Connection, visit: &Visit, id: NewcomerId) -> std::result::Result<(Newcomer, Tie), Failure> {
    let me = visit.me()?;
    let newcomer = store::newcomer(db, id).await?.ok_or(Failure::NotFound)?;
    let tie = deeds::tie(db, &newcomer, (me.id, me.steward)).await?;
    Ok((newcomer, tie))
}

async fn shown(db: &mut Connection, visit: &Visit, app: &App, id: NewcomerId, form: Form) -> Answer {
    let (newcomer, tie) = open(db, visit, id).await?;
    let person = newcomer.person_id.ok_or(Failure::NotFound)?;
    let card = people::cards_of(db, &[person]).await?.into_iter().next().ok_or(Failure::NotFound)?;
    let mut circles = Vec::new();
    for named in store::circles(db, id).await? {
        circles.extend(say::seen(db, app, visit, &named).await?);
    }
    let buddy = match newcomer.buddy_id {
        Some(buddy) => people::cards_of(db, &[buddy]).await?.into_iter().next(),
        None => None,
    };
    let came = buddies::came(db, std::slice::from_ref(&newcomer)).await?.contains(&id);
    let status = if form.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let candidates = if buddy.is_none() { buddies::candidates(db, visit, &newcomer).await? } else { Vec::new() };
    let one = One {
        page: Page::new(visit, "home", card.name.clone()),
        id,
        told: say::told(db, visit.language, &newcomer.five()).await?,
        circles,
        tie,
        state: visit.language.say(newcomer.state(came).key()).to_string(),
        form,
        buddy,
        candidates,
        card,
    };
    html_with(status, &one)
}

/// A greeting to change or to send as it is.
fn greeting(language: Language, name: &str, host: &str) -> Input {
    let first = name.split_whitespace().next().unwrap_or_default();
    let words = language.say("newcomers-greeting").with("name", first).with("host", host).to_string();
    Input::filled([("words", words)])
}

/// `GET /newcomers/{newcomer}`
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let (newcomer, _) = open(&mut db, &visit, id).await?;
    let name = match newcomer.person_id {
        Some(person) => people::person(&mut db, person).await?.map(|person| person.name).unwrap_or_default(),
        None => String::new(),
    };
    let form = Form::new(visit.language, greeting(visit.language, &name, &me.name));
    shown(&mut db, &visit, &app, id, form).await
}

/// `POST /newcomers/{newcomer}/greet`
pub async fn greet(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>, input: Input) -> Answer {
    match send_greeting(&visit, &app, id, &input).await {
        Ok(()) => Ok(go(format!("/newcomers/{id}")).done(visit.language, "newcomers-greeted").into_response()),
        Err(Failure::Invalid(problems)) => {
            let form = Form::wrong(visit.language, input, problems);
            shown(&mut *app.read().await?, &visit, &app, id, form).await
        }
        Err(failure) => Err(failure),
    }
}

/// Sends a host's greeting.
pub async fn send_greeting(
    visit: &Visit,
    app: &App,
    id: NewcomerId,
    input: &Input,
) -> std::result::Result<(), Failure> {
    let me = visit.me()?;
    let (newcomer, tie) = open(&mut *app.read().await?, visit, id).await?;
    if !tie.host {
        return Err(Failure::refused("newcomers-refused-greet"));
    }
    let mut problems = Problems::new();
    input.only(&["words"], &mut problems);
    let words = input.text("words", 1..=GREETING, &mut problems);
    let words = problems.or(words)?;
    let mut db = app.write().await?;
    deeds::greet(&mut db, app, &newcomer, me.id, &words).await?;
    db.commit().await?;
    Ok(())
}
