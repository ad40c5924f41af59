//! What a change of a series would lose, as JSON.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::shapes::SeriesInput;
use crate::gatherings::Gathering;
use crate::gatherings::weigh::Turn;
use crate::ids::GatheringId;

/// A change of a series: any of its fields, from when on, and whether what goes may go.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, reason = "tells the OpenAPI document what is read field by field")]
pub struct SeriesChange {
    #[serde(flatten)]
    series: SeriesInput,
    /// `2026-02-04`: dates before it stay as they are. Left out, all that is to come changes.
    from: Option<String>,
    /// Whether dates may be lost.
    confirm: Option<bool>,
}

/// Problem details (RFC 9457) with what would be lost.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeriesLoss {
    /// `about:blank`
    r#type: &'static str,
    title: String,
    /// 409
    status: u16,
    /// Empty where the series has changed meanwhile.
    loss: Vec<LostDate>,
}

/// A date that would be lost.
#[derive(Debug, Serialize, ToSchema)]
pub struct LostDate {
    gathering: GatheringId,
    /// `2026-02-04`
    date: String,
    /// `cancelled` where people have a hand in it, else `removed`.
    becomes: &'static str,
    held: Vec<LostThing>,
}

/// What people have in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LostThing {
    /// `yes`, `maybe`, `waiting`, `no`, `topic`, `note`; others may come.
    kind: &'static str,
    count: i64,
}

impl SeriesLoss {
    /// Of a change that was not done.
    pub fn of(turn: &Turn, title: String) -> SeriesLoss {
        let lost = |gathering: &Gathering, becomes: &'static str| LostDate {
            gathering: gathering.id,
            date: gathering.date.to_string(),
            becomes,
            held: turn
                .stakes
                .get(&gathering.id)
                .map(Vec::as_slice)
                .unwrap_or_default()
                .iter()
                .map(|stake| LostThing { kind: stake.kind, count: stake.count })
                .collect(),
        };
        let cancelled = turn.cancelled.iter().map(|gathering| lost(gathering, "cancelled"));
        let removed = turn.removed.iter().map(|gathering| lost(gathering, "removed"));
        SeriesLoss { r#type: "about:blank", title, status: 409, loss: cancelled.chain(removed).collect() }
    }
}

impl IntoResponse for SeriesLoss {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self).unwrap_or_default();
        let kind = HeaderValue::from_static("application/problem+json");
        (StatusCode::CONFLICT, [(header::CONTENT_TYPE, kind)], body).into_response()
    }
}
