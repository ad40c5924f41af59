//! The same verbs as JSON.

use each_engine::each_engine;
use serde_json::{Value, json};

use super::{comes, host, proposes};
use crate::gatherings::Audience;
use crate::people::Role;
use crate::testing::TestApp;

fn season() -> Value {
    json!({
        "title": "Coffee", "weekdays": ["wed"], "first_date": "2026-01-21", "last_date": "2026-03-18",
        "starts": "12:05", "ends": "12:45", "days_off": ["2026-02-18 Reading week"], "capacity": 20
    })
}

fn with(mut value: Value, field: &str, other: Value) -> Value {
    value[field] = other;
    value
}

#[each_engine]
async fn a_program_makes_reads_and_changes_a_series(app: TestApp) {
    let host = host(&app).await;
    let program = app.program(host.id()).await;
    let made = program.send("POST", "/api/v1/series", Some(season())).await;
    made.is(201);
    let path = format!("/api/v1/series/{}", made.at("/id").as_str().unwrap());
    for (pointer, value) in [
        ("/weekdays", json!(["wed"])),
        ("/every_weeks", json!(1)),
        ("/zone", json!("America/Vancouver")),
        ("/days_off", json!([{"date": "2026-02-18", "reason": "Reading week"}])),
        ("/audience", json!("district")),
        ("/capacity", json!(20)),
        ("/welcome_minutes", json!(3)),
        ("/close_minutes", json!(2)),
        ("/hosts", json!([host.id()])),
        ("/invited", json!([])),
        ("/version", json!(1)),
    ] {
        assert_eq!(made.at(pointer), &value, "{pointer}");
    }
    assert_eq!(program.get(&path).await.is(200).body, made.body);
    let list = program.get("/api/v1/series").await;
    assert_eq!((list.at("/total"), list.at("/items/0/title")), (&json!(1), &json!("Coffee")));
    let gatherings = program.get(&format!("{path}/gatherings")).await;
    assert_eq!(
        (gatherings.at("/total"), gatherings.at("/items/0/starts_at")),
        (&json!(8), &json!("2026-01-21T20:05:00Z"))
    );
    let patch = json!({"capacity": null, "starts": "12:10", "version": 1});
    let changed = program.send("PATCH", &path, Some(patch.clone())).await;
    assert_eq!(
        (changed.is(200).at("/capacity"), changed.at("/starts"), changed.at("/title")),
        (&Value::Null, &json!("12:10"), &json!("Coffee"))
    );
    let stale = program.send("PATCH", &path, Some(patch)).await;
    stale.is(409);
    assert_eq!(stale.kind, "application/problem+json");
    // A rule that leaves out dates which nobody spoke for takes them away.
    let shorter = json!({"last_date": "2026-02-01", "days_off": []});
    program.send("PATCH", &path, Some(shorter.clone())).await.is(409);
    program.send("PATCH", &path, Some(with(shorter, "confirm", json!(true)))).await.is(200);
    assert_eq!(program.get(&format!("{path}/gatherings")).await.at("/total"), &json!(2));
    app.letters().await;
}

#[each_engine]
async fn a_program_is_told_what_a_change_would_lose_and_says_yes_to_it(app: TestApp) {
    let host = host(&app).await;
    let program = app.program(host.id()).await;
    let series = app.found(app.new_series(host.id())).await;
    let lost = app.gathering_on(series, "2026-02-11").await;
    proposes(&app, &host, &lost).await;
    comes(&app, app.person("Mina Member", &[]).await, &lost).await;
    let path = format!("/api/v1/series/{series}");
    let change = json!({"from": "2026-02-04", "every_weeks": 2, "version": 1});
    let told = program.send("PATCH", &path, Some(change.clone())).await;
    assert_eq!((told.is(409).kind.as_str(), told.at("/status")), ("application/problem+json", &json!(409)));
    let held = json!([{"kind": "yes", "count": 1}, {"kind": "topic", "count": 1}]);
    let first = json!({"gathering": lost.id, "date": "2026-02-11", "becomes": "cancelled", "held": held});
    assert_eq!(told.at("/loss/0"), &first);
    assert_eq!(told.at("/loss/1/becomes"), &json!("removed"));
    assert_eq!(told.at("/loss").as_array().unwrap().len(), 3);
    assert_eq!(program.get(&path).await.at("/version"), &json!(1), "nothing has happened");
    program.send("PATCH", &path, Some(with(change.clone(), "confirm", json!("yes")))).await.is(422);
    let done = program.send("PATCH", &path, Some(with(change, "confirm", json!(true)))).await;
    for (pointer, value) in [
        ("/every_weeks", json!(2)),
        ("/first_date", json!("2026-01-07")),
        ("/rule_from", json!("2026-02-02")),
        ("/earlier/0/every_weeks", json!(1)),
        ("/earlier/0/last_date", json!("2026-02-01")),
    ] {
        assert_eq!(done.is(200).at(pointer), &value, "{pointer}");
    }
    program.send("PATCH", &path, Some(json!({"from": "someday"}))).await.is(422);
    app.letters().await;
}

#[each_engine]
async fn wrong_json_is_a_problem_that_points(app: TestApp) {
    let program = app.program(host(&app).await.id()).await;
    for (field, value, pointer) in [
        ("title", json!(5), "/title"),
        ("title", json!(""), "/title"),
        ("title", json!("x".repeat(121)), "/title"),
        ("weekdays", json!(["someday"]), "/weekdays"),
        ("weekdays", json!([]), "/weekdays"),
        ("weekdays", json!([3]), "/weekdays"),
        ("every_weeks", json!("1"), "/every_weeks"),
        ("first_date", json!(20260121), "/first_date"),
        ("first_date", json!(null), "/first_date"),
        ("starts", json!({"hour": 12}), "/starts"),
        ("days_off", json!([{"date": "2026-02-18"}]), "/days_off"),
        ("days_off", json!([20260218]), "/days_off"),
        ("capacity", json!(-1), "/capacity"),
        ("capacity", json!(1e300), "/capacity"),
        ("hosts", json!([7]), "/hosts"),
        ("invited", json!(["nobody@sample.example"]), "/invited"),
        ("school", json!("here"), "/school"),
        ("colour", json!("red"), "/colour"),
    ] {
        let answer = program.send("POST", "/api/v1/series", Some(with(season(), field, value.clone()))).await;
        answer.is(422);
        assert!(answer.wrong_fields().contains(&pointer.to_owned()), "{field} = {value}: {}", answer.body);
    }
    for (body, status) in [("{", 400), ("[]", 400), ("\"series\"", 400), ("{}", 422)] {
        program.send_text("POST", "/api/v1/series", Some(body.to_owned())).await.is(status);
        program.send_text("POST", "/api/v1/gatherings", Some(body.to_owned())).await.is(status);
    }
    program.get("/api/v1/series?page=none").await.is(422);
    program.get("/api/v1/series/none").await.is(404);
    assert_eq!(program.get("/api/v1/series").await.at("/total"), &json!(0), "nothing was made of any of it");
}

#[each_engine]
async fn a_program_moves_and_calls_off_a_gathering(app: TestApp) {
    let host = host(&app).await;
    let program = app.program(host.id()).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let path = format!("/api/v1/gatherings/{}", gathering.id);
    let moved = program.send("PATCH", &path, Some(json!({"date": "2026-01-22", "capacity": 8}))).await;
    moved.is(200);
    for (pointer, value) in [
        ("/date", json!("2026-01-22")),
        ("/rule_date", json!("2026-01-21")),
        ("/moved", json!(true)),
        ("/starts_at", json!("2026-01-22T20:05:00Z")),
        ("/capacity", json!(8)),
        ("/series", json!(series)),
        ("/version", json!(2)),
    ] {
        assert_eq!(moved.at(pointer), &value, "{pointer}");
    }
    let off = program.send("PATCH", &path, Some(json!({"state": "cancelled", "note": "Snow day", "version": 2}))).await;
    assert_eq!((off.is(200).at("/state"), off.at("/note")), (&json!("cancelled"), &json!("Snow day")));
    program.send("PATCH", &path, Some(json!({"state": "planned", "version": 2}))).await.is(409);
    for (body, pointer) in [
        (json!({"title": "Mine"}), "/title"),
        (json!({"state": "postponed"}), "/state"),
        (json!({"date": "2026-01-01"}), "/date"),
        (json!({"date": null}), "/date"),
        (json!({"ends": "12:00"}), "/ends"),
        (json!({"link": "ftp://elsewhere.example"}), "/link"),
        (json!({"version": "2"}), "/version"),
    ] {
        let answer = program.send("PATCH", &path, Some(body.clone())).await;
        assert_eq!((answer.is(422).wrong_fields().first().map(String::as_str)), Some(pointer), "{body}");
    }
    app.letters().await;
}

#[each_engine]
async fn a_program_makes_a_gathering_that_stands_alone(app: TestApp) {
    let host = host(&app).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let program = app.program(host.id()).await;
    let body = json!({"title": "An author visits", "date": "2026-02-03", "starts": "15:30", "ends": "17:00",
                      "audience": "invited", "invited": [mina]});
    let made = program.send("POST", "/api/v1/gatherings", Some(body)).await;
    assert_eq!((made.is(201).at("/hosts"), made.at("/invited")), (&json!([host.id()]), &json!([mina])));
    let path = format!("/api/v1/gatherings/{}", made.at("/id").as_str().unwrap());
    let seen = app.program(mina).await.get(&path).await;
    assert_eq!(seen.is(200).body.get("invited"), None, "who is invited is for hosts");
    app.program(app.person("Sam Stranger", &[]).await).await.get(&path).await.is(404);
    app.stranger_program().get(&path).await.is(401);
    let changed =
        program.send("PATCH", &path, Some(json!({"title": "Two authors", "hosts": ["mina@sample.example"]}))).await;
    assert_eq!(changed.is(200).at("/hosts"), &json!([mina]));
    program.get(&path).await.is(404);
}

#[each_engine]
async fn a_list_shows_each_what_they_may_see(app: TestApp) {
    let host = host(&app).await;
    for (title, audience) in
        [("Open", Audience::Public), ("District", Audience::District), ("Closed", Audience::Invited)]
    {
        app.found(crate::gatherings::NewSeries { title: title.to_owned(), audience, ..app.new_series(host.id()) })
            .await;
    }
    let sam = app.person("Sam Stranger", &[]).await;
    let total = |answer: crate::testing::Json| answer.at("/total").as_i64().unwrap();
    assert_eq!(total(app.program(host.id()).await.get("/api/v1/series").await), 3);
    assert_eq!(total(app.program(sam).await.get("/api/v1/series").await), 2);
    assert_eq!(total(app.stranger_program().get("/api/v1/series").await), 1);
}
