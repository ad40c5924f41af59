//! Stories of many networks, and of many people who are invited.

use each_engine::each_engine;
use serde_json::json;

use super::begun;
use crate::identity;
use crate::networks::{self, Audience, Joining, Leading, NewNetwork, Role, deeds};
use crate::testing::{TestApp, Visitor};

/// So many networks that Lena leads, numbered from 1; Mina is in the last.
async fn many(app: &TestApp, count: usize) -> [Visitor; 2] {
    let lena = app.member("Lena Lead", &[crate::people::Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[crate::people::Role::Teacher]).await;
    let mut db = app.write().await.unwrap();
    for number in 1..=count {
        let new = NewNetwork {
            name: format!("Zone {number:03}"),
            about: String::new(),
            joining: Joining::Open,
            audience: Audience::District,
            leading: Leading::Leads,
        };
        let id = networks::make(&mut db, app, lena.id(), new).await.unwrap();
        if number == count {
            networks::put(&mut db, app, id, mina.id(), Role::Member).await.unwrap();
        }
    }
    db.commit().await.unwrap();
    [lena, mina]
}

#[each_engine]
async fn ones_own_networks_come_first_and_all_others_in_pages(app: TestApp) {
    let [lena, mina] = many(&app, 502).await;
    let page = mina.get("/networks").await;
    page.shows("Yours").shows("Zone 502").shows("Zone 001").shows("Networks 1 to 50").hides("Zone 051");
    let page = page.click("Next").await;
    page.shows("Zone 051").shows("Networks 51 to 100").hides("Zone 050").hides("Zone 502");
    mina.try_get("/networks?page=x").await.is(422);
    // Whoever leads five hundred sees them all.
    assert_eq!(lena.get("/networks").await.count(".row"), 502);
    let mut db = app.read().await.unwrap();
    let own = networks::mine(&mut db, mina.id()).await.unwrap();
    assert_eq!(own.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Zone 502"]);
    assert_eq!(networks::led(&mut db, lena.id()).await.unwrap().len(), 502);
    assert_eq!(networks::offered(&mut db, Some(mina.id())).await.unwrap().len(), 501);
    drop(db);
    mina.get("/month").await.shows("Zone 502");
    // A program reads them a hundred at a time.
    let program = app.program(mina.id()).await;
    let first = program.get("/api/v1/networks").await;
    assert_eq!((first.at("/items/0/name"), first.at("/items/99/name")), (&json!("Zone 001"), &json!("Zone 100")));
    let next = first.at("/next").as_str().unwrap().to_owned();
    assert!(next.ends_with("/api/v1/networks?page=2"), "{next}");
    let last = program.get("/api/v1/networks?page=6").await;
    assert_eq!((last.at("/items/1/role"), last.at("/next")), (&json!("member"), &json!(null)));
    program.get("/api/v1/networks?page=0").await.is(422);
}

#[each_engine]
async fn nobody_invites_the_whole_district_in_a_day(app: TestApp) {
    let lena = app.member("Lena Lead", &[crate::people::Role::TeacherLibrarian]).await;
    for name in ["Mina Member", "Nora Newly", "Olga Other"] {
        app.member(name, &[crate::people::Role::Teacher]).await;
    }
    let invited = format!("invites {}", lena.id());
    let mut db = app.write().await.unwrap();
    let most = deeds::INVITED_A_DAY;
    let before = (usize::try_from(most).unwrap() - 2, most);
    assert_eq!(identity::may_do_more(&mut db, &invited, before, app.now()).await.unwrap(), Ok(()));
    db.commit().await.unwrap();
    let page = begun(&lena, "Sample Network", &[]).await;
    let form = page.click("Invite people").await;
    let three = "Mina Member\nNora Newly\nOlga Other";
    let wrong = form.fill("Invite", &[("people", three), ("word", "Come along.")]).await;
    wrong.is(422).shows("You can invite 500 people within a day, and 2 more today");
    assert_eq!(wrong.value("word"), "Come along.");
    // Nobody was invited, and nobody was written to.
    lena.get(&page.path).await.hides("Mina Member");
    assert!(app.letters().await.is_empty());
    form.fill("Invite", &[("people", "Mina Member\nNora Newly")]).await.shows("2 people are invited");
    // It counts for all networks one leads together.
    let other = begun(&lena, "Other Network", &[]).await;
    let form = other.click("Invite people").await;
    form.fill("Invite", &[("people", "Olga Other")]).await.is(422).shows("Tomorrow you can invite more");
    let french = lena.clone().in_french().get(&format!("{}/invite", other.path)).await;
    french.fill("Inviter", &[("people", "Olga Other")]).await.is(422).shows("Demain, vous pourrez");
    // Tomorrow is another day, and who looks after Klatsch may invite everybody.
    let stella = app.steward().await;
    let path = format!("{}/invite", other.path);
    stella.post(&path, &[("people", "Mina Member")]).await.is(200);
    app.at("2026-01-16T09:00");
    let lena = app.sign_in(lena.id()).await;
    lena.post(&path, &[("people", "Olga Other")]).await.is(200).shows("Olga Other");
    app.letters().await;
}
