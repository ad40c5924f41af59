//! The same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::pages::{Shown, found};
use super::speaker::{FIELDS, NewSpeaker};
use super::{offer, put};
use crate::app::App;
use crate::ids::{NetworkId, PersonId, SpeakerId};
use crate::networks;
use crate::web::{Answer, Failure, Input, Path, Problems, Query, Visit, json, json_with};

/// A speaker as the API shows them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Speaker)]
struct SpeakerItem {
    id: SpeakerId,
    name: String,
    organisation: String,
    /// A page, or a handle on the fediverse.
    link: String,
    /// What they speak about.
    topics: String,
    fee: String,
    /// A word for colleagues.
    note: String,
    /// The network for which they are offered; null for the district.
    network: Option<NetworkId>,
    /// The name of who offers them.
    offered_by: String,
    /// The first five who heard them.
    heard_by: Vec<SpeakerHearer>,
    /// How many heard them in all.
    heard: i64,
    /// To be sent with a change that is for what was seen alone.
    version: i64,
}

/// Who heard a speaker.
#[derive(Debug, Serialize, ToSchema)]
struct SpeakerHearer {
    id: PersonId,
    name: String,
}

fn item(shown: Shown) -> Option<SpeakerItem> {
    let said = shown.said;
    Some(SpeakerItem {
        id: shown.id?,
        version: shown.version,
        name: said.name,
        organisation: said.organisation,
        link: said.link,
        topics: said.topics,
        fee: said.fee,
        note: said.note,
        network: said.network,
        offered_by: shown.by,
        heard: shown.more + i64::try_from(shown.heard.len()).unwrap_or(0),
        heard_by: shown.heard.into_iter().map(|(id, name)| SpeakerHearer { id, name }).collect(),
    })
}

/// What is said of a speaker.
#[derive(ToSchema)]
#[schema(as = SpeakerOffer)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct Offered {
    name: String,
    organisation: Option<String>,
    link: Option<String>,
    topics: String,
    fee: Option<String>,
    note: Option<String>,
    /// A network one is in, for which alone the offer is; without it, for the district.
    network: Option<NetworkId>,
}

/// The speakers that colleagues offer, by name; at most 500.
#[utoipa::path(get, path = "/api/v1/speakers",
    params(("q" = Option<String>, Query, description = "Words of their name, organisation or topics")),
    responses((status = 200, body = [SpeakerItem]), (status = 401), (status = 422)))]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let words = query.line("q", 0..=200, &mut problems);
    let words = problems.or(words)?;
    let speakers = found(&mut *app.read().await?, me, &words).await?;
    json(&speakers.into_iter().filter_map(item).collect::<Vec<_>>())
}

/// Offers a speaker to the district, or to a network one is in: everybody of it reads what is sent.
#[utoipa::path(post, path = "/api/v1/speakers", request_body = Offered,
    responses((status = 201, body = SpeakerItem), (status = 401), (status = 422)))]
pub async fn add(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    input.only(&FIELDS, &mut problems);
    let mine = networks::mine(&mut *app.read().await?, me.id).await?;
    let said = NewSpeaker::read(&input, &offer::ids(&mine), &mut problems);
    let said = problems.or(said)?;
    let mut db = app.write().await?;
    let id = put(&mut db, &app, me.id, &said).await?;
    db.commit().await?;
    let mut shown = Shown::preview(&said, Some(me), &mine);
    shown.id = Some(id);
    json_with(StatusCode::CREATED, &item(shown).ok_or(Failure::NotFound)?)
}

/// What is to be changed of an offer; what is left out stays.
#[derive(ToSchema)]
#[schema(as = SpeakerChange)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct ChangeBody {
    name: Option<String>,
    organisation: Option<String>,
    link: Option<String>,
    topics: Option<String>,
    fee: Option<String>,
    note: Option<String>,
    /// Null for the district.
    network: Option<NetworkId>,
    /// The version that was seen; without it, the change is for any.
    version: Option<i64>,
}

/// Changes an offer: whoever made it. With `version`, only if nobody changed it since.
#[utoipa::path(patch, path = "/api/v1/speakers/{id}", params(("id" = SpeakerId, Path)), request_body = ChangeBody,
    operation_id = "change_speaker",
    responses((status = 200, body = SpeakerItem), (status = 401), (status = 403), (status = 404),
              (status = 409, description = "it has another version by now"), (status = 422)))]
pub async fn change(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>, input: Input) -> Answer {
    let shown = offer::change_one(&visit, &app, id, input).await?;
    json(&item(shown).ok_or(Failure::NotFound)?)
}

/// Offers a speaker again whose offer was withdrawn: whoever made it, or who looks after Klatsch.
#[utoipa::path(post, path = "/api/v1/speakers/{id}/restore", params(("id" = SpeakerId, Path)),
    operation_id = "restore_speaker",
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    offer::offer_again(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Withdraws an offer: whoever made it, or who looks after Klatsch.
#[utoipa::path(delete, path = "/api/v1/speakers/{id}", params(("id" = SpeakerId, Path)),
    responses((status = 204), (status = 401), (status = 403), (status = 404)))]
pub async fn withdraw(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    offer::take_back(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says that one heard a speaker.
#[utoipa::path(put, path = "/api/v1/speakers/{id}/heard", params(("id" = SpeakerId, Path)),
    responses((status = 204), (status = 401), (status = 404)))]
pub async fn heard(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    offer::set_heard(&visit, &app, id, true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says that one did not hear a speaker after all.
#[utoipa::path(delete, path = "/api/v1/speakers/{id}/heard", params(("id" = SpeakerId, Path)),
    responses((status = 204), (status = 401), (status = 404)))]
pub async fn unheard(visit: Visit, State(app): State<App>, Path(id): Path<SpeakerId>) -> Answer {
    offer::set_heard(&visit, &app, id, false).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
