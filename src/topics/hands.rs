//! The topics of the gatherings of a series, before some of them go.

use std::collections::BTreeMap;

use super::store;
use crate::database::{Connection, Result};
use crate::gatherings::Stake;
use crate::ids::{GatheringId, SeriesId};
use crate::web::Message;

/// The topics on each gathering. Those of one that is called off are carried to the next; so that they
/// can be, it may not vanish.
pub async fn hands(db: &mut Connection, series: SeriesId) -> Result<Vec<Stake>> {
    let mut found: BTreeMap<GatheringId, Vec<store::Hanging>> = BTreeMap::new();
    for topic in store::hanging(db, series).await? {
        found.entry(topic.gathering_id).or_default().push(topic);
    }
    let stake = |(gathering, topics): (GatheringId, Vec<store::Hanging>)| {
        let count = i64::try_from(topics.len()).unwrap_or(i64::MAX);
        let (people, titles) = topics.into_iter().map(|topic| (topic.person_id, topic.title)).unzip();
        let words = Message::new("topics-stake").with("count", count);
        Stake { gathering, kind: "topic", count, words, people, titles, holds: true }
    };
    Ok(found.into_iter().map(stake).collect())
}
