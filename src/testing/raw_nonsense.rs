//! What no browser sends: bodies, heads and addresses that are wrong below the level of fields. On both
//! engines, as every kind of visitor, on every route: never a 500, and what is no page is a problem.

use axum::body::Body;
use axum::http::{HeaderValue, Request};
use each_engine::each_engine;

use super::{TestApp, World, access};

/// Bodies with what they call themselves.
fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let form = "application/x-www-form-urlencoded";
    let json = "application/json";
    let long = "x".repeat(200_000);
    vec![
        (form, b"title=%FF%FE&name=%C3%28&email=%00%00&date=%&minutes=%zz&answer=%E2%80%AE".to_vec()),
        (form, b"title=\xff\xfe\x00&person=\x80&mark=\xed\xa0\x80".to_vec()),
        (form, format!("title={long}&name={long}").into_bytes()),
        (form, "title=a&".repeat(20_000).into_bytes()),
        (form, "version=99999999999999999999&minutes=-9223372036854775808&guests=1e3&step=0x1&page=NaN".into()),
        (form, "first_date=9999-12-31&last_date=-9999-01-01&starts=24:00&ends=23:59:60&zone=Nowhere/Nowhere".into()),
        (form, "first_date=2026-01-01&last_date=9999-12-31&weekdays=mon&weekdays=xyz&every_weeks=0&title=a&starts=12:05&ends=12:45".into()),
        (json, format!("{}1{}", "[".repeat(50_000), "]".repeat(50_000)).into_bytes()),
        (json, format!("{}1{}", "{\"a\":".repeat(20_000), "}".repeat(20_000)).into_bytes()),
        (json, b"{\"title\":\"a\",\"title\":[\"b\"],\"title\":{}}".to_vec()),
        (json, b"\xef\xbb\xbf{\"title\":\"\xff\"}".to_vec()),
        (json, format!("{{\"title\":\"{long}\",\"hosts\":[{}1]}}", "\"a\",".repeat(5_000)).into_bytes()),
        (json, b"{\"minutes\":1e400,\"version\":-0.0,\"date\":[[]],\"person\":{\"id\":1}}".to_vec()),
        ("text/plain", b"title=a".to_vec()),
        ("multipart/form-data", b"--x\r\n\r\n".to_vec()),
        ("multipart/form-data; boundary=x", b"--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"../../a\"\r\n\r\na".to_vec()),
        ("application/json; charset=utf-16", b"\xff\xfe{\x00}\x00".to_vec()),
        ("application/x-www-form-urlencoded; charset=\"", b"a".to_vec()),
        ("*/*;;;", b"\0".to_vec()),
        ("", b"title=a".to_vec()),
    ]
}

/// Headers that are wrong in themselves.
fn heads() -> Vec<(&'static str, HeaderValue)> {
    let bytes = |bytes: &[u8]| HeaderValue::from_bytes(bytes).unwrap();
    vec![
        ("cookie", bytes(b"klatsch=\xff\xfe; klatsch-flash=e30; klatsch-language=\xe9")),
        ("cookie", bytes(b"klatsch-flash=eyJraW5kIjoiZG9uZSJ9; =; ;;; klatsch")),
        ("accept-language", bytes(b"\xff, en;q=nan, *;q=-1, fr;q=99999999999999999999")),
        ("accept-encoding", bytes(b"gzip;q=\xff, br, *;q=0")),
        ("authorization", bytes(b"Bearer \xff\xfe")),
        ("authorization", bytes(b"Bearer")),
        ("authorization", bytes(b"Basic Og==")),
        ("idempotency-key", bytes(b"\xff")),
        ("idempotency-key", bytes(b"not-a-uuid")),
        ("entered-ago", bytes(b"-99999999999999999999")),
        ("entered-ago", bytes(b"9223372036854775807")),
        ("entered-by", bytes(b"\xff")),
        ("if-none-match", bytes(b"W/\"\xff, *")),
        ("if-modified-since", bytes(b"Thu, 99 Foo 99999 99:99:99 GMT")),
        ("range", bytes(b"bytes=9-1,-0,99999999999999999999-")),
        ("x-forwarded-for", bytes(b"\xff,,,")),
        ("user-agent", bytes(b"\xf0\x9f\x8e\x88 \xff")),
        ("referer", bytes(b"http://[::1")),
        ("content-length", bytes(b"7")),
        ("last-event-id", bytes(b"\xff-1")),
    ]
}

/// Endings of an address.
const QUERIES: [&str; 8] = [
    "?%",
    "?%FF=%FE",
    "?=&&==&%00",
    "?page=9223372036854775807",
    "?page=-1&page=2",
    "?q=%E2%80%AE%00%25_%5C%27%22",
    "?m=99999-99&show=%F0%9F%8E%88&from=9999-12-31&to=0000-01-01",
    "?next=//evil.example&back=javascript:1",
];

#[each_engine]
async fn what_no_browser_sends_gives_no_500(app: TestApp) {
    let world = World::make(&app).await;
    let visitors = [&world.anonymous, &world.stranger, &world.member, &world.host, &world.administrator];
    let (bodies, heads) = (bodies(), heads());
    let mut wrong = Vec::new();
    for (number, row) in access::rows().iter().enumerate().filter(|(_, row)| row.path != "/sign-out") {
        let path = access::path(row, &world);
        let safe = row.method == "GET";
        for turn in 0..20 {
            // Not every visitor with every oddity: another pairing on each route.
            let visitor = visitors[(number + turn) % visitors.len()];
            let mut address = path.clone();
            if turn < QUERIES.len() {
                address += QUERIES[turn];
            }
            let mut request =
                Request::builder().method(row.method.as_str()).uri(&address).header("sec-fetch-site", "same-origin");
            let (kind, body) = &bodies[turn];
            if !safe {
                request = request.header("content-type", *kind);
            } else {
                request = request.header(heads[turn].0, &heads[turn].1);
            }
            let request = request.body(if safe { Body::empty() } else { Body::from(body.clone()) });
            let page = visitor.send(request.unwrap()).await;
            if page.status >= 500 {
                wrong.push(format!("{} {address} with body or head {turn}: {}", row.method, page.status));
            }
            if row.path.starts_with("/api/") && page.status >= 400 {
                let kind = page.headers.get("content-type").map_or("", |kind| kind.to_str().unwrap());
                if kind != "application/problem+json" {
                    wrong.push(format!("{} {address}: {} as {kind:?}", row.method, page.status));
                }
            }
        }
    }
    for bad in [
        "//",
        "/%",
        "/%00",
        "/series/%FF",
        "/../../etc/passwd",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/%2e%2e/x",
        "/language/../fr",
    ] {
        let page = world.administrator.send(Request::get(bad).body(Body::empty()).unwrap()).await;
        if page.status >= 500 || page.html.contains("[package]") {
            wrong.push(format!("{bad}: {}", page.status));
        }
    }
    crate::jobs::run_due(&app).await.unwrap();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
