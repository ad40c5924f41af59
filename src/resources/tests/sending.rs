//! Sending what was kept.

use each_engine::each_engine;
use serde_json::json;

use super::lunch;
use crate::answers::{self, Wish};
use crate::attendance::{self, State};
use crate::people::Role;
use crate::testing::{TestApp, picture};

#[each_engine]
async fn the_host_sends_it_to_those_who_came_and_those_who_could_not(app: TestApp) {
    let lunch = lunch(&app).await;
    let (gathering, host) = (&lunch.gathering, &lunch.host);
    let send = format!("/gatherings/{}/send", gathering.id);
    host.try_get(&send).await.is(403).shows("It has not begun");
    // Mina comes, Yves said yes and did not, Ella excused herself, Nora said no to it all, Sam said nothing.
    let mut people = Vec::new();
    for name in ["Yves Yes", "Ella Excused", "Nora No", "Sam Silent"] {
        people.push(app.person(name, &[Role::Teacher]).await);
    }
    let mut db = app.write().await.unwrap();
    let series = gathering.series_id.unwrap();
    for (person, wish) in [(people[0], Wish::Yes), (people[1], Wish::Yes), (people[2], Wish::No)] {
        answers::say_series(&mut db, &app, series, person, wish).await.unwrap();
    }
    answers::say(&mut db, &app, gathering.id, people[1], Wish::No, Some("Away")).await.unwrap();
    db.commit().await.unwrap();
    app.at("2026-01-14T12:50");
    let mut db = app.write().await.unwrap();
    attendance::record(&mut db, &app, gathering, lunch.mina.id(), Some(State::Came), host.id()).await.unwrap();
    db.commit().await.unwrap();
    host.get(&send).await.shows("Nothing to send yet");
    host.post(&send, &[("to", "came")]).await.is(422);

    lunch.mina.post(&format!("/topics/{}/note", lunch.topic), &[("text", "Three ways.")]).await.is(200);
    lunch
        .mina
        .upload(&format!("/topics/{}/files", lunch.topic), &[("caption", "The wall")], ("a.png", &picture()))
        .await
        .is(200);
    host.post(
        &format!("/gatherings/{}/links", gathering.id),
        &[("address", "https://guide.example"), ("title", "A guide")],
    )
    .await;
    let page =
        host.get(&format!("/gatherings/{}", gathering.id)).await.click("Send to those who came or could not").await;
    page.shows("The 1 person who came").shows("The 2 people who could not come").shows("A guide");
    page.submit("Send to 3 people").await.shows("3 letters are on their way.");
    let letters = app.letters().await;
    let mut to: Vec<_> = letters.iter().map(|letter| letter.email.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["ella@sample.example", "mina@sample.example", "yves@sample.example"]);
    for letter in &letters {
        let came = letter.email.starts_with("mina");
        assert!(
            letter.text.contains(if came { "Thank you for coming" } else { "You could not be at" }),
            "{}",
            letter.text
        );
        assert!(letter.text.contains("A guide:\nhttps://guide.example") && letter.text.contains("DIGITAL PORTFOLIOS"));
        assert!(
            letter.text.contains("Three ways.") && letter.text.contains("The wall:\nhttp://klatsch.example/resources/")
        );
    }

    // Nobody gets the same twice, unless the host wants it.
    let again = host.get(&send).await;
    again.shows("3 people have had exactly this");
    again.submit("Send").await.is(422).shows("Nobody is left who has not had exactly this.");
    again.fill("Send", &[("to", "came"), ("again", "yes")]).await.shows("1 letter is on its way.");
    lunch
        .mina
        .post(&format!("/topics/{}/note", lunch.topic), &[("text", "Four ways."), ("version", "1")])
        .await
        .is(200);
    host.get(&send).await.submit("Send to 3 people").await.shows("3 letters are on their way.");
    assert_eq!(app.letters().await.len(), 7);
}

#[each_engine]
async fn each_reads_it_in_their_language_and_a_program_sends_too(app: TestApp) {
    let lunch = lunch(&app).await;
    let mut db = app.write().await.unwrap();
    let mut mina = crate::people::person(&mut db, lunch.mina.id()).await.unwrap().unwrap();
    mina.language = Some("fr".to_owned());
    let version = mina.updated_at;
    crate::people::update(&mut db, &mina, version).await.unwrap();
    db.commit().await.unwrap();
    app.at("2026-01-14T12:50");
    let mut db = app.write().await.unwrap();
    attendance::record(&mut db, &app, &lunch.gathering, lunch.mina.id(), Some(State::Came), lunch.host.id())
        .await
        .unwrap();
    db.commit().await.unwrap();
    lunch.host.post(&format!("/gatherings/{}/note", lunch.gathering.id), &[("text", "Bonjour")]).await.is(200);
    let program = app.program(lunch.host.id()).await;
    let path = format!("/api/v1/gatherings/{}/send", lunch.gathering.id);
    let wrong = program.send("POST", &path, Some(json!({"to": []}))).await;
    assert_eq!(wrong.is(422).wrong_fields(), ["/to"]);
    assert_eq!(program.send("POST", &path, Some(json!({"to": ["came"]}))).await.is(200).at("/letters"), 1);
    let letters = app.letters().await;
    assert!(
        letters[0].text.contains("Merci de votre présence") && letters[0].text.contains("Bonjour"),
        "{}",
        letters[0].text
    );
}
