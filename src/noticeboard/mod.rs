//! The noticeboard: the pages that tell at a glance what is on. When, where, who, what is on the
//! table, what I answered, and what is asked of me.
//!
//! It owns no tables: it reads gatherings, answers, topics and people through their front doors and
//! lays them side by side. A list is loaded with one query for its gatherings and one for each thing
//! beside them, never one per row. What a visitor may not see is not there.

mod at_school;
mod beside;
mod call;
mod front;
mod gathering;
mod lists;
mod month;
mod notice;
mod of_network;
mod season;
mod series;
mod table;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use at_school::at_school;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "noticeboard",
    pages: || {
        Routes::new()
            .get("/", front::show)
            .get("/gatherings", lists::show)
            .get("/month", month::show)
            .get("/series/{series}", series::show)
            .get("/series/{series}/season", season::show)
            .get("/series/{series}/season.md", season::text)
            .get("/gatherings/{gathering}", gathering::show)
    },
    api: || OpenApiRouter::new().routes(utoipa_axum::routes!(season::data)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal::NONE,
};
