//! The worker: claims what is due, runs it, sleeps until woken or for two seconds.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use futures_util::FutureExt;

use super::{Job, Kind, LEASE, TRIES, enqueue, store};
use crate::app::{App, DOMAINS};

/// Works until `stop` says so. One job at a time: mail and sweeping do not need more, and the
/// database's single writer is left to the people.
pub async fn work(app: App, mut stop: tokio::sync::watch::Receiver<bool>) {
    loop {
        if let Err(error) = want_daily(&app).await {
            tracing::error!("jobs: {error:#}");
        }
        match run_one(&app, "worker").await {
            Ok(true) => continue,
            Ok(false) => {}
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
    Ok(ran)
}

/// Wants each daily job done, once for every day of UTC. A job that is done leaves no trace, so the day
/// is kept by this process; a second process that wants it too runs it a second time, which jobs bear.
async fn want_daily(app: &App) -> anyhow::Result<()> {
    static WANTED: AtomicI64 = AtomicI64::new(-1);
    let day = app.now().0.div_euclid(86_400_000_000);
    if WANTED.swap(day, Ordering::SeqCst) == day {
        return Ok(());
    }
    let mut db = app.write().await?;
    for kind in DOMAINS.iter().flat_map(|domain| (domain.jobs)()).filter(|kind| kind.daily) {
        enqueue(&mut db, app, kind.name, &serde_json::Value::Null, app.now(), Some(kind.name)).await?;
    }
    db.commit().await?;
    Ok(())
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
        Ok(()) => store::done(&mut db, job.id, &worker).await?,
        Err(error) => {
            tracing::warn!(kind = job.kind, attempts = job.attempts, "job failed: {error:#}");
            let (run_at, dead_at) = next(&job, app.now());
            store::failed(&mut db, job.id, &worker, &format!("{error:#}"), run_at, dead_at).await?;
        }
    }
    db.commit().await?;
    Ok(true)
}

/// When a job that failed is tried again: after 10 seconds, 40, 160, …; or that it is dead.
fn next(job: &Job, now: crate::clock::Instant) -> (crate::clock::Instant, Option<crate::clock::Instant>) {
    let patience = 10 * 4_i64.saturating_pow(u32::try_from(job.attempts - 1).unwrap_or(0));
    (now.plus_seconds(patience), (job.attempts >= TRIES).then_some(now))
}

fn kind(name: &str) -> Option<Kind> {
    #[cfg(test)]
    if name == super::tests::STOPS.name {
        return Some(super::tests::STOPS);
    }
    DOMAINS.iter().flat_map(|domain| (domain.jobs)()).find(|kind| kind.name == name)
}
