//! What is announced comes by mail, once, to whoever wants that.

use each_engine::each_engine;

use super::network;
use crate::networks;
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn what_is_announced_comes_by_mail_once(app: TestApp) {
    let (id, lena, mina) = network(&app).await;
    let base = format!("/networks/{id}/news");
    let (fred, quinn) = (app.member("Frédéric Membre", &[Role::Teacher]).await, app.member("Quinn Quiet", &[]).await);
    let mut db = app.write().await.unwrap();
    for person in [fred.id(), quinn.id()] {
        networks::put(&mut db, &app, id, person, networks::Role::Member).await.unwrap();
    }
    db.commit().await.unwrap();
    let mut db = app.write().await.unwrap();
    let mut french = crate::people::person(&mut db, fred.id()).await.unwrap().unwrap();
    french.language = Some("fr".to_owned());
    let version = french.updated_at;
    crate::people::update(&mut db, &french, version).await.unwrap();
    db.commit().await.unwrap();
    // Nothing announced yet, and the choice is there.
    let off = quinn.get(&base).await.submit("No letters, please").await;
    off.shows("You get no letters")
        .shows("does not come to you by mail")
        .submit("Undo")
        .await
        .shows("also comes to you by mail");
    quinn.get(&base).await.submit("No letters, please").await;
    quinn.post(&format!("{base}/mail"), &[("mail", "perhaps")]).await.is(422);

    app.at("2026-01-15T12:00");
    let fields = [("title", "Kits are back"), ("text", "Come and **fetch** one.")];
    let told = lena.get(&base).await.fill("Announce it", &fields).await;
    told.shows("by mail in a few minutes");
    assert!(app.letters().await.is_empty(), "there is a moment to think again");
    // Taken down in that moment, nobody is told.
    let gone = told.submit("Undo").await;
    app.at("2026-01-15T12:05");
    assert!(app.letters().await.is_empty());
    gone.submit("Undo").await;
    let letters = app.letters().await;
    let mut to: Vec<&str> = letters.iter().map(|letter| letter.name.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["Frédéric Membre", "Mina Member"], "not who wrote it, nor who wants none");
    let of = |name: &str| letters.iter().find(|letter| letter.name == name).unwrap();
    let letter = of("Mina Member");
    assert_eq!(letter.subject, "Sample Network: Kits are back");
    assert!(letter.text.contains("Lena Lead tells the network Sample Network:"), "{}", letter.text);
    assert!(
        letter.text.contains("Come and fetch one.") || letter.text.contains("Come and *fetch* one."),
        "{}",
        letter.text
    );
    assert!(of("Frédéric Membre").text.starts_with("Bonjour Frédéric Membre,"));
    // The letter leads to where one says that one has read it.
    let link = letter.text.lines().find(|line| line.contains("/news#")).unwrap().trim();
    let (path, anchor) = link.split_once("/networks/").unwrap().1.split_once('#').unwrap();
    let news = mina.get(&format!("/networks/{path}")).await;
    assert_eq!(news.count(&format!("[id='{anchor}']")), 1);
    news.submit("I have read it Kits are back").await;
    // Down and up again: nobody is told twice.
    let seen = lena.get(&base).await.submit("Take it down Kits are back").await;
    seen.submit("Undo").await;
    app.at("2026-01-16T12:05");
    assert_eq!(app.letters().await.len(), 2);

    // Whoever wrote it sees who has read it.
    let readers = lena.get(&base).await.click("read by 1 of 3 (Kits are back)").await;
    assert!(readers.text_of("#read").contains("Mina Member") && readers.text_of("#unread").contains("Quinn Quiet"));
    mina.try_get(&readers.path).await.is(403);
    app.visitor().get(&readers.path).await.hides("Mina Member").shows("Sign in");
}
