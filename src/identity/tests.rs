//! Stories of signing in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use super::passwords::set as set_password;
use super::{Scope, create_token, limits};
use crate::people::Role;
use crate::testing::{Program, TestApp};

fn link_in(text: &str) -> String {
    text.split_whitespace().find_map(|word| word.strip_prefix("http://klatsch.example")).expect("a link").to_owned()
}

#[each_engine]
async fn a_mailed_link_signs_in_once(app: TestApp) {
    app.person("Nora Newcomer", &[Role::Teacher]).await;
    let visitor = app.visitor();
    let page = visitor.get("/sign-in?next=/account").await;
    page.fill("Mail me a link", &[("email", "NORA@sample.example ")]).await.shows("Look in your mailbox");
    let letters = app.letters().await;
    assert_eq!((letters.len(), letters[0].email.as_str()), (1, "nora@sample.example"));
    let link = link_in(&letters[0].text);
    // A mail scanner looks at the link first; it still works afterwards.
    app.visitor().get(&link).await.shows("Hello Nora Newcomer");
    visitor.get(&link).await.submit("Continue").await.shows("Your account");
    app.visitor().try_get(&link).await.is(410).shows("This link is used up");
}

#[each_engine]
async fn a_link_is_over_after_half_an_hour(app: TestApp) {
    app.person("Nora Newcomer", &[]).await;
    app.visitor().post("/sign-in", &[("email", "nora@sample.example")]).await;
    let link = link_in(&app.letters().await[0].text);
    app.clock.set(app.now().plus_seconds(31 * 60));
    app.visitor().try_get(&link).await.is(410);
    app.visitor().post(&link, &[]).await.is(410);
}

#[each_engine]
async fn nothing_says_whether_an_address_has_an_account(app: TestApp) {
    let page = app.visitor().post("/sign-in", &[("email", "nobody@sample.example")]).await;
    page.is(200).shows("If nobody@sample.example belongs to someone here");
    assert!(app.letters().await.is_empty());
    let page =
        app.visitor().post("/sign-in", &[("email", "nobody@sample.example"), ("password", "whatever it is")]).await;
    page.is(422).shows("do not belong together");
}

#[each_engine]
async fn a_password_signs_in_and_a_wrong_one_does_not(app: TestApp) {
    let nora = app.person("Nora Newcomer", &[]).await;
    set_password(&app, nora, "coffee and cake".to_owned()).await.unwrap();
    let visitor = app.visitor();
    let page = visitor.get("/sign-in").await;
    let page = page.fill("Sign in", &[("email", "nora@sample.example"), ("password", "tea and cake")]).await;
    page.is(422).shows("do not belong together");
    assert_eq!(page.value("email"), "nora@sample.example", "what was typed stays");
    page.fill("Sign in", &[("password", "coffee and cake")]).await.is(200);
    visitor.get("/account").await.shows("this browser");
}

#[each_engine]
async fn attempts_are_limited_in_the_database(app: TestApp) {
    app.person("Nora Newcomer", &[]).await;
    for _ in 0..limits::MOST {
        app.visitor().post("/sign-in", &[("email", "nora@sample.example"), ("password", "guess")]).await.is(422);
    }
    let page = app.visitor().post("/sign-in", &[("email", "nora@sample.example"), ("password", "guess")]).await;
    page.is(429).shows("A little patience");
    assert!(page.headers.contains_key("retry-after"));
    app.clock.set(app.now().plus_seconds(limits::WINDOW + 1));
    app.visitor().post("/sign-in", &[("email", "nora@sample.example"), ("password", "guess")]).await.is(422);
}

#[each_engine]
async fn sessions_are_listed_and_ended(app: TestApp) {
    let nora = app.person("Nora Newcomer", &[]).await;
    let (here, there) = (app.sign_in(nora).await, app.sign_in(nora).await);
    there.get("/account").await;
    here.get("/account").await.submit("Sign out there").await.shows("That browser is signed out");
    there.get("/account").await.shows("Sign in");
    here.post("/sign-out", &[]).await.shows("You are signed out");
    here.get("/account").await.shows("Mail me a link");
}

#[each_engine]
async fn a_new_password_signs_other_browsers_out(app: TestApp) {
    let nora = app.person("Nora Newcomer", &[]).await;
    let (here, there) = (app.sign_in(nora).await, app.sign_in(nora).await);
    let page = here.get("/account").await.fill("Set the password", &[("password", "short")]).await;
    page.is(422).shows("At least 10 characters");
    page.fill("Set the password", &[("password", "coffee and cake")]).await.shows("Your password is set");
    there.get("/account").await.shows("Mail me a link");
    let page = here
        .get("/account")
        .await
        .fill("Set the password", &[("old", "wrong"), ("password", "more coffee and cake")])
        .await;
    page.is(422).shows("This is not your password until now");
}

#[each_engine]
async fn a_key_is_shown_once_reads_or_writes_and_ends(app: TestApp) {
    let nora = app.member("Nora Newcomer", &[]).await;
    let page = nora.get("/account").await;
    let page = page.fill("Make a key", &[("token_name", "sheet"), ("scope", "read"), ("days", "10")]).await;
    let token = page.text_of("code.token");
    assert_eq!(token.len(), 43);
    let page = nora.get("/account").await;
    page.shows("sheet").hides(&token);
    let program = Program::new(app.clone(), Some(token));
    program.get("/api/v1/people").await.is(200);
    program.send("POST", "/api/v1/series", Some(serde_json::json!({}))).await.is(401);
    app.clock.set(app.now().plus_days(11));
    program.get("/api/v1/people").await.is(401);
    program.get("/api/v1/series").await.is(401);
    let token = create_token(&app, nora.id(), "again", Scope::Read, 10).await.unwrap();
    let program = Program::new(app.clone(), Some(token));
    program.get("/api/v1/people").await.is(200);
    nora.get("/account").await.submit("Revoke").await;
    nora.get("/account").await.submit("Revoke").await.shows("The key no longer works");
    program.get("/api/v1/people").await.is(401);
}

#[each_engine]
async fn what_signs_somebody_in_ends_when_they_leave(app: TestApp) {
    let (steward, nora) = (app.steward().await, app.member("Nora Newcomer", &[]).await);
    let program = app.program(nora.id()).await;
    app.visitor().post("/sign-in", &[("email", "nora@sample.example")]).await;
    let link = link_in(&app.letters().await[0].text);
    steward.post(&format!("/people/{}/part", nora.id()), &[]).await.is(200);
    nora.get("/account").await.shows("Mail me a link");
    program.get("/api/v1/people").await.is(401);
    // Coming back, nothing of it comes back to life: it may have been in other hands meanwhile.
    steward.post(&format!("/people/{}/return", nora.id()), &[]).await.is(200);
    nora.get("/account").await.shows("Mail me a link");
    program.get("/api/v1/people").await.is(401);
    app.visitor().try_get(&link).await.is(410);
    app.visitor().post(&link, &[]).await.is(410);
    app.clock.set(app.now().plus_seconds(1));
    app.visitor().post("/sign-in", &[("email", "nora@sample.example")]).await;
    let link = link_in(&app.letters().await[1].text);
    app.visitor().post(&link, &[]).await.is(200);
}

#[each_engine]
async fn signing_in_always_begins_a_new_session(app: TestApp) {
    let nora = app.person("Nora Newcomer", &[]).await;
    let thief = app.visitor();
    thief.keep("klatsch=a-session-somebody-chose");
    let visitor = app.visitor();
    visitor.keep("klatsch=a-session-somebody-chose");
    visitor.post("/sign-in", &[("email", "nora@sample.example")]).await;
    let page = visitor.once("POST", &link_in(&app.letters().await[0].text), Some(String::new())).await;
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("klatsch=") && !cookie.contains("chose"), "{cookie}");
    thief.get("/account").await.shows("Mail me a link");
    // And ends the one before, whose cookie this browser forgets.
    let before = app.sign_in(nora).await;
    let copy = app.visitor();
    copy.take(&before);
    copy.get("/account").await.shows("Your account");
    app.clock.set(app.now().plus_seconds(1));
    before.post("/sign-in", &[("email", "nora@sample.example")]).await;
    before.post(&link_in(&app.letters().await[1].text), &[]).await;
    before.get("/account").await.shows("Your account");
    copy.get("/account").await.shows("Mail me a link");
}

#[each_engine]
async fn of_two_at_once_a_link_signs_in_one(app: TestApp) {
    app.person("Nora Newcomer", &[]).await;
    app.visitor().post("/sign-in", &[("email", "nora@sample.example")]).await;
    let link = link_in(&app.letters().await[0].text);
    let tries = (0..8).map(|_| {
        let (visitor, link) = (app.visitor(), link.clone());
        async move { visitor.once("POST", &link, Some(String::new())).await.status }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [303, 410, 410, 410, 410, 410, 410, 410]);
}

#[each_engine]
async fn a_link_cannot_send_people_to_another_site(app: TestApp) {
    for away in ["//evil.example/", "/%09/evil.example", "/%5Cevil.example", "https:evil.example"] {
        let page = app.visitor().get(&format!("/sign-in?next={away}")).await;
        assert_eq!(page.value("next"), "/", "{away}");
    }
}
