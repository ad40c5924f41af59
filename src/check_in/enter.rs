//! The page where a code is typed.

use askama::Template;
use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::{code, come};
use crate::app::App;
use crate::web::{Answer, Form, Input, Message, Page, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "check_in/pages/enter.html")]
struct Enter {
    page: Page,
    form: Form,
}

/// `GET /check-in`
pub async fn form(visit: Visit) -> Answer {
    page(&visit, Input::default(), Problems::new())
}

fn page(visit: &Visit, input: Input, problems: Problems) -> Answer {
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page::new(visit, "gatherings", visit.language.say("check-in-title").to_string());
    html_with(status, &Enter { page, form: Form::wrong(visit.language, input, problems) })
}

/// The page again, since the code is not good, or no longer.
pub fn wrong(visit: &Visit, why: impl Into<Message>) -> Answer {
    page(visit, Input::default(), Problems::one("code", why))
}

/// `POST /check-in`: finds the gathering by its code.
pub async fn enter(visit: Visit, Of(app): Of<App>, input: Input) -> Answer {
    let mut problems = Problems::new();
    let typed = input.line("code", 1..=20, &mut problems);
    if !problems.is_empty() {
        return page(&visit, input, problems);
    }
    let Some(digits) = code::read(&typed) else {
        return page(&visit, input, Problems::one("code", "check-in-six-digits"));
    };
    // Of a million codes two gatherings of the same hour hardly ever share one; the page that follows
    // says which gathering it is.
    match come::try_code(&app, &visit, &digits, None).await? {
        Some((gathering, _)) => Ok(go(format!("/check-in/{}/{digits}", gathering.id)).into_response()),
        None => page(&visit, input, Problems::one("code", "check-in-wrong")),
    }
}
