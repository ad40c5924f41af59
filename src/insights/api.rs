//! The figures as JSON.

use axum::extract::State;

use super::load;
use super::pages::{period, seen};
use crate::app::App;
use crate::ids::SeriesId;
use crate::web::{Answer, Path, Problems, Query, Visit, json};

/// Does it get used?
///
/// `answer` is `told` or `too_few_to_tell` (fewer than three gatherings held). Every share has
/// `numerator`, `denominator` and `value`; a number that would show a group of under five people is
/// null with `"hidden": true`. A period is widened to whole months.
#[utoipa::path(get, path = "/api/v1/series/{id}/use",
    params(("id" = SeriesId, Path), ("from" = Option<String>, Query, description = "first day, as 2026-01-07"),
           ("to" = Option<String>, Query, description = "last day")),
    responses((status = 200, content_type = "application/json", description = "the figures")))]
pub async fn usage(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, Query(query): Query) -> Answer {
    let mut db = app.read().await?;
    let (series, _) = seen(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let asked = period(&query, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let loaded = load(&mut db, &series, asked, visit.now).await?;
    json(&ledger::use_of(&loaded.season))
}
