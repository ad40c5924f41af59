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

/// Has those who said yes told, in the caller's transaction; not about what is over.
pub async fn tell(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    news: News,
    before: Option<Before>,
) -> anyhow::Result<()> {
    #[derive(Serialize)]
    struct Payload {
        gathering: GatheringId,
        change: News,
        before: Option<Before>,
    }
    if gathering.is_over(app.now()) {
        return Ok(());
    }
    let payload = Payload { gathering: gathering.id, change: news, before };
    jobs::enqueue(db, app, GATHERING_CHANGED, &payload, app.now(), None).await
}
