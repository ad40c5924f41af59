//! SQL of networks.

pub mod calls;
pub mod members;
pub mod personal;

use super::network::Network;
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::{row, rows, run};

/// One network.
pub async fn network(db: &mut Connection, id: NetworkId) -> Result<Option<Network>> {
    row!(
        db,
        Network,
        "select id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at
         from networks where id = $1",
        id
    )
    .await
}

/// One network, held by this transaction until it ends: who counts its leads must do so while nobody else can.
pub async fn hold(db: &mut Writing, id: NetworkId) -> Result<Option<Network>> {
    row!(
        db,
        Network,
        "update networks set version = version + 1 where id = $1
         returning id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at",
        id
    )
    .await
}

/// The networks that somebody may know of, by name; closed ones only where they are in them.
pub async fn known(db: &mut Connection, person: PersonId, signed_in: bool, steward: bool) -> Result<Vec<Network>> {
    rows!(
        db,
        Network,
        "select id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at
         from networks
         where $3 or (closed_at is null and (audience = 'public' or ($2 and audience = 'district')))
            or id in (select network_id from network_members where person_id = $1 and left_at is null)
            or id in (select network_id from network_calls where person_id = $1 and kind <> 'request')
         order by sought, id limit 500",
        person,
        signed_in,
        steward
    )
    .await
}

/// The names of the networks that somebody may know of, in their order; closed ones only where they are in them.
pub async fn names(
    db: &mut Connection,
    person: PersonId,
    signed_in: bool,
    steward: bool,
) -> Result<Vec<(NetworkId, String)>> {
    rows!(
        db,
        (NetworkId, String),
        "select id, name from networks
         where $3 or (closed_at is null and (audience = 'public' or ($2 and audience = 'district')))
            or id in (select network_id from network_members where person_id = $1 and left_at is null)
         order by sought, id limit 500",
        person,
        signed_in,
        steward
    )
    .await
}

/// The networks that are left of a list, by identifier: for the index of what can be found.
pub async fn after(db: &mut Connection, after: NetworkId, most: i64) -> Result<Vec<Network>> {
    rows!(
        db,
        Network,
        "select id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at
         from networks where id > $1 order by id limit $2",
        after,
        most
    )
    .await
}

/// Keeps a new one. A second one of a name breaks `networks_sought_key`.
pub async fn insert(db: &mut Writing, network: &Network) -> Result<()> {
    run!(
        db,
        "insert into networks (id, name, sought, about, joining, audience, led_by, members, created_by, created_at,
                               updated_at, closed_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)",
        network.id,
        &network.name,
        network.sought(),
        &network.about,
        network.joining,
        network.audience,
        network.leading,
        network.members,
        network.created_by,
        network.created_at,
        network.updated_at,
        network.closed_at
    )
    .await?;
    Ok(())
}

/// Changes what is said of one.
pub async fn update(db: &mut Writing, network: &Network) -> Result<()> {
    run!(
        db,
        "update networks set name = $2, sought = $3, about = $4, joining = $5, audience = $6, led_by = $7, updated_at = $8
         where id = $1",
        network.id,
        &network.name,
        network.sought(),
        &network.about,
        network.joining,
        network.audience,
        network.leading,
        network.updated_at
    )
    .await?;
    Ok(())
}

/// Closes one, or opens it again.
pub async fn set_closed(db: &mut Writing, id: NetworkId, at: Option<Instant>) -> Result<()> {
    run!(db, "update networks set closed_at = $2, version = version + 1 where id = $1", id, at).await?;
    Ok(())
}
