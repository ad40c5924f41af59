//! Adding a person, changing what is said of them, and parting.

use std::pin::Pin;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::directory::{role_choices, roles_in_words};
use super::draft::{Draft, filled};
use super::{Person, Role, rights, store};
use crate::app::{App, LEAVING};
use crate::clock::Instant;
use crate::database::{Connection, Writing};
use crate::ids::PersonId;
use crate::schools;
use crate::web::{Answer, Failure, Form, Input, Language, Me, Message, Page, Path, Problems, Visit, go, html_with};

/// What else follows when a person leaves (or, told so, is back). People know nothing of sessions and networks, which
/// build on them, so the app hands this in (`app::LEAVING`).
pub type Leaving = for<'a> fn(
    &'a mut Writing,
    &'a App,
    PersonId,
    bool,
) -> Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>;

#[derive(Template)]
#[template(path = "people/pages/edit.html")]
struct Edit {
    page: Page,
    form: Form,
    /// Where it posts to, and whom it is about; nobody when somebody is added.
    action: String,
    person: Option<Person>,
    mine: bool,
    schools: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    /// What somebody else saved meanwhile: what, as it is now, as it was typed.
    changes: Vec<(String, String, String)>,
}

async fn page(
    visit: &Visit,
    db: &mut Connection,
    status: StatusCode,
    form: Form,
    (person, changes): (Option<Person>, Vec<(String, String, String)>),
) -> Answer {
    let me = visit.me()?;
    let title = match &person {
        Some(person) if person.id == me.id => visit.language.say("person-edit-mine").to_string(),
        Some(person) => visit.language.say("person-edit").with("name", &person.name).to_string(),
        None => visit.language.say("person-new").to_string(),
    };
    let page = Page::new(visit, "people", title);
    let none = |key: &'static str| (String::new(), page.say(key).to_string());
    let mut schools = vec![none("person-no-school")];
    schools.extend(schools::names(db).await?.into_iter().map(|school| (school.id.to_string(), school.name)));
    html_with(
        status,
        &Edit {
            form,
            action: person
                .as_ref()
                .map_or_else(|| "/people/new".to_owned(), |person| format!("/people/{}/edit", person.id)),
            mine: person.as_ref().is_some_and(|person| person.id == me.id),
            person,
            schools,
            languages: languages(&page),
            roles: role_choices(&page).collect(),
            changes,
            page,
        },
    )
}

/// A language is chosen by somebody who reads it, so each stands in its own.
fn languages(page: &Page) -> Vec<(String, String)> {
    vec![
        (String::new(), page.say("person-language-any").to_string()),
        ("en".to_owned(), "English".to_owned()),
        ("fr".to_owned(), "Français".to_owned()),
    ]
}

/// `GET /people/new`
pub async fn add_form(visit: Visit, State(app): State<App>) -> Answer {
    visit.steward()?;
    let form = Form::new(visit.language, Input::filled([("language", String::new())]));
    page(&visit, &mut *app.read().await?, StatusCode::OK, form, (None, Vec::new())).await
}

/// `POST /people/new`
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    visit.steward()?;
    let mut problems = Problems::new();
    let draft = Draft::read(&input, true, &mut problems);
    if problems.is_empty() {
        let now = app.now();
        let person = draft.of(&Person {
            id: app.new_id()?,
            name: String::new(),
            email: String::new(),
            school_id: None,
            language: None,
            ask_me_about: String::new(),
            created_at: now,
            updated_at: now,
            left_at: None,
        });
        let mut db = app.write().await?;
        match store::insert(&mut db, &person).await {
            Ok(()) => {
                let roles = draft.official.map(|official| official.roles).unwrap_or_default();
                store::set_roles(&mut db, person.id, &roles).await?;
                db.commit().await?;
                let done = Message::new("person-added").with("name", person.name.as_str());
                return Ok(go(format!("/people/{}", person.id)).done(visit.language, done).into_response());
            }
            Err(error) => problems = field_of(error)?,
        }
    }
    let form = Form::wrong(visit.language, input, problems);
    page(&visit, &mut *app.read().await?, StatusCode::UNPROCESSABLE_ENTITY, form, (None, Vec::new())).await
}

/// Refuses whoever acts as a steward and is none at the moment of the deed, which may have changed since the request
/// came: of two who would put each other down at once, one stays.
pub async fn still_steward(db: &mut Writing, me: &Me) -> Result<(), Failure> {
    store::hold_stewards(db).await?;
    if store::is_steward(db, me.id).await? { Ok(()) } else { Err(Failure::refused("refused-steward")) }
}

/// The field a broken rule of the database is about.
fn field_of(error: crate::database::Error) -> Result<Problems, Failure> {
    if error.violates("people_email_key") {
        Ok(Problems::one("email", "person-email-taken"))
    } else if error.is_missing_reference() {
        Ok(Problems::one("school", "problem-choice"))
    } else {
        Err(error.into())
    }
}

/// `GET /people/{person}/edit`
pub async fn form(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let person = store::person(&mut db, id).await?.ok_or(Failure::NotFound)?;
    rights::may_edit(me, id)?;
    let form = Form::new(visit.language, filled(&person, &store::roles(&mut db, id).await?));
    page(&visit, &mut db, StatusCode::OK, form, (Some(person), Vec::new())).await
}

/// `POST /people/{person}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let person = store::person(&mut db, id).await?.ok_or(Failure::NotFound)?;
    rights::may_edit(me, id)?;
    let roles = store::roles(&mut db, id).await?;
    let mut problems = Problems::new();
    let draft = Draft::read(&input, me.steward, &mut problems);
    let version = Instant(input.needed_number("version", 0..=i64::MAX, &mut problems));
    if let Some(official) = &draft.official
        && let Err(reason) = rights::may_hold(me, &person, &official.roles)
    {
        problems.add("roles", reason);
    }
    if draft.official.is_some() {
        still_steward(&mut db, me).await?;
    }
    if problems.is_empty() {
        let mut fresh = draft.of(&person);
        fresh.updated_at = app.now().after(person.updated_at);
        match store::update(&mut db, &fresh, version).await {
            Ok(true) => {
                if let Some(official) = &draft.official {
                    store::set_roles(&mut db, id, &official.roles).await?;
                }
                db.commit().await?;
                return Ok(go(format!("/people/{id}")).done(visit.language, "person-saved").into_response());
            }
            Ok(false) => {
                drop(db);
                let mut db = app.read().await?;
                let changes = changes(&visit, &mut db, (&person, &roles), &draft).await?;
                // What was typed, to be saved over the version there is now by somebody who has seen it.
                let input = input.with("version", person.updated_at.0.to_string());
                let form = Form::new(visit.language, input);
                return page(&visit, &mut db, StatusCode::CONFLICT, form, (Some(person), changes)).await;
            }
            Err(error) => problems = field_of(error)?,
        }
    }
    drop(db);
    let form = Form::wrong(visit.language, input, problems);
    page(&visit, &mut *app.read().await?, StatusCode::UNPROCESSABLE_ENTITY, form, (Some(person), Vec::new())).await
}

/// Where what is kept differs from what was typed.
async fn changes(
    visit: &Visit,
    db: &mut Connection,
    (person, roles): (&Person, &[Role]),
    draft: &Draft,
) -> Result<Vec<(String, String, String)>, Failure> {
    let page = Page::new(visit, "people", "");
    let school = schools::names(db).await?;
    let school = |id| {
        let name = school.iter().find(|school| Some(school.id) == id).map(|school| school.name.clone());
        name.unwrap_or_else(|| page.say("person-no-school").to_string())
    };
    let language = |language: Option<Language>| {
        let tag = language.map_or("", Language::tag);
        languages(&page).into_iter().find(|(known, _)| known == tag).map(|(_, word)| word).unwrap_or_default()
    };
    let fresh = draft.of(person);
    let mut all = vec![
        ("field-name", person.name.clone(), fresh.name),
        ("field-email", person.email.clone(), fresh.email),
        ("person-school", school(person.school_id), school(fresh.school_id)),
        ("field-language", language(person.language.as_deref().and_then(Language::of_tag)), language(draft.language)),
    ];
    if let Some(official) = &draft.official {
        all.push(("person-roles", roles_in_words(&page, roles), roles_in_words(&page, &official.roles)));
    }
    let differs = all.into_iter().filter(|(_, now, typed)| now != typed);
    Ok(differs.map(|(key, now, typed)| (page.say(key).to_string(), now, typed)).collect())
}

/// `POST /people/{person}/part`: the person has left the district. What they did stays; they cannot sign
/// in any more, and what they are signed in with is ended, so that it does not come back to life with them.
pub async fn part(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let done = parted(&visit, &app, id, Some(app.now())).await?;
    let done = Message::new("person-parted").with("name", done.name.as_str());
    Ok(go(format!("/people/{id}"))
        .done(visit.language, done)
        .undo(visit.language, format!("/people/{id}/return"), &[])
        .into_response())
}

/// `POST /people/{person}/return`: the person is back.
pub async fn back(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let done = parted(&visit, &app, id, None).await?;
    let done = Message::new("person-returned").with("name", done.name.as_str());
    Ok(go(format!("/people/{id}")).done(visit.language, done).into_response())
}

async fn parted(visit: &Visit, app: &App, id: PersonId, left_at: Option<Instant>) -> Result<Person, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let person = store::person(&mut db, id).await?.ok_or(Failure::NotFound)?;
    rights::may_part(me, id)?;
    still_steward(&mut db, me).await?;
    let fresh = Person {
        left_at: left_at.map(|now| person.left_at.unwrap_or(now)),
        updated_at: app.now().after(person.updated_at),
        ..person.clone()
    };
    if !store::update(&mut db, &fresh, person.updated_at).await? {
        return Err(Failure::Stale(Message::new("person-changed")));
    }
    for follow in LEAVING {
        follow(&mut db, app, id, fresh.left_at.is_some()).await?;
    }
    db.commit().await?;
    Ok(fresh)
}
