//! A network closed, what waits for somebody's word, and what is taken back: the same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::member::{Call, Kind};
use super::succession::may_hand_over;
use super::{Role, editing, handing, joining, members, seen, store};
use crate::app::App;
use crate::ids::{NetworkId, PersonId};
use crate::web::{Answer, Input, Path, Visit, json};

/// Somebody who was invited.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkInvitation)]
struct InvitationItem {
    person: PersonId,
    /// Who invited them.
    by: PersonId,
    word: String,
    /// RFC 3339, in UTC.
    invited_at: String,
}

/// The lead of a network that waits to be taken over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkHandover)]
struct HandoverItem {
    /// Whom the asker asked to take over.
    offered: Option<Offered>,
    /// What the asker was asked.
    asked: Option<Asked>,
}

/// Whom one asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkHandoverOffered)]
struct Offered {
    to: PersonId,
    /// What whoever asked becomes; null when they leave.
    then: Option<Role>,
    word: String,
}

/// Who asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkHandoverAsked)]
struct Asked {
    by: PersonId,
    /// What they become; null when they leave.
    then: Option<Role>,
    word: String,
}

/// Whom to ask.
#[derive(ToSchema)]
#[schema(as = NewNetworkHandover)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct OfferBody {
    /// A name, an address or an identifier.
    to: String,
    /// What the asker becomes: `committee`, `member` or `leave`.
    #[schema(pattern = "^(committee|member|leave)$")]
    then: String,
    word: Option<String>,
}

/// Whether one takes over.
#[derive(ToSchema)]
#[schema(as = NetworkHandoverAnswer)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct TakeBody {
    /// `accept` or `decline`.
    #[schema(pattern = "^(accept|decline)$")]
    answer: String,
}

/// Closes a network: only its members still see it.
#[utoipa::path(put, path = "/api/v1/networks/{id}/closed", params(("id" = NetworkId, Path)), operation_id = "close_network",
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn close(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    editing::set_closed(&visit, &app, id, Some(visit.now)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Opens a network again.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/closed", params(("id" = NetworkId, Path)),
    operation_id = "reopen_network", responses((status = 204), (status = 403), (status = 404)))]
pub async fn reopen(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    editing::set_closed(&visit, &app, id, None).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The asker, who left a moment ago, is in it again, as they were.
#[utoipa::path(post, path = "/api/v1/networks/{id}/membership/return", params(("id" = NetworkId, Path)),
    operation_id = "return_to_network",
    responses((status = 204), (status = 404), (status = 409, description = "that was a while ago, or they never left")))]
pub async fn back(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    joining::back_one(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Puts a member back who was taken out, as they were.
#[utoipa::path(post, path = "/api/v1/networks/{id}/members/{person}/restore", operation_id = "restore_network_member",
    params(("id" = NetworkId, Path), ("person" = PersonId, Path)),
    responses((status = 204), (status = 403, description = "also who left by themselves"), (status = 404)))]
pub async fn put_back(visit: Visit, State(app): State<App>, Path((id, person)): Path<(NetworkId, PersonId)>) -> Answer {
    members::put(&visit, &app, (id, person), false).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The asker no longer asks to join.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/request", params(("id" = NetworkId, Path)),
    operation_id = "withdraw_network_request", responses((status = 204), (status = 404)))]
pub async fn withdraw(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    joining::dropped(&visit, &app, (id, visit.me()?.id), Kind::Request).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The asker does not follow an invitation.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/invitation", params(("id" = NetworkId, Path)),
    operation_id = "decline_network_invitation", responses((status = 204), (status = 404)))]
pub async fn decline(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    joining::dropped(&visit, &app, (id, visit.me()?.id), Kind::Invitation).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Who was invited and has not answered, the first first.
#[utoipa::path(get, path = "/api/v1/networks/{id}/invitations", params(("id" = NetworkId, Path)),
    operation_id = "network_invitations",
    responses((status = 200, body = [InvitationItem]), (status = 403), (status = 404)))]
pub async fn invitations(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let mut db = app.read().await?;
    seen(&mut db, visit.me.as_ref(), id).await?.1.may_admit()?;
    let calls = store::calls::of_network(&mut db, id).await?.into_iter().filter(|call| call.kind == Kind::Invitation);
    let item = |call: Call| InvitationItem {
        person: call.person_id,
        by: call.made_by,
        word: call.word,
        invited_at: call.made_at.to_rfc3339(),
    };
    json(&calls.map(item).collect::<Vec<_>>())
}

/// Takes back that somebody was invited.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/invitations/{person}", operation_id = "withdraw_network_invitation",
    params(("id" = NetworkId, Path), ("person" = PersonId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn uninvite(visit: Visit, State(app): State<App>, Path((id, person)): Path<(NetworkId, PersonId)>) -> Answer {
    joining::uninvite_one(&visit, &app, (id, person)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The lead as it waits to be handed over: for whoever leads, and whoever is asked.
#[utoipa::path(get, path = "/api/v1/networks/{id}/handover", params(("id" = NetworkId, Path)),
    operation_id = "network_handover",
    responses((status = 200, body = HandoverItem), (status = 403), (status = 404)))]
pub async fn handover(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let (_, rights) = seen(&mut db, Some(me), id).await?;
    if rights.call(Kind::Handover).is_none() {
        may_hand_over(&rights)?;
    }
    let calls = store::calls::of_network(&mut db, id).await?;
    let mine = calls.into_iter().find(|call| call.kind == Kind::Handover && call.made_by == me.id);
    let asked = rights.call(Kind::Handover).cloned();
    json(&HandoverItem {
        offered: mine.map(|call| Offered { to: call.person_id, then: call.role, word: call.word }),
        asked: asked.map(|call| Asked { by: call.made_by, then: call.role, word: call.word }),
    })
}

/// Asks somebody to take over the lead, in the place of whomever was asked before.
#[utoipa::path(put, path = "/api/v1/networks/{id}/handover", params(("id" = NetworkId, Path)), request_body = OfferBody,
    operation_id = "offer_network_handover",
    responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn offer(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    handing::offer_one(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The asker goes on leading after all.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/handover", params(("id" = NetworkId, Path)),
    operation_id = "withdraw_network_handover", responses((status = 204), (status = 403), (status = 404)))]
pub async fn keep(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    handing::withdraw_one(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The asker takes over the lead they were asked to take, or does not. Both are told.
#[utoipa::path(put, path = "/api/v1/networks/{id}/handover/answer", params(("id" = NetworkId, Path)),
    request_body = TakeBody, operation_id = "answer_network_handover",
    responses((status = 204), (status = 403, description = "nobody asked them"), (status = 404),
              (status = 409, description = "answered already, or whoever asked leads it no more"), (status = 422)))]
pub async fn take_over(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    handing::answer_one(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
