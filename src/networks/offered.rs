//! What other domains may offer somebody: the networks they are not in and could come into.

use std::collections::{HashMap, HashSet};

use super::member::Role;
use super::{Network, store};
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
    let networks = store::to_join(db, me, person.is_some()).await?;
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
    held(db, person, |_| true).await
}

/// The networks a person leads, by name, without those that are closed.
pub async fn led(db: &mut Connection, person: PersonId) -> Result<Vec<Network>> {
    held(db, person, |role| role == Role::Lead).await
}

async fn held(db: &mut Connection, person: PersonId, which: impl Fn(Role) -> bool) -> Result<Vec<Network>> {
    let roles = store::members::of_person(db, person).await?.into_iter();
    let held: HashSet<NetworkId> = roles.filter(|row| which(row.1)).map(|row| row.0).collect();
    if held.is_empty() {
        return Ok(Vec::new());
    }
    let mut networks = store::mine(db, person).await?;
    networks.retain(|network| network.closed_at.is_none() && held.contains(&network.id));
    Ok(networks)
}

/// Who asks, in the words of the store.
pub fn asker(visit: &Visit) -> store::Asker {
    let me = visit.person().unwrap_or(PersonId(uuid::Uuid::nil()));
    (me, visit.me.is_some(), visit.me.as_ref().is_some_and(|me| me.steward))
}

/// The names of the networks a visitor may know of, in their order: as many as a choice may have, and all of their own.
pub async fn names(db: &mut Connection, visit: &Visit) -> Result<Vec<(NetworkId, String)>> {
    let asker = asker(visit);
    let mut names = store::names(db, asker).await?;
    let own = store::members::names_of(db, asker.0).await?;
    names.extend(own.into_iter().filter(|own| names.iter().all(|known| known.0 != own.0)).collect::<Vec<_>>());
    names.sort_by_cached_key(|(id, name)| (roster::fold(name), *id));
    Ok(names)
}
