//! What people are known to care about, by the tags of what they proposed.

use std::collections::BTreeSet;

use super::store;
use crate::database::{Connection, Result};
use crate::gatherings::{self, Audience};
use crate::ids::{GatheringId, PersonId};

/// The tags of what some people proposed where everybody of the district may look; with whose they are. What is
/// said among invited people stays there.
pub async fn tags_told(db: &mut Connection, people: &[PersonId]) -> Result<Vec<(PersonId, String)>> {
    let tagged = store::tagged_by(db, people).await?;
    let of: BTreeSet<GatheringId> = tagged.iter().map(|(_, gathering, _)| *gathering).collect();
    let gatherings = gatherings::some(db, &of.into_iter().collect::<Vec<_>>()).await?;
    let open: BTreeSet<GatheringId> = gatherings
        .iter()
        .filter(|gathering| matches!(gathering.audience, Audience::Public | Audience::District))
        .map(|gathering| gathering.id)
        .collect();
    let mut told: Vec<(PersonId, String)> = tagged
        .iter()
        .filter(|(_, gathering, _)| open.contains(gathering))
        .flat_map(|(person, _, tags)| tags.iter().map(|tag| (*person, tag.to_owned())).collect::<Vec<_>>())
        .collect();
    told.sort_unstable();
    told.dedup();
    Ok(told)
}
