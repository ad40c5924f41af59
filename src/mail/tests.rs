//! Stories of letters that are written twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use each_engine::each_engine;

use super::{Letter, folder, send};
use crate::jobs;
use crate::testing::TestApp;

/// The letters in the folder as a carrier finds them: names and contents.
fn found(app: &TestApp) -> BTreeMap<String, String> {
    let folder = app.folder().join("mail");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|path| path.extension().is_none_or(|ending| ending != "json"))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

fn header(letter: &str, name: &str) -> String {
    letter.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned()
}

#[each_engine]
async fn a_letter_that_was_written_and_not_noted_is_the_same_letter_again(app: TestApp) {
    let letter = Letter {
        name: "Wren Rowan".to_owned(),
        email: "wren@district.example".to_owned(),
        subject: "Coffee at lunch".to_owned(),
        text: "See you.".to_owned(),
    };
    let mut db = app.write().await.unwrap();
    send(&mut db, &app, &letter).await.unwrap();
    send(&mut db, &app, &letter).await.unwrap();
    db.commit().await.unwrap();
    // The process writes the first, and is killed before it notes so: the job is still there.
    let waiting = jobs::left_over(&app).await.unwrap();
    assert_eq!(waiting.len(), 2);
    folder::deliver((*app).clone(), waiting[0].payload.clone()).await.unwrap();
    let first = found(&app);
    assert_eq!(first.len(), 1);
    app.at("2026-01-14T13:00");
    jobs::run_due(&app).await.unwrap();
    let both = found(&app);
    // The same letter stands where it stood, to the byte; the other one, which says the same, is another.
    assert_eq!(both.len(), 2);
    assert!(first.iter().all(|(name, letter)| both.get(name) == Some(letter)), "{first:?} {both:?}");
    let ids: Vec<String> = both.values().map(|letter| header(letter, "Message-ID:")).collect();
    assert_ne!(ids[0], ids[1]);
    for ((name, letter), id) in both.iter().zip(&ids) {
        assert!(id.starts_with(&format!("<{}@", name.strip_suffix(".eml").unwrap())), "{name} {id}");
        assert!(header(letter, "Date:").starts_with("Wed, 14 Jan 2026"), "{letter}");
    }
    assert!(jobs::left_over(&app).await.unwrap().is_empty());
}

#[each_engine]
async fn a_letter_of_an_older_klatsch_is_known_by_what_it_says(app: TestApp) {
    let old = r#"{"name":"Wren","email":"wren@district.example","subject":"Old","text":"Still here."}"#;
    for _ in 0..2 {
        folder::deliver((*app).clone(), old.to_owned()).await.unwrap();
    }
    folder::deliver((*app).clone(), old.replace("Still", "Not")).await.unwrap();
    assert_eq!(found(&app).len(), 2);
}
