//! Stories of school teams.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use super::{deeds, mates};
use crate::ids::{NetworkId, SchoolId};
use crate::networks::{self, Joining, Leading, NewNetwork};
use crate::people::{self, Role};
use crate::schools::Level;
use crate::testing::{TestApp, Visitor};
use crate::{jobs, years};

/// A network led by Lena, with a year under way, and a school.
async fn network(app: &TestApp) -> (NetworkId, Visitor, SchoolId) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    let new = NewNetwork {
        name: "Library Network".to_owned(),
        about: String::new(),
        joining: Joining::Request,
        audience: networks::Audience::District,
        leading: Leading::Leads,
    };
    let (first_date, last_date) = years::school_year(jiff::civil::date(2026, 1, 14));
    let year = years::NewYear { title: "2025–26".to_owned(), first_date, last_date, milestones: Vec::new() };
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, app, lena.id(), new).await.unwrap();
    years::insert(&mut db, app, (id, lena.id()), year).await.unwrap();
    db.commit().await.unwrap();
    (id, lena, school)
}

/// Somebody who works at a school.
async fn at(app: &TestApp, school: SchoolId, name: &str, role: Role) -> Visitor {
    let visitor = app.member(name, &[role]).await;
    let mut db = app.write().await.unwrap();
    let person = people::person(&mut db, visitor.id()).await.unwrap().unwrap();
    let version = person.updated_at;
    let person = people::Person { school_id: Some(school), ..person };
    assert!(people::update(&mut db, &person, version).await.unwrap());
    db.commit().await.unwrap();
    visitor
}

#[each_engine]
async fn a_team_completes_itself(app: TestApp) {
    let (id, lena, school) = network(&app).await;
    let tilda = at(&app, school, "Tilda Librarian", Role::TeacherLibrarian).await;
    let theo = at(&app, school, "Theo Teacher", Role::Teacher).await;
    let ada = at(&app, school, "Ada Administrator", Role::Administrator).await;
    let base = format!("/networks/{id}/teams");
    lena.get(&format!("/networks/{id}")).await.click("Who makes up a team").await;
    lena.post(&format!("/networks/{id}/teams"), &[("school", &school.to_string())])
        .await
        .is(422)
        .shows("has no teams yet");
    lena.post(&format!("/networks/{id}/seats"), &[]).await.is(422).shows("Choose at least one");
    lena.get(&base).await.submit("Save").await.shows("Schools can have a team now");
    let page = lena.get(&base).await;
    page.fill("Begin a team", &[("school", "")]).await.is(422).shows("Please fill this in");
    let team = page.fill("Begin a team", &[("school", &school.to_string())]).await;
    team.shows("The team is begun").shows("Missing: teacher-librarian, classroom teacher and administrator");
    tilda.try_get(&team.path).await.is(403);
    team.fill("Ask them", &[("role", "teacher_librarian"), ("person", "Nobody Here")])
        .await
        .is(422)
        .shows("nobody here is called");
    let asked = team.fill("Ask them", &[("role", "teacher_librarian"), ("person", "Tilda Librarian")]).await;
    asked.shows("Tilda Librarian was asked");
    let letters = app.letters().await;
    assert_eq!(letters.last().unwrap().subject, "Lena Lead asks you into the team of Sample Elementary");
    assert!(letters.last().unwrap().text.contains("as teacher-librarian"), "{}", letters.last().unwrap().text);
    // Whoever is asked sees the team, says yes, and is in the network with it; then they complete it.
    theo.try_get(&team.path).await.is(403);
    let mine = tilda.get(&team.path).await.shows("You are asked to be in this team").submit("I am in").await;
    mine.shows("You are in the team").shows("Missing: classroom teacher and administrator");
    // Who leaves the district is not waited for.
    let omar = app.person("Omar Onward", &[Role::Teacher]).await;
    mine.fill("Ask them", &[("role", "teacher"), ("person", "Omar Onward")]).await.shows("Omar Onward was asked");
    lena.get(&base).await.shows("Asked: Omar Onward");
    let steward = app.steward().await;
    let left = steward.get(&format!("/people/{omar}")).await.submit("Mark as having left").await;
    lena.get(&base).await.hides("Omar Onward");
    left.submit("Undo").await;
    lena.get(&base).await.shows("Asked: Omar Onward");
    steward.get(&format!("/people/{omar}")).await.submit("Mark as having left").await;
    let other = mine.fill("Ask them", &[("role", "teacher"), ("person", "Theo Teacher")]).await;
    other.shows("Theo Teacher was asked");
    mine.fill("Ask them", &[("role", "administrator"), ("person", "Theo Teacher")])
        .await
        .is(422)
        .shows("asked to take another seat");
    theo.get(&team.path).await.submit("I cannot").await.shows("Whoever asked you is told");
    theo.post(&format!("{}/answer", team.path), &[("answer", "accept")]).await.is(403);
    mine.fill("Ask them", &[("role", "teacher"), ("person", "Theo Teacher")]).await;
    theo.get(&team.path).await.submit("I am in").await;
    mine.fill("Ask them", &[("role", "administrator"), ("person", "Ada Administrator")]).await;
    lena.get(&base).await.shows("One team, not complete yet").shows("Asked: Ada Administrator (administrator)");
    ada.get(&team.path).await.submit("I am in").await.shows("complete");
    lena.get(&base).await.shows("One team, complete");
    tilda
        .get(&format!("/networks/{id}"))
        .await
        .shows("The team of Sample Elementary")
        .shows("4 members")
        .hides("incomplete");
    let beside = mates(&mut *app.read().await.unwrap(), tilda.id()).await.unwrap();
    assert_eq!(beside.iter().map(|mate| mate.person).collect::<Vec<_>>(), [ada.id(), theo.id()]);
    // A seat that is free again can be taken by whoever is named.
    tilda
        .get(&team.path)
        .await
        .submit("Free this seat Administrator")
        .await
        .shows("The seat is free")
        .shows("Missing: administrator");
    app.letters().await;
}

#[each_engine]
async fn the_one_who_can_complete_it_is_reminded_by_hand_and_once_by_itself(app: TestApp) {
    let (id, lena, school) = network(&app).await;
    let tilda = at(&app, school, "Tilda Librarian", Role::TeacherLibrarian).await;
    lena.get(&format!("/networks/{id}/teams")).await.submit("Save").await;
    let team = lena.post(&format!("/networks/{id}/teams"), &[("school", &school.to_string())]).await;
    team.fill("Ask them", &[("role", "teacher_librarian"), ("person", "Tilda Librarian")]).await;
    tilda.get(&team.path).await.submit("I am in").await;
    let list = lena.get(&format!("/networks/{id}/teams")).await;
    list.submit("Remind them Sample Elementary").await.shows("Tilda Librarian gets a letter").shows("Reminded on");
    let letters = app.letters().await;
    let last = letters.iter().rfind(|letter| letter.subject.contains("is not complete")).unwrap();
    assert_eq!(last.email, "tilda@sample.example");
    assert!(last.text.contains("classroom teacher and administrator"), "{}", last.text);
    tilda.post(&format!("{}/remind", team.path), &[]).await.is(403);

    // Another team, of which nobody was reminded, is after two weeks, once.
    let second = app.school("Second Middle", Some(Level::Middle)).await;
    lena.post(&format!("/networks/{id}/teams"), &[("school", &second.to_string())]).await;
    let told =
        |letters: &[crate::mail::Letter]| letters.iter().filter(|one| one.subject.contains("Second Middle")).count();
    deeds::remind_all((*app).clone()).await.unwrap();
    assert_eq!(told(&app.letters().await), 0);
    app.at("2026-01-29T10:00");
    for _ in 0..2 {
        deeds::remind_all((*app).clone()).await.unwrap();
        assert_eq!(told(&app.letters().await), 1);
    }
    jobs::run_due(&app).await.unwrap();
}

#[each_engine]
async fn it_shows_which_teams_come_and_they_go_on_in_the_next_year(app: TestApp) {
    let (id, lena, school) = network(&app).await;
    let tilda = at(&app, school, "Tilda Librarian", Role::TeacherLibrarian).await;
    lena.get(&format!("/networks/{id}/teams")).await.fill("Save", &[("roles", "teacher_librarian")]).await;
    let mut db = app.write().await.unwrap();
    networks::put(&mut db, &app, id, tilda.id(), networks::Role::Member).await.unwrap();
    db.commit().await.unwrap();
    // A member begins the team of their own school, and names themselves.
    let team = tilda.get(&format!("/networks/{id}/teams")).await.submit("Begin the team of Sample Elementary").await;
    team.fill("Ask them", &[("role", "teacher_librarian"), ("person", "Tilda Librarian")])
        .await
        .shows("is in the team")
        .shows("complete");
    let other = app.school("Second Middle", Some(Level::Middle)).await;
    tilda
        .post(&format!("/networks/{id}/teams"), &[("school", &other.to_string())])
        .await
        .is(403)
        .shows("your own school");

    let series = app.found(app.new_series(lena.id())).await;
    lena.post(&format!("/networks/{id}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    tilda.post(&format!("/gatherings/{gathering}/answer"), &[("answer", "yes")]).await;
    lena.get(&format!("/networks/{id}/teams?gathering={gathering}")).await.shows("1 of this team said yes, 0 said no");

    let year = lena.get(&format!("/networks/{id}")).await.link("The year 2025–26");
    lena.get(&year).await.submit("Begin the next year").await.shows("This is the next year");
    lena.get(&format!("/networks/{id}/teams")).await.shows("Sample Elementary").shows("not confirmed for this year");
    tilda
        .post(&format!("{}/seats", team.path), &[("role", "teacher_librarian"), ("person", "Lena Lead")])
        .await
        .is(403)
        .shows("put away");
    // Nor is anybody reminded or taken out in a year that was put away.
    for deed in ["remind", "remove", "restore", "confirm"] {
        lena.post(&format!("{}/{deed}", team.path), &[]).await.is(403).shows("put away");
    }
    tilda.post(&format!("{}/empty", team.path), &[("role", "teacher_librarian")]).await.is(403).shows("put away");
    let csv = lena.get(&format!("/networks/{id}/teams.csv")).await.html;
    assert!(csv.contains("Library Network,2026–27,Sample Elementary,teacher-librarian,Tilda Librarian,"), "{csv}");
    assert!(csv.contains("in the team"), "{csv}");
    assert!(lena.get(&format!("/networks/{id}/teams.xlsx")).await.bytes.starts_with(b"PK"));
    tilda.try_get(&format!("/networks/{id}/teams.csv")).await.is(403);
    let next = tilda.get(&format!("/networks/{id}")).await.click("The team of Sample Elementary").await;
    next.shows("taken over from the year before").submit("Yes, it is").await.shows("Confirmed for this year");
    let out = lena.get(&next.path).await.submit("Take the team out").await;
    out.shows("The team is out").hides("Sample Elementary,").submit("Undo").await.shows("in this year again");
    app.letters().await;
}

#[each_engine]
async fn a_program_does_the_same(app: TestApp) {
    let (id, lena, school) = network(&app).await;
    let tilda = at(&app, school, "Tilda Librarian", Role::TeacherLibrarian).await;
    let (program, other) = (app.program(lena.id()).await, app.program(tilda.id()).await);
    lena.get(&format!("/networks/{id}/teams")).await.submit("Save").await;
    let path = format!("/api/v1/networks/{id}/teams");
    other.get(&path).await.is(403);
    program.send("POST", &path, Some(json!({"school": "none"}))).await.is(422);
    let made = program.send("POST", &path, Some(json!({ "school": school }))).await;
    let team = made.is(201).at("/0/id").as_str().unwrap().to_owned();
    assert_eq!(made.at("/0/missing"), &json!(["teacher_librarian", "teacher", "administrator"]));
    let seat = json!({"role": "teacher_librarian", "person": tilda.id()});
    program.send("PUT", &format!("/api/v1/teams/{team}/seats"), Some(seat)).await.is(204);
    other.send("PUT", &format!("/api/v1/teams/{team}/answer"), Some(json!({"answer": "accept"}))).await.is(204);
    other.send("PUT", &format!("/api/v1/teams/{team}/answer"), Some(json!({"answer": "accept"}))).await.is(409);
    assert_eq!(other.get(&path).await.at("/0/seats/0/state"), "in");
    app.letters().await;
}

#[each_engine]
async fn a_program_keeps_a_team(app: TestApp) {
    let (id, lena, school) = network(&app).await;
    let tilda = at(&app, school, "Tilda Librarian", Role::TeacherLibrarian).await;
    let (program, other) = (app.program(lena.id()).await, app.program(tilda.id()).await);
    let seats = format!("/api/v1/networks/{id}/seats");
    other.get(&seats).await.is(403);
    other.send("PUT", &seats, Some(json!({"roles": ["teacher"]}))).await.is(403);
    assert_eq!(program.get(&seats).await.at("/roles"), &json!([]));
    for wrong in [json!({}), json!({"roles": []}), json!({"roles": ["king"]}), json!({"roles": [1]})] {
        assert_eq!(program.send("PUT", &seats, Some(wrong)).await.is(422).wrong_fields()[0], "/roles");
    }
    let roles = json!({"roles": ["administrator", "teacher_librarian"]});
    let set = program.send("PUT", &seats, Some(roles)).await;
    assert_eq!(set.is(200).at("/roles"), &json!(["teacher_librarian", "administrator"]));

    let list = format!("/api/v1/networks/{id}/teams");
    let made = program.send("POST", &list, Some(json!({ "school": school }))).await;
    let team = format!("/api/v1/teams/{}", made.is(201).at("/0/id").as_str().unwrap());
    // A seat is freed by who completes the team, or by who was asked to take it.
    let seat = format!("{team}/seats/teacher_librarian");
    let ask = Some(json!({"role": "teacher_librarian", "person": tilda.id()}));
    program.send("PUT", &format!("{team}/seats"), ask.clone()).await.is(204);
    other.send("DELETE", &format!("{team}/seats/administrator"), None).await.is(403);
    other.send("DELETE", &seat, None).await.is(204);
    assert_eq!(program.get(&list).await.at("/0/seats"), &json!([]));
    program.send("DELETE", &format!("{team}/seats/king"), None).await.is(404);
    program.send("PUT", &format!("{team}/seats"), ask).await.is(204);
    other.send("PUT", &format!("{team}/answer"), Some(json!({"answer": "accept"}))).await.is(204);

    other.send("POST", &format!("{team}/remind"), None).await.is(403);
    let told = program.send("POST", &format!("{team}/remind"), None).await;
    assert_eq!(told.is(200).at("/reminded"), &json!(tilda.id()));
    program.send("PUT", &seats, Some(json!({"roles": ["teacher_librarian"]}))).await.is(200);
    assert_eq!(program.send("POST", &format!("{team}/remind"), None).await.at("/reminded"), &json!(null));

    other.send("DELETE", &team, None).await.is(403);
    program.send("DELETE", &team, None).await.is(204);
    assert_eq!(other.get(&list).await.body, json!([]));
    other.send("PUT", &format!("{team}/confirmed"), None).await.is(403);
    other.send("POST", &format!("{team}/restore"), None).await.is(403);
    program.send("POST", &format!("{team}/restore"), None).await.is(204);

    // In the next year it is not confirmed until somebody of it says so.
    let years = program.get(&format!("/api/v1/networks/{id}/years")).await;
    let year = format!("/api/v1/years/{}", years.at("/0/id").as_str().unwrap());
    program.send("POST", &format!("{year}/next"), None).await.is(201);
    program.send("PUT", &format!("{team}/confirmed"), None).await.is(403);
    let next = other.get(&list).await;
    assert_eq!(next.at("/0/confirmed"), &json!(false));
    let team = format!("/api/v1/teams/{}", next.at("/0/id").as_str().unwrap());
    app.stranger_program().send("PUT", &format!("{team}/confirmed"), None).await.is(401);
    other.send("PUT", &format!("{team}/confirmed"), None).await.is(204);
    assert_eq!(other.get(&list).await.at("/0/confirmed"), &json!(true));
    app.letters().await;
}

#[each_engine]
async fn a_school_shows_its_teams_to_whoever_may_see_the_network(app: TestApp) {
    let (id, lena, school) = network(&app).await;
    let tilda = at(&app, school, "Tilda Librarian", Role::TeacherLibrarian).await;
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    let page = format!("/schools/{school}");
    sam.get(&page).await.hides("Teams of this school");
    lena.get(&format!("/networks/{id}/teams")).await.submit("Save").await;
    let team = lena.post(&format!("/networks/{id}/teams"), &[("school", &school.to_string())]).await.path;
    lena.post(&format!("{team}/seats"), &[("role", "teacher_librarian"), ("person", "Tilda Librarian")]).await;
    tilda.post(&format!("{team}/answer"), &[("answer", "accept")]).await;
    // A colleague may see the network, and so that the school takes part and whom it looks for; not who is in it.
    sam.get(&page)
        .await
        .shows("Teams of this school")
        .shows("Library Network")
        .shows("Missing: classroom teacher and administrator")
        .hides("Tilda Librarian (teacher-librarian)");
    assert_eq!(sam.get(&page).await.link("Library Network"), format!("/networks/{id}"));
    for inside in [&lena, &tilda] {
        let seen = inside.get(&page).await;
        seen.shows("Tilda Librarian (teacher-librarian)").shows("Missing: classroom teacher and administrator");
        assert_eq!(seen.link("Library Network"), team);
    }
    let (own, other) = (app.program(tilda.id()).await, app.program(sam.id()).await);
    let path = format!("/api/v1/schools/{school}/teams");
    assert_eq!(own.get(&path).await.at("/0/seats/0/person"), &json!(tilda.id()));
    let seen = other.get(&path).await;
    assert_eq!((seen.at("/0/seats"), seen.at("/0/missing")), (&json!(null), &json!(["teacher", "administrator"])));
    // Of a network for its members, others learn nothing; nor of a team that was taken out, or of a year put away.
    lena.get(&format!("/networks/{id}/edit")).await.fill("Save", &[("audience", "network")]).await;
    sam.get(&page).await.hides("Teams of this school").hides("Library Network");
    assert_eq!(other.get(&path).await.body, json!([]));
    tilda.get(&page).await.shows("Library Network");
    app.sign_in(tilda.id()).await.in_french().get(&page).await.shows("Équipes de cette école");
    app.visitor().get(&page).await.shows("Sign in").hides("Library Network");
    lena.post(&format!("{team}/remove"), &[]).await;
    tilda.get(&page).await.hides("Library Network");
    lena.post(&format!("{team}/restore"), &[]).await;
    let year = lena.get(&format!("/networks/{id}")).await.link("The year 2025–26");
    lena.get(&year).await.submit("Begin the next year").await;
    tilda.get(&page).await.shows("not confirmed for this year").shows("2026").hides("2025–26");
    app.letters().await;
}

#[each_engine]
async fn many_teams_stand_on_pages_those_that_miss_somebody_first(app: TestApp) {
    let (id, lena, first) = network(&app).await;
    lena.post(&format!("/networks/{id}/seats"), &[("roles", "teacher_librarian")]).await;
    let year = {
        let mut db = app.read().await.unwrap();
        deeds::year_of(&mut db, id).await.unwrap().unwrap()
    };
    let mut schools = vec![first];
    for number in 0..103 {
        schools.push(app.school(&format!("Elementary {number:03}"), None).await);
    }
    let mut db = app.write().await.unwrap();
    let mut teams = Vec::new();
    for school in &schools[..103] {
        teams.push(deeds::begin(&mut db, &app, (year.id, *school), lena.id()).await.unwrap());
    }
    db.commit().await.unwrap();
    // One is complete, and last though its name is the first.
    lena.post(&format!("/teams/{}/seats", teams[1]), &[("role", "teacher_librarian"), ("person", "Lena Lead")]).await;
    let base = format!("/networks/{id}/teams");
    let page = lena.get(&base).await;
    page.shows("103 teams, 1 of them complete").shows("1 to 100 of 103 teams");
    page.shows("Elementary 001").shows("Elementary 100");
    assert!(!page.html.contains(">Elementary 000<") && !page.html.contains(">Elementary 101<"), "{}", page.html);
    // A school that has one is not offered, whatever the page; one that has none is.
    assert!(!page.html.contains(&format!("value=\"{}\"", schools[1])));
    page.shows("Elementary 102");
    let next = page.click("Next").await;
    next.shows("101 to 103 of 103 teams").shows("Elementary 101");
    assert!(next.html.find("Sample Elementary") < next.html.find(">Elementary 000<"), "{}", next.html);
    next.click("Previous").await.shows("1 to 100 of 103 teams");
}
