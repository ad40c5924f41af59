//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{ContactId, ContactImportId, PersonId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Known {
    id: ContactId,
    kind: String,
    name: String,
    sorted: String,
    organisation: String,
    title: String,
    emails: String,
    phones: String,
    links: String,
    met: String,
    about: String,
    notes: String,
    next_step: String,
    next_date: Option<String>,
    touched_date: Option<String>,
    before: Option<String>,
    created_at: When,
    updated_at: When,
    removed_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Sorted {
    contact_id: ContactId,
    category: String,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Read {
    id: ContactImportId,
    content: String,
    created_at: When,
}

/// What is kept about a person: their whole book.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let contacts = rows!(
        db,
        Known,
        "select id, kind, name, sorted, organisation, title, emails, phones, links, met, about, notes, next_step, next_date,
                touched_date, before, created_at, updated_at, removed_at
         from contacts where owner_id = $1 order by sorted, id",
        person
    )
    .await?;
    let categories = rows!(
        db,
        Sorted,
        "select contact_id, category from contact_categories where owner_id = $1 order by contact_id, category",
        person
    )
    .await?;
    let imports = rows!(
        db,
        Read,
        "select id, content, created_at from contact_imports where owner_id = $1 order by created_at, id",
        person
    )
    .await?;
    Ok(vec![
        Section::of("contacts", contacts)?,
        Section::of("contact_categories", categories)?,
        Section::of("contact_imports", imports)?,
    ])
}

/// Forgets a person: their book goes with them.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let words = run!(db, "delete from contact_words where owner_id = $1", who.person).await?;
    let categories = run!(db, "delete from contact_categories where owner_id = $1", who.person).await?;
    let contacts = run!(db, "delete from contacts where owner_id = $1", who.person).await?;
    let imports = run!(db, "delete from contact_imports where owner_id = $1", who.person).await?;
    Ok(vec![
        Deed::deleted("contact_words", words),
        Deed::deleted("contact_categories", categories),
        Deed::deleted("contacts", contacts),
        Deed::deleted("contact_imports", imports),
    ])
}
