//! What the pages do: write, add, change, move, remove.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::door::{self, Desk};
use super::pages::{self, Forms};
use super::resource::{LONGEST_NOTE, LONGEST_TITLE, NewLink, address};
use super::{Of, Resource, add, store};
use crate::app::App;
use crate::ids::{GatheringId, NetworkId, ResourceId, TopicId};
use crate::web::{Answer, Failure, Form, Input, Message, Path, Problems, Upload, Visit, go};

/// `POST /gatherings/{gathering}/note`
pub async fn note_of_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    input: Input,
) -> Answer {
    note(&visit, &app, Of::Gathering(id), input).await
}

/// `POST /topics/{topic}/note`
pub async fn note_of_topic(visit: Visit, State(app): State<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    note(&visit, &app, Of::Topic(id), input).await
}

async fn note(visit: &Visit, app: &App, of: Of, input: Input) -> Answer {
    let looks = input.sent("preview");
    let wrote = if looks { None } else { Some(write_note(visit, app, of, &input).await) };
    let (status, problems) = match wrote {
        Some(Ok(())) => return Ok(go(of.page()).done(visit.language, "note-kept").into_response()),
        Some(Err(Failure::Invalid(problems))) => (StatusCode::UNPROCESSABLE_ENTITY, problems),
        Some(Err(Failure::Stale(_))) => (StatusCode::CONFLICT, Problems::one("text", "note-stale")),
        Some(Err(failure)) => return Err(failure),
        None => (StatusCode::OK, Problems::new()),
    };
    let mut db = app.read().await?;
    let desk = door::to_write(&mut db, visit, of).await?;
    let mut forms = Forms::fresh(&mut db, visit, of).await?.with_preview(input.typed("text"));
    let input = if status == StatusCode::CONFLICT {
        // What was typed stays; sending it again knows what it goes over.
        forms.theirs = Some(forms.note.value("text").to_owned());
        input.with("version", forms.note.value("version"))
    } else {
        input
    };
    forms.note = Form::wrong(visit.language, input, problems);
    pages::show(&mut db, app, (visit, &desk), status, forms).await
}

/// Writes a note.
pub async fn write_note(visit: &Visit, app: &App, of: Of, input: &Input) -> Result<(), Failure> {
    let desk = door::to_write(&mut *app.read().await?, visit, of).await?;
    let me = visit.me()?;
    let mut problems = Problems::new();
    input.only(&["text", "version"], &mut problems);
    if !input.sent("text") {
        problems.add("text", "problem-required");
    }
    let text = input.text("text", 0..=LONGEST_NOTE, &mut problems);
    let version = input.number("version", 0..=i64::MAX, &mut problems).unwrap_or(0);
    let text = problems.or(text)?;
    let mut db = app.write().await?;
    if !add::write_note(&mut db, app, (of, desk.series()), (me.id, version), &text).await? {
        return Err(Failure::Stale(Message::new("note-stale")));
    }
    db.commit().await?;
    Ok(())
}

/// `POST /gatherings/{gathering}/links`
pub async fn link_of_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    input: Input,
) -> Answer {
    link(&visit, &app, Of::Gathering(id), input).await
}

/// `POST /topics/{topic}/links`
pub async fn link_of_topic(visit: Visit, State(app): State<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    link(&visit, &app, Of::Topic(id), input).await
}

/// `POST /networks/{network}/links`
pub async fn link_of_network(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    link(&visit, &app, Of::Network(id), input).await
}

async fn link(visit: &Visit, app: &App, of: Of, input: Input) -> Answer {
    match add_link(visit, app, of, &input).await {
        Ok(id) => Ok(added(visit, of, id, "link-added")),
        Err(Failure::Invalid(problems)) => {
            let mut db = app.read().await?;
            let desk = door::to_write(&mut db, visit, of).await?;
            let mut forms = Forms::fresh(&mut db, visit, of).await?;
            forms.link = Form::wrong(visit.language, input, problems);
            pages::show(&mut db, app, (visit, &desk), StatusCode::UNPROCESSABLE_ENTITY, forms).await
        }
        Err(failure) => Err(failure),
    }
}

fn added(visit: &Visit, of: Of, id: ResourceId, word: &'static str) -> axum::response::Response {
    let go = go(of.page()).done(visit.language, word);
    go.undo(visit.language, format!("/resources/{id}/remove"), &[]).into_response()
}

/// Adds a link.
pub async fn add_link(visit: &Visit, app: &App, of: Of, input: &Input) -> Result<ResourceId, Failure> {
    let mut db = app.read().await?;
    let desk = door::to_write(&mut db, visit, of).await?;
    add::has_room(&mut db, of).await?;
    drop(db);
    let me = visit.me()?;
    let mut problems = Problems::new();
    input.only(&["title", "address"], &mut problems);
    let link = NewLink::read(input, &mut problems);
    let link = problems.or(link)?;
    let mut db = app.write().await?;
    let id = add::add_link(&mut db, app, (of, desk.series()), me.id, &link).await?;
    db.commit().await?;
    Ok(id)
}

/// `POST /gatherings/{gathering}/files`
pub async fn file_of_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    request: Request,
) -> Answer {
    file(&visit, &app, Of::Gathering(id), request).await
}

/// `POST /topics/{topic}/files`
pub async fn file_of_topic(visit: Visit, State(app): State<App>, Path(id): Path<TopicId>, request: Request) -> Answer {
    file(&visit, &app, Of::Topic(id), request).await
}

/// `POST /networks/{network}/files`
pub async fn file_of_network(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<NetworkId>,
    request: Request,
) -> Answer {
    file(&visit, &app, Of::Network(id), request).await
}

async fn file(visit: &Visit, app: &App, of: Of, request: Request) -> Answer {
    let upload = read_upload(visit, app, of, request).await?;
    match add_file(visit, app, of, &upload).await {
        Ok(id) => Ok(added(visit, of, id, "file-added")),
        Err(Failure::Invalid(problems)) => {
            let mut db = app.read().await?;
            let desk = door::to_write(&mut db, visit, of).await?;
            let mut forms = Forms::fresh(&mut db, visit, of).await?;
            forms.file = Form::wrong(visit.language, upload.input, problems);
            pages::show(&mut db, app, (visit, &desk), StatusCode::UNPROCESSABLE_ENTITY, forms).await
        }
        Err(failure) => Err(failure),
    }
}

/// Takes a file in, of someone who may add one.
pub async fn read_upload(visit: &Visit, app: &App, of: Of, request: Request) -> Result<Upload, Failure> {
    let mut db = app.read().await?;
    door::to_write(&mut db, visit, of).await?;
    add::has_room(&mut db, of).await?;
    // A file takes its time; the connection is for others meanwhile.
    drop(db);
    Upload::read(app, request).await
}

/// Adds a file that was taken in.
pub async fn add_file(visit: &Visit, app: &App, of: Of, upload: &Upload) -> Result<ResourceId, Failure> {
    let me = visit.me()?;
    let mut problems = upload.problems.clone();
    upload.input.only(&["caption"], &mut problems);
    let caption = upload.input.line("caption", 0..=LONGEST_TITLE, &mut problems);
    let Some(received) = upload.file.as_ref() else {
        if problems.about("file").is_none() {
            problems.add("file", "upload-problem-none");
        }
        return Err(problems.into());
    };
    let caption = problems.or(caption)?;
    let new = add::keep_file(app, received, &caption).await?.map_err(|message| Problems::one("file", message))?;
    // Looked at again: a file takes its time, and rights may have gone meanwhile.
    let desk = door::to_write(&mut *app.read().await?, visit, of).await?;
    let mut db = app.write().await?;
    let id = add::add_file(&mut db, app, (of, desk.series()), me.id, &new).await?;
    db.commit().await?;
    Ok(id)
}

/// `POST /resources/{resource}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<ResourceId>, input: Input) -> Answer {
    let status = match change(&visit, &app, id, &input).await {
        Ok(of) => return Ok(go(of.page()).done(visit.language, "resource-edited").into_response()),
        Err(Failure::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, problems),
        Err(Failure::Stale(why)) => (StatusCode::CONFLICT, Problems::one("", why)),
        Err(failure) => return Err(failure),
    };
    let mut db = app.read().await?;
    let (resource, desk) = door::to_change(&mut db, &visit, id).await?;
    let input =
        if status.0 == StatusCode::CONFLICT { input.with("version", resource.version.to_string()) } else { input };
    let form = Form::wrong(visit.language, input, status.1);
    pages::editing(&mut db, (&visit, &desk), resource, status.0, form).await
}

/// Changes what a link or file is called, and where a link leads; what is not sent stays.
pub async fn change(visit: &Visit, app: &App, id: ResourceId, input: &Input) -> Result<Of, Failure> {
    let (resource, desk) = door::to_change(&mut *app.read().await?, visit, id).await?;
    let mut problems = Problems::new();
    input.only(&["title", "address", "version"], &mut problems);
    let json = input.is_json();
    let title = if json && !input.sent("title") {
        resource.title.clone()
    } else {
        input.line("title", 1..=LONGEST_TITLE, &mut problems)
    };
    let leads = match (&resource.address, json && !input.sent("address")) {
        (Some(_), false) => Some(address(input, &mut problems)),
        (leads, _) => leads.clone(),
    };
    let version = if json {
        input.number("version", 0..=i64::MAX, &mut problems).unwrap_or(resource.version)
    } else {
        input.needed_number("version", 0..=i64::MAX, &mut problems)
    };
    let title = problems.or(title)?;
    let mut db = app.write().await?;
    if store::edit(&mut db, id, version, &title, leads.as_deref()).await? == 0 {
        return Err(Failure::Stale(Message::new("resource-stale")));
    }
    db.commit().await?;
    Ok(desk.of)
}

/// `POST /resources/{resource}/move` with `move=up` or `down`.
pub async fn shift(visit: Visit, State(app): State<App>, Path(id): Path<ResourceId>, input: Input) -> Answer {
    let mut db = app.read().await?;
    let (resource, desk) = door::to_change(&mut db, &visit, id).await?;
    desk.may_order()?;
    let mut list = desk.shelf(&mut db).await?.resources;
    drop(db);
    let Some(at) = list.iter().position(|one| one.id == resource.id) else { return Err(Failure::NotFound) };
    let to = match input.typed("move") {
        "up" => at.checked_sub(1),
        "down" => Some(at + 1).filter(|to| *to < list.len()),
        _ => return Err(Problems::one("move", "problem-choice").into()),
    };
    if let Some(to) = to {
        list.swap(at, to);
        let mut db = app.write().await?;
        for (place, one) in (1_i64..).zip(&list) {
            if one.position != place {
                store::set_position(&mut db, one.id, place).await?;
            }
        }
        db.commit().await?;
    }
    Ok(go(desk.of.page()).into_response())
}

/// `POST /resources/{resource}/remove`: gone for everyone, and can be taken back for a month.
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<ResourceId>) -> Answer {
    let (_, desk) = put_away(&visit, &app, id, true).await?;
    let go = go(desk.of.page()).done(visit.language, "resource-removed");
    Ok(go.undo(visit.language, format!("/resources/{id}/restore"), &[]).into_response())
}

/// `POST /resources/{resource}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<ResourceId>) -> Answer {
    let (_, desk) = put_away(&visit, &app, id, false).await?;
    Ok(go(desk.of.page()).done(visit.language, "resource-restored").into_response())
}

/// Removes a link or file, or takes that back.
pub async fn put_away(visit: &Visit, app: &App, id: ResourceId, away: bool) -> Result<(Resource, Desk), Failure> {
    let (resource, desk) = door::to_change(&mut *app.read().await?, visit, id).await?;
    let mut db = app.write().await?;
    store::set_removed(&mut db, id, away.then_some(visit.now)).await?;
    db.commit().await?;
    Ok((resource, desk))
}
