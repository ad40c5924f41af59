//! Who has read what was announced, and who has not yet: for whoever wrote it, and those who lead the network.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::news::one;
use super::store;
use super::year::Announcement;
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::ids::{AnnouncementId, PersonId};
use crate::networks::{self, Network};
use crate::people::{self, Card};
use crate::web::{Answer, Failure, Page, Path, Visit, html, json};

/// An announcement with its readers.
pub struct Readers {
    /// What was announced.
    pub announcement: Announcement,
    /// Where.
    pub network: Network,
    /// Who has read it and when, the first to read first.
    pub read: Vec<(Card, Instant)>,
    /// The members who have not, by name.
    pub unread: Vec<Card>,
}

/// Looks who has read an announcement. Who left the network since is neither a reader nor missing.
pub async fn of(db: &mut Connection, visit: &Visit, id: AnnouncementId) -> Result<Readers, Failure> {
    let (announcement, network, rights) = one(db, visit, id).await?;
    if announcement.written_by != visit.me()?.id {
        rights.may_lead()?;
    }
    let read = store::telling::who_read(db, id).await?;
    let has: HashSet<PersonId> = read.iter().map(|one| one.0).chain([announcement.written_by]).collect();
    let mut wanted = networks::member_ids(db, network.id).await?;
    let members: HashSet<PersonId> = wanted.iter().copied().collect();
    wanted.retain(|person| !has.contains(person));
    let mut unread = people::cards_of(db, &wanted).await?;
    unread.sort_by(|one, other| one.name.cmp(&other.name));
    let ids: Vec<PersonId> = read.iter().map(|one| one.0).collect();
    let mut cards: HashMap<PersonId, Card> =
        people::cards_of(db, &ids).await?.into_iter().map(|card| (card.id, card)).collect();
    let read = read.into_iter().filter(|one| one.0 != announcement.written_by && members.contains(&one.0));
    let read = read.filter_map(|(person, at)| Some((cards.remove(&person)?, at))).collect();
    Ok(Readers { announcement, network, read, unread })
}

#[derive(Template)]
#[template(path = "years/pages/readers.html")]
struct Shown {
    page: Page,
    place: Vec<(String, String)>,
    what: String,
    read: Vec<(Card, String)>,
    unread: Vec<Card>,
}

/// `GET /announcements/{announcement}/readers`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    let readers = of(&mut *app.read().await?, &visit, id).await?;
    let page = Page::new(&visit, "networks", visit.language.say("years-readers").to_string());
    let mut place = networks::place(&page, &readers.network);
    place.push((format!("/networks/{}/news", readers.network.id), page.say("years-news").to_string()));
    let read = readers.read.into_iter().map(|(card, at)| (card, page.day(&at))).collect();
    html(&Shown { place, what: readers.announcement.title, read, unread: readers.unread, page })
}

/// Who has read an announcement, and which members have not.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AnnouncementReaders)]
struct ReadersItem {
    read: Vec<ReaderItem>,
    unread: Vec<ReaderItem>,
}

/// A member who has read it, or not.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AnnouncementReader)]
struct ReaderItem {
    person: PersonId,
    name: String,
    /// RFC 3339, in UTC; null where they have not.
    read_at: Option<String>,
}

/// Who has read it, for whoever wrote it and those who lead the network.
#[utoipa::path(get, path = "/api/v1/announcements/{id}/readers", params(("id" = AnnouncementId, Path)),
    responses((status = 200, body = ReadersItem), (status = 403), (status = 404)))]
pub async fn list(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    let all = of(&mut *app.read().await?, &visit, id).await?;
    let read = all.read.into_iter();
    let read = read.map(|(card, at)| ReaderItem { person: card.id, name: card.name, read_at: Some(at.to_rfc3339()) });
    let unread = all.unread.into_iter();
    let unread = unread.map(|card| ReaderItem { person: card.id, name: card.name, read_at: None });
    json(&ReadersItem { read: read.collect(), unread: unread.collect() })
}
