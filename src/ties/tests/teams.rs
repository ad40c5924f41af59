//! Stories of ties that come from school teams.

use each_engine::each_engine;
use serde_json::json;

use crate::ids::{NetworkId, PersonId, TeamId};
use crate::networks::{self, Joining, Leading, NewNetwork};
use crate::people::Role;
use crate::schools::Level;
use crate::testing::{TestApp, Visitor};
use crate::ties::tie::{Kind, Tie};
use crate::ties::{keep, store};
use crate::{privacy, teams, years};

/// A network led by Lena, with a year under way, and a team of a school in which nobody sits.
async fn team(app: &TestApp) -> (NetworkId, TeamId, [Visitor; 3]) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let tilda = app.member("Tilda Librarian", &[Role::TeacherLibrarian]).await;
    let theo = app.member("Theo Teacher", &[Role::Teacher]).await;
    let school = app.school("Sample Elementary", Some(Level::Elementary)).await;
    let new = NewNetwork {
        name: "Library Network".to_owned(),
        about: String::new(),
        joining: Joining::Request,
        audience: networks::Audience::Network,
        leading: Leading::Leads,
    };
    let (first_date, last_date) = years::school_year(jiff::civil::date(2026, 1, 14));
    let year = years::NewYear { title: "2025–26".to_owned(), first_date, last_date, milestones: Vec::new() };
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, app, lena.id(), new).await.unwrap();
    let year = years::insert(&mut db, app, (id, lena.id()), year).await.unwrap();
    teams::set_seats(&mut db, id, &[Role::TeacherLibrarian, Role::Teacher]).await.unwrap();
    let team = teams::begin(&mut db, app, (year, school), lena.id()).await.unwrap();
    db.commit().await.unwrap();
    (id, team, [lena, tilda, theo])
}

async fn ties(app: &TestApp, year: i64) -> Vec<Tie> {
    keep::catch_up(app).await.unwrap();
    store::in_year(&mut app.read().await.unwrap(), year).await.unwrap()
}

/// The lead names somebody for a seat, who says yes.
async fn sits(lena: &Visitor, who: &Visitor, team: TeamId, role: &str) {
    let named = [("role", role), ("person", &who.id().to_string())];
    lena.post(&format!("/teams/{team}/seats"), &named).await.is(200);
    who.post(&format!("/teams/{team}/answer"), &[("answer", "accept")]).await.is(200);
}

#[each_engine]
async fn who_is_in_a_team_together_is_tied_and_reads_why(app: TestApp) {
    let (network, team, [lena, tilda, theo]) = team(&app).await;
    sits(&lena, &tilda, team, "teacher_librarian").await;
    // Who is only asked is in no team.
    let named = [("role", "teacher"), ("person", &theo.id().to_string())];
    lena.post(&format!("/teams/{team}/seats"), &named).await.is(200);
    assert_eq!(ties(&app, 2025).await, []);
    tilda.get("/ties").await.hides("Theo");
    theo.post(&format!("/teams/{team}/answer"), &[("answer", "accept")]).await.is(200);
    let tied = ties(&app, 2025).await;
    assert_eq!(tied.iter().map(|tie| (tie.kind, tie.times)).collect::<Vec<_>>(), [(Kind::Team, 1)]);
    let why = "You are on the team of Sample Elementary in Library Network together.";
    let page = tilda.get("/ties").await;
    page.shows("In a team with you").shows("Theo Teacher").shows(why).hides("Together at");
    page.shows("Whom you meet at gatherings");
    tilda.get(&format!("/ties/hello/{}", theo.id())).await.shows("Say hello to Theo Teacher");
    app.sign_in(tilda.id())
        .await
        .in_french()
        .get("/ties")
        .await
        .shows("Vous faites tous deux partie de l’équipe de Sample Elementary");
    let around = app.program(tilda.id()).await.get("/api/v1/ties").await;
    assert_eq!(around.at("/team/0/reasons"), &json!([why]));
    assert_eq!((around.at("/met"), around.at("/team/0/first_at")), (&json!(0), &json!(null)));
    // Who leads the network sits in no team of it, and a stranger learns nothing.
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    for other in [&lena, &sam] {
        other.get("/ties").await.hides("Theo").hides("Sample Elementary");
        other.try_get(&format!("/ties/hello/{}", theo.id())).await.is(403);
    }
    // On the map stand those who are in a team, and the export says what ties them.
    crate::jobs::run_due(&app).await.unwrap();
    sam.get("/map").await.shows("2 people, none of them with a name").hides("Library Network");
    let file = crate::ties::export(&mut *app.read().await.unwrap(), 2025, app.new_id().unwrap()).await.unwrap();
    let text = String::from_utf8(file).unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("tie,") && line.contains(",team,1,")).count(), 1, "{text}");
    tilda.get(&format!("/networks/{network}")).await.is(200);
    // Who leaves the network sits in no team of it: nobody is told that they do, nor are they told of others.
    theo.get(&format!("/networks/{network}")).await.submit("Leave the network").await;
    for (who, hidden) in [(&tilda, "Theo Teacher"), (&theo, "Tilda Librarian")] {
        who.get("/ties").await.hides("In a team with you").hides(hidden).hides(why);
    }
    app.letters().await;
}

#[each_engine]
async fn ties_follow_the_team_and_are_those_that_are_made_anew(app: TestApp) {
    let (network, team, [lena, tilda, theo]) = team(&app).await;
    sits(&lena, &tilda, team, "teacher_librarian").await;
    sits(&lena, &theo, team, "teacher").await;
    let between = |one: PersonId, other: PersonId| (one.min(other), one.max(other));
    let ends = |ties: &[Tie]| ties.iter().map(|tie| (tie.one, tie.other)).collect::<Vec<_>>();
    assert_eq!(ends(&ties(&app, 2025).await), [between(tilda.id(), theo.id())]);
    // A seat is free, somebody else takes it, the team is taken out and put back.
    lena.post(&format!("/teams/{team}/empty"), &[("role", "teacher")]).await;
    assert_eq!(ties(&app, 2025).await, []);
    let tess = app.member("Tess Teacher", &[Role::Teacher]).await;
    sits(&lena, &tess, team, "teacher").await;
    let kept = ties(&app, 2025).await;
    assert_eq!(ends(&kept), [between(tilda.id(), tess.id())]);
    lena.post(&format!("/teams/{team}/remove"), &[]).await;
    assert_eq!(ties(&app, 2025).await, []);
    lena.post(&format!("/teams/{team}/restore"), &[]).await;
    assert_eq!(ties(&app, 2025).await, kept);
    assert_eq!(keep::renew(&app).await.unwrap(), 0, "nothing was astray");
    assert_eq!(keep::rebuild(&app).await.unwrap(), 1);
    assert_eq!(ties(&app, 2025).await, kept);
    // What nobody told of is found by the daily round, also that a team is gone.
    let mut db = app.write().await.unwrap();
    store::clear(&mut db).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(keep::renew(&app).await.unwrap(), 1);

    // The next year has the team too, once its school says so; what was stays.
    let year = lena.get(&format!("/networks/{network}")).await.link("The year 2025–26");
    lena.get(&year).await.submit("Begin the next year").await.shows("This is the next year");
    assert_eq!((ties(&app, 2025).await, ties(&app, 2026).await), (kept.clone(), Vec::new()));
    tilda.get("/ties").await.hides("Tess Teacher");
    let next = lena.get(&format!("/networks/{network}/teams")).await.link("Sample Elementary");
    lena.post(&format!("{next}/confirm"), &[]).await.is(200);
    assert_eq!(ends(&ties(&app, 2026).await), [between(tilda.id(), tess.id())]);
    tilda.get("/ties").await.shows("Tess Teacher").shows("You are on the team of Sample Elementary");

    // Who is erased is in no team and in no tie.
    let mut db = app.write().await.unwrap();
    let person = crate::people::person(&mut db, tess.id()).await.unwrap().unwrap();
    privacy::erase(&mut db, &app, &person).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!((ties(&app, 2025).await, ties(&app, 2026).await), (Vec::new(), Vec::new()));
    assert_eq!(keep::renew(&app).await.unwrap(), 0);
    app.letters().await;
}
