//! Only what is of one network: a filter of the lists and of the month.

use std::collections::BTreeSet;

use crate::database::Connection;
use crate::gatherings::{self, Gathering, Series};
use crate::ids::{GatheringId, NetworkId, SeriesId};
use crate::networks;
use crate::web::{Failure, Input, Visit};
use crate::years;

/// The filter, as it stands.
#[derive(Debug)]
pub struct OfNetwork {
    /// The networks to choose from, after a choice of none; empty where there is none.
    pub choices: Vec<(String, String)>,
    chosen: Option<NetworkId>,
}

impl OfNetwork {
    /// Reads it; a network the visitor may not know of is none.
    pub async fn read(db: &mut Connection, visit: &Visit, query: &Input) -> Result<OfNetwork, Failure> {
        let names = networks::names(db, visit).await?;
        let chosen = query.typed("network").parse().ok().filter(|id| names.iter().any(|known| known.0 == *id));
        let mut choices: Vec<_> = names.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        if !choices.is_empty() {
            choices.insert(0, (String::new(), visit.language.say("lists-any-network").to_string()));
        }
        Ok(OfNetwork { choices, chosen })
    }

    /// Whether anything is left out.
    pub fn is_on(&self) -> bool {
        self.chosen.is_some()
    }

    /// The network as an address names it; empty for none.
    pub fn word(&self) -> String {
        self.chosen.map_or(String::new(), |id| id.to_string())
    }

    /// The network's gatherings that the visitor may see, in time; of these, if there are some; nothing when
    /// nothing is left out.
    pub async fn among(
        &self,
        db: &mut Connection,
        visit: &Visit,
        some: Option<Vec<Gathering>>,
    ) -> Result<Option<Vec<Gathering>>, Failure> {
        let Some(network) = self.chosen else { return Ok(some) };
        let mut of_network = years::gatherings(db, visit, network).await?;
        if let Some(some) = some {
            let some: BTreeSet<GatheringId> = some.iter().map(|gathering| gathering.id).collect();
            of_network.retain(|gathering| some.contains(&gathering.id));
        }
        Ok(Some(of_network))
    }

    /// Leaves of these gatherings those of the network.
    pub async fn retain(&self, db: &mut Connection, found: &mut Vec<Gathering>) -> Result<(), Failure> {
        let Some(network) = self.chosen else { return Ok(()) };
        let series: BTreeSet<SeriesId> = years::series(db, network).await?.into_iter().collect();
        let single: BTreeSet<GatheringId> = years::single(db, network).await?.into_iter().collect();
        found.retain(|one| single.contains(&one.id) || one.series_id.is_some_and(|id| series.contains(&id)));
        Ok(())
    }

    /// The network's series that the visitor may see; nothing when nothing is left out.
    pub async fn series(&self, db: &mut Connection, visit: &Visit) -> Result<Option<Vec<Series>>, Failure> {
        let Some(network) = self.chosen else { return Ok(None) };
        let mut seen = Vec::new();
        // A network has a series or two.
        for id in years::series(db, network).await? {
            let Some(series) = gatherings::series(db, id).await? else { continue };
            if gatherings::series_rights(db, &series, visit.me.as_ref()).await?.may_see().is_ok() {
                seen.push(series);
            }
        }
        Ok(Some(seen))
    }
}
