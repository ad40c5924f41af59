//! Privacy: what the house knows of a person, given to them; and forgetting them.
//!
//! Each domain says what it keeps and forgets it itself ([`crate::personal`]); here all of them are asked.
//! What is counted stays true: a nameless stand-in came where the person came. What this must never do:
//! forget half of somebody, leave who it was in a table that nobody thought of, or give to anybody but the
//! person (or who keeps the machine) what is kept about them.

mod api;
mod erase;
mod kept;
mod letters;
mod pages;
mod parcel;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::{DOMAINS, Domain};
use crate::database::Connection;
use crate::ids::PersonId;
use crate::personal::{Personal, Section};
use crate::web::Routes;

pub use erase::erase;
pub use parcel::{Parcel, write as write_parcel};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "privacy",
    pages: || {
        Routes::new()
            .get("/account/data", pages::mine)
            .get("/account/data.zip", pages::parcel)
            .post("/account/data/forget", pages::ask)
            .get("/people/{person}/erase", pages::look)
            .post("/people/{person}/erase", pages::erase)
    },
    api: || OpenApiRouter::new().routes(routes!(api::mine)).routes(routes!(api::erase)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal::NONE,
};

/// Everything that is kept about a person, a section for each table.
///
/// # Errors
/// When the database fails.
pub async fn sections(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let mut sections = Vec::new();
    for domain in DOMAINS {
        sections.extend((domain.personal.export)(db, person).await?);
    }
    Ok(sections)
}
