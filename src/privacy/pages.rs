//! The pages: what is kept about me, and a steward's page that erases somebody.

use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

use super::kept::{self, Part};
use super::parcel::{self, Outward, Parcel};
use super::{erase as deeds, letters};
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::ids::PersonId;
use crate::people::{self, Person};
use crate::personal::{self, Deed, Fate};
use crate::web::{
    Answer, Failure, Form, Input, Me, Message, Page, Path, Problems, Visit, disposition, file_name, go, html, html_with,
};

#[derive(Template)]
#[template(path = "privacy/pages/mine.html")]
struct Mine {
    page: Page,
    parts: Vec<Shown>,
    files: usize,
}

/// A part in words.
struct Shown {
    title: String,
    about: String,
    lines: Vec<String>,
}

impl Shown {
    fn of(page: &Page, visit: &Visit, part: &Part) -> Shown {
        let line = |entries: &kept::Entries| {
            page.say("data-line")
                .with("count", entries.rows)
                .with("kept", visit.language.tell(&entries.kept))
                .with("fate", page.say(entries.fate).to_string())
                .to_string()
        };
        Shown {
            title: page.say(part.title).to_string(),
            about: page.say(part.about).to_string(),
            lines: part.lines.iter().map(line).collect(),
        }
    }
}

async fn myself(db: &mut Connection, visit: &Visit) -> Result<Person, Failure> {
    people::person(db, visit.me()?.id).await?.ok_or(Failure::NotFound)
}

/// `GET /account/data`: what Klatsch keeps about whoever asks.
pub async fn mine(visit: Visit, State(app): State<App>) -> Answer {
    let me = visit.me()?.id;
    let sections = super::sections(&mut *app.read().await?, me).await?;
    let page = Page::new(&visit, "people", visit.language.say("data-title").to_string());
    html(&Mine {
        parts: kept::parts(&sections).iter().map(|part| Shown::of(&page, &visit, part)).collect(),
        files: sections.iter().map(|section| section.files.len()).sum(),
        page,
    })
}

/// `GET /account/data.zip`: the same, to take along.
pub async fn parcel(visit: Visit, State(app): State<App>) -> Answer {
    let mut db = app.read().await?;
    let person = myself(&mut db, &visit).await?;
    let sections = super::sections(&mut db, person.id).await?;
    drop(db);
    let name = file_name(&format!("klatsch {}.zip", person.name));
    let parcel = Parcel {
        files: app.files.clone(),
        sections,
        language: visit.language,
        name: person.name,
        at: app.now().to_rfc3339(),
    };
    let (sender, receiver) = tokio::sync::mpsc::channel(8);
    let runtime = tokio::runtime::Handle::current();
    tokio::task::spawn_blocking(move || {
        let out = std::io::BufWriter::with_capacity(64 * 1024, Outward(sender.clone()));
        if let Err(error) = parcel::write(&parcel, out, &runtime) {
            // The browser sees a download that broke off, not a file that seems whole.
            tracing::warn!(%error, "a person's data did not go out whole");
            let _ = sender.blocking_send(Err(std::io::Error::other("not whole")));
        }
    });
    let pieces = futures_util::stream::unfold(receiver, async |mut receiver| {
        let piece = receiver.recv().await?;
        Some((piece, receiver))
    });
    let way = HeaderValue::from_str(&disposition(false, &name)).map_err(anyhow::Error::from)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_DISPOSITION, way),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

/// `POST /account/data/forget`: tells the stewards that whoever asks wishes to be forgotten.
pub async fn ask(visit: Visit, State(app): State<App>) -> Answer {
    let mut db = app.write().await?;
    let person = myself(&mut db, &visit).await?;
    letters::wish(&mut db, &app, &person).await?;
    db.commit().await?;
    Ok(go("/account/data").done(visit.language, "data-forget-asked").into_response())
}

#[derive(Template)]
#[template(path = "privacy/pages/erase.html")]
struct Erase {
    page: Page,
    person: Person,
    path: String,
    form: Form,
    lines: Vec<(String, String)>,
}

/// Whom a steward may erase: anybody but themselves, so that a district is never without one.
pub fn may_erase(me: &Me, person: PersonId) -> Result<(), Message> {
    if !me.steward {
        Err(Message::new("refused-steward"))
    } else if me.id == person {
        Err(Message::new("refused-erase-self"))
    } else {
        Ok(())
    }
}

/// The person to be erased, for whoever may do so.
pub async fn concerned(db: &mut Writing, visit: &Visit, id: PersonId) -> Result<Person, Failure> {
    let me = visit.steward()?;
    let person = people::person(db, id).await?.ok_or(Failure::NotFound)?;
    may_erase(me, id).map_err(Failure::Refused)?;
    people::is_still_steward(me, &people::hold_stewards(db).await?).map_err(Failure::Refused)?;
    Ok(person)
}

/// Whether the name was typed as it stands, so that nobody is erased by a slip.
pub fn named(person: &Person, input: &Input, problems: &mut Problems) {
    let typed = input.line("name", 1..=200, problems);
    if problems.is_empty() && typed.to_lowercase() != person.name.to_lowercase() {
        problems.add("name", Message::new("erase-name-wrong").with("name", person.name.as_str()));
    }
}

/// `GET /people/{person}/erase`: what would be done.
pub async fn look(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let mut db = app.write().await?;
    let person = concerned(&mut db, &visit, id).await?;
    let form = Form::new(visit.language, Input::default());
    shown(&visit, db, &app, person, (StatusCode::OK, form)).await
}

async fn shown(
    visit: &Visit,
    mut db: Writing,
    app: &App,
    person: Person,
    (status, form): (StatusCode, Form),
) -> Answer {
    let deeds = deeds::erase(&mut db, app, &person).await?;
    // Only to learn what would be done: nothing of it stays.
    drop(db);
    let title = visit.language.say("erase-title").with("name", &person.name).to_string();
    let page = Page::new(visit, "people", title);
    let lines = lines(&page, &deeds);
    html_with(status, &Erase { path: format!("/people/{}", person.id), page, person, form, lines })
}

/// What is done, in words: of which part, and what becomes of it.
fn lines(page: &Page, deeds: &[Deed]) -> Vec<(String, String)> {
    let mut lines: Vec<(&'static str, Fate, u64)> = Vec::new();
    for deed in deeds.iter().filter(|deed| deed.rows > 0) {
        let part = personal::table(deed.table).and_then(|table| table.export).and_then(kept::title);
        let part = part.unwrap_or("data-other");
        match lines.iter_mut().find(|(of, fate, _)| *of == part && *fate == deed.fate) {
            Some((_, _, rows)) => *rows += deed.rows,
            None => lines.push((part, deed.fate, deed.rows)),
        }
    }
    lines.sort_by_key(|(part, fate, _)| (*part, *fate));
    let mut said: Vec<(String, String)> = Vec::new();
    for (part, fate, rows) in lines {
        let what = match fate {
            Fate::Deleted => page.say("erase-deleted"),
            Fate::Anonymised => page.say("erase-anonymised"),
        };
        let (part, what) = (page.say(of_another(part)).to_string(), what.with("count", rows).to_string());
        match said.last_mut().filter(|(last, _)| *last == part) {
            Some((_, before)) => *before = format!("{before} · {what}"),
            None => said.push((part, what)),
        }
    }
    said
}

/// A part as it is called where it is somebody else's.
fn of_another(part: &'static str) -> &'static str {
    match part {
        "data-profile" => "erase-profile",
        "data-hosted" => "erase-hosted",
        "data-answers" => "erase-answers",
        "data-topics" => "erase-topics",
        "data-attendance" => "erase-attendance",
        "data-contacts" => "erase-contacts",
        other => other,
    }
}

/// `POST /people/{person}/erase`: forgets somebody for good.
pub async fn erase(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let person = concerned(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    named(&person, &input, &mut problems);
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        return shown(&visit, db, &app, person, (StatusCode::UNPROCESSABLE_ENTITY, form)).await;
    }
    deeds::erase(&mut db, &app, &person).await?;
    db.commit().await?;
    tracing::info!(person = %person.id, by = %visit.me()?.id, "a person was erased");
    Ok(go("/people").done(visit.language, "erase-done").into_response())
}
