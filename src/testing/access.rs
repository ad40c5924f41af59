//! The access table against every route: the rows stand in each domain's `access.txt`.
//!
//! A row is `METHOD path anonymous stranger member host administrator`; an expectation is a status,
//! or `sign-in` for being sent to the sign-in page. A placeholder as `{series}` names a thing of the
//! [`World`]. Posts are sent empty: who may is told what is missing (422), who may not is refused.

use std::collections::BTreeSet;

use super::{Engine, World, tell};
use crate::app::{App, DOMAINS};

/// A row of the table.
pub struct Row {
    /// The method.
    pub method: String,
    /// The path, with placeholders.
    pub path: String,
    expected: Vec<String>,
}

/// All rows.
pub fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for domain in DOMAINS {
        for line in domain.access.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let mut words = line.split_whitespace().map(ToOwned::to_owned);
            let (method, path) = (words.next().unwrap(), words.next().unwrap());
            let expected: Vec<_> = words.collect();
            assert_eq!(expected.len(), 5, "{}/access.txt: {line}", domain.name);
            rows.push(Row { method, path, expected });
        }
    }
    rows
}

/// `/series/{series}/answer` and `/series/{id}/answer` are the same route.
fn shape(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect::<Vec<_>>().join("/")
}

/// A row's path, with the things of a world.
pub fn path(row: &Row, world: &World) -> String {
    let mut path = row.path.clone();
    for (name, value) in &world.names {
        path = path.replace(&format!("{{{name}}}"), value);
    }
    assert!(!path.contains('{'), "the world has nothing for {path}");
    path
}

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let routes: BTreeSet<_> =
        App::routes().list().iter().map(|(method, path)| format!("{method} {}", shape(path))).collect();
    let rows: BTreeSet<_> = rows().iter().map(|row| format!("{} {}", row.method, shape(&row.path))).collect();
    let missing: Vec<_> = routes.difference(&rows).collect();
    let idle: Vec<_> = rows.difference(&routes).collect();
    assert!(
        missing.is_empty() && idle.is_empty(),
        "routes without a row: {missing:#?}\nrows without a route: {idle:#?}"
    );
}

#[test]
fn every_kind_of_visitor_gets_what_the_table_says() {
    tell(Engine::Sqlite, |app| async move {
        let mut wrong = Vec::new();
        for row in rows() {
            // A fresh world a row: what one visitor changes must not show in what another gets.
            let world = World::make(&app).await;
            let path = path(&row, &world);
            let visitors = [&world.anonymous, &world.stranger, &world.member, &world.host, &world.administrator];
            for ((visitor, expected), name) in visitors.into_iter().zip(&row.expected).zip([
                "anonymous",
                "stranger",
                "member",
                "host",
                "administrator",
            ]) {
                let form = (row.method != "GET").then(String::new);
                let page = visitor.once(&row.method, &path, form).await;
                let to_sign_in = page.status == 303 && page.location().is_some_and(|to| to.starts_with("/sign-in"));
                let got = if to_sign_in { "sign-in".to_owned() } else { page.status.to_string() };
                if got != *expected {
                    wrong.push(format!("{} {} as {name}: {got}, not {expected}", row.method, row.path));
                }
            }
        }
        crate::jobs::run_due(&app).await.unwrap();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
