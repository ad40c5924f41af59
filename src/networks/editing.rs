//! A network made, changed and closed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::deeds::{self, held};
use super::{Audience, Joining, Leading, Network, NewNetwork, seen};
use crate::app::App;
use crate::clock::Instant;
use crate::ids::NetworkId;
use crate::web::{Answer, Failure, Form, Input, Message, Page, Path, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "networks/pages/edit.html")]
struct Edit {
    page: Page,
    form: Form,
    action: String,
    existing: Option<Network>,
    joinings: Vec<(&'static str, String)>,
    audiences: Vec<(&'static str, String)>,
    leadings: Vec<(&'static str, String)>,
    /// What somebody else saved meanwhile: what, as it is now, as it was typed.
    changes: Vec<(String, String, String)>,
}

fn show(
    visit: &Visit,
    status: StatusCode,
    form: Form,
    (existing, changes): (Option<Network>, Vec<(String, String, String)>),
) -> Answer {
    let title = match &existing {
        Some(network) => visit.language.say("networks-edit").with("name", &network.name).to_string(),
        None => visit.language.say("networks-new").to_string(),
    };
    let page = Page::new(visit, "networks", title);
    let say = |key: &'static str| page.say(key).to_string();
    html_with(
        status,
        &Edit {
            form,
            action: existing
                .as_ref()
                .map_or_else(|| "/networks".to_owned(), |network| format!("/networks/{}/edit", network.id)),
            joinings: Joining::ALL.map(|one| (one.word(), say(one.key()))).to_vec(),
            audiences: Audience::ALL.map(|one| (one.word(), say(one.key()))).to_vec(),
            leadings: Leading::ALL.map(|one| (one.word(), say(one.key()))).to_vec(),
            existing,
            changes,
            page,
        },
    )
}

/// `GET /networks/new`
pub async fn new(visit: Visit) -> Answer {
    visit.me()?;
    let chosen = [("joining", "open"), ("audience", "district"), ("leading", "leads")];
    let form = Form::new(visit.language, Input::filled(chosen.map(|(name, word)| (name, word.to_owned()))));
    show(&visit, StatusCode::OK, form, (None, Vec::new()))
}

/// `POST /networks`
pub async fn make(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    match make_one(&visit, &app, &input).await {
        Ok(id) => Ok(go(format!("/networks/{id}")).done(visit.language, "networks-made").into_response()),
        Err(Failure::Invalid(problems)) => {
            let form = Form::wrong(visit.language, input, problems);
            show(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, (None, Vec::new()))
        }
        Err(failure) => Err(failure),
    }
}

/// Makes a network that was typed.
pub async fn make_one(visit: &Visit, app: &App, input: &Input) -> Result<NetworkId, Failure> {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let new = NewNetwork::read(input, &mut problems);
    let new = problems.or(new)?;
    let mut db = app.write().await?;
    let id = deeds::make(&mut db, app, me.id, new).await?;
    db.commit().await?;
    Ok(id)
}

/// `GET /networks/{network}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    visit.me()?;
    let (network, rights) = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
    rights.may_lead()?;
    let form = Form::new(visit.language, filled(&network));
    show(&visit, StatusCode::OK, form, (Some(network), Vec::new()))
}

fn filled(network: &Network) -> Input {
    Input::filled([
        ("name", network.name.clone()),
        ("about", network.about.clone()),
        ("joining", network.joining.word().to_owned()),
        ("audience", network.audience.word().to_owned()),
        ("leading", network.leading.word().to_owned()),
        ("version", network.updated_at.0.to_string()),
    ])
}

/// `POST /networks/{network}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, mut input: Input) -> Answer {
    let me = visit.me()?;
    // A form always says its choices; one that does not is not ours.
    for field in ["name", "about", "joining", "audience", "leading", "version"] {
        if !input.sent(field) {
            input.add(field, "");
        }
    }
    match change(&visit, &app, id, &input, true).await {
        Ok(()) => Ok(go(format!("/networks/{id}")).done(visit.language, "networks-saved").into_response()),
        Err(Failure::Invalid(problems)) => {
            let (network, _) = seen(&mut *app.read().await?, Some(me), id).await?;
            let form = Form::wrong(visit.language, input, problems);
            show(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, (Some(network), Vec::new()))
        }
        Err(Failure::Stale(_)) => {
            let (network, _) = seen(&mut *app.read().await?, Some(me), id).await?;
            let changes = changes(&visit, &network, &input);
            // What was typed, to be saved over what there is now by somebody who has seen it.
            let form = Form::new(visit.language, input.with("version", network.updated_at.0.to_string()));
            show(&visit, StatusCode::CONFLICT, form, (Some(network), changes))
        }
        Err(failure) => Err(failure),
    }
}

/// Changes what was typed of a network; a form says of which version, a program may.
pub async fn change(visit: &Visit, app: &App, id: NetworkId, input: &Input, form: bool) -> Result<(), Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let (network, rights) = held(&mut db, me, id).await?;
    rights.may_lead()?;
    let mut problems = Problems::new();
    let new = NewNetwork::changed(&network, input, &mut problems);
    let version = input.number("version", 0..=i64::MAX, &mut problems).map(Instant);
    if form && version.is_none() && problems.about("version").is_none() {
        problems.add("version", "problem-required");
    }
    let new = problems.or(new)?;
    deeds::change(&mut db, app, &network, new, version).await?;
    db.commit().await?;
    Ok(())
}

/// Where what is kept differs from what was typed.
fn changes(visit: &Visit, network: &Network, input: &Input) -> Vec<(String, String, String)> {
    let say = |key: &'static str| visit.language.say(key).to_string();
    let new = NewNetwork::changed(network, input, &mut Problems::new());
    let all = [
        ("networks-field-name", network.name.clone(), new.name),
        ("networks-field-about", network.about.clone(), new.about),
        ("networks-field-joining", say(network.joining.key()), say(new.joining.key())),
        ("networks-field-audience", say(network.audience.key()), say(new.audience.key())),
        ("networks-field-leading", say(network.leading.key()), say(new.leading.key())),
    ];
    all.into_iter().filter(|(_, now, typed)| now != typed).map(|(key, now, typed)| (say(key), now, typed)).collect()
}

/// `POST /networks/{network}/close`
pub async fn close(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let network = set_closed(&visit, &app, id, Some(visit.now)).await?;
    let go =
        go(format!("/networks/{id}")).done(visit.language, Message::new("networks-closed").with("name", network.name));
    Ok(go.undo(visit.language, format!("/networks/{id}/reopen"), &[]).into_response())
}

/// `POST /networks/{network}/reopen`
pub async fn reopen(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let network = set_closed(&visit, &app, id, None).await?;
    let done = Message::new("networks-reopened").with("name", network.name);
    Ok(go(format!("/networks/{id}")).done(visit.language, done).into_response())
}

/// Closes a network, or opens it again.
pub async fn set_closed(visit: &Visit, app: &App, id: NetworkId, at: Option<Instant>) -> Result<Network, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let (network, rights) = held(&mut db, me, id).await?;
    rights.may_lead()?;
    deeds::close(&mut db, network.clone(), at).await?;
    db.commit().await?;
    Ok(network)
}
