//! Stories of answering.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod letters;
mod places;
mod said;

use crate::answers::{self, Answer, Wish};
use crate::clock::Instant;
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::testing::{TestApp, Visitor};
use crate::{jobs, run};

/// A host, and a series of ten lunches with so many places.
async fn season(app: &TestApp, capacity: Option<i64>) -> (Visitor, SeriesId) {
    let host = app.member("Hana Host", &[]).await;
    let mut new = app.new_series(host.id());
    new.capacity = capacity;
    let series = app.found(new).await;
    (host, series)
}

async fn say(app: &TestApp, gathering: GatheringId, person: PersonId, wish: Wish) -> answers::Mine {
    let mut db = app.write().await.unwrap();
    let mine = answers::say(&mut db, app, gathering, person, wish, None).await.unwrap();
    db.commit().await.unwrap();
    // Time passes between two people's answers.
    app.clock.set(Instant(app.now().0 + 1));
    mine
}

async fn say_series(app: &TestApp, series: SeriesId, person: PersonId, wish: Wish) {
    let mut db = app.write().await.unwrap();
    answers::say_series(&mut db, app, series, person, wish).await.unwrap();
    db.commit().await.unwrap();
    app.clock.set(Instant(app.now().0 + 1));
}

/// What stands of a person, and their place in the queue.
async fn stands(app: &TestApp, gathering: GatheringId, person: PersonId) -> Option<(Answer, Option<i64>)> {
    let mine = answers::mine(&mut app.read().await.unwrap(), gathering, person).await.unwrap();
    mine.map(|mine| (mine.answer, mine.position))
}

/// What the gatherings domain does to a gathering: one column, here.
async fn set_capacity(app: &TestApp, gathering: GatheringId, capacity: Option<i64>) {
    let mut db = app.write().await.unwrap();
    run!(db, "update gatherings set capacity = $2 where id = $1", gathering, capacity).await.unwrap();
    db.commit().await.unwrap();
}

async fn set_state(app: &TestApp, gathering: GatheringId, state: &str, note: Option<&str>) {
    let mut db = app.write().await.unwrap();
    run!(db, "update gatherings set state = $2, note = $3 where id = $1", gathering, state, note).await.unwrap();
    db.commit().await.unwrap();
}

/// The job that the gatherings domain wants done with a change.
async fn changed(app: &TestApp, gathering: GatheringId, change: &str, before: serde_json::Value) {
    let mut db = app.write().await.unwrap();
    let payload = serde_json::json!({ "gathering": gathering, "change": change, "before": before });
    jobs::enqueue(&mut db, app, "gathering-changed", &payload, app.now(), None).await.unwrap();
    db.commit().await.unwrap();
}

async fn next(app: &TestApp, series: SeriesId) -> Gathering {
    app.gathering_on(series, "2026-01-14").await
}
