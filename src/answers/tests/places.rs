//! Stories of places: the queue is fair, and a place is never lost or given twice.

use each_engine::each_engine;
use tokio::task::JoinSet;

use super::{changed, next, say, say_series, season, set_capacity, set_state, stands};
use crate::answers::say::{take_back, take_back_series};
use crate::answers::{self, Answer, Wish, store};
use crate::clock::Instant;
use crate::gatherings::NewSeries;
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::people::{self, Person};
use crate::testing::TestApp;

/// So many people, in one transaction.
async fn crowd(app: &TestApp, count: usize) -> Vec<PersonId> {
    let mut db = app.write().await.unwrap();
    let mut ids = Vec::new();
    for number in 0..count {
        let person = Person {
            id: app.new_id().unwrap(),
            name: format!("Person {number}"),
            email: format!("person{number}@sample.example"),
            school_id: None,
            language: None,
            ask_me_about: String::new(),
            created_at: app.now(),
            updated_at: app.now(),
            left_at: None,
        };
        people::insert(&mut db, &person).await.unwrap();
        ids.push(person.id);
    }
    db.commit().await.unwrap();
    ids
}

#[each_engine]
async fn who_has_waited_longest_gets_the_place_and_a_letter(app: TestApp) {
    let (host, series) = season(&app, Some(1)).await;
    let [anna, bela] = [app.person("Anna", &[]).await, app.person("Bela", &[]).await];
    let cora = app.member("Cora", &[]).await;
    let id = next(&app, series).await.id;
    assert_eq!(say(&app, id, anna, Wish::Yes).await.answer, Answer::Yes);
    assert_eq!(say(&app, id, bela, Wish::Yes).await.position, Some(1));
    let page = cora.post(&format!("/gatherings/{id}/answer"), &[("answer", "yes")]).await;
    page.shows("All places on Wednesday 14 January are taken. You are number 2 on the waiting list.");
    host.get(&format!("/gatherings/{id}/answers"))
        .await
        .shows("Coming: 1 of 1 places")
        .shows("1. Bela")
        .shows("2. Cora");
    // Saying yes again keeps the place in the queue.
    say(&app, id, bela, Wish::Yes).await;
    assert_eq!(stands(&app, id, bela).await, Some((Answer::Waiting, Some(1))));
    assert!(app.letters().await.is_empty());
    say(&app, id, anna, Wish::Maybe).await;
    assert_eq!(stands(&app, id, bela).await, Some((Answer::Yes, None)));
    assert_eq!(stands(&app, id, cora.id()).await, Some((Answer::Waiting, Some(1))));
    let letters = app.letters().await;
    assert_eq!((letters.len(), letters[0].email.as_str()), (1, "bela@sample.example"));
    assert_eq!(letters[0].subject, "You have a place: Coffee, Curriculum & Conversation, Wednesday 14 January");
    assert!(letters[0].text.contains(&format!("http://klatsch.example/gatherings/{id}")), "{}", letters[0].text);
    // Who gave their place up joins the end.
    assert_eq!(say(&app, id, anna, Wish::Yes).await.position, Some(2));
}

#[each_engine]
async fn one_no_to_the_series_frees_a_place_on_every_date_and_writes_one_letter(app: TestApp) {
    let (_, series) = season(&app, Some(1)).await;
    let [anna, bela] = [app.person("Anna", &[]).await, app.person("Bela", &[]).await];
    say_series(&app, series, anna, Wish::Yes).await;
    say_series(&app, series, bela, Wish::Yes).await;
    let mine = store::mine_in_series(&mut app.read().await.unwrap(), series, bela).await.unwrap();
    assert!(mine.values().all(|mine| mine.answer == Answer::Waiting && mine.position == Some(1)));
    say_series(&app, series, anna, Wish::No).await;
    let mine = store::mine_in_series(&mut app.read().await.unwrap(), series, bela).await.unwrap();
    assert!(mine.len() == 9 && mine.values().all(|mine| mine.answer == Answer::Yes));
    let letters = app.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "You have a place on 9 dates: Coffee, Curriculum & Conversation");
    assert_eq!(letters[0].text.matches("http://klatsch.example/gatherings/").count(), 9);
    // Taking the answer to the series back frees the places as well.
    say_series(&app, series, anna, Wish::Yes).await;
    let mut db = app.write().await.unwrap();
    take_back_series(&mut db, &app, series, bela).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(stands(&app, next(&app, series).await.id, anna).await, Some((Answer::Yes, None)));
    assert_eq!(app.letters().await.len(), 2);
}

#[each_engine]
async fn more_places_go_to_those_who_wait(app: TestApp) {
    let (_, series) = season(&app, Some(1)).await;
    let people = crowd(&app, 5).await;
    let id = next(&app, series).await.id;
    for person in &people {
        say(&app, id, *person, Wish::Yes).await;
    }
    set_capacity(&app, id, Some(3)).await;
    // Nobody passes those who wait, even before the job has run.
    let late = app.person("Lara Late", &[]).await;
    assert_eq!(say(&app, id, late, Wish::Yes).await.position, Some(3));
    assert_eq!(app.letters().await.len(), 2);
    set_capacity(&app, id, None).await;
    changed(&app, id, "edited", serde_json::Value::Null).await;
    assert_eq!(app.letters().await.len(), 5, "all who waited were told once");
    assert_eq!(answers::counts(&mut app.read().await.unwrap(), id).await.unwrap().yes, 6);
    // Fewer places than people: nobody is sent away, nobody comes in.
    set_capacity(&app, id, Some(2)).await;
    changed(&app, id, "edited", serde_json::Value::Null).await;
    app.letters().await;
    say(&app, id, people[0], Wish::No).await;
    assert_eq!(say(&app, id, people[0], Wish::Yes).await.position, Some(1));
}

#[each_engine]
async fn a_new_date_follows_the_answers_to_the_series_in_their_order(app: TestApp) {
    let (_, series) = season(&app, Some(2)).await;
    let people = crowd(&app, 4).await;
    for (person, wish) in people.iter().zip([Wish::Yes, Wish::Yes, Wish::Yes, Wish::Maybe]) {
        say_series(&app, series, *person, wish).await;
    }
    // A date that answers never reached, as one that is added later.
    let (added, other) = (next(&app, series).await.id, app.gathering_on(series, "2026-01-21").await.id);
    forget(&app, added).await;
    forget(&app, other).await;
    changed(&app, added, "added", serde_json::Value::Null).await;
    assert!(app.letters().await.is_empty(), "nobody waited for anything");
    // Without the job, the first who answers brings the others along.
    let late = app.person("Lara Late", &[]).await;
    assert_eq!(say(&app, other, late, Wish::Yes).await.position, Some(2));
    for id in [added, other] {
        assert_eq!(stands(&app, id, people[0]).await, Some((Answer::Yes, None)));
        assert_eq!(stands(&app, id, people[1]).await, Some((Answer::Yes, None)));
        assert_eq!(stands(&app, id, people[2]).await, Some((Answer::Waiting, Some(1))));
        assert_eq!(stands(&app, id, people[3]).await, Some((Answer::Maybe, None)));
    }
    // What was said of the series while a date was called off holds when it takes place after all.
    set_state(&app, added, "cancelled", None).await;
    say_series(&app, series, people[0], Wish::No).await;
    app.letters().await;
    assert_eq!(stands(&app, added, people[0]).await, Some((Answer::Yes, None)));
    set_state(&app, added, "planned", None).await;
    changed(&app, added, "restored", serde_json::Value::Null).await;
    app.letters().await;
    assert_eq!(stands(&app, added, people[0]).await, Some((Answer::No, None)));
    assert_eq!(stands(&app, added, people[2]).await, Some((Answer::Yes, None)));
}

async fn forget(app: &TestApp, gathering: GatheringId) {
    let mut db = app.write().await.unwrap();
    crate::run!(db, "delete from answers where gathering_id = $1", gathering).await.unwrap();
    db.commit().await.unwrap();
}

#[each_engine]
async fn three_hundred_answers_at_once_never_pass_the_capacity(app: TestApp) {
    let (_, series) = season(&app, Some(40)).await;
    let id = next(&app, series).await.id;
    let people = crowd(&app, 300).await;
    let mut tasks = JoinSet::new();
    for person in people {
        let app = app.clone();
        tasks.spawn(async move {
            let visitor = app.sign_in(person).await;
            let path = format!("/gatherings/{id}/answer");
            visitor.once("POST", &path, Some("answer=yes".to_owned())).await.status
        });
    }
    assert!(tasks.join_all().await.iter().all(|status| *status == 303));
    let counts = answers::counts(&mut app.read().await.unwrap(), id).await.unwrap();
    assert_eq!((counts.yes, counts.waiting), (40, 260));
    let said = answers::said(&mut app.read().await.unwrap(), id).await.unwrap();
    let mut positions = Vec::new();
    for said in said.iter().filter(|said| said.answer == Answer::Waiting).take(20) {
        positions.push(stands(&app, id, said.person_id).await.unwrap().1.unwrap());
    }
    assert_eq!(positions, (1..=20).collect::<Vec<_>>(), "everyone has a place of their own in the queue");
}

#[each_engine]
async fn places_given_up_at_once_are_neither_lost_nor_given_twice(app: TestApp) {
    let (_, series) = season(&app, Some(20)).await;
    let people = crowd(&app, 60).await;
    let id = next(&app, series).await.id;
    for person in &people {
        say(&app, id, *person, Wish::Yes).await;
    }
    // Every second person changes their mind at the same moment, by the date or by the series.
    let mut tasks = JoinSet::new();
    for (number, person) in people.iter().copied().enumerate().step_by(2) {
        let app = app.clone();
        tasks.spawn(async move {
            let mut db = app.write().await.unwrap();
            if number % 4 == 0 {
                answers::say(&mut db, &app, id, person, Wish::No, None).await.unwrap();
            } else {
                take_back(&mut db, &app, id, person).await.unwrap();
            }
            db.commit().await.unwrap();
        });
    }
    tasks.join_all().await;
    let counts = answers::counts(&mut app.read().await.unwrap(), id).await.unwrap();
    assert_eq!((counts.yes, counts.waiting, counts.no), (20, 10, 15));
    let staying: Vec<_> = people.iter().skip(1).step_by(2).collect();
    for (number, person) in staying.into_iter().enumerate() {
        let number = i64::try_from(number).unwrap();
        let expected = if number < 20 { (Answer::Yes, None) } else { (Answer::Waiting, Some(number - 19)) };
        assert_eq!(stands(&app, id, *person).await, Some(expected));
    }
    // Some who gave up their place may have been promoted first, if they waited: told, and gone again.
    assert!(app.letters().await.len() >= 10);
}

#[each_engine]
async fn a_series_answered_by_many_at_once_stays_within_its_places(app: TestApp) {
    let host = app.person("Hana Host", &[]).await;
    let mut new = NewSeries { capacity: Some(5), ..app.new_series(host) };
    new.rule.to = jiff::civil::date(2026, 1, 28);
    let series = app.found(new).await;
    let people = crowd(&app, 40).await;
    for round in 0..2 {
        let mut tasks = JoinSet::new();
        for (number, person) in people.iter().copied().enumerate() {
            let app = app.clone();
            let wish = if round == 1 && number % 3 == 0 { Wish::No } else { Wish::Yes };
            tasks.spawn(async move {
                let mut db = app.write().await.unwrap();
                answers::say_series(&mut db, &app, series, person, wish).await.unwrap();
                db.commit().await.unwrap();
            });
        }
        tasks.join_all().await;
        let counts = answers::counts_in_series(&mut app.read().await.unwrap(), series).await.unwrap();
        assert_eq!(counts.len(), 3);
        let waiting = if round == 0 { 35 } else { 21 };
        assert!(counts.values().all(|counts| (counts.yes, counts.waiting) == (5, waiting)), "{counts:?}");
    }
    app.letters().await;
}

/// What the queue should be, told as simply as can be: people in the order in which they joined.
#[derive(Default)]
struct Model {
    coming: Vec<PersonId>,
    queue: Vec<PersonId>,
    capacity: usize,
}

impl Model {
    fn say(&mut self, person: PersonId, wish: Wish) {
        if wish != Wish::Yes {
            self.coming.retain(|other| *other != person);
            self.queue.retain(|other| *other != person);
        } else if !self.coming.contains(&person) && !self.queue.contains(&person) {
            self.queue.push(person);
        }
        while self.coming.len() < self.capacity && !self.queue.is_empty() {
            self.coming.push(self.queue.remove(0));
        }
    }
}

#[each_engine]
async fn the_queue_is_the_one_a_child_would_draw(app: TestApp) {
    let (_, series) = season(&app, Some(3)).await;
    let id = next(&app, series).await.id;
    let people = crowd(&app, 9).await;
    let mut model = Model { capacity: 3, ..Model::default() };
    // A fixed sequence that looks like chance (Knuth's MMIX generator).
    let mut seed: u64 = 20_260_114;
    let mut draw = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for step in 0..160 {
        let person = people[usize::try_from(draw(9)).unwrap()];
        let wish = [Wish::Yes, Wish::Yes, Wish::Yes, Wish::No, Wish::Maybe][usize::try_from(draw(5)).unwrap()];
        match draw(8) {
            0 => {
                model.capacity = usize::try_from(1 + draw(6)).unwrap();
                set_capacity(&app, id, Some(i64::try_from(model.capacity).unwrap())).await;
                changed(&app, id, "edited", serde_json::Value::Null).await;
                app.letters().await;
                model.say(PersonId(uuid::Uuid::nil()), Wish::No);
            }
            1 => {
                let mut db = app.write().await.unwrap();
                take_back(&mut db, &app, id, person).await.unwrap();
                db.commit().await.unwrap();
                model.say(person, Wish::No);
            }
            _ => {
                say(&app, id, person, wish).await;
                model.say(person, wish);
            }
        }
        app.clock.set(Instant(app.now().0 + 1));
        let said = answers::said(&mut app.read().await.unwrap(), id).await.unwrap();
        let queue: Vec<_> =
            said.iter().filter(|said| said.answer == Answer::Waiting).map(|said| said.person_id).collect();
        let mut coming: Vec<_> =
            said.iter().filter(|said| said.answer == Answer::Yes).map(|said| said.person_id).collect();
        coming.sort();
        model.coming.sort();
        assert_eq!((queue, coming), (model.queue.clone(), model.coming.clone()), "after step {step}");
    }
    app.letters().await;
}

#[each_engine]
async fn what_insights_read_is_all_that_was_said(app: TestApp) {
    let (_, series) = season(&app, None).await;
    let people = crowd(&app, 3).await;
    for person in &people {
        say_series(&app, series, *person, Wish::Yes).await;
    }
    let id: GatheringId = next(&app, series).await.id;
    say(&app, id, people[0], Wish::No).await;
    let said = said_in(&app, series).await;
    assert_eq!(said.len(), 27);
    assert!(said.contains(&(id, people[0], Answer::No)));
}

async fn said_in(app: &TestApp, series: SeriesId) -> Vec<(GatheringId, PersonId, Answer)> {
    answers::said_in_series(&mut app.read().await.unwrap(), series).await.unwrap()
}
