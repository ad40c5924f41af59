//! The page of a team, on which it completes itself.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State as With;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::deeds::{self, Whole, open};
use super::store;
use super::team::State;
use crate::app::App;
use crate::ids::{PersonId, TeamId};
use crate::people::{self, Card, Role};
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};
use crate::{networks, schools};

/// A seat as people see it.
struct Chair {
    role: Role,
    word: String,
    /// Who sits there or was asked.
    person: Option<Card>,
    /// Whether they said yes.
    within: bool,
}

#[derive(Template)]
#[template(path = "teams/pages/show.html")]
struct Show {
    page: Page,
    place: Vec<(String, String)>,
    lead: String,
    id: TeamId,
    form: Form,
    chairs: Vec<Chair>,
    /// Whether the visitor is asked to sit in it, and as what.
    asked: Option<String>,
    missing: String,
    confirmed: bool,
    removed: bool,
    reminded: String,
    may_complete: bool,
    may_lead: bool,
    /// The people of the school, to choose from.
    colleagues: Vec<String>,
}

/// `GET /teams/{team}`
pub async fn show(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>) -> Answer {
    let whole = open(&mut *app.read().await?, &visit, id).await?;
    page(&visit, &app, StatusCode::OK, Form::new(visit.language, Input::default()), whole).await
}

async fn page(visit: &Visit, app: &App, status: StatusCode, form: Form, whole: Whole) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let school = schools::school(&mut db, whole.team.school_id).await?.map_or_else(String::new, |school| school.name);
    let page = Page::new(visit, "networks", visit.language.say("teams-of").with("school", &school).to_string());
    let people: Vec<PersonId> = whole.taken.iter().map(|seat| seat.person_id).collect();
    let cards: HashMap<PersonId, Card> =
        people::cards_of(&mut db, &people).await?.into_iter().map(|card| (card.id, card)).collect();
    let may_complete = whole.may_complete(me.id).is_ok();
    let colleagues = if may_complete {
        people::at_school(&mut db, whole.team.school_id, 200)
            .await?
            .into_iter()
            .map(|card| format!("{} <{}>", card.name, card.email))
            .collect()
    } else {
        Vec::new()
    };
    let word = |role: &Role| page.say(role.key()).to_string();
    let chairs = whole
        .seats
        .iter()
        .map(|role| {
            let seat = whole.taken.iter().find(|seat| seat.role == *role);
            Chair {
                role: *role,
                word: calendar::words::capitalised(&word(role)),
                person: seat.and_then(|seat| cards.get(&seat.person_id).cloned()),
                within: seat.is_some_and(|seat| seat.state == State::In),
            }
        })
        .collect();
    let asked = whole.taken.iter().find(|seat| seat.person_id == me.id && seat.state == State::Asked);
    let mut place = networks::place(&page, &whole.network);
    if whole.rights.may_see_members().is_ok() {
        place.push((format!("/networks/{}/teams", whole.network.id), page.say("teams-title").to_string()));
    }
    html_with(
        status,
        &Show {
            lead: page.say("years-title").with("title", &whole.year.title).to_string(),
            id: whole.team.id,
            form,
            chairs,
            asked: asked.map(|seat| word(&seat.role)),
            missing: page.words().list(&whole.missing().iter().map(word).collect::<Vec<_>>()),
            confirmed: whole.team.confirmed,
            removed: whole.team.removed_at.is_some(),
            reminded: whole.team.reminded_at.map(|at| page.day(&at)).unwrap_or_default(),
            may_complete,
            may_lead: whole.rights.may_lead().is_ok(),
            colleagues,
            place,
            page,
        },
    )
}

/// `POST /teams/{team}/seats` with `role` and `person`.
pub async fn name(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>, input: Input) -> Answer {
    match name_one(&visit, &app, id, &input).await {
        Ok((name, State::In)) => {
            let done = Message::new("teams-named-in").with("name", name);
            Ok(go(format!("/teams/{id}")).done(visit.language, done).into_response())
        }
        Ok((name, State::Asked)) => {
            let done = Message::new("teams-named-asked").with("name", name);
            let go = go(format!("/teams/{id}")).done(visit.language, done);
            Ok(go.undo(visit.language, format!("/teams/{id}/empty"), &[("role", input.typed("role"))]).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let whole = open(&mut *app.read().await?, &visit, id).await?;
            page(&visit, &app, StatusCode::UNPROCESSABLE_ENTITY, Form::wrong(visit.language, input, problems), whole)
                .await
        }
        Err(failure) => Err(failure),
    }
}

/// Names somebody for a seat; who it is and whether they are in at once.
pub async fn name_one(visit: &Visit, app: &App, id: TeamId, input: &Input) -> Result<(String, State), Failure> {
    let me = visit.me()?;
    open(&mut *app.read().await?, visit, id).await?.may_complete(me.id)?;
    let mut problems = Problems::new();
    input.only(&["role", "person"], &mut problems);
    let role = input.needed_choice::<Role>("role", &mut problems);
    let named = networks::named(visit, app, input, "person", &mut problems).await?;
    if named.len() > 1 {
        problems.add("person", "networks-problem-one");
    }
    let (role, named) = problems.or((role, named))?;
    let (Some(role), Some(person)) = (role, named.first().copied()) else { return Err(Failure::NotFound) };
    let mut db = app.write().await?;
    let whole = open(&mut db, visit, id).await?;
    let state = deeds::name(&mut db, app, &whole, (role, person), me.id).await?;
    let name = people::person(&mut db, person).await?.map_or_else(String::new, |person| person.name);
    db.commit().await?;
    Ok((name, state))
}

/// `POST /teams/{team}/empty` with `role`: nobody sits there any more.
pub async fn empty(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>, input: Input) -> Answer {
    empty_one(&visit, &app, id, |problems| input.needed_choice("role", problems)).await?;
    Ok(go(format!("/teams/{id}")).done(visit.language, "teams-emptied").into_response())
}

/// Frees a seat: whoever may complete the team, and who sits there or was asked to.
pub async fn empty_one(
    visit: &Visit,
    app: &App,
    id: TeamId,
    which: impl FnOnce(&mut Problems) -> Option<Role> + Send,
) -> Result<(), Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let whole = open(&mut db, visit, id).await?;
    let mut problems = Problems::new();
    let role = which(&mut problems);
    let own = whole.taken.iter().any(|seat| seat.person_id == me.id && Some(seat.role) == role);
    if !own {
        whole.may_complete(me.id)?;
    }
    whole.may_change()?;
    if let Some(role) = problems.or(role)? {
        store::stand_up(&mut db, id, role).await?;
        whole.tell(&mut db, app).await?;
    }
    db.commit().await?;
    Ok(())
}

/// `POST /teams/{team}/answer` with `answer` (`accept`, `decline`).
pub async fn answer(visit: Visit, With(app): With<App>, Path(id): Path<TeamId>, input: Input) -> Answer {
    let (network, yes) = answer_one(&visit, &app, id, &input).await?;
    let go = if yes { go(format!("/teams/{id}")) } else { go(format!("/networks/{network}")) };
    Ok(go.done(visit.language, if yes { "teams-accepted" } else { "teams-declined" }).into_response())
}

/// The visitor says yes or no; the network, and what they said.
pub async fn answer_one(
    visit: &Visit,
    app: &App,
    id: TeamId,
    input: &Input,
) -> Result<(crate::ids::NetworkId, bool), Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let whole = open(&mut db, visit, id).await?;
    if !whole.sits(me.id) {
        return Err(Failure::refused("teams-refused-answer"));
    }
    whole.may_change()?;
    let mut problems = Problems::new();
    input.only(&["answer"], &mut problems);
    let yes = input.needed_choice::<networks::Yes>("answer", &mut problems);
    let yes = problems.or(yes)?.is_some_and(|yes| yes.0);
    deeds::answer(&mut db, app, &whole, me.id, yes).await?;
    db.commit().await?;
    Ok((whole.network.id, yes))
}
