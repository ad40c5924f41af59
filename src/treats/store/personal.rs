//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{GatheringId, PersonId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Offered {
    gathering_id: GatheringId,
    title: String,
    wanted: i64,
    added_at: When,
    removed_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Promised {
    gathering_id: GatheringId,
    title: String,
    many: i64,
    claimed_at: When,
}

/// What is kept about a person: what they put on the list, and what they said they bring.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let treats = rows!(
        db,
        Offered,
        "select gathering_id, title, wanted, added_at, removed_at from treats where added_by = $1 order by added_at, id",
        person
    )
    .await?;
    let claims = rows!(
        db,
        Promised,
        "select gathering_id, title, many, claimed_at from treat_claims join treats on treats.id = treat_id
         where person_id = $1 order by claimed_at, treat_id",
        person
    )
    .await?;
    Ok(vec![Section::of("treats", treats)?, Section::of("treat_claims", claims)?])
}

/// Forgets a person: what is wished for stays, and is free again where they would have brought it.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let treats = run!(db, "update treats set added_by = $2 where added_by = $1", who.person, who.stand_in).await?;
    let claims = run!(db, "delete from treat_claims where person_id = $1", who.person).await?;
    Ok(vec![Deed::anonymised("treats", treats), Deed::deleted("treat_claims", claims)])
}
