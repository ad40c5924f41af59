//! The directory as JSON.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Card, Role, Search, card, store};
use crate::app::App;
use crate::ids::{PersonId, SchoolId};
use crate::schools::{Level, Name};
use crate::web::{Answer, Problems, Query, Stretch, Visit, json};

/// How many people a page has.
const PAGE: i64 = 100;

/// A page of people.
#[derive(Debug, Serialize, ToSchema)]
struct PeoplePage {
    items: Vec<PersonItem>,
    /// The address of the next page; null on the last.
    next: Option<String>,
}

/// A person as the API shows them.
#[derive(Debug, Serialize, ToSchema)]
struct PersonItem {
    id: PersonId,
    name: String,
    email: String,
    school: Option<SchoolOfPerson>,
    roles: Vec<Role>,
    ask_me_about: String,
}

/// The school of a person.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolOfPerson {
    id: SchoolId,
    name: String,
    level: Option<Level>,
}

impl From<Name> for SchoolOfPerson {
    fn from(school: Name) -> SchoolOfPerson {
        SchoolOfPerson { id: school.id, name: school.name, level: school.level }
    }
}

impl From<Card> for PersonItem {
    fn from(card: Card) -> PersonItem {
        PersonItem {
            id: card.id,
            name: card.name,
            email: card.email,
            school: card.school.map(Into::into),
            roles: card.roles,
            ask_me_about: card.ask_me_about,
        }
    }
}

/// The people of the district who have not left, by name, a hundred a page.
#[utoipa::path(
    get,
    path = "/api/v1/people",
    params(
        ("q" = Option<String>, Query, description = "Words of the name or of what to ask about, without case and accents"),
        ("school" = Option<SchoolId>, Query, description = "Their school"),
        ("role" = Option<Role>, Query, description = "One of their roles"),
        ("page" = Option<i64>, Query, description = "Which page, from 1"),
    ),
    responses((status = 200, body = PeoplePage), (status = 401), (status = 422, description = "A wrong filter"))
)]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    visit.me()?;
    let mut problems = Problems::new();
    let search = Search::read(&query, &mut problems);
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let (search, stretch) = problems.or((search, stretch))?;
    let mut db = app.read().await?;
    let total = store::directory::count_found(&mut db, &search, stretch.offset() + PAGE + 1).await?;
    let cards = card::found(&mut db, &search, PAGE, stretch.offset()).await?;
    let next = stretch.after(total).map(|page| search.address(&format!("{}/api/v1/people", app.url()), page));
    json(&PeoplePage { items: cards.into_iter().map(Into::into).collect(), next })
}
