//! A school with its learning commons as JSON.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::ids::SchoolId;
use crate::people::commons::{self, Commons};
use crate::people::store;
use crate::people::store::directory;
use crate::schools::{self, Level, School};
use crate::web::{Answer, Failure, Input, Message, Path, Problems, Visit, json};

/// A school as its page shows it.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolPage {
    id: SchoolId,
    name: String,
    level: Option<Level>,
    district: Option<String>,
    address: Option<String>,
    city: Option<String>,
    postal_code: Option<String>,
    /// How many people work there.
    people: i64,
    commons: LearningCommons,
}

/// The library learning commons of a school; empty where nobody said anything.
#[derive(Debug, Serialize, ToSchema)]
struct LearningCommons {
    /// Where in the school.
    place: String,
    /// When it is open.
    hours: String,
    /// What it has.
    offers: String,
}

impl From<Commons> for LearningCommons {
    fn from(commons: Commons) -> LearningCommons {
        LearningCommons { place: commons.place, hours: commons.hours, offers: commons.offers }
    }
}

/// What to change of a learning commons; what is not sent stays, null takes away.
#[derive(ToSchema)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct ChangedCommons {
    place: Option<String>,
    hours: Option<String>,
    offers: Option<String>,
}

/// A school, how many people work there, and its learning commons.
#[utoipa::path(get, path = "/api/v1/schools/{id}", params(("id" = SchoolId, Path)),
    responses((status = 200, body = SchoolPage), (status = 401), (status = 404)))]
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<SchoolId>) -> Answer {
    visit.me()?;
    let mut db = app.read().await?;
    let school: School = schools::school(&mut db, id).await?.ok_or(Failure::NotFound)?;
    let people = directory::numbers(&mut db, &[id]).await?.first().map_or(0, |at| at.number);
    let commons = commons::of(&mut db, id).await?.into();
    json(&SchoolPage {
        id,
        name: school.name,
        level: school.level,
        district: school.district,
        address: school.address,
        city: school.city,
        postal_code: school.postal_code,
        people,
        commons,
    })
}

/// Changes what is said of the learning commons of the asker's school.
#[utoipa::path(patch, path = "/api/v1/schools/{id}/commons", params(("id" = SchoolId, Path)),
    request_body = ChangedCommons,
    responses((status = 200, body = LearningCommons), (status = 401), (status = 403, description = "Another school"),
        (status = 404), (status = 409), (status = 422)))]
pub async fn change(visit: Visit, State(app): State<App>, Path(id): Path<SchoolId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let (_, now) = commons::own(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    input.only(&["place", "hours", "offers"], &mut problems);
    let fresh = Commons::read(&input, &now, &mut problems);
    let fresh = problems.or(fresh)?.at(app.now());
    if !store::commons::put(&mut db, &fresh, now.updated_at).await? {
        return Err(Failure::Stale(Message::new("commons-stale")));
    }
    db.commit().await?;
    json(&LearningCommons::from(fresh))
}
