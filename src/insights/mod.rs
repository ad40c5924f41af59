//! Does it get used? The figures of a series, told with their denominators, and the ledger behind
//! them as a file for its hosts.
//!
//! What is counted and what must stay hidden is `crates/ledger`; here the rows are loaded from the
//! domains that own them, and shown: as a page, JSON, CSV, XLSX. This domain owns no table.

mod api;
mod load;
mod pages;
mod sheet;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use load::{load, person, said, state, topic_state};
pub use pages::decimal;
pub use sheet::{Row, rows, rows_to_read};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "insights",
    pages: || {
        Routes::new()
            .get("/series/{series}/use", pages::show)
            .get("/series/{series}/use.csv", pages::csv)
            .get("/series/{series}/use.xlsx", pages::xlsx)
            .get("/series/{series}/attendance.csv", pages::export)
    },
    api: || OpenApiRouter::new().routes(routes!(api::usage)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal::NONE,
};
