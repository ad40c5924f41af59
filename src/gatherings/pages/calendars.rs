//! Gatherings for people's own calendars. What is called off stays in them, marked so, since many
//! programs merge rather than replace.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use calendar::ics::{self, Event};

use crate::app::App;
use crate::database::Connection;
use crate::gatherings::{Gathering, rights, series_rights, store};
use crate::ids::{GatheringId, SchoolId, SeriesId};
use crate::schools::{self, Name};
use crate::web::{Answer, Failure, Path, Visit, public};

/// `GET /series/{series}/calendar.ics`
pub async fn series(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let mut db = app.read().await?;
    let series = store::series(&mut db, id).await?.ok_or(Failure::NotFound)?;
    series_rights(&mut db, &series, visit.me.as_ref()).await?.may_see()?;
    let gatherings = store::gatherings_of(&mut db, id).await?;
    public(&visit, answer(&mut db, &app, &series.title, &gatherings).await)
}

/// `GET /gatherings/{gathering}/calendar.ics`
pub async fn gathering(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let gathering = store::gathering(&mut db, id).await?.ok_or(Failure::NotFound)?;
    rights(&mut db, &gathering, visit.me.as_ref()).await?.may_see()?;
    let title = gathering.title.clone();
    public(&visit, answer(&mut db, &app, &title, &[gathering]).await)
}

/// Gatherings as a file for people's own calendars.
pub async fn answer(db: &mut Connection, app: &App, name: &str, gatherings: &[Gathering]) -> Answer {
    let at: BTreeSet<SchoolId> = gatherings.iter().filter_map(|gathering| gathering.school_id).collect();
    let schools = schools::names_of(db, &at.into_iter().collect::<Vec<_>>()).await?;
    let events: Vec<Event> = gatherings.iter().map(|gathering| event(app, gathering, &schools)).collect();
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(ics::MEDIA_TYPE)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
    ];
    Ok((headers, ics::calendar(name, &events)).into_response())
}

fn event(app: &App, gathering: &Gathering, schools: &[Name]) -> Event {
    let school = schools.iter().find(|school| Some(school.id) == gathering.school_id);
    let lines = |parts: [&str; 3], between: &str| -> String {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    };
    Event {
        uid: format!("{}@klatsch", gathering.id),
        sequence: u32::try_from(gathering.version).unwrap_or(u32::MAX),
        stamp: gathering.updated_at.timestamp(),
        starts: gathering.starts_at.timestamp(),
        ends: gathering.ends_at.timestamp(),
        zone: gathering.zone.0.clone(),
        summary: gathering.title.clone(),
        location: lines([&gathering.place, school.map_or("", |school| &school.name), ""], ", "),
        description: lines(
            [
                &gathering.about,
                gathering.note.as_deref().unwrap_or_default(),
                gathering.link.as_deref().unwrap_or_default(),
            ],
            "\n\n",
        ),
        url: Some(format!("{}/gatherings/{}", app.url(), gathering.id)),
        cancelled: gathering.is_cancelled(),
    }
}
