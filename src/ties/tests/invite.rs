//! Stories of meeting next: inviting with one press, and the gathering to which both could come.

use each_engine::each_engine;
use serde_json::json;

use super::{came, three};
use crate::gatherings::Audience;
use crate::ids::PersonId;
use crate::testing::TestApp;

fn to(person: PersonId) -> String {
    format!("/ties/invite/{person}")
}

#[each_engine]
async fn who_hosts_invites_with_one_press_and_others_see_where_both_could_go(app: TestApp) {
    let (lunches, [hana, mina, bea, zoe]) = three(&app).await;
    came(&app, &hana, &app.gathering_on(lunches, "2026-02-11").await, &[&mina, &bea]).await;
    app.at("2026-02-12T09:00");
    let mut new = app.new_series(bea.id());
    new.title = "Book club".to_owned();
    new.audience = Audience::Invited;
    let club = app.found(new).await;
    let (lunch, book) = (app.gathering_on(lunches, "2026-02-25").await, app.gathering_on(club, "2026-02-25").await);

    // Mina hosts nothing: she sees where both could go, and nothing of a club that is not for her.
    mina.get("/ties").await.shows("You could both come to").shows(&lunch.title).hides("Book club").hides("Invite");
    mina.get(&format!("/ties/hello/{}", bea.id())).await.shows("You could both come to").hides("Or invite");
    mina.try_get(&format!("/gatherings/{}", book.id)).await.is(404);
    let book_id = book.id.to_string();
    let own = [("gathering", book_id.as_str())];
    mina.post(&to(bea.id()), &own).await.is(422).shows("Choose a coming gathering that you host");
    mina.post(&to(zoe.id()), &own).await.is(403);

    // Bea does: one press, one letter, and Mina may come.
    let before = app.letters().await.len();
    let page = bea.get("/ties").await;
    page.shows("You could invite them to").shows("Book club, Wednesday 25 February");
    page.submit("Invite Mina Member")
        .await
        .shows("Mina Member gets a letter that invites to Book club.")
        .hides("You could invite");
    let letters = app.letters().await;
    assert_eq!(letters.len(), before + 1);
    assert_eq!(
        (letters[before].name.as_str(), letters[before].subject.as_str()),
        ("Mina Member", "Bea Between invites you: Book club")
    );
    assert!(letters[before].text.contains(&format!("/gatherings/{}", book.id)), "{}", letters[before].text);
    mina.get(&format!("/gatherings/{}", book.id)).await.shows("Book club");
    bea.post(&to(mina.id()), &own).await.is(422).shows("invited by letter already");
    bea.post(&to(mina.id()), &[("gathering", &lunch.id.to_string())]).await.is(422).shows("that you host");
    // To say hello as well is something else.
    bea.get(&format!("/ties/hello/{}", mina.id()))
        .await
        .shows("Or invite Mina Member")
        .fill("Send", &[("words", "I look forward to it")])
        .await
        .shows("on their way to Mina");
    app.letters().await;
    bea.in_french().get("/ties").await.shows("Autour de vous");
}

#[each_engine]
async fn who_answered_is_not_invited_and_a_program_invites_too(app: TestApp) {
    let (lunches, [hana, mina, bea, zoe]) = three(&app).await;
    zoe.post("/ties/shown", &[("shown", "yes")]).await;
    let next = app.gathering_on(lunches, "2026-02-11").await;
    let later = app.gathering_on(lunches, "2026-02-25").await;
    zoe.post(&format!("/gatherings/{}/answer", next.id), &[("answer", "yes")]).await;
    hana.post(&to(zoe.id()), &[("gathering", &next.id.to_string())]).await.is(422).shows("has answered already");
    let program = app.program(hana.id()).await;
    let path = format!("/api/v1/ties/invite/{}", zoe.id());
    program.send("POST", &path, Some(json!({"gathering": later.id}))).await.is(204);
    program.send("POST", &path, Some(json!({"gathering": later.id}))).await.is(422);
    program.send("POST", &path, Some(json!({"gathering": "tomorrow"}))).await.is(422);
    program
        .send("POST", &format!("/api/v1/ties/invite/{}", bea.id()), Some(json!({"gathering": later.id})))
        .await
        .is(403);
    // Bea knows Mina, and both may come to lunch.
    came(&app, &hana, &next, &[&mina, &bea]).await;
    app.at("2026-02-12T09:00");
    let around = app.program(bea.id()).await.get("/api/v1/ties").await;
    assert_eq!(around.at("/often/0/name"), "Mina Member");
    assert_eq!(around.at("/often/0/next"), &json!({"invite": null, "both": later.id}));
    let letters = app.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.subject.starts_with("Hana Host invites you")).count(), 1);
}
