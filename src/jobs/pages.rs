//! What waits and what failed for good, for stewards.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::{Job, store};
use crate::app::App;
use crate::ids::JobId;
use crate::web::{Answer, Failure, Page, Path, Visit, go, html};

#[derive(Template)]
#[template(path = "jobs/list.html")]
struct List {
    page: Page,
    jobs: Vec<Job>,
}

/// `GET /admin/jobs`
pub async fn list(visit: Visit, State(app): State<App>) -> Answer {
    visit.steward()?;
    let jobs = store::all(&mut *app.read().await?).await?;
    html(&List { page: Page::new(&visit, "admin", visit.language.say("jobs-title").to_string()), jobs })
}

/// `POST /admin/jobs/{job}/again`
pub async fn again(visit: Visit, State(app): State<App>, Path(job): Path<JobId>) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let changed = store::revive(&mut db, job, app.now()).await?;
    db.commit().await?;
    if changed == 0 {
        return Err(Failure::NotFound);
    }
    app.jobs.notify_one();
    Ok(go("/admin/jobs").done(visit.language, "jobs-revived").into_response())
}

/// `POST /admin/jobs/{job}/drop`
pub async fn drop(visit: Visit, State(app): State<App>, Path(job): Path<JobId>) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let changed = store::bury(&mut db, job).await?;
    db.commit().await?;
    if changed == 0 {
        return Err(Failure::NotFound);
    }
    Ok(go("/admin/jobs").done(visit.language, "jobs-dropped").into_response())
}
