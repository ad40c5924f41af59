//! Telling those who said yes that a gathering moved, was called off or takes place after all. Who
//! they are only the answers know, which build on gatherings; so this is a job that they handle.

use serde::Serialize;

use super::Gathering;
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::ids::GatheringId;
use crate::{jobs, schools};

/// The kind of the job.
const GATHERING_CHANGED: &str = "gathering-changed";

/// What happened to a gathering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// It is one more date of a series: who answered for the series answered for it.
    Added,
    /// More or fewer people fit in: whoever waits may have a place.
    Edited,
    /// It is at another date, time or place.
    Moved,
    /// It was called off.
    Cancelled,
    /// It takes place after all.
    Restored,
}

/// When and where it was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Before {
    /// `2026-01-14`
    pub date: String,
    /// `12:05`
    pub starts: String,
    /// `12:45`
    pub ends: String,
    /// Room and school, as people say them.
    pub place: String,
}

impl Before {
    /// Of a gathering as it was.
    pub async fn of(db: &mut Connection, gathering: &Gathering) -> anyhow::Result<Before> {
        Ok(Before {
            date: gathering.date.to_string(),
            starts: calendar::times::time_text(*gathering.starts),
            ends: calendar::times::time_text(*gathering.ends),
            place: place_text(db, gathering).await?,
        })
    }
}

/// Room and school in one line; empty where neither is said.
async fn place_text(db: &mut Connection, gathering: &Gathering) -> anyhow::Result<String> {
    let school = match gathering.school_id {
        Some(id) => schools::school(db, id).await?.map(|school| school.name),
        None => None,
    };
    let parts = [Some(gathering.place.clone()).filter(|room| !room.is_empty()), school];
    Ok(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// What happened to one gathering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    gathering: GatheringId,
    change: News,
    before: Option<Before>,
}

impl Told {
    /// News of a gathering; none of one that is over.
    pub fn new(app: &App, gathering: &Gathering, change: News, before: Option<Before>) -> Option<Told> {
        (!gathering.is_over(app.now())).then_some(Told { gathering: gathering.id, change, before })
    }
}

/// Has those who said yes told, in the caller's transaction.
pub async fn tell(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    news: News,
    before: Option<Before>,
) -> anyhow::Result<()> {
    match Told::new(app, gathering, news, before) {
        Some(told) => jobs::enqueue(db, app, GATHERING_CHANGED, &told, app.now(), None).await,
        None => Ok(()),
    }
}

/// Has those who said yes told of all that happened to the dates of a series: one job, so that a person
/// gets one letter and not one for each date.
pub async fn tell_all(db: &mut Writing, app: &App, told: &[Told]) -> anyhow::Result<()> {
    match told {
        [] => Ok(()),
        [one] => jobs::enqueue(db, app, GATHERING_CHANGED, one, app.now(), None).await,
        all => jobs::enqueue(db, app, GATHERING_CHANGED, &all, app.now(), None).await,
    }
}
