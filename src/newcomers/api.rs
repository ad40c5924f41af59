//! The same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use circles::Reason;
use serde::Serialize;
use utoipa::ToSchema;

use super::five::Tell;
use super::named::Kind;
use super::newcomer::{Newcomer, State as How};
use super::{buddies, deeds, form, hosts, pages, store};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{GatheringId, NewcomerId, PersonId, SchoolId};
use crate::web::{Answer, Failure, Input, Path, Problems, Query, Stretch, Visit, json};

/// A circle that a newcomer was told of.
#[derive(Serialize, ToSchema)]
#[schema(as = NewcomerCircle)]
struct Circle {
    kind: Kind,
    /// The series or the network.
    circle: uuid::Uuid,
    /// The next date that fits.
    gathering: Option<GatheringId>,
    /// Who greets.
    host: Option<PersonId>,
    greeted: bool,
    /// Why, the heaviest first: each with `why`, and the words, day, place or number it is about.
    #[schema(value_type = Vec<serde_json::Value>)]
    reasons: Vec<Reason>,
}

/// A newcomer's own answers, and the circles they were told of.
#[derive(Serialize, ToSchema)]
#[schema(as = NewcomerAnswers)]
struct Mine {
    id: NewcomerId,
    schools: Vec<SchoolId>,
    area: String,
    changes: bool,
    /// `mon` to `sun`.
    days: Vec<String>,
    teaches: String,
    /// `elementary`, `middle`, `secondary`.
    levels: Vec<&'static str>,
    interests: String,
    /// `learn`, `share`, `meet`, `help`.
    hopes: Vec<&'static str>,
    /// Of what they answered, what a host may know.
    tells: Vec<&'static str>,
    circles: Vec<Circle>,
    buddy: Option<PersonId>,
}

/// The five answers. Each may be left out, but not all.
#[derive(ToSchema)]
#[schema(as = NewcomerAnswersBody)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct AnswersBody {
    schools: Option<Vec<SchoolId>>,
    area: Option<String>,
    changes: Option<bool>,
    days: Option<Vec<String>>,
    teaches: Option<String>,
    levels: Option<Vec<String>>,
    interests: Option<String>,
    hopes: Option<Vec<String>>,
    tells: Option<Vec<String>>,
}

/// Whether it helped.
#[derive(ToSchema)]
#[schema(as = NewcomerMonthBody)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct MonthBody {
    /// `yes`, `somewhat`, `no`.
    helped: String,
    missing: Option<String>,
}

/// A greeting.
#[derive(ToSchema)]
#[schema(as = GreetingBody)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct GreetingBody {
    words: String,
}

/// A buddy.
#[derive(ToSchema)]
#[schema(as = BuddyBody)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct BuddyBody {
    person: PersonId,
}

/// A newcomer as hosts, buddies and stewards see them: only what they let be known.
#[derive(Serialize, ToSchema)]
#[schema(as = Newcomer)]
struct Seen {
    id: NewcomerId,
    /// None without an account.
    person: Option<PersonId>,
    state: How,
    schools: Option<Vec<SchoolId>>,
    teaches: Option<String>,
    interests: Option<String>,
    hopes: Option<Vec<&'static str>>,
    buddy: Option<PersonId>,
}

fn seen(newcomer: &Newcomer, came: bool) -> Seen {
    let five = newcomer.five();
    let may = |tell: Tell| five.tells.contains(&tell);
    Seen {
        id: newcomer.id,
        person: newcomer.person_id,
        state: newcomer.state(came),
        schools: may(Tell::Schools).then(|| five.schools.clone()),
        teaches: may(Tell::Teaches).then(|| five.teaches.clone()),
        interests: may(Tell::Interests).then(|| five.interests.clone()),
        hopes: may(Tell::Hopes).then(|| five.hopes.iter().map(|hope| hope.word()).collect()),
        buddy: newcomer.buddy_id,
    }
}

async fn several(db: &mut Connection, newcomers: &[Newcomer]) -> Answer {
    let came = buddies::came(db, newcomers).await?;
    json(&newcomers.iter().map(|newcomer| seen(newcomer, came.contains(&newcomer.id))).collect::<Vec<_>>())
}

async fn answers(visit: &Visit, app: &App) -> Answer {
    let mut db = app.read().await?;
    let newcomer = pages::mine(&mut db, visit).await?;
    let five = newcomer.five();
    let circles = store::circles(&mut db, newcomer.id).await?;
    json(&Mine {
        id: newcomer.id,
        schools: five.schools,
        area: five.area,
        changes: five.changes,
        days: five.days.iter().map(|day| calendar::rule::Weekdays::code(day).to_owned()).collect(),
        teaches: five.teaches,
        levels: five.levels.iter().map(|level| level.word()).collect(),
        interests: five.interests,
        hopes: five.hopes.iter().map(|hope| hope.word()).collect(),
        tells: five.tells.iter().map(|tell| tell.word()).collect(),
        circles: circles
            .into_iter()
            .map(|named| Circle {
                reasons: named.why(),
                kind: named.kind,
                circle: named.circle_id,
                gathering: named.gathering_id,
                host: named.host_id,
                greeted: named.greeted_at.is_some(),
            })
            .collect(),
        buddy: newcomer.buddy_id,
    })
}

/// The asker's answers as a newcomer, and the circles they were told of.
#[utoipa::path(get, path = "/api/v1/welcome", responses((status = 200, body = Mine), (status = 404)))]
pub async fn mine(visit: Visit, State(app): State<App>) -> Answer {
    answers(&visit, &app).await
}

/// Answers the five questions, or answers them again.
#[utoipa::path(put, path = "/api/v1/welcome", request_body = AnswersBody,
    responses((status = 200, body = Mine), (status = 422)))]
pub async fn answer(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let mut db = app.read().await?;
    let five = form::read(&mut db, &input, &mut problems).await?;
    let five = problems.or(five)?;
    let advice = deeds::advise(&mut db, &app, Some(me.id), &five).await?;
    drop(db);
    let mut db = app.write().await?;
    deeds::answer_advised(&mut db, &app, me.id, (&five, &advice)).await?;
    db.commit().await?;
    answers(&visit, &app).await
}

/// Forgets the asker's answers.
#[utoipa::path(delete, path = "/api/v1/welcome", responses((status = 204), (status = 404)))]
pub async fn forget(visit: Visit, State(app): State<App>) -> Answer {
    let newcomer = pages::mine(&mut *app.read().await?, &visit).await?;
    let mut db = app.write().await?;
    store::delete(&mut db, newcomer.id).await?;
    db.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says whether it helped.
#[utoipa::path(put, path = "/api/v1/welcome/month", request_body = MonthBody,
    responses((status = 204), (status = 404), (status = 422)))]
pub async fn month(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    pages::say_month(&visit, &app, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The newcomers who were named to the asker as one who greets, and those whose buddy they are.
#[utoipa::path(get, path = "/api/v1/newcomers/mine", responses((status = 200, body = [Seen])))]
pub async fn named(visit: Visit, State(app): State<App>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let mut newcomers = store::named_to(&mut db, me.id, 50).await?;
    for buddy in store::of_buddy(&mut db, me.id).await? {
        if newcomers.iter().all(|newcomer| newcomer.id != buddy.id) {
            newcomers.push(buddy);
        }
    }
    several(&mut db, &newcomers).await
}

/// All newcomers, who answered last first; for stewards.
#[utoipa::path(get, path = "/api/v1/newcomers", params(("page" = Option<i64>, Query)),
    responses((status = 200, body = [Seen]), (status = 403), (status = 422)))]
pub async fn all(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.steward()?;
    let mut problems = Problems::new();
    let stretch = Stretch::read(&query, 50, &mut problems);
    problems.or(())?;
    let mut db = app.read().await?;
    let newcomers = store::page(&mut db, stretch.size, stretch.offset()).await?;
    several(&mut db, &newcomers).await
}

/// Sends a host's greeting; once from each host.
#[utoipa::path(post, path = "/api/v1/newcomers/{newcomer}/greeting", params(("newcomer" = NewcomerId, Path)),
    request_body = GreetingBody,
    responses((status = 204), (status = 403), (status = 404), (status = 409, description = "greeted already"), (status = 422)))]
pub async fn greet(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>, input: Input) -> Answer {
    hosts::send_greeting(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Gives a newcomer a buddy: the asker, or somebody who offered.
#[utoipa::path(put, path = "/api/v1/newcomers/{newcomer}/buddy", params(("newcomer" = NewcomerId, Path)),
    request_body = BuddyBody,
    responses((status = 204), (status = 403), (status = 404), (status = 409, description = "they have one"), (status = 422)))]
pub async fn assign(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>, input: Input) -> Answer {
    buddies::give(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends it: the newcomer, the buddy, a host of theirs, a steward.
#[utoipa::path(delete, path = "/api/v1/newcomers/{newcomer}/buddy", params(("newcomer" = NewcomerId, Path)),
    responses((status = 204), (status = 404), (status = 409, description = "they have none")))]
pub async fn end(visit: Visit, State(app): State<App>, Path(id): Path<NewcomerId>) -> Answer {
    let result: Result<Newcomer, Failure> = buddies::part(&visit, &app, id).await;
    result?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
