//! SQL of notes.

use super::{MANY, twelve};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, NoteId, PersonId, SeriesId, TopicId};
use crate::resources::{Note, Of, found};
use crate::{row, rows, run};

/// The note of a topic or a gathering.
pub async fn note(db: &mut Connection, of: Of) -> Result<Option<Note>> {
    row!(
        db,
        Note,
        "select id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version
         from notes where gathering_id = $1 or topic_id = $2",
        of.gathering(),
        of.topic()
    )
    .await
}

/// The note of a gathering itself, if it says anything.
pub async fn notes_of_gathering(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Note>> {
    rows!(
        db,
        Note,
        "select id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version
         from notes where gathering_id = $1 and text <> ''",
        gathering
    )
    .await
}

/// The notes of topics that say anything; one query for twelve of them.
pub async fn notes_of_topics(db: &mut Connection, topics: &[TopicId]) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    for some in topics.chunks(MANY) {
        let Some([a, b, c, d, e, f, g, h, i, j, k, l]) = twelve(some) else { continue };
        let found = rows!(
            db,
            Note,
            "select id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version
             from notes where topic_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) and text <> ''",
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            i,
            j,
            k,
            l
        );
        notes.extend(found.await?);
    }
    Ok(notes)
}

/// The notes of a whole series that say anything.
pub async fn notes_in_series(db: &mut Connection, series: SeriesId) -> Result<Vec<Note>> {
    rows!(
        db,
        Note,
        "select id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version
         from notes where series_id = $1 and text <> '' order by id",
        series
    )
    .await
}

/// Adds a note; 0 when there is one by now.
pub async fn insert_note(db: &mut Writing, note: &Note) -> Result<u64> {
    let added = run!(
        db,
        "insert into notes (id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        note.id,
        note.gathering_id,
        note.topic_id,
        note.series_id,
        &note.text,
        note.updated_by,
        note.updated_at,
        note.version
    )
    .await?;
    if added == 1 {
        found::put_note(db, note.id).await?;
    }
    Ok(added)
}

/// Writes a note of a version; 0 when it has another by now.
pub async fn edit_note(
    db: &mut Writing,
    id: NoteId,
    version: i64,
    text: &str,
    by: PersonId,
    now: Instant,
) -> Result<u64> {
    let changed = run!(
        db,
        "update notes set text = $3, updated_by = $4, updated_at = $5, version = version + 1
         where id = $1 and version = $2",
        id,
        version,
        text,
        by,
        now
    )
    .await?;
    if changed == 1 {
        found::put_note(db, id).await?;
    }
    Ok(changed)
}

/// A note, whatever it is of.
pub async fn note_by_id(db: &mut Connection, id: NoteId) -> Result<Option<Note>> {
    row!(
        db,
        Note,
        "select id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version from notes where id = $1",
        id
    )
    .await
}

/// The next notes after an identifier.
pub async fn notes_after(db: &mut Connection, after: NoteId, most: i64) -> Result<Vec<Note>> {
    rows!(
        db,
        Note,
        "select id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version
         from notes where id > $1 order by id limit $2",
        after,
        most
    )
    .await
}
