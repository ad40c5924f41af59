//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::networks::member::Role;
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Made {
    id: NetworkId,
    name: String,
    sought: String,
    about: String,
    created_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct In {
    network_id: NetworkId,
    name: String,
    role: Role,
    joined_at: When,
    left_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Waiting {
    network_id: NetworkId,
    name: String,
    kind: String,
    word: String,
    made_at: When,
}

/// What is kept about a person: the networks they made and were in, and what waits between them.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let made = rows!(
        db,
        Made,
        "select id, name, sought, about, created_at from networks where created_by = $1 order by created_at, id",
        person
    )
    .await?;
    let within = rows!(
        db,
        In,
        "select network_id, name, role, joined_at, left_at from network_members join networks on networks.id = network_id
         where person_id = $1 order by joined_at, network_id",
        person
    )
    .await?;
    let waiting = rows!(
        db,
        Waiting,
        "select network_id, name, kind, word, made_at from network_calls join networks on networks.id = network_id
         where person_id = $1 or made_by = $1 order by made_at, network_id, kind",
        person
    )
    .await?;
    Ok(vec![
        Section::of("networks", made)?,
        Section::of("network_members", within)?,
        Section::of("network_calls", waiting)?,
    ])
}

/// Forgets a person: a network they made stays, and has a member less.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    run!(
        db,
        "update networks set members = members - 1
         where id in (select network_id from network_members where person_id = $1 and left_at is null)",
        who.person
    )
    .await?;
    let networks =
        run!(db, "update networks set created_by = $2 where created_by = $1", who.person, who.stand_in).await?;
    run!(db, "update network_members set removed_by = $2 where removed_by = $1", who.person, who.stand_in).await?;
    let members = run!(db, "delete from network_members where person_id = $1", who.person).await?;
    let calls = run!(db, "delete from network_calls where person_id = $1 or made_by = $1", who.person).await?;
    Ok(vec![
        Deed::anonymised("networks", networks),
        Deed::deleted("network_members", members),
        Deed::deleted("network_calls", calls),
    ])
}
