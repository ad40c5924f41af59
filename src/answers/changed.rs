//! The job of a gathering that changed: it tells those who come, may come or wait, and gives places.
//!
//! It is a job because letters to a hundred people have no place in the click of a host, and because a
//! host who changes their mind within a second should not have written to all of them: what is told is
//! what stands when the job runs.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::answer::Answer;
use super::news::{self, Item, News};
use super::{letters, places, store};
use crate::app::App;
use crate::gatherings::{self, Gathering};
use crate::ids::GatheringId;
use crate::web::Language;

/// The name of the job; [`gatherings`] wants it done with each change.
pub const KIND: &str = "gathering-changed";

/// One change, or all that a change of a series did to its dates.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Changes {
    Many(Vec<Changed>),
    One(Changed),
}

#[derive(Debug, Deserialize)]
struct Changed {
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
    let mut changes = match serde_json::from_str(&payload)? {
        Changes::Many(changes) => changes,
        Changes::One(change) => vec![change],
    };
    // Held in the order in which every transaction holds them, the series before its gatherings, so that
    // no two wait for each other.
    changes.sort_by_key(|change| change.gathering);
    let mut db = app.write().await?;
    if let [first, _, ..] = changes.as_slice()
        && let Some(series) = gatherings::gathering(&mut db, first.gathering).await?.and_then(|first| first.series_id)
    {
        gatherings::lock_series(&mut db, series).await?;
    }
    let mut items = Vec::new();
    let mut promoted = Vec::new();
    for Changed { gathering, change, before } in changes {
        let Some(gathering) = gatherings::lock(&mut db, gathering).await? else { continue };
        if gathering.is_over(app.now()) {
            continue;
        }
        let news = match change {
            Change::Moved if !gathering.is_cancelled() => Some(News::Moved),
            Change::Cancelled if gathering.is_cancelled() => Some(News::Cancelled),
            Change::Restored if !gathering.is_cancelled() => Some(News::Restored),
            _ => None,
        };
        if let Some(news) = news {
            let said = store::said(&mut db, gathering.id).await?.into_iter();
            let said = said.filter(|said| said.answer != Answer::No).map(|said| (said.person_id, said.answer));
            items.push(Item { news, before, said: said.collect(), gathering: gathering.clone() });
        }
        if !gathering.is_cancelled() {
            let people = places::settle_held(&mut db, &gathering).await?;
            promoted.extend(people.into_iter().map(|person| (gathering.clone(), person)));
        }
    }
    items.sort_by_key(|item| (item.gathering.starts_at, item.gathering.id));
    news::tell(&mut db, &app, &items).await?;
    letters::promoted(&mut db, &app, promoted.iter().map(|(gathering, person)| (gathering, *person))).await?;
    db.commit().await?;
    Ok(())
}
