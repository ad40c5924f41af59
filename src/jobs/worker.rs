//! The worker: claims what is due, runs it, sleeps until woken or for two seconds.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;

use super::{Job, LEASE, TRIES, kind, store};
use crate::app::{App, CATCH_UP, DOMAINS};
use crate::clock::Instant;

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// Works until `stop` says so. One job at a time: mail and sweeping do not need more, and the
/// database's single writer is left to the people.
pub async fn work(app: App, mut stop: tokio::sync::watch::Receiver<bool>) {
    let mut memory = Memory::default();
    loop {
        if let Err(error) = look_at_the_clock(&app, &mut memory).await {
            tracing::error!("jobs: {error:#}");
        }
        match run_one(&app, "worker").await {
            Ok(true) => continue,
            Ok(false) => {
                if let Err(error) = catch_up(&app).await {
                    tracing::error!("jobs: {error:#}");
                }
            }
            Err(error) => tracing::error!("jobs: {error:#}"),
        }
        tokio::select! {
            () = app.jobs.notified() => {}
            // Other processes enqueue without waking us, and some jobs are for later.
            () = tokio::time::sleep(Duration::from_secs(2)) => {}
            _ = stop.changed() => return,
        }
        if *stop.borrow() {
            return;
        }
    }
}

/// Runs everything that is due (stories and the demo call it).
///
/// # Errors
/// When the database fails; a job that fails is put back instead.
pub async fn run_due(app: &App) -> anyhow::Result<usize> {
    let mut ran = 0;
    while run_one(app, "by hand").await? {
        ran += 1;
    }
    catch_up(app).await?;
    Ok(ran)
}

async fn catch_up(app: &App) -> anyhow::Result<()> {
    for step in CATCH_UP {
        step(app).await?;
    }
    Ok(())
}

/// What a worker remembers between its rounds.
#[derive(Debug, Default)]
struct Memory {
    /// The day (of UTC) for which the daily jobs were wanted.
    wanted: Option<i64>,
    /// The clock at the last round.
    last: Option<Instant>,
}

/// How far two machines that share a database may disagree about the time, in seconds.
const ASKEW: i64 = 60;

/// Wants each daily job done, once for every day of UTC however many processes want it: its row stays, and
/// waits for the next day. Where the clock was put back, or may have been while nobody worked, sees that
/// nothing waits for a day that is far off again.
async fn look_at_the_clock(app: &App, memory: &mut Memory) -> anyhow::Result<()> {
    let now = app.now();
    let day = now.0.div_euclid(DAY);
    let put_back = memory.last.is_none_or(|last| now.plus_seconds(ASKEW) < last);
    if memory.wanted == Some(day) && !put_back {
        memory.last = Some(now);
        return Ok(());
    }
    let mut db = app.write().await?;
    if put_back {
        let later = |seconds| now.plus_seconds(seconds + ASKEW);
        let by = store::Reckoning { now, made: later(0), lease: later(LEASE), again: later(patience(TRIES)) };
        let put_right = store::put_right(&mut db, by).await?;
        if put_right > 0 {
            tracing::warn!("the clock was put back: {put_right} jobs waited for a time that is far off now");
        }
    }
    for kind in DOMAINS.iter().flat_map(|domain| (domain.jobs)()).filter(|kind| kind.daily) {
        store::want_daily(&mut db, app.new_id()?, kind.name, now, now.plus_days(2)).await?;
    }
    db.commit().await?;
    *memory = Memory { wanted: Some(day), last: Some(now) };
    Ok(())
}

/// When the day of UTC after this one begins.
fn tomorrow(now: Instant) -> Instant {
    Instant((now.0.div_euclid(DAY) + 1).saturating_mul(DAY))
}

async fn run_one(app: &App, name: &str) -> anyhow::Result<bool> {
    let worker = format!("{name} {}", app.new_id::<uuid::Uuid>()?);
    let now = app.now();
    let mut db = app.write().await?;
    let Some(job) = store::claim(&mut db, &worker, now, now.plus_seconds(LEASE)).await? else {
        return Ok(false);
    };
    db.commit().await?;
    let outcome = match kind(&job.kind) {
        // One job that panics must not end the worker, and with it all mail.
        Some(kind) => AssertUnwindSafe((kind.run)(app.clone(), job.payload.clone()))
            .catch_unwind()
            .await
            .unwrap_or_else(|_| Err(anyhow::anyhow!("it stopped in the middle"))),
        None => Err(anyhow::anyhow!("this program knows no job \"{}\"", job.kind)),
    };
    let mut db = app.write().await?;
    match outcome {
        Ok(()) => {
            let daily = kind(&job.kind).is_some_and(|kind| kind.daily);
            if !daily || store::tomorrow(&mut db, job.id, &worker, tomorrow(app.now())).await? == 0 {
                store::done(&mut db, job.id, &worker).await?;
            }
        }
        Err(error) => {
            tracing::warn!(kind = job.kind, attempts = job.attempts, "job failed: {error:#}");
            let (run_at, dead_at) = next(&job, app.now());
            store::failed(&mut db, job.id, &worker, &format!("{error:#}"), run_at, dead_at).await?;
        }
    }
    db.commit().await?;
    Ok(true)
}

/// How many seconds a job waits that failed so many times.
fn patience(attempts: i64) -> i64 {
    10 * 4_i64.saturating_pow(u32::try_from(attempts - 1).unwrap_or(0))
}

/// When a job that failed is tried again: after 10 seconds, 40, 160, …; or that it is dead.
fn next(job: &Job, now: Instant) -> (Instant, Option<Instant>) {
    (now.plus_seconds(patience(job.attempts)), (job.attempts >= TRIES).then_some(now))
}

/// One round of a worker that has just begun, without the sleep (stories of the clock call it).
#[cfg(test)]
pub async fn begin(app: &App) -> anyhow::Result<usize> {
    look_at_the_clock(app, &mut Memory::default()).await?;
    run_due(app).await
}
