//! What those who lead a network tell its members, and who has read it.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::store::{news as store, telling::is_quiet};
use super::telling;
use super::year::{Announcement, NewAnnouncement};
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Connection, Writing};
use crate::ids::{AnnouncementId, NetworkId, PersonId};
use crate::networks::{self, Network, Rights, seen};
use crate::people;
use crate::text::{self, Html};
use crate::web::{Answer, Failure, Form, Input, Page, Path, Visit, go, html_with};

/// How many announcements the page shows.
const MOST: i64 = 100;

/// An announcement as a member sees it.
pub struct Item {
    /// Which.
    pub id: AnnouncementId,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub text: Html,
    /// The same as it was written.
    pub markdown: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// The same in words.
    pub day: String,
    /// Whether the visitor has read it.
    pub read: bool,
    /// How many members have, and how many there are without who wrote it; for those who lead and who wrote it.
    pub readers: Option<(usize, usize)>,
}

/// The latest announcements: a handful of queries.
pub async fn items(
    db: &mut Connection,
    visit: &Visit,
    network: NetworkId,
    rights: &Rights,
    most: i64,
) -> Result<Vec<Item>, Failure> {
    let Some(me) = visit.person() else { return Ok(Vec::new()) };
    let page = Page::new(visit, "networks", "");
    let all = store::of_network(db, network, most).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let read: BTreeSet<AnnouncementId> = store::read_by(db, network, me).await?.into_iter().collect();
    let lead = rights.may_lead().is_ok();
    let counted = lead || all.iter().any(|one| one.written_by == me);
    // Who has left the network counts neither among those who could read it nor among those who did.
    let members: BTreeSet<PersonId> =
        if counted { networks::member_ids(db, network).await?.into_iter().collect() } else { BTreeSet::new() };
    let mut readers: HashMap<AnnouncementId, usize> = HashMap::new();
    if let Some(first) = all.last().filter(|_| counted) {
        for (one, person) in store::readers(db, network, first.written_at).await? {
            if members.contains(&person) {
                *readers.entry(one).or_default() += 1;
            }
        }
    }
    let readers = |one: &Announcement| {
        let others = members.len() - usize::from(members.contains(&one.written_by));
        (readers.get(&one.id).copied().unwrap_or(0), others)
    };
    let writers: Vec<_> = all.iter().map(|one| one.written_by).collect::<BTreeSet<_>>().into_iter().collect();
    let names: HashMap<_, _> =
        people::cards_of(db, &writers).await?.into_iter().map(|card| (card.id, card.name)).collect();
    Ok(all
        .into_iter()
        .map(|one| Item {
            id: one.id,
            text: text::markdown(&one.text),
            by: names.get(&one.written_by).cloned().unwrap_or_default(),
            day: page.day(&one.written_at),
            // Who wrote it knows it.
            read: one.written_by == me || read.contains(&one.id),
            readers: (lead || one.written_by == me).then(|| readers(&one)),
            at: one.written_at,
            markdown: one.text,
            title: one.title,
        })
        .collect())
}

#[derive(Template)]
#[template(path = "years/pages/news.html")]
struct News {
    page: Page,
    place: Vec<(String, String)>,
    form: Form,
    base: String,
    items: Vec<Item>,
    may_lead: bool,
    /// Whether the visitor gets them by mail.
    by_mail: bool,
    /// Whether they are a member, whom mail could reach.
    member: bool,
}

/// `GET /networks/{network}/news`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let (network, rights) = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
    rights.may_see_members()?;
    page(&visit, &app, StatusCode::OK, Form::new(visit.language, Input::default()), (network, rights)).await
}

async fn page(
    visit: &Visit,
    app: &App,
    status: StatusCode,
    form: Form,
    (network, rights): (Network, Rights),
) -> Answer {
    let mut db = app.read().await?;
    let items = items(&mut db, visit, network.id, &rights, MOST).await?;
    let page = Page::new(visit, "networks", visit.language.say("years-news").to_string());
    html_with(
        status,
        &News {
            place: networks::place(&page, &network),
            form,
            base: format!("/networks/{}", network.id),
            items,
            may_lead: rights.may_lead().is_ok(),
            by_mail: !is_quiet(&mut db, network.id, visit.me()?.id).await?,
            member: rights.role().is_some(),
            page,
        },
    )
}

/// `POST /networks/{network}/news` with `title`, `text`.
pub async fn write(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    match write_one(&visit, &app, id, &input).await {
        Ok(one) => {
            let go = go(format!("/networks/{id}/news")).done(visit.language, "years-news-written");
            Ok(go.undo(visit.language, format!("/announcements/{one}/remove"), &[]).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let seen = seen(&mut *app.read().await?, visit.me.as_ref(), id).await?;
            let form = Form::wrong(visit.language, input, problems);
            page(&visit, &app, StatusCode::UNPROCESSABLE_ENTITY, form, seen).await
        }
        Err(failure) => Err(failure),
    }
}

/// Announces something.
pub async fn write_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<AnnouncementId, Failure> {
    let me = visit.me()?;
    seen(&mut *app.read().await?, Some(me), id).await?.1.may_lead()?;
    let new = NewAnnouncement::read(input)?;
    let mut db = app.write().await?;
    let one = announce(&mut db, app, (id, me.id), (&new.title, &new.text)).await?;
    telling::want(&mut db, app, one, telling::A_MOMENT).await?;
    db.commit().await?;
    Ok(one)
}

/// Announces something in a transaction.
pub async fn announce(
    db: &mut Writing,
    app: &App,
    (network, by): (NetworkId, PersonId),
    (title, text): (&str, &str),
) -> anyhow::Result<AnnouncementId> {
    let one = Announcement {
        id: app.new_id()?,
        network_id: network,
        title: title.to_owned(),
        text: text.to_owned(),
        written_by: by,
        written_at: app.now(),
        removed_at: None,
    };
    store::insert(db, &one).await?;
    Ok(one.id)
}

/// An announcement with the network it is of and the visitor's rights there.
pub async fn one(
    db: &mut Connection,
    visit: &Visit,
    id: AnnouncementId,
) -> Result<(Announcement, Network, Rights), Failure> {
    let me = visit.me()?;
    let one = store::announcement(db, id).await?.ok_or(Failure::NotFound)?;
    let (network, rights) = seen(db, Some(me), one.network_id).await?;
    rights.may_see_members()?;
    Ok((one, network, rights))
}

/// `POST /announcements/{announcement}/read`
pub async fn read(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    let network = read_one(&visit, &app, id).await?;
    Ok(go(format!("/networks/{network}/news")).into_response())
}

/// The visitor has read it.
pub async fn read_one(visit: &Visit, app: &App, id: AnnouncementId) -> Result<NetworkId, Failure> {
    let me = visit.me()?;
    let (announcement, _, _) = one(&mut *app.read().await?, visit, id).await?;
    let mut db = app.write().await?;
    store::read(&mut db, id, me.id, visit.now).await?;
    db.commit().await?;
    Ok(announcement.network_id)
}

/// `POST /announcements/{announcement}/remove`
pub async fn remove(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    let network = set_removed(&visit, &app, id, true).await?;
    let go = go(format!("/networks/{network}/news")).done(visit.language, "years-news-removed");
    Ok(go.undo(visit.language, format!("/announcements/{id}/restore"), &[]).into_response())
}

/// `POST /announcements/{announcement}/restore`
pub async fn restore(visit: Visit, State(app): State<App>, Path(id): Path<AnnouncementId>) -> Answer {
    let network = set_removed(&visit, &app, id, false).await?;
    Ok(go(format!("/networks/{network}/news")).done(visit.language, "years-news-restored").into_response())
}

/// Takes one down, or puts it up again; of which network it is.
pub async fn set_removed(visit: &Visit, app: &App, id: AnnouncementId, away: bool) -> Result<NetworkId, Failure> {
    let (announcement, _, rights) = one(&mut *app.read().await?, visit, id).await?;
    rights.may_lead()?;
    let mut db = app.write().await?;
    store::set_removed(&mut db, id, away.then_some(visit.now)).await?;
    if !away {
        // For those who were not told before it was taken down.
        telling::want(&mut db, app, id, 0).await?;
    }
    db.commit().await?;
    Ok(announcement.network_id)
}
