//! What stewards see: everyone who answered and how far they are, and who asks for an account.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::figures::{self, Figures};
use super::hosts::{Row, rows};
use super::newcomer::Newcomer;
use super::{deeds, store};
use crate::app::App;
use crate::ids::{NewcomerId, PersonId};
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

/// The page after, of `total` newcomers as far as they are counted: of more, as long as a page is full.
fn after(stretch: Stretch, total: i64, shown: usize) -> Option<i64> {
    if total <= COUNTED {
        return stretch.after(total);
    }
    (i64::try_from(shown).unwrap_or(0) == stretch.size).then_some(stretch.number + 1)
}

/// `GET /newcomers/all`
pub async fn all(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.steward()?;
    let mut problems = Problems::new();
    let stretch = Stretch::read(&query, SIZE, &mut problems);
    let mut db = app.read().await?;
    let page = Page::new(&visit, "home", visit.language.say("newcomers-all-title").to_string());
    let total = store::count(&mut db, COUNTED + 1).await?;
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
    // What is not counted any further goes on for as long as there are any.
    let many = total > COUNTED;
    let after = after(stretch, total, rows.len());
    let place = page
        .say(if many { "newcomers-where-many" } else { "newcomers-where" })
        .with("first", stretch.first(rows.len()))
        .with("last", stretch.last(rows.len()))
        .with("total", total.min(COUNTED))
        .to_string();
    html(&All {
        wanting,
        figures: figures::of_year(&mut db, visit.now).await?,
        before: link(stretch.before()),
        after: link(after),
        place,
        rows,
        page,
    })
}

/// `POST /newcomers/{newcomer}/admit` with the `name` and `email` that were seen: gives them the account they asked
/// for. Whoever asks may still write another address, and nobody shall admit one that they have not read.
pub async fn admit(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>, input: Input) -> Answer {
    visit.steward()?;
    let mut db = app.read().await?;
    let newcomer = store::newcomer(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let new: PersonId = app.new_id().map_err(anyhow::Error::from)?;
    // They see what everybody in the district does.
    let advice = deeds::advise(&mut db, &app, Some(new), &newcomer.five()).await?;
    drop(db);
    let mut db = app.write().await?;
    // Read again: whoever asks may have written another address meanwhile.
    let newcomer = store::newcomer(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let seen = (input.typed("name"), input.typed("email"));
    let person = deeds::admit(&mut db, &app, &newcomer, seen, (new, &advice)).await?;
    db.commit().await?;
    let done = Message::new("newcomers-admitted").with("name", person.name);
    Ok(go("/newcomers/all").done(visit.language, done).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_who_are_counted_are_not_the_last_there_are() {
        let at = |number| Stretch { number, size: SIZE };
        assert_eq!((after(at(1), 31, 30), after(at(2), 31, 1)), (Some(2), None));
        assert_eq!(after(at(34), COUNTED, 10), None);
        assert_eq!((after(at(34), COUNTED + 1, 30), after(at(40), COUNTED + 1, 12)), (Some(35), None));
    }
}
