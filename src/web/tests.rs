//! Stories of the frame around every page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use axum::body::Body;
use axum::http::Request;
use each_engine::each_engine;
use tower::ServiceExt;

use crate::testing::TestApp;

#[each_engine]
async fn a_page_that_is_not_there_leads_onward(app: TestApp) {
    let page = app.visitor().try_get("/nowhere").await;
    page.is(404).shows("Nothing is here");
    page.click("To the front page").await.is(200);
    app.visitor().in_french().try_get("/nowhere").await.is(404).shows("Il n’y a rien ici");
}

#[each_engine]
async fn the_language_stays_chosen(app: TestApp) {
    let visitor = app.visitor();
    let page = visitor.get("/language/fr?back=/sign-in").await;
    page.shows("Se connecter");
    assert_eq!(page.attributes("html", "lang"), ["fr"]);
    visitor.get("/language/en?back=/sign-in").await.shows("Mail me a link");
}

#[each_engine]
async fn a_post_from_another_site_is_refused(app: TestApp) {
    let request = Request::post("/sign-out").header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
    assert_eq!(app.router.clone().oneshot(request).await.unwrap().status(), 403);
    let request = Request::post("/sign-out")
        .header("host", "klatsch.example")
        .header("origin", "http://evil.example")
        .body(Body::empty())
        .unwrap();
    assert_eq!(app.router.clone().oneshot(request).await.unwrap().status(), 403);
}

#[each_engine]
async fn every_answer_carries_the_strict_policy(app: TestApp) {
    for path in ["/", "/sign-in", "/nowhere", "/assets/app.css", "/api/v1/series"] {
        let page = app.visitor().try_get(path).await;
        let policy = page.headers["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        assert_eq!(page.headers["x-content-type-options"], "nosniff", "{path}");
    }
}

#[each_engine]
async fn the_api_tells_problems_as_json(app: TestApp) {
    let answer = app.stranger_program().get("/api/v1/people").await;
    assert_eq!(answer.kind, "application/problem+json");
    assert_eq!(answer.is(401).at("/status"), 401);
}

#[each_engine]
async fn the_program_says_that_it_is_well(app: TestApp) {
    app.visitor().get("/healthz").await.shows("ok");
}
