//! Joining, asking, inviting, answering, leaving.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::deeds::{self, Joined};
use super::member::Kind;
use super::{Network, pages, seen, store};
use crate::app::App;
use crate::ids::{NetworkId, PersonId};
use crate::people;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

/// The most letters of what somebody writes with a request, an invitation or an answer.
pub const WORD: usize = 600;

/// `POST /networks/{network}/join`
pub async fn join(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    let (network, joined) = match join_one(&visit, &app, id, &input).await {
        Err(Failure::Invalid(problems)) => {
            let form = Form::wrong(visit.language, input, problems);
            return pages::whole(&visit, &app, id, (StatusCode::UNPROCESSABLE_ENTITY, form)).await;
        }
        other => other?,
    };
    let go = go(format!("/networks/{id}"));
    Ok(match joined {
        Joined::In => {
            let done = Message::new("networks-joined").with("name", network.name);
            go.done(visit.language, done).undo(visit.language, format!("/networks/{id}/leave"), &[])
        }
        Joined::Asked => {
            go.done(visit.language, "networks-asked").undo(visit.language, format!("/networks/{id}/withdraw"), &[])
        }
    }
    .into_response())
}

/// Joins, or asks.
pub async fn join_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<(Network, Joined), Failure> {
    let me = visit.me()?;
    let mut problems = Problems::new();
    input.only(&["word"], &mut problems);
    let word = input.text("word", 0..=WORD, &mut problems);
    // Whoever may not know of it is told that first.
    seen(&mut *app.read().await?, Some(me), id).await?;
    problems.or(())?;
    let mut db = app.write().await?;
    let joined = deeds::join(&mut db, app, me, id, &word).await?;
    db.commit().await?;
    Ok(joined)
}

/// `POST /networks/{network}/leave`
pub async fn leave(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let network = leave_one(&visit, &app, id).await?;
    // Where only members see it, its page is gone for who left.
    let to =
        if network.audience == super::Audience::Network { "/networks".to_owned() } else { format!("/networks/{id}") };
    let go = go(to).done(visit.language, Message::new("networks-left").with("name", network.name));
    Ok(go.undo(visit.language, format!("/networks/{id}/return"), &[]).into_response())
}

/// Leaves.
pub async fn leave_one(visit: &Visit, app: &App, id: NetworkId) -> Result<Network, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let network = deeds::leave(&mut db, app, me, id).await?;
    db.commit().await?;
    Ok(network)
}

/// `POST /networks/{network}/return`: who left a moment ago is in it again, as they were.
pub async fn back(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let network = back_one(&visit, &app, id).await?;
    let done = Message::new("networks-back").with("name", network.name);
    Ok(go(format!("/networks/{id}")).done(visit.language, done).into_response())
}

/// Comes back.
pub async fn back_one(visit: &Visit, app: &App, id: NetworkId) -> Result<Network, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let network = deeds::come_back(&mut db, app, me, id).await?;
    db.commit().await?;
    Ok(network)
}

/// `POST /networks/{network}/withdraw`: the visitor no longer asks.
pub async fn withdraw(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    dropped(&visit, &app, (id, visit.me()?.id), Kind::Request).await?;
    Ok(go(format!("/networks/{id}")).done(visit.language, "networks-withdrawn").into_response())
}

/// `POST /networks/{network}/decline`: the visitor does not follow an invitation.
pub async fn decline(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    dropped(&visit, &app, (id, visit.me()?.id), Kind::Invitation).await?;
    Ok(go("/networks").done(visit.language, "networks-declined").into_response())
}

/// `POST /networks/{network}/invitations/{person}/withdraw`
pub async fn uninvite(visit: Visit, State(app): State<App>, Path((id, person)): Path<(NetworkId, PersonId)>) -> Answer {
    uninvite_one(&visit, &app, (id, person)).await?;
    Ok(go(format!("/networks/{id}")).done(visit.language, "networks-uninvited").into_response())
}

/// Takes back that somebody was invited.
pub async fn uninvite_one(visit: &Visit, app: &App, (id, person): (NetworkId, PersonId)) -> Result<(), Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_admit()?;
    dropped(visit, app, (id, person), Kind::Invitation).await
}

/// What waits between a person and a network waits no more.
pub async fn dropped(visit: &Visit, app: &App, (id, person): (NetworkId, PersonId), kind: Kind) -> Result<(), Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    deeds::held(&mut db, me, id).await?;
    store::calls::delete(&mut db, id, person, kind).await?;
    db.commit().await?;
    Ok(())
}

/// `POST /networks/{network}/requests/{person}` with `answer` (`accept`, `decline`) and perhaps a `word`.
pub async fn answer(
    visit: Visit,
    State(app): State<App>,
    Path((id, person)): Path<(NetworkId, PersonId)>,
    input: Input,
) -> Answer {
    let yes = answer_one(&visit, &app, (id, person), &input).await?;
    let name = people::person(&mut *app.read().await?, person).await?.map_or_else(String::new, |person| person.name);
    let done = Message::new(if yes { "networks-admitted" } else { "networks-not-admitted" }).with("name", name);
    let go = go(format!("/networks/{id}")).done(visit.language, done);
    Ok(if yes { go.undo(visit.language, format!("/networks/{id}/members/{person}/remove"), &[]) } else { go }
        .into_response())
}

/// Answers somebody who asked; whether they are in.
pub async fn answer_one(
    visit: &Visit,
    app: &App,
    (id, person): (NetworkId, PersonId),
    input: &Input,
) -> Result<bool, Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_admit()?;
    let mut problems = Problems::new();
    input.only(&["answer", "word"], &mut problems);
    let yes = input.needed_choice::<Yes>("answer", &mut problems);
    let word = input.text("word", 0..=WORD, &mut problems);
    let yes = problems.or(yes)?.is_some_and(|yes| yes.0);
    let mut db = app.write().await?;
    deeds::answer(&mut db, app, me, (id, person), (yes, &word)).await?;
    db.commit().await?;
    Ok(yes)
}

/// `accept` or `decline`.
pub struct Yes(pub bool);

impl std::str::FromStr for Yes {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "accept" => Ok(Yes(true)),
            "decline" => Ok(Yes(false)),
            _ => Err(()),
        }
    }
}

#[derive(Template)]
#[template(path = "networks/pages/invite.html")]
struct Invite {
    page: Page,
    place: Vec<(String, String)>,
    form: Form,
    network: Network,
}

/// `GET /networks/{network}/invite`
pub async fn invite_form(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    visit.me()?;
    let (network, rights) = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
    rights.may_admit()?;
    invite_page(&visit, StatusCode::OK, Form::new(visit.language, Input::default()), network)
}

fn invite_page(visit: &Visit, status: StatusCode, form: Form, network: Network) -> Answer {
    let page = Page::new(visit, "networks", visit.language.say("networks-invite-title").to_string());
    html_with(status, &Invite { place: pages::place(&page, &network), page, form, network })
}

/// `POST /networks/{network}/invite`
pub async fn invite(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    match invite_some(&visit, &app, id, &input).await {
        Ok(invited) => {
            let done = Message::new("networks-invited").with("count", i64::try_from(invited).unwrap_or(0));
            Ok(go(format!("/networks/{id}")).done(visit.language, done).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let (network, _) = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
            invite_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, Form::wrong(visit.language, input, problems), network)
        }
        Err(failure) => Err(failure),
    }
}

/// Invites those who are named; how many that are.
pub async fn invite_some(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<usize, Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_admit()?;
    let mut problems = Problems::new();
    input.only(&["people", "word"], &mut problems);
    let named = deeds::named(visit, app, input, "people", &mut problems).await?;
    let word = input.text("word", 0..=WORD, &mut problems);
    let named = problems.or(named)?;
    let mut db = app.write().await?;
    let invited = deeds::invite(&mut db, app, me, id, (&named, &word)).await?;
    db.commit().await?;
    Ok(invited)
}
