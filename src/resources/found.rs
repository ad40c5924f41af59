//! What search finds of notes, links and files: where their topic or gathering is found, and as long as
//! it is.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use uuid::Uuid;

use super::{Note, Of, Resource, store};
use crate::database::{Connection, Result, Writing};
use crate::ids::{NoteId, ResourceId, TopicId};
use crate::search::{self, Document, Kind, Source, Standing};
use crate::{gatherings, networks, text, topics};

/// The notes.
pub const FOUND_NOTES: Source =
    Source { kind: Kind::Note, after: |db, after, most| Box::pin(notes_after(db, after, most)) };

/// The links.
pub const FOUND_LINKS: Source =
    Source { kind: Kind::Link, after: |db, after, most| Box::pin(resources_after(db, true, after, most)) };

/// The files.
pub const FOUND_FILES: Source =
    Source { kind: Kind::File, after: |db, after, most| Box::pin(resources_after(db, false, after, most)) };

/// What a thing is of: what that is called, and where it stands.
type Beside = Option<(String, Standing)>;

async fn beside(db: &mut Connection, of: Option<Of>) -> Result<Beside> {
    Ok(match of {
        None => None,
        Some(Of::Topic(id)) => topics::found(db, id).await?.map(|topic| (topic.title, topic.standing)),
        Some(Of::Gathering(id)) => gatherings::gathering(db, id)
            .await?
            .map(|gathering| (gathering.title.clone(), gatherings::standing(&gathering))),
        Some(Of::Network(id)) => {
            networks::network(db, id).await?.map(|network| (network.name.clone(), networks::shelf_standing(&network)))
        }
    })
}

fn of_note(note: &Note, beside: &Beside) -> Option<Document> {
    let (title, standing) = beside.as_ref().filter(|_| !note.text.is_empty())?;
    Some(Document {
        id: note.id.0,
        kind: Kind::Note,
        href: note.of()?.href(),
        title: title.clone(),
        body: text::plain(&note.text),
        standing: *standing,
        marks: Vec::new(),
    })
}

fn of_resource(resource: &Resource, beside: &Beside) -> Option<Document> {
    let (title, standing) = beside.as_ref().filter(|_| resource.removed_at.is_none())?;
    let about = resource.name.clone().unwrap_or_else(|| resource.about());
    Some(Document {
        id: resource.id.0,
        kind: if resource.address.is_some() { Kind::Link } else { Kind::File },
        href: resource.of()?.href(),
        title: resource.title.clone(),
        body: format!("{title}\n{about}"),
        standing: *standing,
        marks: Vec::new(),
    })
}

async fn put(db: &mut Writing, id: Uuid, document: Option<Document>) -> Result<()> {
    match document {
        Some(document) => search::put(db, &document).await,
        None => search::remove(db, id).await,
    }
}

/// Lets a note be found as it is now.
pub async fn put_note(db: &mut Writing, id: NoteId) -> Result<()> {
    let Some(note) = store::note_by_id(db, id).await? else { return search::remove(db, id.0).await };
    let beside = beside(db, note.of()).await?;
    put(db, id.0, of_note(&note, &beside)).await
}

/// Lets a link or file be found as it is now.
pub async fn put_resource(db: &mut Writing, id: ResourceId) -> Result<()> {
    let Some(resource) = store::resource(db, id).await? else { return search::remove(db, id.0).await };
    let beside = beside(db, resource.of()).await?;
    put(db, id.0, of_resource(&resource, &beside)).await
}

/// Lets what is kept of a topic be found where the topic is found now.
pub async fn follow(db: &mut Writing, topic: TopicId, found: Option<&Document>) -> Result<()> {
    let beside = found.map(|topic| (topic.title.clone(), topic.standing));
    if let Some(note) = store::note(db, Of::Topic(topic)).await? {
        put(db, note.id.0, of_note(&note, &beside)).await?;
    }
    for resource in store::of_topics(db, &[topic]).await? {
        put(db, resource.id.0, of_resource(&resource, &beside)).await?;
    }
    Ok(())
}

/// What things are of, each asked for once: those of a step of the index are of few topics and gatherings.
async fn beside_all(db: &mut Connection, of: impl Iterator<Item = Option<Of>>) -> Result<HashMap<Of, Beside>> {
    let mut known = HashMap::new();
    for of in of.flatten() {
        if let Entry::Vacant(unknown) = known.entry(of) {
            unknown.insert(beside(db, Some(of)).await?);
        }
    }
    Ok(known)
}

async fn notes_after(db: &mut Connection, after: Uuid, most: i64) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let notes = store::notes_after(db, after.into(), most).await?;
    let known = beside_all(db, notes.iter().map(Note::of)).await?;
    let found = |note: &Note| note.of().and_then(|of| of_note(note, known.get(&of)?));
    Ok(notes.iter().map(|note| (note.id.0, found(note))).collect())
}

async fn resources_after(
    db: &mut Connection,
    links: bool,
    after: Uuid,
    most: i64,
) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let resources = store::resources_after(db, links, after.into(), most).await?;
    let known = beside_all(db, resources.iter().map(Resource::of)).await?;
    let found = |one: &Resource| one.of().and_then(|of| of_resource(one, known.get(&of)?));
    Ok(resources.iter().map(|one| (one.id.0, found(one))).collect())
}
