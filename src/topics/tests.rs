//! Stories of topics and agendas.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use super::{Proposal, State, Tags, ledger, of_gathering, propose, publish_fitted, published, say_keen};
use crate::gatherings::Gathering;
use crate::ids::{PersonId, TopicId};
use crate::people::Role;
use crate::testing::TestApp;

async fn put(app: &TestApp, gathering: &Gathering, by: PersonId, title: &str, minutes: i64) -> TopicId {
    let proposal = Proposal { title: title.to_owned(), about: String::new(), tags: Tags::default(), minutes };
    // The clock of a story stands still; topics are told apart by when they were proposed.
    app.clock.set(app.now().plus_seconds(1));
    let mut db = app.write().await.unwrap();
    let topic = propose(&mut db, app, gathering, by, &proposal).await.unwrap();
    db.commit().await.unwrap();
    topic
}

async fn keen(app: &TestApp, topic: TopicId, person: PersonId, hear: Option<bool>, share: Option<bool>) {
    let mut db = app.write().await.unwrap();
    say_keen(&mut db, topic, person, hear, share, app.now()).await.unwrap();
    db.commit().await.unwrap();
}

#[each_engine]
async fn other_rooms_read_what_is_on_the_table(app: TestApp) {
    let host = app.person("Hana Host", &[Role::TeacherLibrarian]).await;
    let tomas = app.person("Tomas Teacher", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host)).await;
    let lunch = app.gathering_on(series, "2026-01-14").await;
    let portfolios = put(&app, &lunch, tomas, "Digital portfolios", 10).await;
    let robots = put(&app, &lunch, host, "Robots", 30).await;
    keen(&app, portfolios, host, Some(true), None).await;
    keen(&app, portfolios, host, None, Some(true)).await;
    keen(&app, robots, tomas, Some(true), None).await;
    keen(&app, robots, tomas, Some(false), None).await;
    let mut db = app.read().await.unwrap();
    let table = of_gathering(&mut db, lunch.id, host).await.unwrap();
    assert_eq!(table.len(), 2);
    let (first, second) = (&table[0], &table[1]);
    assert_eq!(
        (first.topic.id, first.hear, first.share, first.my_hear, first.my_share),
        (portfolios, 1, 1, true, true)
    );
    assert_eq!((second.topic.id, second.hear, second.share, second.my_hear), (robots, 0, 0, false));
    assert_eq!(published(&mut db, &lunch).await.unwrap(), None);
    drop(db);
    let mut db = app.write().await.unwrap();
    publish_fitted(&mut db, &app, &lunch, host).await.unwrap();
    db.commit().await.unwrap();
    let mut db = app.read().await.unwrap();
    let agenda = published(&mut db, &lunch).await.unwrap().unwrap();
    // 35 minutes hold one of the two; the one that somebody is keen on wins. It begins after the welcome.
    assert_eq!(agenda.len(), 1);
    assert_eq!((agenda[0].topic, agenda[0].proposer, agenda[0].minutes), (portfolios, tomas, 10));
    assert_eq!(agenda[0].starts_at, lunch.starts_at.plus_seconds(3 * 60));
    let entries = ledger(&mut db, series).await.unwrap();
    assert_eq!(entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [portfolios, robots]);
    assert_eq!((entries[0].state, entries[0].proposed_for, entries[0].carried), (State::Proposed, lunch.id, 0));
    drop(db);
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].email, "tomas@sample.example");
    assert!(letters[0].text.contains("12:08  Digital portfolios (10 minutes)"), "{}", letters[0].text);
}
