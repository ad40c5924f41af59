//! SQL of files that are looked at before they are taken over.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{ContactId, ContactImportId, PersonId};
use crate::{row, rows, run};

/// What was read of a file.
#[derive(Debug, sqlx::FromRow)]
pub struct Import {
    /// What was read, as JSON.
    pub content: String,
    /// When it was taken over.
    pub taken_at: Option<Instant>,
}

/// Keeps what was read of a file.
pub async fn insert(
    db: &mut Writing,
    id: ContactImportId,
    owner: PersonId,
    content: &str,
    now: Instant,
) -> Result<u64> {
    run!(
        db,
        "insert into contact_imports (id, owner_id, content, created_at) values ($1, $2, $3, $4)",
        id,
        owner,
        content,
        now
    )
    .await
}

/// One of somebody's own.
pub async fn import(db: &mut Connection, owner: PersonId, id: ContactImportId) -> Result<Option<Import>> {
    row!(db, Import, "select content, taken_at from contact_imports where id = $1 and owner_id = $2", id, owner).await
}

/// Notes that it is taken over; false when it was already.
pub async fn take(db: &mut Writing, id: ContactImportId, now: Instant) -> Result<bool> {
    let taken = run!(db, "update contact_imports set taken_at = $2 where id = $1 and taken_at is null", id, now);
    Ok(taken.await? > 0)
}

/// A contact that an import wrote last.
#[derive(Debug, sqlx::FromRow)]
pub struct Written {
    /// The contact.
    pub id: ContactId,
    /// The version it has.
    pub version: i64,
}

/// What an import wrote last: what was changed since is another's.
pub async fn written(db: &mut Connection, owner: PersonId, id: ContactImportId) -> Result<Vec<Written>> {
    rows!(
        db,
        Written,
        "select id, version from contacts where owner_id = $1 and import_id = $2 and removed_at is null",
        owner,
        id
    )
    .await
}

/// Deletes those older than a time.
pub async fn sweep(db: &mut Writing, before: Instant) -> Result<u64> {
    run!(db, "delete from contact_imports where created_at < $1", before).await
}
