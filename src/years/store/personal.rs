//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{AnnouncementId, NetworkId, PersonId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Made {
    network_id: NetworkId,
    title: String,
    created_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Written {
    network_id: NetworkId,
    title: String,
    text: String,
    written_at: When,
    removed_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Read {
    announcement_id: AnnouncementId,
    title: String,
    read_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Told {
    announcement_id: AnnouncementId,
    sent_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Quiet {
    network_id: NetworkId,
    since: When,
}

/// What is kept about a person: the years they made, what they announced, what they read and were
/// written, and where they want no letters.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let made = rows!(
        db,
        Made,
        "select network_id, title, created_at from network_years where created_by = $1 order by created_at, id",
        person
    )
    .await?;
    let written = rows!(
        db,
        Written,
        "select network_id, title, text, written_at, removed_at from announcements where written_by = $1
         order by written_at, id",
        person
    )
    .await?;
    let read = rows!(
        db,
        Read,
        "select announcement_id, title, read_at from announcement_reads join announcements on announcements.id = announcement_id
         where person_id = $1 order by read_at, announcement_id",
        person
    )
    .await?;
    let told = rows!(
        db,
        Told,
        "select announcement_id, sent_at from announcement_letters where person_id = $1 order by sent_at, announcement_id",
        person
    )
    .await?;
    let quiet = rows!(
        db,
        Quiet,
        "select network_id, since from announcement_quiet where person_id = $1 order by since, network_id",
        person
    )
    .await?;
    Ok(vec![
        Section::of("network_years", made)?,
        Section::of("announcements", written)?,
        Section::of("announcement_reads", read)?,
        Section::of("announcement_letters", told)?,
        Section::of("announcement_quiet", quiet)?,
    ])
}

/// Forgets a person: the network keeps its years and what was announced.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let (person, stand_in) = (who.person, who.stand_in);
    let years = run!(db, "update network_years set created_by = $2 where created_by = $1", person, stand_in).await?;
    let series = run!(db, "update network_series set added_by = $2 where added_by = $1", person, stand_in).await?;
    let single = run!(db, "update network_gatherings set added_by = $2 where added_by = $1", person, stand_in).await?;
    let written = run!(db, "update announcements set written_by = $2 where written_by = $1", person, stand_in).await?;
    let read = run!(db, "delete from announcement_reads where person_id = $1", person).await?;
    let told = run!(db, "delete from announcement_letters where person_id = $1", person).await?;
    let quiet = run!(db, "delete from announcement_quiet where person_id = $1", person).await?;
    Ok(vec![
        Deed::anonymised("network_years", years),
        Deed::anonymised("network_series", series),
        Deed::anonymised("network_gatherings", single),
        Deed::anonymised("announcements", written),
        Deed::deleted("announcement_reads", read),
        Deed::deleted("announcement_letters", told),
        Deed::deleted("announcement_quiet", quiet),
    ])
}
