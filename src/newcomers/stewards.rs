//! What stewards see: everyone who answered and how far they are, and who asks for an account.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::figures::{self, Figures};
use super::hosts::{Row, rows};
use super::newcomer::Newcomer;
use super::{deeds, store};
use crate::app::App;
use crate::ids::NewcomerId;
use crate::web::{Answer, Failure, Input, Message, Page, Path, Problems, Query, Stretch, Visit, go, html};

/// How many newcomers stand on a page.
const SIZE: i64 = 30;
/// As far as they are counted.
const COUNTED: i64 = 1_000;
/// How many who ask for an account are shown at once.
const WANTING: i64 = 30;

#[derive(Template)]
#[template(path = "newcomers/pages/all.html")]
struct All {
    page: Page,
    /// Who asks for an account: what the button posts to, name, address, since when.
    wanting: Vec<(String, String, String, String)>,
    rows: Vec<Row>,
    figures: Figures,
    before: String,
    after: String,
    place: String,
}

/// `GET /newcomers/all`
pub async fn all(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.steward()?;
    let mut problems = Problems::new();
    let stretch = Stretch::read(&query, SIZE, &mut problems);
    let mut db = app.read().await?;
    let page = Page::new(&visit, "home", visit.language.say("newcomers-all-title").to_string());
    let total = store::count(&mut db, COUNTED).await?;
    let newcomers = store::page(&mut db, stretch.size, stretch.offset()).await?;
    let rows = rows(&mut db, &page, &newcomers).await?;
    let wanting = store::wanting(&mut db, WANTING).await?;
    let wanting = wanting
        .into_iter()
        .map(|one: Newcomer| {
            let since = one.wanted_at.map(|at| page.day(&at)).unwrap_or_default();
            (format!("/newcomers/{}/admit", one.id), one.name, one.email, since)
        })
        .collect();
    let link = |number: Option<i64>| number.map_or_else(String::new, |number| format!("/newcomers/all?page={number}"));
    let place = page
        .say("newcomers-where")
        .with("first", stretch.first(rows.len()))
        .with("last", stretch.last(rows.len()))
        .with("total", total)
        .to_string();
    html(&All {
        wanting,
        figures: figures::of_year(&mut db, visit.now).await?,
        before: link(stretch.before()),
        after: link(stretch.after(total)),
        place,
        rows,
        page,
    })
}

/// `POST /newcomers/{newcomer}/admit` with the `name` and `email` that were seen: gives them the account they asked
/// for. Whoever asks may still write another address, and nobody shall admit one that they have not read.
pub async fn admit(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>, input: Input) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let newcomer = store::newcomer(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let seen = (input.typed("name"), input.typed("email"));
    let person = deeds::admit(&mut db, &app, &newcomer, seen).await?;
    db.commit().await?;
    let done = Message::new("newcomers-admitted").with("name", person.name);
    Ok(go("/newcomers/all").done(visit.language, done).into_response())
}
