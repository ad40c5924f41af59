//! Who someone is: sign-in by a mailed link or a password, sessions, API tokens, limits on attempts.
//!
//! Secrets are 256 random bits; the database keeps only their SHA-256, so that a leaked table opens
//! nothing. Passwords are argon2id, hashed off the async threads. Nothing here says whether an
//! address has an account.

mod account;
mod api_tokens;
mod browser;
mod limits;
mod link;
mod passwords;
mod recognise;
mod secret;
mod sign_in;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;

use crate::app::{App, Domain};
use crate::clock::Instant;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use api_tokens::{Scope, create as create_token};
pub use limits::{failed, may_do_more, may_try, may_write};
pub use recognise::{recognise, session_cookie, start_session};
pub use secret::{Secret, digest};
pub use sign_in::persona_link;
pub use store::end_all;

/// This room's pages.
pub const DOMAIN: Domain = Domain {
    name: "identity",
    pages: || {
        Routes::new()
            .get("/sign-in", sign_in::form)
            .post("/sign-in", sign_in::begin)
            .get("/sign-in/{secret}", sign_in::confirm)
            .post("/sign-in/{secret}", sign_in::complete)
            .get("/demo/{secret}", sign_in::persona)
            .post("/sign-out", sign_in::out)
            .get("/account", account::show)
            .post("/account/password", account::change_password)
            .post("/account/sessions/{session}/end", account::end_session)
            .post("/account/sessions/end-others", account::end_others)
            .post("/account/tokens", account::make_token)
            .post("/account/tokens/{token}/revoke", account::revoke_token)
    },
    api: OpenApiRouter::new,
    access: include_str!("access.txt"),
    jobs: || {
        vec![
            jobs::Kind { name: "sweep", title: "job-sweep", daily: true, run: |app, _| Box::pin(sweep(app)) },
            jobs::Kind {
                name: "sign-in",
                title: "job-sign-in",
                daily: false,
                run: |app, wish| Box::pin(link::send(app, wish)),
            },
        ]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};

/// Forgets links, sessions, tokens and attempts whose time is over.
async fn sweep(app: App) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    store::sweep(&mut db, app.now()).await?;
    db.commit().await?;
    Ok(())
}

/// How long a browser stays signed in without being used: 30 days.
pub const SESSION_DAYS: i64 = 30;

/// How long a mailed link works: 30 minutes.
pub const LINK_SECONDS: i64 = 30 * 60;

/// A session as its owner sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Session {
    /// Its identifier.
    pub id: crate::ids::SessionId,
    /// What the browser called itself.
    pub browser: String,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used (to the hour).
    pub seen_at: Instant,
}

impl Session {
    /// Whether it is the one the person is looking with.
    pub fn is_current(&self, current: &Option<crate::ids::SessionId>) -> bool {
        *current == Some(self.id)
    }

    /// Its browser in words a person recognises.
    pub fn told(&self) -> String {
        browser::told(&self.browser)
    }
}
