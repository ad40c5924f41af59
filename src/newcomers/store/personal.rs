//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::PersonId;
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Answered {
    schools: String,
    area: String,
    changes: bool,
    days: String,
    teaches: String,
    levels: String,
    interests: String,
    hopes: String,
    tells: String,
    name: String,
    email: String,
    answered_at: When,
    updated_at: When,
    introduced_at: Option<When>,
    buddy_at: Option<When>,
    asked_at: Option<When>,
    helped: Option<String>,
    missing: String,
    said_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Shared {
    answers: i64,
    created_at: When,
    expires_at: When,
    revoked_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Offered {
    offered_at: When,
}

/// What is kept about a person: what they answered as a newcomer, the links they shared, that they would be a
/// buddy.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let answers = rows!(
        db,
        Answered,
        "select schools, area, changes, days, teaches, levels, interests, hopes, tells, name, email, answered_at, updated_at,
                introduced_at, buddy_at, asked_at, helped, missing, said_at
         from newcomers where person_id = $1",
        person
    )
    .await?;
    let links = rows!(
        db,
        Shared,
        "select answers, created_at, expires_at, revoked_at from newcomer_links where made_by = $1 order by created_at, id",
        person
    )
    .await?;
    let offers = rows!(db, Offered, "select offered_at from buddy_offers where person_id = $1", person).await?;
    Ok(vec![
        Section::of("newcomers", answers)?,
        Section::of("newcomer_links", links)?,
        Section::of("buddy_offers", offers)?,
    ])
}

/// Forgets a person: their answers and links are gone; a host who was named was somebody.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let named =
        run!(db, "update newcomer_circles set host_id = $2 where host_id = $1", who.person, who.stand_in).await?;
    let answers = run!(
        db,
        "delete from newcomers where person_id = $1 or (person_id is null and email = $2)",
        who.person,
        &who.email
    )
    .await?;
    let buddies =
        run!(db, "update newcomers set buddy_id = null, buddy_at = null where buddy_id = $1", who.person).await?;
    let links = run!(db, "delete from newcomer_links where made_by = $1", who.person).await?;
    let offers = run!(db, "delete from buddy_offers where person_id = $1", who.person).await?;
    Ok(vec![
        Deed::deleted("newcomers", answers),
        Deed::anonymised("newcomers", buddies),
        Deed::anonymised("newcomer_circles", named),
        Deed::deleted("newcomer_links", links),
        Deed::deleted("buddy_offers", offers),
    ])
}
