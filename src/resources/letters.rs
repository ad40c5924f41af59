//! The page from which a host sends what was kept.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::door::Room;
use super::send::{self, Group};
use super::{Of, door};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::Gathering;
use crate::ids::GatheringId;
use crate::topics;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "resources/pages/send.html")]
struct Sending {
    page: Page,
    place: Vec<(String, String)>,
    gathering: Gathering,
    form: Form,
    groups: Vec<(String, String)>,
    /// How many had exactly this.
    had: usize,
    /// How many would get it.
    many: usize,
    body: String,
    is_empty: bool,
}

/// A gathering whose notes the visitor may send, or why not.
async fn open(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<Gathering, Failure> {
    let desk = door::open(db, visit, Of::Gathering(id)).await?;
    let Room::Gathering { gathering, rights, .. } = desk.room else { return Err(Failure::NotFound) };
    rights.may_host()?;
    may_send(&gathering, visit.now)?;
    Ok(*gathering)
}

/// May anything of a gathering be sent? Once it began, unless it was called off.
pub fn may_send(gathering: &Gathering, now: crate::clock::Instant) -> Result<(), Message> {
    if gathering.is_cancelled() {
        Err(Message::new("send-refused-cancelled"))
    } else if now < gathering.starts_at {
        Err(Message::new("send-refused-early"))
    } else {
        Ok(())
    }
}

/// `GET /gatherings/{gathering}/send`
pub async fn preview(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let gathering = open(&mut db, &visit, id).await?;
    let input = Input::filled([("to", Group::Came.word().to_owned()), ("to", Group::CouldNot.word().to_owned())]);
    show(&mut db, &app, (&visit, gathering), StatusCode::OK, Form::new(visit.language, input)).await
}

async fn show(
    db: &mut Connection,
    app: &App,
    (visit, gathering): (&Visit, Gathering),
    status: StatusCode,
    form: Form,
) -> Answer {
    let preview = send::preview(db, &gathering).await?;
    let label = |key: &'static str, many: usize| visit.language.say(key).with("count", many).to_string();
    let page = Sending {
        page: Page::new(visit, "gatherings", visit.language.say("send-title").to_string()),
        place: topics::place(db, visit, &gathering).await?,
        groups: vec![
            (Group::Came.word().to_owned(), label("send-to-came", preview.came.len())),
            (Group::CouldNot.word().to_owned(), label("send-to-could-not", preview.could_not.len())),
        ],
        had: preview.had.iter().filter(|one| preview.came.contains(one) || preview.could_not.contains(one)).count(),
        many: preview.people(&[Group::Came, Group::CouldNot], false).len(),
        body: preview.body(app, &gathering, visit.language),
        is_empty: preview.is_empty,
        gathering,
        form,
    };
    html_with(status, &page)
}

/// What a host sends: to whom, and whether again.
pub fn read(input: &Input, problems: &mut Problems) -> (Vec<Group>, bool) {
    let groups: Vec<Group> = input.choices("to", problems);
    if groups.is_empty() && problems.is_empty() {
        problems.add("to", "send-problem-nobody");
    }
    (groups, input.ticked("again", problems))
}

/// Sends; gives how many letters go out.
pub async fn send(visit: &Visit, app: &App, id: GatheringId, input: &Input) -> Result<usize, Failure> {
    let gathering = open(&mut *app.read().await?, visit, id).await?;
    let mut problems = Problems::new();
    input.only(&["to", "again"], &mut problems);
    let (groups, again) = read(input, &mut problems);
    let (groups, again) = problems.or((groups, again))?;
    let mut db = app.write().await?;
    let preview = send::preview(&mut db, &gathering).await?;
    if preview.is_empty {
        return Err(Problems::one("", "send-problem-empty").into());
    }
    if preview.people(&groups, again).is_empty() {
        return Err(Problems::one("to", "send-problem-all-had").into());
    }
    let letters = send::send(&mut db, app, &gathering, &groups, again).await?;
    db.commit().await?;
    Ok(letters)
}

/// `POST /gatherings/{gathering}/send`
pub async fn post(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    match send(&visit, &app, id, &input).await {
        Ok(letters) => {
            let message = Message::new("send-sent").with("count", i64::try_from(letters).unwrap_or(0));
            Ok(go(format!("/gatherings/{id}")).done(visit.language, message).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let mut db = app.read().await?;
            let gathering = open(&mut db, &visit, id).await?;
            let form = Form::wrong(visit.language, input, problems);
            show(&mut db, &app, (&visit, gathering), StatusCode::UNPROCESSABLE_ENTITY, form).await
        }
        Err(failure) => Err(failure),
    }
}
