//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::identity::Scope;
use crate::ids::PersonId;
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct SignedIn {
    browser: String,
    created_at: When,
    seen_at: When,
    expires_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Key {
    name: String,
    scope: Scope,
    created_at: When,
    expires_at: When,
    used_at: Option<When>,
}

/// What is kept about a person; no secret is among it.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let sessions = rows!(
        db,
        SignedIn,
        "select browser, created_at, seen_at, expires_at from sessions where person_id = $1 order by created_at",
        person
    )
    .await?;
    let tokens = rows!(
        db,
        Key,
        "select name, scope, created_at, expires_at, used_at from tokens where person_id = $1 order by created_at",
        person
    )
    .await?;
    Ok(vec![Section::of("sessions", sessions)?, Section::of("tokens", tokens)?])
}

/// Forgets a person: nothing signs them in any more, and no link of others leads to their page.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let passwords = run!(db, "delete from passwords where person_id = $1", who.person).await?;
    let links = run!(
        db,
        "delete from sign_in_links where person_id = $1 or replace(next, $2, '') <> next",
        who.person,
        who.person.to_string()
    )
    .await?;
    let sessions = run!(db, "delete from sessions where person_id = $1", who.person).await?;
    let tokens = run!(db, "delete from tokens where person_id = $1", who.person).await?;
    let attempts = run!(db, "delete from attempts where subject = $1", format!("address {}", who.email)).await?;
    Ok(vec![
        Deed::deleted("passwords", passwords),
        Deed::deleted("sign_in_links", links),
        Deed::deleted("sessions", sessions),
        Deed::deleted("tokens", tokens),
        Deed::deleted("attempts", attempts),
    ])
}
