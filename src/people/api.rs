//! The directory and people as JSON.

pub mod commons;
mod said;

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use self::said::{ChangedProfile, OwnProfile, Said};
use super::card::{After, Leaf};
use super::profile::{self, Draft, Onlooker, Profile};
use super::{Card, Role, Search, card, rights, store};
use crate::app::App;
use crate::ids::{PersonId, SchoolId};
use crate::schools::{Level, Name};
use crate::web::{Answer, Failure, Input, Message, Path, Problems, Query, Visit, json};

/// How many people a page has.
const PAGE: usize = 100;

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
    /// What the asker may see of what they say of themselves.
    profile: Said,
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

impl PersonItem {
    fn of(card: Card, seen: &Profile, app: &App) -> PersonItem {
        PersonItem {
            profile: Said::of(seen, card.id, app),
            id: card.id,
            name: card.name,
            email: card.email,
            school: card.school.map(Into::into),
            roles: card.roles,
            ask_me_about: card.ask_me_about,
        }
    }
}

/// The people of the district who have not left, by name, a hundred a page. A search by words or filters looks
/// through what colleagues may see; filters also through what is shown to the networks the asker is in.
#[utoipa::path(
    get,
    path = "/api/v1/people",
    params(
        ("q" = Option<String>, Query, description = "Words of the name or of what they say of themselves, in any form"),
        ("about" = Option<String>, Query, description = "A skill, subject, grade or tool they can be asked about"),
        ("school" = Option<SchoolId>, Query, description = "Their school"),
        ("level" = Option<Level>, Query, description = "The level of their school"),
        ("role" = Option<Role>, Query, description = "One of their roles"),
        ("grade" = Option<String>, Query, description = "A grade they can be asked about: k, 1 to 12"),
        ("language" = Option<String>, Query, description = "A language they speak, as its code of ISO 639"),
        ("shares" = Option<String>, Query, description = "What they share"),
        ("learns" = Option<String>, Query, description = "What they want to learn"),
        ("after" = Option<String>, Query, description = "Where the page begins, as `next` says"),
    ),
    responses((status = 200, body = PeoplePage), (status = 401), (status = 422, description = "A wrong filter"))
)]
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let mut problems = Problems::new();
    let search = Search::read(&query, &mut problems);
    let after: Option<After> = query.choice("after", &mut problems);
    let (search, after) = problems.or((search, after))?;
    let mut db = app.read().await?;
    let found = card::found(&mut db, me, &search, Leaf { after, most: PAGE, counted: 0 }).await?;
    let profiles = profile::for_asker(&mut db, me, &found.cards).await?;
    let next = (!found.next.is_empty()).then(|| search.address(&format!("{}/api/v1/people", app.url()), &found.next));
    let nothing = Profile::default();
    let item = |card: Card| {
        let seen = profiles.get(&card.id).unwrap_or(&nothing);
        PersonItem::of(card, seen, &app)
    };
    json(&PeoplePage { items: found.cards.into_iter().map(item).collect(), next })
}

/// A person who has not left, with what the asker may see of their profile.
#[utoipa::path(get, path = "/api/v1/people/{id}", params(("id" = PersonId, Path)),
    responses((status = 200, body = PersonItem), (status = 401), (status = 404)))]
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let me = visit.me()?;
    let mut db = app.read().await?;
    let person = store::person(&mut db, id).await?.filter(|person| person.left_at.is_none());
    let person = person.ok_or(Failure::NotFound)?;
    let whole = profile::of(&mut db, &[&person]).await?.remove(&id).unwrap_or_default();
    let seen = whole.seen_by(&profile::eyes(&mut db, Some(me), id).await?);
    let card = card::cards_of(&mut db, &[id]).await?.into_iter().next().ok_or(Failure::NotFound)?;
    json(&PersonItem::of(card, &seen, &app))
}

/// Changes what the asker says of themselves, and who may see it; what is not sent stays.
#[utoipa::path(patch, path = "/api/v1/people/{id}/profile", params(("id" = PersonId, Path)),
    request_body = ChangedProfile,
    responses((status = 200, body = OwnProfile), (status = 401), (status = 403, description = "Somebody else's"),
        (status = 404), (status = 409), (status = 422)))]
pub async fn change(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    rights::may_write_profile(visit.me()?, id)?;
    let mut db = app.write().await?;
    let (person, before) = profile::own(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let draft = Draft::change(&input, (&before, &profile::networks(&mut db, id).await?), &mut problems);
    let draft = problems.or(draft)?;
    if !profile::keep(&mut db, &app, (&person, person.updated_at), (&before, &draft)).await? {
        return Err(Failure::Stale(Message::new("profile-stale")));
    }
    db.commit().await?;
    let said = Said::of(&draft.profile.seen_by(&Onlooker::Oneself), id, &app);
    json(&OwnProfile { said, audiences: said::audiences(&draft.profile) })
}
