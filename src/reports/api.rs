//! The report as JSON.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::pages::figures;
use crate::app::App;
use crate::ids::{NetworkId, YearId};
use crate::web::{Answer, Path, Visit, json};

/// The report of a year.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkReport)]
struct Report {
    year: YearId,
    network: NetworkId,
    /// As `GET /api/v1/series/{id}/use` says it; its people are the members of the network.
    #[schema(value_type = Object)]
    figures: ledger::Use,
}

/// What a year of a network was: held, reached, spoken of. Groups under five people are hidden.
#[utoipa::path(get, path = "/api/v1/years/{id}/report", params(("id" = YearId, Path)),
    responses((status = 200, body = Report), (status = 403), (status = 404)))]
pub async fn report(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    let (year, network, figures) = figures(&visit, &app, id).await?;
    json(&Report { year: year.id, network: network.id, figures })
}
