//! `GET /styleguide`: every component in every state, for those who build pages. Demo only.

use askama::Template;
use axum::extract::State;

use super::chart::Columns;
use super::{Answer, Failure, Form, Input, Page, Problems, Visit, html};
use crate::app::App;

#[derive(Template)]
#[template(path = "web/styleguide.html")]
struct Styleguide {
    page: Page,
    form: Form,
    wrong: Form,
    cups: Vec<Cup>,
    columns: Columns,
}

/// A date of a season, as `web/components/season.html` shows it.
struct Cup {
    href: &'static str,
    iso: &'static str,
    label: &'static str,
    state: &'static str,
    words: &'static str,
    next: bool,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    if !app.demo {
        return Err(Failure::NotFound);
    }
    let filled = Input::filled([
        ("title", "Digital portfolios".to_owned()),
        ("minutes", "10".to_owned()),
        ("weekday", "3".to_owned()),
        ("from", "2026-01-14".to_owned()),
        ("start", "12:05".to_owned()),
        ("audience", "district".to_owned()),
        ("walk_ins", "yes".to_owned()),
    ]);
    let problems = Problems::one("wrong_title", "problem-required");
    html(&Styleguide {
        page: Page::new(&visit, "styleguide", "Styleguide"),
        form: Form::new(visit.language, filled.clone()),
        wrong: Form::wrong(visit.language, filled, problems),
        cups: cups(),
        columns: columns(),
    })
}

fn cups() -> Vec<Cup> {
    [
        ("2026-01-14", "14 Jan", "came", "you came"),
        ("2026-01-21", "21 Jan", "no", "you excused yourself"),
        ("2026-01-28", "28 Jan", "missed", "you were not there"),
        ("2026-02-04", "4 Feb", "off", "cancelled"),
        ("2026-02-18", "18 Feb", "yes", "next, you said yes"),
        ("2026-02-25", "25 Feb", "maybe", "you said maybe"),
        ("2026-03-04", "4 Mar", "open", "not answered"),
    ]
    .map(|(iso, label, state, words)| Cup {
        href: "#season",
        iso,
        label,
        state,
        words,
        next: words.starts_with("next"),
    })
    .into()
}

fn columns() -> Columns {
    let weeks = [Some([6, 2]), Some([9, 3]), None, Some([8, 4]), Some([14, 2])];
    let labelled = ["14 Jan", "21 Jan", "28 Jan", "4 Feb", "18 Feb"].into_iter().zip(weeks);
    let data: Vec<_> = labelled.map(|(label, parts)| (label.to_owned(), parts.map(Vec::from))).collect();
    Columns::draw(&data, "<5")
}
