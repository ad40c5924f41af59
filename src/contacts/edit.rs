//! Adding a contact, changing one, and the small deeds.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::category::Given;
use super::contact::{Draft, Kind};
use super::{change, store};
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::ids::ContactId;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "contacts/pages/edit.html")]
struct Edit {
    page: Page,
    form: Form,
    /// Whose form it is: an address and a name; empty when somebody is added.
    of: Option<(ContactId, String)>,
    kinds: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    /// What somebody else saved meanwhile.
    stale: bool,
    /// One's own categories that are in use.
    own: Vec<String>,
}

async fn show(
    visit: &Visit,
    db: &mut Connection,
    of: Option<(ContactId, String)>,
    (status, input, problems): (StatusCode, Input, Problems),
) -> Answer {
    let me = visit.me()?.id;
    let title = match &of {
        None => visit.language.say("contact-new").to_string(),
        Some((_, name)) => visit.language.say("contact-edit").with("name", name).to_string(),
    };
    let page = Page::new(visit, "people", title);
    let own = super::pages::choices(db, &page, me).await?.into_iter().skip(Given::ALL.len());
    html_with(
        status,
        &Edit {
            own: own.map(|(name, _)| name).collect(),
            form: Form::wrong(visit.language, input, problems),
            of,
            kinds: Kind::ALL.map(|kind| (kind.word().to_owned(), page.say(kind.key()).to_string())).to_vec(),
            categories: Given::ALL.map(|given| (given.word().to_owned(), page.say(given.key()).to_string())).to_vec(),
            stale: status == StatusCode::CONFLICT,
            page,
        },
    )
}

/// `GET /contacts/new`
pub async fn new(visit: Visit, State(app): State<App>) -> Answer {
    visit.me()?;
    let draft = Draft { touched: Some(visit.today), ..Draft::default() };
    show(&visit, &mut *app.read().await?, None, (StatusCode::OK, draft.filled(), Problems::new())).await
}

/// `POST /contacts/new`
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mut problems = Problems::new();
    let draft = Draft::read(&input, visit.today, None, &mut problems);
    if !problems.is_empty() {
        let wrong = (StatusCode::UNPROCESSABLE_ENTITY, input, problems);
        return show(&visit, &mut *app.read().await?, None, wrong).await;
    }
    let done = Message::new("contact-added").with("name", draft.name.as_str());
    let mut db = app.write().await?;
    let id = match change::add(&mut db, &app, me, draft).await {
        // The book is full: what was typed stays.
        Err(Failure::Refused(why)) => {
            drop(db);
            let wrong = (StatusCode::UNPROCESSABLE_ENTITY, input, Problems::one("name", why));
            return show(&visit, &mut *app.read().await?, None, wrong).await;
        }
        other => other?,
    };
    db.commit().await?;
    let go = go(format!("/contacts/{id}")).done(visit.language, done);
    Ok(go.undo(visit.language, format!("/contacts/{id}/remove"), &[]).into_response())
}

/// `GET /contacts/{contact}/edit`
pub async fn form(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.read().await?;
    let contact = change::mine(&mut db, me, id).await?;
    let input = contact.draft.filled().with("version", contact.version.to_string());
    let of = Some((id, contact.draft.name));
    show(&visit, &mut db, of, (StatusCode::OK, input, Problems::new())).await
}

/// `POST /contacts/{contact}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let contact = change::mine(&mut db, me, id).await?;
    let mut problems = Problems::new();
    let version = input.needed_number("version", 1..=i64::MAX, &mut problems);
    let draft = Draft::read(&input, visit.today, Some(&contact.draft), &mut problems);
    let of = Some((id, contact.draft.name.clone()));
    if !problems.is_empty() {
        return show(&visit, &mut db, of, (StatusCode::UNPROCESSABLE_ENTITY, input, problems)).await;
    }
    match change::save(&mut db, &app, me, (&contact, version), &draft).await {
        Ok(()) => {}
        Err(Failure::Stale(_)) => {
            let input = input.with("version", contact.version.to_string());
            return show(&visit, &mut db, of, (StatusCode::CONFLICT, input, Problems::new())).await;
        }
        Err(failure) => return Err(failure),
    }
    db.commit().await?;
    let next = (contact.version + 1).to_string();
    let go = go(format!("/contacts/{id}")).done(visit.language, "contact-saved");
    Ok(go.undo(visit.language, format!("/contacts/{id}/undo"), &[("version", &next)]).into_response())
}

/// `POST /contacts/{contact}/undo`: takes the last change back.
pub async fn undo(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>, input: Input) -> Answer {
    undo_one(&visit, &app, id, &input).await?;
    Ok(go(format!("/contacts/{id}")).done(visit.language, "contact-undone").into_response())
}

/// Takes the last change of a contact back, if it is the one that made the version somebody saw.
pub async fn undo_one(visit: &Visit, app: &App, id: ContactId, input: &Input) -> Result<(), Failure> {
    let me = visit.me()?.id;
    let mut problems = Problems::new();
    let mut db = app.write().await?;
    let contact = change::mine(&mut db, me, id).await?;
    input.only(&["version"], &mut problems);
    let version = input.needed_number("version", 1..=i64::MAX, &mut problems);
    let version = problems.or(version)?;
    change::take_back(&mut db, app, me, &contact, version).await?;
    db.commit().await?;
    Ok(())
}

/// `POST /contacts/{contact}/remove`
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    let name = put_away(&visit, &app, id).await?;
    let done = Message::new("contact-removed").with("name", name.as_str());
    let go = go("/contacts").done(visit.language, done);
    Ok(go.undo(visit.language, format!("/contacts/{id}/restore"), &[]).into_response())
}

/// Takes a contact out of the book.
pub async fn put_away(visit: &Visit, app: &App, id: ContactId) -> Result<String, Failure> {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let contact = change::mine(&mut db, me, id).await?;
    store::set_removed(&mut db, me, id, Some(visit.now)).await?;
    db.commit().await?;
    Ok(contact.draft.name)
}

/// `POST /contacts/{contact}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    let name = put_back(&visit, &app, id).await?;
    let done = Message::new("contact-restored").with("name", name.as_str());
    Ok(go(format!("/contacts/{id}")).done(visit.language, done).into_response())
}

/// Puts a contact back into the book.
pub async fn put_back(visit: &Visit, app: &App, id: ContactId) -> Result<String, Failure> {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let contact = store::contact(&mut db, me, id).await?.ok_or(Failure::NotFound)?;
    if contact.removed_at.is_some() {
        change::room(&mut db, me, 1).await?;
    }
    store::set_removed(&mut db, me, id, None).await?;
    db.commit().await?;
    Ok(contact.draft.name)
}

/// `POST /contacts/{contact}/touch`: “we were in touch today”.
pub async fn touch(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    small(&visit, &app, id, "contact-touched").await
}

/// `POST /contacts/{contact}/done`: the next step is done.
pub async fn done(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    small(&visit, &app, id, "contact-done").await
}

async fn small(visit: &Visit, app: &App, id: ContactId, what: &'static str) -> Answer {
    let me = visit.me()?.id;
    let mut db: Writing = app.write().await?;
    let contact = change::mine(&mut db, me, id).await?;
    if what == "contact-done" {
        change::done(&mut db, app, me, &contact, visit.today).await?;
    } else {
        change::touch(&mut db, app, me, &contact, visit.today).await?;
    }
    db.commit().await?;
    let next = (contact.version + 1).to_string();
    let done = Message::new(what).with("name", contact.draft.name.as_str());
    let go = go(format!("/contacts/{id}")).done(visit.language, done);
    Ok(go.undo(visit.language, format!("/contacts/{id}/undo"), &[("version", &next)]).into_response())
}
