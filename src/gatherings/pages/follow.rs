//! Taking the district's calendar over into a series that follows it: what would change is shown first.

use axum::extract::State;
use axum::response::IntoResponse;

use super::loss::{Asked, ask};
use super::series::hosted;
use crate::app::App;
use crate::gatherings::around::{Around, Typed};
use crate::gatherings::change::change;
use crate::gatherings::following::pending;
use crate::gatherings::store;
use crate::ids::SeriesId;
use crate::web::{Answer, Input, Path, Visit, go};

/// `GET /series/{series}/calendar`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    visit.me()?;
    let mut db = app.read().await?;
    let series = store::series(&mut db, id).await?;
    let (whole, _) = hosted(&mut db, &app, &visit, series, Typed::No).await?;
    match pending(&mut db, &app, &whole).await? {
        Some((_, turn)) => {
            let around = Around::showing(&mut db, &app, &turn.people()).await?;
            ask(&visit, &around, &whole, Asked::Calendar, &turn)
        }
        None => Ok(go(format!("/series/{id}")).done(visit.language, "plan-calendar-same").into_response()),
    }
}

/// `POST /series/{series}/calendar`
pub async fn apply(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, input: Input) -> Answer {
    visit.me()?;
    let mut db = app.write().await?;
    let series = store::lock_series(&mut db, id).await?;
    let (whole, _) = hosted(&mut db, &app, &visit, series, Typed::No).await?;
    let path = format!("/series/{id}");
    let Some((edit, turn)) = pending(&mut db, &app, &whole).await? else {
        return Ok(go(path).done(visit.language, "plan-calendar-same").into_response());
    };
    if input.typed("confirm") != turn.loss() {
        let around = Around::showing(&mut db, &app, &turn.people()).await?;
        return ask(&visit, &around, &whole, Asked::Calendar, &turn);
    }
    change(&mut db, &app, &whole, &edit, &turn).await?;
    db.commit().await?;
    Ok(go(path).done(visit.language, "plan-calendar-taken").into_response())
}
