//! A newcomer's own pages: the five questions, the answer, and a month later.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use calendar::rule::Weekdays;
use circles::{Hope, Level};

use super::five::{Tell, hope_key, level_key};
use super::newcomer::{Helped, Newcomer};
use super::say::{self, Shown};
use super::{deeds, form, store};
use crate::app::App;
use crate::database::{Connection, Result};
use crate::ids::{NewcomerId, PersonId};
use crate::people::{self, Card};
use crate::schools;
use crate::web::{Answer, Failure, Form, Input, Page, Problems, Visit, go, html, html_with};

/// The five questions, asked of a person and, by a link, of somebody without an account.
#[derive(Template)]
#[template(path = "newcomers/pages/questions.html")]
pub struct Questions {
    page: Page,
    form: Form,
    action: String,
    schools: Vec<String>,
    /// Schools beyond those that have a field, as a program may send them: they are kept.
    more: Vec<String>,
    days: Vec<(String, String, String)>,
    levels: Vec<(String, String)>,
    hopes: Vec<(String, String)>,
    tells: Vec<(String, String)>,
    /// Whose link it was; empty for a person.
    from: String,
    /// Whether somebody of their address answered before there was an account.
    kept: bool,
    /// Whether they answered before.
    again: bool,
}

impl Questions {
    /// With what there is to choose from.
    pub async fn ask(db: &mut Connection, visit: &Visit, form: Form, action: String) -> Result<Questions> {
        let page = Page::new(visit, "home", visit.language.say("welcome-title").to_string());
        let words = page.words();
        let day = |day| {
            let code = Weekdays::code(day).to_owned();
            (code, words.weekday_short(day).to_owned(), words.weekday(day).to_owned())
        };
        let pair = |word: &str, key: &'static str| (word.to_owned(), page.say(key).to_string());
        let offered = schools::offered(db, None).await?;
        let more = offered.iter().map(|school| school.id.to_string()).filter(|id| form.has("schools", id)).collect();
        Ok(Questions {
            more,
            schools: offered.into_iter().map(|school| school.name).collect(),
            days: Weekdays::MONDAY_TO_FRIDAY.iter().map(day).collect(),
            levels: Level::ALL.iter().map(|of| pair(of.word(), level_key(*of))).collect(),
            hopes: Hope::ALL.iter().map(|of| pair(of.word(), hope_key(*of))).collect(),
            tells: Tell::ALL.iter().map(|of| pair(of.word(), of.key())).collect(),
            form,
            action,
            from: String::new(),
            kept: false,
            again: false,
            page,
        })
    }

    /// By the link of a colleague.
    #[must_use]
    pub fn from(self, name: String) -> Questions {
        Questions { from: name, ..self }
    }
}

/// A form in which nothing is said yet: what is told of is ticked.
pub fn blank() -> Input {
    let mut input = Input::default();
    for tell in [Tell::Teaches, Tell::Interests, Tell::Hopes] {
        input.add("tells", tell.word());
    }
    input
}

/// Whether a person has not answered yet.
pub async fn is_new(db: &mut Connection, person: PersonId) -> Result<bool> {
    Ok(store::of_person(db, person).await?.is_none())
}

/// `GET /welcome`
pub async fn form(visit: Visit, State(app): State<App>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let before = store::of_person(&mut db, me.id).await?;
    let input = match &before {
        Some(newcomer) => form::filled(&mut db, &newcomer.five()).await?,
        None => blank(),
    };
    let kept = match people::person(&mut db, me.id).await? {
        Some(person) => store::of_email(&mut db, &person.email, visit.now).await?.is_some(),
        None => false,
    };
    let form = Form::new(visit.language, input);
    let questions = Questions::ask(&mut db, &visit, form, "/welcome".to_owned()).await?;
    html(&Questions { kept, again: before.is_some(), ..questions })
}

/// `POST /welcome`
pub async fn answer(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let mut db = app.read().await?;
    let five = form::read(&mut db, &input, &mut problems).await?;
    if !problems.is_empty() {
        let form = Form::wrong(visit.language, input, problems);
        let questions = Questions::ask(&mut db, &visit, form, "/welcome".to_owned()).await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &questions);
    }
    let advice = deeds::advise(&mut db, &app, Some(me.id), &five).await?;
    drop(db);
    let mut db = app.write().await?;
    deeds::answer_advised(&mut db, &app, me.id, (&five, &advice)).await?;
    db.commit().await?;
    Ok(go("/welcome/answer").done(visit.language, "welcome-answered").into_response())
}

#[derive(Template)]
#[template(path = "newcomers/pages/answer.html")]
struct Answered {
    page: Page,
    id: NewcomerId,
    circles: Vec<Shown>,
    /// What they answered, in words.
    place: String,
    days: Form,
    week: Vec<(String, String, String)>,
    told: Vec<(String, String)>,
    buddy: Option<Card>,
    /// Whether somebody asks them how it was.
    month: bool,
    /// Without an account: the address of the answer, and the form to ask for one.
    key: String,
    wants: Form,
    wanted: bool,
    until: String,
}

async fn answered(db: &mut Connection, visit: &Visit, app: &App, newcomer: &Newcomer) -> Result<Answered> {
    let mut circles = Vec::new();
    for named in store::circles(db, newcomer.id).await? {
        circles.extend(say::seen(db, app, visit, &named).await?);
    }
    let five = newcomer.five();
    let page = Page::new(visit, "home", visit.language.say("welcome-answer-title").to_string());
    let words = page.words();
    let mut days = Input::default();
    five.days.iter().for_each(|day| days.add("days", Weekdays::code(day)));
    let buddy = match newcomer.buddy_id {
        Some(buddy) => people::cards_of(db, &[buddy]).await?.into_iter().next(),
        None => None,
    };
    Ok(Answered {
        id: newcomer.id,
        circles,
        place: say::place(db, visit.language, &five).await?,
        days: Form::new(visit.language, days),
        week: Weekdays::MONDAY_TO_FRIDAY
            .iter()
            .map(|day| {
                let code = Weekdays::code(day).to_owned();
                (code, words.weekday_short(day).to_owned(), words.weekday(day).to_owned())
            })
            .collect(),
        told: say::told(db, visit.language, &five).await?,
        buddy,
        month: newcomer.asked_at.is_some() && newcomer.said_at.is_none(),
        key: String::new(),
        wants: Form::new(visit.language, Input::default()),
        wanted: newcomer.wanted_at.is_some(),
        until: newcomer.expires_at.map(|at| page.day(&at)).unwrap_or_default(),
        page,
    })
}

/// The answer to somebody without an account, with the form in which they ask for one.
pub async fn answer_of_key(
    db: &mut Connection,
    visit: &Visit,
    app: &App,
    newcomer: &Newcomer,
    (key, wants): (String, Form),
) -> Answer {
    let status = if wants.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let answered = answered(db, visit, app, newcomer).await?;
    html_with(status, &Answered { key, wants, ..answered })
}

/// The visitor's answers.
pub async fn mine(db: &mut Connection, visit: &Visit) -> std::result::Result<Newcomer, Failure> {
    store::of_person(db, visit.me()?.id).await?.ok_or(Failure::NotFound)
}

/// `GET /welcome/answer`: to whoever has not answered, the questions.
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    let mut db = app.read().await?;
    match mine(&mut db, &visit).await {
        Ok(newcomer) => html(&answered(&mut db, &visit, &app, &newcomer).await?),
        Err(Failure::NotFound) => Ok(go("/welcome").into_response()),
        Err(failure) => Err(failure),
    }
}

/// `POST /welcome/again`: looks again with the days that are ticked; for whoever's week changed.
pub async fn again(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let days = input.choices::<Weekdays>("days", &mut problems);
    problems.or(())?;
    let mut db = app.read().await?;
    let newcomer = mine(&mut db, &visit).await?;
    let days = days.iter().flat_map(|day| day.iter()).fold(Weekdays::NONE, Weekdays::with);
    let five = super::Five { days, ..newcomer.five() };
    let advice = deeds::advise(&mut db, &app, Some(me.id), &five).await?;
    drop(db);
    let mut db = app.write().await?;
    deeds::answer_advised(&mut db, &app, me.id, (&five, &advice)).await?;
    db.commit().await?;
    Ok(go("/welcome/answer").done(visit.language, "welcome-looked-again").into_response())
}

#[derive(Template)]
#[template(path = "newcomers/pages/forget.html")]
struct Forget {
    page: Page,
}

/// `GET /welcome/forget`
pub async fn forget_form(visit: Visit, State(app): State<App>) -> Answer {
    mine(&mut *app.read().await?, &visit).await?;
    html(&Forget { page: Page::new(&visit, "home", visit.language.say("welcome-forget-title").to_string()) })
}

/// `POST /welcome/forget`
pub async fn forget(visit: Visit, State(app): State<App>) -> Answer {
    let newcomer = mine(&mut *app.read().await?, &visit).await?;
    let mut db = app.write().await?;
    store::delete(&mut db, newcomer.id).await?;
    db.commit().await?;
    Ok(go("/").done(visit.language, "welcome-forgotten").into_response())
}

/// `POST /welcome/take`: takes over what somebody of the visitor's address answered before there was an account.
pub async fn take(visit: Visit, State(app): State<App>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let person = people::person(&mut db, me.id).await?.ok_or(Failure::NotFound)?;
    let kept = store::of_email(&mut db, &person.email, visit.now).await?.ok_or(Failure::NotFound)?;
    let advice = deeds::advise(&mut db, &app, Some(me.id), &kept.five()).await?;
    drop(db);
    let mut db = app.write().await?;
    deeds::take_over(&mut db, &app, &kept, (me.id, &advice)).await?;
    db.commit().await?;
    Ok(go("/welcome/answer").done(visit.language, "welcome-taken").into_response())
}

#[derive(Template)]
#[template(path = "newcomers/pages/month.html")]
struct Month {
    page: Page,
    form: Form,
    choices: Vec<(String, String)>,
}

fn month_page(visit: &Visit, form: Form) -> Month {
    let page = Page::new(visit, "home", visit.language.say("welcome-month-title").to_string());
    let choice = |helped: &Helped| {
        let word = page.say(helped.key()).to_string();
        (helped.word().to_owned(), word)
    };
    Month { choices: Helped::ALL.iter().map(choice).collect(), form, page }
}

/// `GET /welcome/month`
pub async fn month_form(visit: Visit, State(app): State<App>) -> Answer {
    let newcomer = mine(&mut *app.read().await?, &visit).await?;
    let said = newcomer.helped.map(|helped| helped.word().to_owned()).unwrap_or_default();
    let input = Input::filled([("helped", said), ("missing", newcomer.missing)]);
    html(&month_page(&visit, Form::new(visit.language, input)))
}

/// `POST /welcome/month`
pub async fn month(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    match say_month(&visit, &app, &input).await {
        Ok(()) => Ok(go("/welcome/answer").done(visit.language, "welcome-month-thanks").into_response()),
        Err(Failure::Invalid(problems)) => {
            let form = Form::wrong(visit.language, input, problems);
            html_with(StatusCode::UNPROCESSABLE_ENTITY, &month_page(&visit, form))
        }
        Err(failure) => Err(failure),
    }
}

/// Keeps what a newcomer says a month later.
pub async fn say_month(visit: &Visit, app: &App, input: &Input) -> std::result::Result<(), Failure> {
    let newcomer = mine(&mut *app.read().await?, visit).await?;
    let mut problems = Problems::new();
    let said = form::read_month(input, &mut problems);
    let Some((helped, missing)) = problems.or(said)? else { return Ok(()) };
    let mut db = app.write().await?;
    store::said(&mut db, newcomer.id, helped, &missing, visit.now).await?;
    db.commit().await?;
    Ok(())
}
