//! What is promised for the gatherings of a series, before some of them go.

use std::collections::BTreeMap;

use super::store;
use crate::database::{Connection, Result};
use crate::gatherings::Stake;
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::web::Message;

/// Who brings what; because of it a gathering is called off rather than vanishing, so that nobody bakes in
/// vain.
pub async fn hands(db: &mut Connection, series: SeriesId) -> Result<Vec<Stake>> {
    let mut found: BTreeMap<GatheringId, (Vec<PersonId>, Vec<String>)> = BTreeMap::new();
    for promise in store::promises(db, series).await? {
        let (people, titles) = found.entry(promise.gathering_id).or_default();
        people.push(promise.person_id);
        titles.push(promise.title);
    }
    let stake = |(gathering, (people, titles)): (GatheringId, (Vec<PersonId>, Vec<String>))| {
        let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
        let words = Message::new("treats-stake").with("count", count);
        Stake { gathering, kind: "treat", count, words, people, titles, holds: true }
    };
    Ok(found.into_iter().map(stake).collect())
}
