//! Answering by a tap, and a page for a reason.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::answer::{Answer as Stands, EXCUSE, Mine, Reply, Wish, may_answer, read_wish};
use super::{say, store};
use crate::app::App;
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Query, Visit, go, here, html, html_with};

/// The person, if they may answer this series.
pub async fn may_answer_series(visit: &Visit, app: &App, id: SeriesId) -> Result<PersonId, Failure> {
    let mut db = app.read().await?;
    let (_, rights) = gatherings::series_for(&mut db, id, visit.me.as_ref()).await?.ok_or(Failure::NotFound)?;
    rights.may_take_part()?;
    Ok(visit.me()?.id)
}

/// The gathering and the person, if they may answer it.
pub async fn may_answer_gathering(visit: &Visit, app: &App, id: GatheringId) -> Result<(Gathering, PersonId), Failure> {
    let mut db = app.read().await?;
    let (gathering, rights) =
        gatherings::gathering_for(&mut db, id, visit.me.as_ref()).await?.ok_or(Failure::NotFound)?;
    rights.may_take_part()?;
    Ok((gathering, visit.me()?.id))
}

/// Where to go afterwards: the page the form stood on, if it is one of this site.
fn back(input: &Input, otherwise: String) -> String {
    let back = input.typed("back");
    if here(back) { back.to_owned() } else { otherwise }
}

/// `POST /series/{series}/answer`: `answer` yes, maybe, no, or none to take it back; `back`.
pub async fn answer_series(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, input: Input) -> Answer {
    let me = may_answer_series(&visit, &app, id).await?;
    let wish = read_wish(&input)?;
    let back = back(&input, format!("/series/{id}"));
    let mut db = app.write().await?;
    let before = store::series_answer(&mut db, id, me).await?;
    let done = match wish {
        Some(wish) => say::say_series(&mut db, &app, id, me, wish).await,
        None => say::take_back_series(&mut db, &app, id, me).await,
    };
    if let Err(Failure::Stale(why)) = done {
        return Ok(go(back).problem(visit.language, why).into_response());
    }
    done?;
    let mine = store::mine_in_series(&mut db, id, me).await?;
    db.commit().await?;
    let waiting = mine.values().filter(|mine| mine.answer == Stands::Waiting && !mine.own).count();
    let message = match wish {
        None => Message::new("answers-said-series-none"),
        Some(Wish::No) => Message::new("answers-said-series-no"),
        Some(Wish::Maybe) => Message::new("answers-said-series-maybe"),
        Some(Wish::Yes) if waiting > 0 => {
            Message::new("answers-said-series-waiting").with("count", i64::try_from(waiting).unwrap_or(i64::MAX))
        }
        Some(Wish::Yes) => Message::new("answers-said-series-yes"),
    };
    let undo = before.map_or("none", Wish::word);
    let action = format!("/series/{id}/answer");
    let fields = [("answer", undo), ("back", &back)];
    Ok(go(&back).done(visit.language, message).undo(visit.language, action, &fields).into_response())
}

/// `POST /gatherings/{gathering}/answer`: `answer` yes, maybe, no, or series to take the own answer
/// back; `excuse`, `back`.
pub async fn answer_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    input: Input,
) -> Answer {
    let (gathering, me) = may_answer_gathering(&visit, &app, id).await?;
    let back = back(&input, format!("/gatherings/{id}"));
    let Reply { wish, excuse } = match Reply::read(&input) {
        Ok(reply) => reply,
        Err(problems) => {
            let form = Form::wrong(visit.language, input, problems);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, &Excuse::new(&visit, gathering, form));
        }
    };
    let mut db = app.write().await?;
    let done = match wish {
        Some(wish) => {
            let said = say::say_anew(&mut db, &app, id, me, (wish, excuse.as_deref())).await;
            said.map(|said| (said.before.map(Mine::from), Some(said.now)))
        }
        None => {
            let before = store::mine(&mut db, id, me).await?;
            say::take_back(&mut db, &app, id, me).await.map(|now| (before, now))
        }
    };
    let (before, now) = match done {
        Err(Failure::Stale(why)) => return Ok(go(back).problem(visit.language, why).into_response()),
        done => done?,
    };
    db.commit().await?;
    let date = visit.language.words().date(*gathering.date, visit.today);
    let message = said_words(wish, now.as_ref()).with("date", date);
    let own = before.filter(|before| before.own);
    let undo = own.as_ref().map_or("series", |own| own.answer.wish().word());
    let excuse = own.and_then(|own| own.excuse).unwrap_or_default();
    let action = format!("/gatherings/{id}/answer");
    let fields = [("answer", undo), ("excuse", &excuse), ("back", &back)];
    Ok(go(&back).done(visit.language, message).undo(visit.language, action, &fields).into_response())
}

/// What was done, in words.
fn said_words(wish: Option<Wish>, now: Option<&Mine>) -> Message {
    match (wish, now.map(|now| (now.answer, now.position))) {
        (_, Some((Stands::Waiting, position))) => {
            Message::new("answers-said-waiting").with("position", position.unwrap_or(1))
        }
        (None, Some((Stands::Yes, _))) => Message::new("answers-said-back-yes"),
        (None, Some((Stands::Maybe, _))) => Message::new("answers-said-back-maybe"),
        (None, Some((Stands::No, _))) => Message::new("answers-said-back-no"),
        (_, Some((Stands::Yes, _))) => Message::new("answers-said-yes"),
        (_, Some((Stands::Maybe, _))) => Message::new("answers-said-maybe"),
        (_, Some((Stands::No, _))) => Message::new("answers-said-no"),
        (_, None) => Message::new("answers-said-none"),
    }
}

/// Where these pages are in the house.
pub fn place(visit: &Visit, gathering: &Gathering) -> Vec<(String, String)> {
    vec![
        ("/gatherings".to_owned(), visit.language.say("nav-gatherings").to_string()),
        (format!("/gatherings/{}", gathering.id), gathering.title.clone()),
    ]
}

#[derive(Template)]
#[template(path = "answers/pages/excuse.html")]
struct Excuse {
    page: Page,
    place: Vec<(String, String)>,
    form: Form,
    gathering: Gathering,
    /// Title and time; the date is in the question.
    about: String,
    /// Why nothing can be answered, if so.
    closed: Option<String>,
}

impl Excuse {
    fn new(visit: &Visit, gathering: Gathering, form: Form) -> Excuse {
        let words = visit.language.words();
        let title = visit.language.say("excuse-title").with("date", words.date(*gathering.date, visit.today));
        Excuse {
            place: place(visit, &gathering),
            page: Page::new(visit, "gatherings", title.to_string()),
            about: format!("{}, {}", gathering.title, words.range(*gathering.starts, *gathering.ends)),
            closed: may_answer(&gathering, visit.now).err().map(|why| visit.language.tell(&why)),
            gathering,
            form,
        }
    }

    fn most(&self) -> usize {
        EXCUSE
    }
}

/// `GET /gatherings/{gathering}/excuse?back=`: a page to say no with a reason.
pub async fn excuse(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, Query(query): Query) -> Answer {
    let (gathering, me) = may_answer_gathering(&visit, &app, id).await?;
    let mine = store::mine(&mut *app.read().await?, id, me).await?;
    let filled = Input::filled([
        ("excuse", mine.and_then(|mine| mine.excuse).unwrap_or_default()),
        ("back", back(&query, format!("/gatherings/{id}"))),
    ]);
    html(&Excuse::new(&visit, gathering, Form::new(visit.language, filled)))
}
