//! Stories of making and changing series and gatherings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod api;
mod changing;
mod making;
mod reach;
mod single;

use super::Gathering;
use crate::answers;
use crate::ids::{PersonId, SchoolId, SeriesId};
use crate::people::{self, Person, Role};
use crate::testing::{TestApp, Visitor};
use crate::topics::{self, Proposal};
use crate::web::{Input, Problems};

/// Answers with an opened form, or the one whose mistakes are shown, filled like a season of lunches.
pub const SEASON: &[(&str, &str)] = &[
    ("title", "Coffee, Curriculum & Conversation"),
    ("about", "Bring your lunch."),
    ("weekdays", "wed"),
    ("every_weeks", "1"),
    ("first_date", "2026-01-21"),
    ("last_date", "2026-03-18"),
    ("starts", "12h05"),
    ("ends", "12:45"),
    ("days_off", "2026-02-18 Reading week\n2026-12-25"),
    ("place", "Library learning commons"),
];

/// The season with some fields otherwise.
pub fn season<'a>(otherwise: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = SEASON.iter().filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name));
    kept.chain(otherwise).copied().collect()
}

pub async fn all_of(app: &TestApp, series: SeriesId) -> Vec<Gathering> {
    super::gatherings_of(&mut app.read().await.unwrap(), series).await.unwrap()
}

/// Dates with an `x` behind those that were called off.
pub async fn dates(app: &TestApp, series: SeriesId) -> Vec<String> {
    let all = all_of(app, series).await;
    all.iter().map(|one| format!("{}{}", one.date.0, if one.is_cancelled() { "x" } else { "" })).collect()
}

/// The identifier at the end of the address of a page.
pub fn id_in(path: &str) -> SeriesId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

pub async fn host(app: &TestApp) -> Visitor {
    app.member("Hana Host", &[Role::TeacherLibrarian]).await
}

/// Somebody proposes a topic, and so has a hand in a gathering.
pub async fn proposes(app: &TestApp, visitor: &Visitor, gathering: &Gathering) {
    let form = Input::filled([("title", "Portfolios".to_owned()), ("minutes", "10".to_owned())]);
    let proposal = Proposal::read(&form, &mut Problems::new());
    let mut db = app.write().await.unwrap();
    topics::propose(&mut db, app, gathering, visitor.id(), &proposal).await.unwrap();
    db.commit().await.unwrap();
}

/// Somebody says yes to one gathering.
pub async fn comes(app: &TestApp, person: PersonId, gathering: &Gathering) {
    let mut db = app.write().await.unwrap();
    answers::say(&mut db, app, gathering.id, person, answers::Wish::Yes, None).await.unwrap();
    db.commit().await.unwrap();
}

pub async fn email_of(app: &TestApp, visitor: &Visitor) -> String {
    people::person(&mut app.read().await.unwrap(), visitor.id()).await.unwrap().unwrap().email
}

/// Puts a person into a school.
pub async fn belongs_to(app: &TestApp, person: PersonId, school: SchoolId) {
    let mut db = app.write().await.unwrap();
    let person = people::person(&mut db, person).await.unwrap().unwrap();
    let version = person.updated_at;
    assert!(people::update(&mut db, &Person { school_id: Some(school), ..person }, version).await.unwrap());
    db.commit().await.unwrap();
}
