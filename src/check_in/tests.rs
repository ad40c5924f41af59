//! Stories of checking in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use crate::gatherings::{Audience, Gathering, NewSeries};
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// A host, and today's gathering.
async fn lunch(app: &TestApp) -> (Visitor, Gathering) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    app.at("2026-01-14T12:05");
    (host, gathering)
}

/// The code on the projector.
async fn code(host: &Visitor, gathering: &Gathering) -> String {
    let page = host.get(&format!("/gatherings/{}/projector", gathering.id)).await;
    assert_eq!(page.count("svg.qr"), 1);
    page.text_of(".screen-code")
}

#[each_engine]
async fn who_is_signed_in_types_the_code_and_presses_one_button(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let page = mina.get("/check-in").await.fill("Go on", &[("code", &code(&host, &gathering).await)]).await;
    page.shows("Coffee, Curriculum & Conversation").shows("You are signed in as Mina Member");
    let page = page.submit("I am here").await;
    page.shows("Mina Member is here").shows("Take a coffee");
    let roll = format!("/gatherings/{}/attendance", gathering.id);
    host.get(&roll).await.shows("1 person is here").shows("Mina Member walked in, checked in by self");
    host.get(&format!("/gatherings/{}/projector", gathering.id)).await.shows("1 is here");
    // Twice is once, and what the host said stays the host's word.
    let again = mina.get("/check-in").await.fill("Go on", &[("code", &code(&host, &gathering).await)]).await;
    again.shows("Mina Member, you are here");
    host.get(&roll).await.shows("1 person is here");
    // A mistake is taken back on the spot.
    let page = page.submit("Undo").await;
    page.shows("Taken back").shows("I am here");
    host.get(&roll).await.shows("0 people are here");
}

#[each_engine]
async fn a_code_of_yesterday_or_of_three_minutes_ago_is_good_no_more(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let digits = code(&host, &gathering).await.replace(' ', "");
    let address = format!("/check-in/{}/{digits}", gathering.id);
    app.at("2026-01-14T12:06");
    let page = mina.get(&address).await;
    app.at("2026-01-14T12:07");
    mina.try_get(&address).await.is(422).shows("not good, or no longer").hides("Coffee, Curriculum");
    mina.post("/check-in", &[("code", &digits)]).await.is(422);
    mina.post("/check-in", &[("code", "12 34")]).await.is(422).shows("six digits");
    mina.try_get(&format!("/check-in/{}/x", gathering.id)).await.is(422);
    // Whoever saw the code in time may take their time.
    app.at("2026-01-14T12:20");
    page.submit("I am here").await.shows("Mina Member is here");
    // A pass of one's own making is none.
    let path = format!("/check-in/{}", gathering.id);
    let person = host.id().to_string();
    mina.post(&path, &[("person", &person), ("pass", "00000000000000000000000000000000")]).await.is(422);
    // A quarter of an hour after the end it is closed, also for who has a pass.
    app.at("2026-01-14T12:59");
    let digits = code(&host, &gathering).await.replace(' ', "");
    let page = host.get(&format!("/check-in/{}/{digits}", gathering.id)).await;
    app.at("2026-01-14T13:01");
    page.submit("I am here").await.is(403).shows("closed a quarter of an hour after");
    host.get(&format!("/gatherings/{}/projector", gathering.id)).await.hides("Are you here?");
}

#[each_engine]
async fn without_an_account_at_hand_one_chooses_a_name(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    mina.post(&format!("/gatherings/{}/answer", gathering.id), &[("answer", "yes")]).await;
    app.person("Zoé Élan", &[Role::TeacherOnCall]).await;
    let phone = app.visitor();
    let page = phone.get("/check-in").await.fill("Go on", &[("code", &code(&host, &gathering).await)]).await;
    page.shows("Expected today Mina Member").hides("sample.example").hides("Zoé");
    page.fill("Search", &[("q", "z")]).await.shows("at least two letters");
    page.fill("Search", &[("q", "nobody")]).await.shows("Nobody of that name");
    let found = page.fill("Search", &[("q", "elan")]).await;
    found.shows("Zoé Élan").hides("sample.example");
    found.submit("Zoé Élan").await.shows("Zoé Élan is here");
    let page = page.submit("Mina Member").await;
    page.shows("Mina Member is here");
    let roll = format!("/gatherings/{}/attendance", gathering.id);
    host.get(&roll).await.shows("2 people are here").shows("Mina Member said yes, checked in by self");
    // Ten minutes later it is the host's to correct.
    app.at("2026-01-14T12:16");
    page.submit("Undo").await.is(403).shows("The host can correct it");
    let french = app.visitor().in_french();
    let digits = code(&host, &gathering).await.replace(' ', "");
    french.get(&format!("/check-in/{}/{digits}", gathering.id)).await.shows("Qui êtes-vous?").shows("Présent");
}

#[each_engine]
async fn a_mark_is_taken_back_to_what_it_was_and_by_nobody_else(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let roll = format!("/gatherings/{}/attendance", gathering.id);
    host.post(&roll, &[("person", &mina.id().to_string()), ("mark", "excused")]).await;
    let page = mina.get("/check-in").await.fill("Go on", &[("code", &code(&host, &gathering).await)]).await;
    let page = page.submit("I am here").await;
    let fields: Vec<(String, String)> =
        ["person", "at", "before", "seal", "pass"].iter().map(|name| ((*name).to_owned(), page.value(name))).collect();
    // Another's name under the same seal takes nothing back.
    let other = host.id().to_string();
    let forged: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), if name == "person" { other.as_str() } else { value.as_str() }))
        .collect();
    mina.post(&format!("/check-in/{}/undo", gathering.id), &forged).await.is(403);
    page.submit("Undo").await.shows("Taken back");
    host.get(&roll).await.shows("0 people are here");
    let program = app.program(host.id()).await;
    let marks = program.get(&format!("/api/v1/gatherings/{}/attendance", gathering.id)).await;
    assert_eq!(marks.at("/marks/0/state"), "excused");
}

#[each_engine]
async fn a_tap_that_waited_for_the_network_counts_once_and_as_of_the_tap(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let page = mina.get("/check-in").await.fill("Go on", &[("code", &code(&host, &gathering).await)]).await;
    let (pass, person, key) =
        (page.value("pass"), mina.id().to_string(), app.new_id::<crate::ids::PersonId>().unwrap().to_string());
    let path = format!("/check-in/{}", gathering.id);
    let body = [("once", key.as_str()), ("pass", &pass), ("person", &person)];
    // Tapped at 12:20, and the network was back an hour after the end; the answer was lost, and it came again.
    app.at("2026-01-14T13:50");
    for _ in 0..2 {
        let headers = [("idempotency-key", key.as_str()), ("entered-ago", "5400")];
        mina.post_with(&path, &headers, &body).await.is(200).shows("Mina Member is here");
    }
    let program = app.program(host.id()).await;
    let marks = program.get(&format!("/api/v1/gatherings/{}/attendance", gathering.id)).await;
    assert_eq!(marks.at("/marks").as_array().unwrap().len(), 1);
    assert_eq!(marks.at("/marks/0/recorded_at"), "2026-01-14T20:20:00Z", "12:20 in Vancouver");
    // What is tapped after it was closed is refused as ever; and what claims to be older than the code is of
    // when one could check in.
    mina.post(&path, &[("pass", &pass), ("person", &host.id().to_string())]).await.is(403);
    let sam = app.member("Sam Early", &[Role::Teacher]).await;
    let body = [("pass", pass.as_str()), ("person", &sam.id().to_string())];
    sam.post_with(&path, &[("entered-ago", "99999")], &body).await.is(200).shows("Sam Early is here");
}

#[each_engine]
async fn guests_count_themselves_once(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let guest = app.visitor();
    let page = guest.get("/check-in").await.fill("Go on", &[("code", &code(&host, &gathering).await)]).await;
    page.fill("We are here", &[("guests", "3")]).await.shows("3 guests are here");
    let done = page.fill("We are here", &[("guests", "3")]).await;
    let roll = format!("/gatherings/{}/attendance", gathering.id);
    host.get(&roll).await.shows("and 3 guests");
    host.get(&format!("/gatherings/{}/projector", gathering.id)).await.shows("3 are here");
    page.fill("We are here", &[("guests", "400")]).await.is(422);
    done.submit("Undo").await.shows("Taken back");
    host.get(&roll).await.hides("guests,").shows("0 people are here");
    done.submit("Undo").await.is(403);
}

#[each_engine]
async fn a_gathering_of_invited_people_names_no_others(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let new = app.new_series(host.id());
    let series = app.found(NewSeries { audience: Audience::Invited, invited: vec![mina.id()], ..new }).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    app.at("2026-01-14T12:05");
    let typed = code(&host, &gathering).await;
    let page = sam.get("/check-in").await.fill("Go on", &[("code", &typed)]).await;
    page.fill("Search", &[("q", "sam")]).await.shows("Nobody of that name");
    page.fill("Search", &[("q", "mina")]).await.shows("Mina Member");
    page.submit("I am here").await.is(403).shows("for invited people");
    sam.get(&format!("/check-in/{}/welcome", gathering.id)).await.hides("What is on today");
    let pass = page.value("pass");
    let path = format!("/check-in/{}", gathering.id);
    app.visitor().post(&path, &[("person", &sam.id().to_string()), ("pass", &pass)]).await.is(403);
    app.visitor().post(&path, &[("person", &mina.id().to_string()), ("pass", &pass)]).await.is(200);
}

#[each_engine]
async fn nobody_guesses_a_code(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let right = code(&host, &gathering).await.replace(' ', "");
    let guesser = app.visitor();
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..60 {
        guesser.post("/check-in", &[("code", wrong)]).await.is(422);
    }
    guesser.post("/check-in", &[("code", wrong)]).await.is(429);
    guesser.try_get(&format!("/check-in/{}/{right}", gathering.id)).await.is(429);
    app.at("2026-01-14T12:21");
    let right = code(&host, &gathering).await;
    guesser.get("/check-in").await.fill("Go on", &[("code", &right)]).await.is(200);
}

#[each_engine]
async fn a_clock_that_jumps_ahead_and_back_keeps_nobody_out_and_lets_nobody_in(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let theo = app.member("Theo Teacher", &[Role::Teacher]).await;
    let projector = format!("/gatherings/{}/projector", gathering.id);
    let before = code(&host, &gathering).await;
    // Half an hour ahead: what was shown is over, what is shown now is good, and somebody guesses.
    app.at("2026-01-14T12:35");
    mina.post("/check-in", &[("code", &before)]).await.is(422);
    let ahead = code(&host, &gathering).await;
    let here = mina.get("/check-in").await.fill("Go on", &[("code", &ahead)]).await.submit("I am here").await;
    here.shows("Mina Member is here");
    let guesser = app.visitor();
    let wrong = if ahead.replace(['\u{a0}', ' '], "") == "000000" { "000001" } else { "000000" };
    for _ in 0..60 {
        guesser.post("/check-in", &[("code", wrong)]).await;
    }
    guesser.post("/check-in", &[("code", wrong)]).await.is(429);
    // Hours ahead the door is shut, and put back it is open.
    app.at("2026-01-14T18:00");
    host.get(&projector).await.hides("Are you here?");
    app.at("2026-01-14T12:08");
    // A code of the time to come is none, and the guesses of that time lock no school out.
    theo.post("/check-in", &[("code", &ahead)]).await.is(422);
    let right = code(&host, &gathering).await;
    theo.get("/check-in").await.fill("Go on", &[("code", &right)]).await.submit("I am here").await.shows("is here");
    // When the mark of the time to come was made nobody knows: the phone takes it back no more, the host does.
    here.submit("Undo").await.is(403).shows("The host can correct it");
    let roll = format!("/gatherings/{}/attendance", gathering.id);
    host.get(&roll).await.shows("2 people are here");
    host.post(&roll, &[("person", &mina.id().to_string()), ("mark", "absent")]).await.is(200);
    host.get(&roll).await.shows("1 person is here");
    // Behind by hours nobody may check in yet; set right, the code of the minute is good again.
    app.at("2026-01-14T09:00");
    host.get(&projector).await.hides("Are you here?");
    app.at("2026-01-14T12:09");
    mina.post("/check-in", &[("code", &right)]).await;
    app.at("2026-01-14T12:12");
    mina.post("/check-in", &[("code", &right)]).await.is(422);
}

#[each_engine]
async fn a_program_checks_its_person_in(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let mina = app.person("Mina Member", &[Role::Teacher]).await;
    let program = app.program(mina).await;
    let path = format!("/api/v1/gatherings/{}/check-in", gathering.id);
    let digits = code(&host, &gathering).await;
    let answer = program.send("POST", &path, Some(json!({"code": digits}))).await;
    assert_eq!(answer.is(200).at("/person"), &json!(mina));
    let at = answer.at("/at").clone();
    app.at("2026-01-14T12:06");
    assert_eq!(program.send("POST", &path, Some(json!({"code": digits}))).await.is(200).at("/at"), &at);
    for (wrong, field) in [(json!({}), "/code"), (json!({"code": "1"}), "/code"), (json!({"code": 482_913}), "/code")] {
        assert_eq!(program.send("POST", &path, Some(wrong)).await.is(422).wrong_fields(), [field]);
    }
}
