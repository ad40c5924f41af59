//! Signing in by a mailed link or a password, and out.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;

use super::recognise::{forget_session, start_session};
use super::secret::{Secret, digest};
use super::{limits, link, passwords, store};
use crate::app::App;
use crate::ids::PersonId;
use crate::people;
use crate::web::{
    Answer, Failure, Form, Input, Page, Path, Problems, Query, SignedBy, Visit, go, here, html, html_with,
};

#[derive(Template)]
#[template(path = "identity/pages/sign_in.html")]
struct SignIn {
    page: Page,
    form: Form,
    next: String,
}

#[derive(Template)]
#[template(path = "identity/pages/sent.html")]
struct Sent {
    page: Page,
    email: String,
}

#[derive(Template)]
#[template(path = "identity/pages/confirm.html")]
struct Confirm {
    page: Page,
    name: Option<String>,
    action: String,
}

fn next_of(input: &Input) -> String {
    let next = input.typed("next");
    if here(next) { next.to_owned() } else { "/".to_owned() }
}

/// `GET /sign-in?next=/path`
pub async fn form(visit: Visit, Query(query): Query) -> Answer {
    let next = next_of(&query);
    if visit.me.is_some() {
        return Ok(go(next).into_response());
    }
    let page = Page::new(&visit, "sign-in", visit.language.say("sign-in-title").to_string());
    html(&SignIn { page, form: Form::new(visit.language, Input::default()), next })
}

/// `POST /sign-in`: with a password signs in, without one mails a link. Whether the address has an
/// account is never said.
pub async fn begin(visit: Visit, State(app): State<App>, headers: HeaderMap, input: Input) -> Answer {
    let mut problems = Problems::new();
    let email = input.line("email", 1..=254, &mut problems).to_lowercase();
    if problems.is_empty() && !email.contains('@') {
        problems.add("email", "problem-email");
    }
    let next = next_of(&input);
    let password = input.typed("password").to_owned();
    let again = |input: Input, problems: Problems| {
        let page = Page::new(&visit, "sign-in", visit.language.say("sign-in-title").to_string());
        let form = Form::wrong(visit.language, input, problems);
        html_with(StatusCode::UNPROCESSABLE_ENTITY, &SignIn { page, form, next: next.clone() })
    };
    if !problems.is_empty() {
        return again(input, problems);
    }
    limits::count(&app, &email, &visit.origin).await?;
    if password.is_empty() {
        link::wish(&app, &email, &next, visit.language).await?;
        let page = Page::new(&visit, "sign-in", visit.language.say("sign-in-sent-title").to_string());
        return html(&Sent { page, email });
    }
    let person = people::by_email(&mut *app.read().await?, &email).await?.filter(|person| person.left_at.is_none());
    let kept = match &person {
        Some(person) => store::password(&mut *app.read().await?, person.id).await?,
        None => None,
    };
    let right = password.len() <= 4 * passwords::LONGEST && passwords::verify(&app, password, kept).await?;
    match person.filter(|_| right) {
        Some(person) => signed_in(&app, &visit, &headers, (person.id, &next)).await,
        None => again(input, Problems::one("password", "sign-in-wrong")),
    }
}

/// `GET /sign-in/{secret}`: a page with one button. Mail scanners follow links; only the button signs
/// in and uses the link up.
pub async fn confirm(visit: Visit, State(app): State<App>, Path(secret): Path<String>) -> Answer {
    let mut db = app.read().await?;
    let name = match store::link(&mut db, &digest(&secret), app.now()).await? {
        Some(link) => people::person(&mut db, link.person_id).await?.map(|person| person.name),
        None => None,
    };
    let page = Page::new(&visit, "sign-in", visit.language.say("sign-in-title").to_string());
    let status = if name.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let action = if name.is_some() { format!("/sign-in/{secret}") } else { String::new() };
    html_with(status, &Confirm { page, name, action })
}

/// `POST /sign-in/{secret}`
pub async fn complete(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(secret): Path<String>) -> Answer {
    let mut db = app.write().await?;
    let used = store::use_link(&mut db, &digest(&secret), app.now()).await?;
    db.commit().await?;
    match used {
        Some(link) => signed_in(&app, &visit, &headers, (link.person_id, link.next.as_deref().unwrap_or("/"))).await,
        None => {
            let page = Page::new(&visit, "sign-in", visit.language.say("sign-in-title").to_string());
            html_with(StatusCode::GONE, &Confirm { page, name: None, action: String::new() })
        }
    }
}

/// A link that signs a demo persona in at once, as often as one likes; only the demo answers it.
pub async fn persona_link(app: &App, person: PersonId) -> anyhow::Result<String> {
    let secret = Secret::new(app.chance)?;
    let now = app.now();
    let mut db = app.write().await?;
    store::insert_link(&mut db, &secret.digest(), person, "/", now, now.plus_days(365)).await?;
    db.commit().await?;
    Ok(format!("{}/demo/{}", app.url(), secret.reveal()))
}

/// `GET /demo/{secret}`
pub async fn persona(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(secret): Path<String>) -> Answer {
    if !app.demo {
        return Err(Failure::NotFound);
    }
    let link = store::link(&mut *app.read().await?, &digest(&secret), app.now()).await?.ok_or(Failure::NotFound)?;
    signed_in(&app, &visit, &headers, (link.person_id, "/")).await
}

/// Signs a browser in, with a session that is always new, and sends it on. The one it had before, if
/// somebody was signed in here, is over: its cookie is about to be forgotten.
async fn signed_in(app: &App, visit: &Visit, headers: &HeaderMap, (person, next): (PersonId, &str)) -> Answer {
    end_this(app, visit).await?;
    let browser = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let cookie = start_session(app, person, browser).await?;
    let mut response = go(next).into_response();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// `POST /sign-out`
pub async fn out(visit: Visit, State(app): State<App>) -> Answer {
    end_this(&app, &visit).await?;
    let mut response = go("/").done(visit.language, "signed-out").into_response();
    response.headers_mut().append(header::SET_COOKIE, forget_session(&app));
    Ok(response)
}

/// Ends the session this browser is signed in with.
async fn end_this(app: &App, visit: &Visit) -> Result<(), Failure> {
    if let Some(me) = &visit.me
        && let SignedBy::Session(session) = me.by
    {
        let mut db = app.write().await?;
        store::end_session(&mut db, me.id, session).await?;
        db.commit().await?;
    }
    Ok(())
}
