//! Series as JSON.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};

use super::shapes::{GatheringLine, GatheringList, SeriesDetail, SeriesInput, SeriesLine, SeriesList};
use crate::app::App;
use crate::gatherings::around::Around;
use crate::gatherings::change::{change, weigh};
use crate::gatherings::reading::{self, SERIES_FIELDS};
use crate::gatherings::whole::WholeSeries;
use crate::gatherings::{Viewer, found, series_rights, store};
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
    let around = Around::read(&mut *app.read().await?, &app).await?;
    let mut new = reading::series(&input, &around)?;
    if !new.hosts.contains(&me.id) {
        new.hosts.push(me.id);
    }
    let mut db = app.write().await?;
    let id = found(&mut db, &app, me.id, &new).await?;
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

/// Changes a series; hosts only. What is not sent stays, null empties. Coming dates that a new rule
/// leaves out are removed, or cancelled where people answered or proposed topics; those who said yes
/// are told.
#[utoipa::path(patch, path = "/api/v1/series/{series}", tag = "series",
    params(("series" = SeriesId, Path)), request_body = SeriesInput,
    responses((status = 200, body = SeriesDetail), (status = 401), (status = 403), (status = 404), (status = 409),
              (status = 422)))]
pub async fn patch(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, input: Input) -> Answer {
    visit.me()?;
    let mut db = app.write().await?;
    let series = store::lock_series(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let rights = series_rights(&mut db, &series, visit.me.as_ref()).await?;
    rights.may_host()?;
    let whole = WholeSeries::of(&mut db, series).await?;
    let around = Around::read(&mut db, &app).await?;
    fresh(&input, whole.series.version, SERIES_FIELDS)?;
    let new = reading::changed_series(&input.over(&whole.values(&around)), &around, &whole)?;
    let turn = weigh(&mut db, &app, &whole, &new).await?;
    change(&mut db, &app, &whole, &new, &turn).await?;
    let changed = store::series(&mut db, id).await?.ok_or(Failure::NotFound)?;
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
