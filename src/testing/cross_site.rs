//! Nothing on another site can make a browser change anything here, on whatever route.

use axum::body::Body;
use axum::http::{Request, header};

use sqlx::{Connection, SqliteConnection};

use super::{Engine, World, access, tell};

/// A number that changes with every commit of anybody else (SQLite, `pragma data_version`).
async fn version(watching: &mut SqliteConnection) -> i64 {
    sqlx::query_scalar("pragma data_version").fetch_one(watching).await.unwrap()
}

#[test]
fn no_route_takes_a_post_from_another_site() {
    tell(Engine::Sqlite, |app| async move {
        let world = World::make(&app).await;
        let program = app.program(world.administrator.id()).await;
        let file = format!("sqlite:{}", app.folder().join("klatsch.sqlite").display());
        let mut watching = SqliteConnection::connect(&file).await.unwrap();
        let before = version(&mut watching).await;
        let mut wrong = Vec::new();
        let foreign: [&[(&str, &str)]; 6] = [
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site"), ("origin", "http://other.example")],
            &[("origin", "http://evil.example")],
            &[("origin", "null")],
            &[("referer", "http://evil.example/klatsch.example")],
            &[],
        ];
        for row in access::rows().iter().filter(|row| row.method != "GET") {
            let path = access::path(row, &world);
            for headers in foreign {
                for kind in ["application/x-www-form-urlencoded", "text/plain", "application/json"] {
                    let mut request = Request::builder().method(row.method.as_str()).uri(&path);
                    for (name, value) in headers {
                        request = request.header(*name, *value);
                    }
                    let request = request.header(header::CONTENT_TYPE, kind).body(Body::from("answer=yes&mark=came"));
                    let page = world.administrator.send(request.unwrap()).await;
                    if page.status != 403 {
                        wrong.push(format!("{} {path} from {headers:?} as {kind}: {}", row.method, page.status));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(version(&mut watching).await, before, "something was changed all the same");
        watching.close().await.unwrap();
        // A program says nothing of where it is, and carries a key instead of a session.
        program.send("POST", "/api/v1/gatherings", Some(serde_json::json!({}))).await.is(422);
    });
}

#[test]
fn an_old_browser_is_believed_by_its_referer() {
    tell(Engine::Sqlite, |app| async move {
        let nora = app.member("Nora Newcomer", &[]).await;
        let request = Request::post("/sign-out").header("referer", "http://klatsch.example/account");
        let page = nora.send(request.body(Body::empty()).unwrap()).await;
        page.is(303);
    });
}
