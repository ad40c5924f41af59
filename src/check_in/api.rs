//! Checking in as JSON, for oneself.

use axum::extract::State as Of;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{code, come};
use crate::app::App;
use crate::gatherings;
use crate::ids::{GatheringId, PersonId};
use crate::web::{Answer, Failure, Input, Path, Problems, Visit, json};

/// The code that the projector shows.
#[derive(Debug, Deserialize, ToSchema)]
#[allow(dead_code, reason = "the shape of the request, for the document; it is read by web::Input")]
struct CheckInInput {
    /// Six digits, of this minute or the one before.
    code: String,
}

/// Who is here.
#[derive(Debug, Serialize, ToSchema)]
struct CheckInOutput {
    gathering: GatheringId,
    person: PersonId,
    /// Since when, as RFC 3339.
    at: String,
}

/// Says that one is here; twice is once.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/check-in", params(("id" = GatheringId, Path)),
    request_body = CheckInInput, responses((status = 200, body = CheckInOutput)))]
pub async fn check_in(visit: Visit, Of(app): Of<App>, Path(id): Path<GatheringId>, input: Input) -> Answer {
    let me = visit.me()?.id;
    let mut db = app.read().await?;
    let gathering = gatherings::gathering(&mut db, id).await?.ok_or(Failure::NotFound)?;
    gatherings::rights(&mut db, &gathering, visit.me.as_ref()).await?.may_take_part()?;
    drop(db);
    let mut problems = Problems::new();
    input.only(&["code"], &mut problems);
    let typed = input.line("code", 1..=20, &mut problems);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let good = match code::read(&typed) {
        Some(digits) => come::try_code(&app, &visit, &digits, Some(id)).await?.is_some(),
        None => false,
    };
    if !good {
        return Err(Problems::one("code", "check-in-wrong").into());
    }
    let mut db = app.write().await?;
    let (_, at) = come::come(&mut db, &app, &gathering, me, visit.now).await?;
    db.commit().await?;
    json(&CheckInOutput { gathering: id, person: me, at: at.to_rfc3339() })
}
