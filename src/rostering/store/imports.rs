//! SQL of sets that were sent from the web.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{FileId, RosterImportId};
use crate::rostering::upload::{Import, State};
use crate::{row, rows, run};

/// One of them.
pub async fn one(db: &mut Connection, id: RosterImportId) -> Result<Option<Import>> {
    row!(
        db,
        Import,
        "select id, person_id, file_id, name, state, report, leave_share, created_at, updated_at
         from roster_imports where id = $1",
        id
    )
    .await
}

/// The latest ones, without what came of them.
pub async fn latest(db: &mut Connection, most: i64) -> Result<Vec<Import>> {
    rows!(
        db,
        Import,
        "select id, person_id, file_id, name, state, '' as report, leave_share, created_at, updated_at
         from roster_imports order by created_at desc limit $1",
        most
    )
    .await
}

/// Adds one.
pub async fn insert(db: &mut Writing, import: &Import) -> Result<()> {
    run!(
        db,
        "insert into roster_imports (id, person_id, file_id, name, state, report, leave_share, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        import.id,
        import.person_id,
        import.file_id,
        &import.name,
        import.state,
        &import.report,
        import.leave_share,
        import.created_at,
        import.updated_at
    )
    .await?;
    Ok(())
}

/// One that was looked at is to be taken over; of two who say so at once, one is first.
pub async fn take(db: &mut Writing, id: RosterImportId, leave_share: i64, now: Instant) -> Result<u64> {
    run!(
        db,
        "update roster_imports set state = 'taking', leave_share = $2, updated_at = $3 where id = $1 and state = 'looked'",
        id,
        leave_share,
        now
    )
    .await
}

/// How far one is, and what came of it.
pub async fn set(
    db: &mut Writing,
    (id, state, file): (RosterImportId, State, Option<FileId>),
    report: &str,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "update roster_imports set state = $2, file_id = $3, report = $4, updated_at = $5 where id = $1",
        id,
        state,
        file,
        report,
        now
    )
    .await?;
    Ok(())
}

/// Those whose set is kept though they are old.
pub async fn kept_before(db: &mut Connection, before: Instant) -> Result<Vec<Import>> {
    rows!(
        db,
        Import,
        "select id, person_id, file_id, name, state, report, leave_share, created_at, updated_at
         from roster_imports where created_at < $1 and file_id is not null",
        before
    )
    .await
}

/// Forgets the old ones.
pub async fn delete_before(db: &mut Writing, before: Instant) -> Result<u64> {
    run!(db, "delete from roster_imports where created_at < $1 and file_id is null", before).await
}
