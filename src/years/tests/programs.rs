//! A program that changes a year, puts it away, goes on to the next, and takes things out again.

use each_engine::each_engine;
use serde_json::{Value, json};

use super::network;
use crate::testing::TestApp;

#[each_engine]
async fn a_program_changes_a_year_and_goes_on_to_the_next(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let (program, other) = (app.program(lena.id()).await, app.program(mina.id()).await);
    let new = json!({"title": "2025–26", "first_date": "2025-09-01", "last_date": "2026-06-30",
                     "milestones": ["2025-10-14 First gathering", "Expo"]});
    let made = program.send("POST", &format!("/api/v1/networks/{id}/years"), Some(new)).await;
    let year = format!("/api/v1/years/{}", made.is(201).at("/0/id").as_str().unwrap());
    let milestone = format!("/api/v1/milestones/{}/gathering", made.at("/0/milestones/1/id").as_str().unwrap());

    // A milestone is a gathering of the network, and stays it when it is renamed.
    let series = app.found(app.new_series(lena.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    let which = Some(json!({ "gathering": gathering }));
    program.send("PUT", &milestone, which.clone()).await.is(422);
    let link = json!({"what": format!("series:{series}")});
    program.send("POST", &format!("/api/v1/networks/{id}/gatherings"), Some(link)).await.is(204);
    other.send("PUT", &milestone, which.clone()).await.is(403);
    program.send("PUT", &milestone, Some(json!({}))).await.is(422);
    program.send("PUT", &milestone, which).await.is(204);
    app.stranger_program().get(&year).await.is(401);
    let seen = other.get(&year).await;
    assert_eq!(seen.is(200).at("/milestones/1/gathering"), &json!(gathering));
    let version = seen.at("/version").clone();

    // What is not sent stays; what somebody else changed meanwhile is not written over.
    let renamed = json!({"milestones": ["2025-10-14 First gathering", "Expo of Awesome"], "version": version});
    other.send("PATCH", &year, Some(renamed.clone())).await.is(403);
    let changed = program.send("PATCH", &year, Some(renamed.clone())).await;
    assert_eq!(
        (changed.is(200).at("/title"), changed.at("/milestones/1/title"), changed.at("/milestones/1/gathering")),
        (&json!("2025–26"), &json!("Expo of Awesome"), &json!(gathering))
    );
    program.send("PATCH", &year, Some(renamed)).await.is(409);
    let wrong = json!({"title": null, "last_date": "2025-01-01", "colour": "red"});
    let wrong = program.send("PATCH", &year, Some(wrong)).await.is(422).wrong_fields();
    for field in ["/title", "/last_date", "/colour"] {
        assert!(wrong.iter().any(|one| one == field), "{wrong:?}");
    }
    let changed = program.send("PATCH", &year, Some(json!({"title": "The first"}))).await;
    assert_eq!((changed.at("/title"), changed.at("/milestones/0/date")), (&json!("The first"), &json!("2025-10-14")));
    other.send("DELETE", &milestone, None).await.is(403);
    program.send("DELETE", &milestone, None).await.is(204);
    assert_eq!(other.get(&year).await.at("/milestones/1/gathering"), &Value::Null);

    // Put away it is there to be read; out again it can be changed.
    other.send("PUT", &format!("{year}/archived"), None).await.is(403);
    program.send("PUT", &format!("{year}/archived"), None).await.is(204);
    assert_eq!(other.get(&year).await.at("/archived"), &json!(true));
    program.send("PATCH", &year, Some(json!({"title": "No"}))).await.is(403);
    program.send("DELETE", &format!("{year}/archived"), None).await.is(204);
    other.send("POST", &format!("{year}/next"), None).await.is(403);
    let next = program.send("POST", &format!("{year}/next"), None).await;
    assert_eq!(
        (next.is(201).at("/title"), next.at("/milestones/0/title"), next.at("/milestones/0/date")),
        (&json!("2026–27"), &json!("First gathering"), &Value::Null)
    );
    program.send("POST", &format!("{year}/next"), None).await.is(409);
    let years = other.get(&format!("/api/v1/networks/{id}/years")).await;
    assert_eq!((years.at("/0/title"), years.at("/1/archived")), (&json!("2026–27"), &json!(true)));
}

#[each_engine]
async fn a_program_takes_out_what_was_linked_and_what_was_announced(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let (program, other) = (app.program(lena.id()).await, app.program(mina.id()).await);
    let path = format!("/api/v1/networks/{id}");
    let series = app.found(app.new_series(lena.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    let gatherings = format!("{path}/gatherings");
    for (what, out) in [
        (format!("series:{series}"), format!("{path}/series/{series}")),
        (format!("gathering:{gathering}"), format!("{gatherings}/{gathering}")),
    ] {
        program.send("POST", &gatherings, Some(json!({ "what": what }))).await.is(204);
        assert_ne!(other.get(&gatherings).await.body, json!([]));
        other.send("DELETE", &out, None).await.is(403);
        program.send("DELETE", &out, None).await.is(204);
        assert_eq!(other.get(&gatherings).await.body, json!([]), "{what}");
    }
    let told = json!({"title": "Kits are back", "text": "Come."});
    let told = program.send("POST", &format!("{path}/announcements"), Some(told)).await;
    let one = format!("/api/v1/announcements/{}", told.is(201).at("/0/id").as_str().unwrap());
    other.send("DELETE", &one, None).await.is(403);
    program.send("DELETE", &one, None).await.is(204);
    assert_eq!(other.get(&format!("{path}/announcements")).await.body, json!([]));
    other.send("POST", &format!("{one}/restore"), None).await.is(403);
    program.send("POST", &format!("{one}/restore"), None).await.is(204);
    assert_eq!(other.get(&format!("{path}/announcements")).await.at("/0/title"), "Kits are back");
    app.at("2026-01-15T12:00");
    app.letters().await;
}
