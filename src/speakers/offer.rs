//! Offering a speaker: written, looked at as everybody would read it, and only then offered.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::pages::Shown;
use super::speaker::{FIELDS, NewSpeaker, Speaker};
use super::store;
use crate::app::App;
use crate::contacts;
use crate::database::{Connection, Writing};
use crate::ids::{ContactId, NetworkId, PersonId, SpeakerId};
use crate::networks::{self, Network};
use crate::web::{Answer, Failure, Form, Input, Me, Message, Page, Path, Problems, Query, Visit, go, html_with};

#[derive(Template)]
#[template(path = "speakers/pages/offer.html")]
struct Offer {
    page: Page,
    form: Form,
    action: String,
    existing: bool,
    /// For whom: the district, or a network of one's own.
    networks: Vec<(String, String)>,
    /// As everybody would read it, once it was written without a fault.
    preview: Option<Shown>,
    stale: bool,
}

fn show(
    visit: &Visit,
    mine: &[Network],
    id: Option<SpeakerId>,
    (status, input, problems): (StatusCode, Input, Problems),
    preview: Option<NewSpeaker>,
) -> Answer {
    let title = visit.language.say(if id.is_some() { "speaker-edit" } else { "speaker-new" }).to_string();
    let page = Page::new(visit, "people", title);
    let mut networks = vec![(String::new(), page.say("speaker-for-district").to_string())];
    networks.extend(mine.iter().map(|network| (network.id.to_string(), network.name.clone())));
    html_with(
        status,
        &Offer {
            page,
            networks,
            action: id.map_or_else(|| "/speakers/new".to_owned(), |id| format!("/speakers/{id}/edit")),
            existing: id.is_some(),
            preview: preview.map(|said| Shown::preview(&said, visit.me.as_ref(), mine)),
            stale: status == StatusCode::CONFLICT,
            form: Form::wrong(visit.language, input, problems),
        },
    )
}

/// `GET /speakers/new?contact=`: with what is public of a contact of one's own.
pub async fn new(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.read().await?;
    let mine = networks::mine(&mut db, me).await?;
    let mut problems = Problems::new();
    let contact: Option<ContactId> = query.choice("contact", &mut problems);
    let mut said = NewSpeaker::default();
    if let Some(id) = contact {
        // Only of one's own book; nothing of it but what is public of people who speak.
        let contact = contacts::contact(&mut db, me, id).await?.ok_or(Failure::NotFound)?;
        said.link = contact.draft.links.into_iter().find(|link| contacts::leads_to(link).is_some()).unwrap_or_default();
        said.name = contact.draft.name;
        said.organisation = contact.draft.organisation;
    }
    show(&visit, &mine, None, (StatusCode::OK, said.filled(), Problems::new()), None)
}

/// `POST /speakers/new`: shows it first, and offers it once it was seen.
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mine = networks::mine(&mut *app.read().await?, me).await?;
    let mut problems = Problems::new();
    let said = NewSpeaker::read(&input, &ids(&mine), &mut problems);
    if !problems.is_empty() {
        return show(&visit, &mine, None, (StatusCode::UNPROCESSABLE_ENTITY, input, problems), None);
    }
    match input.typed("step") {
        "offer" => {}
        "back" => return show(&visit, &mine, None, (StatusCode::OK, input, problems), None),
        _ => return show(&visit, &mine, None, (StatusCode::OK, input, problems), Some(said)),
    }
    let mut db = app.write().await?;
    let id = put(&mut db, &app, me, &said).await?;
    db.commit().await?;
    let done = Message::new("speaker-offered").with("name", said.name.as_str());
    let go = go("/speakers").done(visit.language, done);
    Ok(go.undo(visit.language, format!("/speakers/{id}/withdraw"), &[]).into_response())
}

/// Offers a speaker; whoever offers somebody has heard them, or may say that they did not.
pub async fn put(db: &mut Writing, app: &App, me: PersonId, said: &NewSpeaker) -> anyhow::Result<SpeakerId> {
    let id = app.new_id()?;
    store::insert(db, id, me, said, app.now()).await?;
    hear(db, app, id, me).await?;
    Ok(id)
}

/// Somebody heard a speaker.
pub async fn hear(db: &mut Writing, app: &App, id: SpeakerId, person: PersonId) -> anyhow::Result<()> {
    store::add_hearer(db, id, person, app.now()).await?;
    Ok(())
}

/// The networks by their identifiers.
pub fn ids(networks: &[Network]) -> Vec<NetworkId> {
    networks.iter().map(|network| network.id).collect()
}

/// A speaker that is offered, to the district or to a network somebody is in; their own they find also elsewhere,
/// and who looks after Klatsch finds all, as they do networks.
async fn offered(db: &mut Connection, me: &Me, id: SpeakerId) -> Result<Speaker, Failure> {
    let speaker = store::speaker(db, id).await?.filter(|one| one.withdrawn_at.is_none()).ok_or(Failure::NotFound)?;
    let all = me.steward || speaker.offered_by == me.id;
    let Some(network) = speaker.network_id.filter(|_| !all) else { return Ok(speaker) };
    if ids(&networks::mine(db, me.id).await?).contains(&network) { Ok(speaker) } else { Err(Failure::NotFound) }
}

/// Changes what was sent of an offer, perhaps only of one version; how it reads now.
pub async fn change_one(visit: &Visit, app: &App, id: SpeakerId, input: Input) -> Result<Shown, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let speaker = offered(&mut db, me, id).await?;
    may_change(me, &speaker)?;
    let mut problems = Problems::new();
    input.only(&[&FIELDS[..], &["version"]].concat(), &mut problems);
    let version = input.number("version", 1..=i64::MAX, &mut problems).unwrap_or(speaker.version);
    let mine = networks::mine(&mut db, me.id).await?;
    let said = NewSpeaker::read(&input.over(&speaker.said().values()), &ids(&mine), &mut problems);
    let said = problems.or(said)?;
    if !store::update(&mut db, id, &said, version, app.now()).await? {
        return Err(Failure::Stale(Message::new("speaker-stale")));
    }
    let speaker = offered(&mut db, me, id).await?;
    let shown = super::pages::shown(&mut db, me, &[speaker], mine).await?.pop().ok_or(Failure::NotFound)?;
    db.commit().await?;
    Ok(shown)
}

/// That somebody may change an offer: whoever made it.
fn may_change(me: &Me, speaker: &Speaker) -> Result<(), Failure> {
    if speaker.offered_by == me.id { Ok(()) } else { Err(Failure::refused("refused-speaker")) }
}

/// `GET /speakers/{speaker}/edit`
pub async fn edit(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let speaker = offered(&mut db, me, id).await?;
    may_change(me, &speaker)?;
    let mine = networks::mine(&mut db, me.id).await?;
    let input = speaker.said().filled().with("version", speaker.version.to_string());
    show(&visit, &mine, Some(id), (StatusCode::OK, input, Problems::new()), None)
}

/// `POST /speakers/{speaker}/edit`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let speaker = offered(&mut db, me, id).await?;
    may_change(me, &speaker)?;
    let mut problems = Problems::new();
    let version = input.needed_number("version", 1..=i64::MAX, &mut problems);
    let mine = networks::mine(&mut db, me.id).await?;
    let said = NewSpeaker::read(&input, &ids(&mine), &mut problems);
    if !problems.is_empty() {
        return show(&visit, &mine, Some(id), (StatusCode::UNPROCESSABLE_ENTITY, input, problems), None);
    }
    match input.typed("step") {
        "offer" => {}
        "back" => return show(&visit, &mine, Some(id), (StatusCode::OK, input, problems), None),
        _ => return show(&visit, &mine, Some(id), (StatusCode::OK, input, problems), Some(said)),
    }
    if !store::update(&mut db, id, &said, version, app.now()).await? {
        let input = input.with("version", speaker.version.to_string());
        return show(&visit, &mine, Some(id), (StatusCode::CONFLICT, input, problems), None);
    }
    db.commit().await?;
    Ok(go("/speakers").done(visit.language, "contact-saved").into_response())
}

/// `POST /speakers/{speaker}/withdraw`
pub async fn withdraw(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    let name = take_back(&visit, &app, id).await?;
    let go = go("/speakers").done(visit.language, Message::new("speaker-withdrawn").with("name", name.as_str()));
    Ok(go.undo(visit.language, format!("/speakers/{id}/restore"), &[]).into_response())
}

/// Withdraws an offer: whoever made it, or a steward.
pub async fn take_back(visit: &Visit, app: &App, id: SpeakerId) -> Result<String, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let speaker = offered(&mut db, me, id).await?;
    if !me.steward {
        may_change(me, &speaker)?;
    }
    store::set_withdrawn(&mut db, id, Some(visit.now)).await?;
    db.commit().await?;
    Ok(speaker.name)
}

/// `POST /speakers/{speaker}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    let name = offer_again(&visit, &app, id).await?;
    let done = Message::new("speaker-offered").with("name", name.as_str());
    Ok(go("/speakers").done(visit.language, done).into_response())
}

/// Offers somebody again whose offer was withdrawn: whoever made it, or a steward.
pub async fn offer_again(visit: &Visit, app: &App, id: SpeakerId) -> Result<String, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let speaker = store::speaker(&mut db, id).await?.ok_or(Failure::NotFound)?;
    if !me.steward {
        may_change(me, &speaker)?;
    }
    store::set_withdrawn(&mut db, id, None).await?;
    db.commit().await?;
    Ok(speaker.name)
}

/// `POST /speakers/{speaker}/heard`: “I heard them too”.
pub async fn heard(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    let name = set_heard(&visit, &app, id, true).await?;
    let go = go("/speakers").done(visit.language, Message::new("speaker-heard").with("name", name.as_str()));
    Ok(go.undo(visit.language, format!("/speakers/{id}/unheard"), &[]).into_response())
}

/// `POST /speakers/{speaker}/unheard`
pub async fn unheard(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    let name = set_heard(&visit, &app, id, false).await?;
    let done = Message::new("speaker-unheard").with("name", name.as_str());
    Ok(go("/speakers").done(visit.language, done).into_response())
}

/// Says that one heard a speaker, or did not.
pub async fn set_heard(visit: &Visit, app: &App, id: SpeakerId, yes: bool) -> Result<String, Failure> {
    let me = visit.me()?;
    let mut db = app.write().await?;
    let speaker = offered(&mut db, me, id).await?;
    if yes {
        hear(&mut db, app, id, me.id).await?;
    } else {
        store::remove_hearer(&mut db, id, me.id).await?;
    }
    db.commit().await?;
    Ok(speaker.name)
}
