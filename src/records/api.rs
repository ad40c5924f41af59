//! The same as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::contest::{self, Claim, Contest as Held, Outcome};
use super::line::Kind;
use super::pages::{concerned, seen};
use super::{deeds, read, store};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{ContestId, GatheringId, PersonId};
use crate::web::{Answer, Failure, Input, Path, Problems, Visit, json, json_with};

/// A person's record: for themselves all of it, for a host the lines of the gatherings they host.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Record)]
struct RecordOutput {
    person: PersonId,
    lines: Vec<LineOutput>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecordLine)]
struct LineOutput {
    gathering: GatheringId,
    title: String,
    /// The day it was, as `2026-01-14`.
    date: String,
    kind: Kind,
    /// `self` or `host`; null where nothing was noted.
    by: Option<&'static str>,
    /// Whether nobody but the person sees it any more.
    faded: bool,
    contests: Vec<Contest>,
}

/// A person's word against a line of their record.
#[derive(Debug, Serialize, ToSchema)]
struct Contest {
    id: ContestId,
    gathering: GatheringId,
    person: PersonId,
    claim: Claim,
    why: String,
    opened_at: String,
    /// Null while it waits for a host.
    outcome: Option<Outcome>,
    answer: String,
    decided_at: Option<String>,
}

impl Contest {
    fn of(held: Held) -> Contest {
        Contest {
            id: held.id,
            gathering: held.gathering_id,
            person: held.person_id,
            claim: held.claim,
            why: held.why,
            opened_at: held.opened_at.to_rfc3339(),
            outcome: held.outcome,
            answer: held.answer,
            decided_at: held.decided_at.map(crate::clock::Instant::to_rfc3339),
        }
    }
}

/// What a person contests.
#[derive(ToSchema)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
struct ContestInput {
    claim: Claim,
    /// In their words, 1 to 500 characters.
    why: String,
}

/// What a host decides.
#[derive(ToSchema)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
struct DecisionInput {
    /// `corrected` or `kept`.
    outcome: String,
    /// In their words; needed when the line stays.
    answer: Option<String>,
}

/// What the ledger says of a person.
#[utoipa::path(get, path = "/api/v1/people/{person}/record", params(("person" = PersonId, Path)),
    responses((status = 200, body = RecordOutput), (status = 403, description = "neither the person nor a host")))]
pub async fn record(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let record = read::record(&mut *app.read().await?, &visit, id).await?;
    let lines = record.lines.into_iter().map(|line| LineOutput {
        gathering: line.gathering.id,
        title: line.gathering.title,
        date: line.gathering.date.to_string(),
        kind: line.kind,
        by: line.mark.map(|mark| mark.said_by.word()),
        faded: line.faded,
        contests: line.contests.into_iter().map(Contest::of).collect(),
    });
    json(&RecordOutput { person: id, lines: lines.collect() })
}

/// Contests a line of one's own record.
#[utoipa::path(post, path = "/api/v1/gatherings/{gathering}/contests", params(("gathering" = GatheringId, Path)),
    request_body = ContestInput,
    responses((status = 201, body = Contest), (status = 403, description = "it may not be contested, and why"), (status = 422)))]
pub async fn contest(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let gathering = concerned(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let read = contest::read(&input, &mut problems);
    let Some((claim, why)) = read.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    let contest = deeds::contest(&mut db, &app, &gathering, me, (claim, &why)).await?;
    let output = output(&mut db, contest).await?;
    db.commit().await?;
    json_with(StatusCode::CREATED, &output)
}

/// Decides a contest, as a host.
#[utoipa::path(post, path = "/api/v1/contests/{contest}/decide", params(("contest" = ContestId, Path)),
    request_body = DecisionInput,
    responses((status = 200, body = Contest), (status = 403), (status = 409, description = "decided already"), (status = 422)))]
pub async fn decide(visit: Visit, State(app): State<App>, Path(id): Path<ContestId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let (contest, gathering, rights) = seen(&mut db, &visit, id).await?;
    rights.may_host()?;
    let mut problems = Problems::new();
    let read = contest::read_decision(&input, &mut problems);
    let Some((outcome, answer)) = read.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    deeds::decide(&mut db, &app, (&contest, &gathering), visit.me()?.id, (outcome, &answer)).await?;
    let output = output(&mut db, id).await?;
    db.commit().await?;
    json(&output)
}

async fn output(db: &mut Connection, id: ContestId) -> Result<Contest, Failure> {
    store::contest(db, id).await?.map(Contest::of).ok_or(Failure::NotFound)
}
