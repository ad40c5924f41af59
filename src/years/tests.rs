//! Stories of a network's year.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod made;
mod programs;
mod telling;

use each_engine::each_engine;
use serde_json::json;

use crate::gatherings::Audience;
use crate::ids::NetworkId;
use crate::networks::{self, Joining, Leading, NewNetwork};
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// A network led by Lena, in which Mina is.
pub async fn network(app: &TestApp) -> (NetworkId, Visitor, Visitor) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let new = NewNetwork {
        name: "Sample Network".to_owned(),
        about: "What we do.".to_owned(),
        joining: Joining::Open,
        audience: networks::Audience::Public,
        leading: Leading::Leads,
    };
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, app, lena.id(), new).await.unwrap();
    networks::put(&mut db, app, id, mina.id(), networks::Role::Member).await.unwrap();
    db.commit().await.unwrap();
    (id, lena, mina)
}

#[each_engine]
async fn a_year_is_planned_lived_and_followed_by_the_next(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let base = format!("/networks/{id}");
    mina.get(&base).await.hides("Plan a year");
    let form = lena.get(&base).await.shows("No year is planned").click("Plan a year").await;
    assert_eq!((form.value("title").as_str(), form.value("first_date").as_str()), ("2025–26", "2025-09-01"));
    let wrong = form.fill("Plan it", &[("last_date", "2025-08-01"), ("milestones", "2025-13-01 Never")]).await;
    wrong.is(422).shows("The last day comes before the first").shows("Line 1: there is no day “2025-13-01”");
    let milestones = "2025-10-14 First gathering\n2026-01-14 Second gathering\nExpo";
    let year = form.fill("Plan it", &[("milestones", milestones)]).await;
    year.shows("The year is planned").shows("First gathering").shows("no day yet");
    // Members see how far it is.
    mina.get(&base).await.shows("The year 2025–26").shows("done").shows("next");
    mina.try_get(&format!("{}/edit", year.path)).await.is(403);
    let form = year.click("Change").await;
    form.fill("Save", &[("milestones", "2025-10-14 First gathering\nExpo of Awesome")]).await.shows("Expo of Awesome");
    form.fill("Save", &[("milestones", "Mine")])
        .await
        .is(409)
        .shows("Save again to keep")
        .submit("Save")
        .await
        .shows("Mine");

    // A gathering of the network is one of its milestones.
    let series = app.found(app.new_series(lena.id())).await;
    lena.post(&format!("{base}/gatherings"), &[("what", &format!("series:{series}"))])
        .await
        .shows("the members are invited");
    let second = app.gathering_on(series, "2026-01-21").await;
    let page = lena.get(&year.path).await;
    page.shows("To come")
        .fill("Save Mine", &[("gathering", &second.id.to_string())])
        .await
        .shows("Wednesday 21 January");
    let milestone = page.attributes("form[action^='/milestones/']", "action")[0].clone();
    lena.post(&milestone, &[("gathering", &uuid::Uuid::nil().to_string())]).await.is(422);

    // In January nobody thinks of its end; a month before, it is there to be seen.
    assert_eq!(lena.get(&year.path).await.count("details#end"), 1);
    app.at("2026-05-29T09:00");
    let late = app.sign_in(lena.id()).await;
    assert_eq!(late.get(&year.path).await.count("details#end"), 1);
    app.at("2026-05-30T09:00");
    let page = late.get(&year.path).await;
    assert_eq!((page.count("section#end"), page.count("details#end")), (1, 0));
    app.at("2026-01-15T09:00");
    let next = lena.get(&year.path).await.submit("Begin the next year").await;
    next.shows("This is the next year").shows("The year 2026–27").shows("Mine").shows("no day yet");
    let old = lena.get(&year.path).await;
    old.shows("This year is put away").hides("Say which gathering a milestone is");
    // It is there to be read, until it is taken out again.
    lena.try_get(&format!("{}/edit", year.path)).await.is(403).shows("Take it out again to change it");
    lena.post(&format!("{}/edit", year.path), &[("title", "Other")]).await.is(403);
    lena.post(&milestone, &[("gathering", "")]).await.is(403);
    mina.get(&year.path).await.shows("Mine").hides("Take it out again");
    old.submit("Take it out again").await.shows("is under way again");
    lena.get(&year.path).await.hides("Begin the next year");
    lena.post(&format!("{}/next", year.path), &[]).await.shows("The next year is here already");
    lena.get(&year.path)
        .await
        .submit("Put it away")
        .await
        .shows("is put away")
        .submit("Undo")
        .await
        .shows("under way again");
    mina.get(&year.path).await.hides("Begin the next year");
}

#[each_engine]
async fn whoever_is_in_a_network_is_invited_to_what_it_does(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let base = format!("/networks/{id}");
    let mut new = app.new_series(lena.id());
    new.audience = Audience::Invited;
    let series = app.found(new).await;
    let first = app.gathering_on(series, "2026-01-21").await;
    let path = format!("/gatherings/{}", first.id);
    mina.try_get(&path).await.is(404);
    let page = lena.get(&format!("{base}/gatherings")).await;
    page.fill("Make it the network’s", &[("what", "")]).await.is(422).shows("Please fill this in");
    // Who does not host a series cannot give it away.
    let other = app.member("Olga Other", &[Role::Teacher]).await;
    let others = app.found(app.new_series(other.id())).await;
    let wrong = lena.post(&format!("{base}/gatherings"), &[("what", &format!("series:{others}"))]).await;
    wrong.is(422).shows("Choose a series or gathering that you host");
    let done = page.fill("Make it the network’s", &[("what", &format!("series:{series}"))]).await;
    done.shows("It belongs to the network now").shows("To come");
    mina.get(&path).await;
    mina.get(&base).await.shows("To come").shows("Wednesday 21 January");
    assert!(mina.get(&format!("{base}/calendar.ics")).await.html.contains("BEGIN:VEVENT"));
    // Who is not in it sees nothing of that.
    other.try_get(&path).await.is(404);
    other.get(&base).await.hides("Wednesday 21 January");
    app.visitor().get(&format!("{base}/gatherings")).await.hides("21 January");
    assert!(!app.visitor().get(&format!("{base}/calendar.ics")).await.html.contains("BEGIN:VEVENT"));
    // Whoever comes later is invited, and whoever leaves no more.
    other.get(&base).await.submit("Join").await;
    other.get(&path).await;
    other.get(&base).await.submit("Leave the network").await;
    other.try_get(&path).await.is(404);

    // A gathering alone, for a network.
    let fields = [
        ("title", "Kit day"),
        ("date", "2026-02-10"),
        ("starts", "15:00"),
        ("ends", "16:00"),
        ("zone", "America/Vancouver"),
        ("audience", "invited"),
        ("welcome_minutes", "0"),
        ("close_minutes", "0"),
    ];
    let alone = lena.post("/gatherings", &fields).await.path.rsplit('/').next().unwrap().to_owned();
    let what = format!("gathering:{alone}");
    let linked = lena.post(&format!("{base}/gatherings"), &[("what", &what)]).await;
    mina.get(&format!("/gatherings/{alone}")).await.shows("Kit day");
    other.get(&base).await.submit("Join").await;
    other.get(&format!("/gatherings/{alone}")).await;
    other.get(&base).await.submit("Leave the network").await;
    other.try_get(&format!("/gatherings/{alone}")).await.is(404);
    linked.submit("Undo").await.shows("No longer").submit("Undo").await.shows("It belongs to the network now");
    lena.post(&format!("{base}/gatherings/remove"), &[("what", &format!("series:{series}"))]).await;
    mina.get(&base).await.shows("Kit day").hides("Wednesday 21 January");
    app.letters().await;
}

#[each_engine]
async fn what_is_announced_is_read_or_not(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let base = format!("/networks/{id}");
    let page = lena.get(&base).await.click("Announce something").await;
    page.fill("Announce it", &[("title", "Kits are back"), ("text", "")]).await.is(422).shows("Please fill this in");
    let told = page.fill("Announce it", &[("title", "Kits are back"), ("text", "Come and **fetch** one.")]).await;
    told.shows("Announced.").shows("read by 0 of 1");
    assert_eq!(mina.get(&base).await.shows("Kits are back").count("#news .state-open"), 1);
    let news = mina.get(&format!("{base}/news")).await;
    assert!(news.html.contains("<strong>fetch</strong>"));
    news.hides("read by").submit("I have read it Kits are back").await.hides("I have read it");
    assert_eq!(mina.get(&base).await.shows("Kits are back").count("#news .state-open"), 0);
    let seen = lena.get(&format!("{base}/news")).await;
    seen.shows("read by 1 of 1");
    let gone = seen.submit("Take it down Kits are back").await;
    gone.shows("It is taken down").hides("read by");
    gone.submit("Undo").await.shows("It is up again").shows("Kits are back");
    mina.post(&format!("{base}/news"), &[("title", "x"), ("text", "y")]).await.is(403);
    let stranger = app.member("Sam Stranger", &[Role::Teacher]).await;
    stranger.try_get(&format!("{base}/news")).await.is(403);
    stranger.get(&base).await.hides("Kits are back");
    stranger.get("/search?q=kits").await.hides("Kits are back");
    app.at("2026-01-15T12:00");
    app.letters().await;
}

#[each_engine]
async fn readers_are_counted_among_those_who_are_in_the_network(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let base = format!("/networks/{id}");
    let nora = app.member("Nora Newly", &[Role::Teacher]).await;
    nora.get(&base).await.submit("Join").await;
    // Who looks after Klatsch writes, and is in no network.
    let stella = app.steward().await;
    for (who, title) in [(&lena, "Kits are back"), (&stella, "Rooms are free")] {
        who.post(&format!("{base}/news"), &[("title", title), ("text", "Come.")]).await.shows("read by 0 of");
    }
    for who in [&mina, &nora, &stella] {
        let paths = who.get(&format!("{base}/news")).await.attributes("form[action$='/read']", "action");
        for path in paths {
            who.post(&path, &[]).await;
        }
    }
    let page = lena.get(&format!("{base}/news")).await;
    page.shows("read by 2 of 2").shows("read by 2 of 3");
    nora.get(&base).await.submit("Leave the network").await;
    let page = lena.get(&format!("{base}/news")).await;
    page.shows("read by 1 of 1").shows("read by 1 of 2");
    page.click("read by 1 of 1").await.shows("Mina Member").hides("Nora Newly").hides("Stella Steward");
    let read = app.program(lena.id()).await.get(&format!("/api/v1/networks/{id}/announcements")).await;
    assert_eq!(
        (read.at("/0/readers"), read.at("/0/text"), read.at("/1/readers")),
        (&json!(1), &json!("Come."), &json!(1))
    );
    app.at("2026-01-15T12:00");
    app.letters().await;
}

#[each_engine]
async fn a_program_does_the_same(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let (program, other) = (app.program(lena.id()).await, app.program(mina.id()).await);
    let path = format!("/api/v1/networks/{id}");
    let year = json!({"title": "2025–26", "first_date": "2025-09-01", "last_date": "2026-06-30",
                      "milestones": ["2025-10-14 First gathering", "Expo"]});
    let made = program.send("POST", &format!("{path}/years"), Some(year.clone())).await;
    assert_eq!(
        (made.is(201).at("/0/milestones/0/date"), made.at("/0/milestones/1/date")),
        (&json!("2025-10-14"), &json!(null))
    );
    other.send("POST", &format!("{path}/years"), Some(year)).await.is(403);
    assert_eq!(other.get(&format!("{path}/years")).await.at("/0/title"), "2025–26");
    let series = app.found(app.new_series(lena.id())).await;
    let link = json!({"what": format!("series:{series}")});
    other.send("POST", &format!("{path}/gatherings"), Some(link.clone())).await.is(403);
    program.send("POST", &format!("{path}/gatherings"), Some(link)).await.is(204);
    program.send("POST", &format!("{path}/gatherings"), Some(json!({"what": "planet:1"}))).await.is(422);
    assert_eq!(other.get(&format!("{path}/gatherings")).await.at("/0/cancelled"), &json!(false));
    let told =
        program.send("POST", &format!("{path}/announcements"), Some(json!({"title": "Hello", "text": "You"}))).await;
    let one = told.is(201).at("/0/id").as_str().unwrap().to_owned();
    assert_eq!(other.get(&format!("{path}/announcements")).await.at("/0/read"), &json!(false));
    other.send("PUT", &format!("/api/v1/announcements/{one}/read"), None).await.is(204);
    let read = other.get(&format!("{path}/announcements")).await;
    assert_eq!((read.at("/0/read"), read.at("/0/readers")), (&json!(true), &json!(null)));
    assert_eq!(program.get(&format!("{path}/announcements")).await.at("/0/readers"), 1);
    let readers = format!("/api/v1/announcements/{one}/readers");
    other.get(&readers).await.is(403);
    let who = program.get(&readers).await;
    assert_eq!((who.at("/read/0/name"), who.at("/unread")), (&json!("Mina Member"), &json!([])));
    // Who wants no letters says so.
    other.send("PUT", &format!("{path}/announcements/mail"), Some(json!({}))).await.is(422);
    other.send("PUT", &format!("{path}/announcements/mail"), Some(json!({"mail": false}))).await.is(204);
    app.at("2026-01-15T12:00");
    assert!(app.letters().await.is_empty());
}

#[each_engine]
async fn a_milestone_that_is_renamed_stays_the_gathering_it_is(app: TestApp) {
    let (id, lena, _) = network(&app).await;
    let base = format!("/networks/{id}");
    let form = lena.get(&base).await.click("Plan a year").await;
    let year = form.fill("Plan it", &[("milestones", "Gathering\nGathering\nExpo")]).await;
    let series = app.found(app.new_series(lena.id())).await;
    lena.post(&format!("{base}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    let (one, two) = (app.gathering_on(series, "2026-01-21").await.id, app.gathering_on(series, "2026-03-04").await.id);
    let links = lena.get(&year.path).await.attributes("form[action^='/milestones/']", "action");
    lena.post(&links[1], &[("gathering", &one.to_string())]).await;
    lena.post(&links[2], &[("gathering", &two.to_string())]).await;
    let of = |page: &crate::testing::Page| page.attributes("#year .row-title", "href");
    let expected = [format!("/gatherings/{one}"), format!("/gatherings/{two}")];
    assert_eq!(of(&lena.get(&base).await), expected);
    let form = lena.get(&format!("{}/edit", year.path)).await;
    form.fill("Save", &[("milestones", "Gathering\nGathering\nExpo of Awesome")]).await.shows("Expo of Awesome");
    // Two of a title are two, and what is renamed is what it was.
    assert_eq!(of(&lena.get(&base).await), expected);
}

#[each_engine]
async fn the_next_year_is_begun_once(app: TestApp) {
    let (id, lena, _) = network(&app).await;
    let base = format!("/networks/{id}");
    let year = lena.get(&base).await.click("Plan a year").await.submit("Plan it").await;
    assert!(lena.get(&year.path).await.html.contains("name=\"once\""));
    let path = format!("{}/next", year.path);
    tokio::join!(lena.post(&path, &[]), lena.post(&path, &[]));
    assert_eq!(lena.get(&year.path).await.count("a[href^='/years/'].row-title"), 1);
    // What is planned already is not proposed again.
    let form = lena.get(&format!("{base}/years/new")).await;
    assert_eq!(form.value("title"), "2027–28");
}
