//! Stories of who brings what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use serde_json::json;

use super::treat::NewTreat;
use super::{claim, hands, offer, store};
use crate::gatherings::Gathering;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};
use crate::web::Failure;

async fn lunch(app: &TestApp) -> (Gathering, Visitor, Visitor) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    (app.gathering_on(series, "2026-01-14").await, host, mina)
}

#[each_engine]
async fn the_host_wishes_and_people_promise(app: TestApp) {
    let (gathering, host, mina) = lunch(&app).await;
    let page = host.get(&format!("/gatherings/{}", gathering.id)).await;
    page.fill("Put it on the list", &[("treat", ""), ("wanted", "2")]).await.is(422);
    page.fill("Put it on the list", &[("treat", "Cookies"), ("wanted", "2")])
        .await
        .shows("It is on the list.")
        .shows("0 of 2");
    let seen = mina.get(&format!("/gatherings/{}", gathering.id)).await;
    let mine = seen.submit("I’ll bring it Cookies").await;
    mine.shows("Thank you! You bring Cookies.")
        .shows("1 of 2")
        .shows("You bring it")
        .shows("Mina Member will bring it");
    mine.submit("One more from me").await.shows("2 of 2").shows("Mina Member (2)");
    let gone = mina.get(&format!("/gatherings/{}", gathering.id)).await.submit("I can’t after all").await;
    gone.shows("0 of 2").shows("Somebody else may bring Cookies now.");
    // Who does not host adds what they bring.
    let own = gone.fill("Put it on the list", &[("treat", "Apples")]).await;
    own.shows("Apples").shows("Mina Member will bring it");
    own.submit("Take off the list Apples")
        .await
        .shows("It is off the list.")
        .submit("Undo")
        .await
        .shows("It is on the list again.");
    mina.post(&format!("/gatherings/{}/treats", gathering.id), &[("treat", "Tea"), ("wanted", "9")])
        .await
        .shows("Tea")
        .hides("of 9");
    app.visitor().in_french().try_get(&format!("/gatherings/{}/treats", gathering.id)).await;
    app.at("2026-01-14T13:00");
    let over = mina.get(&format!("/gatherings/{}", gathering.id)).await;
    over.shows("Apples").hides("I’ll bring it");
    mina.post(&format!("/gatherings/{}/treats", gathering.id), &[("treat", "Late")]).await.is(403).shows("It is over");
}

#[each_engine]
async fn of_two_who_take_the_last_one_gets_it_and_the_other_is_told(app: TestApp) {
    let (gathering, host, mina) = lunch(&app).await;
    let new = NewTreat { title: "Coffee".to_owned(), wanted: 1, mine: false };
    let mut db = app.write().await.unwrap();
    let treat = offer(&mut db, &app, &gathering, host.id(), &new).await.unwrap();
    db.commit().await.unwrap();
    let mut crowd = vec![mina];
    for name in ["Ada A", "Bo B", "Cy C", "Di D", "Ed E"] {
        crowd.push(app.member(name, &[Role::Teacher]).await);
    }
    let tries = crowd.iter().map(|who| {
        let app = app.clone();
        let who = who.id();
        async move {
            let mut db = app.write().await.unwrap();
            let done = claim(&mut db, &app, treat, who).await;
            if done.is_ok() {
                db.commit().await.unwrap();
            }
            done
        }
    });
    let done = futures_util::future::join_all(tries).await;
    assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
    assert!(done.iter().all(|done| matches!(done, Ok(_) | Err(Failure::Stale(_)))));
    assert_eq!(store::promised(&mut *app.read().await.unwrap(), treat).await.unwrap(), 1);
    let stakes = hands(&mut *app.read().await.unwrap(), gathering.series_id.unwrap()).await.unwrap();
    assert_eq!((stakes[0].gathering, &*stakes[0].titles[0], stakes[0].holds), (gathering.id, "Coffee", true));
    let late = crowd.last().unwrap().post(&format!("/treats/{treat}/claim"), &[]).await;
    late.shows("Coffee is taken care of. Perhaps something else?");
}

#[each_engine]
async fn a_program_says_who_brings_what(app: TestApp) {
    let (gathering, host, mina) = lunch(&app).await;
    let (program, other) = (app.program(host.id()).await, app.program(mina.id()).await);
    let path = format!("/api/v1/gatherings/{}/treats", gathering.id);
    let list = program.send("POST", &path, Some(json!({"treat": "Milk", "wanted": 1}))).await;
    let id = list.is(201).at("/0/id").as_str().unwrap().to_owned();
    other.send("PUT", &format!("/api/v1/treats/{id}/claim"), None).await.is(204);
    program.send("PUT", &format!("/api/v1/treats/{id}/claim"), None).await.is(409);
    let list = other.get(&path).await;
    assert_eq!(
        (list.at("/0/promised"), list.at("/0/mine"), list.at("/0/who/0")),
        (&json!(1), &json!(1), &json!("Mina Member"))
    );
    other.send("DELETE", &format!("/api/v1/treats/{id}"), None).await.is(403);
    other.send("DELETE", &format!("/api/v1/treats/{id}/claim"), None).await.is(204);
    program.send("DELETE", &format!("/api/v1/treats/{id}"), None).await.is(204);
    assert_eq!(program.get(&path).await.body, json!([]));
    other.send("PUT", &format!("/api/v1/treats/{id}/claim"), None).await.is(404);
}
