//! Privacy: what the house knows of a person, given to them; and forgetting them.
//!
//! Each domain says what it keeps and forgets it itself ([`crate::personal`]); here all of them are asked.
//! What is counted stays true: a nameless stand-in came where the person came. What this must never do:
//! forget half of somebody, or leave who it was in a table that nobody thought of.

mod erase;

use utoipa_axum::router::OpenApiRouter;

use crate::app::{DOMAINS, Domain};
use crate::database::Connection;
use crate::ids::PersonId;
use crate::personal::{Personal, Section};
use crate::web::Routes;

#[cfg(test)]
pub use erase::erase;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "privacy",
    pages: Routes::new,
    api: OpenApiRouter::new,
    access: "",
    jobs: Vec::new,
    personal: Personal::NONE,
};

/// Everything that is kept about a person, a section for each table.
pub async fn sections(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let mut sections = Vec::new();
    for domain in DOMAINS {
        sections.extend((domain.personal.export)(db, person).await?);
    }
    Ok(sections)
}
