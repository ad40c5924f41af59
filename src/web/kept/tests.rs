//! Stories of pages that are kept: never somebody else's, never yesterday's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use each_engine::each_engine;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::gatherings::{Audience, NewSeries};
use crate::ids::SeriesId;
use crate::people::Role;
use crate::testing::TestApp;

async fn public_series(app: &TestApp) -> (SeriesId, crate::testing::Visitor) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let series = app.found(NewSeries { audience: Audience::Public, ..app.new_series(host.id()) }).await;
    (series, host)
}

async fn ask(app: &TestApp, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let request = headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
    app.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

#[each_engine]
async fn what_is_kept_is_what_was_shown_until_something_is_written(app: TestApp) {
    let (series, host) = public_series(&app).await;
    let path = format!("/series/{series}");
    let first = text(ask(&app, &path, &[]).await).await;
    let again = ask(&app, &path, &[]).await;
    assert_eq!(again.headers()["cache-control"], "public, no-cache");
    assert!(again.headers().contains_key("content-security-policy"));
    assert_eq!(text(again).await, first);
    let form = host.get(&format!("{path}/edit")).await;
    form.fill("Save", &[("about", "Bring your own mug")]).await.is(200);
    assert!(text(ask(&app, &path, &[]).await).await.contains("Bring your own mug"));
}

#[each_engine]
async fn each_language_has_its_own(app: TestApp) {
    let (series, _) = public_series(&app).await;
    let path = format!("/series/{series}");
    for _ in 0..2 {
        assert!(text(ask(&app, &path, &[("accept-language", "fr-CA")]).await).await.contains("lang=\"fr\""));
        assert!(text(ask(&app, &path, &[("accept-language", "en")]).await).await.contains("lang=\"en\""));
        assert!(text(ask(&app, &path, &[("cookie", "klatsch-language=fr")]).await).await.contains("lang=\"fr\""));
    }
}

#[each_engine]
async fn who_has_it_already_is_told_so_in_a_line(app: TestApp) {
    let (series, _) = public_series(&app).await;
    for path in [format!("/series/{series}"), format!("/series/{series}/calendar.ics")] {
        let first = ask(&app, &path, &[]).await;
        let tag = first.headers()["etag"].to_str().unwrap().to_owned();
        let again = ask(&app, &path, &[("if-none-match", &tag)]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert!(text(again).await.is_empty());
        assert_eq!(ask(&app, &path, &[("if-none-match", "W/\"other\"")]).await.status(), StatusCode::OK);
        // Compressed it is another representation.
        let packed = ask(&app, &path, &[("accept-encoding", "gzip")]).await;
        assert_eq!(packed.headers()["content-encoding"], "gzip");
        assert_ne!(packed.headers()["etag"].to_str().unwrap(), tag);
    }
}

#[each_engine]
async fn a_person_never_sees_the_page_of_nobody_nor_nobody_theirs(app: TestApp) {
    let (series, host) = public_series(&app).await;
    let path = format!("/series/{series}");
    let nobody = app.visitor();
    nobody.get(&path).await.shows("Sign in");
    host.get(&path).await.shows("Hana Host").hides("Sign in to answer");
    nobody.get(&path).await.hides("Edit the series");
    assert!(!ask(&app, "/account", &[]).await.headers().contains_key("etag"));
}

#[each_engine]
async fn what_is_no_longer_public_is_gone_at_once(app: TestApp) {
    let (series, host) = public_series(&app).await;
    let path = format!("/series/{series}");
    assert_eq!(ask(&app, &path, &[]).await.status(), StatusCode::OK);
    assert_eq!(ask(&app, &path, &[]).await.status(), StatusCode::OK);
    let form = host.get(&format!("{path}/edit")).await;
    form.fill("Save", &[("audience", "invited")]).await.is(200);
    assert_eq!(ask(&app, &path, &[]).await.status(), StatusCode::SEE_OTHER);
}

#[each_engine]
async fn a_gathering_that_has_ended_is_past_within_half_a_minute(app: TestApp) {
    let (series, _) = public_series(&app).await;
    let path = format!("/series/{series}");
    let before = text(ask(&app, &path, &[]).await).await;
    app.at("2026-06-30T12:00");
    assert_ne!(text(ask(&app, &path, &[]).await).await, before);
}
