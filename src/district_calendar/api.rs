//! The district's calendar as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::day::ends;
use super::import::{compared, read_input};
use super::{Day, Kind, NewDay, school_year, store, tell};
use crate::app::App;
use crate::ids::{DayId, SchoolId};
use crate::schools;
use crate::web::{Answer, Failure, Input, Path, Problems, Query, Visit, json, json_with};

/// A day off, or several in a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarDay {
    id: DayId,
    /// `2026-12-21`
    first_date: String,
    last_date: String,
    /// In the language it was typed in.
    name: String,
    kind: Kind,
    /// None is the whole district.
    school: Option<SchoolId>,
    version: i64,
}

/// The days off of a school year.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarYear {
    /// The year in which the school year begins.
    year: i16,
    /// In time.
    items: Vec<CalendarDay>,
}

/// A day to add.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, reason = "tells the OpenAPI document what is read field by field")]
pub struct CalendarDayInput {
    first_date: String,
    /// Left out, it is one day.
    last_date: Option<String>,
    name: String,
    /// `holiday`, `professional_day`, `break`; left out, it is guessed from the name.
    kind: Option<String>,
    school: Option<SchoolId>,
}

/// Days to import.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[allow(dead_code, reason = "tells the OpenAPI document what is read field by field")]
pub struct CalendarImportInput {
    /// A line a day (`Dec 21 – Jan 1: Winter break`), or the text of an `.ics` file.
    days: String,
    /// The school year of dates without a year: the year in which it begins.
    year: Option<i64>,
    school: Option<SchoolId>,
    /// Keeps it; else only the difference is answered.
    confirm: Option<bool>,
}

/// What an import does.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarDifference {
    new: Vec<CalendarDifferenceDay>,
    changed: Vec<CalendarDifferenceDay>,
    /// How many are there already.
    same: usize,
    /// How many events of a file have a time of day, and are left out.
    timed: usize,
    /// Whether it was kept.
    kept: bool,
}

/// A day of an import.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarDifferenceDay {
    first_date: String,
    last_date: String,
    name: String,
    kind: Kind,
}

impl CalendarDay {
    fn of(day: &Day) -> CalendarDay {
        CalendarDay {
            id: day.id,
            first_date: day.first_date.to_string(),
            last_date: day.last_date.to_string(),
            name: day.name.clone(),
            kind: day.kind,
            school: day.school_id,
            version: day.version,
        }
    }
}

impl CalendarDifferenceDay {
    fn of(day: &NewDay) -> CalendarDifferenceDay {
        CalendarDifferenceDay {
            first_date: day.first.to_string(),
            last_date: day.last.to_string(),
            name: day.name.clone(),
            kind: day.kind,
        }
    }
}

/// The days off of a school year, August to July; for everyone.
#[utoipa::path(get, path = "/api/v1/calendar", tag = "calendar",
    params(("year" = Option<i64>, Query, description = "The year in which the school year begins; else this one")),
    responses((status = 200, body = CalendarYear), (status = 422)))]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let mut problems = Problems::new();
    let year = query.number("year", 1901..=2197, &mut problems).and_then(|year| i16::try_from(year).ok());
    let year = problems.or(year)?.unwrap_or_else(|| school_year(visit.today));
    let (from, to) = ends(year);
    let days = store::between(&mut *app.read().await?, from, to).await?;
    json(&CalendarYear { year, items: days.iter().map(CalendarDay::of).collect() })
}

/// Adds a day off; stewards only. Series that follow the calendar are not changed: their hosts are told.
#[utoipa::path(post, path = "/api/v1/calendar", tag = "calendar", request_body = CalendarDayInput,
    responses((status = 201, body = CalendarDay), (status = 401), (status = 403), (status = 422)))]
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let schools = schools::all(&mut db).await?;
    let new = NewDay::read(&input, &schools)?;
    if store::all(&mut db).await?.iter().any(|known| new.is(known)) {
        return Err(Problems::one("name", "calendar-problem-there").into());
    }
    let day = new.made(app.new_id()?, app.now());
    store::insert(&mut db, std::slice::from_ref(&day)).await?;
    tell(&mut db, &app).await?;
    db.commit().await?;
    json_with(StatusCode::CREATED, &CalendarDay::of(&day))
}

/// Removes a day off; stewards only.
#[utoipa::path(delete, path = "/api/v1/calendar/{day}", tag = "calendar", params(("day" = DayId, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<DayId>) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    if !store::delete(&mut db, id).await? {
        return Err(Failure::NotFound);
    }
    tell(&mut db, &app).await?;
    db.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Imports many days, all or nothing; stewards only. Without `confirm` it says what it would do. Days it does
/// not name stay.
#[utoipa::path(post, path = "/api/v1/calendar/import", tag = "calendar", request_body = CalendarImportInput,
    responses((status = 200, body = CalendarDifference), (status = 401), (status = 403), (status = 422)))]
pub async fn import(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    visit.steward()?;
    let mut problems = Problems::new();
    input.only(&["days", "year", "school", "confirm"], &mut problems);
    input.text("days", 1..=200_000, &mut problems);
    let kept = input.ticked("confirm", &mut problems);
    problems.or(())?;
    let mut db = app.write().await?;
    let schools = schools::all(&mut db).await?;
    let batch = read_input(&input, &schools, visit.today)?;
    let difference = compared(&mut db, &batch).await?;
    if kept {
        difference.keep(&mut db, &app).await?;
        db.commit().await?;
    }
    json(&CalendarDifference {
        new: difference.new.iter().map(CalendarDifferenceDay::of).collect(),
        changed: difference.changed.iter().map(|(_, day)| CalendarDifferenceDay::of(day)).collect(),
        same: difference.same.len(),
        timed: batch.timed,
        kept,
    })
}
