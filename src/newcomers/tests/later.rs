//! A buddy, and a month later.

use each_engine::each_engine;
use serde_json::json;

use super::circles;
use crate::attendance::{self, State};
use crate::newcomers::{figures, letters, store};
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

async fn answered(app: &TestApp, name: &str) -> Visitor {
    let who = app.member(name, &[Role::Teacher]).await;
    who.post("/welcome", &[("interests", "portfolios"), ("days", "wed"), ("tells", "interests")]).await.is(200);
    who
}

#[each_engine]
async fn a_buddy_is_somebody_who_offered_both_are_told_and_either_ends_it(app: TestApp) {
    let (hana, _) = circles(&app).await;
    let mina = answered(&app, "Mina Member").await;
    let (bo, sam) = (app.member("Bo Buddy", &[Role::Teacher]).await, app.member("Sam Stranger", &[]).await);
    bo.get("/newcomers").await.submit("I’d gladly be somebody’s buddy").await.shows("You offer to be a buddy");
    app.letters().await;
    let card = hana.get("/newcomers").await.click("Mina Member").await;
    card.shows("Bo Buddy").hides("Sam Stranger");
    let end = format!("{}/buddy/end", card.path);
    let give = format!("{}/buddy", card.path);
    hana.post(&give, &[("person", &sam.id().to_string())]).await.is(422);
    let given = card.fill("Bring them together", &[("person", &bo.id().to_string())]).await;
    given.shows("Bo Buddy is their buddy now. Both have a letter.");
    hana.post(&give, &[("person", &hana.id().to_string())]).await.is(409);
    let letters = app.letters().await;
    let said: Vec<_> = letters.iter().map(|letter| (&*letter.name, &*letter.subject)).collect();
    assert!(said.contains(&("Bo Buddy", "You are Mina Member’s buddy")), "{said:?}");
    assert!(said.contains(&("Mina Member", "Bo Buddy is your buddy")), "{said:?}");
    bo.get("/newcomers")
        .await
        .shows("You are their buddy")
        .click("Mina Member")
        .await
        .shows("portfolios")
        .hides("Send it");
    bo.post(&format!("{}/greet", card.path), &[("words", "Hello")]).await.is(403);
    bo.post(&give, &[("person", &bo.id().to_string())]).await.is(403);
    sam.once("POST", &end, Some(String::new())).await.is(404);
    let ended = mina.get("/welcome/answer").await.shows("Your buddy").submit("End it").await;
    ended.shows("It is over, and both have been told.").hides("Your buddy");
    mina.post(&end, &[]).await.is(409);
    bo.once("GET", &card.path, None).await.is(404);
    let over = app.letters().await.iter().filter(|letter| letter.subject.contains("no buddies any more")).count();
    assert_eq!(over, 2);
    // By a program, and ended by the buddy.
    let (program, buddy) = (app.program(hana.id()).await, app.program(bo.id()).await);
    let path = format!("/api/v1{}/buddy", card.path);
    program.send("PUT", &path, Some(json!({"person": bo.id().to_string()}))).await.is(204);
    buddy.send("DELETE", &path, None).await.is(204);
    buddy.send("DELETE", &path, None).await.is(404);
    program.send("POST", &format!("/api/v1{}/greeting", card.path), Some(json!({"words": "Welcome!"}))).await.is(204);
    bo.get("/newcomers").await.submit("Not any more").await.shows("You are not offered as a buddy any more.");
    app.letters().await;
}

#[each_engine]
async fn two_hosts_at_once_give_one_buddy(app: TestApp) {
    let (hana, _) = circles(&app).await;
    let mina = answered(&app, "Mina Member").await;
    let bo = app.member("Bo Buddy", &[Role::Teacher]).await;
    bo.post("/newcomers/buddy", &[("offers", "yes")]).await.is(200);
    let card = hana.get("/newcomers").await.click("Mina Member").await.path;
    let id = card.rsplit('/').next().unwrap().parse().unwrap();
    let mut first = app.write().await.unwrap();
    assert!(store::give_buddy(&mut first, id, bo.id(), app.now()).await.unwrap());
    let hana_id = hana.id().to_string();
    let give = format!("{card}/buddy");
    let fields = [("person", hana_id.as_str())];
    let mut second = Box::pin(hana.post(&give, &fields));
    assert!(tokio::time::timeout(std::time::Duration::from_millis(400), &mut second).await.is_err());
    let (kept, second) = tokio::join!(first.commit(), second);
    kept.unwrap();
    second.is(409).shows("They have a buddy.");
    mina.get("/welcome/answer").await.shows("Bo Buddy");
    // Who ends what somebody else has ended meanwhile is told so.
    let mut db = app.write().await.unwrap();
    assert!(!store::end_buddy(&mut db, id, hana.id(), app.now()).await.unwrap(), "she is none");
    assert!(store::end_buddy(&mut db, id, bo.id(), app.now()).await.unwrap());
    assert!(!store::end_buddy(&mut db, id, bo.id(), app.now()).await.unwrap());
    db.commit().await.unwrap();
    app.letters().await;
}

#[each_engine]
async fn a_month_later_newcomers_are_asked_once_and_few_are_hidden(app: TestApp) {
    circles(&app).await;
    let steward = app.steward().await;
    let mina = answered(&app, "Mina Member").await;
    let series = app.program(mina.id()).await.get("/api/v1/welcome").await.at("/circles/0/circle").clone();
    let series = series.as_str().unwrap().parse().unwrap();
    steward.get("/newcomers/all").await.shows("Mina Member").shows("Introduced").shows("Too few to tell");
    app.at("2026-01-21T12:20");
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let mut db = app.write().await.unwrap();
    attendance::record(&mut db, &app, &gathering, mina.id(), Some(State::Came), mina.id()).await.unwrap();
    db.commit().await.unwrap();
    steward.get("/newcomers/all").await.shows("Came");
    let before = app.letters().await.len();
    letters::ask_whether_it_helped((*app).clone()).await.unwrap();
    assert_eq!(app.letters().await.len(), before, "not before a month is over");
    app.at("2026-02-14T09:00");
    for _ in 0..2 {
        letters::ask_whether_it_helped((*app).clone()).await.unwrap();
    }
    let letters = app.letters().await;
    assert_eq!(letters.len(), before + 1);
    let letter = letters.last().unwrap();
    assert_eq!((&*letter.name, &*letter.subject), ("Mina Member", "Did it help?"));
    assert!(letter.text.contains("/welcome/month"));
    let (mina, steward) = (app.sign_in(mina.id()).await, app.sign_in(steward.id()).await);
    let form = mina.get("/welcome/answer").await.shows("It has been a month.").click("Say how it was").await;
    form.fill("Send", &[("missing", "More dates")]).await.is(422);
    let thanks = form.fill("Send", &[("helped", "yes"), ("missing", "More dates")]).await;
    thanks.shows("Thank you. That helps the next ones.").hides("It has been a month.");
    // One is too few to tell; five who all say yes are not.
    let all = steward.get("/newcomers/all").await;
    all.shows("Said how it was").shows("Too few to tell").hides("More dates");
    for name in ["Ada A", "Bo B", "Cy C", "Di D"] {
        let who = answered(&app, name).await;
        let program = app.program(who.id()).await;
        program.send("PUT", "/api/v1/welcome/month", Some(json!({"helped": "maybe"}))).await.is(422);
        program.send("PUT", "/api/v1/welcome/month", Some(json!({"helped": "yes"}))).await.is(204);
    }
    // Five said how it was, and one of them what was missing: that stays untold until five wrote.
    steward.get("/newcomers/all").await.shows("Yes 5, somewhat 0, no 0").hides("More dates");
    for name in ["Ed E", "Fay F", "Gus G", "Hal H"] {
        let who = answered(&app, name).await;
        let said = json!({"helped": "yes", "missing": "More tea"});
        app.program(who.id()).await.send("PUT", "/api/v1/welcome/month", Some(said)).await.is(204);
    }
    steward.get("/newcomers/all").await.shows("Yes 9, somewhat 0, no 0").shows("More dates");
    // Of more than are counted it is said that there are more: the number is not all there were.
    let few = figures::of_last(&mut app.read().await.unwrap(), app.now(), 6).await.unwrap();
    assert_eq!((few.answered, few.answered_key()), (6, "newcomers-figure-answered-last"));
    let all = figures::of_last(&mut app.read().await.unwrap(), app.now(), 9).await.unwrap();
    assert_eq!((all.answered, all.answered_key()), (9, "newcomers-figure-answered"));
    let csv = steward.get("/newcomers/all/newcomers.csv").await;
    assert!(csv.html.contains("Answered,9\r\n") && csv.html.contains("Yes,9\r\n"), "{}", csv.html);
    steward.once("GET", "/newcomers/all/newcomers.xlsx", None).await.is(200);
    mina.once("GET", "/newcomers/all/newcomers.csv", None).await.is(403);
    let listed = app.program(steward.id()).await.get("/api/v1/newcomers").await;
    assert_eq!(listed.body.as_array().unwrap().len(), 9);
    // Forgotten, after a question.
    mina.get("/welcome/forget").await.submit("Forget them").await.shows("Your answers are forgotten.");
    assert_eq!(store::count(&mut app.read().await.unwrap(), 10).await.unwrap(), 8);
    app.letters().await;
}
