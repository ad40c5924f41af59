//! Writing notes and links down.

use each_engine::each_engine;
use serde_json::json;

use super::{lunch, propose};
use crate::people::Role;
use crate::testing::TestApp;

#[each_engine]
async fn mina_writes_notes_and_everyone_reads_them(app: TestApp) {
    let lunch = lunch(&app).await;
    let page = lunch.mina.get(&format!("/topics/{}", lunch.topic)).await;
    let desk = page.click("Write notes, add files").await;
    let looks = desk.fill("See how it looks", &[("text", "We tried **three** ways <script>x</script>")]).await;
    looks.shows("How it will look");
    assert_eq!(looks.text_of(".note strong"), "three");
    assert_eq!(looks.count(".note script"), 0);
    looks.submit("Save the notes").await.shows("The notes are saved.");
    let sam = app.member("Sam Reader", &[Role::Teacher]).await;
    let read = sam.get(&format!("/gatherings/{}", lunch.gathering.id)).await;
    assert_eq!(read.text_of("#kept h3"), "Digital portfolios");
    assert_eq!(read.text_of("#kept .note strong"), "three");
    read.hides("Write notes, add files");
    sam.get(&format!("/topics/{}/resources", lunch.topic)).await.shows("We tried three ways").hides("Save the notes");
    let refused = sam.post(&format!("/topics/{}/note", lunch.topic), &[("text", "mine")]).await;
    refused.is(403).shows("The hosts write here, and those who share the topic.");
    // Whoever can share on it too writes as well.
    sam.post(&format!("/topics/{}/keen", lunch.topic), &[("share", "yes")]).await;
    sam.get(&format!("/topics/{}/resources", lunch.topic)).await.shows("Save the notes");
}

#[each_engine]
async fn two_who_write_at_once_see_each_other(app: TestApp) {
    let lunch = lunch(&app).await;
    let address = format!("/topics/{}/resources", lunch.topic);
    let (hers, his) = (lunch.mina.get(&address).await, lunch.host.get(&address).await);
    his.fill("Save the notes", &[("text", "From the host")]).await.shows("The notes are saved.");
    let stale = hers.fill("Save the notes", &[("text", "From Mina")]).await;
    stale.is(409).shows("Someone else wrote here").shows("From the host");
    assert_eq!(stale.value("text").trim(), "From Mina");
    stale.submit("Save the notes").await.shows("The notes are saved.");
    let again = hers.fill("Save the notes", &[("text", "Late")]).await;
    again.is(409).shows("From Mina");
    let long = lunch
        .mina
        .post(&format!("/topics/{}/note", lunch.topic), &[("text", &"x".repeat(20_001)), ("version", "2")])
        .await;
    long.is(422);
}

#[each_engine]
async fn links_are_added_ordered_changed_removed_and_taken_back(app: TestApp) {
    let lunch = lunch(&app).await;
    let desk = lunch.host.get(&format!("/gatherings/{}/resources", lunch.gathering.id)).await;
    let wrong = desk.fill("Add the link", &[("address", "javascript:alert(1)"), ("title", "Look")]).await;
    wrong.is(422).shows("Type the whole address of a page");
    assert_eq!((wrong.value("address"), wrong.value("title")), ("javascript:alert(1)".to_owned(), "Look".to_owned()));
    desk.fill("Add the link", &[("address", "guide.example/a"), ("title", "")]).await.shows("The link is there.");
    let two = desk.fill("Add the link", &[("address", "https://www.b.example/"), ("title", "The second")]).await;
    assert_eq!(two.attributes(".kept a.kept-link", "href"), ["https://guide.example/a", "https://www.b.example/"]);
    assert_eq!(two.attributes(".kept a.kept-link", "rel")[0], "noopener noreferrer nofollow");
    let moved = two.submit("Move The second up").await;
    assert_eq!(moved.attributes(".kept a.kept-link", "href")[0], "https://www.b.example/");
    let edit = moved.click("Change The second").await;
    let other = edit.fill("Save", &[("title", "The first")]).await;
    other.shows("Changed.").shows("The first");
    edit.fill("Save", &[("title", "Stale")]).await.is(409).shows("Someone changed this meanwhile");
    let gone = other.submit("Remove The first").await;
    gone.shows("Removed.");
    assert_eq!(gone.count(".kept-one"), 1);
    let back = gone.submit("Undo").await;
    back.shows("It is back.");
    assert_eq!(back.count(".kept-one"), 2);
}

#[each_engine]
async fn what_belongs_to_a_topic_is_carried_with_it(app: TestApp) {
    let lunch = lunch(&app).await;
    for at in 0..13 {
        propose(&app, &lunch.gathering, &lunch.mina, &format!("Topic {at}")).await;
    }
    let topic = lunch.topic;
    lunch.mina.post(&format!("/topics/{topic}/note"), &[("text", "To go on with"), ("version", "0")]).await.is(200);
    lunch.mina.post(&format!("/topics/{topic}/links"), &[("address", "https://a.example")]).await.is(200);
    lunch.host.post(&format!("/gatherings/{}/note", lunch.gathering.id), &[("text", "Of the day")]).await.is(200);
    app.at("2026-01-14T13:30");
    let agenda = lunch.host.get(&format!("/gatherings/{}/agenda", lunch.gathering.id)).await;
    agenda.submit("That is how it was").await;
    let next = app.gathering_on(lunch.gathering.series_id.unwrap(), "2026-01-21").await;
    let page = lunch.host.get(&format!("/gatherings/{}", next.id)).await;
    page.shows("To go on with").shows("a.example").hides("Of the day");
    lunch.host.get(&format!("/gatherings/{}", lunch.gathering.id)).await.shows("Of the day").hides("To go on with");
}

#[each_engine]
async fn a_withdrawn_topic_hides_what_it_holds(app: TestApp) {
    let lunch = lunch(&app).await;
    let topic = lunch.topic;
    lunch.mina.post(&format!("/topics/{topic}/note"), &[("text", "Secret")]).await.is(200);
    let sam = app.member("Sam Reader", &[Role::Teacher]).await;
    sam.get(&format!("/gatherings/{}", lunch.gathering.id)).await.shows("Secret");
    lunch.mina.post(&format!("/topics/{topic}/withdraw"), &[]).await;
    sam.get(&format!("/gatherings/{}", lunch.gathering.id)).await.hides("Secret");
    sam.try_get(&format!("/topics/{topic}/resources")).await.is(404);
}

#[each_engine]
async fn a_program_writes_reads_and_removes(app: TestApp) {
    let lunch = lunch(&app).await;
    let program = app.program(lunch.host.id()).await;
    let gathering = format!("/api/v1/gatherings/{}", lunch.gathering.id);
    let topic = format!("/api/v1/topics/{}", lunch.topic);
    let note = program.send("PUT", &format!("{gathering}/note"), Some(json!({"text": "Hello"}))).await;
    assert_eq!(note.is(200).at("/version"), 1);
    let stale = program.send("PUT", &format!("{gathering}/note"), Some(json!({"text": "Ho"}))).await;
    stale.is(409);
    program.send("PUT", &format!("{topic}/note"), Some(json!({"text": "Of it", "version": 0}))).await.is(200);
    let link =
        program.send("POST", &format!("{gathering}/links"), Some(json!({"address": "https://a.example/"}))).await;
    let id = link.is(201).at("/id").as_str().unwrap().to_owned();
    program
        .send("POST", &format!("{topic}/links"), Some(json!({"address": "https://b.example", "titel": "x"})))
        .await
        .is(422);
    program.send("POST", &format!("{topic}/links"), Some(json!({"address": "https://b.example"}))).await.is(201);
    let changed = program.send("PATCH", &format!("/api/v1/resources/{id}"), Some(json!({"title": "A"}))).await;
    assert_eq!((changed.is(200).at("/title"), changed.at("/address")), (&json!("A"), &json!("https://a.example/")));
    let all = program.get(&format!("{gathering}/resources")).await;
    assert_eq!((all.at("/notes/0/text"), all.at("/notes/1/topic")), (&json!("Hello"), &json!(lunch.topic.to_string())));
    assert_eq!(all.at("/resources").as_array().unwrap().len(), 2);
    program.send("DELETE", &format!("/api/v1/resources/{id}"), None).await.is(204);
    assert_eq!(program.get(&format!("{gathering}/resources")).await.at("/resources").as_array().unwrap().len(), 1);
    program.get(&format!("/api/v1/resources/{id}/content")).await.is(404);
}

#[each_engine]
async fn there_is_room_for_sixty(app: TestApp) {
    let lunch = lunch(&app).await;
    let mut db = app.write().await.unwrap();
    let of = (crate::resources::Of::Topic(lunch.topic), lunch.gathering.series_id);
    let link = crate::resources::NewLink { title: "A".to_owned(), address: "https://a.example".to_owned() };
    for _ in 0..60 {
        crate::resources::add_link(&mut db, &app, of, lunch.mina.id(), &link).await.unwrap();
    }
    db.commit().await.unwrap();
    let one_more =
        lunch.mina.post(&format!("/topics/{}/links", lunch.topic), &[("address", "https://a.example")]).await;
    one_more.is(403).shows("There are 60 links and files here already.");
}
