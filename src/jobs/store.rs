//! SQL of the job table. Claiming has a text for each engine: PostgreSQL must skip what another
//! worker holds, SQLite has one writer anyway and does not know the words.

pub mod personal;

use super::Job;
use crate::clock::Instant;
use crate::database::{Connection, Engine, Error, Result, Writing};
use crate::ids::JobId;
use crate::{rows, run};

/// Adds a job, unless one of the same `once` waits.
pub async fn insert(
    db: &mut Writing,
    id: JobId,
    kind: &str,
    payload: &str,
    once: Option<&str>,
    run_at: Instant,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into jobs (id, kind, payload, once, run_at, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (once) do nothing",
        id,
        kind,
        payload,
        once,
        run_at,
        now
    )
    .await?;
    Ok(())
}

/// Wants a daily job, which has one row for good: done today, it waits for tomorrow. One that waits beyond
/// `latest` was put off by a clock that was ahead, and is due now.
pub async fn want_daily(db: &mut Writing, id: JobId, kind: &str, now: Instant, latest: Instant) -> Result<()> {
    run!(
        db,
        "insert into jobs (id, kind, payload, once, run_at, created_at) values ($1, $2, 'null', $2, $3, $3)
         on conflict (once) do update set run_at = excluded.run_at where jobs.run_at > $4 and jobs.dead_at is null",
        id,
        kind,
        now,
        latest
    )
    .await?;
    Ok(())
}

/// Puts a daily job that is done off to its next day, if this worker still holds it; how many.
pub async fn tomorrow(db: &mut Writing, id: JobId, worker: &str, run_at: Instant) -> Result<u64> {
    run!(
        db,
        "update jobs set locked_by = null, locked_until = null, attempts = 0, last_error = null, run_at = $3
         where id = $1 and locked_by = $2 and once = kind",
        id,
        worker,
        run_at
    )
    .await
}

/// The instants by which [`put_right`] judges.
#[derive(Debug)]
pub struct Reckoning {
    /// The clock.
    pub now: Instant,
    /// Nothing was made later than this.
    pub made: Instant,
    /// No lease reaches beyond this.
    pub lease: Instant,
    /// Nothing that failed is tried again later than this.
    pub again: Instant,
}

/// After the clock was put back: what a clock that was ahead made, or put off, waits as long from now on as
/// it was meant to, and its leases are over. How many jobs that were.
pub async fn put_right(db: &mut Writing, by: Reckoning) -> Result<u64> {
    run!(
        db,
        "update jobs set created_at = case when created_at > $2 then $1 else created_at end,
                         run_at = case when created_at > $2 then $1 + (run_at - created_at)
                                       when attempts > 0 and run_at > $4 then $1 else run_at end,
                         locked_by = case when locked_until > $3 then null else locked_by end,
                         locked_until = case when locked_until > $3 then null else locked_until end
         where created_at > $2 or locked_until > $3 or (attempts > 0 and run_at > $4)",
        by.now,
        by.made,
        by.lease,
        by.again
    )
    .await
}

/// Claims the job that has been due longest, until `until`.
pub async fn claim(db: &mut Writing, worker: &str, now: Instant, until: Instant) -> Result<Option<Job>> {
    const SQLITE: &str = "update jobs set locked_by = $1, locked_until = $2, attempts = attempts + 1 where id = (
            select id from jobs where dead_at is null and run_at <= $3 and (locked_until is null or locked_until < $3)
            order by run_at, id limit 1)
        returning id, kind, payload, attempts, run_at, last_error, dead_at";
    const POSTGRES: &str = "update jobs set locked_by = $1, locked_until = $2, attempts = attempts + 1 where id = (
            select id from jobs where dead_at is null and run_at <= $3 and (locked_until is null or locked_until < $3)
            order by run_at, id limit 1 for update skip locked)
        returning id, kind, payload, attempts, run_at, last_error, dead_at";
    match db.engine() {
        Engine::Sqlite(connection) => {
            sqlx::query_as(SQLITE).bind(worker).bind(until).bind(now).fetch_optional(connection).await
        }
        Engine::Postgres(connection) => {
            sqlx::query_as(POSTGRES).bind(worker).bind(until).bind(now).fetch_optional(connection).await
        }
    }
    .map_err(Error::from)
}

/// Forgets a job that is done, if this worker still holds it.
pub async fn done(db: &mut Writing, id: JobId, worker: &str) -> Result<()> {
    run!(db, "delete from jobs where id = $1 and locked_by = $2", id, worker).await?;
    Ok(())
}

/// Puts a job that failed back, or to the dead.
pub async fn failed(
    db: &mut Writing,
    id: JobId,
    worker: &str,
    error: &str,
    run_at: Instant,
    dead_at: Option<Instant>,
) -> Result<()> {
    run!(
        db,
        "update jobs set locked_by = null, locked_until = null, last_error = $3, run_at = $4, dead_at = $5
         where id = $1 and locked_by = $2",
        id,
        worker,
        error,
        run_at,
        dead_at
    )
    .await?;
    Ok(())
}

/// Every job in the table, oldest first; dead ones first of all.
pub async fn all(db: &mut Connection) -> Result<Vec<Job>> {
    rows!(
        db,
        Job,
        "select id, kind, payload, attempts, run_at, last_error, dead_at from jobs
         order by case when dead_at is null then 1 else 0 end, run_at, id limit 200"
    )
    .await
}

/// Tries a dead job again from the start.
pub async fn revive(db: &mut Writing, id: JobId, now: Instant) -> Result<u64> {
    run!(db, "update jobs set dead_at = null, attempts = 0, run_at = $2 where id = $1 and dead_at is not null", id, now)
        .await
}

/// Forgets a dead job.
pub async fn bury(db: &mut Writing, id: JobId) -> Result<u64> {
    run!(db, "delete from jobs where id = $1 and dead_at is not null", id).await
}
