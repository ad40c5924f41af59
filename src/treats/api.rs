//! The same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::{deeds, part};
use crate::app::App;
use crate::ids::{GatheringId, TreatId};
use crate::web::{Answer, Failure, Input, Path, Visit, json, json_with};

/// A treat as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Treat)]
struct Shown {
    id: TreatId,
    title: String,
    /// How many are wished for.
    wanted: i64,
    /// How many are promised.
    promised: i64,
    /// Who brings it; nobody to those who are not signed in.
    who: Vec<String>,
    /// How many the asker brings.
    mine: i64,
}

/// A treat to add. Who does not host can only add what they bring: one, and theirs.
#[derive(ToSchema)]
#[schema(as = NewTreat)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct NewTreatBody {
    treat: String,
    /// 1 to 99; 1 where nothing is said.
    wanted: Option<i64>,
    mine: Option<bool>,
}

async fn shown(visit: &Visit, app: &App, gathering: GatheringId) -> Result<Vec<Shown>, Failure> {
    let list = part::list(&mut *app.read().await?, visit, gathering, false).await?;
    let shown = list.into_iter().map(|one| Shown {
        id: one.treat.id,
        title: one.treat.title,
        wanted: one.treat.wanted,
        promised: one.promised,
        who: one.who,
        mine: one.mine,
    });
    Ok(shown.collect())
}

/// Who brings what to a gathering.
#[utoipa::path(get, path = "/api/v1/gatherings/{id}/treats", params(("id" = GatheringId, Path)),
    responses((status = 200, body = [Shown]), (status = 404)))]
pub async fn list(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    deeds::open(&mut *app.read().await?, &visit, id).await?;
    json(&shown(&visit, &app, id).await?)
}

/// Puts something on the list.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/treats", params(("id" = GatheringId, Path)), request_body = NewTreatBody,
    responses((status = 201, body = [Shown]), (status = 403), (status = 404), (status = 422)))]
pub async fn add(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    deeds::add_treat(&visit, &app, id, &input).await?;
    json_with(StatusCode::CREATED, &shown(&visit, &app, id).await?)
}

/// Promises one of a treat.
#[utoipa::path(put, path = "/api/v1/treats/{id}/claim", params(("id" = TreatId, Path)),
    responses((status = 204), (status = 403), (status = 404), (status = 409, description = "all of it is promised")))]
pub async fn claim(visit: Visit, State(app): State<App>, Path(id): Path<TreatId>) -> Answer {
    deeds::promise(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes the asker's promise back.
#[utoipa::path(delete, path = "/api/v1/treats/{id}/claim", params(("id" = TreatId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn unclaim(visit: Visit, State(app): State<App>, Path(id): Path<TreatId>) -> Answer {
    deeds::take_back(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes a treat off the list.
#[utoipa::path(delete, path = "/api/v1/treats/{id}", params(("id" = TreatId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<TreatId>) -> Answer {
    deeds::put_away(&visit, &app, id, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
