//! The pages of an import: the file, a look at what would come, and taking it over.

use std::io::Read as _;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::import::{self, Double, Read, Taken, Way};
use super::store;
use crate::app::App;
use crate::ids::ContactImportId;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Upload, Visit, go, html, html_with};

/// How many of a file are shown before it is taken over.
const SHOWN: usize = 10;

#[derive(Template)]
#[template(path = "contacts/pages/import.html")]
struct FilePage {
    page: Page,
    form: Form,
    /// What is wrong in the file, line by line.
    wrong: Vec<String>,
}

fn show(visit: &Visit, problems: Problems, wrong: &[Message]) -> Answer {
    let fine = problems.is_empty() && wrong.is_empty();
    let status = if fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    html_with(
        status,
        &FilePage {
            page: Page::new(visit, "people", visit.language.say("contacts-import").to_string()),
            wrong: wrong.iter().map(|message| visit.language.tell(message)).collect(),
            form: Form::wrong(visit.language, Input::default(), problems),
        },
    )
}

/// `GET /contacts/import`
pub async fn form(visit: Visit) -> Answer {
    visit.me()?;
    show(&visit, Problems::new(), &[])
}

/// `POST /contacts/import`: reads the file, and leads to a look at it.
pub async fn read(visit: Visit, State(app): State<App>, request: Request) -> Answer {
    match read_one(&visit, &app, request).await? {
        Ok(id) => Ok(go(format!("/contacts/import/{id}")).into_response()),
        Err((problems, wrong)) => show(&visit, problems, &wrong),
    }
}

/// What is wrong with a file: as a whole, and line by line.
pub type Wrong = (Problems, Vec<Message>);

/// Reads a file and keeps what was read until it is taken over; or says what is wrong.
pub async fn read_one(visit: &Visit, app: &App, request: Request) -> Result<Result<ContactImportId, Wrong>, Failure> {
    let me = visit.me()?.id;
    let upload = Upload::read(app, request).await?;
    let mut problems = upload.problems.clone();
    let Some(received) = upload.file else {
        if problems.about("file").is_none() {
            problems.add("file", "upload-problem-none");
        }
        return Ok(Err((problems, Vec::new())));
    };
    let name = received.name.clone();
    // Reading five thousand cards takes a moment: away from the threads that answer people.
    let read = tokio::task::spawn_blocking(move || -> anyhow::Result<Result<Read, Vec<Message>>> {
        let mut bytes = Vec::new();
        received.spool.reader()?.take(vcard::LARGEST as u64 + 1).read_to_end(&mut bytes)?;
        Ok(import::read(&bytes, &name))
    });
    let read = match read.await.map_err(anyhow::Error::from)?? {
        Ok(read) => read,
        Err(wrong) => return Ok(Err((Problems::one("file", "contacts-file-wrong"), wrong))),
    };
    let id: ContactImportId = app.new_id().map_err(anyhow::Error::from)?;
    let content = serde_json::to_string(&read).map_err(anyhow::Error::from)?;
    let mut db = app.write().await?;
    store::imports::insert(&mut db, id, me, &content, app.now()).await?;
    db.commit().await?;
    Ok(Ok(id))
}

/// Somebody who may be in the book already.
struct Asked {
    field: String,
    name: String,
    /// Why one might think so.
    why: String,
    there: String,
    /// Ways: word, name, whether it is proposed.
    ways: Vec<(&'static str, String, bool)>,
}

#[derive(Template)]
#[template(path = "contacts/pages/look.html")]
struct Look {
    page: Page,
    id: ContactImportId,
    count: String,
    /// Name, and the rest, of the first.
    first: Vec<(String, String)>,
    more: String,
    columns: String,
    left_out: String,
    notes: Vec<String>,
    doubles: Vec<Asked>,
}

/// What is done with somebody who may be there already, where nobody says otherwise.
pub fn proposed(double: &Double) -> Way {
    if double.by_email { Way::Merge } else { Way::Add }
}

/// What was read of a file: whether it is taken over, what would come, and who may be there already.
pub async fn look_one(visit: &Visit, app: &App, id: ContactImportId) -> Result<(bool, Read, Vec<Double>), Failure> {
    let me = visit.me()?.id;
    let mut db = app.read().await?;
    let kept = store::imports::import(&mut db, me, id).await?.ok_or(Failure::NotFound)?;
    let read: Read = serde_json::from_str(&kept.content).map_err(anyhow::Error::from)?;
    let known = if kept.taken_at.is_some() { Vec::new() } else { store::find::known(&mut db, me).await? };
    let doubles = import::doubles(&read.contacts, known);
    Ok((kept.taken_at.is_some(), read, doubles))
}

/// `GET /contacts/import/{contact_import}`
pub async fn look(visit: Visit, State(app): State<App>, Path(id): Path<ContactImportId>) -> Answer {
    let (taken, read, doubles) = look_one(&visit, &app, id).await?;
    if taken {
        return Ok(go("/contacts").into_response());
    }
    let page = Page::new(&visit, "people", visit.language.say("contacts-import-look").to_string());
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let mut notes = Vec::new();
    for (key, many) in [
        ("contacts-import-groups", read.groups),
        ("contacts-import-twice", read.twice),
        ("contacts-import-beyond", read.beyond),
    ] {
        if many > 0 {
            notes.push(page.say(key).with("count", count(many)).to_string());
        }
    }
    let first = read.contacts.iter().take(SHOWN).map(|(_, draft)| {
        let mut about: Vec<&str> = vec![&draft.title, &draft.organisation];
        about.extend(draft.emails.iter().map(String::as_str));
        about.retain(|part| !part.is_empty());
        (draft.name.clone(), about.join(" · "))
    });
    let asked = |double: &Double| {
        let (_, draft) = read.contacts.get(double.place)?;
        let why = if double.by_email { "contacts-import-same-email" } else { "contacts-import-same-name" };
        let way = |way: Way| {
            let key = match way {
                Way::Merge => "contacts-import-merge",
                Way::Add => "contacts-import-add",
                Way::Leave => "contacts-import-leave",
            };
            (way.word(), page.say(key).to_string(), way == proposed(double))
        };
        Some(Asked {
            field: format!("do-{}", double.place),
            name: draft.name.clone(),
            why: page.say(why).with("name", &double.name).to_string(),
            there: format!("/contacts/{}", double.id),
            ways: Way::ALL.map(way).to_vec(),
        })
    };
    let left_out: Vec<String> = read
        .left_out
        .iter()
        .map(|(name, many)| if read.cards { format!("{name} ({many})") } else { name.clone() })
        .collect();
    html(&Look {
        id,
        count: page.say("contacts-import-count").with("count", count(read.contacts.len())).to_string(),
        more: match read.contacts.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => page.say("contacts-import-more").with("count", count(more)).to_string(),
        },
        first: first.collect(),
        columns: read.columns.join(", "),
        left_out: left_out.join(", "),
        notes,
        doubles: doubles.iter().filter_map(asked).collect(),
        page,
    })
}

/// `POST /contacts/import/{contact_import}`
pub async fn take(visit: Visit, State(app): State<App>, Path(id): Path<ContactImportId>, input: Input) -> Answer {
    let way = |double: &Double| input.typed(&format!("do-{}", double.place)).parse().unwrap_or(proposed(double));
    let Taken { added, merged } = match take_one(&visit, &app, id, way).await {
        Ok(taken) => taken,
        Err(Failure::Stale(message)) => {
            return Ok(go("/contacts").problem(visit.language, message).into_response());
        }
        Err(failure) => return Err(failure),
    };
    let done = Message::new("contacts-imported").with("added", added).with("merged", merged);
    let go = go("/contacts").done(visit.language, done);
    Ok(go.undo(visit.language, format!("/contacts/import/{id}/undo"), &[]).into_response())
}

/// Takes over what was read; `way` says what to do with those who may be there.
pub async fn take_one(
    visit: &Visit,
    app: &App,
    id: ContactImportId,
    way: impl Fn(&Double) -> Way + Send,
) -> Result<Taken, Failure> {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let kept = store::imports::import(&mut db, me, id).await?.ok_or(Failure::NotFound)?;
    let read: Read = serde_json::from_str(&kept.content).map_err(anyhow::Error::from)?;
    let taken = import::take(&mut db, app, me, (id, &read), way).await?;
    db.commit().await?;
    Ok(taken)
}

/// `POST /contacts/import/{contact_import}/undo`
pub async fn undo(visit: Visit, State(app): State<App>, Path(id): Path<ContactImportId>) -> Answer {
    undo_one(&visit, &app, id).await?;
    Ok(go("/contacts").done(visit.language, "contacts-import-undone").into_response())
}

/// Takes an import back.
pub async fn undo_one(visit: &Visit, app: &App, id: ContactImportId) -> Result<(), Failure> {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    store::imports::import(&mut db, me, id).await?.ok_or(Failure::NotFound)?;
    import::take_back(&mut db, app, me, id).await?;
    db.commit().await?;
    Ok(())
}
