//! The same verbs as JSON.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::deeds::Joined;
use super::member::Kind;
use super::offered::asker;
use super::{Audience, Joining, Leading, Network, Role, editing, joining, members, seen, store};
use crate::app::App;
use crate::ids::{NetworkId, PersonId, SchoolId};
use crate::web::{Answer, Input, Path, Problems, Query, Stretch, Visit, address, json, json_with};

/// How many networks or members a page has.
const PAGE: i64 = 100;

/// A network as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Network)]
struct Shown {
    id: NetworkId,
    name: String,
    /// What it is for, in Markdown.
    about: String,
    joining: Joining,
    audience: Audience,
    leading: Leading,
    /// How many members it has.
    members: i64,
    /// What the asker does in it; null for who is not in it.
    role: Option<Role>,
    /// Whether it is closed.
    closed: bool,
    /// RFC 3339, in UTC.
    updated_at: String,
}

impl Shown {
    fn of(network: Network, role: Option<Role>) -> Shown {
        Shown {
            id: network.id,
            name: network.name,
            about: network.about,
            joining: network.joining,
            audience: network.audience,
            leading: network.leading,
            members: network.members,
            role,
            closed: network.closed_at.is_some(),
            updated_at: network.updated_at.to_rfc3339(),
        }
    }
}

/// A page of networks.
#[derive(Debug, Serialize, ToSchema)]
struct NetworkPage {
    items: Vec<Shown>,
    /// The address of the next page; null on the last.
    next: Option<String>,
}

/// A network to make.
#[derive(ToSchema)]
#[schema(as = NewNetwork)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct NewNetworkBody {
    /// 3 to 100 characters.
    name: String,
    /// Up to 4,000 characters of Markdown.
    about: Option<String>,
    joining: Joining,
    audience: Audience,
    leading: Option<Leading>,
}

/// What is to be changed of a network; what is left out stays.
#[derive(ToSchema)]
#[schema(as = NetworkChange)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct ChangeBody {
    name: Option<String>,
    about: Option<String>,
    joining: Option<Joining>,
    audience: Option<Audience>,
    leading: Option<Leading>,
}

/// Words with a request or an answer.
#[derive(ToSchema)]
#[schema(as = NetworkWord)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct WordBody {
    word: Option<String>,
}

/// People to invite: names, addresses, identifiers, or schools for everyone in them.
#[derive(ToSchema)]
#[schema(as = NetworkInvitations)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct InviteBody {
    people: Vec<String>,
    word: Option<String>,
}

/// How many were invited.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkInvited)]
struct Invited {
    invited: usize,
}

/// A member's role.
#[derive(ToSchema)]
#[schema(as = NetworkRoleBody)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct RoleBody {
    role: Role,
}

/// Whether somebody who asked is taken in.
#[derive(ToSchema)]
#[schema(as = NetworkAnswer)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct AnswerBody {
    /// `accept` or `decline`.
    #[schema(pattern = "^(accept|decline)$")]
    answer: String,
    word: Option<String>,
}

/// A member.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkMember)]
struct MemberItem {
    id: PersonId,
    name: String,
    school: Option<SchoolId>,
    role: Role,
    /// RFC 3339, in UTC.
    joined_at: String,
}

/// A page of members.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkMembers)]
struct MemberPage {
    items: Vec<MemberItem>,
    /// The address of the next page; null on the last.
    next: Option<String>,
}

/// Somebody who asks to join.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkRequest)]
struct RequestItem {
    person: PersonId,
    word: String,
    /// RFC 3339, in UTC.
    asked_at: String,
}

/// The networks the asker may know of, by name, a hundred a page.
#[utoipa::path(get, path = "/api/v1/networks", params(("page" = Option<i64>, Query, description = "Which page, from 1")),
    responses((status = 200, body = NetworkPage), (status = 422)))]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let mut problems = Problems::new();
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let stretch = problems.or(stretch)?;
    let mut db = app.read().await?;
    let asker = asker(&visit);
    // One more says whether there are more.
    let mut networks = store::known(&mut db, asker, PAGE + 1, stretch.offset()).await?;
    let page = usize::try_from(PAGE).unwrap_or(0);
    let more = networks.len() > page;
    networks.truncate(page);
    let roles: HashMap<NetworkId, Role> = store::members::of_person(&mut db, asker.0).await?.into_iter().collect();
    let next = (stretch.number + 1).to_string();
    json(&NetworkPage {
        items: networks
            .into_iter()
            .map(|network| (roles.get(&network.id).copied(), network))
            .map(|(role, network)| Shown::of(network, role))
            .collect(),
        next: more.then(|| address(&format!("{}/api/v1/networks", app.url()), &[("page", &next)])),
    })
}

/// Makes a network, led by the asker.
#[utoipa::path(post, path = "/api/v1/networks", request_body = NewNetworkBody,
    responses((status = 201, body = Shown), (status = 401), (status = 422)))]
pub async fn make(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let id = editing::make_one(&visit, &app, &input).await?;
    one(&visit, &app, id, StatusCode::CREATED).await
}

async fn one(visit: &Visit, app: &App, id: NetworkId, status: StatusCode) -> Answer {
    let (network, rights) = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
    json_with(status, &Shown::of(network, rights.role()))
}

/// A network.
#[utoipa::path(get, path = "/api/v1/networks/{id}", params(("id" = NetworkId, Path)),
    responses((status = 200, body = Shown), (status = 404)))]
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    one(&visit, &app, id, StatusCode::OK).await
}

/// Changes a network.
#[utoipa::path(patch, path = "/api/v1/networks/{id}", params(("id" = NetworkId, Path)), request_body = ChangeBody,
    responses((status = 200, body = Shown), (status = 403), (status = 404), (status = 422)))]
pub async fn change(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    editing::change(&visit, &app, id, &input, false).await?;
    one(&visit, &app, id, StatusCode::OK).await
}

/// The asker joins, follows an invitation, or asks to join.
#[utoipa::path(put, path = "/api/v1/networks/{id}/membership", params(("id" = NetworkId, Path)),
    request_body(content = Option<WordBody>),
    responses((status = 204, description = "in"), (status = 202, description = "asked"), (status = 403), (status = 404), (status = 422)))]
pub async fn join(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    let (_, joined) = joining::join_one(&visit, &app, id, &input).await?;
    Ok(match joined {
        Joined::In => StatusCode::NO_CONTENT,
        Joined::Asked => StatusCode::ACCEPTED,
    }
    .into_response())
}

/// The asker leaves.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/membership", params(("id" = NetworkId, Path)),
    responses((status = 204), (status = 403, description = "nobody else leads it"), (status = 404)))]
pub async fn leave(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    joining::leave_one(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The members, those who lead first, then by name, a hundred a page.
#[utoipa::path(get, path = "/api/v1/networks/{id}/members",
    params(("id" = NetworkId, Path),
        ("q" = Option<String>, Query, description = "Words of the name or the school"),
        ("role" = Option<Role>, Query, description = "Their role in the network"),
        ("page" = Option<i64>, Query, description = "Which page, from 1")),
    responses((status = 200, body = MemberPage), (status = 403), (status = 404), (status = 422)))]
pub async fn members(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, Query(query): Query) -> Answer {
    let mut db = app.read().await?;
    let (_, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    rights.may_see_members()?;
    let mut problems = Problems::new();
    let search = members::Search::read(&query, &mut problems);
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let (search, stretch) = problems.or((search, stretch))?;
    let found = members::found(&mut db, id, &search).await?;
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let base = format!("{}/api/v1/networks/{id}/members", app.url());
    let items =
        found.into_iter().skip(usize::try_from(stretch.offset()).unwrap_or(0)).take(usize::try_from(PAGE).unwrap_or(0));
    json(&MemberPage {
        items: items
            .map(|(member, card)| MemberItem {
                id: card.id,
                name: card.name,
                school: card.school.map(|school| school.id),
                role: member.role,
                joined_at: member.joined_at.to_rfc3339(),
            })
            .collect(),
        next: stretch.after(total).map(|page| search.address(&base, page)),
    })
}

/// Gives a member a role.
#[utoipa::path(put, path = "/api/v1/networks/{id}/members/{person}",
    params(("id" = NetworkId, Path), ("person" = PersonId, Path)), request_body = RoleBody,
    responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn role(
    visit: Visit,
    State(app): State<App>,
    Path((id, person)): Path<(NetworkId, PersonId)>,
    input: Input,
) -> Answer {
    members::set_role(&visit, &app, (id, person), &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes a member out.
#[utoipa::path(delete, path = "/api/v1/networks/{id}/members/{person}",
    params(("id" = NetworkId, Path), ("person" = PersonId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn remove(visit: Visit, State(app): State<App>, Path((id, person)): Path<(NetworkId, PersonId)>) -> Answer {
    members::put(&visit, &app, (id, person), true).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Invites people.
#[utoipa::path(post, path = "/api/v1/networks/{id}/invitations", params(("id" = NetworkId, Path)), request_body = InviteBody,
    responses((status = 200, body = Invited), (status = 403), (status = 404), (status = 422)))]
pub async fn invite(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    let invited = joining::invite_some(&visit, &app, id, &input).await?;
    json(&Invited { invited })
}

/// Who asks to join, the first first.
#[utoipa::path(get, path = "/api/v1/networks/{id}/requests", params(("id" = NetworkId, Path)),
    responses((status = 200, body = [RequestItem]), (status = 403), (status = 404)))]
pub async fn requests(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let mut db = app.read().await?;
    let (_, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    rights.may_admit()?;
    let calls = store::calls::of_network(&mut db, id).await?.into_iter().filter(|call| call.kind == Kind::Request);
    let items: Vec<RequestItem> = calls
        .map(|call| RequestItem { person: call.person_id, word: call.word, asked_at: call.made_at.to_rfc3339() })
        .collect();
    json(&items)
}

/// Answers somebody who asks.
#[utoipa::path(put, path = "/api/v1/networks/{id}/requests/{person}",
    params(("id" = NetworkId, Path), ("person" = PersonId, Path)), request_body = AnswerBody,
    responses((status = 204), (status = 403), (status = 404), (status = 409, description = "answered already"), (status = 422)))]
pub async fn answer(
    visit: Visit,
    State(app): State<App>,
    Path((id, person)): Path<(NetworkId, PersonId)>,
    input: Input,
) -> Answer {
    joining::answer_one(&visit, &app, (id, person), &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
