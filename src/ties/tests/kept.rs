//! Stories of keeping ties up.

use each_engine::each_engine;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::attendance::{self, State};
use crate::ids::{GatheringId, PersonId};
use crate::people::Role;
use crate::testing::TestApp;
use crate::ties::tie::{Kind, Tie, school_year};
use crate::ties::{keep, store};
use crate::{gatherings, privacy, topics};

async fn all(app: &TestApp) -> Vec<Tie> {
    let mut db = app.read().await.unwrap();
    let mut ties = store::in_year(&mut db, school_year(jiff::civil::date(2026, 1, 14))).await.unwrap();
    ties.extend(store::in_year(&mut db, 2024).await.unwrap());
    ties.sort_by_key(|tie| (tie.one, tie.other, tie.kind));
    ties
}

async fn mark(app: &TestApp, gathering: GatheringId, person: PersonId, state: Option<State>) {
    let mut db = app.write().await.unwrap();
    let gathering = gatherings::gathering(&mut db, gathering).await.unwrap().unwrap();
    attendance::record(&mut db, app, &gathering, person, state, person).await.unwrap();
    db.commit().await.unwrap();
}

/// After any changes the pairs that were kept up are those that are made anew.
#[each_engine]
async fn what_is_kept_up_is_what_is_made_anew(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let mut gatherings = Vec::new();
    for date in ["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28"] {
        gatherings.push(app.gathering_on(series, date).await.id);
    }
    // Six whose marks come and go, and enough to make one lunch a hall.
    let mut people = vec![host.id()];
    for number in 0..6 {
        people.push(app.member(&format!("Person {number}"), &[Role::Teacher]).await.id());
    }
    let mut crowd = Vec::new();
    for number in 0..29 {
        crowd.push(app.person(&format!("Crowd {number}"), &[Role::Teacher]).await);
    }
    app.at("2026-01-28T12:30");
    for person in &crowd {
        mark(&app, gatherings[1], *person, Some(State::Came)).await;
    }
    keep::catch_up(&app).await.unwrap();
    let mut runner = TestRunner::deterministic();
    let step = (0usize..4, 0usize..7, 0u8..4);
    for round in 0..60 {
        let (at, who, what) = step.new_tree(&mut runner).unwrap().current();
        let state = match what {
            0 => None,
            1 => Some(State::Absent),
            _ => Some(State::Came),
        };
        mark(&app, gatherings[at], people[who], state).await;
        if round % 7 == 0 {
            keep::catch_up(&app).await.unwrap();
        }
    }
    keep::catch_up(&app).await.unwrap();
    let kept = all(&app).await;
    assert!(kept.iter().any(|tie| tie.kind == Kind::Shared) && kept.len() > 20, "{}", kept.len());
    assert_eq!(keep::renew(&app).await.unwrap(), 0, "nothing was astray");
    assert!(keep::rebuild(&app).await.unwrap() > 0);
    assert_eq!(all(&app).await, kept);
    // What nobody told of is found by the daily round.
    let mut db = app.write().await.unwrap();
    store::clear(&mut db).await.unwrap();
    db.commit().await.unwrap();
    keep::begin(&app).await.unwrap();
    crate::jobs::run_due(&app).await.unwrap();
    assert!(keep::renew(&app).await.unwrap() <= 4);
    assert_eq!(all(&app).await, kept);
}

#[each_engine]
async fn a_topic_that_was_shared_ties_and_one_that_is_put_back_does_not(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let bea = app.member("Bea Between", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    let topic = [("title", "Digital portfolios"), ("about", ""), ("tags", ""), ("minutes", "10")];
    mina.post(&format!("/gatherings/{}/topics", gathering.id), &topic).await.is(200);
    let mut db = app.read().await.unwrap();
    let topic = topics::of_gathering(&mut db, gathering.id, mina.id()).await.unwrap().remove(0).topic.id;
    drop(db);
    app.at("2026-01-14T12:40");
    for person in [mina.id(), bea.id()] {
        mark(&app, gathering.id, person, Some(State::Came)).await;
    }
    let kinds = async || {
        keep::catch_up(&app).await.unwrap();
        all(&app).await.into_iter().map(|tie| (tie.kind, tie.times)).collect::<Vec<_>>()
    };
    assert_eq!(kinds().await, [(Kind::Met, 1)]);
    app.at("2026-01-14T13:00");
    host.post(&format!("/gatherings/{}/agenda/settle", gathering.id), &[(&format!("fate-{topic}"), "shared")]).await;
    assert_eq!(kinds().await, [(Kind::Met, 1), (Kind::Shared, 1)]);
    host.post(&format!("/gatherings/{}/agenda/reopen", gathering.id), &[]).await;
    assert_eq!(kinds().await, [(Kind::Met, 1)]);
}

#[each_engine]
async fn who_is_erased_is_in_no_tie_and_a_nameless_one_is(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    app.at("2026-01-14T12:40");
    for person in [host.id(), mina.id()] {
        mark(&app, gathering.id, person, Some(State::Came)).await;
    }
    keep::catch_up(&app).await.unwrap();
    assert_eq!(all(&app).await.len(), 2);
    let mut db = app.write().await.unwrap();
    let person = crate::people::person(&mut db, mina.id()).await.unwrap().unwrap();
    privacy::erase(&mut db, &app, &person).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(all(&app).await, []);
    keep::catch_up(&app).await.unwrap();
    assert!(all(&app).await.iter().all(|tie| tie.one != mina.id() && tie.other != mina.id()));
    assert_eq!(all(&app).await.len(), 2);
    host.get("/ties").await.hides("Mina");
}
