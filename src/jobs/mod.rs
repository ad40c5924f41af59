//! Work to do later: one table in the same database, so that wanting it done and what caused it are
//! one transaction (an outbox).
//!
//! A worker claims a job with a lease; a job whose worker died is claimed again when the lease ends.
//! A job that fails is tried again later, ever more patiently; after [`TRIES`] it is dead, and a
//! steward sees it at `/admin/jobs`. Jobs must bear running twice.

mod pages;
mod store;
#[cfg(test)]
mod tests;
mod worker;

use std::future::Future;
use std::pin::Pin;

use utoipa_axum::router::OpenApiRouter;

use crate::app::{App, DOMAINS, Domain};
use crate::clock::Instant;
use crate::database::{Result, Writing};
use crate::ids::JobId;
use crate::personal::Personal;
use crate::web::Routes;

#[cfg(test)]
pub use worker::begin;
pub use worker::{run_due, work};

/// This room's pages.
pub const DOMAIN: Domain = Domain {
    name: "jobs",
    pages: || {
        Routes::new()
            .get("/admin/jobs", pages::list)
            .post("/admin/jobs/{job}/again", pages::again)
            .post("/admin/jobs/{job}/drop", pages::drop)
    },
    api: OpenApiRouter::new,
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};

/// How often a job is tried before it is dead.
pub const TRIES: i64 = 6;

/// How long a worker may take for one job, in seconds; then another may claim it.
pub const LEASE: i64 = 120;

/// A job under way.
pub type Running = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send>>;

/// A kind of job: its name and what runs it.
#[derive(Debug)]
pub struct Kind {
    /// The name in the table.
    pub name: &'static str,
    /// The key of what it does, as a steward reads it.
    pub title: &'static str,
    /// Whether the worker wants it once a day by itself.
    pub daily: bool,
    /// Runs it with its payload.
    pub run: fn(App, String) -> Running,
}

/// The kind of this name, where there is one.
fn kind(name: &str) -> Option<Kind> {
    #[cfg(test)]
    if name == tests::STOPS.name {
        return Some(tests::STOPS);
    }
    DOMAINS.iter().flat_map(|domain| (domain.jobs)()).find(|kind| kind.name == name)
}

/// Brings what is made from other tables up to them; when there is nothing to do, it only looks.
pub type CatchUp = for<'a> fn(&'a App) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>>;

/// A job in the table.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Job {
    /// Its identifier.
    pub id: JobId,
    /// Which kind.
    pub kind: String,
    /// What its kind needs to know, as JSON.
    pub payload: String,
    /// How often it was begun.
    pub attempts: i64,
    /// When it is due.
    pub run_at: Instant,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it was given up.
    pub dead_at: Option<Instant>,
}

impl Job {
    /// The key of what it does.
    pub fn title(&self) -> &'static str {
        kind(&self.kind).map_or("jobs-unknown", |kind| kind.title)
    }
}

/// Wants a job done at `run_at`, in the caller's transaction. With `once`, a waiting job of the same
/// name is enough and this adds nothing.
pub async fn enqueue(
    db: &mut Writing,
    app: &App,
    kind: &'static str,
    payload: &impl serde::Serialize,
    run_at: Instant,
    once: Option<&str>,
) -> anyhow::Result<()> {
    let payload = serde_json::to_string(payload)?;
    store::insert(db, app.new_id()?, kind, &payload, once, run_at, app.now()).await?;
    app.jobs.notify_one();
    Ok(())
}

/// How many jobs wait or are dead; a test app may not be dropped with one.
pub async fn left_over(app: &App) -> Result<Vec<Job>> {
    store::all(&mut *app.read().await?).await
}
