//! SQL of the keys.

pub mod personal;

use uuid::Uuid;

use super::Post;
use super::kept::Kept;
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::{row, run};

/// Writes a key; false when another attempt has it.
pub async fn claim(db: &mut Writing, post: &Post, now: Instant) -> Result<bool> {
    let changed = run!(
        db,
        "insert into once (id, request, person_id, path, digest, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set request = excluded.request where once.request = excluded.request",
        post.id,
        post.request,
        post.person_id,
        &post.path,
        &post.digest,
        now
    );
    Ok(changed.await? > 0)
}

/// What is known of a key.
pub async fn kept(db: &mut Connection, id: Uuid) -> Result<Option<Kept>> {
    row!(db, Kept, "select person_id, path, digest, status, answer from once where id = $1", id).await
}

/// Keeps the answer that an attempt gave, if it is the one that did it.
pub async fn keep(db: &mut Writing, post: &Post, status: i64, answer: &str) -> Result<()> {
    run!(
        db,
        "update once set status = $3, answer = $4 where id = $1 and request = $2",
        post.id,
        post.request,
        status,
        answer
    )
    .await?;
    Ok(())
}

/// Forgets keys from before an instant.
pub async fn forget(db: &mut Writing, before: Instant) -> Result<()> {
    run!(db, "delete from once where at < $1", before).await?;
    Ok(())
}
