//! The report of a network's year: what was held, whom it reached by school, level and role, what was spoken of.
//!
//! What is counted and what must stay hidden is `crates/ledger`, as for a series: here the rows of all the
//! network's series and gatherings are put together. This domain owns no table.

mod api;
mod load;
mod pages;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "reports",
    pages: || {
        Routes::new()
            .get("/years/{year}/report", pages::show)
            .get("/years/{year}/report.csv", pages::csv)
            .get("/years/{year}/report.xlsx", pages::xlsx)
    },
    api: || OpenApiRouter::new().routes(routes!(api::report)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal::NONE,
};
