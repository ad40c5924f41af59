//! Handing over a lead: whoever leads chooses a successor, who takes over or does not; both are told.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::deeds;
use super::joining::{WORD, Yes};
use super::member::{Kind, Role};
use super::succession::{self, may_hand_over};
use super::{Network, Rights, pages, seen, store};
use crate::app::App;
use crate::ids::NetworkId;
use crate::people;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "networks/pages/handover.html")]
struct Handover {
    page: Page,
    place: Vec<(String, String)>,
    form: Form,
    network: Network,
    /// Whom the visitor asked already.
    waiting: Option<String>,
    /// Who asks the visitor, and what they wrote.
    asked: Option<(String, String)>,
    thens: Vec<(&'static str, String)>,
}

/// `GET /networks/{network}/handover`: for whoever hands over, and whoever is asked.
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    visit.me()?;
    let (network, rights) = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
    if rights.call(Kind::Handover).is_none() {
        may_hand_over(&rights)?;
    }
    let form = Form::new(visit.language, Input::filled([("then", "member".to_owned())]));
    page(&visit, &app, StatusCode::OK, form, (network, rights)).await
}

async fn page(
    visit: &Visit,
    app: &App,
    status: StatusCode,
    form: Form,
    (network, rights): (Network, Rights),
) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let page = Page::new(visit, "networks", visit.language.say("networks-handover").to_string());
    let mine = store::calls::of_network(&mut db, network.id).await?;
    let mine = mine.into_iter().find(|call| call.kind == Kind::Handover && call.made_by == me.id);
    let waiting = match mine {
        Some(call) => people::person(&mut db, call.person_id).await?.map(|person| person.name),
        None => None,
    };
    let asked = match rights.call(Kind::Handover) {
        Some(call) => {
            let giver = people::person(&mut db, call.made_by).await?.map_or_else(String::new, |person| person.name);
            Some((giver, call.word.clone()))
        }
        None => None,
    };
    let thens = ["committee", "member", "leave"].map(|word| {
        let key = match word {
            "committee" => "networks-then-committee",
            "member" => "networks-then-member",
            _ => "networks-then-leave",
        };
        (word, page.say(key).to_string())
    });
    html_with(
        status,
        &Handover { place: pages::place(&page, &network), form, network, waiting, asked, thens: thens.to_vec(), page },
    )
}

/// What the giver becomes.
struct Then(Option<Role>);

impl std::str::FromStr for Then {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "committee" => Ok(Then(Some(Role::Committee))),
            "member" => Ok(Then(Some(Role::Member))),
            "leave" => Ok(Then(None)),
            _ => Err(()),
        }
    }
}

/// `POST /networks/{network}/handover` with `to`, `then` and perhaps a `word`.
pub async fn offer(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    match offer_one(&visit, &app, id, &input).await {
        Ok(name) => {
            let go = go(format!("/networks/{id}/handover"));
            let done = Message::new("networks-offered").with("name", name);
            let go = go.done(visit.language, done);
            Ok(go.undo(visit.language, format!("/networks/{id}/handover/withdraw"), &[]).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let seen = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
            let form = Form::wrong(visit.language, input, problems);
            page(&visit, &app, StatusCode::UNPROCESSABLE_ENTITY, form, seen).await
        }
        Err(failure) => Err(failure),
    }
}

/// Offers the lead to somebody; their name.
pub async fn offer_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<String, Failure> {
    let me = visit.me()?;
    may_hand_over(&seen(&mut *app.read().await?, Some(me), id).await?.1)?;
    let mut problems = Problems::new();
    input.only(&["to", "then", "word"], &mut problems);
    let named = deeds::named(visit, app, input, "to", &mut problems).await?;
    if named.len() > 1 {
        problems.add("to", "networks-problem-one");
    }
    let then = input.needed_choice::<Then>("then", &mut problems);
    let word = input.text("word", 0..=WORD, &mut problems);
    let (named, then) = problems.or((named, then))?;
    let (Some(to), Some(then)) = (named.first().copied(), then) else { return Err(Failure::NotFound) };
    let mut db = app.write().await?;
    succession::offer(&mut db, app, me, id, (to, then.0, &word)).await?;
    let name = people::person(&mut db, to).await?.map_or_else(String::new, |person| person.name);
    db.commit().await?;
    Ok(name)
}

/// `POST /networks/{network}/handover/withdraw`: whoever offered it keeps it.
pub async fn withdraw(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    withdraw_one(&visit, &app, id).await?;
    Ok(go(format!("/networks/{id}/handover")).done(visit.language, "networks-kept").into_response())
}

/// Takes back what was offered.
pub async fn withdraw_one(visit: &Visit, app: &App, id: NetworkId) -> Result<(), Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let (_, rights) = deeds::held(&mut db, me, id).await?;
    may_hand_over(&rights)?;
    store::calls::delete_handovers(&mut db, id, me.id).await?;
    db.commit().await?;
    Ok(())
}

/// `POST /networks/{network}/handover/answer` with `answer` (`accept`, `decline`).
pub async fn answer(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    let (network, yes, inside) = answer_one(&visit, &app, id, &input).await?;
    let done = Message::new(if yes { "networks-taken" } else { "networks-not-taken" }).with("name", network.name);
    let to = if inside { format!("/networks/{id}") } else { "/networks".to_owned() };
    Ok(go(to).done(visit.language, done).into_response())
}

/// Answers who offered it: the network, what was said, and whether the visitor is in it now.
pub async fn answer_one(
    visit: &Visit,
    app: &App,
    id: NetworkId,
    input: &Input,
) -> Result<(Network, bool, bool), Failure> {
    let me = visit.me()?;
    let (_, rights) = seen(&mut *app.read().await?, Some(me), id).await?;
    if rights.call(Kind::Handover).is_none() {
        return Err(Failure::refused("networks-refused-answer"));
    }
    let mut problems = Problems::new();
    input.only(&["answer"], &mut problems);
    let yes = input.needed_choice::<Yes>("answer", &mut problems);
    let yes = problems.or(yes)?.is_some_and(|yes| yes.0);
    let mut db = app.write().await?;
    let network = succession::take_over(&mut db, app, me, id, yes).await?;
    db.commit().await?;
    Ok((network, yes, yes || rights.role().is_some()))
}
