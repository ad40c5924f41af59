//! Stories of who met whom, and what is told of it to whom.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod invite;
mod kept;
mod map;
mod teams;

use each_engine::each_engine;
use serde_json::json;

use crate::gatherings::Gathering;
use crate::ids::SeriesId;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// Marks people as having come to a lunch, while it goes on.
async fn came(app: &TestApp, host: &Visitor, gathering: &Gathering, people: &[&Visitor]) {
    app.at(&format!("{}T12:40", *gathering.date));
    let host = app.sign_in(host.id()).await;
    for person in people {
        let path = format!("/gatherings/{}/attendance", gathering.id);
        host.post(&path, &[("person", &person.id().to_string()), ("mark", "came")]).await.is(200);
    }
    crate::jobs::run_due(app).await.unwrap();
}

/// Mina and Bea come to two lunches, Bea and Zoe to two others; Zoe and Mina never meet. Hana hosts and stays away.
async fn three(app: &TestApp) -> (SeriesId, [Visitor; 4]) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let bea = app.member("Bea Between", &[Role::Teacher]).await;
    let zoe = app.member("Zoe Faraway", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    for date in ["2026-01-14", "2026-01-21"] {
        came(app, &host, &app.gathering_on(series, date).await, &[&mina, &bea]).await;
    }
    for date in ["2026-01-28", "2026-02-04"] {
        came(app, &host, &app.gathering_on(series, date).await, &[&bea, &zoe]).await;
    }
    app.at("2026-02-05T09:00");
    (series, [host, mina, bea, zoe])
}

#[each_engine]
async fn who_is_two_steps_away_is_suggested_only_if_they_are_shown(app: TestApp) {
    let (_, [_, mina, bea, zoe]) = three(&app).await;
    mina.get("/").await.click("People around me").await.shows("You have met 1 person").hides("Zoe");
    let page = zoe.get("/ties").await;
    page.shows("You are not shown");
    page.submit("Show me").await.shows("You are shown now.").shows("Take my name off");
    // Bea, who alone is between them, did not say that anything may be told of her: whoever met only her would know.
    mina.get("/ties").await.hides("Zoe Faraway").shows("Nobody yet");
    let program = app.program(mina.id()).await;
    assert_eq!(program.get("/api/v1/ties").await.at("/to_meet"), &json!([]));
    bea.post("/ties/shown", &[("shown", "yes")]).await;
    mina.get("/ties").await.shows("You both know Bea Between.");
    // A stranger, who met nobody, sees nobody; nor does who is not signed in.
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    sam.get("/ties").await.hides("Zoe").hides("Bea").shows("Nobody yet");
    app.visitor().get("/ties").await.shows("Sign in").hides("Zoe");
    // She changes her mind.
    zoe.get("/ties").await.submit("Take my name off").await.shows("Your name is off.");
    mina.get("/ties").await.hides("Zoe");
    mina.post("/ties/shown", &[("shown", "perhaps")]).await.is(422);
}

#[each_engine]
async fn what_both_care_about_comes_first_and_is_said(app: TestApp) {
    let (series, [host, mina, bea, zoe]) = three(&app).await;
    let ada = app.member("Ada Aside", &[Role::Teacher]).await;
    came(&app, &host, &app.gathering_on(series, "2026-02-11").await, &[&bea, &ada]).await;
    app.at("2026-02-12T09:00");
    for person in [&bea, &zoe, &ada] {
        person.post("/ties/shown", &[("shown", "yes")]).await;
    }
    let next = app.gathering_on(series, "2026-02-25").await;
    for (who, title) in [(&mina, "Games in grade 6"), (&zoe, "A wall of projects")] {
        let topic = [("title", title), ("about", ""), ("tags", "Scratch"), ("minutes", "5")];
        who.post(&format!("/gatherings/{}/topics", next.id), &topic).await.is(200);
    }
    let seen = mina.get("/ties").await;
    seen.shows("You both care about scratch.");
    let text = seen.text_of("#meet");
    assert!(text.find("Zoe Faraway").unwrap() < text.find("Ada Aside").unwrap(), "{text}");
    let program = app.program(mina.id()).await;
    let answer = program.get("/api/v1/ties").await;
    assert_eq!(answer.at("/to_meet/0/interests"), &json!(["scratch"]));
    assert_eq!((answer.at("/met"), answer.at("/to_meet/0/others")), (&json!(1), &json!(0)));
}

#[each_engine]
async fn nobody_learns_who_stands_between_unless_they_said_so_or_are_many(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let zoe = app.member("Zoe Faraway", &[Role::Teacher]).await;
    zoe.post("/ties/shown", &[("shown", "yes")]).await;
    let mut between = Vec::new();
    for number in 0..10 {
        between.push(app.member(&format!("Somebody {number}"), &[Role::Teacher]).await);
    }
    let tie = async |some: &[Visitor], with: &Visitor| {
        let key = |one: &Visitor| {
            let (one, other) = (one.id().min(with.id()), one.id().max(with.id()));
            crate::ties::tie::Key { one, other, year: 2025, kind: crate::ties::tie::Kind::Met }
        };
        let keys: Vec<_> = some.iter().map(key).collect();
        let mut db = app.write().await.unwrap();
        crate::ties::store::add(&mut db, &keys, app.now()).await.unwrap();
        db.commit().await.unwrap();
    };
    let others = async || app.program(mina.id()).await.get("/api/v1/ties").await.body["to_meet"][0]["others"].as_i64();
    // Mina knows five people, who all met Zoe: she would know of each of them.
    tie(&between[..5], &mina).await;
    tie(&between[..4], &zoe).await;
    assert_eq!(others().await, None);
    tie(&between[4..5], &zoe).await;
    assert_eq!(others().await, None, "all of five");
    tie(&between[5..9], &mina).await;
    assert_eq!(others().await, None, "five of nine");
    // Of ten it is told of five, and of which is not.
    tie(&between[9..], &mina).await;
    assert_eq!(others().await, Some(5));
    mina.get("/ties").await.shows("5 people you know have met them, too.").hides("You both know");
    // Who lets themselves be shown is named; four others are too few to be counted beside.
    between[0].post("/ties/shown", &[("shown", "yes")]).await;
    assert_eq!(others().await, Some(0));
    mina.get("/ties").await.shows("You both know Somebody 0.").hides("more");
    between[0].post("/ties/shown", &[("shown", "no")]).await;
    between[9].post("/ties/shown", &[("shown", "yes")]).await;
    assert_eq!(others().await, None, "five of nine who are not shown");
}

#[each_engine]
async fn whom_one_keeps_meeting_and_has_not_seen_for_a_while(app: TestApp) {
    let (series, [host, mina, bea, _]) = three(&app).await;
    mina.get("/ties").await.shows("Come to a few gatherings");
    came(&app, &host, &app.gathering_on(series, "2026-02-11").await, &[&mina, &bea]).await;
    let page = mina.get("/ties").await;
    page.shows("Together at 3 gatherings, last on Wednesday 11 February");
    app.at("2026-05-20T09:00");
    let mina = app.sign_in(mina.id()).await;
    mina.get("/ties").await.shows("Not seen for a while").shows("Bea Between");
    mina.in_french().get("/ties").await.shows("Autour de vous").shows("Ensemble à 3 rencontres");
}

#[each_engine]
async fn whom_one_met_years_ago_is_not_proposed_as_somebody_to_meet(app: TestApp) {
    let (_, [_, mina, bea, zoe]) = three(&app).await;
    for person in [&bea, &zoe] {
        person.post("/ties/shown", &[("shown", "yes")]).await;
    }
    assert!(mina.get("/ties").await.text_of("#meet").contains("Zoe Faraway"));
    // Mina and Zoe were at a lunch three school years ago, and Mina and Bea have met since.
    let mut db = app.write().await.unwrap();
    let (one, other) = (mina.id().min(zoe.id()), mina.id().max(zoe.id()));
    let key = crate::ties::tie::Key { one, other, year: 2022, kind: crate::ties::tie::Kind::Met };
    crate::ties::store::add(&mut db, &[key], app.now().plus_days(-1_100)).await.unwrap();
    db.commit().await.unwrap();
    let page = mina.get("/ties").await;
    page.shows("You have met 2 people");
    assert!(!page.text_of("#meet").contains("Zoe"), "{}", page.text_of("#meet"));
}

#[each_engine]
async fn hello_is_a_letter_and_the_answer_goes_to_who_wrote(app: TestApp) {
    let (_, [_, mina, bea, zoe]) = three(&app).await;
    mina.try_get(&format!("/ties/hello/{}", zoe.id())).await.is(403).shows("people you met");
    let page = mina.get(&format!("/ties/hello/{}", bea.id())).await;
    page.fill("Send", &[("words", "Hi")]).await.is(422).shows("Hi");
    page.fill("Send", &[("words", "Shall we talk about portfolios?")]).await.shows("on their way to Bea Between");
    let letters = app.letters().await;
    let letter = letters.last().unwrap();
    assert_eq!((letter.subject.as_str(), letter.name.as_str()), ("Mina Member says hello", "Bea Between"));
    assert!(letter.text.contains("Shall we talk about portfolios?"), "{}", letter.text);
    let folder = app.folder().join("mail");
    let files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let mine = files.iter().find(|file| file.contains("says hello")).unwrap();
    assert!(mine.contains("Reply-To: \"Mina Member\" <"), "{mine}");
    page.fill("Send", &[("words", "And another thing, please")]).await.is(422).shows("in the last 30 days");
    let program = app.program(mina.id()).await;
    let again = program
        .send("POST", &format!("/api/v1/ties/hello/{}", bea.id()), Some(json!({"words": "Once more, hello"})))
        .await;
    again.is(422);
    // Five in a day are enough.
    for number in 0..6 {
        let other = app.member(&format!("Other {number}"), &[Role::Teacher]).await;
        other.post("/ties/shown", &[("shown", "yes")]).await;
        let path = format!("/api/v1/ties/hello/{}", other.id());
        let answer = program.send("POST", &path, Some(json!({"words": "A good day to you"}))).await;
        answer.is(if number < 4 { 204 } else { 422 });
    }
    app.letters().await;
}

#[each_engine]
async fn who_left_is_around_no_more(app: TestApp) {
    let (_, [_, mina, bea, zoe]) = three(&app).await;
    for person in [&bea, &zoe] {
        person.post("/ties/shown", &[("shown", "yes")]).await;
    }
    mina.get("/ties").await.shows("Zoe");
    let steward = app.steward().await;
    steward.post(&format!("/people/{}/part", zoe.id()), &[]).await;
    mina.get("/ties").await.hides("Zoe");
    bea.try_get(&format!("/ties/hello/{}", zoe.id())).await.is(404);
}
