//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{FileId, GatheringId, NetworkId, PersonId, TopicId};
use crate::personal::{Deed, Enclosed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Written {
    gathering_id: Option<GatheringId>,
    topic_id: Option<TopicId>,
    text: String,
    updated_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Added {
    gathering_id: Option<GatheringId>,
    topic_id: Option<TopicId>,
    network_id: Option<NetworkId>,
    title: String,
    address: Option<String>,
    name: Option<String>,
    media: Option<String>,
    length: Option<i64>,
    added_at: When,
    removed_at: Option<When>,
    file_id: Option<FileId>,
}

/// What is kept about a person: the notes they wrote last, the links and files they added, with the files.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let notes = rows!(
        db,
        Written,
        "select gathering_id, topic_id, text, updated_at from notes where updated_by = $1 order by updated_at, id",
        person
    )
    .await?;
    let added = rows!(
        db,
        Added,
        "select gathering_id, topic_id, network_id, title, address, name, media, length, added_at, removed_at, file_id
         from resources where added_by = $1 order by added_at, id",
        person
    )
    .await?;
    let files = added.iter().filter_map(|added| {
        let name = added.name.clone().unwrap_or_else(|| added.title.clone());
        Some(Enclosed { file: added.file_id?, name })
    });
    let files = files.collect();
    Ok(vec![Section::of("notes", notes)?, Section::of("resources", added)?.with_files(files)])
}

/// Forgets a person: what stays of a gathering stays, and was added by somebody.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let (old, new) = (who.person, who.stand_in);
    let notes = run!(db, "update notes set updated_by = $2 where updated_by = $1", old, new).await?;
    let resources = run!(db, "update resources set added_by = $2 where added_by = $1", old, new).await?;
    let mailings = run!(db, "delete from mailings where person_id = $1", old).await?;
    Ok(vec![
        Deed::anonymised("notes", notes),
        Deed::anonymised("resources", resources),
        Deed::deleted("mailings", mailings),
    ])
}
