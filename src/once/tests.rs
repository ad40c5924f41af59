//! Stories of what is posted twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use axum::body::Body;
use axum::http::{Request, header};
use each_engine::each_engine;
use serde_json::json;
use tower::ServiceExt;

use crate::gatherings::Gathering;
use crate::jobs;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};

const KEY: &str = "0193f0a0-0000-7000-8000-000000000001";

async fn lunch(app: &TestApp) -> (Visitor, Gathering) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    app.at("2026-01-14T12:05");
    (host, gathering)
}

fn more(gathering: &Gathering) -> (String, Option<String>) {
    (format!("/gatherings/{}/headcount", gathering.id), Some(format!("step=1&guests=0&was=0&once={KEY}")))
}

#[each_engine]
async fn a_guest_counted_twice_by_a_lost_answer_is_one_guest(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let (path, form) = more(&gathering);
    let first = host.once("POST", &path, form.clone()).await;
    let second = host.once("POST", &path, form).await;
    assert_eq!((first.status, first.location()), (303, second.location()));
    assert_eq!(first.headers.get(header::SET_COOKIE), second.headers.get(header::SET_COOKIE), "the same words");
    host.get(&format!("/gatherings/{}/attendance", gathering.id)).await.shows("and 1 guest");
    // The next press has a key of its own, and counts from what is there.
    host.post(&path, &[("step", "1"), ("guests", "0"), ("was", "0")]).await.shows("2 guests counted");
}

#[each_engine]
async fn what_is_kept_of_a_form_tells_nothing_to_who_has_the_database(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let (path, form) = more(&gathering);
    host.once("POST", &path, form.clone()).await.is(303);
    let (id, _) = crate::once::layer::of_form(form.unwrap().as_bytes()).unwrap();
    let kept = crate::once::store::kept(&mut *app.read().await.unwrap(), id).await.unwrap().unwrap();
    let text = format!("{kept:?}");
    assert!(kept.is_answered());
    for told in [&gathering.id.to_string(), "headcount", "attendance", "location", "counted"] {
        assert!(!text.contains(told), "{told}: {text}");
    }
}

#[each_engine]
async fn two_posts_that_come_together_are_done_once(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let (path, form) = more(&gathering);
    let posts = (0..6).map(|_| host.once("POST", &path, form.clone()));
    let pages = futures_util::future::join_all(posts).await;
    assert!(
        pages.iter().all(|page| page.status == 303),
        "{:?}",
        pages.iter().map(|page| page.status).collect::<Vec<_>>()
    );
    assert!(pages.iter().all(|page| page.location() == pages[0].location()));
    host.get(&format!("/gatherings/{}/attendance", gathering.id)).await.shows("and 1 guest");
}

#[each_engine]
async fn a_topic_is_proposed_once_by_its_form(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    app.at("2026-01-13T12:00");
    let form = host.get(&format!("/gatherings/{}/topics/new", gathering.id)).await;
    let other = host.get(&format!("/gatherings/{}/topics/new", gathering.id)).await;
    assert_ne!(form.value("once"), other.value("once"), "each form has its own key");
    let typed = [("title", "Digital portfolios"), ("minutes", "10")];
    // A mistake does not use the key up.
    form.fill("Put it on the table", &[("title", ""), ("minutes", "10")]).await.is(422);
    form.fill("Put it on the table", &typed).await.shows("Your topic is on the table");
    form.fill("Put it on the table", &typed).await.shows("Your topic is on the table");
    assert_eq!(
        host.get(&format!("/gatherings/{}", gathering.id)).await.text().matches("Digital portfolios").count(),
        1
    );
    // Back, other words, sent again: that is another topic.
    let page = form.fill("Put it on the table", &[("title", "Something else"), ("minutes", "10")]).await;
    page.is(200).shows("Your topic is on the table");
    host.get(&format!("/gatherings/{}", gathering.id)).await.shows("Digital portfolios").shows("Something else");
}

#[each_engine]
async fn a_program_that_asks_again_gets_the_same_answer(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    app.at("2026-01-13T12:00");
    let program = app.program(host.id()).await;
    let path = format!("/api/v1/gatherings/{}/topics", gathering.id);
    let topic = json!({"title": "Digital portfolios", "minutes": 10});
    let key = [("idempotency-key", KEY)];
    let first = program.send_with("POST", &path, &key, Some(topic.clone())).await;
    let second = program.send_with("POST", &path, &key, Some(topic)).await;
    assert_eq!((first.is(201).at("/id"), first.at("/title")), (second.is(201).at("/id"), second.at("/title")));
    let other = json!({"title": "Something else", "minutes": 10});
    program.send_with("POST", &path, &key, Some(other.clone())).await.is(422);
    program.send_with("POST", &path, &[("idempotency-key", "seven")], Some(other)).await.is(400);
    assert_eq!(program.get(&path).await.is(200).body.as_array().map(Vec::len), Some(1));
}

#[each_engine]
async fn a_key_is_its_owners_and_is_forgotten_in_time(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let (path, form) = more(&gathering);
    host.once("POST", &path, form.clone()).await.is(303);
    let steward = app.steward().await;
    steward.once("POST", &path, form.clone()).await.is(422);
    let nobody = app.visitor().once("POST", &path, form.clone()).await;
    assert!(nobody.location().unwrap().starts_with("/sign-in"));
    app.at("2026-02-10T12:05");
    let mut db = app.write().await.unwrap();
    jobs::enqueue(&mut db, &app, "forget-keys", &json!(null), app.now(), None).await.unwrap();
    db.commit().await.unwrap();
    jobs::run_due(&app).await.unwrap();
    host.once("POST", &path, form).await.is(303);
    host.get(&format!("/gatherings/{}/attendance", gathering.id)).await.shows("and 2 guests");
}

#[each_engine]
async fn what_one_person_entered_is_not_sent_by_another(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let steward = app.steward().await;
    let session = crate::identity::start_session(&app, host.id(), "story").await.unwrap();
    let send = async |by: crate::ids::PersonId| {
        let request = Request::post(format!("/gatherings/{}/headcount", gathering.id))
            .header(header::COOKIE, session.to_str().unwrap().split(';').next().unwrap())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("entered-by", by.to_string())
            .header("sec-fetch-site", "same-origin")
            .body(Body::from("guests=4"));
        let response = app.router.clone().oneshot(request.unwrap()).await.unwrap();
        response.headers()[header::LOCATION].to_str().unwrap().to_owned()
    };
    assert!(send(steward.id()).await.starts_with("/sign-in"));
    assert_eq!(send(host.id()).await, format!("/gatherings/{}/attendance", gathering.id));
}

/// How many links and files a page has; that one was added can be undone by the same address.
fn kept(page: &crate::testing::Page) -> usize {
    page.attributes("form[action$='/remove']", "action").into_iter().collect::<std::collections::BTreeSet<_>>().len()
}

#[each_engine]
async fn a_file_that_comes_twice_is_added_once_and_another_is_another(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    let desk = host.get(&format!("/gatherings/{}/resources", gathering.id)).await;
    let action = desk.attributes("form[enctype]", "action")[0].clone();
    assert!(action.contains("/files?once="), "{action}");
    let send = async |content: &str| {
        let body = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n\r\n{content}\r\n--edge--\r\n"
        );
        let request = Request::post(&action)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::CONTENT_LENGTH, body.len())
            .header("sec-fetch-site", "same-origin");
        host.send(request.body(Body::from(body)).unwrap()).await
    };
    for _ in 0..2 {
        send("one").await.is(303);
    }
    let path = format!("/gatherings/{}/resources", gathering.id);
    assert_eq!(kept(&host.get(&path).await), 1, "sent twice is one");
    send("one, and more of it").await.is(303);
    assert_eq!(kept(&host.get(&path).await), 2, "back, another file: that is another");
}

#[each_engine]
async fn a_wish_and_a_link_that_come_twice_are_one(app: TestApp) {
    let (host, gathering) = lunch(&app).await;
    app.at("2026-01-13T12:00");
    let page = host.get(&format!("/gatherings/{}", gathering.id)).await;
    for _ in 0..2 {
        page.fill("Put it on the list", &[("treat", "Cinnamon buns"), ("wanted", "2")]).await.is(200);
    }
    let page = host.get(&format!("/gatherings/{}", gathering.id)).await;
    assert_eq!(page.count("#treats .row"), 1, "{}", page.text_of("#treats"));
    let path = format!("/gatherings/{}/resources", gathering.id);
    let desk = host.get(&path).await;
    for _ in 0..2 {
        desk.fill("Add the link", &[("address", "https://a.example/guide"), ("title", "The guide")]).await.is(200);
    }
    assert_eq!(kept(&host.get(&path).await), 1);
}
