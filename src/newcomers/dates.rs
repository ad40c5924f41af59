//! The dates of networks that somebody is not in yet.

use std::collections::{BTreeMap, HashMap};

use super::look::{AHEAD_DAYS, DATES};
use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::gatherings::{self, Audience, Gathering, Viewer};
use crate::ids::{GatheringId, NetworkId, SeriesId};
use crate::{networks, years};

/// What each network does next, of what somebody may see who is not in it: the dates of its series, which are
/// `ahead` already, and its gatherings that are of no series.
pub async fn of_networks(
    db: &mut Connection,
    viewer: Viewer,
    (offered, ahead): (&[networks::Offered], &BTreeMap<SeriesId, Vec<Gathering>>),
    now: Instant,
) -> Result<HashMap<NetworkId, Vec<Gathering>>> {
    let until = now.plus_days(AHEAD_DAYS);
    let open = |gathering: &Gathering| {
        let seen = match gathering.audience {
            Audience::Public => true,
            Audience::District => viewer.signed_in,
            Audience::Invited => false,
        };
        seen && gathering.starts_at > now && gathering.starts_at < until && !gathering.is_cancelled()
    };
    let networks: Vec<NetworkId> = offered.iter().map(|offered| offered.network.id).collect();
    let mut all: HashMap<NetworkId, Vec<Gathering>> = HashMap::new();
    for (network, series) in years::series_of(db, &networks).await? {
        all.entry(network).or_default().extend(ahead.get(&series).into_iter().flatten().cloned());
    }
    let single = years::singles_of(db, &networks).await?;
    let ids: Vec<GatheringId> = single.iter().map(|(_, gathering)| *gathering).collect();
    let known: HashMap<GatheringId, Gathering> =
        gatherings::some(db, &ids).await?.into_iter().filter(open).map(|one| (one.id, one)).collect();
    for (network, gathering) in single {
        all.entry(network).or_default().extend(known.get(&gathering).cloned());
    }
    for dates in all.values_mut() {
        dates.sort_by_key(|gathering| (gathering.starts_at, gathering.id));
        dates.dedup_by_key(|gathering| gathering.id);
        dates.truncate(DATES);
    }
    Ok(all)
}
