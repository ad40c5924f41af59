//! The same verbs as JSON.

use axum::extract::State as With;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::deeds::{present, year_of};
use super::rows::by_team;
use super::team::{Seat, State, missing};
use super::{at_school, pages, seats, store};
use crate::app::App;
use crate::ids::{NetworkId, PersonId, SchoolId, TeamId};
use crate::networks::seen;
use crate::people::Role;
use crate::schools;
use crate::web::{Answer, Failure, Input, Path, Visit, json, json_with};

/// A school team of the year that is under way.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Team)]
struct TeamItem {
    id: TeamId,
    school: SchoolId,
    /// Whether the school said that it is in this year too.
    confirmed: bool,
    seats: Vec<SeatItem>,
    /// The roles nobody is in.
    missing: Vec<Role>,
}

/// Who sits where.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Seat)]
struct SeatItem {
    role: Role,
    person: PersonId,
    state: State,
}

impl SeatItem {
    fn of(seat: Seat) -> SeatItem {
        SeatItem { role: seat.role, person: seat.person_id, state: seat.state }
    }
}

/// A team to begin.
#[derive(ToSchema)]
#[schema(as = NewTeam)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct TeamBody {
    school: SchoolId,
}

/// Somebody to sit on a seat.
#[derive(ToSchema)]
#[schema(as = NewSeat)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct SeatBody {
    role: Role,
    /// A name, an address or an identifier.
    person: String,
}

/// Whether somebody takes their seat.
#[derive(ToSchema)]
#[schema(as = SeatAnswer)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct AnswerBody {
    /// `accept` or `decline`.
    #[schema(pattern = "^(accept|decline)$")]
    answer: String,
}

/// The teams of a network in the year that is under way, for its members.
#[utoipa::path(get, path = "/api/v1/networks/{id}/teams", params(("id" = NetworkId, Path)),
    responses((status = 200, body = [TeamItem]), (status = 403), (status = 404)))]
pub async fn list(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>) -> Answer {
    json(&teams(&visit, &app, id).await?)
}

async fn teams(visit: &Visit, app: &App, id: NetworkId) -> Result<Vec<TeamItem>, Failure> {
    let mut db = app.read().await?;
    seen(&mut db, visit.me.as_ref(), id).await?.1.may_see_members()?;
    let Some(year) = year_of(&mut db, id).await? else { return Ok(Vec::new()) };
    let seats = store::seats(&mut db, id).await?;
    let taken = store::taken_in_year(&mut db, year.id).await?;
    let mut by_team = by_team(present(&mut db, id, taken).await?);
    let teams = store::of_year(&mut db, year.id).await?;
    Ok(teams
        .into_iter()
        .map(|team| {
            let of = by_team.remove(&team.id).unwrap_or_default();
            TeamItem {
                id: team.id,
                school: team.school_id,
                confirmed: team.confirmed,
                missing: missing(&seats, &of),
                seats: of.into_iter().map(SeatItem::of).collect(),
            }
        })
        .collect())
}

/// A team at the page of its school.
#[derive(Debug, Serialize, ToSchema)]
struct TeamAtSchool {
    id: TeamId,
    network: NetworkId,
    network_name: String,
    /// What the year is called.
    year: String,
    /// Whether the school said that it is in this year too.
    confirmed: bool,
    /// The roles nobody is in.
    missing: Vec<Role>,
    /// Who sits where; null for whoever is not in the network.
    seats: Option<Vec<SeatItem>>,
}

/// The teams of a school in the years that are under way, of the networks the asker may see.
#[utoipa::path(get, path = "/api/v1/schools/{id}/teams", params(("id" = SchoolId, Path)), operation_id = "teams_of_school",
    responses((status = 200, body = [TeamAtSchool]), (status = 401), (status = 404)))]
pub async fn of_school(visit: Visit, With(app): With<App>, Path(id): Path<SchoolId>) -> Answer {
    visit.me()?;
    let mut db = app.read().await?;
    let school = schools::school(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let item = |seen: at_school::Seen| TeamAtSchool {
        id: seen.team.id,
        network: seen.network.id,
        network_name: seen.network.name,
        year: seen.year,
        confirmed: seen.team.confirmed,
        missing: seen.missing,
        seats: seen.taken.map(|taken| taken.into_iter().map(SeatItem::of).collect()),
    };
    json(&at_school::seen(&mut db, &visit, &school).await?.into_iter().map(item).collect::<Vec<_>>())
}

/// Begins the team of a school.
#[utoipa::path(post, path = "/api/v1/networks/{id}/teams", params(("id" = NetworkId, Path)), request_body = TeamBody,
    responses((status = 201, body = [TeamItem]), (status = 403), (status = 404), (status = 422)))]
pub async fn begin(visit: Visit, With(app): With<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    pages::begin_one(&visit, &app, id, &input).await?;
    json_with(StatusCode::CREATED, &teams(&visit, &app, id).await?)
}

/// Names somebody for a seat; they are asked, unless they name themselves.
#[utoipa::path(put, path = "/api/v1/teams/{id}/seats", params(("id" = TeamId, Path)), request_body = SeatBody,
    responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn name(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>, input: Input) -> Answer {
    seats::name_one(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The asker takes the seat they were asked to take, or does not.
#[utoipa::path(put, path = "/api/v1/teams/{id}/answer", params(("id" = TeamId, Path)), request_body = AnswerBody,
    responses((status = 204), (status = 403), (status = 404), (status = 409, description = "answered already"), (status = 422)))]
pub async fn answer(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>, input: Input) -> Answer {
    seats::answer_one(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
