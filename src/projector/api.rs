//! A gathering under way as JSON, for hosts.

use axum::extract::State as Of;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::plan::Plan;
use super::run::{Move, On};
use super::{moves, phone, store};
use crate::app::App;
use crate::attendance;
use crate::clock::Instant;
use crate::database::Connection;
use crate::gatherings::Gathering;
use crate::ids::{GatheringId, TopicId};
use crate::topics;
use crate::web::{Answer, Entered, Input, Path, Problems, Visit, json};

/// A move.
#[derive(Debug, Deserialize, ToSchema)]
#[allow(dead_code, reason = "the shape of the request, for the document; it is read by web::Input")]
struct MoveInput {
    /// `begin`, `topic:ID`, `close`, `end`, `more` (two minutes for what is on), `skip:ID`, `back`.
    r#move: String,
    /// The version it was decided on; a move decided on another answers 409, unless it is done already.
    seen: Option<i64>,
    /// What was on then: `welcome`, `topic:ID`, `close`, `over`. For a program that sends several moves
    /// together, counting `seen` on by itself; one that finds something else on answers 409.
    on: Option<String>,
}

/// Where a gathering stands.
#[derive(Debug, Serialize, ToSchema)]
struct RunOutput {
    gathering: GatheringId,
    /// Rises with each move; 0 before it began.
    version: i64,
    /// What is on; null before it began and after it ended.
    on: Option<On>,
    topic: Option<TopicId>,
    /// Minutes that what is on has.
    minutes: i64,
    /// When they are up.
    until: String,
    /// Seconds until then; negative when it has run over.
    left: i64,
    coming: Vec<ComingOutput>,
    put_off: Vec<TopicId>,
    spoken: Vec<SpokenOutput>,
    /// When the close begins.
    closes_at: String,
    ended_at: Option<String>,
    /// People and guests who are here.
    here: i64,
}

/// A topic to come; without minutes it may carry over.
#[derive(Debug, Serialize, ToSchema)]
struct ComingOutput {
    topic: TopicId,
    title: String,
    wanted: i64,
    minutes: Option<i64>,
    at: Option<String>,
}

/// A topic that was spoken of, and the minutes it took.
#[derive(Debug, Serialize, ToSchema)]
struct SpokenOutput {
    topic: TopicId,
    title: String,
    minutes: i64,
}

async fn output(db: &mut Connection, gathering: &Gathering, now: Instant) -> Answer {
    let run = store::run(db, gathering.id).await?;
    let steps = store::steps(db, gathering.id).await?;
    let agenda = topics::published(db, gathering).await?.unwrap_or_default();
    let plan = Plan::new(gathering, &agenda, run.as_ref(), &steps, now);
    json(&RunOutput {
        gathering: gathering.id,
        version: run.map_or(0, |run| run.version),
        on: plan.on,
        topic: plan.topic.as_ref().map(|on| on.topic),
        minutes: plan.minutes,
        until: plan.until.to_rfc3339(),
        left: plan.left(now),
        coming: plan
            .coming
            .iter()
            .map(|coming| ComingOutput {
                topic: coming.topic,
                title: coming.title.clone(),
                wanted: coming.wanted,
                minutes: coming.turn.map(|(minutes, _)| minutes),
                at: coming.turn.map(|(_, at)| at.to_rfc3339()),
            })
            .collect(),
        put_off: plan.put_off.iter().map(|(topic, _)| *topic).collect(),
        spoken: plan
            .spoken
            .iter()
            .map(|spoken| SpokenOutput { topic: spoken.topic, title: spoken.title.clone(), minutes: spoken.took() })
            .collect(),
        closes_at: plan.closes_at.to_rfc3339(),
        ended_at: plan.ended_at.map(Instant::to_rfc3339),
        here: attendance::here(db, gathering.id).await?,
    })
}

/// Where a gathering stands.
#[utoipa::path(get, path = "/api/v1/gatherings/{id}/run", params(("id" = GatheringId, Path)),
    responses((status = 200, body = RunOutput)))]
pub async fn state(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let (gathering, _) = phone::hosted(&mut db, &visit, id).await?;
    output(&mut db, &gathering, visit.now).await
}

/// Moves it along. A move that waited for a network says so in the header `Entered-Ago`, in seconds: it takes
/// effect as of then, though not before the move before it.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/run", params(("id" = GatheringId, Path)),
    request_body = MoveInput, responses((status = 200, body = RunOutput)))]
pub async fn go_on(
    visit: Visit,
    Of(app): Of<App>,
    Path(id): Path<GatheringId>,
    Entered(at): Entered,
    input: Input,
) -> Answer {
    let mut db = app.write().await?;
    let (gathering, me) = phone::hosted(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    input.only(&["move", "seen", "on"], &mut problems);
    let to = input.needed_choice::<Move>("move", &mut problems);
    let Some(decided) = phone::decided(&input, to, at, &mut problems) else { return Err(problems.into()) };
    moves::go_on(&mut db, &app, &gathering, me.id, &decided).await?;
    db.commit().await?;
    app.watch.nudge(id);
    output(&mut *app.read().await?, &gathering, visit.now).await
}
