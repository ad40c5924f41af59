//! The pages on which one writes: notes, links and files of a topic or a gathering, and one of them.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::door::{self, Desk, Room};
use super::{Note, Of, Resource, store};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{GatheringId, NetworkId, ResourceId, TopicId};
use crate::text::{self, Html};
use crate::web::{Answer, Failure, Form, Input, Page, Path, Visit, html_with};

/// The forms of the page; one of them may be wrong.
#[derive(Debug)]
pub struct Forms {
    /// The note; with `preview` also how it will look.
    pub note: Form,
    /// A link to add.
    pub link: Form,
    /// A file to add.
    pub file: Form,
    /// How a typed note will look.
    pub preview: Option<Html>,
    /// What someone else wrote meanwhile.
    pub theirs: Option<String>,
}

impl Forms {
    /// Nothing typed yet; the note holds what is written.
    pub async fn fresh(db: &mut Connection, visit: &Visit, of: Of) -> Result<Forms, Failure> {
        let note = store::note(db, of).await?;
        let empty = || Form::new(visit.language, Input::default());
        let values = [
            ("text", note.as_ref().map(|note| note.text.clone()).unwrap_or_default()),
            ("version", note.map_or(0, |note| note.version).to_string()),
        ];
        let note = Form::new(visit.language, Input::filled(values));
        Ok(Forms { note, link: empty(), file: empty(), preview: None, theirs: None })
    }

    /// Shows how a note will look.
    #[must_use]
    pub fn with_preview(mut self, typed: &str) -> Forms {
        self.preview = Some(text::markdown(typed));
        self
    }
}

#[derive(Template)]
#[template(path = "resources/pages/desk.html")]
struct DeskPage {
    page: Page,
    place: Vec<(String, String)>,
    lead: String,
    href: String,
    note: Option<Note>,
    /// Links and files, each with whether the visitor may change it.
    things: Vec<(bool, Resource)>,
    /// Whether there is a note, too.
    notes: bool,
    writes: bool,
    /// Whether the visitor says in which order things stand.
    orders: bool,
    forms: Forms,
    /// The largest upload, in megabytes.
    most: u64,
}

/// `GET /gatherings/{gathering}/resources`
pub async fn of_gathering(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    one(&visit, &app, Of::Gathering(id)).await
}

/// `GET /topics/{topic}/resources`
pub async fn of_topic(visit: Visit, State(app): State<App>, Path(id): Path<TopicId>) -> Answer {
    one(&visit, &app, Of::Topic(id)).await
}

/// `GET /networks/{network}/resources`
pub async fn of_network(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    one(&visit, &app, Of::Network(id)).await
}

async fn one(visit: &Visit, app: &App, of: Of) -> Answer {
    let mut db = app.read().await?;
    let desk = door::open(&mut db, visit, of).await?;
    let forms = Forms::fresh(&mut db, visit, of).await?;
    show(&mut db, app, (visit, &desk), StatusCode::OK, forms).await
}

/// The page with its forms as they stand.
pub async fn show(
    db: &mut Connection,
    app: &App,
    (visit, desk): (&Visit, &Desk),
    status: StatusCode,
    forms: Forms,
) -> Answer {
    let mut place = desk.place(db, visit).await?;
    let lead = match &desk.room {
        Room::Gathering { topic: Some(on), .. } => {
            place.push((desk.of.href(), on.topic.title.clone()));
            visit.language.say("resources-lead-topic").with("title", &on.topic.title)
        }
        Room::Gathering { gathering, .. } => {
            visit.language.say("resources-lead-gathering").with("title", &gathering.title)
        }
        Room::Network(network, _) => {
            visit.language.say(if network.shelf_is_open() { "resources-lead-open" } else { "resources-lead-network" })
        }
    };
    let title = if desk.of.network().is_some() { "resources-things" } else { "resources-title" };
    let shelf = desk.shelf(db).await?;
    let things = shelf.resources.into_iter();
    let things = things.map(|one| (desk.may_change(&one).is_ok(), one)).collect();
    let page = DeskPage {
        page: Page::new(visit, desk.section(), visit.language.say(title).to_string()),
        lead: lead.to_string(),
        place,
        href: desk.of.href(),
        note: shelf.note,
        things,
        notes: desk.of.network().is_none(),
        orders: desk.may_order().is_ok(),
        writes: desk.may_write().is_ok(),
        forms,
        most: app.config.largest_upload / 1_000_000,
    };
    html_with(status, &page)
}

#[derive(Template)]
#[template(path = "resources/pages/edit.html")]
struct EditPage {
    page: Page,
    place: Vec<(String, String)>,
    resource: Resource,
    form: Form,
}

/// `GET /resources/{resource}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<ResourceId>) -> Answer {
    let mut db = app.read().await?;
    let (resource, desk) = door::to_change(&mut db, &visit, id).await?;
    let form = Form::new(visit.language, filled(&resource));
    editing(&mut db, (&visit, &desk), resource, StatusCode::OK, form).await
}

/// What the form of a link or file holds.
pub fn filled(resource: &Resource) -> Input {
    Input::filled([
        ("title", resource.title.clone()),
        ("address", resource.address.clone().unwrap_or_default()),
        ("version", resource.version.to_string()),
    ])
}

/// The page of one link or file.
pub async fn editing(
    db: &mut Connection,
    (visit, desk): (&Visit, &Desk),
    resource: Resource,
    status: StatusCode,
    form: Form,
) -> Answer {
    let mut place = desk.place(db, visit).await?;
    let above = if desk.of.network().is_some() { "resources-things" } else { "resources-title" };
    place.push((desk.of.page(), visit.language.say(above).to_string()));
    let page = Page::new(visit, desk.section(), visit.language.say("resources-edit-title").to_string());
    html_with(status, &EditPage { page, place, resource, form })
}
