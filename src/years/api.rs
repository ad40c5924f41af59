//! The same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Year, editing, linking, links, news, store, telling};
use crate::app::App;
use crate::database::Connection;
use crate::ids::{AnnouncementId, GatheringId, MilestoneId, NetworkId, YearId};
use crate::networks::seen;
use crate::web::{Answer, Failure, Input, Path, Visit, json, json_with};

/// A year of a network.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkYear)]
pub struct YearItem {
    id: YearId,
    title: String,
    /// `2025-09-01`
    first_date: String,
    /// `2026-06-30`
    last_date: String,
    archived: bool,
    milestones: Vec<MilestoneItem>,
    /// To be sent with a change that is for what was seen alone.
    version: i64,
}

impl YearItem {
    /// A year with its milestones.
    pub async fn of(db: &mut Connection, year: Year) -> Result<YearItem, Failure> {
        let milestones = store::milestones(db, year.id).await?.into_iter().map(|one| MilestoneItem {
            id: one.id,
            title: one.title,
            date: one.date.map(|date| date.to_string()),
            gathering: one.gathering_id,
        });
        Ok(YearItem {
            id: year.id,
            title: year.title,
            first_date: year.first_date.to_string(),
            last_date: year.last_date.to_string(),
            archived: year.archived_at.is_some(),
            milestones: milestones.collect(),
            version: year.updated_at.0,
        })
    }
}

/// Something that a year leads to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkMilestone)]
pub struct MilestoneItem {
    id: MilestoneId,
    title: String,
    /// `2026-01-14`
    date: Option<String>,
    /// The gathering it is.
    gathering: Option<GatheringId>,
}

/// A year to make.
#[derive(ToSchema)]
#[schema(as = NewNetworkYear)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct NewYearBody {
    /// 1 to 40 characters.
    title: String,
    /// `2025-09-01`
    first_date: String,
    /// `2026-06-30`
    last_date: String,
    /// Each perhaps with its day first: `2025-10-14 First gathering`.
    milestones: Option<Vec<String>>,
}

/// A gathering of a network.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NetworkGathering)]
struct GatheringItem {
    id: GatheringId,
    title: String,
    /// `2026-01-14`
    date: String,
    cancelled: bool,
}

/// What becomes a network's.
#[derive(ToSchema)]
#[schema(as = NetworkLink)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct LinkBody {
    /// `series:` or `gathering:` and its identifier.
    what: String,
}

/// What members are told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Announcement)]
struct NewsItem {
    id: AnnouncementId,
    title: String,
    /// Markdown.
    text: String,
    /// Who wrote it.
    by: String,
    /// RFC 3339, in UTC.
    written_at: String,
    /// Whether the asker has read it.
    read: bool,
    /// How many members have, without who wrote it; for those who lead the network and who wrote it, null for all others.
    readers: Option<usize>,
}

/// An announcement to write.
#[derive(ToSchema)]
#[schema(as = NewAnnouncement)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct NewsBody {
    /// 1 to 120 characters.
    title: String,
    /// Up to 4,000 characters of Markdown.
    text: String,
}

/// The years of a network, the latest first, for its members.
#[utoipa::path(get, path = "/api/v1/networks/{id}/years", params(("id" = NetworkId, Path)),
    responses((status = 200, body = [YearItem]), (status = 403), (status = 404)))]
pub async fn years(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    json(&years_of(&visit, &app, id).await?)
}

async fn years_of(visit: &Visit, app: &App, id: NetworkId) -> Result<Vec<YearItem>, Failure> {
    let mut db = app.read().await?;
    seen(&mut db, visit.me.as_ref(), id).await?.1.may_see_members()?;
    let mut items = Vec::new();
    // A network has a year for each it has lived.
    for year in store::of_network(&mut db, id).await? {
        items.push(YearItem::of(&mut db, year).await?);
    }
    Ok(items)
}

/// Makes a year.
#[utoipa::path(post, path = "/api/v1/networks/{id}/years", params(("id" = NetworkId, Path)), request_body = NewYearBody,
    responses((status = 201, body = [YearItem]), (status = 403), (status = 404), (status = 422)))]
pub async fn make(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    editing::make_one(&visit, &app, id, &input).await?;
    json_with(StatusCode::CREATED, &years_of(&visit, &app, id).await?)
}

/// The gatherings of a network that the asker may see, in time.
#[utoipa::path(get, path = "/api/v1/networks/{id}/gatherings", params(("id" = NetworkId, Path)),
    responses((status = 200, body = [GatheringItem]), (status = 404)))]
pub async fn gatherings(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let mut db = app.read().await?;
    seen(&mut db, visit.me.as_ref(), id).await?;
    let all = links::gatherings(&mut db, &visit, id).await?;
    let items: Vec<GatheringItem> = all
        .into_iter()
        .map(|one| GatheringItem {
            id: one.id,
            date: one.date.to_string(),
            cancelled: one.is_cancelled(),
            title: one.title,
        })
        .collect();
    json(&items)
}

/// Makes a series or gathering that the asker hosts the network's.
#[utoipa::path(post, path = "/api/v1/networks/{id}/gatherings", params(("id" = NetworkId, Path)), request_body = LinkBody,
    responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn add(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    linking::add_one(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What the members of a network are told, the latest first.
#[utoipa::path(get, path = "/api/v1/networks/{id}/announcements", params(("id" = NetworkId, Path)),
    responses((status = 200, body = [NewsItem]), (status = 403), (status = 404)))]
pub async fn news(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    json(&news_of(&visit, &app, id).await?)
}

async fn news_of(visit: &Visit, app: &App, id: NetworkId) -> Result<Vec<NewsItem>, Failure> {
    let mut db = app.read().await?;
    let (_, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    rights.may_see_members()?;
    let items = news::items(&mut db, visit, id, &rights, 100).await?.into_iter().map(|one| NewsItem {
        id: one.id,
        title: one.title,
        text: one.markdown,
        by: one.by,
        written_at: one.at.to_rfc3339(),
        read: one.read,
        readers: one.readers.map(|(readers, _)| readers),
    });
    Ok(items.collect())
}

/// Tells the members something.
#[utoipa::path(post, path = "/api/v1/networks/{id}/announcements", params(("id" = NetworkId, Path)), request_body = NewsBody,
    responses((status = 201, body = [NewsItem]), (status = 403), (status = 404), (status = 422)))]
pub async fn write(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    news::write_one(&visit, &app, id, &input).await?;
    json_with(StatusCode::CREATED, &news_of(&visit, &app, id).await?)
}

/// The asker has read it.
#[utoipa::path(put, path = "/api/v1/announcements/{id}/read", params(("id" = AnnouncementId, Path)),
    responses((status = 204), (status = 403), (status = 404)))]
pub async fn read(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    news::read_one(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Whether announcements come by mail.
#[derive(ToSchema)]
#[schema(as = AnnouncementMail)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct MailBody {
    mail: bool,
}

/// Whether the asker gets what a network announces by mail; they do until they say no.
#[utoipa::path(put, path = "/api/v1/networks/{id}/announcements/mail", params(("id" = NetworkId, Path)),
    request_body = MailBody, responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn mail(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    telling::choose_one(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
