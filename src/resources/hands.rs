//! What is kept of the gatherings of a series, before some of them go.

use std::collections::BTreeMap;

use super::{Of, board};
use crate::database::{Connection, Result};
use crate::gatherings::Stake;
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::Message;

/// Notes, links and files of each gathering itself; because of them it may not vanish. Those of its topics
/// go where the topics go.
pub async fn hands(db: &mut Connection, series: SeriesId) -> Result<Vec<Stake>> {
    let board = board::in_series(db, series).await?;
    let mut found: BTreeMap<GatheringId, (Vec<PersonId>, Vec<String>, i64)> = BTreeMap::new();
    for (of, shelf) in board.iter() {
        let Of::Gathering(gathering) = of else { continue };
        let (people, titles, count) = found.entry(gathering).or_default();
        people.extend(shelf.note.iter().map(|note| note.updated_by));
        people.extend(shelf.resources.iter().map(|one| one.added_by));
        titles.extend(shelf.resources.iter().map(|one| one.title.clone()));
        *count += i64::try_from(shelf.resources.len()).unwrap_or(0) + i64::from(shelf.note.is_some());
    }
    let stake = |(gathering, (people, titles, count))| {
        let words = Message::new("resources-stake").with("count", count);
        Stake { gathering, kind: "resource", count, words, people, titles, holds: true }
    };
    Ok(found.into_iter().map(stake).collect())
}
