//! Stories of taking attendance.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use crate::gatherings::Gathering;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// A host, and today's gathering of a series for the district.
async fn lunch(app: &TestApp) -> (Visitor, Gathering) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    app.at("2026-01-14T12:05");
    (host, gathering)
}

#[each_engine]
async fn the_host_taps_names_and_takes_a_tap_back(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    mina.post(&format!("/gatherings/{}/answer", gathering.id), &[("answer", "yes")]).await;
    let path = format!("/gatherings/{}/attendance", gathering.id);
    let page = host.get(&path).await;
    page.shows("Mina Member said yes").shows("0 people are here");
    let page = page.submit("Mina Member").await;
    page.shows("Mina Member is here").shows("1 person is here");
    assert_eq!(page.attributes("button.tap", "aria-pressed"), ["true"]);
    let page = page.submit("Undo").await;
    page.shows("0 people are here");
    page.submit("Excused Mina Member").await.shows("Mina Member is excused").shows("0 people are here");
}

#[each_engine]
async fn a_walk_in_is_found_by_name_whatever_the_accents(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    app.person("Zoé Élan", &[Role::TeacherOnCall]).await;
    let path = format!("/gatherings/{}/attendance", gathering.id);
    host.get(&path).await.hides("Zoé Élan").shows("Nobody has answered yet");
    host.get(&format!("{path}?q=nobody")).await.shows("Count them as a guest");
    let page = host.get(&format!("{path}?q=elan")).await;
    page.shows("Zoé Élan has not answered");
    page.submit("Zoé Élan").await.shows("1 person is here").shows("Zoé Élan walked in");
}

#[each_engine]
async fn guests_are_counted_not_named(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let path = format!("/gatherings/{}/attendance", gathering.id);
    let page = host.get(&path).await.submit("One guest more").await.submit("One guest more").await;
    page.shows("and 2 guests");
    page.submit("Undo").await.shows("and 1 guest");
    let page = host.post(&format!("/gatherings/{}/headcount", gathering.id), &[("guests", "many")]).await;
    page.is(422);
    host.get(&path).await.shows("and 1 guest");
}

#[each_engine]
async fn nobody_is_marked_before_it_begins_or_when_it_was_cancelled(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    app.at("2026-01-14T09:00");
    let path = format!("/gatherings/{}/attendance", gathering.id);
    host.get(&path).await.shows("Attendance opens an hour before");
    let person = host.id().to_string();
    host.post(&path, &[("person", &person), ("mark", "came")]).await.is(403).shows("an hour before");
}

#[each_engine]
async fn a_program_of_the_host_records_attendance(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let path = format!("/api/v1/gatherings/{}/attendance", gathering.id);
    let program = app.program(host.id()).await;
    let answer = program.send("POST", &path, Some(json!({"person": mina, "state": "came", "guests": 3}))).await;
    answer.is(200);
    assert_eq!((answer.at("/guests"), answer.at("/marks/0/state")), (&json!(3), &json!("came")));
    assert_eq!(answer.at("/marks/0/walk_in"), true, "she had not said yes");
    let answer = program.send("POST", &path, Some(json!({"person": mina, "state": "none"}))).await;
    assert_eq!(answer.is(200).at("/marks"), &json!([]));
    for (wrong, field) in [
        (json!({"person": mina}), "/state"),
        (json!({"person": "x", "state": "came"}), "/person"),
        (json!({"person": uuid::Uuid::nil(), "state": "came"}), "/person"),
        (json!({"guests": -1}), "/guests"),
        (json!({"guests": "3"}), "/guests"),
        (json!({}), "/person"),
        (json!({"guests": 1, "colour": "red"}), "/colour"),
    ] {
        assert_eq!(program.send("POST", &path, Some(wrong)).await.is(422).wrong_fields(), [field]);
    }
    let other = app.program(mina).await;
    other.send("POST", &path, Some(json!({"guests": 3}))).await.is(403);
}

#[each_engine]
async fn what_was_entered_without_a_network_is_of_when_it_was_entered(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let path = format!("/api/v1/gatherings/{}/attendance", gathering.id);
    let program = app.program(host.id()).await;
    app.at("2026-01-14T12:40");
    let mark = |state: &str| Some(json!({"person": mina, "state": state}));
    program.send_with("POST", &path, &[("entered-ago", "1800")], mark("came")).await.is(200);
    let at = program.get(&path).await.at("/marks/0/recorded_at").clone();
    assert_eq!(at, "2026-01-14T20:10:00Z", "12:10 in Vancouver");
    // A device whose clock ran wild: not before attendance was open.
    program.send_with("POST", &path, &[("entered-ago", "999999999")], mark("came")).await.is(200);
    assert_eq!(program.get(&path).await.at("/marks/0/recorded_at"), "2026-01-14T19:05:00Z");
}

#[each_engine]
async fn what_comes_late_does_not_undo_what_was_seen_since(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let path = format!("/api/v1/gatherings/{}/attendance", gathering.id);
    let program = app.program(host.id()).await;
    let mark = |state: &str| Some(json!({"person": mina, "state": state}));
    app.at("2026-01-14T12:30");
    program.send("POST", &path, mark("came")).await.is(200);
    app.at("2026-01-14T12:40");
    let late = program.send_with("POST", &path, &[("entered-ago", "1500")], mark("absent")).await;
    assert!(late.is(409).at("/title").as_str().unwrap().contains("they were here"), "{late:?}");
    assert_eq!(program.get(&path).await.at("/marks/0/state"), "came");
    // The same again is no quarrel, and what is entered now stands.
    program.send_with("POST", &path, &[("entered-ago", "1500")], mark("came")).await.is(200);
    program.send("POST", &path, mark("absent")).await.is(200);
}

#[each_engine]
async fn two_hosts_who_count_guests_count_together(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let path = format!("/gatherings/{}/attendance", gathering.id);
    let (mine, theirs) = (host.get(&path).await, host.get(&path).await);
    mine.submit("One guest more").await.shows("and 1 guest");
    let theirs = theirs.submit("One guest more").await;
    let theirs = theirs.shows("and 2 guests").fill("One guest more", &[("guests", "10")]).await;
    theirs.shows("and 11 guests").fill("Set", &[("guests", "0")]).await.shows("0 guests counted");
    host.post(&format!("/gatherings/{}/headcount", gathering.id), &[("step", "-1"), ("guests", "3"), ("was", "3")])
        .await
        .shows("0 guests counted");
}
