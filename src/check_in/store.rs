//! SQL of keys, and of guests who counted themselves.

use uuid::Uuid;

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::GatheringId;
use crate::{row, rows, run};

/// What the codes of a gathering are made from.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Key {
    /// Of which gathering.
    pub gathering_id: GatheringId,
    /// 256 random bits.
    pub secret: Vec<u8>,
    /// When a code of it was last shown, to the hour.
    pub shown_at: Instant,
}

/// The key of a gathering; none until a code was shown.
pub async fn key(db: &mut Connection, gathering: GatheringId) -> Result<Option<Key>> {
    row!(db, Key, "select gathering_id, secret, shown_at from check_in_keys where gathering_id = $1", gathering).await
}

/// The keys of which a code was shown since.
pub async fn shown_since(db: &mut Connection, since: Instant) -> Result<Vec<Key>> {
    rows!(
        db,
        Key,
        "select gathering_id, secret, shown_at from check_in_keys where shown_at > $1 order by gathering_id",
        since
    )
    .await
}

/// Makes a key, or notes that it is shown; of two processes at once the first one's key stays.
pub async fn show(db: &mut Writing, gathering: GatheringId, secret: &[u8], now: Instant) -> Result<()> {
    run!(
        db,
        "insert into check_in_keys (gathering_id, secret, shown_at) values ($1, $2, $3)
         on conflict (gathering_id) do update set shown_at = $3",
        gathering,
        secret,
        now
    )
    .await?;
    Ok(())
}

/// Notes that guests counted themselves; 0 when this form was sent before.
pub async fn add_guests(
    db: &mut Writing,
    gathering: GatheringId,
    once: Uuid,
    guests: i64,
    now: Instant,
) -> Result<u64> {
    run!(
        db,
        "insert into guest_check_ins (gathering_id, once, guests, at) values ($1, $2, $3, $4) on conflict do nothing",
        gathering,
        once,
        guests,
        now
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Guests {
    guests: i64,
}

/// Takes guests back who counted themselves since; how many they were.
pub async fn remove_guests(
    db: &mut Writing,
    gathering: GatheringId,
    once: Uuid,
    since: Instant,
) -> Result<Option<i64>> {
    let found = row!(
        db,
        Guests,
        "delete from guest_check_ins where gathering_id = $1 and once = $2 and at > $3 returning guests",
        gathering,
        once,
        since
    );
    Ok(found.await?.map(|row| row.guests))
}
