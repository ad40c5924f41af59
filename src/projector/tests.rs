//! Stories of a gathering under way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use each_engine::each_engine;
use serde_json::json;

use super::Watch;
use super::moves::go_on;
use super::run::{Decided, Move};
use crate::app::App;
use crate::gatherings::Gathering;
use crate::ids::TopicId;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};
use crate::topics::{self, Proposal};

/// A host, and today's lunch with three topics of ten minutes on its published agenda: 12:05 to 12:45,
/// of which three minutes are for the welcome and two for the close.
async fn lunch(app: &TestApp) -> (Visitor, Gathering, Vec<TopicId>) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    let mut db = app.write().await.unwrap();
    for (minute, title) in ["Portfolios", "Micro:bits", "Genre shelves"].into_iter().enumerate() {
        // Of topics that are worth the same the agenda takes the earlier first.
        app.at(&format!("2026-01-14T10:0{minute}"));
        let proposal =
            Proposal { title: title.to_owned(), about: String::new(), tags: topics::Tags::default(), minutes: 10 };
        topics::propose(&mut db, app, &gathering, host.id(), &proposal).await.unwrap();
    }
    topics::publish_fitted(&mut db, app, &gathering, host.id()).await.unwrap();
    let agenda = topics::published(&mut db, &gathering).await.unwrap().unwrap();
    db.commit().await.unwrap();
    app.at("2026-01-14T12:05");
    (host, gathering, agenda.into_iter().map(|entry| entry.topic).collect())
}

#[each_engine]
async fn a_host_runs_a_gathering_and_confirms_what_was_reached(app: TestApp) {
    let (host, gathering, _) = lunch(&app).await;
    let page = host.get(&format!("/gatherings/{}", gathering.id)).await;
    let page = page.click("Run it from this phone").await;
    page.shows("We start at 12:05").shows("Portfolios");
    let page = page.submit("Begin").await;
    page.shows("Welcome, coffee first").shows("3 min left of 3 min");
    app.at("2026-01-14T12:08");
    let page = page.submit("Next: Portfolios").await;
    page.shows("10 min left of 10 min").shows("Next: Micro:bits");
    let page = page.submit("2 min more").await;
    page.shows("12 min left of 12 min");
    // Put off before its turn, it is gone from what comes, and can be had back.
    let page = page.submit("Put off Genre shelves").await;
    page.shows("Put off, to carry over");
    let page = page.submit("Back").await;
    page.hides("Put off, to carry over");
    app.at("2026-01-14T12:20");
    let page = page.submit("Next: Micro:bits").await;
    let page = page.submit("Put off Genre shelves").await;
    let page = page.submit("To the close").await;
    page.shows("A last word");
    let page = page.submit("Finish").await;
    page.shows("Thank you for coming").shows("Not reached: carries over");
    // Finished too early? Back it goes, and to the end again.
    let page = page.submit("Back").await;
    page.shows("A last word");
    let page = page.submit("Finish").await;
    let page = page.submit("Confirm").await;
    page.shows("Shared: 2. Carried over: 1.");
    host.get(&format!("/gatherings/{}/run", gathering.id)).await.shows("Everything is decided");
}

#[each_engine]
async fn when_a_topic_runs_over_the_rest_gives_way(app: TestApp) {
    let (host, gathering, topics) = lunch(&app).await;
    let path = format!("/gatherings/{}/run", gathering.id);
    let screen = format!("/gatherings/{}/projector", gathering.id);
    host.post(&path, &[("move", "begin")]).await;
    app.at("2026-01-14T12:08");
    host.post(&path, &[("move", &format!("topic:{}", topics[0])), ("seen", "1")]).await;
    let page = host.get(&screen).await;
    page.shows("Now Portfolios").shows("10 min left of 10 min").shows("12:18 Micro:bits").hides("instead of");
    assert_eq!(page.attributes("[data-ticker]", "data-until"), ["1768421880000"], "12:18 in Vancouver");
    // Five minutes over: 25 minutes are left for two that want ten each and for what is on.
    app.at("2026-01-14T12:26");
    let page = host.get(&screen).await;
    page.shows("8 min over its 10 min").shows("12:26 Micro:bits").shows("9 min instead of 10 min");
    assert_eq!(page.count(".strip .strip-over"), 1);
    // Later still, the last no longer fits even at its least.
    app.at("2026-01-14T12:33");
    let page = host.get(&screen).await;
    page.shows("May carry over Genre shelves").shows("12:33 Micro:bits Hana Host, 10 min");
    // Whoever is called up all the same gets the least that makes sense.
    let page = host.post(&path, &[("move", &format!("topic:{}", topics[2])), ("seen", "2")]).await;
    page.shows("6 min left of 6 min");
}

#[each_engine]
async fn a_press_that_comes_twice_moves_once_and_a_stale_one_not_at_all(app: TestApp) {
    let (host, gathering, topics) = lunch(&app).await;
    let path = format!("/gatherings/{}/run", gathering.id);
    host.post(&path, &[("move", "close"), ("seen", "0")]).await.is(409).shows("It has not begun yet");
    host.post(&path, &[("move", "begin"), ("seen", "0")]).await.is(200);
    host.post(&path, &[("move", "begin"), ("seen", "0")]).await.is(200).shows("Welcome");
    let first = format!("topic:{}", topics[0]);
    for _ in 0..2 {
        host.post(&path, &[("move", &first), ("seen", "1")]).await.is(200).shows("Next: Micro:bits");
    }
    // Another host's phone still shows the welcome.
    for stale in ["more", "back", "close", "end"] {
        let page = host.post(&path, &[("move", stale), ("seen", "1")]).await;
        page.is(409).shows("Someone has moved on meanwhile").shows("10 min left of 10 min");
    }
    host.post(&path, &[("move", "more"), ("seen", "2")]).await.is(200).shows("12 min left of 12 min");
    host.post(&path, &[("move", "more"), ("seen", "2")]).await.is(409).shows("12 min left of 12 min");
    host.post(&path, &[("move", "sideways"), ("seen", "3")]).await.is(422);
    host.post(&path, &[("move", &format!("topic:{}", uuid::Uuid::nil())), ("seen", "3")]).await.is(403);
}

#[each_engine]
async fn a_move_that_waited_is_of_the_moment_of_its_tap(app: TestApp) {
    let (host, gathering, topics) = lunch(&app).await;
    let path = format!("/api/v1/gatherings/{}/run", gathering.id);
    let program = app.program(host.id()).await;
    let to = |to: String, seen: i64, on: &str| Some(json!({"move": to, "seen": seen, "on": on}));
    let first = format!("topic:{}", topics[0]);
    let second = format!("topic:{}", topics[1]);
    // Begun at 12:05, on to the first at 12:08 and to the second at 12:20; all three arrive at 12:24.
    app.at("2026-01-14T12:24");
    program.send_with("POST", &path, &[("entered-ago", "1140")], to("begin".to_owned(), 0, "")).await.is(200);
    let answer = program.send_with("POST", &path, &[("entered-ago", "960")], to(first.clone(), 1, "welcome")).await;
    assert_eq!((answer.is(200).at("/until"), answer.at("/left")), (&json!("2026-01-14T20:18:00Z"), &json!(-360)));
    let answer = program.send_with("POST", &path, &[("entered-ago", "240")], to(second.clone(), 2, &first)).await;
    assert_eq!(answer.is(200).at("/topic"), &json!(topics[1]));
    assert_eq!(answer.at("/spoken/0/minutes"), 12, "what people spoke, not what the network took");
    // A clock that ran wild: not before the move before it, and not after now.
    let third = format!("topic:{}", topics[2]);
    let answer = program.send_with("POST", &path, &[("entered-ago", "604800")], to(third.clone(), 3, &second)).await;
    assert_eq!(answer.is(200).at("/spoken/1/minutes"), 0);
    assert_eq!(answer.at("/until"), "2026-01-14T20:30:00Z", "ten minutes from 12:20");
    let answer = program.send_with("POST", &path, &[("entered-ago", "-600")], to("close".to_owned(), 4, &third)).await;
    assert_eq!(answer.is(200).at("/spoken/2/minutes"), 4);
}

#[each_engine]
async fn moves_that_waited_skip_nothing_that_nobody_saw(app: TestApp) {
    let (host, gathering, topics) = lunch(&app).await;
    let path = format!("/api/v1/gatherings/{}/run", gathering.id);
    let program = app.program(host.id()).await;
    let [first, second, third] = [0, 1, 2].map(|number| format!("topic:{}", topics[number]));
    let away = [("entered-ago", "60")];
    let waited = |to: &str, seen: i64, on: &str| Some(json!({"move": to, "seen": seen, "on": on}));
    program.send("POST", &path, Some(json!({"move": "begin"}))).await.is(200);
    // While one phone is away another goes on to the first topic, as that one did: nothing is skipped, and what
    // waits behind it follows.
    program.send("POST", &path, Some(json!({"move": first, "seen": 1}))).await.is(200);
    let answer = program.send_with("POST", &path, &away, waited(&first, 1, "welcome")).await;
    assert_eq!((answer.is(200).at("/version"), answer.at("/topic")), (&json!(2), &json!(topics[0])));
    let answer = program.send_with("POST", &path, &away, waited(&second, 2, &first)).await;
    assert_eq!((answer.is(200).at("/version"), answer.at("/topic")), (&json!(3), &json!(topics[1])));
    // Another takes the third now. The phone that is away thought of the close, and of the end behind it: the
    // version of the second is that of somebody else's move, and neither is done.
    program.send("POST", &path, Some(json!({"move": third, "seen": 3}))).await.is(200);
    program.send_with("POST", &path, &away, waited("close", 3, &second)).await.is(409);
    program.send_with("POST", &path, &away, waited("end", 4, "close")).await.is(409);
    // Nor does a topic that is on begin anew when it is called up again.
    let answer = program.send_with("POST", &path, &away, waited(&third, 4, &third)).await;
    assert_eq!((answer.is(200).at("/version"), answer.at("/topic")), (&json!(4), &json!(topics[2])));
}

#[each_engine]
async fn nothing_is_run_too_early_or_without_an_agenda(app: TestApp) {
    let (host, gathering, _) = lunch(&app).await;
    let path = format!("/gatherings/{}/run", gathering.id);
    app.at("2026-01-14T11:00");
    host.get(&path).await.shows("from an hour before its start");
    host.post(&path, &[("move", "begin")]).await.is(403);
    app.at("2026-01-15T00:46");
    host.post(&path, &[("move", "begin")]).await.is(403).shows("over long ago");
    let next = app.gathering_on(gathering.series_id.unwrap(), "2026-01-21").await;
    app.at("2026-01-21T12:05");
    let page = host.get(&format!("/gatherings/{}/run", next.id)).await;
    page.shows("Publish an agenda; then you can begin");
    host.post(&format!("/gatherings/{}/run", next.id), &[("move", "begin")]).await.is(403);
    host.get(&format!("/gatherings/{}/projector", next.id)).await.shows("We start at 12:05");
}

#[each_engine]
async fn a_computer_of_the_library_shows_it_until_it_is_turned_off(app: TestApp) {
    let (host, gathering, _) = lunch(&app).await;
    let path = format!("/gatherings/{}/run", gathering.id);
    let page = host.get(&path).await.submit("Show it on another computer").await;
    page.shows("klatsch.example/screen");
    let code = page.text_of(".code-big");
    let computer = app.visitor();
    computer.get("/screen").await.shows("This computer can show a gathering");
    computer.post("/screen", &[("code", "AAAA-AAAA")]).await.is(422).shows("That code is not good");
    // Typed as people type: small letters, and a gap.
    let typed = code.to_lowercase().replace('\u{2011}', " ");
    let page = computer.post("/screen", &[("code", &typed)]).await;
    page.is(200).shows("We start at 12:05").shows("klatsch.example").shows("/check-in").hides("Sign in");
    assert_eq!(page.path, "/screen", "no secret in the address that all can read");
    app.visitor().post("/screen", &[("code", &code)]).await.is(422);
    assert!(computer.get("/screen/events").await.html.contains("event: tide"));
    let page = host.get(&path).await;
    page.shows("Another computer shows it").shows("Until 14:45");
    page.submit("Turn off").await.shows("Turned off").hides("Another computer shows it");
    computer.get("/screen").await.shows("This computer can show a gathering");
    // A code that nobody typed for a quarter of an hour is good no more.
    let page = host.get(&path).await.submit("Show it on another computer").await;
    let code = page.text_of(".code-big");
    app.at("2026-01-14T12:21");
    computer.post("/screen", &[("code", &code)]).await.is(422);
    host.get(&path).await.hides("A code waits");
    // A screen ends by itself.
    let code = host.get(&path).await.submit("Show it on another computer").await.text_of(".code-big");
    computer.post("/screen", &[("code", &code)]).await.is(200).shows("We start");
    app.at("2026-01-14T14:46");
    computer.get("/screen").await.shows("This computer can show a gathering");
    crate::jobs::run_due(&app).await.unwrap();
    crate::projector::sweep((*app).clone()).await.unwrap();
}

#[each_engine]
async fn a_move_by_another_process_reaches_a_screen(app: TestApp) {
    let (host, gathering, topics) = lunch(&app).await;
    let mut listener = app.watch.listen(&app, gathering.id).await.unwrap().unwrap();
    let first = listener.next().await.unwrap();
    // The same database, another program: it knows nothing of who listens here.
    let other = App::new(app.config.clone(), app.database.clone(), app.files.clone(), app.clock.clone(), false);
    let begin = Decided { seen: 0, on: None, to: Move::Begin, at: other.now() };
    let mut db = other.write().await.unwrap();
    go_on(&mut db, &other, &gathering, host.id(), &begin).await.unwrap();
    db.commit().await.unwrap();
    let second = tokio::time::timeout(Duration::from_secs(5), listener.next()).await.unwrap().unwrap();
    assert_ne!(first, second);
    // One made here is told at once.
    let path = format!("/gatherings/{}/run", gathering.id);
    host.post(&path, &[("move", &format!("topic:{}", topics[0])), ("seen", "1")]).await.is(200);
    let third = tokio::time::timeout(Duration::from_millis(900), listener.next()).await.unwrap().unwrap();
    assert_ne!(second, third);
    // When the process stops, the stream ends.
    let watch: Watch = app.watch.clone();
    watch.stop();
    assert_eq!(tokio::time::timeout(Duration::from_secs(5), listener.next()).await.unwrap(), None);
}

#[each_engine]
async fn a_program_of_the_host_moves_it(app: TestApp) {
    let (host, gathering, topics) = lunch(&app).await;
    let path = format!("/api/v1/gatherings/{}/run", gathering.id);
    let program = app.program(host.id()).await;
    let answer = program.get(&path).await;
    assert_eq!((answer.at("/version"), answer.at("/on")), (&json!(0), &json!(null)));
    assert_eq!(answer.at("/coming/0/minutes"), 10);
    let answer = program.send("POST", &path, Some(json!({"move": "begin"}))).await;
    assert_eq!((answer.is(200).at("/on"), answer.at("/version")), (&json!("welcome"), &json!(1)));
    app.at("2026-01-14T12:08");
    let to = format!("topic:{}", topics[0]);
    let answer = program.send("POST", &path, Some(json!({"move": to, "seen": 1}))).await;
    assert_eq!((answer.is(200).at("/topic"), answer.at("/left")), (&json!(topics[0]), &json!(600)));
    assert_eq!(program.send("POST", &path, Some(json!({"move": to, "seen": 1}))).await.is(200).at("/version"), 2);
    program.send("POST", &path, Some(json!({"move": "close", "seen": 1}))).await.is(409);
    for (wrong, field) in [
        (json!({}), "/move"),
        (json!({"move": "sideways"}), "/move"),
        (json!({"move": "close", "seen": "2"}), "/seen"),
        (json!({"move": "close", "colour": 1}), "/colour"),
    ] {
        assert_eq!(program.send("POST", &path, Some(wrong)).await.is(422).wrong_fields(), [field]);
    }
    let put_off = program.send("POST", &path, Some(json!({"move": format!("skip:{}", topics[0]), "seen": 2}))).await;
    assert_eq!(put_off.is(200).at("/put_off"), &json!([topics[0]]));
    assert_eq!(put_off.at("/topic"), &json!(topics[1]), "who puts off what is on goes on to what comes");
}
