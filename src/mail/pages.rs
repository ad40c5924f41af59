//! The demo's mailbox: what would have been mailed. Elsewhere there is no such page.

use askama::Template;
use axum::extract::State;

use super::{Delivered, delivered};
use crate::app::App;
use crate::web::{Answer, Failure, Page, Path, Visit, html};

#[derive(Template)]
#[template(path = "mail/list.html")]
struct List {
    page: Page,
    letters: Vec<Delivered>,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct One {
    page: Page,
    letter: Delivered,
    lines: Vec<Line>,
}

/// A line of a letter; a line that is an address of this site is a link.
struct Line {
    text: String,
    link: Option<String>,
}

/// `GET /mailbox`
pub async fn list(visit: Visit, State(app): State<App>) -> Answer {
    if !app.demo {
        return Err(Failure::NotFound);
    }
    let letters = delivered(&app).await?;
    html(&List { page: Page::new(&visit, "mailbox", visit.language.say("mailbox-title").to_string()), letters })
}

/// `GET /mailbox/{name}`
pub async fn letter(visit: Visit, State(app): State<App>, Path(name): Path<String>) -> Answer {
    if !app.demo {
        return Err(Failure::NotFound);
    }
    let letter = delivered(&app).await?.into_iter().find(|letter| letter.name == name).ok_or(Failure::NotFound)?;
    let url = app.url();
    let lines = letter
        .letter
        .text
        .lines()
        .map(|line| Line {
            text: line.to_owned(),
            link: line.trim().strip_prefix(&url).filter(|path| crate::web::here(path)).map(ToOwned::to_owned),
        })
        .collect();
    let title = letter.letter.subject.clone();
    html(&One { page: Page::new(&visit, "mailbox", title), letter, lines })
}
