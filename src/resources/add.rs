//! Writing notes, adding links and files.

use super::resource::{LONGEST_TITLE, MOST, NewLink};
use super::{Note, Of, Resource, store};
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::files::{self, File, kind, picture};
use crate::ids::{FileId, PersonId, ResourceId, SeriesId};
use crate::web::{Failure, Message, Received};

/// Writes the note of a topic or a gathering; false when someone else wrote since `version` (0: there
/// was none).
pub async fn write_note(
    db: &mut Writing,
    app: &App,
    (of, series): (Of, Option<SeriesId>),
    (by, version): (PersonId, i64),
    text: &str,
) -> anyhow::Result<bool> {
    let changed = match store::note(db, of).await? {
        Some(note) => store::edit_note(db, note.id, version, text, by, app.now()).await?,
        None => {
            let note = Note {
                id: app.new_id()?,
                gathering_id: of.gathering(),
                topic_id: of.topic(),
                series_id: series,
                text: text.to_owned(),
                updated_by: by,
                updated_at: app.now(),
                version: 1,
            };
            store::insert_note(db, &note).await?
        }
    };
    Ok(changed > 0)
}

/// Whether another link or file has room.
///
/// # Errors
/// That there are too many.
pub async fn has_room(db: &mut Connection, of: Of) -> Result<(), Failure> {
    let (_, many) = store::last_position(db, of).await?;
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    if many < most { Ok(()) } else { Err(Message::new("resources-refused-many").with("most", most).into()) }
}

/// A resource without what makes it a link or a file, at the end of its list.
async fn blank(
    db: &mut Writing,
    app: &App,
    (of, series): (Of, Option<SeriesId>),
    by: PersonId,
    title: &str,
) -> anyhow::Result<Resource> {
    let (last, _) = store::last_position(db, of).await?;
    Ok(Resource {
        id: app.new_id()?,
        gathering_id: of.gathering(),
        topic_id: of.topic(),
        network_id: of.network(),
        series_id: series,
        title: title.to_owned(),
        address: None,
        file_id: None,
        small_id: None,
        name: None,
        media: None,
        length: None,
        width: None,
        height: None,
        position: last + 1,
        added_by: by,
        added_at: app.now(),
        removed_at: None,
        version: 1,
    })
}

/// Adds a link.
pub async fn add_link(
    db: &mut Writing,
    app: &App,
    place: (Of, Option<SeriesId>),
    by: PersonId,
    link: &NewLink,
) -> anyhow::Result<ResourceId> {
    let mut resource = blank(db, app, place, by, &link.title).await?;
    resource.address = Some(link.address.clone());
    store::insert(db, &resource).await?;
    Ok(resource.id)
}

/// A file whose objects are stored, and which has no row yet.
#[derive(Debug)]
pub struct NewFile {
    title: String,
    name: String,
    file: File,
    small: Option<File>,
    size: Option<(u32, u32)>,
}

/// Looks what a file is, draws a picture anew, and stores the objects; the rows come with [`add_file`].
///
/// # Errors
/// A message about the field, or that the store does not answer.
pub async fn keep_file(app: &App, received: &Received, caption: &str) -> Result<Result<NewFile, Message>, Failure> {
    let unexpected = |error: std::io::Error| Failure::from(anyhow::Error::from(error));
    let Some(kind) = received.spool.kind().await.map_err(unexpected)? else {
        return Ok(Err(Message::new("upload-problem-kind")));
    };
    let (stem, name) = match named(&received.name, &kind) {
        Ok(named) => named,
        Err(message) => return Ok(Err(message)),
    };
    let title = if caption.is_empty() { stem.clone() } else { caption.to_owned() };
    let id: FileId = app.new_id()?;
    if !kind.picture {
        let pieces = received.spool.pieces().await.map_err(unexpected)?;
        let stored = app.files.put(id, pieces).await.map_err(anyhow::Error::from)?;
        let file = File::new(id, kind.media, &stored, app.now());
        return Ok(Ok(NewFile { title, name, file, small: None, size: None }));
    }
    let drawn = match picture::draw(received.spool.reader().map_err(unexpected)?).await {
        Ok(drawn) => drawn,
        Err(picture::Problem::Broken) => return Ok(Err(Message::new("upload-problem-broken"))),
        Err(picture::Problem::TooLarge) => {
            let most = i64::try_from(picture::MOST_PIXELS / 1_000_000).unwrap_or(0);
            return Ok(Err(Message::new("upload-problem-pixels").with("most", most)));
        }
    };
    let stored = app.files.put_bytes(id, drawn.content).await.map_err(anyhow::Error::from)?;
    let small_id: FileId = app.new_id()?;
    let small = app.files.put_bytes(small_id, drawn.small).await.map_err(anyhow::Error::from)?;
    let ending = if drawn.media == "image/png" { "png" } else { "jpg" };
    Ok(Ok(NewFile {
        title,
        name: format!("{stem}.{ending}"),
        file: File::new(id, drawn.media, &stored, app.now()),
        small: Some(File::new(small_id, "image/jpeg", &small, app.now())),
        size: Some((drawn.width, drawn.height)),
    }))
}

/// The name without its ending, and with one that tells the truth.
fn named(name: &str, kind: &kind::Kind) -> Result<(String, String), Message> {
    let truth = kind.endings.first().copied().unwrap_or_default();
    let short = |stem: &str| stem.chars().take(LONGEST_TITLE).collect::<String>();
    match kind::ending(name) {
        Some(ending) if kind.endings.contains(&ending.as_str()) => {
            let stem = name.get(..name.len() - ending.len() - 1).unwrap_or(name);
            Ok((short(stem), format!("{}.{ending}", short(stem))))
        }
        Some(ending) => Err(Message::new("upload-problem-lies").with("ending", ending).with("truth", truth)),
        None => {
            let stem = if name.trim().is_empty() { "file" } else { name.trim_end_matches('.') };
            Ok((short(stem), format!("{}.{truth}", short(stem))))
        }
    }
}

/// Adds a file whose objects are stored.
pub async fn add_file(
    db: &mut Writing,
    app: &App,
    place: (Of, Option<SeriesId>),
    by: PersonId,
    new: &NewFile,
) -> anyhow::Result<ResourceId> {
    for file in [Some(&new.file), new.small.as_ref()].into_iter().flatten() {
        files::insert(db, file).await?;
    }
    let resource = Resource {
        file_id: Some(new.file.id),
        small_id: new.small.as_ref().map(|small| small.id),
        name: Some(new.name.clone()),
        media: Some(new.file.kind.clone()),
        length: Some(new.file.length),
        width: new.size.map(|(width, _)| width.into()),
        height: new.size.map(|(_, height)| height.into()),
        ..blank(db, app, place, by, &new.title).await?
    };
    store::insert(db, &resource).await?;
    Ok(resource.id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_tells_the_truth_or_is_refused() {
        let pdf = kind::of(&mut std::io::Cursor::new(b"%PDF-1.7")).unwrap().unwrap();
        assert_eq!(named("The plan.PDF", &pdf).unwrap(), ("The plan".to_owned(), "The plan.pdf".to_owned()));
        assert_eq!(named("plan", &pdf).unwrap().1, "plan.pdf");
        assert_eq!(named("", &pdf).unwrap().1, "file.pdf");
        assert_eq!(named("holiday.jpg", &pdf).unwrap_err().key, "upload-problem-lies");
    }
}
