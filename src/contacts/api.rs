//! The same verbs as JSON: one's own book, by one's own token.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::category::Category;
use super::contact::{Contact, Draft, Kind};
use super::draft::FIELDS;
use super::export::{self, Out};
use super::find::Search;
use super::{change, edit, store};
use crate::app::App;
use crate::ids::ContactId;
use crate::web::{Answer, Failure, Input, Path, Problems, Query, Stretch, Visit, json, json_with};

/// How many contacts a page has.
const PAGE: i64 = 100;

/// A page of contacts.
#[derive(Debug, Serialize, ToSchema)]
struct ContactPage {
    items: Vec<ContactItem>,
    /// The address of the next page; null on the last.
    next: Option<String>,
}

/// A contact as the API shows it to its owner.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Contact)]
struct ContactItem {
    id: ContactId,
    kind: Kind,
    name: String,
    organisation: String,
    title: String,
    emails: Vec<String>,
    phones: Vec<String>,
    /// Pages, and handles as `@somebody@social.example`.
    links: Vec<String>,
    /// teacher_librarians, school_board, administration, speakers, professors, associations, or one's own name.
    categories: Vec<String>,
    /// How we met.
    met: String,
    /// What about.
    about: String,
    /// Markdown.
    notes: String,
    next_step: String,
    /// The day of the next step; a letter goes to the owner in the morning.
    next_date: Option<String>,
    /// When last in touch.
    touched: Option<String>,
    version: i64,
}

impl From<Contact> for ContactItem {
    fn from(contact: Contact) -> ContactItem {
        let draft = contact.draft;
        ContactItem {
            id: contact.id,
            kind: draft.kind,
            name: draft.name,
            organisation: draft.organisation,
            title: draft.title,
            emails: draft.emails,
            phones: draft.phones,
            links: draft.links,
            categories: draft.categories.iter().map(|one| Category::word(one).to_owned()).collect(),
            met: draft.met,
            about: draft.about,
            notes: draft.notes,
            next_step: draft.next_step,
            next_date: draft.next_date.map(|date| date.to_string()),
            touched: draft.touched.map(|date| date.to_string()),
            version: contact.version,
        }
    }
}

/// What is written of a contact; what is not sent stays.
#[derive(ToSchema)]
#[schema(as = ContactDraft)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct Written {
    /// person (as where nothing is said) or organisation.
    kind: Option<String>,
    name: String,
    organisation: Option<String>,
    title: Option<String>,
    emails: Option<Vec<String>>,
    phones: Option<Vec<String>>,
    links: Option<Vec<String>>,
    categories: Option<Vec<String>>,
    met: Option<String>,
    about: Option<String>,
    notes: Option<String>,
    next_step: Option<String>,
    next_date: Option<String>,
    touched: Option<String>,
}

/// The contacts of one's own book, a hundred a page.
#[utoipa::path(
    get,
    path = "/api/v1/contacts",
    params(
        ("q" = Option<String>, Query, description = "Beginnings of words, without case and accents"),
        ("category" = Option<String>, Query, description = "A category"),
        ("not_since" = Option<String>, Query, description = "Not in touch since this day, or never"),
        ("order" = Option<String>, Query, description = "name, longest (out of touch), latest, next"),
        ("page" = Option<i64>, Query, description = "Which page, from 1"),
    ),
    responses((status = 200, body = ContactPage), (status = 401), (status = 422, description = "A wrong filter"))
)]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let mut problems = Problems::new();
    let search = Search::read(&query, visit.today, &mut problems);
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let (search, stretch) = problems.or((search, stretch))?;
    let mut db = app.read().await?;
    let total = store::find::count(&mut db, me, &search).await?;
    let contacts = store::find::page(&mut db, me, &search, (PAGE, stretch.offset())).await?;
    let next = stretch.after(total).map(|page| search.address(&format!("{}/api/v1/contacts", app.url()), page));
    json(&ContactPage { items: contacts.into_iter().map(Into::into).collect(), next })
}

/// Adds a contact to one's own book.
#[utoipa::path(post, path = "/api/v1/contacts", request_body = Written,
    responses((status = 201, body = ContactItem), (status = 401), (status = 403, description = "the book is full"), (status = 422)))]
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mut problems = Problems::new();
    input.only(&FIELDS, &mut problems);
    let draft = Draft::default().read_over(&input, visit.today, &mut problems);
    let draft = problems.or(draft)?;
    let mut db = app.write().await?;
    let id = change::add(&mut db, &app, me, draft).await?;
    db.commit().await?;
    let contact = change::mine(&mut *app.read().await?, me, id).await?;
    json_with(StatusCode::CREATED, &ContactItem::from(contact))
}

/// A contact of one's own book.
#[utoipa::path(get, path = "/api/v1/contacts/{id}", params(("id" = ContactId, Path)),
    responses((status = 200, body = ContactItem), (status = 401), (status = 404, description = "also one of another's book")))]
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    let me = visit.me()?.id;
    json(&ContactItem::from(change::mine(&mut *app.read().await?, me, id).await?))
}

/// Changes a contact.
#[utoipa::path(patch, path = "/api/v1/contacts/{id}", params(("id" = ContactId, Path)), request_body = Written,
    responses((status = 200, body = ContactItem), (status = 401), (status = 404),
              (status = 409, description = "it has another version by now"), (status = 422)))]
pub async fn change(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let contact = change::mine(&mut db, me, id).await?;
    let mut problems = Problems::new();
    input.only(&[&FIELDS[..], &["version"]].concat(), &mut problems);
    let version = input.number("version", 1..=i64::MAX, &mut problems).unwrap_or(contact.version);
    let draft = contact.draft.read_over(&input, visit.today, &mut problems);
    let draft = problems.or(draft)?;
    change::save(&mut db, &app, me, (&contact, version), &draft).await?;
    db.commit().await?;
    json(&ContactItem::from(change::mine(&mut *app.read().await?, me, id).await?))
}

/// Takes a contact out of the book.
#[utoipa::path(delete, path = "/api/v1/contacts/{id}", params(("id" = ContactId, Path)),
    responses((status = 204), (status = 401), (status = 404)))]
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    edit::put_away(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// “We were in touch today.”
#[utoipa::path(post, path = "/api/v1/contacts/{id}/touch", params(("id" = ContactId, Path)),
    responses((status = 200, body = ContactItem), (status = 401), (status = 404)))]
pub async fn touch(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let contact = change::mine(&mut db, me, id).await?;
    change::touch(&mut db, &app, me, &contact, visit.today).await?;
    db.commit().await?;
    json(&ContactItem::from(change::mine(&mut *app.read().await?, me, id).await?))
}

/// The next step is done: one was in touch today, and nothing is next.
#[utoipa::path(post, path = "/api/v1/contacts/{id}/done", params(("id" = ContactId, Path)), operation_id = "contact_done",
    responses((status = 200, body = ContactItem), (status = 401), (status = 404)))]
pub async fn done(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let contact = change::mine(&mut db, me, id).await?;
    change::done(&mut db, &app, me, &contact, visit.today).await?;
    db.commit().await?;
    json(&ContactItem::from(change::mine(&mut *app.read().await?, me, id).await?))
}

/// Which change is taken back.
#[derive(ToSchema)]
#[schema(as = ContactUndo)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct UndoBody {
    /// The version that the change made.
    version: i64,
}

/// Takes the last change of a contact back, also “in touch” and “done”.
#[utoipa::path(post, path = "/api/v1/contacts/{id}/undo", params(("id" = ContactId, Path)), request_body = UndoBody,
    operation_id = "undo_contact",
    responses((status = 200, body = ContactItem), (status = 401), (status = 404),
              (status = 409, description = "something else was changed since, or it is taken back"), (status = 422)))]
pub async fn undo(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>, input: Input) -> Answer {
    edit::undo_one(&visit, &app, id, &input).await?;
    json(&ContactItem::from(change::mine(&mut *app.read().await?, visit.me()?.id, id).await?))
}

/// Puts a contact back into the book.
#[utoipa::path(post, path = "/api/v1/contacts/{id}/restore", params(("id" = ContactId, Path)),
    operation_id = "restore_contact",
    responses((status = 204), (status = 401), (status = 403, description = "the book is full"), (status = 404)))]
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    edit::put_back(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The whole book as a file: vcard3, vcard4, csv, xlsx.
#[utoipa::path(get, path = "/api/v1/contacts/export/{form}",
    params(("form" = String, Path), ("notes" = Option<String>, Query, description = "yes: cards with what is for the owner only")),
    responses((status = 200, description = "the file"), (status = 401), (status = 404)))]
pub async fn book(visit: Visit, State(app): State<App>, Path(form): Path<String>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let out: Out = form.parse().map_err(|()| Failure::NotFound)?;
    let contacts = store::find::all(&mut *app.read().await?, me).await?;
    export::given(&visit, out, &contacts, query.typed("notes") == "yes").await
}
