//! The same verbs as JSON.

use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::agenda_page::draft;
use super::proposal::{self, Proposal};
use super::words::Reasons;
use super::{OnTable, State, door, pages, publish, store};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::web::{Answer, Failure, Input, Message, Path, Problems, Visit, json, json_with};

/// A topic as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Topic)]
struct Shown {
    id: TopicId,
    gathering: GatheringId,
    title: String,
    about: String,
    tags: Vec<String>,
    /// Minutes wanted, 1 to 240.
    minutes: i64,
    state: State,
    /// Why the host declined it; for its proposer and the hosts.
    declined_why: Option<String>,
    proposer: Proposer,
    /// How many are keen to hear it.
    hear: i64,
    /// How many can share on it too.
    share: i64,
    my_hear: bool,
    my_share: bool,
    /// How often it was carried over.
    carried: i64,
    /// RFC 3339, in UTC.
    proposed_at: String,
    version: i64,
}

/// Who proposed a topic.
#[derive(Debug, Serialize, ToSchema)]
struct Proposer {
    id: PersonId,
    name: String,
}

async fn shown(db: &mut Connection, topics: Vec<OnTable>) -> Result<Vec<Shown>, Failure> {
    let people: Vec<PersonId> = topics.iter().map(|on| on.topic.person_id).collect();
    let names = door::names(db, &people).await?;
    let shown = topics.into_iter().map(|on| Shown {
        id: on.topic.id,
        gathering: on.topic.gathering_id,
        title: on.topic.title,
        about: on.topic.about,
        tags: on.topic.tags.iter().map(ToOwned::to_owned).collect(),
        minutes: on.topic.minutes,
        state: on.topic.state,
        declined_why: on.topic.declined_why,
        proposer: Proposer {
            id: on.topic.person_id,
            name: names.get(&on.topic.person_id).cloned().unwrap_or_default(),
        },
        hear: on.hear,
        share: on.share,
        my_hear: on.my_hear,
        my_share: on.my_share,
        carried: on.topic.carried,
        proposed_at: on.topic.created_at.to_rfc3339(),
        version: on.topic.version,
    });
    Ok(shown.collect())
}

async fn one(visit: &Visit, app: &App, id: TopicId) -> Result<Shown, Failure> {
    let mut db = app.read().await?;
    let (on, _, _) = door::topic(&mut db, visit, id).await?;
    shown(&mut db, vec![on]).await?.pop().ok_or(Failure::NotFound)
}

/// What a person proposes.
#[derive(ToSchema)]
#[schema(as = Proposal)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct Proposed {
    title: String,
    about: Option<String>,
    tags: Option<Vec<String>>,
    /// 1 to 240; 10 where nothing is said.
    minutes: Option<i64>,
}

/// What is said of a topic; what is not sent stays.
#[derive(ToSchema)]
#[schema(as = Keen)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct Keenness {
    hear: Option<bool>,
    share: Option<bool>,
}

/// The topics on the table of a gathering, the oldest first.
#[utoipa::path(get, path = "/api/v1/gatherings/{id}/topics", params(("id" = GatheringId, Path)),
    responses((status = 200, body = [Shown]), (status = 404)))]
pub async fn list(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    door::gathering(&mut db, &visit, id).await?;
    let topics = store::of_gathering(&mut db, id, door::nobody(&visit)).await?;
    json(&shown(&mut db, topics).await?)
}

/// Proposes a topic.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/topics", params(("id" = GatheringId, Path)),
    request_body = Proposed,
    responses((status = 201, body = Shown), (status = 403, description = "the gathering is over or called off"),
              (status = 404), (status = 422)))]
pub async fn add(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let gathering = pages::open(&mut *app.read().await?, &visit, id).await?;
    let me = visit.me()?;
    let mut problems = Problems::new();
    input.only(proposal::FIELDS, &mut problems);
    let proposal = Proposal::read(&input, &mut problems);
    let proposal = problems.or(proposal)?;
    let mut db = app.write().await?;
    let topic = super::propose(&mut db, &app, &gathering, me.id, &proposal).await?;
    db.commit().await?;
    json_with(StatusCode::CREATED, &one(&visit, &app, topic).await?)
}

/// Changes a topic: only what is sent. With `version`, only if nobody changed it since.
#[utoipa::path(patch, path = "/api/v1/topics/{id}", params(("id" = TopicId, Path)), request_body = Proposed,
    responses((status = 200, body = Shown), (status = 403), (status = 404),
              (status = 409, description = "it has another version by now"), (status = 422)))]
pub async fn change(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    let (on, _, _) = pages::changeable(&mut *app.read().await?, &visit, id).await?;
    let mut problems = Problems::new();
    input.only(&[proposal::FIELDS, &["version"]].concat(), &mut problems);
    let version = input.number("version", 0..=i64::MAX, &mut problems).unwrap_or(on.topic.version);
    let proposal = Proposal::read_over(&on.topic, &input, &mut problems);
    let proposal = problems.or(proposal)?;
    let mut db = app.write().await?;
    let changed = store::edit(&mut db, id, version, proposal.as_edit(), visit.now).await?;
    db.commit().await?;
    if changed == 0 {
        return Err(Failure::Stale(Message::new("topic-stale")));
    }
    json(&one(&visit, &app, id).await?)
}

/// Withdraws a topic.
#[utoipa::path(delete, path = "/api/v1/topics/{id}", params(("id" = TopicId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn withdraw(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>) -> Answer {
    pages::take_back(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says that one is keen to hear a topic, or can share on it too.
#[utoipa::path(put, path = "/api/v1/topics/{id}/keen", params(("id" = TopicId, Path)), request_body = Keenness,
    responses((status = 200, body = Shown), (status = 403, description = "one's own topic, or no longer on the table"),
              (status = 404), (status = 422)))]
pub async fn keen(visit: Visit, Of(app): Of<App>, Path(id): Path<TopicId>, input: Input) -> Answer {
    pages::say_keen(&visit, &app, id, &input).await?;
    json(&one(&visit, &app, id).await?)
}

/// The agenda of a gathering: for hosts the one they work on, for others and afterwards the published one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Agenda)]
struct ShownAgenda {
    /// Whether members see an agenda.
    published: bool,
    /// Whether the order was set by a host rather than fitted.
    by_hand: bool,
    /// The minutes there are.
    room: u32,
    /// The topics in speaking order.
    chosen: Vec<TopicId>,
    /// What they earn together.
    points: u64,
    /// The minutes they take together.
    minutes: u32,
    /// The points it earns fewer than the best agenda; for hosts.
    cost: i64,
    /// Every other topic, with the reason; for hosts.
    left_out: Vec<LeftOut>,
}

#[derive(Debug, Serialize, ToSchema)]
struct LeftOut {
    id: TopicId,
    /// A sentence in the language of the request.
    why: String,
}

/// The agenda of a gathering.
#[utoipa::path(get, path = "/api/v1/gatherings/{id}/agenda", params(("id" = GatheringId, Path)),
    responses((status = 200, body = ShownAgenda), (status = 404),
              (status = 409, description = "the pinned topics do not fit together")))]
pub async fn agenda(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let (gathering, rights) = door::gathering(&mut db, &visit, id).await?;
    let person = door::nobody(&visit);
    let table = if gathering.is_over(visit.now) {
        publish::past(&mut db, &gathering, person).await?
    } else if rights.is_host() {
        publish::table(&mut db, &gathering, person).await?
    } else {
        publish::table(&mut db, &gathering, person).await?.as_published()
    };
    drop(db);
    let draft = draft(&table).await?;
    let reasons = Reasons::new(visit.language, &table);
    if let Some(problem) = draft.problem.filter(|_| !table.is_kept()) {
        return Err(Failure::Stale(reasons.refusal(&problem)));
    }
    json(&ShownAgenda {
        published: table.is_published(),
        by_hand: table.is_kept() && !draft.is_best,
        room: table.minutes,
        chosen: draft.chosen.iter().map(|chosen| chosen.id).collect(),
        points: draft.points,
        minutes: draft.minutes,
        cost: if rights.is_host() { draft.cost } else { 0 },
        left_out: draft
            .left_out
            .iter()
            .filter(|_| rights.is_host())
            .map(|(id, out)| LeftOut { id: *id, why: reasons.outside(out) })
            .collect(),
    })
}
