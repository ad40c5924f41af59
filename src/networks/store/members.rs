//! SQL of who is in a network.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::networks::member::{Member, Role};
use crate::{row, rows, run};

/// Somebody's place in a network, also a former one.
pub async fn member(db: &mut Connection, network: NetworkId, person: PersonId) -> Result<Option<Member>> {
    row!(
        db,
        Member,
        "select network_id, person_id, role, joined_at, left_at, removed_by
         from network_members where network_id = $1 and person_id = $2",
        network,
        person
    )
    .await
}

/// Who is in a network, the first to join first.
pub async fn of_network(db: &mut Connection, network: NetworkId) -> Result<Vec<Member>> {
    rows!(
        db,
        Member,
        "select network_id, person_id, role, joined_at, left_at, removed_by
         from network_members where network_id = $1 and left_at is null order by joined_at, person_id",
        network
    )
    .await
}

/// The identifiers of who is in a network.
pub async fn ids(db: &mut Connection, network: NetworkId) -> Result<Vec<PersonId>> {
    Ok(of_network(db, network).await?.into_iter().map(|member| member.person_id).collect())
}

/// Who leads a network, the first to join first.
pub async fn leads(db: &mut Connection, network: NetworkId) -> Result<Vec<PersonId>> {
    let leads = rows!(
        db,
        (PersonId,),
        "select person_id from network_members
         where network_id = $1 and role = 'lead' and left_at is null order by joined_at, person_id",
        network
    );
    Ok(leads.await?.into_iter().map(|row| row.0).collect())
}

/// Who leads all networks there are.
pub async fn all_leads(db: &mut Connection) -> Result<Vec<(NetworkId, PersonId)>> {
    rows!(
        db,
        (NetworkId, PersonId),
        "select network_id, person_id from network_members
         where role = 'lead' and left_at is null order by network_id, joined_at, person_id"
    )
    .await
}

/// The networks a person is in, with what they do there.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Vec<(NetworkId, Role)>> {
    rows!(
        db,
        (NetworkId, Role),
        "select network_id, role from network_members where person_id = $1 and left_at is null order by network_id",
        person
    )
    .await
}

/// Whether two people are in one network.
#[allow(dead_code, reason = "newcomers and profiles come next")]
pub async fn together(db: &mut Connection, one: PersonId, other: PersonId) -> Result<bool> {
    let shared = row!(
        db,
        (NetworkId,),
        "select mine.network_id from network_members mine
         join network_members theirs on theirs.network_id = mine.network_id and theirs.person_id = $2
         join networks on networks.id = mine.network_id
         where mine.person_id = $1 and mine.left_at is null and theirs.left_at is null and closed_at is null
         limit 1",
        one,
        other
    );
    Ok(shared.await?.is_some())
}

/// Puts somebody into a network, also somebody who was in it before; who is in it keeps their place.
pub async fn put(db: &mut Writing, network: NetworkId, person: PersonId, role: Role, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into network_members (network_id, person_id, role, joined_at, left_at, removed_by)
         values ($1, $2, $3, $4, null, null)
         on conflict (network_id, person_id) do update
         set role = $3, joined_at = $4, left_at = null, removed_by = null where network_members.left_at is not null",
        network,
        person,
        role,
        now
    )
    .await?;
    count(db, network).await
}

/// What a member does from now on.
pub async fn set_role(db: &mut Writing, network: NetworkId, person: PersonId, role: Role) -> Result<()> {
    run!(
        db,
        "update network_members set role = $3 where network_id = $1 and person_id = $2 and left_at is null",
        network,
        person,
        role
    )
    .await?;
    Ok(())
}

/// Somebody is in it no more, or (with none) again; `by` took them out.
pub async fn set_left(
    db: &mut Writing,
    (network, person): (NetworkId, PersonId),
    at: Option<Instant>,
    by: Option<PersonId>,
) -> Result<()> {
    run!(
        db,
        "update network_members set left_at = $3, removed_by = $4 where network_id = $1 and person_id = $2",
        network,
        person,
        at,
        by
    )
    .await?;
    count(db, network).await
}

async fn count(db: &mut Writing, network: NetworkId) -> Result<()> {
    run!(
        db,
        "update networks set members =
             (select count(*) from network_members where network_id = $1 and left_at is null)
         where id = $1",
        network
    )
    .await?;
    Ok(())
}
