//! Letters. Until Klatsch talks SMTP, they are written as `.eml` files into `mail/` of the data
//! folder; the demo shows them on a page.
//!
//! A domain writes a [`Letter`] in its transaction; the job `mail` delivers it.

mod folder;
mod pages;

use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use crate::app::{App, Domain};
use crate::database::Writing;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use folder::{Delivered, delivered};

/// This room's pages.
pub const DOMAIN: Domain = Domain {
    name: "mail",
    pages: || Routes::new().get("/mailbox", pages::list).get("/mailbox/{name}", pages::letter),
    api: OpenApiRouter::new,
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind { name: "mail", daily: false, run: |app, payload| Box::pin(folder::deliver(app, payload)) }]
    },
    personal: Personal::NONE,
};

/// One letter to one person: plain text, in their language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Name of the person.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
}

/// Sends a letter once this transaction is committed.
pub async fn send(db: &mut Writing, app: &App, letter: &Letter) -> anyhow::Result<()> {
    jobs::enqueue(db, app, "mail", letter, app.now(), None).await
}
