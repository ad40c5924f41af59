//! Side doors of networks, their years and their teams: each story tries one, and finds it shut.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use super::{TestApp, Visitor};
use crate::gatherings::{self, Audience};
use crate::ids::{GatheringId, NetworkId, SchoolId};
use crate::networks::{self, Joining, Leading, NewNetwork};
use crate::people::Role;
use crate::schools::Level;
use crate::years;

/// A network led by Lena, in which Mina is, with a year under way.
async fn network(app: &TestApp, joining: Joining, audience: networks::Audience) -> (NetworkId, Visitor, Visitor) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let new = NewNetwork {
        name: "Sample Network".to_owned(),
        about: "What we do.".to_owned(),
        joining,
        audience,
        leading: Leading::Leads,
    };
    let (first_date, last_date) = years::school_year(jiff::civil::date(2026, 1, 14));
    let year = years::NewYear { title: "2025–26".to_owned(), first_date, last_date, milestones: Vec::new() };
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, app, lena.id(), new).await.unwrap();
    networks::put(&mut db, app, id, mina.id(), networks::Role::Member).await.unwrap();
    years::insert(&mut db, app, (id, lena.id()), year).await.unwrap();
    db.commit().await.unwrap();
    (id, lena, mina)
}

#[each_engine]
async fn what_a_host_says_of_a_gathering_is_the_last_word(app: TestApp) {
    let (id, lena, mina) = network(&app, Joining::Open, networks::Audience::District).await;
    let base = format!("/networks/{id}");
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
    lena.post(&format!("{base}/gatherings"), &[("what", &format!("gathering:{alone}"))]).await;
    let mut new = app.new_series(lena.id());
    new.audience = Audience::Invited;
    let series = app.found(new).await;
    lena.post(&format!("{base}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    let first = app.gathering_on(series, "2026-01-21").await.id;
    lena.post(&format!("/gatherings/{first}/topics"), &[("title", "A talk about maps"), ("minutes", "10")]).await;
    let year = mina.get(&base).await.link("The year 2025–26");
    let program = app.program(mina.id()).await;
    let seen = format!("/api/v1{base}/gatherings");
    mina.get(&base).await.shows("Kit day").shows("Wednesday 21 January");
    assert!(program.get(&seen).await.is(200).at("").to_string().contains("Kit day"));

    // The host asks Mina to neither any more; she stays in the network.
    let gathering: GatheringId = alone.parse().unwrap();
    let mut db = app.write().await.unwrap();
    gatherings::uninvite_from_gathering(&mut db, gathering, mina.id()).await.unwrap();
    gatherings::uninvite_from_series(&mut db, series, mina.id()).await.unwrap();
    db.commit().await.unwrap();
    mina.try_get(&format!("/gatherings/{alone}")).await.is(404);
    for path in [base.clone(), format!("{base}/gatherings"), year.clone(), format!("{year}/report")] {
        mina.get(&path).await.hides("Kit day").hides("21 January").hides("A talk about maps");
    }
    assert!(!mina.get(&format!("{base}/calendar.ics")).await.html.contains("BEGIN:VEVENT"));
    assert_eq!(program.get(&seen).await.is(200).at(""), &json!([]));
    // Nor does leading the network open what one is not asked to.
    let lou = app.member("Lou Lead", &[Role::Teacher]).await;
    lou.get(&base).await.submit("Join").await;
    lena.post(&format!("{base}/members/{}", lou.id()), &[("role", "lead")]).await;
    let mut db = app.write().await.unwrap();
    gatherings::uninvite_from_gathering(&mut db, gathering, lou.id()).await.unwrap();
    db.commit().await.unwrap();
    lou.get(&format!("{base}/gatherings")).await.hides("Kit day").shows("Wednesday 21 January");
    lena.get(&base).await.shows("Kit day").shows("Wednesday 21 January");
    app.letters().await;
}

/// Somebody who was asked into a team of a school that Lena began.
async fn asked(app: &TestApp, id: NetworkId, lena: &Visitor, school: SchoolId) -> (Visitor, String) {
    let tilda = app.member("Tilda Librarian", &[Role::TeacherLibrarian]).await;
    lena.get(&format!("/networks/{id}/teams")).await.submit("Save").await;
    let team = lena.post(&format!("/networks/{id}/teams"), &[("school", &school.to_string())]).await;
    team.fill("Ask them", &[("role", "teacher_librarian"), ("person", "Tilda Librarian")]).await;
    (tilda, team.path)
}

#[each_engine]
async fn an_old_question_leads_into_no_team_that_is_over(app: TestApp) {
    let (id, lena, _) = network(&app, Joining::Invitation, networks::Audience::Network).await;
    let base = format!("/networks/{id}");
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    let (tilda, team) = asked(&app, id, &lena, school).await;
    let yes = [("answer", "accept")];
    let answer = format!("{team}/answer");
    // The team was taken out; the network is closed; the year is put away.
    lena.post(&format!("{team}/remove"), &[]).await;
    tilda.post(&answer, &yes).await.is(403).shows("not in this year");
    tilda.try_get(&base).await.is(404);
    lena.post(&format!("{team}/restore"), &[]).await;
    lena.post(&format!("{base}/close"), &[]).await;
    tilda.post(&answer, &yes).await.is(403).shows("closed");
    lena.post(&format!("{base}/reopen"), &[]).await;
    let year = lena.get(&base).await.link("The year 2025–26");
    lena.post(&format!("{year}/archive"), &[]).await;
    tilda.post(&answer, &yes).await.is(403).shows("put away");
    lena.post(&format!("{year}/restore"), &[]).await;
    tilda.try_get(&base).await.is(404);
    let members = networks::member_ids(&mut *app.read().await.unwrap(), id).await.unwrap();
    assert!(!members.contains(&tilda.id()));
    // Where nothing is over, she is in.
    tilda.post(&answer, &yes).await.shows("You are in the team");
    tilda.get(&base).await;
    app.letters().await;
}

#[each_engine]
async fn who_is_out_of_the_network_sits_in_no_team_of_it(app: TestApp) {
    let (id, lena, mina) = network(&app, Joining::Invitation, networks::Audience::Network).await;
    let base = format!("/networks/{id}");
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    let (tilda, team) = asked(&app, id, &lena, school).await;
    tilda.post(&format!("{team}/answer"), &[("answer", "accept")]).await;
    mina.get(&team).await.shows("Tilda Librarian").shows("Missing: classroom teacher and administrator");
    lena.post(&format!("{base}/members/{}/remove", tilda.id()), &[]).await;
    // She neither sees it nor names anybody, nor takes herself back in.
    tilda.try_get(&team).await.is(404);
    let names = [("role", "teacher"), ("person", "Mina Member")];
    tilda.post(&format!("{team}/seats"), &names).await.is(404);
    tilda.post(&format!("{team}/answer"), &[("answer", "accept")]).await.is(404);
    tilda.post(&format!("{team}/confirm"), &[]).await.is(404);
    for path in [team.clone(), format!("{base}/teams")] {
        mina.get(&path).await.hides("Tilda Librarian").shows("teacher-librarian");
    }
    let next = lena.get(&base).await.link("The year 2025–26");
    lena.post(&format!("{base}/members/{}/restore", tilda.id()), &[]).await;
    mina.get(&team).await.shows("Tilda Librarian").shows("Missing: classroom teacher and administrator");
    lena.post(&format!("{base}/members/{}/remove", tilda.id()), &[]).await;
    lena.post(&format!("{next}/next"), &[]).await;
    lena.get(&format!("{base}/teams")).await.shows("Sample Elementary").hides("Tilda Librarian");
    app.letters().await;
}

#[each_engine]
async fn who_said_no_in_a_team_is_not_for_every_member(app: TestApp) {
    let (id, lena, mina) = network(&app, Joining::Open, networks::Audience::District).await;
    let base = format!("/networks/{id}");
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    let (tilda, team) = asked(&app, id, &lena, school).await;
    tilda.post(&format!("{team}/answer"), &[("answer", "accept")]).await;
    let series = app.found(app.new_series(lena.id())).await;
    lena.post(&format!("{base}/gatherings"), &[("what", &format!("series:{series}"))]).await;
    let gathering = app.gathering_on(series, "2026-01-21").await.id;
    tilda.post(&format!("/gatherings/{gathering}/answer"), &[("answer", "no")]).await;
    let path = format!("{base}/teams?gathering={gathering}");
    lena.get(&path).await.shows("0 of this team said yes, 1 said no");
    mina.get(&path).await.hides("said no");
    app.letters().await;
}

#[each_engine]
async fn whoever_left_a_network_of_members_knows_no_more_of_it(app: TestApp) {
    let (id, lena, mina) = network(&app, Joining::Invitation, networks::Audience::Network).await;
    let base = format!("/networks/{id}");
    mina.get(&base).await.submit("Leave the network").await;
    mina.try_get(&base).await.is(404);
    mina.get("/search?q=sample").await.hides("Sample Network");
    app.program(mina.id()).await.get(&format!("/api/v1{base}")).await.is(404);
    // A slip is undone for an hour, and then no more.
    mina.post(&format!("{base}/return"), &[]).await.shows("You are in Sample Network again");
    mina.get(&base).await.submit("Leave the network").await;
    app.at("2026-01-14T17:00");
    mina.post(&format!("{base}/return"), &[]).await.is(404);
    // Whoever was to take over from somebody who leads it no more has nothing to see there either.
    let sam = app.member("Sam Successor", &[Role::Teacher]).await;
    let lou = app.member("Lou Lead", &[Role::Teacher]).await;
    let mut db = app.write().await.unwrap();
    networks::put(&mut db, &app, id, lou.id(), networks::Role::Member).await.unwrap();
    db.commit().await.unwrap();
    lena.post(&format!("{base}/members/{}", lou.id()), &[("role", "lead")]).await;
    lou.post(&format!("{base}/handover"), &[("to", "Sam Successor"), ("then", "leave")]).await;
    sam.get(&base).await.shows("Sample Network");
    lena.post(&format!("{base}/members/{}", lou.id()), &[("role", "member")]).await;
    sam.try_get(&base).await.is(404);
    sam.post(&format!("{base}/handover/answer"), &[("answer", "accept")]).await.is(404);
    app.letters().await;
}

#[each_engine]
async fn nobody_fills_a_mailbox_by_inviting_again_and_again(app: TestApp) {
    let (id, lena, _) = network(&app, Joining::Invitation, networks::Audience::Network).await;
    let base = format!("/networks/{id}");
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    app.steward().await;
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    let invite = [("people", "Sam Stranger"), ("word", "Buy my book.")];
    for _ in 0..8 {
        lena.post(&format!("{base}/invite"), &invite).await.is(200);
        lena.post(&format!("{base}/invitations/{}/withdraw", sam.id()), &[]).await;
        lena.post(&format!("{base}/handover"), &[("to", "Sam Stranger"), ("then", "member")]).await.is(200);
        lena.post(&format!("{base}/handover/withdraw"), &[]).await;
    }
    lena.get(&format!("{base}/teams")).await.submit("Save").await;
    let team = lena.post(&format!("{base}/teams"), &[("school", &school.to_string())]).await.path;
    for _ in 0..8 {
        let seat = [("role", "teacher"), ("person", "Sam Stranger")];
        lena.post(&format!("{team}/seats"), &seat).await.is(200);
        lena.post(&format!("{team}/empty"), &[("role", "teacher")]).await;
    }
    for _ in 0..8 {
        sam.post("/account/data/forget", &[]).await;
    }
    let letters = app.letters().await;
    let to = |name: &str| letters.iter().filter(|letter| letter.name.starts_with(name)).count();
    assert_eq!(to("Stella"), 3, "who looks after Klatsch knows the wish");
    assert_eq!(to("Sam"), 9, "three invitations, three offers to lead, three questions of a team");
    // The last invitation is there, with or without a letter; and tomorrow is another day.
    lena.post(&format!("{base}/invite"), &invite).await;
    sam.get("/networks").await.shows("You are invited");
    lena.post(&format!("{base}/invitations/{}/withdraw", sam.id()), &[]).await;
    app.at("2026-01-16T10:00");
    lena.post(&format!("{base}/invite"), &invite).await;
    assert_eq!(app.letters().await.len(), letters.len() + 1);
}
