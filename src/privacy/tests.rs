//! Stories of what is kept about a person, and of being forgotten.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::{Cursor, Read};

use each_engine::each_engine;
use serde_json::{Value, json};

use crate::gatherings::Gathering;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

/// A host, and Mina, who said yes, proposed a topic, added a file, and came; a day later.
async fn came(app: &TestApp) -> (Visitor, Visitor, Gathering) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let first = app.gathering_on(series, "2026-01-14").await;
    mina.post(&format!("/series/{series}/answer"), &[("answer", "yes")]).await;
    let topic = [("title", "Reading logs that pupils like"), ("minutes", "10"), ("about", "Only my words")];
    let page = mina.post(&format!("/gatherings/{}/topics", first.id), &topic).await;
    let topic = page.link("Reading logs that pupils like");
    app.at("2026-01-14T12:40");
    let to = format!("/gatherings/{}/files", first.id);
    host.upload(&to, &[], ("plan.pdf", b"%PDF-1.7\nthe host's")).await;
    mina.upload(&format!("{topic}/files"), &[], ("plan.pdf", b"%PDF-1.7\nMina's")).await;
    let path = format!("/gatherings/{}/attendance", first.id);
    host.post(&path, &[("person", &mina.id().to_string()), ("mark", "came")]).await.is(200);
    app.at("2026-01-15T09:00");
    (app.sign_in(host.id()).await, app.sign_in(mina.id()).await, first)
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        all.push((file.name().unwrap().into_owned(), content));
    }
    all
}

#[each_engine]
async fn a_person_sees_what_is_kept_and_takes_it_along(app: TestApp) {
    let (host, mina, _) = came(&app).await;
    let page = mina.get("/account").await.click("What Klatsch knows of me").await;
    page.shows("Your profile").shows("Where you were").shows("Your topics").shows("Notes, links and files");
    page.shows("2 entries, kept until you are erased").hides("What you host").shows("and the file you added");
    host.get("/account/data").await.shows("What you host");
    mina.get("/privacy").await.click("What Klatsch knows of me").await.shows("Your profile");
    let parcel = mina.get("/account/data.zip").await;
    let files = unpacked(&parcel.bytes);
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["read-me.txt", "data.json", "files/plan.pdf"]);
    let word = String::from_utf8(files[0].1.clone()).unwrap();
    assert!(word.starts_with("\u{feff}This is what Klatsch keeps about Mina Member"), "{word}");
    let data: Value = serde_json::from_slice(&files[1].1).unwrap();
    assert_eq!(data["kept"]["profile"]["people"][0]["name"], "Mina Member");
    assert_eq!(data["kept"]["topics"]["topics"][0]["title"], "Reading logs that pupils like");
    assert_eq!(data["kept"]["attendance"]["attendances"].as_array().unwrap().len(), 1);
    assert!(!files[1].1.windows(9).any(|part| part == b"Hana Host"), "of others there is nothing");
    assert!(files[2].1.ends_with(b"Mina's"));
    let french = Visitor::in_french(app.sign_in(mina.id()).await);
    french.get("/account/data").await.shows("Ce que Klatsch sait de moi").shows("Votre profil");
    assert_eq!(unpacked(&french.get("/account/data.zip").await.bytes)[0].0, "lisez-moi.txt");
    let kept = app.program(mina.id()).await.get("/api/v1/me/data").await;
    assert_eq!(kept.at("/kept/topics"), &data["kept"]["topics"]);
}

#[each_engine]
async fn a_steward_erases_and_what_is_counted_stays(app: TestApp) {
    let (host, mina, first) = came(&app).await;
    let person = format!("/people/{}", mina.id());
    host.try_get(&format!("{person}/erase")).await.is(403);
    let steward = app.steward().await;
    let before = host.get(&format!("/series/{}/use", first.series_id.unwrap())).await.text();
    let page = steward.get(&person).await.click("Erase…").await;
    page.shows("What will be done").shows("without the name").shows("Type “Mina Member” to confirm");
    page.shows("Topics").hides("Your topics").hides("jobs");
    page.fill("Erase for good", &[("name", "")]).await.is(422);
    let wrong = page.fill("Erase for good", &[("name", "Mina")]).await;
    wrong.is(422).shows("This is not the name: Mina Member");
    assert_eq!(wrong.value("name"), "Mina", "what was typed stays");
    mina.get("/account").await.shows("Your data");
    page.fill("Erase for good", &[("name", "mina member")]).await.shows("They are erased.");
    mina.get("/account").await.shows("Sign in").hides("Your data");
    steward.try_get(&person).await.is(404);
    let after = host.get(&format!("/gatherings/{}", first.id)).await;
    after.shows("Reading logs that pupils like").hides("Mina");
    assert_eq!(host.get(&format!("/series/{}/use", first.series_id.unwrap())).await.text(), before);
    host.get("/search?q=Mina").await.hides("Mina Member");
    steward.try_get(&format!("{person}/erase")).await.is(404);
}

#[each_engine]
async fn nobody_erases_themselves_and_who_wishes_it_is_heard(app: TestApp) {
    let (_, mina, _) = came(&app).await;
    let steward = app.steward().await;
    steward.try_get(&format!("/people/{}/erase", steward.id())).await.is(403).shows("You cannot erase yourself");
    mina.get("/account/data").await.submit("Ask to be erased").await.shows("Nothing is erased yet.");
    let letters = app.letters().await;
    let letter = letters.iter().find(|letter| letter.subject == "Mina Member wishes to be erased").unwrap();
    assert!(letter.text.contains(&format!("/people/{}/erase", mina.id())), "{}", letter.text);
    let program = app.program(steward.id()).await;
    let path = format!("/api/v1/people/{}", mina.id());
    app.program(mina.id()).await.send("DELETE", &path, Some(json!({ "name": "Mina Member" }))).await.is(403);
    assert_eq!(program.send("DELETE", &path, Some(json!({}))).await.is(422).wrong_fields(), ["/name"]);
    assert_eq!(program.send("DELETE", &path, Some(json!({ "name": "Sam" }))).await.is(422).wrong_fields(), ["/name"]);
    let done = program.send("DELETE", &path, Some(json!({ "name": "Mina Member" }))).await;
    assert!(done.is(200).body.as_array().unwrap().iter().any(|deed| deed["table"] == "attendances"), "{done:?}");
    program.send("DELETE", &path, Some(json!({ "name": "Mina Member" }))).await.is(404);
}
