//! A person's own account: password, sessions, tokens.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::api_tokens::{self, Scope, Token};
use super::{Session, passwords, store};
use crate::app::App;
use crate::ids::{SessionId, TokenId};
use crate::web::{Answer, Failure, Form, Input, Me, Page, Path, Problems, SignedBy, Visit, go, html_with};

#[derive(Template)]
#[template(path = "identity/pages/account.html")]
struct Account {
    page: Page,
    form: Form,
    sessions: Vec<Session>,
    current: Option<SessionId>,
    tokens: Vec<Token>,
    /// A token just made: shown this once.
    fresh: Option<String>,
    has_password: bool,
}

fn current(me: &Me) -> Option<SessionId> {
    match me.by {
        SignedBy::Session(session) => Some(session),
        SignedBy::Token => None,
    }
}

async fn page(visit: &Visit, app: &App, status: StatusCode, form: Form, fresh: Option<String>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let account = Account {
        page: Page::new(visit, "account", visit.language.say("account-title").to_string()),
        form,
        sessions: store::sessions(&mut db, me.id, app.now()).await?,
        current: current(me),
        tokens: store::tokens(&mut db, me.id).await?,
        fresh,
        has_password: store::password(&mut db, me.id).await?.is_some(),
    };
    html_with(status, &account)
}

/// `GET /account`
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    let form = Form::new(visit.language, Input::filled([("days", "90".to_owned())]));
    page(&visit, &app, StatusCode::OK, form, None).await
}

/// `POST /account/password`: asks for the old one where there is one, and ends all other sessions.
pub async fn change_password(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let password = input.typed("password").to_owned();
    passwords::check(&password, &mut problems);
    if problems.is_empty()
        && let Some(kept) = store::password(&mut *app.read().await?, me.id).await?
    {
        super::limits::count(&app, &me.id.to_string(), &visit.origin).await?;
        if !passwords::verify(&app, input.typed("old").to_owned(), Some(kept)).await? {
            problems.add("old", "password-wrong");
        }
    }
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, Input::filled([("days", "90".to_owned())]), problems);
        return page(&visit, &app, StatusCode::UNPROCESSABLE_ENTITY, form, None).await;
    }
    passwords::set(&app, me.id, password).await?;
    let mut db = app.write().await?;
    store::end_others(&mut db, me.id, current(me)).await?;
    db.commit().await?;
    Ok(go("/account").done(visit.language, "password-set").into_response())
}

/// `POST /account/sessions/{session}/end`
pub async fn end_session(visit: Visit, State(app): State<App>, Path(session): Path<SessionId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let ended = store::end_session(&mut db, me.id, session).await?;
    db.commit().await?;
    if ended == 0 {
        return Err(Failure::NotFound);
    }
    Ok(go("/account").done(visit.language, "session-ended").into_response())
}

/// `POST /account/sessions/end-others`
pub async fn end_others(visit: Visit, State(app): State<App>) -> Answer {
    let me = visit.me()?;
    let mut db = app.write().await?;
    store::end_others(&mut db, me.id, current(me)).await?;
    db.commit().await?;
    Ok(go("/account").done(visit.language, "sessions-ended").into_response())
}

/// `POST /account/tokens`: makes a token and shows it on this page only.
pub async fn make_token(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let name = input.line("token_name", 1..=80, &mut problems);
    let scope = input.needed_choice::<Scope>("scope", &mut problems);
    let days = input.needed_number("days", 1..=365, &mut problems);
    let Some(scope) = scope.filter(|_| problems.is_empty()) else {
        let form = Form::wrong(visit.language, input, problems);
        return page(&visit, &app, StatusCode::UNPROCESSABLE_ENTITY, form, None).await;
    };
    let token = api_tokens::create(&app, me.id, &name, scope, days).await?;
    let form = Form::new(visit.language, Input::filled([("days", "90".to_owned())]));
    page(&visit, &app, StatusCode::OK, form, Some(token)).await
}

/// `POST /account/tokens/{token}/revoke`
pub async fn revoke_token(visit: Visit, State(app): State<App>, Path(token): Path<TokenId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let revoked = store::revoke_token(&mut db, me.id, token).await?;
    db.commit().await?;
    if revoked == 0 {
        return Err(Failure::NotFound);
    }
    Ok(go("/account").done(visit.language, "token-revoked").into_response())
}
