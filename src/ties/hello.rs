//! Saying hello: a short letter to somebody one knows from gatherings, or who is shown on the map. It goes out
//! through the house, so that no address is needed; the answer goes straight to whoever wrote.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::{invite, store};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{GatheringId, PersonId};
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

/// The most letters of a person in a day, so that nobody writes to everybody.
const A_DAY: usize = 5;
/// The days between two letters to the same person.
const APART: i64 = 30;

#[derive(Template)]
#[template(path = "ties/pages/hello.html")]
struct Hello {
    page: Page,
    to: Person,
    form: Form,
    /// The coming gatherings the visitor hosts, to invite to.
    hosted: Vec<(String, String)>,
    /// The next gathering to which both could come: its address, and in words.
    both: Option<(GatheringId, String)>,
}

/// Whom the visitor may write to: who is shown, and who was at a gathering or in a team with them.
pub async fn reader(db: &mut Connection, visit: &Visit, id: PersonId) -> Result<Person, Failure> {
    let me = visit.me()?.id;
    let person = people::person(db, id).await?.filter(|person| person.left_at.is_none()).ok_or(Failure::NotFound)?;
    let knows =
        store::is_shown(db, id).await? || store::of_person(db, me).await?.iter().any(|tie| tie.beside(me) == id);
    if id == me || !knows {
        return Err(Failure::refused("ties-refused-hello"));
    }
    Ok(person)
}

/// `GET /ties/hello/{person}`
pub async fn form(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let form = Form::new(visit.language, Input::default());
    shown(&visit, &app, id, StatusCode::OK, form).await
}

async fn shown(visit: &Visit, app: &App, id: PersonId, status: StatusCode, form: Form) -> Answer {
    let mut db = app.read().await?;
    let to = reader(&mut db, visit, id).await?;
    let title = visit.language.say("ties-hello-title").with("name", &to.name).to_string();
    let hosted = invite::hosted(&mut db, visit).await?;
    let coming = if hosted.is_empty() { invite::Coming::of(&mut db, visit).await? } else { invite::Coming::default() };
    let both = coming.both(id).map(|one| (one.id, invite::in_words(visit.language, one, visit)));
    let hosted = invite::choices(&hosted, visit);
    html_with(status, &Hello { page: Page::new(visit, "people", title), to, form, hosted, both })
}

/// The same page with what was wrong beside it.
pub async fn again(visit: &Visit, app: &App, id: PersonId, input: Input, problems: Problems) -> Answer {
    let form = Form::wrong(visit.language, input, problems);
    shown(visit, app, id, StatusCode::UNPROCESSABLE_ENTITY, form).await
}

/// `POST /ties/hello/{person}`: `words`.
pub async fn send(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    match write(&visit, &app, id, &input).await {
        Ok(to) => {
            let message = Message::new("ties-hello-sent").with("name", to.name);
            Ok(go("/ties").done(visit.language, message).into_response())
        }
        Err(Failure::Invalid(problems)) => again(&visit, &app, id, input, problems).await,
        Err(failure) => Err(failure),
    }
}

/// Writes to somebody.
pub async fn write(visit: &Visit, app: &App, id: PersonId, input: &Input) -> Result<Person, Failure> {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let to = reader(&mut db, visit, id).await?;
    let mut problems = Problems::new();
    input.only(&["words"], &mut problems);
    let words = input.text("words", 10..=600, &mut problems);
    let mut sent = store::greetings_since(&mut db, me, visit.now.plus_days(-APART)).await?;
    sent.retain(|sent| sent.gathering_id.is_none());
    if sent.iter().any(|sent| sent.to_person == id) {
        problems.add("words", Message::new("ties-hello-again").with("days", APART));
    } else if sent.iter().filter(|sent| sent.sent_at > visit.now.plus_days(-1)).count() >= A_DAY {
        problems.add("words", Message::new("ties-hello-many").with("most", i64::try_from(A_DAY).unwrap_or(0)));
    }
    let words = problems.or(words)?;
    let from = people::person(&mut db, me).await?.ok_or(Failure::NotFound)?;
    let language = people::language_of(&mut db, &to).await?;
    let text = language.say("mail-hello-text").with("name", &to.name).with("who", &from.name);
    let letter = Letter {
        name: to.name.clone(),
        email: to.email.clone(),
        subject: language.say("mail-hello-subject").with("who", &from.name).to_string(),
        text: text.with("words", &words).with("link", format!("{}/people/{me}", app.url())).to_string(),
    };
    store::insert_greeting(&mut db, app.new_id()?, (me, id), (&words, None), visit.now).await?;
    mail::send_from(&mut db, app, &letter, (&from.name, &from.email)).await?;
    db.commit().await?;
    Ok(to)
}
