//! Answering before there is an account, by a link that a colleague shares.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::link::Link;
use super::newcomer::Newcomer;
use super::pages::{Questions, answer_of_key, blank};
use super::{deeds, form, letters, store};
use crate::app::App;
use crate::database::Connection;
use crate::identity;
use crate::people;
use crate::web::{Answer, Failure, Form, Input, Path, Problems, Visit, go, html, html_with};

/// How many answers and wishes for an account may come from one origin within a quarter of an hour: a staff room.
const MOST: i64 = 40;

fn subject(visit: &Visit) -> String {
    format!("newcomers {}", visit.origin)
}

/// The link of a secret, while it works, and who shared it.
async fn open(db: &mut Connection, visit: &Visit, secret: &str) -> Result<(Link, String), Failure> {
    let link = store::link(db, &identity::digest(secret)).await?.filter(|link| link.works(visit.now));
    let link = link.ok_or(Failure::NotFound)?;
    let from = people::standing(db, link.made_by).await?.ok_or(Failure::NotFound)?;
    Ok((link, from.name))
}

/// `GET /welcome/from/{secret}`: to somebody signed in, their own questions.
pub async fn form(visit: Visit, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    if visit.me.is_some() {
        return Ok(go("/welcome").into_response());
    }
    let mut db = app.read().await?;
    let (_, from) = open(&mut db, &visit, &secret).await?;
    let form = Form::new(visit.language, blank());
    let action = format!("/welcome/from/{secret}");
    html(&Questions::ask(&mut db, &visit, form, action).await?.from(from))
}

/// `POST /welcome/from/{secret}`
pub async fn answer(visit: Visit, State(app): State<App>, Path(secret): Path<String>, input: Input) -> Answer {
    if visit.me.is_some() {
        return Ok(go("/welcome").into_response());
    }
    let mut db = app.read().await?;
    identity::may_try(&mut db, &subject(&visit), MOST, visit.now).await?;
    let (link, from) = open(&mut db, &visit, &secret).await?;
    let mut problems = Problems::new();
    let five = form::read(&mut db, &input, &mut problems).await?;
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        let action = format!("/welcome/from/{secret}");
        let questions = Questions::ask(&mut db, &visit, form, action).await?.from(from);
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &questions);
    }
    let advice = deeds::advise(&mut db, &app, None, &five).await?;
    drop(db);
    let mut db = app.write().await?;
    let key = deeds::answer_by_link(&mut db, &app, &link, (&five, &advice)).await?;
    db.commit().await?;
    identity::failed(&app, &subject(&visit)).await?;
    Ok(go(format!("/welcome/kept/{}", key.reveal())).done(visit.language, "welcome-answered").into_response())
}

async fn kept(db: &mut Connection, visit: &Visit, secret: &str) -> Result<Newcomer, Failure> {
    store::of_key(db, &identity::digest(secret), visit.now).await?.ok_or(Failure::NotFound)
}

/// `GET /welcome/kept/{secret}`
pub async fn show(visit: Visit, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    let mut db = app.read().await?;
    let newcomer = kept(&mut db, &visit, &secret).await?;
    let form = Form::new(visit.language, Input::default());
    answer_of_key(&mut db, &visit, &app, &newcomer, (secret, form)).await
}

/// `POST /welcome/kept/{secret}`: asks for an account. Whether the address has one is never said; a steward is
/// told once.
pub async fn want(visit: Visit, State(app): State<App>, Path(secret): Path<String>, input: Input) -> Answer {
    let mut db = app.read().await?;
    identity::may_try(&mut db, &subject(&visit), MOST, visit.now).await?;
    let newcomer = kept(&mut db, &visit, &secret).await?;
    let mut problems = Problems::new();
    input.only(&["name", "email"], &mut problems);
    let name = input.line("name", 1..=200, &mut problems);
    let before = problems.len();
    let email = input.line("email", 1..=254, &mut problems).to_lowercase();
    if problems.len() == before && roster::people::email_fault(&email).is_some() {
        problems.add("email", "person-email-odd");
    }
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        return answer_of_key(&mut db, &visit, &app, &newcomer, (secret, form)).await;
    }
    drop(db);
    let mut db = app.write().await?;
    store::want(&mut db, newcomer.id, &name, &email, visit.now).await?;
    if newcomer.wanted_at.is_none() {
        letters::wants_account(&mut db, &app, &name).await?;
    }
    db.commit().await?;
    identity::failed(&app, &subject(&visit)).await?;
    Ok(go(format!("/welcome/kept/{secret}")).done(visit.language, "welcome-wanted").into_response())
}

/// `POST /welcome/kept/{secret}/forget`
pub async fn forget(visit: Visit, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    let newcomer = kept(&mut *app.read().await?, &visit, &secret).await?;
    let mut db = app.write().await?;
    store::delete(&mut db, newcomer.id).await?;
    db.commit().await?;
    Ok(go("/").done(visit.language, "welcome-forgotten").into_response())
}
