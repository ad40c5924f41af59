//! Stories of letters: those who come, may come or wait hear of what changes.

use each_engine::each_engine;
use serde_json::json;

use super::{changed, next, say, say_series, season, set_state, stands};
use crate::answers::{Answer, Wish};
use crate::ids::PersonId;
use crate::run;
use crate::testing::TestApp;

async fn speaks_french(app: &TestApp, person: PersonId) {
    let mut db = app.write().await.unwrap();
    run!(db, "update people set language = 'fr' where id = $1", person).await.unwrap();
    db.commit().await.unwrap();
}

#[each_engine]
async fn a_move_is_told_once_to_each_in_their_language(app: TestApp) {
    let (_, series) = season(&app, Some(1)).await;
    let [anna, bela, cora, dina] = [
        app.person("Anna", &[]).await,
        app.person("Bela", &[]).await,
        app.person("Cora", &[]).await,
        app.person("Dina", &[]).await,
    ];
    speaks_french(&app, bela).await;
    let id = next(&app, series).await.id;
    for (person, wish) in [(anna, Wish::Yes), (bela, Wish::Yes), (cora, Wish::Maybe), (dina, Wish::No)] {
        say(&app, id, person, wish).await;
    }
    let mut db = app.write().await.unwrap();
    run!(
        db,
        "update gatherings set date = '2026-01-15', moved = true, note = 'The commons are painted.' where id = $1",
        id
    )
    .await
    .unwrap();
    db.commit().await.unwrap();
    changed(&app, id, "moved", json!({ "date": "2026-01-14", "starts": "12:05", "ends": "12:45", "place": "Room 7" }))
        .await;
    let mut letters = app.letters().await;
    letters.sort_by(|a, b| a.email.cmp(&b.email));
    assert_eq!(letters.iter().map(|letter| letter.name.as_str()).collect::<Vec<_>>(), ["Anna", "Bela", "Cora"]);
    assert_eq!(letters[0].subject, "Moved: Coffee, Curriculum & Conversation, now Thursday 15 January");
    assert_eq!(
        letters[0].text,
        format!(
            "Hello Anna,\n\nCoffee, Curriculum & Conversation has moved.\n\n\
             Before: Wednesday 14 January, 12:05 to 12:45, Room 7\n\n\
             Now: Thursday 15 January, 12:05 to 12:45\nLibrary learning commons\n\n\
             The hosts say: The commons are painted.\n\n\
             Your yes stays. If it no longer suits, please say no:\n\nhttp://klatsch.example/gatherings/{id}\n"
        )
    );
    assert_eq!(letters[1].subject, "Déplacée\u{a0}: Coffee, Curriculum & Conversation, maintenant jeudi 15 janvier");
    assert!(letters[1].text.contains("Vous êtes toujours sur la liste d’attente."), "{}", letters[1].text);
    assert!(letters[1].text.contains("mercredi 14 janvier, de 12\u{a0}h\u{a0}05 à 12\u{a0}h\u{a0}45, Room 7"));
    assert!(letters[2].text.contains("Your maybe stays."));
}

#[each_engine]
async fn what_is_called_off_is_told_and_what_takes_place_after_all_too(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let anna = app.person("Anna", &[]).await;
    say_series(&app, series, anna, Wish::Yes).await;
    let id = next(&app, series).await.id;
    set_state(&app, id, "cancelled", Some("Snow day")).await;
    changed(&app, id, "cancelled", json!(null)).await;
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "Cancelled: Coffee, Curriculum & Conversation, Wednesday 14 January");
    assert!(letters[0].text.contains("does not take place") && letters[0].text.contains("Snow day"));
    set_state(&app, id, "planned", None).await;
    app.at("2026-01-14T10:05");
    changed(&app, id, "restored", json!(null)).await;
    let letters = app.letters().await;
    assert_eq!(letters[1].subject, "It takes place after all: Coffee, Curriculum & Conversation, Wednesday 14 January");
    assert_eq!(letters.len(), 2);
}

#[each_engine]
async fn a_host_who_changes_their_mind_at_once_has_written_to_nobody(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let anna = app.person("Anna", &[]).await;
    say_series(&app, series, anna, Wish::Yes).await;
    let id = next(&app, series).await.id;
    changed(&app, id, "cancelled", json!(null)).await;
    assert!(app.letters().await.is_empty(), "it takes place when the job runs");
    app.at("2026-01-15T09:00");
    set_state(&app, id, "cancelled", None).await;
    changed(&app, id, "cancelled", json!(null)).await;
    assert!(app.letters().await.is_empty(), "nobody needs to hear of yesterday");
    changed(&app, crate::ids::GatheringId(uuid::Uuid::nil()), "edited", json!(null)).await;
    assert!(app.letters().await.is_empty(), "a gathering that is gone is no failure");
}

#[each_engine]
async fn a_place_is_told_in_french_too(app: TestApp) {
    let (_, series) = season(&app, Some(1)).await;
    let [anna, bela] = [app.person("Anna", &[]).await, app.person("Bela", &[]).await];
    speaks_french(&app, bela).await;
    let id = next(&app, series).await.id;
    say(&app, id, anna, Wish::Yes).await;
    say(&app, id, bela, Wish::Yes).await;
    say(&app, id, anna, Wish::No).await;
    let letters = app.letters().await;
    assert_eq!(letters[0].subject, "Vous avez une place\u{a0}: Coffee, Curriculum & Conversation, mercredi 14 janvier");
    assert!(letters[0].text.starts_with("Bonjour Bela,\n\nUne place s’est libérée et c’est votre tour."));
}

#[each_engine]
async fn a_host_changes_dates_and_each_person_hears_of_it_once(app: TestApp) {
    let (host, series) = season(&app, Some(1)).await;
    let [anna, bela] = [app.person("Anna", &[]).await, app.person("Bela", &[]).await];
    speaks_french(&app, bela).await;
    say_series(&app, series, anna, Wish::Yes).await;
    say_series(&app, series, bela, Wish::Yes).await;
    let program = app.program(host.id()).await;
    let path = format!("/api/v1/series/{series}");
    // A later time for nine dates is one letter a person.
    program.send("PATCH", &path, Some(json!({ "starts": "12:15", "ends": "12:55", "version": 1 }))).await.is(200);
    let mut letters = app.letters().await;
    letters.sort_by(|a, b| a.email.cmp(&b.email));
    assert_eq!(letters.len(), 2);
    assert_eq!(letters[0].subject, "9 dates changed: Coffee, Curriculum & Conversation");
    assert!(
        letters[0].text.contains(
            "Moved to Wednesday 14 January, 12:15 to 12:55\nLibrary learning commons\n\
             Before: Wednesday 14 January, 12:05 to 12:45, Library learning commons\n\n\
             Moved to Wednesday 21 January"
        ),
        "{}",
        letters[0].text
    );
    assert!(
        letters[0].text.ends_with(&format!("please say no to that date:\n\nhttp://klatsch.example/series/{series}\n"))
    );
    assert_eq!(letters[1].subject, "9 dates changent\u{a0}: Coffee, Curriculum & Conversation");
    // More room is one letter, too.
    app.at("2026-01-14T10:05");
    program.send("PATCH", &path, Some(json!({ "capacity": 2, "version": 2 }))).await.is(200);
    let letters = app.letters().await;
    assert_eq!((letters.len(), letters[2].name.as_str()), (3, "Bela"));
    assert_eq!(letters[2].subject, "Vous avez une place à 9 dates\u{a0}: Coffee, Curriculum & Conversation");
    // A date that is added follows what people said; nobody is written to.
    program.send("PATCH", &path, Some(json!({ "last_date": "2026-03-25", "version": 3 }))).await.is(200);
    assert_eq!(app.letters().await.len(), 3);
    let added = app.gathering_on(series, "2026-03-25").await;
    assert_eq!(stands(&app, added.id, bela).await, Some((Answer::Yes, None)));
    // A date that is called off on its page, and taken back with one tap before anyone read of it.
    app.at("2026-01-14T10:10");
    let page = host.get(&format!("/gatherings/{}/edit", added.id)).await;
    let page = page.fill("Call it off", &[("note", "Snow day")]).await;
    let letters = app.letters().await;
    assert_eq!(letters.len(), 5);
    assert!(letters[4].subject.contains("25 mars") || letters[4].subject.contains("25 March"));
    app.at("2026-01-14T10:15");
    page.submit("Undo").await;
    assert_eq!(app.letters().await.len(), 7);
}
