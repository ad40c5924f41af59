//! Attendance as JSON, for hosts.

use axum::extract::State as Shared;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::record::MOST_GUESTS;
use super::{State, is_faded, record_entered, record_guests, store};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::{self, Gathering};
use crate::ids::{GatheringId, PersonId};
use crate::people;
use crate::web::{Answer, Entered, Failure, Input, Path, Problems, Visit, json};

/// What to record: a person's mark, the guests, or both.
#[derive(Debug, Deserialize, ToSchema)]
#[allow(dead_code, reason = "the shape of the request, for the document; it is read by web::Input")]
struct AttendanceInput {
    /// Who.
    person: Option<PersonId>,
    /// `came`, `excused`, `absent`, or `none` to take the mark away.
    state: Option<String>,
    /// Guests without an account, 0 to 500.
    guests: Option<i64>,
}

/// Who was there.
#[derive(Debug, Serialize, ToSchema)]
struct AttendanceOutput {
    gathering: GatheringId,
    guests: i64,
    marks: Vec<MarkOutput>,
}

#[derive(Debug, Serialize, ToSchema)]
struct MarkOutput {
    person: PersonId,
    state: State,
    walk_in: bool,
    by: &'static str,
    recorded_at: String,
}

async fn output(db: &mut Connection, visit: &Visit, gathering: &Gathering) -> Answer {
    let id = gathering.id;
    // An absence that has faded is nobody's to see but the person's, in their record.
    let faded = is_faded(*gathering.date, visit.today);
    let marks = store::marks_of(db, id).await?;
    let marks = marks.into_iter().filter(|mark| !faded || mark.state != State::Absent).map(|mark| MarkOutput {
        person: mark.person_id,
        state: mark.state,
        walk_in: mark.walk_in,
        by: mark.said_by.word(),
        recorded_at: mark.recorded_at.to_rfc3339(),
    });
    json(&AttendanceOutput { gathering: id, guests: store::guests_of(db, id).await?, marks: marks.collect() })
}

async fn hosted(db: &mut Connection, visit: &Visit, id: GatheringId) -> Result<Gathering, Failure> {
    let gathering = gatherings::gathering(db, id).await?.ok_or(Failure::NotFound)?;
    gatherings::rights(db, &gathering, visit.me.as_ref()).await?.may_host()?;
    Ok(gathering)
}

/// Who was there.
#[utoipa::path(get, path = "/api/v1/gatherings/{id}/attendance", params(("id" = GatheringId, Path)),
    responses((status = 200, body = AttendanceOutput)))]
pub async fn attendance(visit: Visit, Shared(app): Shared<App>, Path(id): Path<GatheringId>) -> Answer {
    let mut db = app.read().await?;
    let gathering = hosted(&mut db, &visit, id).await?;
    output(&mut db, &visit, &gathering).await
}

/// Records who was there.
#[utoipa::path(post, path = "/api/v1/gatherings/{id}/attendance", params(("id" = GatheringId, Path)),
    request_body = AttendanceInput, responses((status = 200, body = AttendanceOutput)))]
pub async fn record_attendance(
    visit: Visit,
    Shared(app): Shared<App>,
    Path(id): Path<GatheringId>,
    Entered(entered): Entered,
    input: Input,
) -> Answer {
    let mut db = app.write().await?;
    let gathering = hosted(&mut db, &visit, id).await?;
    let me = visit.me()?;
    let mut problems = Problems::new();
    input.only(&["person", "state", "guests"], &mut problems);
    let person = input.choice::<PersonId>("person", &mut problems);
    let guests = input.number("guests", 0..=MOST_GUESTS, &mut problems);
    let state = match input.typed("state") {
        "none" => None,
        _ if person.is_some() => input.needed_choice::<State>("state", &mut problems),
        _ => input.choice::<State>("state", &mut problems),
    };
    if person.is_none() && guests.is_none() && problems.is_empty() {
        problems.add("person", "problem-required");
    }
    if let Some(person) = person
        && people::person(&mut db, person).await?.is_none()
    {
        problems.add("person", "problem-choice");
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    if let Some(person) = person {
        record_entered(&mut db, &app, &gathering, (person, state), me.id, entered).await?;
    }
    if let Some(guests) = guests {
        record_guests(&mut db, &app, &gathering, guests, me.id).await?;
    }
    db.commit().await?;
    output(&mut *app.read().await?, &visit, &gathering).await
}
