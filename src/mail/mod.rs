//! Letters. Until Klatsch talks SMTP, they are written as `.eml` files into `mail/` of the data
//! folder; the demo shows them on a page.
//!
//! A domain writes a [`Letter`] in its transaction; the job `mail` delivers it. A letter has an identity from the
//! moment it is written: a job that runs twice, as after a kill between the writing and the noting of it, puts the
//! same letter in the same place, and whoever carries letters knows it by its `Message-ID`.

mod folder;
mod pages;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

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
        vec![jobs::Kind {
            name: "mail",
            title: "job-mail",
            daily: false,
            run: |app, payload| Box::pin(folder::deliver(app, payload)),
        }]
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

/// A letter as it waits: what it is known by, and to whom the answer goes.
#[derive(Serialize, Deserialize)]
struct Answered {
    /// Letters of an older Klatsch have none.
    #[serde(default)]
    id: Option<Uuid>,
    #[serde(flatten)]
    letter: Letter,
    #[serde(default)]
    reply_to: Option<(String, String)>,
}

/// Sends a letter whose answer goes to a person, by name and address.
pub async fn send_from(
    db: &mut Writing,
    app: &App,
    letter: &Letter,
    (name, email): (&str, &str),
) -> anyhow::Result<()> {
    post(db, app, letter, Some((name.to_owned(), email.to_owned()))).await
}

/// Sends a letter once this transaction is committed.
pub async fn send(db: &mut Writing, app: &App, letter: &Letter) -> anyhow::Result<()> {
    post(db, app, letter, None).await
}

async fn post(db: &mut Writing, app: &App, letter: &Letter, reply_to: Option<(String, String)>) -> anyhow::Result<()> {
    let answered = Answered { id: Some(app.new_id()?), letter: letter.clone(), reply_to };
    jobs::enqueue(db, app, "mail", &answered, app.now(), None).await
}
