//! The same as JSON.

use axum::extract::State;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::pages::{concerned, named};
use super::{erase as deeds, parcel};
use crate::app::App;
use crate::ids::PersonId;
use crate::personal::Fate;
use crate::web::{Answer, Failure, Input, Path, Problems, Visit, json};

/// Everything that is kept about whoever asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeptAboutMe)]
struct Kept {
    /// Whom it is about.
    person: PersonId,
    /// When it was read.
    at: String,
    /// Section by section, table by table, row by row.
    #[schema(value_type = Object)]
    kept: Value,
}

/// What is kept about whoever asks. Files are not in it: `/account/data.zip` has them too.
#[utoipa::path(get, path = "/api/v1/me/data", responses((status = 200, body = Kept), (status = 401)))]
pub async fn mine(visit: Visit, State(app): State<App>) -> Answer {
    let person = visit.me()?.id;
    let sections = super::sections(&mut *app.read().await?, person).await?;
    json(&Kept { person, at: app.now().to_rfc3339(), kept: parcel::tables(&sections) })
}

/// Whom to erase.
#[derive(ToSchema)]
#[schema(as = Erasure)]
#[allow(dead_code, reason = "for the document; the field is read from the input")]
struct Erasure {
    /// The name of the person, as it stands in the directory, so that nobody is erased by a slip.
    name: String,
}

/// What was done to the rows of a table.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ErasureDeed)]
struct Done {
    table: &'static str,
    fate: Fate,
    rows: u64,
}

/// Forgets a person for good; stewards only, and not themselves. What is counted stays counted, without a name.
#[utoipa::path(delete, path = "/api/v1/people/{id}", params(("id" = PersonId, Path)), request_body = Erasure,
    responses((status = 200, body = [Done]), (status = 401), (status = 403), (status = 404),
              (status = 422, description = "The name is not theirs")))]
pub async fn erase(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let person = concerned(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    input.only(&["name"], &mut problems);
    named(&person, &input, &mut problems);
    problems.or(()).map_err(Failure::Invalid)?;
    let done = deeds::erase(&mut db, &app, &person).await?;
    db.commit().await?;
    tracing::info!(person = %person.id, by = %visit.me()?.id, "a person was erased");
    let done: Vec<Done> = done
        .into_iter()
        .filter(|deed| deed.rows > 0)
        .map(|deed| Done { table: deed.table, fate: deed.fate, rows: deed.rows })
        .collect();
    json(&done)
}
