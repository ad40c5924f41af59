//! Series as JSON.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

use super::lost::{SeriesChange, SeriesLoss};
use super::shapes::{GatheringLine, GatheringList, SeriesDetail, SeriesInput, SeriesLine, SeriesList};
use crate::app::App;
use crate::gatherings::around::Around;
use crate::gatherings::change::change;
use crate::gatherings::reach::patched_series;
use crate::gatherings::reading::{self, SERIES_FIELDS};
use crate::gatherings::weigh::{Edit, weigh};
use crate::gatherings::whole::WholeSeries;
use crate::gatherings::{Made, Viewer, belonging, found, series_rights, store};
use crate::ids::SeriesId;
use crate::web::{Answer, Failure, Input, Message, Path, Problems, Query, Stretch, Visit, address, json, json_with};

/// How many series a page has.
const PAGE: i64 = 50;

/// The series that whoever asks may see, 50 a page, those that end latest first.
#[utoipa::path(get, path = "/api/v1/series", tag = "series",
    params(("page" = Option<i64>, Query, description = "From 1")),
    responses((status = 200, body = SeriesList), (status = 422)))]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let mut problems = Problems::new();
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    problems.or(())?;
    let seen = store::series_seen(&mut *app.read().await?, Viewer::of(&visit)).await?;
    let total = i64::try_from(seen.len()).unwrap_or_default();
    let (before, size) = (usize::try_from(stretch.offset()).unwrap_or(usize::MAX), usize::try_from(PAGE).unwrap_or(1));
    let items = seen.iter().skip(before).take(size).map(SeriesLine::of).collect();
    let next = stretch.after(total).map(|page| address("/api/v1/series", &[("page", &page.to_string())]));
    json(&SeriesList { items, total, next })
}

/// Makes a series and its gatherings. Any signed-in person may, and hosts it.
#[utoipa::path(post, path = "/api/v1/series", tag = "series", request_body = SeriesInput,
    responses((status = 201, body = SeriesDetail), (status = 401), (status = 422)))]
pub async fn make(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let around = Around::read(&mut db, &app).await?;
    let sent = belonging::read(&mut db, &visit, &input).await?;
    drop(db);
    let mut new = sent.and(reading::series(&sent.rest, &around))?;
    if !new.hosts.contains(&me.id) {
        new.hosts.push(me.id);
    }
    let mut db = app.write().await?;
    let id = found(&mut db, &app, me.id, &new).await?;
    sent.belong(&mut db, &app, Made::Series(id), me.id).await?;
    db.commit().await?;
    let mut response = json_with(StatusCode::CREATED, &detail(&visit, &app, id).await?)?;
    let location = HeaderValue::from_str(&format!("/api/v1/series/{id}")).map_err(anyhow::Error::from)?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

/// A series.
#[utoipa::path(get, path = "/api/v1/series/{series}", tag = "series",
    params(("series" = SeriesId, Path)),
    responses((status = 200, body = SeriesDetail), (status = 401), (status = 404)))]
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    json(&detail(&visit, &app, id).await?)
}

async fn detail(visit: &Visit, app: &App, id: SeriesId) -> Result<SeriesDetail, Failure> {
    let mut db = app.read().await?;
    let series = store::series(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let rights = series_rights(&mut db, &series, visit.me.as_ref()).await?;
    rights.may_see()?;
    Ok(SeriesDetail::of(WholeSeries::of(&mut db, series).await?, rights))
}

/// Changes a series; hosts only. What is not sent stays, null empties. With `from` the change holds from
/// that date on and what comes before stays; without it, for all that is to come. Dates that move to another
/// day of their week stay the same gatherings. Coming dates that a new rule leaves out are removed, or
/// cancelled where people answered or proposed topics, and those who said yes are told: what would be lost
/// is answered with 409 until `confirm` is true.
#[utoipa::path(patch, path = "/api/v1/series/{series}", tag = "series",
    params(("series" = SeriesId, Path)), request_body = SeriesChange,
    responses((status = 200, body = SeriesDetail), (status = 401), (status = 403), (status = 404),
              (status = 409, body = SeriesLoss, description = "Somebody else was faster, or dates would be lost"),
              (status = 422)))]
pub async fn patch(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, mut input: Input) -> Answer {
    visit.me()?;
    let mut db = app.write().await?;
    let series = store::lock_series(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let rights = series_rights(&mut db, &series, visit.me.as_ref()).await?;
    rights.may_host()?;
    let whole = WholeSeries::of(&mut db, series).await?;
    let around = Around::read(&mut db, &app).await?;
    let mut problems = Problems::new();
    let from = input.date("from", &mut problems);
    let confirmed = input.ticked("confirm", &mut problems);
    problems.or(())?;
    ["from", "confirm"].iter().for_each(|field| input.take(field, &Input::default()));
    fresh(&input, whole.series.version, SERIES_FIELDS)?;
    let (base, new) = patched_series(input, &around, &whole, from)?;
    let edit = Edit { from, base, new };
    let turn = weigh(&mut db, &app, &whole, &edit).await?;
    if !turn.loss().is_empty() && !confirmed {
        return Ok(SeriesLoss::of(&turn, visit.language.say("plan-loss-title").to_string()).into_response());
    }
    let changed = change(&mut db, &app, &whole, &edit, &turn).await?;
    let answer = SeriesDetail::of(WholeSeries::of(&mut db, changed).await?, rights);
    db.commit().await?;
    json(&answer)
}

/// The gatherings of a series.
#[utoipa::path(get, path = "/api/v1/series/{series}/gatherings", tag = "series",
    params(("series" = SeriesId, Path)),
    responses((status = 200, body = GatheringList), (status = 401), (status = 404)))]
pub async fn gatherings(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let mut db = app.read().await?;
    let series = store::series(&mut db, id).await?.ok_or(Failure::NotFound)?;
    series_rights(&mut db, &series, visit.me.as_ref()).await?.may_see()?;
    let gatherings = store::gatherings_of(&mut db, id).await?;
    let items: Vec<_> = gatherings.iter().map(GatheringLine::of).collect();
    let total = i64::try_from(items.len()).unwrap_or_default();
    json(&GatheringList { items, total })
}

/// Whether a change knows the version it changes, where it names one, and sends only what there is.
pub fn fresh(input: &Input, version: i64, fields: &[&str]) -> Result<(), Failure> {
    let mut problems = Problems::new();
    input.only(fields, &mut problems);
    let known = input.number("version", 1..=i64::MAX, &mut problems);
    problems.or(())?;
    match known {
        Some(known) if known != version => {
            Err(Failure::Stale(Message::new("plan-stale").with("known", known).with("version", version)))
        }
        _ => Ok(()),
    }
}
