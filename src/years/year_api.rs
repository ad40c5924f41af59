//! A year changed, put away and followed, and what is of it taken out again: the same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use utoipa::ToSchema;

use super::api::YearItem;
use super::linking::What;
use super::{editing, linking, news, pages};
use crate::app::App;
use crate::ids::{AnnouncementId, GatheringId, MilestoneId, NetworkId, SeriesId, YearId};
use crate::web::{Answer, Failure, Input, Message, Path, Visit, json_with};

/// What is to be changed of a year; what is left out stays.
#[derive(ToSchema)]
#[schema(as = NetworkYearChange)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct YearBody {
    /// 1 to 40 characters.
    title: Option<String>,
    /// `2025-09-01`
    first_date: Option<String>,
    /// `2026-06-30`
    last_date: Option<String>,
    /// All of them, each perhaps with its day first: `2025-10-14 First gathering`. One that was there under the same
    /// title or at the same place stays the gathering it is.
    milestones: Option<Vec<String>>,
    /// The version that was seen; without it, the change is for any.
    version: Option<i64>,
}

/// The gathering that a milestone is.
#[derive(ToSchema)]
#[schema(as = MilestoneGathering)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct GatheringBody {
    /// One of the network's.
    gathering: GatheringId,
}

async fn shown(visit: &Visit, app: &App, id: YearId, status: StatusCode) -> Answer {
    let mut db = app.read().await?;
    let (year, _, _) = pages::one(&mut db, visit, id).await?;
    json_with(status, &YearItem::of(&mut db, year).await?)
}

/// A year of a network, for its members.
#[utoipa::path(get, path = "/api/v1/years/{id}", params(("id" = YearId, Path)), operation_id = "year",
    responses((status = 200, body = YearItem), (status = 403), (status = 404)))]
pub async fn year(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    shown(&visit, &app, id, StatusCode::OK).await
}

/// Changes a year: only what is sent. With `version`, only if nobody changed it since.
#[utoipa::path(patch, path = "/api/v1/years/{id}", params(("id" = YearId, Path)), operation_id = "change_year",
    request_body = YearBody,
    responses((status = 200, body = YearItem), (status = 403, description = "also when it was put away"), (status = 404),
              (status = 409, description = "it has another version by now"), (status = 422)))]
pub async fn change(visit: Visit, State(app): State<App>, Path(id): Path<YearId>, input: Input) -> Answer {
    editing::change_one(&visit, &app, id, input).await?;
    shown(&visit, &app, id, StatusCode::OK).await
}

/// Puts a year away; it stays to be read.
#[utoipa::path(put, path = "/api/v1/years/{id}/archived", params(("id" = YearId, Path)), operation_id = "archive_year",
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn archive(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    pages::set_archived(&visit, &app, id, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes a year out again that was put away.
#[utoipa::path(delete, path = "/api/v1/years/{id}/archived", params(("id" = YearId, Path)), operation_id = "restore_year",
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    pages::set_archived(&visit, &app, id, false).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Puts a year away and begins the one after it, with the same milestones and teams.
#[utoipa::path(post, path = "/api/v1/years/{id}/next", params(("id" = YearId, Path)), operation_id = "begin_next_year",
    responses((status = 201, body = YearItem), (status = 403), (status = 404),
              (status = 409, description = "it is there already")))]
pub async fn next(visit: Visit, State(app): State<App>, Path(id): Path<YearId>) -> Answer {
    match pages::next_one(&visit, &app, id).await? {
        Ok(next) => shown(&visit, &app, next, StatusCode::CREATED).await,
        Err(_) => Err(Failure::Stale(Message::new("years-next-there"))),
    }
}

/// Says which gathering of the network a milestone is.
#[utoipa::path(put, path = "/api/v1/milestones/{id}/gathering", params(("id" = MilestoneId, Path)),
    operation_id = "set_gathering_of_milestone", request_body = GatheringBody,
    responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn set_gathering(visit: Visit, State(app): State<App>, Path(id): Path<MilestoneId>, input: Input) -> Answer {
    let which = |problems: &mut _| {
        input.only(&["gathering"], problems);
        input.needed_choice("gathering", problems)
    };
    pages::link_one(&visit, &app, id, which).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says that a milestone is no gathering.
#[utoipa::path(delete, path = "/api/v1/milestones/{id}/gathering", params(("id" = MilestoneId, Path)),
    operation_id = "unset_gathering_of_milestone",
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn unset_gathering(visit: Visit, State(app): State<App>, Path(id): Path<MilestoneId>) -> Answer {
    pages::link_one(&visit, &app, id, |_| None).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A series is the network's no more. Who was invited stays invited.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/series/{series}", operation_id = "unlink_series_of_network",
    params(("id" = NetworkId, Path), ("series" = SeriesId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn unlink_series(
    visit: Visit,
    State(app): State<App>,
    Path((id, series)): Path<(NetworkId, SeriesId)>,
) -> Answer {
    linking::remove_one(&visit, &app, id, What::Series(series)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A gathering that was the network's by itself is so no more. Who was invited stays invited.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/gatherings/{gathering}", operation_id = "unlink_gathering_of_network",
    params(("id" = NetworkId, Path), ("gathering" = GatheringId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn unlink_gathering(
    visit: Visit,
    State(app): State<App>,
    Path((id, gathering)): Path<(NetworkId, GatheringId)>,
) -> Answer {
    linking::remove_one(&visit, &app, id, What::Gathering(gathering)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes an announcement down.
#[utoipa::path(delete, path = "/api/v1/announcements/{id}", params(("id" = AnnouncementId, Path)),
    operation_id = "take_announcement_down", responses((status = 204), (status = 403), (status = 404)))]
pub async fn take_down(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    news::set_removed(&visit, &app, id, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Puts an announcement up again that was taken down.
#[utoipa::path(post, path = "/api/v1/announcements/{id}/restore", params(("id" = AnnouncementId, Path)),
    operation_id = "put_announcement_up", responses((status = 204), (status = 403), (status = 404)))]
pub async fn put_up(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    news::set_removed(&visit, &app, id, false).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
