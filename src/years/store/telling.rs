//! SQL of letters with announcements: who got which, and who wants none.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{AnnouncementId, NetworkId, PersonId};
use crate::{row, rows, run};

/// Who was written a letter with an announcement.
pub async fn told(db: &mut Connection, id: AnnouncementId) -> Result<Vec<PersonId>> {
    let told = rows!(
        db,
        (PersonId,),
        "select person_id from announcement_letters where announcement_id = $1 order by person_id",
        id
    );
    Ok(told.await?.into_iter().map(|row| row.0).collect())
}

/// Notes that a person was written a letter.
pub async fn set_told(db: &mut Writing, id: AnnouncementId, person: PersonId, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into announcement_letters (announcement_id, person_id, sent_at) values ($1, $2, $3)",
        id,
        person,
        now
    )
    .await?;
    Ok(())
}

/// Who wants no letters with what a network announces.
pub async fn quiet(db: &mut Connection, network: NetworkId) -> Result<Vec<PersonId>> {
    let quiet = rows!(
        db,
        (PersonId,),
        "select person_id from announcement_quiet where network_id = $1 order by person_id",
        network
    );
    Ok(quiet.await?.into_iter().map(|row| row.0).collect())
}

/// Whether a person wants no letters with what a network announces.
pub async fn is_quiet(db: &mut Connection, network: NetworkId, person: PersonId) -> Result<bool> {
    let quiet = row!(
        db,
        (PersonId,),
        "select person_id from announcement_quiet where network_id = $1 and person_id = $2",
        network,
        person
    );
    Ok(quiet.await?.is_some())
}

/// Keeps whether a person wants no letters.
pub async fn set_quiet(
    db: &mut Writing,
    (network, person): (NetworkId, PersonId),
    quiet: bool,
    now: Instant,
) -> Result<()> {
    if quiet {
        run!(
            db,
            "insert into announcement_quiet (network_id, person_id, since) values ($1, $2, $3) on conflict do nothing",
            network,
            person,
            now
        )
        .await?;
    } else {
        run!(db, "delete from announcement_quiet where network_id = $1 and person_id = $2", network, person).await?;
    }
    Ok(())
}

/// Who has read an announcement and when, the first to read first.
pub async fn who_read(db: &mut Connection, id: AnnouncementId) -> Result<Vec<(PersonId, Instant)>> {
    rows!(
        db,
        (PersonId, Instant),
        "select person_id, read_at from announcement_reads where announcement_id = $1 order by read_at, person_id",
        id
    )
    .await
}
