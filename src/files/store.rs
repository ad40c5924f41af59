//! SQL of stored objects.

use super::File;
use crate::database::{Connection, Result, Writing};
use crate::ids::FileId;
use crate::{row, rows, run};

/// Every file, the oldest first.
pub async fn all(db: &mut Connection) -> Result<Vec<File>> {
    rows!(db, File, "select id, kind, length, sha256, created_at from files order by id").await
}

/// One file.
pub async fn file(db: &mut Connection, id: FileId) -> Result<Option<File>> {
    row!(db, File, "select id, kind, length, sha256, created_at from files where id = $1", id).await
}

/// Adds the row of an object that is stored already.
pub async fn insert(db: &mut Writing, file: &File) -> Result<()> {
    run!(
        db,
        "insert into files (id, kind, length, sha256, created_at) values ($1, $2, $3, $4, $5)",
        file.id,
        &file.kind,
        file.length,
        &file.sha256,
        file.created_at
    )
    .await?;
    Ok(())
}

/// Forgets a file to which nothing refers any more; its object is swept later.
pub async fn forget(db: &mut Writing, id: FileId) -> Result<()> {
    run!(db, "delete from files where id = $1", id).await?;
    Ok(())
}
