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

/// The networks a person is in, by name, without those that are closed.
pub async fn names_of(db: &mut Connection, person: PersonId) -> Result<Vec<(NetworkId, String)>> {
    rows!(
        db,
        (NetworkId, String),
        "select networks.id, networks.name from network_members mine join networks on networks.id = mine.network_id
         where mine.person_id = $1 and mine.left_at is null and networks.closed_at is null
         order by networks.name, networks.id",
        person
    )
    .await
}

/// How many people [`shared`] asks for at once.
const FEW: usize = 20;

/// In which of a person's networks each of some others is, without those that are closed.
pub async fn shared(db: &mut Connection, person: PersonId, others: &[PersonId]) -> Result<Vec<(PersonId, NetworkId)>> {
    let mut shared = Vec::new();
    for few in others.chunks(FEW) {
        let at = |place: usize| few.get(place).or(few.last()).copied();
        let rows = rows!(
            db,
            (PersonId, NetworkId),
            "select theirs.person_id, theirs.network_id from network_members mine
             join networks on networks.id = mine.network_id and networks.closed_at is null
             join network_members theirs on theirs.network_id = mine.network_id and theirs.left_at is null
             where mine.person_id = $1 and mine.left_at is null
               and theirs.person_id in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
             order by theirs.person_id, theirs.network_id",
            person,
            at(0),
            at(1),
            at(2),
            at(3),
            at(4),
            at(5),
            at(6),
            at(7),
            at(8),
            at(9),
            at(10),
            at(11),
            at(12),
            at(13),
            at(14),
            at(15),
            at(16),
            at(17),
            at(18),
            at(19)
        );
        shared.extend(rows.await?);
    }
    Ok(shared)
}

/// Puts somebody into a network, also somebody who was in it before; who is in it keeps their place.
pub async fn put(db: &mut Writing, network: NetworkId, person: PersonId, role: Role, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into network_members (network_id, person_id, role, joined_at, left_at, removed_by)
         values ($1, $2, $3, $4, null, null)
         on conflict (network_id, person_id) do update
         set role = $3, joined_at = $4, left_at = null, removed_by = null, away = false
         where network_members.left_at is not null",
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
        "update network_members set left_at = $3, removed_by = $4, away = false where network_id = $1 and person_id = $2",
        network,
        person,
        at,
        by
    )
    .await?;
    count(db, network).await
}

/// Somebody has left the district: until they return they are in no network. Gives those they were in.
pub async fn set_away(db: &mut Writing, person: PersonId, now: Instant) -> Result<Vec<NetworkId>> {
    let networks = of_person(db, person).await?.into_iter().map(|(network, _)| network).collect();
    run!(
        db,
        "update network_members set left_at = $2, removed_by = null, away = true
         where person_id = $1 and left_at is null",
        person,
        now
    )
    .await?;
    count_all(db, person).await?;
    Ok(networks)
}

/// Somebody is back: they are in the networks they were in. Where somebody else is the chair by now, they are a member.
/// Gives those networks.
pub async fn set_back(db: &mut Writing, person: PersonId) -> Result<Vec<NetworkId>> {
    let networks = rows!(
        db,
        (NetworkId,),
        "select network_id from network_members where person_id = $1 and away order by network_id",
        person
    );
    let networks = networks.await?.into_iter().map(|row| row.0).collect();
    run!(
        db,
        "update network_members set left_at = null, away = false,
             role = case when role = 'lead'
                 and exists (select 1 from networks where networks.id = network_members.network_id and led_by = 'chair')
                 and exists (select 1 from network_members other where other.network_id = network_members.network_id
                             and other.role = 'lead' and other.left_at is null) then 'member' else role end
         where person_id = $1 and away",
        person
    )
    .await?;
    count_all(db, person).await?;
    Ok(networks)
}

/// Counts the members of the networks a person is or was in.
async fn count_all(db: &mut Writing, person: PersonId) -> Result<()> {
    run!(
        db,
        "update networks set members =
             (select count(*) from network_members where network_id = networks.id and left_at is null)
         where id in (select network_id from network_members where person_id = $1)",
        person
    )
    .await?;
    Ok(())
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
