//! Stories of a person's record, and of lines that are contested.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use crate::gatherings::Gathering;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// A host, and Mina, who said yes to two lunches and was marked absent at the first; a week later.
async fn missed(app: &TestApp) -> (Visitor, Visitor, Gathering) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let first = app.gathering_on(series, "2026-01-14").await;
    mina.post(&format!("/series/{series}/answer"), &[("answer", "yes")]).await;
    app.at("2026-01-14T12:40");
    mark(&host, &first, &mina, "absent").await;
    app.at("2026-01-15T09:00");
    (host, mina, first)
}

async fn mark(host: &Visitor, gathering: &Gathering, person: &Visitor, mark: &str) {
    let path = format!("/gatherings/{}/attendance", gathering.id);
    host.post(&path, &[("person", &person.id().to_string()), ("mark", mark)]).await.is(200);
}

fn record(of: &Visitor) -> String {
    format!("/people/{}/record", of.id())
}

#[each_engine]
async fn a_person_sees_their_record_and_who_wrote_it(app: TestApp) {
    let (host, mina, first) = missed(&app).await;
    let page = mina.get(&record(&mina)).await;
    page.shows("You had said yes, and nobody saw you").shows("noted by Hana Host").shows("Wednesday 14 January");
    assert_eq!(page.count("li.row time"), 1, "what is to come is no line");
    mina.get("/").await.click("My record").await.shows("Your record");
    host.get(&record(&mina)).await.shows("Mina Member at your gatherings").hides("This is not right");
    // Not a host of anything: nothing to see.
    let other = app.member("Sam Stranger", &[Role::Teacher]).await;
    other.try_get(&record(&mina)).await.is(403).shows("Only the person");
    // A host of other gatherings sees none of these.
    app.found(app.new_series(other.id())).await;
    other.get(&record(&mina)).await.hides("nobody saw").shows("Nothing to see yet");
    app.steward().await.get(&record(&mina)).await.shows("nobody saw");
    mark(&host, &first, &mina, "came").await;
    mina.get(&record(&mina)).await.shows("You were there").hides("This is not right");
}

#[each_engine]
async fn an_excused_absence_is_not_a_no_show(app: TestApp) {
    let (host, mina, first) = missed(&app).await;
    mark(&host, &first, &mina, "excused").await;
    mina.get(&record(&mina)).await.shows("Excused").hides("nobody saw");
    // Who had said no to the date is excused, whatever was tapped.
    let zoe = app.member("Zoe Absent", &[Role::Teacher]).await;
    app.at("2026-01-20T09:00");
    let second = app.gathering_on(first.series_id.unwrap(), "2026-01-21").await;
    zoe.post(&format!("/gatherings/{}/answer", second.id), &[("answer", "no"), ("excuse", "A field trip")]).await;
    app.at("2026-01-21T12:40");
    mark(&host, &second, &zoe, "absent").await;
    app.at("2026-01-22T09:00");
    zoe.get(&record(&zoe)).await.shows("Excused").hides("nobody saw");
}

#[each_engine]
async fn an_absence_fades_after_a_term_for_everyone_but_the_person(app: TestApp) {
    let (host, mina, first) = missed(&app).await;
    let attendance = format!("/api/v1/gatherings/{}/attendance", first.id);
    app.at("2026-05-14T12:00");
    let (host, mina) = (app.sign_in(host.id()).await, app.sign_in(mina.id()).await);
    host.get(&record(&mina)).await.shows("nobody saw");
    let program = app.program(host.id()).await;
    assert_eq!(program.get(&attendance).await.at("/marks/0/state"), "absent");
    app.at("2026-05-15T12:00");
    host.get(&record(&mina)).await.hides("nobody saw");
    app.steward().await.get(&record(&mina)).await.hides("nobody saw");
    assert_eq!(program.get(&attendance).await.at("/marks"), &json!([]));
    let file = host.get(&format!("/series/{}/attendance.csv", first.series_id.unwrap())).await;
    assert!(!file.html.contains("absent"), "{}", file.html);
    mina.get(&record(&mina)).await.shows("nobody saw").shows("faded: nobody but you sees it");
}

#[each_engine]
async fn a_line_is_contested_decided_and_both_are_told(app: TestApp) {
    let (host, mina, _) = missed(&app).await;
    let page = mina.get(&record(&mina)).await;
    page.fill("Send it to the host", &[("claim", "came"), ("why", "")]).await.is(422).shows("Please fill this in");
    let why = "I came late, and sat at the back.";
    let page = page.fill("Send it to the host", &[("claim", "came"), ("why", why)]).await;
    page.shows("The host is asked").shows("waits for the host").hides("This is not right");
    let letters = app.letters().await;
    let letter = letters.iter().find(|letter| letter.email == "hana@sample.example").unwrap();
    assert!(letter.text.contains(why) && letter.text.contains("Mina Member"), "{}", letter.text);

    let page = host.get("/").await.click("Mina Member says").await;
    page.shows(why).shows("I was there");
    page.fill("Decide", &[("outcome", "kept"), ("answer", "")]).await.is(422).shows("Please fill this in");
    page.fill("Decide", &[("outcome", "corrected"), ("answer", "")]).await.shows("The line is corrected");
    host.get("/").await.hides("Mina Member says");
    let letters = app.letters().await;
    let letter = letters.iter().find(|letter| letter.email == "mina@sample.example").unwrap();
    assert!(letter.text.contains("corrected"), "{}", letter.text);
    mina.get(&record(&mina)).await.shows("You were there").shows("The line is corrected");
    page.fill("Decide", &[("outcome", "kept"), ("answer", "No.")]).await.is(403).shows("decided already");
}

#[each_engine]
async fn a_kept_line_may_be_asked_about_once_more(app: TestApp) {
    let (host, mina, first) = missed(&app).await;
    let (person, manager) = (app.program(mina.id()).await, app.program(host.id()).await);
    let contests = format!("/api/v1/gatherings/{}/contests", first.id);
    let claim = || Some(json!({"claim": "excused", "why": "I had told you in the hall."}));
    for round in 0..2 {
        let contest = person.send("POST", &contests, claim()).await;
        let id = contest.is(201).at("/id").as_str().unwrap().to_owned();
        person.send("POST", &contests, claim()).await.is(403);
        let decide = format!("/api/v1/contests/{id}/decide");
        assert_eq!(
            manager.send("POST", &decide, Some(json!({"outcome": "kept"}))).await.is(422).wrong_fields(),
            ["/answer"]
        );
        person.send("POST", &decide, Some(json!({"outcome": "corrected"}))).await.is(403);
        let kept = manager.send("POST", &decide, Some(json!({"outcome": "kept", "answer": "I do not recall."}))).await;
        assert_eq!(kept.is(200).at("/outcome"), "kept");
        let lines = person.get(&format!("/api/v1{}", record(&mina))).await;
        assert_eq!(
            (lines.at("/lines/0/kind"), lines.at("/lines/0/contests").as_array().unwrap().len()),
            (&json!("no_show"), round + 1)
        );
    }
    assert!(person.send("POST", &contests, claim()).await.is(403).at("/title").as_str().unwrap().contains("twice"));
    app.letters().await;
}

#[each_engine]
async fn a_contest_is_taken_back_and_is_not_about_what_the_line_says(app: TestApp) {
    let (host, mina, first) = missed(&app).await;
    let page = mina.get(&record(&mina)).await;
    let page = page.fill("Send it to the host", &[("claim", "excused"), ("why", "I was ill.")]).await;
    page.submit("Undo").await.shows("You took it back").shows("This is not right");
    let program = app.program(mina.id()).await;
    let contests = format!("/api/v1/gatherings/{}/contests", first.id);
    mark(&host, &first, &mina, "excused").await;
    program.send("POST", &contests, Some(json!({"claim": "excused", "why": "I was ill."}))).await.is(403);
    let next = app.gathering_on(first.series_id.unwrap(), "2026-01-28").await;
    let early = format!("/api/v1/gatherings/{}/contests", next.id);
    program.send("POST", &early, Some(json!({"claim": "came", "why": "I will come."}))).await.is(403);
    app.letters().await;
    // A host does not judge their own line.
    mark(&host, &first, &host, "absent").await;
    let own = app.program(host.id()).await;
    let contest = own.send("POST", &contests, Some(json!({"claim": "came", "why": "I hosted it."}))).await;
    let id = contest.is(201).at("/id").as_str().unwrap().to_owned();
    let corrected = Some(json!({"outcome": "corrected"}));
    own.send("POST", &format!("/api/v1/contests/{id}/decide"), corrected.clone()).await.is(403);
    let steward = app.program(app.steward().await.id()).await;
    steward.send("POST", &format!("/api/v1/contests/{id}/decide"), corrected).await.is(200);
    app.letters().await;
}
