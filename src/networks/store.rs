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

/// Whether a network is one of `$1`, who is in it, was asked or asks.
macro_rules! mine {
    () => {
        "(id in (select network_id from network_members where person_id = $1 and left_at is null)
          or (closed_at is null
              and (id in (select network_id from network_calls where person_id = $1 and kind <> 'request')
                   or (audience <> 'network'
                       and id in (select network_id from network_calls where person_id = $1 and kind = 'request')))))"
    };
}

/// Whether anybody (`$2`: with an account, `$3`: who looks after Klatsch) may know of a network.
macro_rules! open {
    () => {
        "($3 or (closed_at is null and (audience = 'public' or ($2 and audience = 'district'))))"
    };
}

/// Who asks, and what they may see for that: a person, with an account, looking after Klatsch.
pub type Asker = (PersonId, bool, bool);

/// The networks of a person, by name: those they are in, were asked into or ask to join, however many there are.
pub async fn mine(db: &mut Connection, person: PersonId) -> Result<Vec<Network>> {
    rows!(
        db,
        Network,
        concat!(
            "select id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at
             from networks where ",
            mine!(),
            " order by sought, id"
        ),
        person
    )
    .await
}

/// A stretch of the networks that are not somebody's own and that they may know of, by name.
pub async fn others(db: &mut Connection, asker: Asker, most: i64, skipped: i64) -> Result<Vec<Network>> {
    rows!(
        db,
        Network,
        concat!(
            "select id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at
             from networks where ",
            open!(),
            " and not ",
            mine!(),
            " order by sought, id limit $4 offset $5"
        ),
        asker.0,
        asker.1,
        asker.2,
        most,
        skipped
    )
    .await
}

/// A stretch of all networks that somebody may know of, by name.
pub async fn known(db: &mut Connection, asker: Asker, most: i64, skipped: i64) -> Result<Vec<Network>> {
    rows!(
        db,
        Network,
        concat!(
            "select id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at
             from networks where ",
            open!(),
            " or ",
            mine!(),
            " order by sought, id limit $4 offset $5"
        ),
        asker.0,
        asker.1,
        asker.2,
        most,
        skipped
    )
    .await
}

/// The networks that somebody is not in and that take people in by choice or by asking, by name.
pub async fn to_join(db: &mut Connection, person: PersonId, signed_in: bool) -> Result<Vec<Network>> {
    rows!(
        db,
        Network,
        "select id, name, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at
         from networks
         where closed_at is null and joining <> 'invitation'
           and (audience = 'public' or ($2 and audience = 'district')
                or id in (select network_id from network_calls where person_id = $1 and kind <> 'request'))
           and id not in (select network_id from network_members where person_id = $1 and left_at is null)
         order by sought, id",
        person,
        signed_in
    )
    .await
}

/// The names of the networks that somebody may know of, in their order, as many as a choice may have; closed ones only
/// where they are in them.
pub async fn names(db: &mut Connection, asker: Asker) -> Result<Vec<(NetworkId, String)>> {
    rows!(
        db,
        (NetworkId, String),
        concat!("select id, name from networks where ", open!(), " or ", mine!(), " order by sought, id limit 500"),
        asker.0,
        asker.1,
        asker.2
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
