//! The job of a gathering that changed: it tells those who come, may come or wait, and gives places.
//!
//! It is a job because letters to a hundred people have no place in the click of a host, and because a
//! host who changes their mind within a second should not have written to all of them: what is told is
//! what stands when the job runs.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::answer::Answer;
use super::letters::{self, News};
use super::{say, store};
use crate::app::App;
use crate::gatherings::{self, Gathering};
use crate::ids::GatheringId;
use crate::web::Language;

/// The name of the job; [`gatherings`] wants it done with each change.
pub const KIND: &str = "gathering-changed";

#[derive(Debug, Deserialize)]
struct Payload {
    gathering: GatheringId,
    change: Change,
    #[serde(default)]
    before: Option<Before>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Change {
    Added,
    Edited,
    Moved,
    Cancelled,
    Restored,
}

/// When and where a gathering was to be before it moved; what did not change may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Before {
    date: Option<Date>,
    starts: Option<Time>,
    ends: Option<Time>,
    place: Option<String>,
}

impl Before {
    /// `Wednesday 14 January, 12:05 to 12:45, Library learning commons`
    pub fn words(&self, now: &Gathering, today: Date, language: Language) -> String {
        let mut words = language.words().date_and_range(
            self.date.unwrap_or(*now.date),
            self.starts.unwrap_or(*now.starts),
            self.ends.unwrap_or(*now.ends),
            today,
        );
        if let Some(place) = self.place.as_deref().filter(|place| !place.is_empty()) {
            words.push_str(", ");
            words.push_str(place);
        }
        words
    }
}

/// Runs it.
pub async fn run(app: App, payload: String) -> anyhow::Result<()> {
    let Payload { gathering, change, before } = serde_json::from_str(&payload)?;
    let mut db = app.write().await?;
    let Some(gathering) = gatherings::lock(&mut db, gathering).await? else { return Ok(()) };
    let news = match change {
        Change::Moved if !gathering.is_cancelled() => Some(News::Moved),
        Change::Cancelled if gathering.is_cancelled() => Some(News::Cancelled),
        Change::Restored if !gathering.is_cancelled() => Some(News::Restored),
        _ => None,
    };
    if let Some(news) = news.filter(|_| !gathering.is_over(app.now())) {
        let said: BTreeMap<_, _> = store::said(&mut db, gathering.id)
            .await?
            .into_iter()
            .filter(|said| said.answer != Answer::No)
            .map(|said| (said.person_id, said.answer))
            .collect();
        letters::news(&mut db, &app, &gathering, news, before.as_ref(), &said).await?;
    }
    say::settle(&mut db, &app, gathering.id).await?;
    db.commit().await?;
    Ok(())
}
