//! Adding and changing a school. The pages that show schools are with people, who work there.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::draft::{Draft, filled};
use super::{Level, School, store};
use crate::app::{App, SCHOOL_CHANGED};
use crate::clock::Instant;
use crate::ids::SchoolId;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "schools/pages/edit.html")]
struct Edit {
    page: Page,
    form: Form,
    /// Where it posts to, and which school it is about; none when one is added.
    action: String,
    school: Option<School>,
    levels: Vec<(String, String)>,
    /// What somebody else saved meanwhile: what, as it is now, as it was typed.
    changes: Vec<(String, String, String)>,
}

fn page(
    visit: &Visit,
    status: StatusCode,
    form: Form,
    school: Option<School>,
    changes: Vec<(String, String, String)>,
) -> Answer {
    let title = match &school {
        Some(school) => visit.language.say("school-edit").with("name", &school.name).to_string(),
        None => visit.language.say("school-new").to_string(),
    };
    let page = Page::new(visit, "schools", title);
    let mut levels = vec![(String::new(), page.say("school-level-unknown").to_string())];
    levels.extend(Level::ALL.map(|level| (level.word().to_owned(), page.say(level.key()).to_string())));
    html_with(
        status,
        &Edit {
            form,
            action: school
                .as_ref()
                .map_or_else(|| "/schools/new".to_owned(), |school| format!("/schools/{}/edit", school.id)),
            school,
            levels,
            changes,
            page,
        },
    )
}

/// `GET /schools/new`
pub async fn add_form(visit: Visit) -> Answer {
    visit.steward()?;
    let form = Form::new(visit.language, Input::default());
    page(&visit, StatusCode::OK, form, None, Vec::new())
}

/// `POST /schools/new`
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    visit.steward()?;
    let mut problems = Problems::new();
    let draft = Draft::read(&input, &mut problems);
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, None, Vec::new());
    }
    let now = app.now();
    let school = draft.of(&School {
        id: app.new_id()?,
        source_key: None,
        name: String::new(),
        level: None,
        district: None,
        address: None,
        city: None,
        postal_code: None,
        latitude: None,
        longitude: None,
        created_at: now,
        updated_at: now,
    });
    let mut db = app.write().await?;
    store::insert(&mut db, &school).await?;
    db.commit().await?;
    let done = Message::new("school-added").with("name", school.name.as_str());
    Ok(go(format!("/schools/{}", school.id)).done(visit.language, done).into_response())
}

/// `GET /schools/{school}/edit`
pub async fn form(visit: Visit, State(app): State<App>, Path(id): Path<SchoolId>) -> Answer {
    visit.steward()?;
    let school = store::school(&mut *app.read().await?, id).await?.ok_or(Failure::NotFound)?;
    let form = Form::new(visit.language, filled(&school));
    page(&visit, StatusCode::OK, form, Some(school), Vec::new())
}

/// `POST /schools/{school}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<SchoolId>, input: Input) -> Answer {
    visit.steward()?;
    let mut db = app.write().await?;
    let school = store::school(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let mut problems = Problems::new();
    let draft = Draft::read(&input, &mut problems);
    let version = Instant(input.needed_number("version", 0..=i64::MAX, &mut problems));
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, Some(school), Vec::new());
    }
    let mut fresh = draft.of(&school);
    fresh.updated_at = app.now().after(school.updated_at);
    if !store::update(&mut db, &fresh, version).await? {
        // What was typed, to be saved over the version there is now by somebody who has seen it.
        let form = Form::new(visit.language, input.with("version", school.updated_at.0.to_string()));
        let changes = changes(&visit, &school, &fresh);
        return page(&visit, StatusCode::CONFLICT, form, Some(school), changes);
    }
    if (&fresh.name, fresh.level) != (&school.name, school.level) {
        for tell in SCHOOL_CHANGED {
            tell(&mut db, id).await?;
        }
    }
    db.commit().await?;
    Ok(go(format!("/schools/{id}")).done(visit.language, "school-saved").into_response())
}

/// Where what is kept differs from what was typed.
fn changes(visit: &Visit, now: &School, typed: &School) -> Vec<(String, String, String)> {
    let words = |level: Option<Level>| visit.language.say(level.map_or("school-level-unknown", Level::key)).to_string();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let all = [
        ("field-name", now.name.clone(), typed.name.clone()),
        ("school-level", words(now.level), words(typed.level)),
        ("school-address", text(&now.address), text(&typed.address)),
        ("school-city", text(&now.city), text(&typed.city)),
        ("school-postal-code", text(&now.postal_code), text(&typed.postal_code)),
    ];
    let differs = all.into_iter().filter(|(_, now, typed)| now != typed);
    differs.map(|(key, now, typed)| (visit.language.say(key).to_string(), now, typed)).collect()
}
