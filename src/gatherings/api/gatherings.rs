//! Gatherings as JSON.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};

use super::series::fresh;
use super::shapes::{GatheringDetail, GatheringInput};
use crate::app::App;
use crate::gatherings::alone::{alter, gather, set_state};
use crate::gatherings::around::Around;
use crate::gatherings::reading::{self, ALONE_FIELDS, ONE_DATE_FIELDS};
use crate::gatherings::whole::WholeGathering;
use crate::gatherings::{Made, State as GatheringState, belonging, rights, store};
use crate::ids::GatheringId;
use crate::web::{Answer, Failure, Input, Path, Problems, Visit, json, json_with};

/// Makes a gathering that stands alone. Any signed-in person may, and hosts it.
#[utoipa::path(post, path = "/api/v1/gatherings", tag = "gatherings", request_body = GatheringInput,
    responses((status = 201, body = GatheringDetail), (status = 401), (status = 422)))]
pub async fn make(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let around = Around::read(&mut db, &app).await?;
    let sent = belonging::read(&mut db, &visit, &input).await?;
    drop(db);
    let mut new = sent.and(reading::gathering(&sent.rest, &around))?;
    if !new.hosts.contains(&me.id) {
        new.hosts.push(me.id);
    }
    let mut db = app.write().await?;
    let id = gather(&mut db, &app, me.id, &new).await?;
    sent.belong(&mut db, &app, Made::Gathering(id), me.id).await?;
    db.commit().await?;
    let mut response = json_with(StatusCode::CREATED, &detail(&visit, &app, id).await?)?;
    let location = HeaderValue::from_str(&format!("/api/v1/gatherings/{id}")).map_err(anyhow::Error::from)?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// A gathering.
#[utoipa::path(get, path = "/api/v1/gatherings/{gathering}", tag = "gatherings",
    params(("gathering" = GatheringId, Path)),
    responses((status = 200, body = GatheringDetail), (status = 401), (status = 404)))]
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    json(&detail(&visit, &app, id).await?)
}

async fn detail(visit: &Visit, app: &App, id: GatheringId) -> Result<GatheringDetail, Failure> {
    let mut db = app.read().await?;
    let gathering = store::gathering(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let rights = rights(&mut db, &gathering, visit.me.as_ref()).await?;
    rights.may_see()?;
    Ok(GatheringDetail::of(WholeGathering::of(&mut db, gathering).await?, rights))
}

/// Moves a gathering, calls it off, or changes what is said of it; hosts only. What is not sent stays,
/// null empties. Those who said yes are told of another date, time or place.
#[utoipa::path(patch, path = "/api/v1/gatherings/{gathering}", tag = "gatherings",
    params(("gathering" = GatheringId, Path)), request_body = GatheringInput,
    responses((status = 200, body = GatheringDetail), (status = 401), (status = 403), (status = 404), (status = 409),
              (status = 422)))]
pub async fn patch(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    visit.me()?;
    let mut db = app.write().await?;
    let gathering = store::lock(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let rights = rights(&mut db, &gathering, visit.me.as_ref()).await?;
    rights.may_host()?;
    let fields = if gathering.series_id.is_some() { ONE_DATE_FIELDS } else { ALONE_FIELDS };
    fresh(&input, gathering.version, fields)?;
    let mut problems = Problems::new();
    let state = input.choice::<GatheringState>("state", &mut problems).unwrap_or(gathering.state);
    problems.or(())?;
    let whole = WholeGathering::of(&mut db, gathering).await?;
    let around = Around::read(&mut db, &app).await?;
    let new = reading::changed_gathering(input, &around, &whole)?;
    let altered = alter(&mut db, &app, &whole.gathering, &new).await?;
    let note = altered.note.clone();
    let changed = set_state(&mut db, &app, &altered, state, note).await?;
    let answer = GatheringDetail::of(WholeGathering::of(&mut db, changed).await?, rights);
    db.commit().await?;
    json(&answer)
}
