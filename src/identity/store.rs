//! SQL of sessions, links, passwords, tokens and attempts.

pub mod personal;

use super::{Session, api_tokens::Token};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{PersonId, SessionId, TokenId};
use crate::{row, rows, run};

/// A session or a token that lets someone in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Key {
    /// The session's or token's identifier.
    pub id: uuid::Uuid,
    /// Whose it is.
    pub person_id: PersonId,
    /// When it was last used.
    pub seen_at: Option<Instant>,
    /// Whether it may change anything.
    pub write: bool,
}

/// The session of a cookie.
pub async fn session(db: &mut Connection, secret: &[u8], now: Instant) -> Result<Option<Key>> {
    row!(
        db,
        Key,
        "select id, person_id, seen_at, true as write from sessions where secret = $1 and expires_at > $2",
        secret,
        now
    )
    .await
}

/// The token of a program.
pub async fn token(db: &mut Connection, secret: &[u8], now: Instant) -> Result<Option<Key>> {
    row!(
        db,
        Key,
        "select id, person_id, used_at as seen_at, scope = 'write' as write from tokens
         where secret = $1 and expires_at > $2",
        secret,
        now
    )
    .await
}

/// Adds a session.
pub async fn insert_session(
    db: &mut Writing,
    id: SessionId,
    secret: &[u8],
    person: PersonId,
    browser: &str,
    now: Instant,
    expires_at: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into sessions (id, secret, person_id, browser, created_at, seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $5, $6)",
        id,
        secret,
        person,
        browser,
        now,
        expires_at
    )
    .await?;
    Ok(())
}

/// Notes that a session was used, and lets it live on.
pub async fn session_seen(db: &mut Writing, secret: &[u8], now: Instant, expires_at: Instant) -> Result<()> {
    run!(db, "update sessions set seen_at = $2, expires_at = $3 where secret = $1", secret, now, expires_at).await?;
    Ok(())
}

/// A person's sessions, last used first.
pub async fn sessions(db: &mut Connection, person: PersonId, now: Instant) -> Result<Vec<Session>> {
    rows!(
        db,
        Session,
        "select id, browser, created_at, seen_at from sessions where person_id = $1 and expires_at > $2
         order by seen_at desc, id",
        person,
        now
    )
    .await
}

/// Ends one session of a person.
pub async fn end_session(db: &mut Writing, person: PersonId, id: SessionId) -> Result<u64> {
    run!(db, "delete from sessions where person_id = $1 and id = $2", person, id).await
}

/// Ends all sessions of a person but one.
pub async fn end_others(db: &mut Writing, person: PersonId, but: Option<SessionId>) -> Result<u64> {
    run!(db, "delete from sessions where person_id = $1 and id is distinct from $2", person, but).await
}

/// Ends everything that signs a person in: sessions, links not yet used, keys. Their password stays, and
/// lets nobody in who has left.
pub async fn end_all(db: &mut Writing, person: PersonId) -> Result<()> {
    run!(db, "delete from sessions where person_id = $1", person).await?;
    run!(db, "delete from sign_in_links where person_id = $1", person).await?;
    run!(db, "delete from tokens where person_id = $1", person).await?;
    Ok(())
}

/// Adds a link that signs in.
pub async fn insert_link(
    db: &mut Writing,
    secret: &[u8],
    person: PersonId,
    next: &str,
    now: Instant,
    expires_at: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into sign_in_links (secret, person_id, next, created_at, expires_at) values ($1, $2, $3, $4, $5)",
        secret,
        person,
        next,
        now,
        expires_at
    )
    .await?;
    Ok(())
}

/// A link as it is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Link {
    /// Whom it signs in.
    pub person_id: PersonId,
    /// Where it leads afterwards.
    pub next: Option<String>,
}

/// A link that still works.
pub async fn link(db: &mut Connection, secret: &[u8], now: Instant) -> Result<Option<Link>> {
    row!(
        db,
        Link,
        "select person_id, next from sign_in_links where secret = $1 and used_at is null and expires_at > $2",
        secret,
        now
    )
    .await
}

/// Uses a link up; of two at once only one gets it.
pub async fn use_link(db: &mut Writing, secret: &[u8], now: Instant) -> Result<Option<Link>> {
    row!(
        db,
        Link,
        "update sign_in_links set used_at = $2 where secret = $1 and used_at is null and expires_at > $2
         returning person_id, next",
        secret,
        now
    )
    .await
}

/// A person's password hash.
pub async fn password(db: &mut Connection, person: PersonId) -> Result<Option<String>> {
    #[derive(sqlx::FromRow)]
    struct Kept {
        hash: String,
    }
    Ok(row!(db, Kept, "select hash from passwords where person_id = $1", person).await?.map(|kept| kept.hash))
}

/// Sets a person's password hash.
pub async fn set_password(db: &mut Writing, person: PersonId, hash: &str, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into passwords (person_id, hash, changed_at) values ($1, $2, $3)
         on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at",
        person,
        hash,
        now
    )
    .await?;
    Ok(())
}

/// Adds a token.
pub async fn insert_token(db: &mut Writing, token: &Token, secret: &[u8], person: PersonId) -> Result<()> {
    run!(
        db,
        "insert into tokens (id, secret, person_id, name, scope, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)",
        token.id,
        secret,
        person,
        &token.name,
        token.scope,
        token.created_at,
        token.expires_at
    )
    .await?;
    Ok(())
}

/// A person's tokens, newest first.
pub async fn tokens(db: &mut Connection, person: PersonId) -> Result<Vec<Token>> {
    rows!(
        db,
        Token,
        "select id, name, scope, created_at, expires_at, used_at from tokens where person_id = $1 order by created_at desc, id",
        person
    )
    .await
}

/// Notes that a token was used.
pub async fn token_used(db: &mut Writing, secret: &[u8], now: Instant) -> Result<()> {
    run!(db, "update tokens set used_at = $2 where secret = $1", secret, now).await?;
    Ok(())
}

/// Revokes a token of a person.
pub async fn revoke_token(db: &mut Writing, person: PersonId, id: TokenId) -> Result<u64> {
    run!(db, "delete from tokens where person_id = $1 and id = $2", person, id).await
}

/// Notes an attempt.
pub async fn attempt(db: &mut Writing, subject: &str, now: Instant) -> Result<()> {
    run!(db, "insert into attempts (subject, at) values ($1, $2)", subject, now).await?;
    Ok(())
}

/// How many attempts there were between two moments. What a clock that was ahead noted for a time to come is not
/// among them: else a whole school would be locked out until then.
pub async fn attempts(db: &mut Connection, subject: &str, since: Instant, until: Instant) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Count {
        attempts: i64,
    }
    let count = row!(
        db,
        Count,
        "select count(*) as attempts from attempts where subject = $1 and at > $2 and at <= $3",
        subject,
        since,
        until
    );
    Ok(count.await?.map_or(0, |count| count.attempts))
}

/// Forgets what is over.
pub async fn sweep(db: &mut Writing, now: Instant) -> Result<()> {
    run!(db, "delete from sign_in_links where expires_at < $1", now.plus_days(-1)).await?;
    run!(db, "delete from sessions where expires_at < $1", now).await?;
    run!(db, "delete from tokens where expires_at < $1", now.plus_days(-30)).await?;
    run!(db, "delete from attempts where at < $1 or at > $2", now.plus_days(-1), now.plus_days(1)).await?;
    Ok(())
}
