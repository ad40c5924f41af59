//! Sets and roles as JSON, for those who look after Klatsch.

use std::collections::BTreeMap;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::difference::Changes;
use super::upload::{self, Import};
use super::{becomes, pages, store};
use crate::app::App;
use crate::ids::RosterImportId;
use crate::people::Role;
use crate::web::{Answer, Failure, Input, Language, Message, Path, Problems, Upload, Visit, json, json_with};

/// A set that was sent, and what came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RosterImport {
    id: RosterImportId,
    name: String,
    /// While it is `waiting` or `taking`, ask again.
    state: upload::State,
    /// `1.1` or `1.2`; empty before it was looked at.
    version: String,
    schools: u64,
    staff: u64,
    /// Users who were skipped, by their role in the standard.
    skipped: BTreeMap<String, u64>,
    school_changes: RosterChanges,
    people_changes: RosterChanges,
    errors: Vec<RosterProblem>,
    warnings: Vec<RosterProblem>,
}

/// How many are new, different, gone, as they were.
#[derive(Debug, Serialize, ToSchema)]
pub struct RosterChanges {
    add: u64,
    change: u64,
    leave: u64,
    unchanged: u64,
}

/// Something wrong or odd in a set.
#[derive(Debug, Serialize, ToSchema)]
pub struct RosterProblem {
    file: String,
    /// As a spreadsheet numbers it: the header is row 1.
    row: Option<u64>,
    column: Option<String>,
    problem: String,
}

/// A set to send.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, reason = "tells the OpenAPI document what is read as a form")]
pub struct RosterUpload {
    /// The set, a ZIP archive.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// How a set is taken over.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, reason = "tells the OpenAPI document what is read field by field")]
pub struct RosterTake {
    /// Of a hundred people whom sets brought, how many may leave; left out, it is the setting `leave_share`.
    #[schema(minimum = 0, maximum = 100)]
    leave_share: Option<i64>,
}

/// What the roles of the standard become: `none` gets no account.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, non_snake_case, reason = "tells the OpenAPI document what is read field by field")]
pub struct RosterRoles {
    administrator: String,
    aide: String,
    counselor: String,
    districtAdministrator: String,
    principal: String,
    proctor: String,
    siteAdministrator: String,
    systemAdministrator: String,
    teacher: String,
    /// None of the standard: a column `metadata.…` that calls somebody a librarian.
    librarian: String,
}

impl From<Changes> for RosterChanges {
    fn from(changes: Changes) -> RosterChanges {
        let Changes { add, change, leave, unchanged } = changes;
        RosterChanges { add, change, leave, unchanged }
    }
}

impl RosterImport {
    fn of(import: &Import, language: Language) -> RosterImport {
        let shown = import.shown();
        let lines = |lines: &[super::report::Line]| {
            let line = |line: &super::report::Line| RosterProblem {
                file: line.file.clone(),
                row: line.row,
                column: line.column.clone(),
                problem: if language == Language::French { line.fr.clone() } else { line.en.clone() },
            };
            lines.iter().map(line).collect()
        };
        RosterImport {
            id: import.id,
            name: import.name.clone(),
            state: import.state,
            schools: shown.schools,
            staff: shown.staff,
            school_changes: shown.of.schools.into(),
            people_changes: shown.of.people.into(),
            errors: lines(&shown.errors),
            warnings: lines(&shown.warnings),
            version: shown.version,
            skipped: shown.skipped,
        }
    }
}

/// What the roles of the standard become; stewards only.
#[utoipa::path(get, path = "/api/v1/rostering/roles", tag = "rostering",
    responses((status = 200, body = BTreeMap<String, String>), (status = 401), (status = 403)))]
pub async fn roles(visit: Visit, State(app): State<App>) -> Answer {
    visit.steward()?;
    let becomes = becomes::becomes(&mut *app.read().await?).await?;
    let roles: BTreeMap<String, &str> =
        becomes.into_iter().map(|becomes| (becomes.source, becomes.role.map_or("none", Role::word))).collect();
    json(&roles)
}

/// Says what the roles of the standard become; stewards only.
#[utoipa::path(put, path = "/api/v1/rostering/roles", tag = "rostering", request_body = RosterRoles,
    responses((status = 204), (status = 401), (status = 403), (status = 422)))]
pub async fn set_roles(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    visit.steward()?;
    let mut problems = Problems::new();
    input.only(&pages::sources(), &mut problems);
    problems.or(())?;
    let becomes = pages::read_roles(&input)?;
    let mut db = app.write().await?;
    store::set_becomes(&mut db, &becomes).await?;
    db.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Sends a set to be looked at; stewards only. Nothing is changed until it is taken.
#[utoipa::path(post, path = "/api/v1/rostering/imports", tag = "rostering",
    request_body(content = RosterUpload, content_type = "multipart/form-data"),
    responses((status = 202, body = RosterImport), (status = 401), (status = 403), (status = 422)))]
pub async fn send(visit: Visit, State(app): State<App>, request: Request) -> Answer {
    let me = visit.steward()?.id;
    let mut upload = Upload::read(&app, request).await?;
    match upload.file {
        Some(received) if upload.problems.is_empty() => {
            let import = upload::begin(&app, me, &received).await?;
            json_with(StatusCode::ACCEPTED, &RosterImport::of(&import, visit.language))
        }
        _ => {
            if upload.problems.is_empty() {
                upload.problems.add("file", "roster-problem-file");
            }
            Err(upload.problems.into())
        }
    }
}

/// A set that was sent, and what it does or did; stewards only.
#[utoipa::path(get, path = "/api/v1/rostering/imports/{import}", tag = "rostering",
    params(("import" = RosterImportId, Path)),
    responses((status = 200, body = RosterImport), (status = 401), (status = 403), (status = 404)))]
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<RosterImportId>) -> Answer {
    visit.steward()?;
    json(&RosterImport::of(&pages::found(&app, id).await?, visit.language))
}

/// Takes over a set that was looked at; stewards only.
#[utoipa::path(post, path = "/api/v1/rostering/imports/{import}/take", tag = "rostering",
    params(("import" = RosterImportId, Path)), request_body = RosterTake,
    responses((status = 202, body = RosterImport), (status = 401), (status = 403), (status = 404), (status = 409), (status = 422)))]
pub async fn take(visit: Visit, State(app): State<App>, Path(id): Path<RosterImportId>, input: Input) -> Answer {
    visit.steward()?;
    let import = pages::found(&app, id).await?;
    let mut problems = Problems::new();
    input.only(&["leave_share"], &mut problems);
    problems.or(())?;
    let share = pages::share(&input, &import)?;
    if !upload::take(&app, &import, share).await? {
        return Err(Failure::Stale(Message::new("roster-not-now")));
    }
    json_with(StatusCode::ACCEPTED, &RosterImport::of(&pages::found(&app, id).await?, visit.language))
}

/// Drops a set that is not to be taken; stewards only.
#[utoipa::path(delete, path = "/api/v1/rostering/imports/{import}", tag = "rostering",
    params(("import" = RosterImportId, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409)))]
pub async fn discard(visit: Visit, State(app): State<App>, Path(id): Path<RosterImportId>) -> Answer {
    visit.steward()?;
    let import = pages::found(&app, id).await?;
    if !upload::discard(&app, &import).await? {
        return Err(Failure::Stale(Message::new("roster-not-now")));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
