//! Stories of the map: who sees whose name, and what is told to those who lead.

use each_engine::each_engine;
use serde_json::json;

use super::{came, three};
use crate::ids::{PersonId, SchoolId};
use crate::people::{self, Role};
use crate::schools::{self, Level, School};
use crate::testing::{TestApp, Visitor};

#[each_engine]
async fn names_are_of_those_who_let_themselves_be_shown(app: TestApp) {
    let (_, [_, mina, bea, zoe]) = three(&app).await;
    app.visitor().get("/map").await.shows("Sign in").hides("Mina");
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let page = sam.get("/map").await;
    page.shows("3 people, none of them with a name").hides("Mina").hides("Bea").hides("Zoe");
    // Nothing on the page says who a dot is.
    for person in [&mina, &bea, &zoe] {
        page.hides(&person.id().to_string());
    }
    // Oneself is there to oneself, with what is said of nobody else.
    let mine = mina.get("/map").await;
    mine.shows("1 person with a name, 2 without").shows("You").hides("Bea").hides("Zoe");
    mine.submit("Show me").await.shows("You are shown now.").shows("You stand on the map with your name.");
    bea.post("/ties/shown", &[("shown", "yes")]).await;
    sam.get("/map").await.shows("Mina Member").shows("Bea Between").hides("Zoe").shows("2 people with their names");
    let program = app.program(sam.id()).await;
    let map = program.get("/api/v1/map").await;
    let points = map.at("/points").as_array().unwrap().clone();
    let names: Vec<_> = points.iter().filter_map(|point| point["name"].as_str()).collect();
    assert_eq!(names, ["Bea Between", "Mina Member"]);
    assert_eq!(points.iter().find(|point| point["name"] == "Bea Between").unwrap()["with"], json!(["Mina Member"]));
    assert!(!map.body.to_string().contains(&zoe.id().to_string()));
    // A line leads from a name to a name, or from a dot to a dot: Bea's to Zoe is not drawn, nor Mina's.
    assert_eq!(map.at("/lines").as_str().unwrap().matches('M').count(), 1, "{}", map.at("/lines"));
    // Of her own, too, nobody sees where those stand who are not shown.
    let hers = app.program(mina.id()).await.get("/api/v1/map").await;
    assert_eq!(hers.at("/lines").as_str().unwrap().matches('M').count(), 1);
    // Whoever takes their name off is off at once, though the map is not drawn anew.
    mina.get("/map").await.submit("Take my name off").await.shows("a dot without a name");
    sam.get("/map").await.hides("Mina Member");
    sam.in_french().get("/map").await.shows("La carte");
}

#[each_engine]
async fn an_empty_map_says_what_will_be_there(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    mina.get("/map").await.shows("Nothing to draw yet");
    let host = app.steward().await;
    host.get("/map/figures").await.shows("Too few to tell");
    assert_eq!(app.program(mina.id()).await.get("/api/v1/map").await.body, json!(null));
    mina.get("/map/schools").await.shows("No school has a place yet");
}

async fn school(app: &TestApp, name: &str, level: Level, (latitude, longitude): (f64, f64)) -> SchoolId {
    let school = School {
        id: app.new_id().unwrap(),
        source_key: None,
        name: name.to_owned(),
        level: Some(level),
        district: None,
        address: None,
        city: None,
        postal_code: None,
        latitude: Some(latitude),
        longitude: Some(longitude),
        created_at: app.now(),
        updated_at: app.now(),
    };
    let mut db = app.write().await.unwrap();
    schools::insert(&mut db, &school).await.unwrap();
    db.commit().await.unwrap();
    school.id
}

async fn belongs(app: &TestApp, person: PersonId, school: SchoolId) {
    let mut db = app.write().await.unwrap();
    let mut person = people::person(&mut db, person).await.unwrap().unwrap();
    person.school_id = Some(school);
    let version = person.updated_at;
    assert!(people::update(&mut db, &person, version).await.unwrap());
    db.commit().await.unwrap();
}

/// Two schools of seven and six people, who meet at one lunch each; three of each at a third. And who hosts.
async fn two_schools(app: &TestApp) -> (Visitor, Vec<Visitor>) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let elementary = school(app, "Maple Elementary", Level::Elementary, (49.25, -122.9)).await;
    let secondary = school(app, "Cedar Secondary", Level::Secondary, (49.28, -122.8)).await;
    let mut people = Vec::new();
    for number in 0..13 {
        let person = app.member(&format!("Person {number:02}"), &[Role::Teacher]).await;
        let school = if number < 7 { elementary } else { secondary };
        belongs(app, person.id(), school).await;
        people.push(person);
    }
    let some = |from: usize, to: usize| people[from..to].iter().collect::<Vec<_>>();
    came(app, &host, &app.gathering_on(series, "2026-01-14").await, &some(0, 7)).await;
    came(app, &host, &app.gathering_on(series, "2026-01-21").await, &some(7, 13)).await;
    came(app, &host, &app.gathering_on(series, "2026-01-28").await, &some(4, 10)).await;
    app.at("2026-01-29T09:00");
    crate::jobs::run_due(app).await.unwrap();
    (host, people)
}

#[each_engine]
async fn those_who_lead_see_figures_and_members_do_not(app: TestApp) {
    let (host, people) = two_schools(&app).await;
    let member = &people[0];
    member.try_get("/map/figures").await.is(403).shows("for those who lead a network or host a series");
    member.get("/map").await.hides("Figures");
    let page = host.get("/map").await.click("Figures").await;
    page.shows("13 people came to at least one gathering").shows("circle").hides("Person 00");
    // What is hidden is named in a line, and the rest stands there as numbers.
    page.shows("Not told: on the edge").shows("Elementary");
    assert!(!page.text_of(".tallies").contains("hidden"), "{}", page.text_of(".tallies"));
    let figures = app.program(host.id()).await.get("/api/v1/map/figures").await;
    assert_eq!(figures.at("/now/people"), &json!(13));
    // 21 and 15 within, and nine between; three and three were together before.
    assert_eq!(figures.at("/now/pairs"), &json!(45));
    assert_eq!(figures.at("/levels/0/pairs"), &json!(21));
    assert_eq!(figures.at("/levels/1/pairs"), &json!(9));
    assert_eq!(figures.at("/ei_levels"), &json!(-0.6));
    assert_eq!(figures.at("/now/edge"), &json!({"value": null, "of": 13, "hidden": true}));
    assert_eq!((figures.at("/before"), figures.at("/change")), (&json!(null), &json!(null)));
    let csv = host.get("/map/figures.csv").await;
    assert!(csv.html.contains("Density") && csv.html.contains("Elementary"), "{}", csv.html);
    host.get("/map/figures.xlsx").await.is(200);
    app.program(member.id()).await.get("/api/v1/map/figures").await.is(403);
    host.in_french().get("/map/figures").await.shows("Comment le réseau tient ensemble");
}

#[each_engine]
async fn the_year_is_held_against_the_year_before(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mut new = app.new_series(host.id());
    new.rule.to = jiff::civil::date(2026, 12, 16);
    let series = app.found(new).await;
    let mut people = Vec::new();
    for number in 0..6 {
        people.push(app.member(&format!("Person {number}"), &[Role::Teacher]).await);
    }
    came(&app, &host, &app.gathering_on(series, "2026-05-13").await, &people.iter().collect::<Vec<_>>()).await;
    came(&app, &host, &app.gathering_on(series, "2026-09-16").await, &people[1..].iter().collect::<Vec<_>>()).await;
    let figures = app.program(host.id()).await.get("/api/v1/map/figures").await;
    assert_eq!(figures.at("/change"), &json!({"kept": 10, "new": 0, "gone": 5}));
    let host = app.sign_in(host.id()).await;
    host.get("/map/figures").await.shows("10 pairs met in both years, 0 are new, and 5 of last year");
}

#[each_engine]
async fn schools_stand_where_they_are_and_lines_have_five_people_behind_them(app: TestApp) {
    let (_, people) = two_schools(&app).await;
    let page = people[0].get("/map/schools").await;
    page.shows("1 line between schools").shows("Cedar Secondary (9)").hides("Person 01");
    // A school without a line has no empty row; that there are such is said.
    assert_eq!(page.hides("without a line").count("#table tbody tr"), 2);
    school(&app, "Birch Middle", Level::Middle, (49.26, -122.85)).await;
    let page = people[0].get("/map/schools").await;
    assert_eq!(page.shows("1 school stands on the map without a line").count("#table tbody tr"), 2);
    assert!(!page.text_of("#table").contains("Birch"), "{}", page.text_of("#table"));
    let answer = app.program(people[0].id()).await.get("/api/v1/map/schools").await;
    assert_eq!(answer.at("/lines/0/pairs"), &json!(9));
}

#[each_engine]
async fn those_on_the_edge_are_invited_and_nobody_learns_who_they_are(app: TestApp) {
    let (host, people) = two_schools(&app).await;
    let alone = app.member("Ally Alone", &[Role::Teacher]).await;
    let mut new = app.new_series(host.id());
    new.title = "Book club".to_owned();
    let series = app.found(new).await;
    came(&app, &host, &app.gathering_on(series, "2026-02-04").await, &[&alone]).await;
    app.at("2026-02-05T09:00");
    crate::jobs::run_due(&app).await.unwrap();
    let page = host.get("/map/figures").await;
    page.shows("Invite those on the edge").hides("Ally");
    let next = app.gathering_on(series, "2026-02-11").await;
    let before = app.letters().await.len();
    let sent = page.fill("Invite them", &[("gathering", &next.id.to_string())]).await;
    sent.shows("they are fewer than five").hides("Ally");
    let letters = app.letters().await;
    assert_eq!(letters.len(), before + 1);
    assert_eq!(
        (letters[before].name.as_str(), letters[before].subject.as_str()),
        ("Ally Alone", "You are welcome: Book club")
    );
    let again = host.post("/map/invite", &[("gathering", &next.id.to_string())]).await;
    again.shows("in the last two weeks");
    host.post("/map/invite", &[("gathering", &people[0].id().to_string())]).await.is(422);
    assert_eq!(app.letters().await.len(), before + 1);
}

#[each_engine]
async fn of_two_who_invite_at_once_one_does(app: TestApp) {
    let (host, people) = two_schools(&app).await;
    let alone = app.member("Ally Alone", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    came(&app, &host, &app.gathering_on(series, "2026-02-04").await, &[&alone]).await;
    app.at("2026-02-05T09:00");
    crate::jobs::run_due(&app).await.unwrap();
    let next = app.gathering_on(series, "2026-02-11").await.id.to_string();
    let (host, before) = (app.sign_in(host.id()).await, app.letters().await.len());
    let mut first = app.write().await.unwrap();
    let long_ago = app.now().plus_days(-14);
    assert!(crate::ties::store::call(&mut first, long_ago, app.now()).await.unwrap());
    let fields = [("gathering", next.as_str())];
    let mut second = Box::pin(host.post("/map/invite", &fields));
    assert!(tokio::time::timeout(std::time::Duration::from_millis(400), &mut second).await.is_err());
    let (kept, second) = tokio::join!(first.commit(), second);
    kept.unwrap();
    second.is(200).shows("in the last two weeks");
    assert_eq!(app.letters().await.len(), before, "nobody is written to twice");
    let mut db = app.write().await.unwrap();
    let (now, soon) = (app.now().plus_days(13), app.now().plus_days(-1));
    assert!(!crate::ties::store::call(&mut db, soon, now).await.unwrap());
    assert!(crate::ties::store::call(&mut db, app.now(), app.now().plus_days(14)).await.unwrap());
    drop(db);
    drop(people);
}

#[each_engine]
async fn the_tables_of_the_map_have_pages(app: TestApp) {
    let (_, people) = two_schools(&app).await;
    people[0].post("/ties/shown", &[("shown", "yes")]).await;
    for path in ["/map", "/map/schools"] {
        assert_eq!(people[1].get(path).await.count("nav.pages"), 0);
        // Behind the last there is nothing, and a way back.
        let page = people[1].get(&format!("{path}?page=2")).await;
        assert_eq!((page.count("tbody tr"), page.link("Previous")), (0, format!("{path}?page=1#table")));
        people[1].try_get(&format!("{path}?page=none")).await.is(422);
    }
}

#[each_engine]
async fn the_export_has_numbers_for_those_who_are_not_shown(app: TestApp) {
    let (_, people) = two_schools(&app).await;
    people[0].post("/ties/shown", &[("shown", "yes")]).await;
    let file = crate::ties::export(&mut *app.read().await.unwrap(), 2025, app.new_id().unwrap()).await.unwrap();
    let text = String::from_utf8(file).unwrap();
    assert_eq!(text.lines().next().unwrap(), "row,id,name,school,level,role,other,kind,times,first,last");
    assert_eq!(text.lines().filter(|line| line.starts_with("person,")).count(), 13);
    assert_eq!(text.lines().filter(|line| line.contains(",met,")).count(), 45);
    assert!(text.contains(",Person 00,") && !text.contains("Person 01") && !text.contains("Maple"), "{text}");
    assert!(text.contains(",elementary,teacher,"), "{text}");
}
