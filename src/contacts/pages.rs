//! The book, and a page of it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::civil::Date;

use super::category::{Category, Given};
use super::contact::{Contact, Kind, leads_to};
use super::find::{Order, QUIET, Search};
use super::{change, store};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{ContactId, PersonId};
use crate::text::{Html, markdown};
use crate::web::{Answer, Failure, Form, Page, Path, Problems, Query, Stretch, Visit, html, html_with};

/// How many contacts a page of the book has.
const PAGE: i64 = 50;

/// A contact in a list.
struct Row {
    id: ContactId,
    name: String,
    initials: String,
    /// What they do and where.
    about: String,
    categories: String,
    /// When last in touch, in words.
    touched: String,
    /// What is next, in words.
    next: String,
}

impl Row {
    fn of(page: &Page, contact: &Contact) -> Row {
        let draft = &contact.draft;
        let next = match (draft.next_date, draft.next_step.as_str()) {
            (None, step) => step.to_owned(),
            (Some(date), "") => page.words().date(date, page.today),
            (Some(date), step) => page
                .say("contact-next-on")
                .with("step", step)
                .with("date", page.words().date(date, page.today))
                .to_string(),
        };
        Row {
            id: contact.id,
            name: draft.name.clone(),
            initials: crate::people::initials(&draft.name),
            about: about(&draft.title, &draft.organisation),
            categories: named(page, &draft.categories),
            touched: touched(page, draft.touched),
            next,
        }
    }
}

/// “Professor · University of the Fjords”.
fn about(title: &str, organisation: &str) -> String {
    let parts: Vec<&str> = [title, organisation].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn named(page: &Page, categories: &[Category]) -> String {
    categories.iter().map(|category| category.name(page.tongue())).collect::<Vec<_>>().join(" · ")
}

/// When last in touch.
fn touched(page: &Page, date: Option<Date>) -> String {
    match date {
        None => page.say("contact-touched-never").to_string(),
        Some(date) if date == page.today => page.say("contact-touched-today").to_string(),
        Some(date) => page.say("contact-touched-on").with("date", page.words().date(date, page.today)).to_string(),
    }
}

/// The categories to choose from: the given ones, and one's own that are in use.
pub async fn choices(db: &mut Connection, page: &Page, owner: PersonId) -> Result<Vec<(String, String)>, Failure> {
    let mut choices: Vec<(String, String)> =
        Given::ALL.iter().map(|given| (given.word().to_owned(), page.say(given.key()).to_string())).collect();
    for filled in store::find::categories(db, owner).await? {
        if let Ok(Category::Own(name)) = filled.category.parse() {
            choices.push((name.clone(), name));
        }
    }
    Ok(choices)
}

#[derive(Template)]
#[template(path = "contacts/pages/list.html")]
struct List {
    page: Page,
    form: Form,
    categories: Vec<(String, String)>,
    quiet: Vec<(String, String)>,
    orders: Vec<(String, String)>,
    /// What is to be done now: contact, name, what, when.
    due: Vec<(ContactId, String, String, String)>,
    rows: Vec<Row>,
    count: String,
    place: String,
    before: String,
    after: String,
    /// There is nobody in the book yet.
    none: bool,
}

/// `GET /contacts?q=&category=&quiet=&order=&page=`
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let page = Page::new(&visit, "people", visit.language.say("contacts-title").to_string());
    let mut problems = Problems::new();
    let search = Search::read(&query, visit.today, &mut problems);
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let mut db = app.read().await?;
    let (total, contacts) = if problems.is_empty() {
        let total = store::find::count(&mut db, me, &search).await?;
        (total, store::find::page(&mut db, me, &search, (PAGE, stretch.offset())).await?)
    } else {
        (0, Vec::new())
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut categories = vec![(String::new(), page.say("contacts-any-category").to_string())];
    categories.extend(choices(&mut db, &page, me).await?);
    let mut quiet = vec![(String::new(), page.say("contacts-any-time").to_string())];
    quiet.extend(
        QUIET.map(|months| (months.to_string(), page.say("contacts-quiet-months").with("count", months).to_string())),
    );
    let due = store::find::due(&mut db, me, visit.today).await?;
    let due = due.into_iter().map(|due| {
        let when = page.words().date(*due.next_date, page.today);
        (due.id, due.name, due.next_step, when)
    });
    let link = |number: Option<i64>| number.map_or_else(String::new, |number| search.address("/contacts", number));
    let (first, last) = (stretch.first(contacts.len()), stretch.last(contacts.len()));
    html_with(
        status,
        &List {
            form: Form::wrong(visit.language, query, problems),
            categories,
            quiet,
            orders: Order::ALL.map(|order| (order.word().to_owned(), page.say(order.key()).to_string())).to_vec(),
            due: due.collect(),
            rows: contacts.iter().map(|contact| Row::of(&page, contact)).collect(),
            count: page.say("contacts-count").with("count", total).to_string(),
            place: page.say("contacts-where").with("first", first).with("last", last).with("total", total).to_string(),
            before: link(stretch.before()),
            after: link(stretch.after(total)),
            none: search.is_empty() && total == 0,
            page,
        },
    )
}

#[derive(Template)]
#[template(path = "contacts/pages/one.html")]
struct One {
    page: Page,
    id: ContactId,
    initials: String,
    person: bool,
    about: String,
    categories: String,
    touched: String,
    /// Whether one was in touch today.
    today: bool,
    next_step: String,
    next_date: String,
    next: bool,
    emails: Vec<String>,
    /// Numbers, and what dials them.
    phones: Vec<(String, String)>,
    /// Links, and where they lead; nowhere when empty.
    links: Vec<(String, String)>,
    met: String,
    talked: String,
    notes: Html,
    has_notes: bool,
    added: String,
}

/// `GET /contacts/{contact}`
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>) -> Answer {
    let me = visit.me()?.id;
    let contact = change::mine(&mut *app.read().await?, me, id).await?;
    let draft = contact.draft;
    let page = Page::new(&visit, "people", draft.name.clone());
    let dialled = |phone: &String| {
        let digits: String = phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
        (phone.clone(), digits)
    };
    html(&One {
        id,
        initials: crate::people::initials(&draft.name),
        person: draft.kind == Kind::Person,
        about: about(&draft.title, &draft.organisation),
        categories: named(&page, &draft.categories),
        touched: touched(&page, draft.touched),
        today: draft.touched == Some(visit.today),
        next: draft.next_date.is_some() || !draft.next_step.is_empty(),
        next_step: draft.next_step,
        next_date: draft.next_date.map(|date| page.words().date(date, page.today)).unwrap_or_default(),
        phones: draft.phones.iter().map(dialled).collect(),
        links: draft.links.iter().map(|link| (link.clone(), leads_to(link).unwrap_or_default())).collect(),
        emails: draft.emails,
        met: draft.met,
        talked: draft.about,
        has_notes: !draft.notes.is_empty(),
        notes: markdown(&draft.notes),
        added: page.day(&contact.created_at),
        page,
    })
}
