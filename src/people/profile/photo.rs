//! A person's photo: drawn anew, without what the camera wrote beside it, and shown to whom they let see it.

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;

use super::{Onlooker, edit, eyes};
use crate::app::App;
use crate::database::Writing;
use crate::files::{self, File, kind, picture};
use crate::ids::{FileId, PersonId};
use crate::people::store;
use crate::people::store::profile::PhotoRow;
use crate::web::{Answer, Failure, Message, Path, Received, Upload, Visit, go, serve};

/// `GET /people/{person}/photo`: the small one, for whoever may see it. To others it is not there.
pub async fn photo(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(id): Path<PersonId>) -> Answer {
    let mut db = app.read().await?;
    let onlooker = eyes(&mut db, visit.me.as_ref(), id).await?;
    let hidden = if onlooker == Onlooker::Anyone { Failure::SignIn } else { Failure::NotFound };
    let Some(person) = store::person(&mut db, id).await? else { return Err(hidden) };
    let profile = super::of(&mut db, &[&person]).await?.remove(&id).unwrap_or_default();
    drop(db);
    match profile.seen_by(&onlooker).photo {
        Some(photo) => serve(&app, &headers, photo.small, "image/jpeg", "inline").await,
        None => Err(hidden),
    }
}

/// `POST /people/{person}/photo`
pub async fn add(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, request: Request) -> Answer {
    edit::own(&mut *app.read().await?, &visit, id).await?;
    let upload = Upload::read(&app, request).await?;
    let back = go(format!("/people/{id}/profile#photo"));
    let problem = upload.problems.iter().next().map(|(_, message)| message.clone());
    let drawn = match (problem, &upload.file) {
        (Some(problem), _) => Err(problem),
        (None, None) => Err(Message::new("profile-photo-none")),
        (None, Some(file)) => draw(file).await?,
    };
    match drawn {
        Err(problem) => Ok(back.problem(visit.language, problem).into_response()),
        Ok(drawn) => {
            keep(&app, id, drawn).await?;
            Ok(go(format!("/people/{id}")).done(visit.language, "profile-photo-added").into_response())
        }
    }
}

/// Draws what was sent, if it is a picture.
async fn draw(file: &Received) -> Result<Result<picture::Picture, Message>, Failure> {
    let unexpected = |error: std::io::Error| Failure::from(anyhow::Error::from(error));
    let kind: Option<kind::Kind> = file.spool.kind().await.map_err(unexpected)?;
    if !kind.is_some_and(|kind| kind.picture) {
        return Ok(Err(Message::new("profile-photo-kind")));
    }
    Ok(picture::draw(file.spool.reader().map_err(unexpected)?).await.map_err(|problem| match problem {
        picture::Problem::Broken => Message::new("upload-problem-broken"),
        picture::Problem::TooLarge => {
            let most = i64::try_from(picture::MOST_PIXELS / 1_000_000).unwrap_or(0);
            Message::new("upload-problem-pixels").with("most", most)
        }
    }))
}

/// Keeps a photo in place of the one there was.
async fn keep(app: &App, person: PersonId, drawn: picture::Picture) -> Result<(), Failure> {
    let (file, small): (FileId, FileId) = (app.new_id()?, app.new_id()?);
    let whole = app.files.put_bytes(file, drawn.content).await.map_err(anyhow::Error::from)?;
    let little = app.files.put_bytes(small, drawn.small).await.map_err(anyhow::Error::from)?;
    let mut db = app.write().await?;
    let before = store::profile::photo(&mut db, person).await?;
    for new in [File::new(file, drawn.media, &whole, app.now()), File::new(small, "image/jpeg", &little, app.now())] {
        files::insert(&mut db, &new).await?;
    }
    let photo = PhotoRow { person_id: person, file_id: file, small_id: small, added_at: app.now() };
    store::profile::set_photo(&mut db, &photo).await?;
    forget(&mut db, before).await?;
    db.commit().await?;
    Ok(())
}

/// Forgets the files of a photo that nobody has any more; the objects are swept.
pub async fn forget(db: &mut Writing, photo: Option<PhotoRow>) -> crate::database::Result<()> {
    for file in photo.into_iter().flat_map(|photo| [photo.file_id, photo.small_id]) {
        files::forget(db, file).await?;
    }
    Ok(())
}

/// `POST /people/{person}/photo/remove`
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let mut db = app.write().await?;
    edit::own(&mut db, &visit, id).await?;
    let before = store::profile::photo(&mut db, id).await?;
    store::profile::remove_photo(&mut db, id).await?;
    forget(&mut db, before).await?;
    db.commit().await?;
    Ok(go(format!("/people/{id}")).done(visit.language, "profile-photo-removed").into_response())
}
