//! Stories of what is kept beside profiles: what is suggested to others, and which of two savings counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use each_engine::each_engine;

use super::{Field, say, suggest};
use crate::people::Role;
use crate::testing::{TestApp, Visitor};
use crate::web::Input;

/// What is suggested to whoever says what they can share.
async fn suggested(app: &TestApp) -> Vec<String> {
    suggest::labels(&mut app.read().await.unwrap(), Field::Shares).await.unwrap()
}

async fn shares(mina: &Visitor, tags: &str) {
    let form = mina.get(&format!("/people/{}/profile", mina.id())).await;
    form.fill("Save", &[("shares", tags)]).await.is(200).shows("Saved");
}

#[each_engine]
async fn what_somebody_says_is_suggested_no_more_when_they_leave_and_when_they_are_erased(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let bea = app.member("Bea Between", &[Role::Teacher]).await;
    let stella = app.steward().await;
    let path = format!("/people/{}", mina.id());
    shares(&mina, "Felting, Looms").await;
    shares(&bea, "Looms").await;
    assert_eq!(suggested(&app).await, ["Looms", "Felting"]);
    stella.get(&path).await.submit("Mark as having left").await;
    assert_eq!(suggested(&app).await, ["Looms"]);
    stella.get(&path).await.submit("Mark as back").await;
    assert_eq!(suggested(&app).await, ["Looms", "Felting"]);
    // Parted and then erased, as stewards do: once is enough, and of Bea it is counted still.
    stella.get(&path).await.submit("Mark as having left").await;
    stella.get(&format!("{path}/erase")).await.fill("Erase for good", &[("name", "Mina Member")]).await.is(200);
    assert_eq!(suggested(&app).await, ["Looms"]);
    let path = format!("/people/{}/erase", bea.id());
    stella.get(&path).await.fill("Erase for good", &[("name", "Bea Between")]).await.is(200);
    assert!(suggested(&app).await.is_empty());
}

#[each_engine]
async fn of_two_savings_at_once_the_second_is_told(app: TestApp) {
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    shares(&mina, "Looms").await;
    let form = mina.get(&format!("/people/{}/profile", mina.id())).await;
    let mut first = app.write().await.unwrap();
    let said = Input::filled([("shares", "Felting".to_owned()), ("about", "first".to_owned())]);
    say(&mut first, &app, mina.id(), &said).await.unwrap();
    let fields = [("shares", "Felting, Looms"), ("about", "second")];
    let mut second = Box::pin(form.fill("Save", &fields));
    assert!(tokio::time::timeout(Duration::from_millis(400), &mut second).await.is_err(), "it waits for the first");
    let (kept, second) = tokio::join!(first.commit(), second);
    kept.unwrap();
    second.is(409).shows("Somebody saved your page meanwhile");
    assert_eq!(second.value("about").trim(), "second", "what was typed stays");
    mina.get(&format!("/people/{}", mina.id())).await.shows("first").hides("second");
    assert_eq!(suggested(&app).await, ["Felting"]);
}
