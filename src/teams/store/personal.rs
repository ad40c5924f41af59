//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{PersonId, SchoolId, TeamId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Begun {
    id: TeamId,
    school_id: SchoolId,
    created_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Sits {
    team_id: TeamId,
    role: String,
    state: String,
    set_at: When,
}

/// What is kept about a person: the teams they began, and where they sit or named somebody.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let begun = rows!(
        db,
        Begun,
        "select id, school_id, created_at from teams where created_by = $1 order by created_at, id",
        person
    )
    .await?;
    let sits = rows!(
        db,
        Sits,
        "select team_id, role, state, set_at from team_members where person_id = $1 order by set_at, team_id, role",
        person
    )
    .await?;
    Ok(vec![Section::of("teams", begun)?, Section::of("team_members", sits)?])
}

/// Forgets a person: their seat is free.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let teams = run!(db, "update teams set created_by = $2 where created_by = $1", who.person, who.stand_in).await?;
    let members = run!(db, "delete from team_members where person_id = $1", who.person).await?;
    run!(db, "update team_members set set_by = $2 where set_by = $1", who.person, who.stand_in).await?;
    Ok(vec![Deed::anonymised("teams", teams), Deed::deleted("team_members", members)])
}
