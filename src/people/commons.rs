//! The library learning commons of a school, in the words of those who work there.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::{rights, store};
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Connection, Result as Kept};
use crate::ids::SchoolId;
use crate::schools::{self, School};
use crate::web::{Answer, Failure, Form, Input, Page, Path, Problems, Visit, go, html_with};

/// What is said of a learning commons.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Commons {
    /// The school.
    pub school_id: SchoolId,
    /// Where in the school it is.
    pub place: String,
    /// When it is open.
    pub hours: String,
    /// What it has.
    pub offers: String,
    /// When it was last said; the beginning of time when it never was.
    pub updated_at: Instant,
}

impl Commons {
    /// Of a school where nobody said anything yet.
    pub fn unsaid(school: SchoolId) -> Commons {
        let text = String::new;
        Commons { school_id: school, place: text(), hours: text(), offers: text(), updated_at: Instant(0) }
    }

    /// Reads what was sent; the rest stays as it is `now`.
    pub fn read(input: &Input, now: &Commons, problems: &mut Problems) -> Commons {
        let mut text = |name: &str, most: usize, kept: &str| {
            if !input.sent(name) { kept.to_owned() } else { input.text(name, 0..=most, problems) }
        };
        Commons {
            place: text("place", 200, &now.place),
            hours: text("hours", 300, &now.hours),
            offers: text("offers", 1_000, &now.offers),
            ..now.clone()
        }
    }

    /// Whether anything is said.
    pub fn is_empty(&self) -> bool {
        self.place.is_empty() && self.hours.is_empty() && self.offers.is_empty()
    }

    /// With the day's version.
    #[must_use]
    pub fn at(self, now: Instant) -> Commons {
        Commons { updated_at: now.after(self.updated_at), ..self }
    }
}

/// The learning commons of a school.
pub async fn of(db: &mut Connection, school: SchoolId) -> Kept<Commons> {
    let said = store::commons::of(db, &[school]).await?;
    Ok(said.into_iter().next().unwrap_or_else(|| Commons::unsaid(school)))
}

#[derive(Template)]
#[template(path = "people/pages/commons.html")]
struct Edit {
    page: Page,
    form: Form,
    school: School,
    place: [(String, String); 2],
}

fn page(visit: &Visit, status: StatusCode, form: Form, school: School) -> Answer {
    let page = Page::new(visit, "schools", visit.language.say("commons-edit").to_string());
    let place = [
        ("/schools".to_owned(), page.say("nav-schools").to_string()),
        (format!("/schools/{}", school.id), school.name.clone()),
    ];
    html_with(status, &Edit { page, form, school, place })
}

/// A school whose learning commons the visitor may describe.
pub async fn own(db: &mut Connection, visit: &Visit, id: SchoolId) -> Result<(School, Commons), Failure> {
    let me = visit.me()?;
    let school = schools::school(db, id).await?.ok_or(Failure::NotFound)?;
    rights::may_tell_of(me, id)?;
    let commons = of(db, id).await?;
    Ok((school, commons))
}

fn filled(commons: &Commons) -> Input {
    Input::filled([
        ("place", commons.place.clone()),
        ("hours", commons.hours.clone()),
        ("offers", commons.offers.clone()),
        ("version", commons.updated_at.0.to_string()),
    ])
}

/// `GET /schools/{school}/commons`
pub async fn form(visit: Visit, State(app): State<App>, Path(id): Path<SchoolId>) -> Answer {
    let (school, commons) = own(&mut *app.read().await?, &visit, id).await?;
    page(&visit, StatusCode::OK, Form::new(visit.language, filled(&commons)), school)
}

/// `POST /schools/{school}/commons`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<SchoolId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let (school, now) = own(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let commons = Commons::read(&input, &now, &mut problems);
    let version = Instant(input.needed_number("version", 0..=i64::MAX, &mut problems));
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, school);
    }
    if !store::commons::put(&mut db, &commons.at(app.now()), version).await? {
        // What was typed, to be saved over what there is now by somebody who was told.
        let input = input.with("version", now.updated_at.0.to_string());
        let form = Form::wrong(visit.language, input, Problems::one("", "commons-stale"));
        return page(&visit, StatusCode::CONFLICT, form, school);
    }
    db.commit().await?;
    Ok(go(format!("/schools/{id}")).done(visit.language, "commons-saved").into_response())
}
