//! Serving files. A picture is shown, everything else is saved; nothing of a file acts in the browser,
//! and nobody gets one who may not see what it is of.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::IntoResponse;

use super::door;
use crate::app::App;
use crate::ids::ResourceId;
use crate::web::{Answer, Failure, Path, Visit, disposition, go, serve};

/// `GET /resources/{resource}`: the file; a link leads to the page it is on, since this site sends nobody away.
pub async fn whole(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(id): Path<ResourceId>) -> Answer {
    let (resource, desk) = door::resource(&mut *app.read().await?, &visit, id).await?;
    let Some(file) = resource.file_id else { return Ok(go(desk.of.page()).into_response()) };
    let name = resource.name.as_deref().unwrap_or("file");
    let media = resource.media.as_deref().unwrap_or("application/octet-stream");
    serve(&app, &headers, file, media, &disposition(resource.is_picture(), name)).await
}

/// `GET /resources/{resource}/small`: the small one of a picture.
pub async fn small(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(id): Path<ResourceId>) -> Answer {
    let (resource, _) = door::resource(&mut *app.read().await?, &visit, id).await?;
    let file = resource.small_id.ok_or(Failure::NotFound)?;
    serve(&app, &headers, file, "image/jpeg", "inline").await
}
