//! SQL of the links that colleagues share.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{LinkId, PersonId};
use crate::newcomers::link::Link;
use crate::{row, rows, run};

/// The link of a secret.
pub async fn link(db: &mut Connection, secret: &[u8]) -> Result<Option<Link>> {
    row!(
        db,
        Link,
        "select id, made_by, answers, created_at, expires_at, revoked_at from newcomer_links where secret = $1",
        secret
    )
    .await
}

/// The links somebody made that may still work, the latest first.
pub async fn links_of(db: &mut Connection, person: PersonId, now: Instant) -> Result<Vec<Link>> {
    rows!(
        db,
        Link,
        "select id, made_by, answers, created_at, expires_at, revoked_at from newcomer_links
         where made_by = $1 and revoked_at is null and expires_at > $2 order by created_at desc, id",
        person,
        now
    )
    .await
}

/// Adds a link.
pub async fn insert_link(db: &mut Writing, link: &Link, secret: &[u8]) -> Result<()> {
    run!(
        db,
        "insert into newcomer_links (id, secret, made_by, answers, created_at, expires_at, revoked_at)
         values ($1, $2, $3, 0, $4, $5, null)",
        link.id,
        secret,
        link.made_by,
        link.created_at,
        link.expires_at
    )
    .await?;
    Ok(())
}

/// Takes a link back, or gives it again; whoever made it.
pub async fn revoke_link(db: &mut Writing, id: LinkId, by: PersonId, at: Option<Instant>) -> Result<u64> {
    run!(db, "update newcomer_links set revoked_at = $3 where id = $1 and made_by = $2", id, by, at).await
}

/// One more answered by a link that works; false when it does not any more.
pub async fn use_link(db: &mut Writing, id: LinkId, most: i64, now: Instant) -> Result<bool> {
    let used = run!(
        db,
        "update newcomer_links set answers = answers + 1
         where id = $1 and answers < $2 and revoked_at is null and expires_at > $3",
        id,
        most,
        now
    );
    Ok(used.await? == 1)
}
