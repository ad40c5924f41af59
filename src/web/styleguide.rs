//! `GET /styleguide`: every component in every state, for those who build pages. Demo only.

use askama::Template;
use axum::extract::State;

use super::{Answer, Failure, Form, Input, Page, Problems, Visit, html};
use crate::app::App;

#[derive(Template)]
#[template(path = "web/styleguide.html")]
struct Styleguide {
    page: Page,
    form: Form,
    wrong: Form,
}

/// Shows it.
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    if !app.demo {
        return Err(Failure::NotFound);
    }
    let filled = Input::filled([("title", "Digital portfolios".to_owned()), ("minutes", "10".to_owned())]);
    let problems = Problems::one("title", "problem-required");
    html(&Styleguide {
        page: Page::new(&visit, "styleguide", "Styleguide"),
        form: Form::new(visit.language, filled.clone()),
        wrong: Form::wrong(visit.language, filled, problems),
    })
}
