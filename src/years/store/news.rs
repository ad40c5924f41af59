//! SQL of announcements, and of who read them.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{AnnouncementId, NetworkId, PersonId};
use crate::years::year::Announcement;
use crate::{row, rows, run};

/// The announcements of a network that were not taken down, the latest first.
pub async fn of_network(db: &mut Connection, network: NetworkId, most: i64) -> Result<Vec<Announcement>> {
    rows!(
        db,
        Announcement,
        "select id, network_id, title, text, written_by, written_at, removed_at
         from announcements where network_id = $1 and removed_at is null order by written_at desc, id desc limit $2",
        network,
        most
    )
    .await
}

/// One announcement, also one that was taken down.
pub async fn announcement(db: &mut Connection, id: AnnouncementId) -> Result<Option<Announcement>> {
    row!(
        db,
        Announcement,
        "select id, network_id, title, text, written_by, written_at, removed_at from announcements where id = $1",
        id
    )
    .await
}

/// Which announcements of a network a person has read.
pub async fn read_by(db: &mut Connection, network: NetworkId, person: PersonId) -> Result<Vec<AnnouncementId>> {
    let read = rows!(
        db,
        (AnnouncementId,),
        "select announcement_id from announcement_reads join announcements on announcements.id = announcement_id
         where network_id = $1 and person_id = $2 order by announcement_id",
        network,
        person
    );
    Ok(read.await?.into_iter().map(|row| row.0).collect())
}

/// Who has read which announcements of a network, of those that were written from a moment on and not taken down.
pub async fn readers(
    db: &mut Connection,
    network: NetworkId,
    since: Instant,
) -> Result<Vec<(AnnouncementId, PersonId)>> {
    rows!(
        db,
        (AnnouncementId, PersonId),
        "select announcements.id, person_id from announcements
         join announcement_reads on announcement_id = announcements.id
         where network_id = $1 and written_at >= $2 and removed_at is null and person_id <> written_by
         order by announcements.id, person_id",
        network,
        since
    )
    .await
}

/// Keeps a new one.
pub async fn insert(db: &mut Writing, one: &Announcement) -> Result<()> {
    run!(
        db,
        "insert into announcements (id, network_id, title, text, written_by, written_at, removed_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        one.id,
        one.network_id,
        &one.title,
        &one.text,
        one.written_by,
        one.written_at,
        one.removed_at
    )
    .await?;
    Ok(())
}

/// Takes one down, or puts it up again.
pub async fn set_removed(db: &mut Writing, id: AnnouncementId, at: Option<Instant>) -> Result<()> {
    run!(db, "update announcements set removed_at = $2 where id = $1", id, at).await?;
    Ok(())
}

/// A person has read one.
pub async fn read(db: &mut Writing, id: AnnouncementId, person: PersonId, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into announcement_reads (announcement_id, person_id, read_at) values ($1, $2, $3) on conflict do nothing",
        id,
        person,
        now
    )
    .await?;
    Ok(())
}
