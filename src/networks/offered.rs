//! What other domains may offer somebody: the networks they are not in and could come into.

use std::collections::{HashMap, HashSet};

use super::member::Role;
use super::{Joining, Network, store};
use crate::database::{Connection, Result};
use crate::ids::{NetworkId, PersonId};
use crate::web::Visit;

/// A network that somebody may join, or ask to join.
#[derive(Debug, Clone)]
pub struct Offered {
    /// The network.
    pub network: Network,
    /// Who leads it, the first to join first.
    pub leads: Vec<PersonId>,
}

/// The networks of the district that a person is not in, and that take people in by choice or by asking, by
/// name. Without a person, those that anybody may read about.
pub async fn offered(db: &mut Connection, person: Option<PersonId>) -> Result<Vec<Offered>> {
    let me = person.unwrap_or(PersonId(uuid::Uuid::nil()));
    let mine: HashMap<NetworkId, Role> = store::members::of_person(db, me).await?.into_iter().collect();
    let mut networks = store::known(db, me, person.is_some(), false).await?;
    networks.retain(|network| {
        network.closed_at.is_none() && network.joining != Joining::Invitation && !mine.contains_key(&network.id)
    });
    let shown: HashSet<NetworkId> = networks.iter().map(|network| network.id).collect();
    let mut leads: HashMap<NetworkId, Vec<PersonId>> = HashMap::new();
    for (network, lead) in store::members::all_leads(db).await?.into_iter().filter(|lead| shown.contains(&lead.0)) {
        leads.entry(network).or_default().push(lead);
    }
    Ok(networks
        .into_iter()
        .map(|network| Offered { leads: leads.remove(&network.id).unwrap_or_default(), network })
        .collect())
}

/// The networks a person is in, by name, without those that are closed.
pub async fn mine(db: &mut Connection, person: PersonId) -> Result<Vec<Network>> {
    let mine: HashSet<NetworkId> = store::members::of_person(db, person).await?.into_iter().map(|row| row.0).collect();
    let mut networks = store::known(db, person, true, false).await?;
    networks.retain(|network| network.closed_at.is_none() && mine.contains(&network.id));
    Ok(networks)
}

/// The networks a person leads, by name, without those that are closed.
pub async fn led(db: &mut Connection, person: PersonId) -> Result<Vec<Network>> {
    let roles = store::members::of_person(db, person).await?.into_iter();
    let led: HashSet<NetworkId> = roles.filter(|row| row.1 == Role::Lead).map(|row| row.0).collect();
    if led.is_empty() {
        return Ok(Vec::new());
    }
    let mut networks = store::known(db, person, true, false).await?;
    networks.retain(|network| network.closed_at.is_none() && led.contains(&network.id));
    Ok(networks)
}

/// The names of the networks a visitor may know of, in their order.
pub async fn names(db: &mut Connection, visit: &Visit) -> Result<Vec<(NetworkId, String)>> {
    let me = visit.person().unwrap_or(PersonId(uuid::Uuid::nil()));
    let steward = visit.me.as_ref().is_some_and(|me| me.steward);
    store::names(db, me, visit.me.is_some(), steward).await
}
