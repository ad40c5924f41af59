//! The page for the projector: large, without the house around it, the same for all who look.

use askama::Template;
use axum::extract::State as Of;

use super::look::Look;
use super::phone;
use crate::app::App;
use crate::gatherings::Gathering;
use crate::ids::GatheringId;
use crate::web::{Answer, Page, Path, Visit, html};

/// The page.
#[derive(Template)]
#[template(path = "projector/pages/screen.html")]
struct Screen {
    page: Page,
    look: Look,
    /// Where its events come from.
    events: String,
}

/// `GET /gatherings/{gathering}/projector`: for hosts.
pub async fn show(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let (gathering, _) = phone::hosted(&mut db, &visit, id).await?;
    drop(db);
    page(&visit, &app, gathering, format!("/gatherings/{id}/events")).await
}

/// The page of a gathering.
pub async fn page(visit: &Visit, app: &App, gathering: Gathering, events: String) -> Answer {
    let page = Page::new(visit, "gatherings", gathering.title.clone());
    html(&Screen { page, look: Look::at(app, visit, gathering).await?, events })
}
