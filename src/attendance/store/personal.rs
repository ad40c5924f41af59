//! SQL of what is kept about a person, and of forgetting them.

use crate::attendance::{SaidBy, State};
use crate::database::{Connection, Writing};
use crate::ids::{GatheringId, PersonId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Marked {
    gathering_id: GatheringId,
    state: State,
    walk_in: bool,
    said_by: SaidBy,
    recorded_at: When,
}

/// What is kept about a person: the marks about them. That they counted others is the gathering's.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let marks = rows!(
        db,
        Marked,
        "select gathering_id, state, walk_in, said_by, recorded_at from attendances
         where person_id = $1 order by recorded_at, gathering_id",
        person
    )
    .await?;
    Ok(vec![Section::of("attendances", marks)?])
}

/// Forgets a person: somebody came, and was counted by somebody.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let (old, new) = (who.person, who.stand_in);
    let marks = run!(
        db,
        "update attendances set person_id = case when person_id = $1 then $2 else person_id end,
                                recorded_by = case when recorded_by = $1 then $2 else recorded_by end
         where person_id = $1 or recorded_by = $1",
        old,
        new
    )
    .await?;
    let headcounts = run!(db, "update headcounts set recorded_by = $2 where recorded_by = $1", old, new).await?;
    Ok(vec![Deed::anonymised("attendances", marks), Deed::anonymised("headcounts", headcounts)])
}
