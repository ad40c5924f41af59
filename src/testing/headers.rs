//! What every answer carries, whatever was asked, and what nobody may keep.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{HeaderMap, Request};
use tower::ServiceExt;

use super::{Engine, World, access, tell};
use crate::app::App;

/// What is missing in the headers of an answer.
fn missing(headers: &HeaderMap) -> Vec<&'static str> {
    let says = |name: &str, words: &str| headers.get(name).is_some_and(|value| value.to_str().unwrap().contains(words));
    let wanted = [
        ("content-security-policy", "default-src 'none'"),
        ("content-security-policy", "frame-ancestors 'none'"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "geolocation=()"),
    ];
    let mut missing: Vec<_> =
        wanted.into_iter().filter(|(name, words)| !says(name, words)).map(|(name, _)| name).collect();
    if !says("referrer-policy", "same-origin") && !says("referrer-policy", "strict-origin") {
        missing.push("referrer-policy");
    }
    if says("content-security-policy", "unsafe") {
        missing.push("a policy without “unsafe”");
    }
    missing
}

#[test]
fn every_answer_of_every_route_is_guarded() {
    tell(Engine::Sqlite, |app| async move {
        let world = World::make(&app).await;
        let mut wrong = BTreeSet::new();
        for row in access::rows() {
            let path = access::path(&row, &world);
            for (visitor, signed_in) in [(&world.anonymous, false), (&world.administrator, true)] {
                if row.path == "/sign-out" {
                    continue;
                }
                let page = visitor.once(&row.method, &path, (row.method != "GET").then(String::new)).await;
                let told = format!("{} {} {}", row.method, row.path, page.status);
                wrong.extend(missing(&page.headers).into_iter().map(|name| format!("{told}: {name}")));
                let kept = page.headers.get("cache-control").map_or("", |value| value.to_str().unwrap());
                // What is said of nobody may be kept: assets and the like say so themselves.
                let open = kept.starts_with("public") || page.headers.contains_key("etag");
                if kept.is_empty() || (signed_in && kept != "no-store" && !open) {
                    wrong.insert(format!("{told}: may be kept ({kept})"));
                }
                if open && !row.path.starts_with("/assets/") && page.html.contains("Stella Steward") {
                    wrong.insert(format!("{told}: somebody's page is kept for everybody"));
                }
                if row.path.contains("{secret}") && page.headers["referrer-policy"] != "strict-origin" {
                    wrong.insert(format!("{told}: its address is told to the next page"));
                }
            }
        }
        crate::jobs::run_due(&app).await.unwrap();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

/// Requests that no handler sees.
#[test]
fn what_is_refused_at_the_door_is_refused_politely() {
    tell(Engine::Sqlite, |app| async move {
        let mina = app.member("Mina Member", &[]).await.in_french();
        let form = "application/x-www-form-urlencoded";
        let post =
            |path: &str| Request::post(path).header("sec-fetch-site", "same-origin").header("content-type", form);
        let odd_kind =
            Request::post("/series").header("sec-fetch-site", "same-origin").header("content-type", "text/x-odd");
        let odd_kind = odd_kind.body(Body::from("x")).unwrap();
        let odd = [
            (413, post("/series").body(Body::from("x".repeat(300_000))).unwrap(), "plus gros"),
            (414, Request::get(format!("/people?q={}", "x".repeat(9_000))).body(Body::empty()).unwrap(), "plus longue"),
            (431, Request::get("/").header("x", "x".repeat(40_000)).body(Body::empty()).unwrap(), "témoins"),
            (
                405,
                Request::delete("/people").header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap(),
                "de cette façon",
            ),
            (400, odd_kind, "illisible"),
        ];
        for (status, request, words) in odd {
            let page = mina.send(request).await;
            page.is(status).shows(words);
            assert_eq!(missing(&page.headers), [""; 0], "{status}");
        }
        let program = app.program(mina.id()).await;
        let long = format!("/api/v1/people?q={}", "x".repeat(9_000));
        for (status, answer) in [
            (413, program.send_text("POST", "/api/v1/series", Some("x".repeat(300_000))).await),
            (414, program.get(&long).await),
            (405, program.send("DELETE", "/api/v1/people", None).await),
        ] {
            assert_eq!(answer.is(status).at("/status"), status, "{answer:?}");
            assert_eq!(answer.kind, "application/problem+json");
        }
    });
}

#[test]
fn over_https_a_browser_never_comes_back_without() {
    tell(Engine::Sqlite, |app| async move {
        let mut config = app.config.clone();
        config.url = Some("https://klatsch.example".to_owned());
        let secure = App::new(config, app.database.clone(), app.files.clone(), app.clock.clone(), false);
        let nora = app.person("Nora Newcomer", &[]).await;
        let cookie = crate::identity::start_session(&secure, nora, "story").await.unwrap();
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-klatsch=") && cookie.contains("; Secure") && cookie.contains("; HttpOnly"));
        assert!(cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/;") && !cookie.contains("Domain"));
        for path in ["/", "/nowhere", "/assets/app.css", "/language/fr", "/healthz", "/api/v1/series"] {
            let answer = secure.router().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.headers()["strict-transport-security"], "max-age=31536000", "{path}");
            for cookie in answer.headers().get_all("set-cookie") {
                assert!(cookie.to_str().unwrap().contains("; Secure"), "{path}: {cookie:?}");
            }
        }
        let plain = app.router.clone().oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
        assert!(!plain.headers().contains_key("strict-transport-security"), "without HTTPS it would lock people out");
    });
}
