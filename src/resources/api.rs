//! The same verbs as JSON; files come as `multipart/form-data` with the field `file`.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Note, Of, Resource, board, deeds, door, letters, store};
use crate::app::App;
use crate::ids::{GatheringId, NetworkId, ResourceId, TopicId};
use crate::topics;
use crate::web::{Answer, Failure, Input, Path, Visit, disposition, json, json_with, serve};

/// A note as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Note)]
struct ShownNote {
    /// The topic it is of; null where it is of the gathering itself.
    topic: Option<TopicId>,
    /// Markdown.
    text: String,
    /// RFC 3339, in UTC.
    updated_at: String,
    version: i64,
}

/// A link or a file as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Resource)]
struct Shown {
    id: ResourceId,
    topic: Option<TopicId>,
    title: String,
    /// Where a link leads; null for a file.
    address: Option<String>,
    /// What a file is called; null for a link.
    name: Option<String>,
    /// A file's media type, found by its content.
    media: Option<String>,
    /// A file's length in bytes.
    length: Option<i64>,
    version: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Kept)]
struct Kept {
    notes: Vec<ShownNote>,
    resources: Vec<Shown>,
}

/// A note to write. `version` is the one that was read; 0 where there was none.
#[derive(ToSchema)]
#[schema(as = NewNote)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct NewNote {
    text: String,
    version: Option<i64>,
}

/// A link to add.
#[derive(ToSchema)]
#[schema(as = NewLink)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct NewLinkBody {
    title: Option<String>,
    address: String,
}

/// What changes of a link or file; what is not sent stays.
#[derive(ToSchema)]
#[schema(as = ResourceChange)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct Change {
    title: Option<String>,
    address: Option<String>,
    version: Option<i64>,
}

/// To whom notes are sent: `came`, `could_not`; `again` also to who had exactly this.
#[derive(ToSchema)]
#[schema(as = Send)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct SendBody {
    to: Vec<String>,
    again: Option<bool>,
}

fn shown_note(note: Note) -> ShownNote {
    ShownNote { topic: note.topic_id, text: note.text, updated_at: note.updated_at.to_rfc3339(), version: note.version }
}

fn shown(resource: Resource) -> Shown {
    Shown {
        id: resource.id,
        topic: resource.topic_id,
        title: resource.title,
        address: resource.address,
        name: resource.name,
        media: resource.media,
        length: resource.length,
        version: resource.version,
    }
}

/// Notes, links and files of a gathering and of the topics on its table.
#[utoipa::path(get, path = "/api/v1/gatherings/{id}/resources", params(("id" = GatheringId, Path)),
    responses((status = 200, body = Kept), (status = 404)))]
pub async fn list(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    door::open(&mut db, &visit, Of::Gathering(id)).await?;
    let nobody = crate::ids::PersonId(uuid::Uuid::nil());
    let topics = topics::of_gathering(&mut db, id, nobody).await?;
    let ids: Vec<TopicId> = topics.iter().map(|on| on.topic.id).collect();
    let board = board::of_gathering(&mut db, id, &ids).await?;
    let mut kept = Kept { notes: Vec::new(), resources: Vec::new() };
    for of in std::iter::once(Of::Gathering(id)).chain(ids.into_iter().map(Of::Topic)) {
        let shelf = board.of(of);
        kept.notes.extend(shelf.note.map(shown_note));
        kept.resources.extend(shelf.resources.into_iter().map(shown));
    }
    json(&kept)
}

/// Links and files of a network.
#[utoipa::path(get, path = "/api/v1/networks/{id}/resources", params(("id" = NetworkId, Path)),
    responses((status = 200, body = [Shown]), (status = 403), (status = 404)))]
pub async fn of_network(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let mut db = app.read().await?;
    door::open(&mut db, &visit, Of::Network(id)).await?;
    let kept: Vec<Shown> = board::of_network(&mut db, id).await?.resources.into_iter().map(shown).collect();
    json(&kept)
}

async fn note(visit: &Visit, app: &App, of: Of, input: &Input) -> Answer {
    deeds::write_note(visit, app, of, input).await?;
    let note = store::note(&mut *app.read().await?, of).await?.ok_or(Failure::NotFound)?;
    json(&shown_note(note))
}

/// Writes the note of a gathering itself.
#[utoipa::path(put, path = "/api/v1/gatherings/{id}/note", params(("id" = GatheringId, Path)), request_body = NewNote,
    responses((status = 200, body = ShownNote), (status = 403), (status = 404),
              (status = 409, description = "it has another version by now"), (status = 422)))]
pub async fn note_of_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    input: Input,
) -> Answer {
    note(&visit, &app, Of::Gathering(id), &input).await
}

/// Writes the note of a topic.
#[utoipa::path(put, path = "/api/v1/topics/{id}/note", params(("id" = TopicId, Path)), request_body = NewNote,
    responses((status = 200, body = ShownNote), (status = 403), (status = 404),
              (status = 409, description = "it has another version by now"), (status = 422)))]
pub async fn note_of_topic(visit: Visit, State(app): State<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    note(&visit, &app, Of::Topic(id), &input).await
}

async fn one(app: &App, id: ResourceId, status: StatusCode) -> Answer {
    let resource = store::resource(&mut *app.read().await?, id).await?.ok_or(Failure::NotFound)?;
    json_with(status, &shown(resource))
}

/// Adds a link to a gathering.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/links", params(("id" = GatheringId, Path)), request_body = NewLinkBody,
    responses((status = 201, body = Shown), (status = 403), (status = 404), (status = 422)))]
pub async fn link_of_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    input: Input,
) -> Answer {
    let added = deeds::add_link(&visit, &app, Of::Gathering(id), &input).await?;
    one(&app, added, StatusCode::CREATED).await
}

/// Adds a link to a topic.
#[utoipa::path(post, path = "/api/v1/topics/{id}/links", params(("id" = TopicId, Path)), request_body = NewLinkBody,
    responses((status = 201, body = Shown), (status = 403), (status = 404), (status = 422)))]
pub async fn link_of_topic(visit: Visit, State(app): State<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    let added = deeds::add_link(&visit, &app, Of::Topic(id), &input).await?;
    one(&app, added, StatusCode::CREATED).await
}

/// Adds a link to a network.
#[utoipa::path(post, path = "/api/v1/networks/{id}/links", params(("id" = NetworkId, Path)), request_body = NewLinkBody,
    responses((status = 201, body = Shown), (status = 403), (status = 404), (status = 422)))]
pub async fn link_of_network(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    let added = deeds::add_link(&visit, &app, Of::Network(id), &input).await?;
    one(&app, added, StatusCode::CREATED).await
}

async fn file(visit: &Visit, app: &App, of: Of, request: Request) -> Answer {
    let upload = deeds::read_upload(visit, app, of, request).await?;
    let added = deeds::add_file(visit, app, of, &upload).await?;
    one(app, added, StatusCode::CREATED).await
}

/// Adds a file to a gathering.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/files", params(("id" = GatheringId, Path)),
    request_body(content_type = "multipart/form-data", description = "`file`, and perhaps `caption`"),
    responses((status = 201, body = Shown), (status = 403), (status = 404), (status = 422)))]
pub async fn file_of_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    request: Request,
) -> Answer {
    file(&visit, &app, Of::Gathering(id), request).await
}

/// Adds a file to a topic.
#[utoipa::path(post, path = "/api/v1/topics/{id}/files", params(("id" = TopicId, Path)),
    request_body(content_type = "multipart/form-data", description = "`file`, and perhaps `caption`"),
    responses((status = 201, body = Shown), (status = 403), (status = 404), (status = 422)))]
pub async fn file_of_topic(visit: Visit, State(app): State<App>, Path(id): Path<TopicId>, request: Request) -> Answer {
    file(&visit, &app, Of::Topic(id), request).await
}

/// Adds a file to a network.
#[utoipa::path(post, path = "/api/v1/networks/{id}/files", params(("id" = NetworkId, Path)),
    request_body(content_type = "multipart/form-data", description = "`file`, and perhaps `caption`"),
    responses((status = 201, body = Shown), (status = 403), (status = 404), (status = 422)))]
pub async fn file_of_network(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<NetworkId>,
    request: Request,
) -> Answer {
    file(&visit, &app, Of::Network(id), request).await
}

/// Changes what a link or file is called, and where a link leads.
#[utoipa::path(patch, path = "/api/v1/resources/{id}", params(("id" = ResourceId, Path)), request_body = Change,
    responses((status = 200, body = Shown), (status = 403), (status = 404),
              (status = 409, description = "it has another version by now"), (status = 422)))]
pub async fn change(visit: Visit, State(app): State<App>, Path(id): Path<ResourceId>, input: Input) -> Answer {
    deeds::change(&visit, &app, id, &input).await?;
    one(&app, id, StatusCode::OK).await
}

/// Removes a link or file.
#[utoipa::path(delete, path = "/api/v1/resources/{id}", params(("id" = ResourceId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<ResourceId>) -> Answer {
    deeds::put_away(&visit, &app, id, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The content of a file.
#[utoipa::path(get, path = "/api/v1/resources/{id}/content", params(("id" = ResourceId, Path)),
    responses((status = 200, content_type = "application/octet-stream", description = "the file"), (status = 404)))]
pub async fn content(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(id): Path<ResourceId>) -> Answer {
    let (resource, _) = door::resource(&mut *app.read().await?, &visit, id).await?;
    let file = resource.file_id.ok_or(Failure::NotFound)?;
    let name = resource.name.as_deref().unwrap_or("file");
    let media = resource.media.as_deref().unwrap_or("application/octet-stream");
    serve(&app, &headers, file, media, &disposition(false, name)).await
}

#[derive(Debug, Serialize, ToSchema)]
struct Sent {
    /// How many letters go out.
    letters: usize,
}

/// Mails notes, links and files to those who came and those who could not.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/send", params(("id" = GatheringId, Path)), request_body = SendBody,
    responses((status = 200, body = Sent), (status = 403), (status = 404), (status = 422)))]
pub async fn send(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    json(&Sent { letters: letters::send(&visit, &app, id, &input).await? })
}
