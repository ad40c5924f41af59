//! The streams that tell screens to look again (server-sent events, WHATWG HTML section 9.2).
//!
//! An event says no more than that something is another: what the page shows is asked for by its own
//! address, with the rights of whoever asks, in their language. Each connection begins with how it stands
//! now, so a screen that was away needs no `Last-Event-ID`.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State as Of;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::unfold;

use super::{phone, screens};
use crate::app::App;
use crate::ids::GatheringId;
use crate::web::{Answer, Path, Visit};

/// How often a silent stream says that it is alive: proxies close what is silent for a minute.
const ALIVE: Duration = Duration::from_secs(15);

/// `GET /gatherings/{gathering}/events`: for hosts.
pub async fn of_gathering(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    phone::hosted(&mut db, &visit, id).await?;
    drop(db);
    stream(&app, id).await
}

/// `GET /screen/events`: for a computer that shows a gathering.
pub async fn of_screen(Of(app): Of<App>, headers: HeaderMap) -> Answer {
    let gathering = screens::shown(&app, &headers).await?;
    let Some(gathering) = gathering else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    stream(&app, gathering).await
}

async fn stream(app: &App, gathering: GatheringId) -> Answer {
    let Some(listener) = app.watch.listen(app, gathering).await? else {
        let later = [(header::RETRY_AFTER, HeaderValue::from_static("30"))];
        return Ok((StatusCode::SERVICE_UNAVAILABLE, later).into_response());
    };
    let tides = unfold(listener, async |mut listener| {
        let tide = listener.next().await?;
        Some((Ok::<_, Infallible>(Event::default().event("tide").id(&tide).data(&tide)), listener))
    });
    let mut response = Sse::new(tides).keep_alive(KeepAlive::new().interval(ALIVE)).into_response();
    // nginx gathers an answer before it hands it on, unless told not to.
    response.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
