//! Stories of finding, and of not finding.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use proptest::prelude::any;
use proptest::strategy::{Strategy, ValueTree};

use super::look::{Eyes, Request, Time, look, look_so};
use super::pick::{Walk, pick_so};
use super::steps::Ways;
use super::{Among, Audience, Document, Kind, Pick, Standing, store};
use crate::database::Connection;
use crate::gatherings::{self, NewSeries};
use crate::ids::{GatheringId, TopicId};
use crate::people::Role;
use crate::search;
use crate::testing::{TestApp, Visitor};
use crate::topics::{self, Proposal};

type Seen = gatherings::Audience;

async fn propose(app: &TestApp, gathering: GatheringId, by: &Visitor, title: &str, about: &str) -> TopicId {
    let mut db = app.write().await.unwrap();
    let gathering = gatherings::gathering(&mut db, gathering).await.unwrap().unwrap();
    let proposal =
        Proposal { title: title.to_owned(), about: about.to_owned(), tags: topics::Tags::default(), minutes: 10 };
    let id = topics::propose(&mut db, app, &gathering, by.id(), &proposal).await.unwrap();
    db.commit().await.unwrap();
    id
}

/// A title without the gaps that its marked words leave in a page's text.
fn title(text: &str) -> String {
    text.replace(" ,", ",")
}

/// The titles somebody finds, in their order.
async fn found(visitor: &Visitor, query: &str) -> Vec<String> {
    let page = visitor.get(&format!("/search?{query}")).await;
    let count = page.count(".seek-rows .row-title");
    (1..=count).map(|at| title(&page.text_of(&format!(".seek-rows li:nth-child({at}) .row-title")))).collect()
}

#[each_engine]
async fn words_are_found_in_every_form(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(mina.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    propose(&app, gathering, &mina, "Digital portfolios", "What the Grade 7 classes at l'école Montréal keep.").await;
    propose(&app, gathering, &mina, "Les enseignantes présentées", "Un cœur et deux œuvres.").await;
    for q in [
        "portfolio",
        "portfolios",
        "PORTFOLIO%21",
        "montreal",
        "Montr%C3%A9al",
        "ecole",
        "l%27%C3%A9cole",
        "gr+7",
        "grade+7",
        "class",
        "portf",
        "%22digital+portfolios%22",
        "portfolio+-elephant",
    ] {
        assert_eq!(found(&mina, &format!("q={q}")).await, ["Digital portfolios"], "{q}");
    }
    for q in ["enseignante", "pr%C3%A9sent%C3%A9e", "coeur", "oeuvre", "%C5%93uvres"] {
        assert_eq!(found(&mina, &format!("q={q}")).await, ["Les enseignantes présentées"], "{q}");
    }
    for q in ["grade+8", "portfolio+-digital", "%22portfolios+digital%22", "port", "%22portfolio%22"] {
        let titles = found(&mina, &format!("q={q}")).await;
        assert_eq!(titles.len(), usize::from(q == "port"), "{q}: {titles:?}");
    }
    let page = mina.get("/search?q=portfolio").await;
    assert_eq!(page.text_of("li mark"), "portfolios");
    page.shows("Topic").shows("21 January").click("Digital portfolios").await.shows("Digital portfolios");
}

#[each_engine]
async fn nobody_finds_what_they_were_not_invited_to(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let new = NewSeries {
        audience: Seen::Invited,
        invited: vec![mina.id()],
        title: "Hush".to_owned(),
        about: "Whisperings".to_owned(),
        ..app.new_series(host.id())
    };
    let series = app.found(new).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    propose(&app, gathering, &mina, "Secret portfolios", "Nightingales").await;
    let everywhere = [
        "q=hush",
        "q=whispering",
        "q=secret",
        "q=portfolio",
        "q=nightingales",
        "q=night",
        "q=se",
        "q=%22secret+portfolios%22",
        "q=nightingale&among=topics",
        "q=nightingale&time=coming",
        "q=library",
    ];
    for query in everywhere {
        for who in [&sam, &app.visitor()] {
            assert_eq!(found(who, query).await, [""; 0], "{query}");
        }
        let answer = app.program(sam.id()).await.get(&format!("/api/v1/search?{query}")).await;
        assert_eq!((answer.at("/items"), answer.at("/next")), (&serde_json::json!([]), &serde_json::Value::Null));
    }
    for who in [&host, &mina, &stella] {
        assert_eq!(found(who, "q=nightingale").await, ["Secret portfolios"]);
        assert_eq!(found(who, "q=whispering").await, ["Hush"]);
    }
    // An invitation taken back counts at once, and so does another audience.
    let edit = |invited: &'static str, audience: &'static str| {
        let (host, path) = (host.clone(), format!("/series/{series}/edit"));
        async move {
            let page = host.get(&path).await.fill("Save", &[("invited", invited), ("audience", audience)]).await;
            page.shows("The series is changed.");
        }
    };
    edit("", "invited").await;
    assert_eq!(found(&mina, "q=nightingale").await, [""; 0]);
    edit("", "public").await;
    for who in [&mina, &sam, &app.visitor()] {
        assert_eq!(found(who, "q=nightingale").await, ["Secret portfolios"]);
        assert_eq!(found(who, "q=whispering").await, ["Hush"]);
    }
    edit("", "district").await;
    assert_eq!(found(&sam, "q=nightingale").await, ["Secret portfolios"]);
    assert_eq!(found(&app.visitor(), "q=nightingale").await, [""; 0]);
}

#[each_engine]
async fn a_gathering_alone_is_found_by_those_it_is_for(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let form = host.get("/gatherings/new").await;
    let fields = [
        ("title", "An author visits"),
        ("date", "2026-02-03"),
        ("starts", "15:30"),
        ("ends", "17:00"),
        ("audience", "invited"),
        ("invited", "Mina Member"),
    ];
    let page = form.fill("Make the gathering", &fields).await;
    assert_eq!(found(&mina, "q=authors").await, ["An author visits"]);
    assert_eq!(found(&sam, "q=authors").await, [""; 0]);
    mina.get("/search?q=author").await.hides("cancelled");
    // Called off: still found, and said to be so.
    host.get(&format!("{}/edit", page.path)).await.fill("Call it off", &[("note", "The author has the flu")]).await;
    mina.get("/search?q=flu").await.shows("An author visits").shows("cancelled");
    app.letters().await;
}

#[each_engine]
async fn what_changes_is_found_as_it_is_now(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(mina.id())).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    let topic = propose(&app, gathering, &mina, "Portfolios", "").await;
    let path = format!("/topics/{topic}");
    mina.get(&format!("{path}/edit")).await.fill("Save", &[("title", "Robots")]).await;
    assert_eq!(found(&mina, "q=portfolio").await, [""; 0]);
    assert_eq!(found(&mina, "q=robot").await, ["Robots"]);
    let gone = mina.post(&format!("{path}/withdraw"), &[]).await;
    assert_eq!(found(&mina, "q=robot").await, [""; 0]);
    gone.submit("Undo").await;
    assert_eq!(found(&mina, "q=robot").await, ["Robots"]);
    // A date that moves takes its topics along.
    let form = mina.get(&format!("/gatherings/{gathering}/edit")).await;
    form.fill("Save", &[("date", "2026-01-22")]).await;
    mina.get("/search?q=robot").await.shows("22 January");
    // Its series is found once, not by each of its dates.
    assert_eq!(found(&mina, "q=coffee").await, ["Coffee, Curriculum & Conversation"]);
    // What was not reached is found with the date it was carried to.
    app.at("2026-01-23T12:00");
    let mut db = app.write().await.unwrap();
    let held = gatherings::gathering(&mut db, gathering).await.unwrap().unwrap();
    topics::settle(&mut db, &app, &held, &std::collections::HashMap::new()).await.unwrap();
    db.commit().await.unwrap();
    mina.get("/search?q=robot").await.shows("28 January");
    app.letters().await;
}

#[each_engine]
async fn what_stays_is_found_where_its_topic_is(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let series = app.found(NewSeries { audience: Seen::Invited, ..app.new_series(mina.id()) }).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    let topic = propose(&app, gathering, &mina, "Portfolios", "").await;
    let path = format!("/topics/{topic}");
    let note = [("text", "Bring **kites** and\n\n- [string](https://string.example)"), ("version", "0")];
    mina.post(&format!("{path}/note"), &note).await;
    mina.post(&format!("{path}/links"), &[("title", "Windsock plans"), ("address", "wind.example")]).await;
    mina.post(&format!("/gatherings/{gathering}/note"), &[("text", "Umbrellas"), ("version", "0")]).await;
    assert_eq!(found(&mina, "q=kite+string").await, ["Portfolios"]);
    assert_eq!(found(&mina, "q=windsocks").await, ["Windsock plans"]);
    assert_eq!(found(&mina, "q=umbrella&among=notes").await, ["Coffee, Curriculum & Conversation"]);
    for q in ["kites", "string", "windsock", "umbrella"] {
        assert_eq!(found(&sam, &format!("q={q}")).await, [""; 0], "{q}");
    }
    // Its index made anew finds the same.
    assert_eq!(search::renew(&app, |_| {}).await.unwrap().removed, 0);
    assert_eq!(found(&mina, "q=kite+string").await, ["Portfolios"]);
    // A topic that is withdrawn takes what is kept of it along, and brings it back.
    let gone = mina.post(&format!("{path}/withdraw"), &[]).await;
    assert_eq!(found(&mina, "q=kites").await, [""; 0]);
    assert_eq!(found(&mina, "q=windsock").await, [""; 0]);
    gone.submit("Undo").await;
    assert_eq!(found(&mina, "q=kites").await, ["Portfolios"]);
    // And on another day it stands there too.
    mina.get(&format!("/gatherings/{gathering}/edit")).await.fill("Save", &[("date", "2026-01-22")]).await;
    mina.get("/search?q=windsock").await.shows("22 January");
    mina.get("/search?q=umbrella").await.shows("22 January");
    app.letters().await;
}

#[each_engine]
async fn people_are_found_by_whoever_is_signed_in(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let zoe = app.person("Zoé O'Élan", &[Role::TeacherOnCall]).await;
    for q in ["zoe", "oelan", "Zo%C3%A9+O%27%C3%89lan", "zoe&among=people", "Elan"] {
        assert_eq!(found(&mina, &format!("q={q}")).await, ["Zoé O'Élan"], "{q}");
    }
    assert_eq!(found(&app.visitor(), "q=zoe").await, [""; 0]);
    app.visitor().get("/search?q=zoe&among=people").await.hides("Zoé");
    mina.get("/search?q=zoe&time=coming")
        .await
        .shows("There may be something elsewhere")
        .click("Search everything")
        .await
        .shows("Zoé");
    stella.post(&format!("/people/{zoe}/part"), &[]).await;
    assert_eq!(found(&mina, "q=zoe").await, [""; 0]);
    assert_eq!(found(&stella, "q=zoe").await, [""; 0]);
    stella.post(&format!("/people/{zoe}/return"), &[]).await;
    assert_eq!(found(&mina, "q=zoe").await, ["Zoé O'Élan"]);
}

#[each_engine]
async fn the_best_come_first_and_a_page_keeps_its_place(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(mina.id())).await;
    let on = async |date| app.gathering_on(series, date).await.id;
    let (past, soon, late) = (on("2026-01-07").await, on("2026-01-21").await, on("2026-03-04").await);
    app.person("Robot Rivers", &[Role::Teacher]).await;
    propose(&app, late, &mina, "Late robot", "").await;
    propose(&app, past, &mina, "Old robots", "").await;
    propose(&app, soon, &mina, "Something", "with a robot").await;
    propose(&app, past, &mina, "Something old", "with robots").await;
    propose(&app, soon, &mina, "Soon a robot", "").await;
    propose(&app, soon, &mina, "Robotnik", "").await;
    let all = ["Soon a robot", "Late robot", "Robot Rivers", "Old robots", "Something", "Something old", "Robotnik"];
    assert_eq!(found(&mina, "q=robot").await, all);
    assert_eq!(found(&mina, "q=robot&time=past").await, ["Old robots", "Something old"]);
    assert_eq!(found(&mina, "q=robot&time=coming").await, ["Soon a robot", "Late robot", "Something", "Robotnik"]);
    assert_eq!(found(&mina, "q=robot&among=people").await, ["Robot Rivers"]);
    // However it is gone about, the same is found in the same order.
    let ways = [
        (500, 1000, 1, 0),
        (500, 1000, 9999, 0),
        (0, 1, 9999, 0),
        (0, 3, 0, 0),
        (0, 1, 0, 1),
        (2, 2, 9999, 9999),
        (500, 1, 9999, 0),
        (500, 1, 0, 9999),
        (3, 2, 0, 9999),
    ];
    let ways = ways.map(|(few, glance, common, rare)| Ways { few, glance, common, rare });
    let (everything, public) = (Eyes::everything(), Eyes::public());
    let request = |typed: &str| Request { typed: typed.to_owned(), ..Request::default() };
    let requests = [
        (&everything, request("robot"), &all[..]),
        (&public, request("robot"), &["Robot Rivers"][..0]),
        (&everything, Request { time: Some(Time::Past), ..request("robot") }, &["Old robots", "Something old"][..]),
        (&everything, Request { among: Some(Among::People), ..request("robot") }, &["Robot Rivers"][..]),
        (&everything, request("robot -old"), &["Soon a robot", "Late robot", "Robot Rivers", "Something"][..]),
        (&everything, request("\"a robot\""), &["Soon a robot", "Something"][..]),
    ];
    for (eyes, request, all) in &requests {
        for most in 1..=4 {
            for ways in ways {
                let seen = leafed_through(&app, eyes, Request { most, ..request.clone() }, ways).await;
                assert_eq!(seen, *all, "{request:?}, {most} at a time, {ways:?}");
            }
        }
    }
    // Two at a time, with one more that comes in between and moves nothing.
    let mut seen: Vec<String> = Vec::new();
    let mut db = app.read().await.unwrap();
    let eyes = Eyes::everything();
    let mut request = Request { typed: "robot".to_owned(), most: 2, ..Request::default() };
    loop {
        let leaf = look(&mut db, &app, &eyes, &request).await.unwrap();
        seen.extend(leaf.documents.into_iter().map(|document| document.title));
        request.after = leaf.next;
        if request.after.is_none() {
            break;
        }
        assert_eq!(request.after.unwrap().to_string().parse(), Ok(request.after.unwrap()));
        if seen.len() == 4 {
            propose(&app, soon, &mina, "Yet another robot", "").await;
        }
    }
    assert_eq!(seen, all);
}

/// The titles of all pages of a search.
async fn leafed_through(app: &TestApp, eyes: &Eyes, mut request: Request, ways: Ways) -> Vec<String> {
    let mut seen = Vec::new();
    let mut db = app.read().await.unwrap();
    loop {
        let leaf = look_so(&mut db, app, eyes, &request, ways).await.unwrap();
        seen.extend(leaf.documents.into_iter().map(|document| document.title));
        request.after = leaf.next;
        if request.after.is_none() {
            return seen;
        }
    }
}

#[each_engine]
async fn twenty_stand_on_a_page_and_the_rest_behind_it(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(mina.id())).await;
    let soon = app.gathering_on(series, "2026-01-21").await.id;
    for number in 0..25 {
        propose(&app, soon, &mina, &format!("Robot {number}"), "").await;
    }
    let page = mina.get("/search?q=robot").await;
    assert_eq!(page.count(".seek-rows li"), 20);
    let next = page.click("Next").await;
    assert_eq!(next.count(".seek-rows li"), 5);
    assert_eq!(next.click("From the first").await.count(".seek-rows li"), 20);
    let program = app.program(mina.id()).await;
    let first = program.get("/api/v1/search?q=robot&among=topics").await;
    assert_eq!(first.at("/items/0/kind"), "topic");
    let next = first.at("/next").as_str().unwrap().strip_prefix("http://klatsch.example").unwrap().to_owned();
    let last = program.get(&next).await;
    assert_eq!((last.at("/items").as_array().unwrap().len(), last.at("/next")), (5, &serde_json::Value::Null));
    program.get("/api/v1/search?q=robot&among=robots").await.is(422);
    assert_eq!(program.get("/api/v1/search?q=a&time=never").await.wrong_fields(), ["/time"]);
}

#[each_engine]
async fn the_page_teaches_and_is_polite(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    mina.get("/search").await.shows("What are you looking for?");
    mina.get("/search?q=-math").await.shows("There is no word in that");
    mina.get("/search?q=zebra").await.shows("Nothing found for “zebra”");
    app.visitor().get("/search?q=zebra").await.shows("Sign in to search more");
    mina.try_get("/search?q=a&among=robots").await.is(422);
    mina.try_get(&format!("/search?q={}", "a".repeat(201))).await.is(422);
    mina.clone().in_french().get("/search?q=zebre").await.shows("Rien trouvé pour « zebre »");
    let page = mina.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!page.html.contains("<script>alert"), "what is typed is text");
}

#[each_engine]
async fn the_index_is_made_anew_from_what_is_there(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(mina.id())).await;
    let soon = app.gathering_on(series, "2026-01-21").await.id;
    propose(&app, soon, &mina, "Portfolios", "").await;
    let gone = propose(&app, soon, &mina, "Portfolios gone", "").await;
    let lost = |_| {};
    let first = search::renew(&app, lost).await.unwrap();
    assert!(first.seen > 12 && first.put == 4 && first.removed == 0, "{first:?}: the first time all of it");
    assert_eq!(search::renew(&app, lost).await.unwrap().put, 0, "nothing was astray");
    // Words lost as by a restore, a document that tells of nothing, one that tells what is not so.
    let mut db = app.write().await.unwrap();
    store::clear_words(&mut db).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(found(&mina, "q=portfolio").await, [""; 0]);
    search::begin(&app).await.unwrap();
    crate::jobs::run_due(&app).await.unwrap();
    assert_eq!(found(&mina, "q=portfolio").await.len(), 2);
    let mut db = app.write().await.unwrap();
    let stray = Document {
        id: app.new_id::<TopicId>().unwrap().0,
        kind: Kind::Topic,
        href: "/topics/none".to_owned(),
        title: "Portfolio of nobody".to_owned(),
        body: String::new(),
        standing: Standing { audience: Audience::Public, ..Standing::IN_THE_DISTRICT },
        marks: Vec::new(),
    };
    search::put(&mut db, &stray).await.unwrap();
    search::remove(&mut db, gone.0).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(found(&app.visitor(), "q=portfolio").await, ["Portfolio of nobody"]);
    let mended = search::renew(&app, lost).await.unwrap();
    assert_eq!((mended.put, mended.removed), (1, 1));
    assert_eq!(found(&app.visitor(), "q=portfolio").await, [""; 0]);
    assert_eq!(found(&mina, "q=portfolio").await.len(), 2);
    // With nothing to do at a start, nothing is wanted.
    search::begin(&app).await.unwrap();
}

#[each_engine]
async fn people_of_one_name_are_all_found(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    // The same chance in each, so that all want one number.
    let person = |number: u128| Document {
        id: uuid::Uuid::from_u128(number << 64),
        kind: Kind::Person,
        href: format!("/people/{number}"),
        title: "Jean Tremblay".to_owned(),
        body: String::new(),
        standing: Standing::IN_THE_DISTRICT,
        marks: Vec::new(),
    };
    let mut db = app.write().await.unwrap();
    search::put(&mut db, &person(1)).await.unwrap();
    search::put_new(&mut db, &(2..12).map(person).collect::<Vec<_>>()).await.unwrap();
    search::put(&mut db, &person(12)).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(found(&mina, "q=tremblay").await.len(), 12);
}

#[each_engine]
async fn however_people_are_picked_they_are_the_same(app: TestApp) {
    const NAMES: [&str; 4] = ["Jean Tremblay", "Jean Tremblant", "Ada Amber", "Zoe Amber"];
    let person = |number: usize| Document {
        id: uuid::Uuid::from_u128((number as u128) << 64 | number as u128),
        kind: Kind::Person,
        href: format!("/people/{number}"),
        title: format!("{} {number}", NAMES[number % 3 + usize::from(number > 30)]),
        body: String::new(),
        standing: Standing::IN_THE_DISTRICT,
        marks: if number % 2 == 0 { vec!["f_even".to_owned()] } else { Vec::new() },
    };
    let mut db = app.write().await.unwrap();
    search::put_new(&mut db, &(1..60).map(person).collect::<Vec<_>>()).await.unwrap();
    db.commit().await.unwrap();
    let pick = |typed: &str, mark: Option<&str>| Pick {
        among: Among::People,
        typed: typed.to_owned(),
        marks: mark.map(|mark| vec![mark.to_owned()]).into_iter().collect(),
    };
    let picks =
        [(pick("", None), 59), (pick("", Some("f_even")), 29), (pick("amber", None), 30), (pick("zo", None), 10)];
    let mut db = app.read().await.unwrap();
    for (pick, number) in picks {
        let all = picked(&mut db, &pick, (100, 100), Walk { common: i64::MAX, walked: 1 }).await;
        assert_eq!((all.0.len() as i64, all.1), (number, number), "{pick:?}");
        for walked in [1, 7, 20, 2_000] {
            for (most, counted) in [(1, 5), (4, 100), (20, 30), (60, 60)] {
                let some = picked(&mut db, &pick, (most, counted), Walk { common: 0, walked }).await;
                assert_eq!(some, (all.0.clone(), number.min(counted)), "{walked} of {pick:?}, {most} at a time");
            }
        }
    }
}

/// What is picked on all pages, and how many it is said to be.
async fn picked(db: &mut Connection, pick: &Pick, page: (usize, i64), walk: Walk) -> (Vec<uuid::Uuid>, i64) {
    let (mut ids, mut after, mut number) = (Vec::new(), None, None);
    loop {
        let leaf = pick_so(db, pick, after, page, walk).await.unwrap();
        ids.extend(leaf.ids);
        assert_eq!(*number.get_or_insert(leaf.number), leaf.number, "on every page");
        after = leaf.next;
        if after.is_none() {
            return (ids, leaf.number);
        }
    }
}

#[each_engine]
async fn whatever_is_typed_is_answered(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(mina.id())).await;
    let soon = app.gathering_on(series, "2026-01-21").await.id;
    propose(&app, soon, &mina, "Portfolios", "AND OR NOT NEAR").await;
    let mut typed: Vec<String> = [
        "AND",
        "OR",
        "NOT",
        "NEAR(a b)",
        "a AND",
        "a* b^2",
        "title:a",
        "{a b}:c",
        "a & | !b",
        "'",
        "\\",
        "a:*",
        "<->",
        "\"",
        "\"a",
        "-\"a b\" c",
        "%",
        "_",
        "w_a",
        "s_public",
        "p_00",
        "k_topics",
        "(((",
        "a -a",
        "\u{0}",
        "🦉",
        "é\u{301}",
    ]
    .map(ToOwned::to_owned)
    .to_vec();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..120 {
        let tree = proptest::string::string_regex("[a-z\"'\\\\&|!()<>:*^~{}%_ àœ\\-+🦉]{0,24}").unwrap();
        typed.push(tree.new_tree(&mut runner).unwrap().current());
        typed.push(any::<String>().new_tree(&mut runner).unwrap().current().chars().take(60).collect());
    }
    let mut db = app.read().await.unwrap();
    let eyes = Eyes::everything();
    for typed in typed {
        let request = Request { typed: typed.clone(), most: 5, ..Request::default() };
        look(&mut db, &app, &eyes, &request).await.unwrap_or_else(|error| panic!("{typed:?}: {error}"));
    }
}
