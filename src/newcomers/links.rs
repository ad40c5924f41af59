//! Sharing a link by which somebody new answers.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::link::{LINK_DAYS, Link, MOST_LINKS};
use super::store;
use crate::app::App;
use crate::identity::Secret;
use crate::ids::LinkId;
use crate::web::{Answer, Failure, Message, Page, Path, Visit, go, html};

#[derive(Template)]
#[template(path = "newcomers/pages/links.html")]
struct Links {
    page: Page,
    links: Vec<Link>,
    /// A link just made: shown this once.
    fresh: Option<String>,
    full: bool,
}

async fn page(visit: &Visit, app: &App, fresh: Option<String>) -> Answer {
    let me = visit.me()?;
    let links = store::links_of(&mut *app.read().await?, me.id, visit.now).await?;
    let full = links.len() >= MOST_LINKS;
    let page = Page::new(visit, "home", visit.language.say("welcome-links-title").to_string());
    html(&Links { page, links, fresh, full })
}

/// `GET /welcome/links`
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    page(&visit, &app, None).await
}

/// `POST /welcome/links`: makes one. It is shown this once, as the database keeps only its digest.
pub async fn make(visit: Visit, State(app): State<App>) -> Answer {
    let me = visit.me()?;
    if store::links_of(&mut *app.read().await?, me.id, visit.now).await?.len() >= MOST_LINKS {
        let most = i64::try_from(MOST_LINKS).unwrap_or(0);
        return Err(Failure::Refused(Message::new("welcome-links-many").with("most", most)));
    }
    let secret = Secret::new(app.chance).map_err(anyhow::Error::from)?;
    let link = Link {
        id: app.new_id().map_err(anyhow::Error::from)?,
        made_by: me.id,
        answers: 0,
        created_at: visit.now,
        expires_at: visit.now.plus_days(LINK_DAYS),
        revoked_at: None,
    };
    let mut db = app.write().await?;
    store::insert_link(&mut db, &link, &secret.digest()).await?;
    db.commit().await?;
    page(&visit, &app, Some(format!("{}/welcome/from/{}", app.url(), secret.reveal()))).await
}

/// `POST /welcome/links/{link}/revoke`
pub async fn revoke(visit: Visit, State(app): State<App>, Path(id): Path<LinkId>) -> Answer {
    set(&visit, &app, id, true).await?;
    let go = go("/welcome/links").done(visit.language, "welcome-link-revoked");
    Ok(go.undo(visit.language, format!("/welcome/links/{id}/restore"), &[]).into_response())
}

/// `POST /welcome/links/{link}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<LinkId>) -> Answer {
    set(&visit, &app, id, false).await?;
    Ok(go("/welcome/links").done(visit.language, "welcome-link-restored").into_response())
}

async fn set(visit: &Visit, app: &App, id: LinkId, away: bool) -> Result<(), Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let done = store::revoke_link(&mut db, id, me.id, away.then_some(visit.now)).await?;
    if done == 0 {
        return Err(Failure::NotFound);
    }
    db.commit().await?;
    Ok(())
}
