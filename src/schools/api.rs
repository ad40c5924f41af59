//! The schools as JSON.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Level, School, Search, store};
use crate::app::App;
use crate::ids::SchoolId;
use crate::web::{Answer, Problems, Query, Stretch, Visit, json};

/// How many schools a page has.
const PAGE: i64 = 100;

/// A page of schools.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolsPage {
    items: Vec<SchoolItem>,
    /// The address of the next page; null on the last.
    next: Option<String>,
}

/// A school as the API shows it.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolItem {
    id: SchoolId,
    name: String,
    level: Option<Level>,
    district: Option<String>,
    address: Option<String>,
    city: Option<String>,
    postal_code: Option<String>,
    /// Degrees north.
    latitude: Option<f64>,
    /// Degrees east.
    longitude: Option<f64>,
}

impl From<School> for SchoolItem {
    fn from(school: School) -> SchoolItem {
        SchoolItem {
            id: school.id,
            name: school.name,
            level: school.level,
            district: school.district,
            address: school.address,
            city: school.city,
            postal_code: school.postal_code,
            latitude: school.latitude,
            longitude: school.longitude,
        }
    }
}

/// The schools of the district, by level and name, a hundred a page.
#[utoipa::path(
    get,
    path = "/api/v1/schools",
    params(
        ("q" = Option<String>, Query, description = "Words of the name or the city, without case and accents"),
        ("level" = Option<Level>, Query, description = "The level"),
        ("page" = Option<i64>, Query, description = "Which page, from 1"),
    ),
    responses((status = 200, body = SchoolsPage), (status = 401), (status = 422, description = "A wrong filter"))
)]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.me()?;
    let mut problems = Problems::new();
    let search = Search::read(&query, &mut problems);
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let (search, stretch) = problems.or((search, stretch))?;
    let mut db = app.read().await?;
    let total = store::count_found(&mut db, &search).await?;
    let schools = store::found(&mut db, &search, PAGE, stretch.offset()).await?;
    let next = stretch.after(total).map(|page| search.address(&format!("{}/api/v1/schools", app.url()), page));
    json(&SchoolsPage { items: schools.into_iter().map(Into::into).collect(), next })
}
