//! The dates of networks that somebody is not in yet.

use std::collections::{BTreeMap, HashMap};

use super::look::{AHEAD_DAYS, DATES};
use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::gatherings::{self, Audience, Gathering, Viewer};
use crate::ids::{NetworkId, SeriesId};
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
    let mut all = HashMap::new();
    for network in offered.iter().map(|offered| offered.network.id) {
        let mut dates: Vec<Gathering> = Vec::new();
        for series in years::series(db, network).await? {
            dates.extend(ahead.get(&series).into_iter().flatten().cloned());
        }
        let single = years::single(db, network).await?;
        dates.extend(gatherings::some(db, &single).await?.into_iter().filter(open));
        dates.sort_by_key(|gathering| (gathering.starts_at, gathering.id));
        dates.dedup_by_key(|gathering| gathering.id);
        dates.truncate(DATES);
        all.insert(network, dates);
    }
    Ok(all)
}
