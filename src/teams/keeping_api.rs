//! A team confirmed, reminded, taken out and put back, and what it is made of: the same verbs as JSON.

use axum::extract::State as With;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::{keeping, pages, seats, store};
use crate::app::App;
use crate::ids::{NetworkId, PersonId, TeamId};
use crate::networks::seen;
use crate::people::Role;
use crate::web::{Answer, Failure, Input, Path, Visit, json};

/// The seats that make up a team of a network.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TeamSeats)]
pub struct SeatsItem {
    /// None as long as nobody said: then schools have no team yet.
    roles: Vec<Role>,
}

/// Who was reminded.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TeamReminded)]
struct Reminded {
    /// Who can complete the team; null where nobody is missing.
    reminded: Option<PersonId>,
}

/// The seats that make up a team of a network, for its members.
#[utoipa::path(get, path = "/api/v1/networks/{id}/seats", params(("id" = NetworkId, Path)), operation_id = "team_seats",
    responses((status = 200, body = SeatsItem), (status = 403), (status = 404)))]
pub async fn seats(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>) -> Answer {
    let mut db = app.read().await?;
    seen(&mut db, visit.me.as_ref(), id).await?.1.may_see_members()?;
    json(&SeatsItem { roles: store::seats(&mut db, id).await? })
}

/// Sets the seats that make up a team of a network, at least one: whoever leads it.
#[utoipa::path(put, path = "/api/v1/networks/{id}/seats", params(("id" = NetworkId, Path)), request_body = SeatsItem,
    operation_id = "set_team_seats",
    responses((status = 200, body = SeatsItem), (status = 403), (status = 404), (status = 422)))]
pub async fn set_seats(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    pages::set_seats_one(&visit, &app, id, &input).await?;
    json(&SeatsItem { roles: store::seats(&mut *app.read().await?, id).await? })
}

/// Frees a seat: nobody sits there any more, nor is asked to.
#[utoipa::path(delete, path = "/api/v1/teams/{id}/seats/{role}", operation_id = "empty_team_seat",
    params(("id" = TeamId, Path), ("role" = Role, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn empty(visit: Visit, With(app): With<App>, Path((id, role)): Path<(TeamId, String)>) -> Answer {
    let role: Role = role.parse().map_err(|()| Failure::NotFound)?;
    seats::empty_one(&visit, &app, id, |_| Some(role)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The school is in this year too.
#[utoipa::path(put, path = "/api/v1/teams/{id}/confirmed", params(("id" = TeamId, Path)), operation_id = "confirm_team",
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn confirm(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    keeping::confirm_one(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Reminds the one who can complete a team: whoever leads the network.
#[utoipa::path(post, path = "/api/v1/teams/{id}/remind", params(("id" = TeamId, Path)), operation_id = "remind_team",
    responses((status = 200, body = Reminded), (status = 403), (status = 404)))]
pub async fn remind(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    let (_, reminded) = keeping::remind_one(&visit, &app, id).await?;
    json(&Reminded { reminded })
}

/// Takes a team out of the year: whoever leads the network, or who began it.
#[utoipa::path(delete, path = "/api/v1/teams/{id}", params(("id" = TeamId, Path)), operation_id = "remove_team",
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn remove(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    keeping::set_removed(&visit, &app, id, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Puts a team back into the year, with everyone in it.
#[utoipa::path(post, path = "/api/v1/teams/{id}/restore", params(("id" = TeamId, Path)), operation_id = "restore_team",
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn restore(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    keeping::set_removed(&visit, &app, id, false).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
