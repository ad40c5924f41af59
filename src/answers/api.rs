//! The same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Answer as Stands, Counts, Mine, Reply, Wish, read_wish};
use super::table::{self, Table};
use super::{pages, say, store};
use crate::app::App;
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::{Answer, Input, Path, Problems, Visit, json};

/// What stands of a person at a gathering.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GatheringAnswer)]
struct Shown {
    gathering: GatheringId,
    /// Null where nothing stands.
    answer: Option<Stands>,
    /// Whether it was said of this gathering itself; else it follows from the series.
    own: bool,
    /// The place in the queue, from 1, while they wait.
    position: Option<i64>,
    excuse: Option<String>,
}

impl Shown {
    fn new(gathering: GatheringId, mine: Option<Mine>) -> Shown {
        Shown {
            gathering,
            answer: mine.as_ref().map(|mine| mine.answer),
            own: mine.as_ref().is_some_and(|mine| mine.own),
            position: mine.as_ref().and_then(|mine| mine.position),
            excuse: mine.and_then(|mine| mine.excuse),
        }
    }
}

/// What a person said of a series, and what stands at each of its gatherings.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeriesAnswer)]
struct ShownSeries {
    answer: Wish,
    gatherings: Vec<Shown>,
}

/// A program takes an answer back by DELETE, not by a word of the forms.
fn sent(wish: Option<Wish>) -> Result<Wish, Problems> {
    wish.ok_or_else(|| Problems::one("answer", "problem-choice"))
}

/// What a person sends about a series.
#[derive(ToSchema)]
#[schema(as = SeriesReply)]
#[allow(dead_code, reason = "for the document; the field is read from the input")]
pub struct SeriesReplySchema {
    answer: Wish,
}

/// What a person sends about a gathering: a wish, and perhaps why not.
#[derive(ToSchema)]
#[schema(as = Reply)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct ReplySchema {
    answer: Wish,
    /// Why not, for the hosts alone; empty to clear it.
    excuse: Option<String>,
}

/// Answers a whole series: every gathering to come follows, but those answered by themselves.
#[utoipa::path(put, path = "/api/v1/series/{id}/answer", params(("id" = SeriesId, Path)),
    request_body = SeriesReplySchema,
    responses((status = 200, body = ShownSeries), (status = 404), (status = 409, description = "none of its gatherings is to come"), (status = 422)))]
pub async fn answer_series(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>, input: Input) -> Answer {
    let me = pages::may_answer_series(&visit, &app, id).await?;
    let wish = sent(read_wish(&input)?)?;
    let mut db = app.write().await?;
    say::say_series(&mut db, &app, id, me, wish).await?;
    let mine = store::mine_in_series(&mut db, id, me).await?;
    db.commit().await?;
    let mut gatherings: Vec<_> = mine.into_iter().map(|(id, mine)| Shown::new(id, Some(mine))).collect();
    gatherings.sort_by_key(|shown| shown.gathering);
    json(&ShownSeries { answer: wish, gatherings })
}

/// Takes the answer to a series back; answers to single gatherings stay.
#[utoipa::path(delete, path = "/api/v1/series/{id}/answer", params(("id" = SeriesId, Path)),
    responses((status = 204), (status = 404), (status = 409)))]
pub async fn take_back_series(visit: Visit, State(app): State<App>, Path(id): Path<SeriesId>) -> Answer {
    let me = pages::may_answer_series(&visit, &app, id).await?;
    let mut db = app.write().await?;
    say::take_back_series(&mut db, &app, id, me).await?;
    db.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Answers one gathering; this wins over what was said of its series. A yes where all places are taken
/// becomes `waiting`.
#[utoipa::path(put, path = "/api/v1/gatherings/{id}/answer", params(("id" = GatheringId, Path)),
    request_body = ReplySchema,
    responses((status = 200, body = Shown), (status = 404), (status = 409, description = "called off or over"), (status = 422)))]
pub async fn answer_gathering(
    visit: Visit,
    State(app): State<App>,
    Path(id): Path<GatheringId>,
    input: Input,
) -> Answer {
    let (_, me) = pages::may_answer_gathering(&visit, &app, id).await?;
    let Reply { wish, excuse } = Reply::read(&input)?;
    let wish = sent(wish)?;
    let mut db = app.write().await?;
    let mine = say::say(&mut db, &app, id, me, wish, excuse.as_deref()).await?;
    db.commit().await?;
    json(&Shown::new(id, Some(mine)))
}

/// Takes the answer to one gathering back: it follows the series again, if that was answered.
#[utoipa::path(delete, path = "/api/v1/gatherings/{id}/answer", params(("id" = GatheringId, Path)),
    responses((status = 200, body = Shown), (status = 404), (status = 409)))]
pub async fn take_back(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let (_, me) = pages::may_answer_gathering(&visit, &app, id).await?;
    let mut db = app.write().await?;
    let mine = say::take_back(&mut db, &app, id, me).await?;
    db.commit().await?;
    json(&Shown::new(id, mine))
}

/// An answer as hosts see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AnswerForHosts)]
struct Told {
    person: PersonId,
    name: String,
    school: Option<String>,
    answer: Stands,
    own: bool,
    /// Whether they said yes to the series and excused this date.
    excused: bool,
    excuse: Option<String>,
    position: Option<i64>,
    /// RFC 3339, in UTC.
    answered_at: String,
}

/// Who said what, for hosts.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AnswersForHosts)]
struct ToldAll {
    capacity: Option<i64>,
    counts: Counts,
    answers: Vec<Told>,
}

/// Who said what of a gathering, for its hosts; those who wait in the order of the queue.
#[utoipa::path(get, path = "/api/v1/gatherings/{id}/answers", params(("id" = GatheringId, Path)),
    responses((status = 200, body = ToldAll), (status = 403), (status = 404)))]
pub async fn list(visit: Visit, State(app): State<App>, Path(id): Path<GatheringId>) -> Answer {
    let Table { gathering, counts, rows, .. } = table::table(&visit, &app, id).await?;
    let answers = rows
        .into_iter()
        .map(|row| Told {
            person: row.said.person_id,
            name: row.name,
            school: row.school,
            answer: row.said.answer,
            own: row.said.own,
            excused: row.said.excused,
            excuse: row.said.excuse,
            position: row.position,
            answered_at: row.said.answered_at.to_rfc3339(),
        })
        .collect();
    json(&ToldAll { capacity: gathering.capacity, counts, answers })
}
