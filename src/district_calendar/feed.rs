//! `GET /calendar.ics`: the days off for people's own calendars, of the district or, with `?school=`, of a
//! school too.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use calendar::ics::{self, DayEvent};

use super::store;
use crate::app::App;
use crate::ids::SchoolId;
use crate::web::{Answer, Query, Visit};

/// All of them, over and to come: a subscription must not lose what was.
pub async fn show(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let school: Option<SchoolId> = query.typed("school").parse().ok();
    let days = store::all(&mut *app.read().await?).await?;
    let wanted = days.iter().filter(|day| day.school_id.is_none() || day.school_id == school);
    let events: Vec<DayEvent> = wanted
        .map(|day| DayEvent {
            uid: format!("{}@klatsch", day.id),
            sequence: u32::try_from(day.version).unwrap_or(u32::MAX),
            stamp: day.updated_at.timestamp(),
            first: *day.first_date,
            last: *day.last_date,
            name: day.name.clone(),
        })
        .collect();
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(ics::MEDIA_TYPE)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache")),
    ];
    let name = visit.language.say("calendar-feed-name").with("district", visit.district.to_string()).to_string();
    Ok((headers, ics::days_calendar(&name, &events)).into_response())
}
