//! Topics: what people would like to speak of at a gathering, who is keen, and the agenda fitted from
//! them.
//!
//! Whoever may take part proposes; others say that they are keen to hear or can share too. The agenda
//! is fitted by `crates/planner` to the minutes of the gathering; its host pins, moves, publishes, and
//! sees why each topic is in or out. What was not reached is carried to the next gathering of the
//! series and waits there with a better chance. What a topic must never do: vanish without a word to
//! its proposer.

mod agenda;
mod agenda_deeds;
mod agenda_page;
mod api;
mod carry;
mod door;
mod found;
mod hand;
mod hands;
mod keen;
mod pages;
mod promises;
mod proposal;
mod publish;
mod store;
#[cfg(test)]
mod tests;
mod told;
mod topic;
mod words;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::{App, Domain};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::{Gathering, Rights};
use crate::ids::{PersonId, TopicId};
use crate::jobs;
use crate::personal::Personal;
use crate::text::Html;
use crate::web::{Failure, Routes, Visit};

pub use agenda::{Agenda, Line, Pin, Table};
pub use carry::settle;
pub use door::{place, topic as visible};
pub use found::{FOUND, Follow, found};
pub use hands::hands;
pub use promises::broken;
pub use proposal::{Proposal, form};
pub use publish::publish_fitted;
pub use store::{
    Entry, OnTable, agenda, counts_in_series, ledger, of_gathering, of_series, say_keen, sharers, sharers_between,
    spoken_in, tags_cared,
};
pub use told::tags_told;
pub use topic::{State, Tags, Topic, may_propose};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "topics",
    pages: || {
        Routes::new()
            .get("/gatherings/{gathering}/topics/new", pages::new)
            .post("/gatherings/{gathering}/topics", pages::propose)
            .get("/topics/{topic}", pages::show)
            .get("/topics/{topic}/edit", pages::edit_form)
            .post("/topics/{topic}/edit", pages::edit)
            .post("/topics/{topic}/keen", pages::keen)
            .post("/topics/{topic}/withdraw", pages::withdraw)
            .post("/topics/{topic}/restore", pages::restore)
            .post("/topics/{topic}/decline", pages::decline)
            .get("/gatherings/{gathering}/agenda", agenda_page::show)
            .post("/gatherings/{gathering}/agenda", agenda_deeds::arrange)
            .post("/gatherings/{gathering}/agenda/fit", agenda_deeds::fit)
            .post("/gatherings/{gathering}/agenda/publish", agenda_deeds::publish)
            .post("/gatherings/{gathering}/agenda/unpublish", agenda_deeds::unpublish)
            .post("/gatherings/{gathering}/agenda/settle", agenda_deeds::settle)
            .post("/gatherings/{gathering}/agenda/reopen", agenda_deeds::reopen)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list, api::add))
            .routes(routes!(api::change, api::withdraw))
            .routes(routes!(api::keen))
            .routes(routes!(api::agenda))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind {
            name: "carry-over",
            title: "job-carry-over",
            daily: true,
            run: |app, _| Box::pin(carry::carry_over(app)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};

/// A topic on a published agenda, with its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaEntry {
    /// The topic.
    pub topic: TopicId,
    /// What it is called.
    pub title: String,
    /// Who proposed it.
    pub proposer: PersonId,
    /// Minutes it has.
    pub minutes: i64,
    /// Whether a host pinned it.
    pub pinned: bool,
    /// When its turn comes, if everyone before keeps to their minutes.
    pub starts_at: Instant,
}

/// The agenda that members see, in speaking order; `None` until a host publishes one.
pub async fn published(db: &mut Connection, gathering: &Gathering) -> Result<Option<Vec<AgendaEntry>>> {
    let topics = store::published(db, gathering).await?;
    if topics.is_empty() && store::agenda(db, gathering.id).await?.is_none_or(|agenda| agenda.published_at.is_none()) {
        return Ok(None);
    }
    let mut at = gathering.starts_at.plus_seconds(gathering.welcome_minutes * 60);
    let mut entries = Vec::with_capacity(topics.len());
    for store::Published { id, title, person_id, minutes, pinned } in topics {
        entries.push(AgendaEntry { topic: id, title, proposer: person_id, minutes, pinned, starts_at: at });
        at = at.plus_seconds(minutes * 60);
    }
    Ok(Some(entries))
}

/// What another domain shows on the page of a topic.
pub type Beside = for<'a> fn(
    &'a mut Connection,
    &'a Visit,
    &'a OnTable,
    Rights,
)
    -> std::pin::Pin<Box<dyn Future<Output = std::result::Result<Html, Failure>> + Send + 'a>>;

/// Puts a topic on the table of a gathering.
pub async fn propose(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    by: PersonId,
    proposal: &Proposal,
) -> anyhow::Result<TopicId> {
    let now = app.now();
    let topic = Topic {
        id: app.new_id()?,
        gathering_id: gathering.id,
        series_id: gathering.series_id,
        person_id: by,
        title: proposal.title.clone(),
        about: proposal.about.clone(),
        tags: crate::database::Text(proposal.tags.clone()),
        minutes: proposal.minutes,
        state: State::Proposed,
        declined_why: None,
        carried: 0,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    store::insert(db, &topic).await?;
    Ok(topic.id)
}
