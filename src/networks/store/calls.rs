//! SQL of what waits for somebody's word.

use crate::database::{Connection, Result, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::networks::member::{Call, Kind};
use crate::{rows, run};

/// What waits between a person and a network.
pub async fn between(db: &mut Connection, network: NetworkId, person: PersonId) -> Result<Vec<Call>> {
    rows!(
        db,
        Call,
        "select network_id, person_id, kind, word, role, made_by, made_at
         from network_calls where network_id = $1 and person_id = $2 order by kind",
        network,
        person
    )
    .await
}

/// What waits in a network, the oldest first.
pub async fn of_network(db: &mut Connection, network: NetworkId) -> Result<Vec<Call>> {
    rows!(
        db,
        Call,
        "select network_id, person_id, kind, word, role, made_by, made_at
         from network_calls where network_id = $1 order by made_at, person_id, kind",
        network
    )
    .await
}

/// What waits for a person, or of them.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Vec<Call>> {
    rows!(
        db,
        Call,
        "select network_id, person_id, kind, word, role, made_by, made_at
         from network_calls where person_id = $1 order by made_at, network_id, kind",
        person
    )
    .await
}

/// Adds one; whether it was not there.
pub async fn insert(db: &mut Writing, call: &Call) -> Result<bool> {
    let added = run!(
        db,
        "insert into network_calls (network_id, person_id, kind, word, role, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (network_id, person_id, kind) do nothing",
        call.network_id,
        call.person_id,
        call.kind,
        &call.word,
        call.role,
        call.made_by,
        call.made_at
    );
    Ok(added.await? == 1)
}

/// Takes one away; whether it was there.
pub async fn delete(db: &mut Writing, network: NetworkId, person: PersonId, kind: Kind) -> Result<bool> {
    let gone = run!(
        db,
        "delete from network_calls where network_id = $1 and person_id = $2 and kind = $3",
        network,
        person,
        kind
    );
    Ok(gone.await? == 1)
}

/// Takes away what a lead offers to hand over.
pub async fn delete_handovers(db: &mut Writing, network: NetworkId, giver: PersonId) -> Result<u64> {
    run!(db, "delete from network_calls where network_id = $1 and made_by = $2 and kind = 'handover'", network, giver)
        .await
}
