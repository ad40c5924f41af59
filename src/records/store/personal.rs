//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{GatheringId, PersonId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::records::Claim;
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Contested {
    gathering_id: GatheringId,
    mark: String,
    claim: Claim,
    why: String,
    opened_at: When,
    outcome: Option<String>,
    answer: String,
    decided_at: Option<When>,
}

/// What is kept about a person: what they said to their record.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let contests = rows!(
        db,
        Contested,
        "select gathering_id, mark, claim, why, opened_at, outcome, answer, decided_at from contests
         where person_id = $1 order by opened_at, id",
        person
    )
    .await?;
    Ok(vec![Section::of("contests", contests)?])
}

/// Forgets a person: what they contested is gone, what they decided was decided by somebody.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let contests = run!(db, "delete from contests where person_id = $1", who.person).await?;
    let decided =
        run!(db, "update contests set decided_by = $2 where decided_by = $1", who.person, who.stand_in).await?;
    Ok(vec![Deed::deleted("contests", contests), Deed::anonymised("contests", decided)])
}
