//! Stories of work to do later.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use super::{Kind, LEASE, TRIES, begin, enqueue, left_over, run_due, store};
use crate::testing::TestApp;

async fn want(app: &TestApp, kind: &'static str, once: Option<&str>) {
    let mut db = app.write().await.unwrap();
    enqueue(&mut db, app, kind, &serde_json::json!({}), app.now(), once).await.unwrap();
    db.commit().await.unwrap();
}

#[each_engine]
async fn a_job_that_fails_is_tried_again_later_and_in_the_end_shown_to_a_steward(app: TestApp) {
    want(&app, "nobody knows this", None).await;
    for _ in 0..TRIES {
        assert_eq!(run_due(&app).await.unwrap(), 1, "due, and tried once");
        app.clock.set(app.now().plus_days(1));
    }
    assert_eq!(run_due(&app).await.unwrap(), 0, "dead jobs rest");
    let steward = app.steward().await;
    let page = steward.get("/admin/jobs").await;
    page.shows("Work that this version does not know (nobody knows this)");
    page.submit("Try again").await.shows("will be tried again");
    assert_eq!(run_due(&app).await.unwrap(), 1);
    for _ in 1..TRIES {
        app.clock.set(app.now().plus_days(1));
        run_due(&app).await.unwrap();
    }
    steward.get("/admin/jobs").await.submit("Drop").await.shows("dropped");
    assert!(left_over(&app).await.unwrap().is_empty());
}

/// A job that a mistake of ours stops.
pub const STOPS: Kind = Kind {
    name: "stops",
    title: "jobs-unknown",
    daily: false,
    run: |_, _| Box::pin(async { panic!("a mistake of ours") }),
};

#[each_engine]
async fn a_job_that_stops_in_the_middle_does_not_take_the_others_with_it(app: TestApp) {
    want(&app, "stops", None).await;
    want(&app, "sweep", None).await;
    assert_eq!(run_due(&app).await.unwrap(), 2);
    let left = left_over(&app).await.unwrap();
    assert_eq!(left[0].last_error.as_deref(), Some("it stopped in the middle"));
    for _ in 1..TRIES {
        app.clock.set(app.now().plus_days(1));
        run_due(&app).await.unwrap();
    }
    app.steward().await.get("/admin/jobs").await.submit("Drop").await.shows("dropped");
}

#[each_engine]
async fn wanting_the_same_thing_twice_does_it_once(app: TestApp) {
    want(&app, "sweep", Some("sweep")).await;
    want(&app, "sweep", Some("sweep")).await;
    assert_eq!(run_due(&app).await.unwrap(), 1);
}

#[each_engine]
async fn what_a_transaction_takes_back_is_never_done(app: TestApp) {
    let mut db = app.write().await.unwrap();
    enqueue(&mut db, &app, "sweep", &serde_json::json!({}), app.now(), None).await.unwrap();
    drop(db);
    assert_eq!(run_due(&app).await.unwrap(), 0);
}

#[each_engine]
async fn a_daily_job_runs_once_a_day_however_many_processes_want_it(app: TestApp) {
    let first = begin(&app).await.unwrap();
    assert!(first > 3, "every daily job ran");
    assert_eq!(begin(&app).await.unwrap(), 0, "a second process, or a start on the same day, finds nothing to do");
    app.clock.set(app.now().plus_days(1));
    assert_eq!(begin(&app).await.unwrap(), first);
    assert_eq!(begin(&app).await.unwrap(), 0);
}

#[each_engine]
async fn a_clock_that_ran_ahead_and_is_put_back_leaves_nothing_waiting(app: TestApp) {
    let daily = begin(&app).await.unwrap();
    let right = app.now();
    app.clock.set(right.plus_days(400));
    assert_eq!(begin(&app).await.unwrap(), daily);
    want(&app, "sweep", None).await;
    // Another worker claims it and dies with it, still ahead.
    let mut db = app.write().await.unwrap();
    let until = app.now().plus_seconds(LEASE);
    let claimed = store::claim(&mut db, "one that dies", app.now(), until).await.unwrap();
    assert_eq!(claimed.unwrap().kind, "sweep");
    db.commit().await.unwrap();
    app.clock.set(right.plus_seconds(60));
    assert_eq!(run_due(&app).await.unwrap(), 0, "it waits for a time in which nobody lives");
    assert_eq!(begin(&app).await.unwrap(), daily + 1, "what waited is done, and the daily ones are back in their days");
}
