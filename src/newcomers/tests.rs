//! Stories of newcomers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod before;
mod dates;
mod later;

use calendar::rule::Rule;
use each_engine::each_engine;
use jiff::civil::{date, time};
use serde_json::json;

use crate::gatherings::{Audience, NewSeries, Place};
use crate::ids::PersonId;
use crate::networks;
use crate::people::{self, Role};
use crate::schools::Level;
use crate::testing::{TestApp, Visitor};
use crate::topics;

/// A host who can be asked about something.
async fn host(app: &TestApp, name: &str, knows: &str) -> Visitor {
    let host = app.member(name, &[Role::TeacherLibrarian]).await;
    let mut db = app.write().await.unwrap();
    let person = people::person(&mut db, host.id()).await.unwrap().unwrap();
    let version = person.updated_at;
    people::update(&mut db, &people::Person { ask_me_about: knows.to_owned(), ..person }, version).await.unwrap();
    db.commit().await.unwrap();
    host
}

/// Another series, on Tuesdays.
fn tuesdays(app: &TestApp, host: PersonId) -> NewSeries {
    NewSeries {
        title: "Makers after school".to_owned(),
        about: "Robots and cardboard.".to_owned(),
        rule: Rule {
            weekdays: "tue".parse().unwrap(),
            every_weeks: 1,
            from: date(2026, 1, 6),
            to: date(2026, 3, 17),
            except: Vec::new(),
        },
        starts: time(15, 30, 0, 0),
        ends: time(16, 30, 0, 0),
        ..app.new_series(host)
    }
}

/// Coffee on Wednesdays, where somebody speaks of portfolios, and makers on Tuesdays.
async fn circles(app: &TestApp) -> (Visitor, Visitor) {
    let (hana, jo) = (host(app, "Hana Host", "portfolios").await, host(app, "Jo Jolly", "").await);
    let school = app.school("Maple Elementary", Some(Level::Elementary)).await;
    let place = Place { school: Some(school), room: "Library".to_owned(), link: None };
    let coffee = app.found(NewSeries { place, ..app.new_series(hana.id()) }).await;
    app.found(tuesdays(app, jo.id())).await;
    let gathering = app.gathering_on(coffee, "2026-01-14").await;
    let proposal = topics::Proposal {
        title: "Digital portfolios".to_owned(),
        about: String::new(),
        tags: topics::Tags::default(),
        minutes: 10,
    };
    let mut db = app.write().await.unwrap();
    topics::propose(&mut db, app, &gathering, hana.id(), &proposal).await.unwrap();
    db.commit().await.unwrap();
    (hana, jo)
}

#[each_engine]
async fn of_two_schools_of_one_name_the_newcomer_says_which(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    app.school("Maple Elementary", Some(Level::Elementary)).await;
    let steward = app.steward().await;
    let new = steward.get("/schools/new").await;
    let other = [("name", "Maple Elementary"), ("level", "elementary"), ("city", "Otherton")];
    new.fill("Add", &other).await.shows("is here now");
    let form = mina.get("/welcome").await;
    let asked = form.fill("Show me where I fit in", &[("school", "maple elementary"), ("teaches", "Grade 5")]).await;
    asked.is(422).shows("“maple elementary” could be Maple Elementary, Otherton · Maple Elementary, Sample City.");
    assert_eq!((&*asked.value("school"), &*asked.value("teaches")), ("maple elementary", "Grade 5"));
    asked.fill("Show me where I fit in", &[("school", "Maple Elementary (Otherton)")]).await.shows("Thank you");
    // The form comes back with what can be read again.
    let again = mina.get("/welcome").await;
    assert_eq!(again.value("school"), "Maple Elementary, Otherton");
    // One of no town is told by its name alone; two of one name in one town cannot be told, and either may be kept.
    let new = steward.get("/schools/new").await;
    new.fill("Add", &[("name", "Maple Elementary"), ("level", "elementary"), ("city", "")]).await.shows("is here now");
    app.school("Maple Elementary", Some(Level::Elementary)).await;
    for typed in ["Maple Elementary", "maple elementary, sample city"] {
        let form = mina.get("/welcome").await;
        let kept = form.fill("Show me where I fit in", &[("school", typed), ("teaches", "Grade 6")]).await;
        kept.shows("Thank you");
        mina.get("/welcome").await.fill("Show me where I fit in", &[("teaches", "Grade 7")]).await.shows("Thank you");
    }
    // Of many, some are named and the others counted.
    for number in 0..7 {
        app.school(&format!("Cedar {number}"), None).await;
    }
    let asked = mina.get("/welcome").await.fill("Show me where I fit in", &[("school", "cedar")]).await;
    asked.is(422).shows("Cedar 4, Sample City, or 2 more.");
    app.letters().await;
}

#[each_engine]
async fn a_newcomer_answers_and_is_told_two_circles_with_reasons_and_a_host_who_greets(app: TestApp) {
    let (hana, _) = circles(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let front = mina.get("/").await;
    let form = front.shows("Five questions show you where you fit in").click("Find my circles").await;
    form.shows("1 of 5").shows("Maple Elementary");
    form.fill("Show me where I fit in", &[]).await.is(422).shows("Answer at least one of the questions");
    let wrong = form.fill("Show me where I fit in", &[("school", "Nowhere High"), ("teaches", "Grade 5")]).await;
    wrong.is(422).shows("No school is called “Nowhere High”");
    assert_eq!((&*wrong.value("school"), &*wrong.value("teaches")), ("Nowhere High", "Grade 5"));
    let answer = wrong
        .fill(
            "Show me where I fit in",
            &[
                ("school", "maple elementary"),
                ("days", "wed"),
                ("days", "tue"),
                ("interests", "a portfolio"),
                ("hopes", "learn"),
                ("tells", "interests"),
            ],
        )
        .await;
    answer
        .shows("Thank you. This is what we found.")
        .shows("Coffee, Curriculum & Conversation")
        .shows("It is about “portfolio”, which interests you.")
        .shows("It meets at your school.")
        .shows("It meets on Wednesday, when you are free.")
        .shows("The host can be asked about “portfolio”.")
        .shows("Ask for Hana Host, who was told that you are new.")
        .shows("Makers after school")
        .shows("It meets on Tuesday, when you are free.");
    mina.get("/").await.hides("Five questions show you where you fit in");
    // The host is told what Mina let be known, and nothing else.
    let letters = app.letters().await;
    let letter = letters.iter().find(|letter| letter.name == "Hana Host").unwrap();
    assert_eq!(letter.subject, "Mina Member is new and may come");
    assert!(letter.text.contains("Interests: a portfolio"), "{}", letter.text);
    assert!(!letter.text.contains("Grade 5") && !letter.text.contains("Maple"), "{}", letter.text);
    assert_eq!(letters.len(), 2, "one to each host");
    let card = hana.get("/newcomers").await.shows("Mina Member").shows("Introduced").click("Mina Member").await;
    card.shows("a portfolio").hides("Grade 5");
    card.fill("Send it", &[("words", "")]).await.is(422).shows("A few words");
    let greeted = card.fill("Send it", &[("words", "Come and sit with me.")]).await;
    greeted.shows("They get your letter.").shows("You said hello");
    hana.post(&format!("{}/greet", card.path), &[("words", "Again")])
        .await
        .is(409)
        .shows("You have said hello already.");
    let letters = app.letters().await;
    let letter = letters.iter().find(|letter| letter.name == "Mina Member").unwrap();
    assert_eq!(letter.subject, "Hana Host says hello");
    assert!(letter.text.contains("Come and sit with me.") && letter.text.contains("hana@sample.example"));
    mina.get("/welcome/answer").await.shows("Said hello");
    let french = mina.in_french();
    french.get("/welcome/answer").await.shows("Il y est question de « portfolio », qui vous intéresse.");
    french.get("/welcome").await.shows("Qu’est-ce qui vous intéresse?");
    // Whoever was not named to them does not know of it.
    let sam = app.member("Sam Stranger", &[Role::Teacher]).await;
    sam.once("GET", &card.path, None).await.is(404);
    sam.get("/newcomers").await.shows("Nobody new at the moment");
}

#[each_engine]
async fn hosts_see_new_faces_and_nobody_else_does(app: TestApp) {
    let (hana, jo) = circles(&app).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let program = app.program(mina.id()).await;
    let sent = json!({"days": ["wed"], "interests": "portfolios", "teaches": "Grade 5", "tells": ["teaches"]});
    let mine = program.send("PUT", "/api/v1/welcome", Some(sent)).await;
    assert_eq!(mine.is(200).at("/circles/0/reasons/0/why"), &json!("interest"));
    assert_eq!(mine.at("/circles/0/reasons/0/words"), &json!(["portfolios"]));
    assert_eq!(mine.at("/circles/0/host"), &json!(hana.id().to_string()));
    let gathering = mine.at("/circles/0/gathering").as_str().unwrap().to_owned();
    let page = hana.get(&format!("/gatherings/{gathering}")).await;
    page.shows("New faces").shows("Grade 5").hides("portfolios, which");
    mina.post(&format!("/gatherings/{gathering}/answer"), &[("answer", "yes")]).await;
    assert!(hana.get(&format!("/gatherings/{gathering}")).await.text_of("#new-faces").contains("Coming"));
    mina.get(&format!("/gatherings/{gathering}")).await.hides("New faces");
    jo.get(&format!("/gatherings/{gathering}")).await.hides("New faces");
    mina.post(&format!("/gatherings/{gathering}/answer"), &[("answer", "no")]).await;
    hana.get(&format!("/gatherings/{gathering}")).await.hides("New faces");
    let seen = app.program(hana.id()).await.get("/api/v1/newcomers/mine").await;
    assert_eq!((seen.at("/0/teaches"), seen.at("/0/interests")), (&json!("Grade 5"), &json!(null)));
    assert_eq!(app.program(jo.id()).await.get("/api/v1/newcomers/mine").await.body, json!([]));
    program.send("PUT", "/api/v1/welcome", Some(json!({"days": ["someday"], "hopes": ["sleep"]}))).await.is(422);
    program.send("PUT", "/api/v1/welcome", Some(json!({}))).await.is(422);
    program.send("DELETE", "/api/v1/welcome", None).await.is(204);
    program.get("/api/v1/welcome").await.is(404);
    app.letters().await;
}

#[each_engine]
async fn a_network_is_named_beside_a_series(app: TestApp) {
    let (_, jo) = circles(&app).await;
    let new = networks::NewNetwork {
        name: "Portfolio Network".to_owned(),
        about: "Three gatherings a year about portfolios.".to_owned(),
        joining: networks::Joining::Open,
        audience: networks::Audience::District,
        leading: networks::Leading::Leads,
    };
    let mut db = app.write().await.unwrap();
    let network = networks::make(&mut db, &app, jo.id(), new).await.unwrap();
    db.commit().await.unwrap();
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let fields = [("interests", "portfolios"), ("days", "wed")];
    let answer = mina.get("/welcome").await.fill("Show me where I fit in", &fields).await;
    answer.shows("Coffee, Curriculum & Conversation").shows("Portfolio Network").shows("It has no date yet");
    answer.click("Look at Portfolio Network").await.shows("Three gatherings a year about portfolios.");
    let letters = app.letters().await;
    assert!(letters.iter().any(|letter| letter.name == "Jo Jolly" && letter.text.contains("Portfolio Network")));
    assert_eq!(answer.attributes(".card-hue h2 a", "href").last(), Some(&format!("/networks/{network}")));
}

#[each_engine]
async fn a_teacher_on_call_looks_again_when_the_week_changes(app: TestApp) {
    let (hana, jo) = circles(&app).await;
    let toc = app.member("Toni Travel", &[Role::TeacherOnCall]).await;
    let answer = toc.get("/welcome").await.fill("Show me where I fit in", &[("changes", "yes"), ("days", "wed")]).await;
    answer.shows("Coffee, Curriculum & Conversation").hides("Makers after school").shows("You said: it changes.");
    let again = answer.fill("Look again", &[("days", "tue")]).await;
    again.shows("We looked again.").shows("Makers after school").hides("Coffee, Curriculum & Conversation");
    // With one press, when the answers are still right: what is over gives way to the next date.
    app.at("2026-01-21T12:00");
    again.submit("Look again").await.shows("Tuesday 27 January");
    // The hosts were told once each.
    let letters = app.letters().await;
    assert_eq!(letters.len(), 2, "{letters:?}");
    // Whoever was told of her before can greet her still, though she was named other circles since.
    let before = hana.get("/newcomers").await.click("Toni Travel").await;
    before.shows("Toni Travel").submit("Send it").await;
    assert_eq!(app.letters().await.iter().filter(|letter| letter.name == "Toni Travel").count(), 1);
    jo.get("/newcomers").await.shows("Toni Travel");
    // Back to the days of before: the same host is not told anew, and has greeted.
    toc.get("/welcome/answer")
        .await
        .fill("Look again", &[("days", "wed")])
        .await
        .shows("Coffee, Curriculum & Conversation");
    assert!(app.letters().await.iter().all(|letter| letter.name != "Hana Host" || letter.subject.contains("new")));
    jo.get("/newcomers").await.shows("Toni Travel");
}

#[each_engine]
async fn nothing_fits_yet_is_an_answer_and_a_steward_is_told(app: TestApp) {
    circles(&app).await;
    app.steward().await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let answer = mina.get("/welcome").await.fill("Show me where I fit in", &[("days", "fri")]).await;
    answer.shows("Nothing fits yet").shows("We told the people who look after Klatsch");
    let letters = app.letters().await;
    assert_eq!((&*letters[0].name, &*letters[0].subject), ("Stella Steward", "Nothing fits Mina Member yet"));
    answer.submit("Look again").await;
    assert_eq!(app.letters().await.len(), 1, "once");
}

#[each_engine]
async fn nobody_is_sent_where_they_are_not_invited_or_where_it_is_full(app: TestApp) {
    let (hana, jo) = circles(&app).await;
    let invited =
        NewSeries { audience: Audience::Invited, title: "Behind closed doors".to_owned(), ..app.new_series(jo.id()) };
    app.found(invited).await;
    let small = NewSeries { capacity: Some(1), title: "A small table".to_owned(), ..tuesdays(&app, hana.id()) };
    let small = app.found(small).await;
    let first = app.member("Ada First", &[Role::Teacher]).await;
    let next = app.gathering_on(small, "2026-01-20").await;
    first.post(&format!("/gatherings/{}/answer", next.id), &[("answer", "yes")]).await;
    // Also not a steward, who sees all.
    let steward = app.steward().await;
    let answer = steward.get("/welcome").await.fill("Show me where I fit in", &[("interests", "doors table")]).await;
    answer.hides("Behind closed doors").shows("A small table").shows("Tuesday 27 January");
    // Nor is a host sent to themselves.
    let own = hana.get("/welcome").await.fill("Show me where I fit in", &[("interests", "portfolios table")]).await;
    own.shows("Nothing fits yet");
    app.letters().await;
}
