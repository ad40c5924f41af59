//! What the house promises of its rows holds for its samples, and is missed when it does not.

use each_engine::each_engine;
use serde_json::json;

use super::{TestApp, run_text};
use crate::app::PROMISES;
use crate::people::Role;

async fn broken(app: &TestApp) -> Vec<String> {
    let mut db = app.database.snapshot().await.unwrap();
    let mut broken = Vec::new();
    for promise in PROMISES {
        broken.extend(promise(&mut db).await.unwrap());
    }
    broken
}

#[each_engine]
async fn what_may_not_be_is_told(app: TestApp) {
    let host = app.person("Hana Host", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host)).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let (program, path) = (app.program(host).await, format!("/api/v1/gatherings/{}", gathering.id));
    program.send("PUT", &format!("{path}/answer"), Some(json!({ "answer": "yes" }))).await.is(200);
    program.send("POST", &format!("{path}/topics"), Some(json!({ "title": "Portfolios" }))).await.is(201);
    assert_eq!(broken(&app).await, Vec::<String>::new());
    for text in [
        "update answers set waiting_since = 1",
        "update answers set series_id = null",
        "update topics set series_id = null",
    ] {
        run_text(&app.database, text.to_owned()).await.unwrap();
    }
    let broken = broken(&app).await;
    assert_eq!(broken.len(), 3, "{broken:?}");
}
