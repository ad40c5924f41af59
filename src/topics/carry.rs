//! What becomes of the topics of a gathering that is over: shared, carried to the next gathering of
//! the series, or let go.
//!
//! The host says so on the agenda page. Where no host does, the job `carry-over` decides half a day
//! after the end: what was on the published agenda was shared, everything else is carried. A host who
//! knows better puts it all back on the table and decides again.

use std::collections::HashMap;
use std::str::FromStr;

use super::store;
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Result, Writing};
use crate::gatherings::{self, Gathering};
use crate::ids::TopicId;

/// How long after its end a gathering is left to its host, in seconds: 12 hours.
pub const PATIENCE: i64 = 12 * 3600;

/// What a host says of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was spoken of.
    Shared,
    /// It goes to the next gathering.
    Carry,
    /// It is let go.
    Leave,
}

impl Fate {
    /// The word in the form.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Shared => "shared",
            Fate::Carry => "carry",
            Fate::Leave => "leave",
        }
    }
}

impl FromStr for Fate {
    type Err = ();
    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        [Fate::Shared, Fate::Carry, Fate::Leave].into_iter().find(|fate| fate.word() == word).ok_or(())
    }
}

/// What was decided, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settled {
    /// Topics that were spoken of.
    pub shared: i64,
    /// Topics that were carried.
    pub carried: i64,
    /// Topics that were let go.
    pub left: i64,
}

/// The gathering to which topics are carried: the next of the series that is planned and has not begun.
pub async fn next(
    db: &mut crate::database::Connection,
    gathering: &Gathering,
    now: Instant,
) -> Result<Option<Gathering>> {
    let Some(series) = gathering.series_id else {
        return Ok(None);
    };
    let upcoming = gatherings::upcoming_of(db, series, now).await?;
    Ok(upcoming.into_iter().find(|other| {
        !other.is_cancelled()
            && other.starts_at > now
            && other.starts_at > gathering.starts_at
            && other.id != gathering.id
    }))
}

/// What is taken for granted of a topic: on the published agenda of a gathering that took place it was
/// shared, otherwise it is carried.
pub fn default_fate(gathering: &Gathering, published: bool) -> Fate {
    if published && !gathering.is_cancelled() { Fate::Shared } else { Fate::Carry }
}

/// Decides about every topic on the table of a gathering, as the host says, or else by default. Without
/// a next gathering, what would be carried is left.
pub async fn settle(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    said: &HashMap<TopicId, Fate>,
) -> anyhow::Result<Settled> {
    let now = app.now();
    let mut settled = Settled::default();
    for topic in store::open(db, gathering.id).await? {
        match said.get(&topic.id).copied().unwrap_or(default_fate(gathering, topic.published)) {
            Fate::Carry => continue,
            Fate::Shared => settled.shared += 1,
            Fate::Leave => settled.left += 1,
        }
        let shared = said.get(&topic.id) != Some(&Fate::Leave);
        store::close(db, topic.id, shared, now).await?;
    }
    let rest = match next(db, gathering, now).await? {
        Some(next) => store::carry(db, gathering.id, next.id, now).await.map(|carried| (carried, 0))?,
        None => store::leave(db, gathering.id, now).await.map(|left| (0, left))?,
    };
    settled.carried += rest.0.cast_signed();
    settled.left += rest.1.cast_signed();
    gatherings::tell_changed(db, app, gathering.id).await?;
    Ok(settled)
}

/// The daily job: decides for gatherings whose host did not.
pub async fn carry_over(app: App) -> anyhow::Result<()> {
    let waiting = store::waiting(&mut *app.read().await?).await?;
    let now = app.now();
    for id in waiting {
        // A transaction for each: people write meanwhile.
        let mut db = app.write().await?;
        let Some(gathering) = gatherings::gathering(&mut db, id).await? else {
            continue;
        };
        if gathering.is_over(now.plus_seconds(-PATIENCE)) {
            settle(&mut db, &app, &gathering, &HashMap::new()).await?;
            db.commit().await?;
        }
    }
    Ok(())
}
