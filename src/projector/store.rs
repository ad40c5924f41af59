//! SQL of runs, their steps, and screens.

pub mod personal;

use super::run::{Run, Step};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, PersonId, ScreenId};
use crate::{row, rows, run};

/// Where a gathering stands; none until it was begun.
pub async fn run(db: &mut Connection, gathering: GatheringId) -> Result<Option<Run>> {
    row!(
        db,
        Run,
        "select gathering_id, now_on, topic_id, minutes, since, ended_at, updated_by, version from runs
         where gathering_id = $1",
        gathering
    )
    .await
}

/// What was on before, the first first.
pub async fn steps(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Step>> {
    rows!(
        db,
        Step,
        "select place, now_on, topic_id, minutes, began_at, ended_at, skipped from run_steps
         where gathering_id = $1 order by place",
        gathering
    )
    .await
}

/// Sets where a gathering stands.
pub async fn put(db: &mut Writing, run: &Run) -> Result<()> {
    run!(
        db,
        "insert into runs (gathering_id, now_on, topic_id, minutes, since, ended_at, updated_by, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (gathering_id) do update set now_on = $2, topic_id = $3, minutes = $4, since = $5, ended_at = $6,
             updated_by = $7, version = $8",
        run.gathering_id,
        run.now_on,
        run.topic_id,
        run.minutes,
        run.since,
        run.ended_at,
        run.updated_by,
        run.version
    )
    .await?;
    Ok(())
}

/// Puts a step on the pile.
pub async fn push(db: &mut Writing, gathering: GatheringId, step: &Step) -> Result<()> {
    run!(
        db,
        "insert into run_steps (gathering_id, place, now_on, topic_id, minutes, began_at, ended_at, skipped)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        gathering,
        step.place,
        step.now_on,
        step.topic_id,
        step.minutes,
        step.began_at,
        step.ended_at,
        step.skipped
    )
    .await?;
    Ok(())
}

/// Takes a step off the pile.
pub async fn pop(db: &mut Writing, gathering: GatheringId, place: i64) -> Result<()> {
    run!(db, "delete from run_steps where gathering_id = $1 and place = $2", gathering, place).await?;
    Ok(())
}

/// A computer that shows a gathering without anyone signed in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Screen {
    /// Its identifier.
    pub id: ScreenId,
    /// What it shows.
    pub gathering_id: GatheringId,
    /// Whether a computer has used its code up.
    pub paired: bool,
    /// Until when it shows it.
    pub expires_at: Instant,
}

/// Adds a screen that waits for its computer.
pub async fn insert_screen(db: &mut Writing, screen: &Screen, code: &[u8], by: PersonId, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into screens (id, gathering_id, code, secret, made_by, made_at, expires_at)
         values ($1, $2, $3, null, $4, $5, $6)",
        screen.id,
        screen.gathering_id,
        code,
        by,
        now,
        screen.expires_at
    )
    .await?;
    Ok(())
}

/// The screens of a gathering, the oldest first; those whose code was never used are over with it.
pub async fn screens(
    db: &mut Connection,
    gathering: GatheringId,
    made_since: Instant,
    now: Instant,
) -> Result<Vec<Screen>> {
    rows!(
        db,
        Screen,
        "select id, gathering_id, secret is not null as paired, expires_at from screens
         where gathering_id = $1 and expires_at > $3 and (secret is not null or made_at > $2) order by made_at, id",
        gathering,
        made_since,
        now
    )
    .await
}

/// Uses a code up: from then on the computer is known by its secret. Of two at once only one gets it.
pub async fn pair(
    db: &mut Writing,
    code: &[u8],
    secret: &[u8],
    made_since: Instant,
    now: Instant,
) -> Result<Option<Screen>> {
    row!(
        db,
        Screen,
        "update screens set code = null, secret = $2 where code = $1 and made_at > $3 and expires_at > $4
         returning id, gathering_id, secret is not null as paired, expires_at",
        code,
        secret,
        made_since,
        now
    )
    .await
}

/// The screen of a secret.
pub async fn screen(db: &mut Connection, secret: &[u8], now: Instant) -> Result<Option<Screen>> {
    row!(
        db,
        Screen,
        "select id, gathering_id, secret is not null as paired, expires_at from screens
         where secret = $1 and expires_at > $2",
        secret,
        now
    )
    .await
}

/// Ends a screen of a gathering.
pub async fn end_screen(db: &mut Writing, gathering: GatheringId, id: ScreenId) -> Result<u64> {
    run!(db, "delete from screens where gathering_id = $1 and id = $2", gathering, id).await
}

/// Forgets screens that were over before.
pub async fn sweep(db: &mut Writing, before: Instant) -> Result<()> {
    run!(db, "delete from screens where expires_at < $1", before).await?;
    Ok(())
}
