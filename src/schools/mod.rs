//! The district and its schools: an organisation, its levels and places.
//!
//! A district is a database, so there is one. A school has a level and perhaps coordinates; it is
//! known again on a second import by its `source_key`.

mod api;
mod draft;
mod import;
mod pages;
mod school;
mod search;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::web::Routes;

pub use import::{Imported, import};
pub use school::{District, Level, Name, School};
pub use search::Search;
#[cfg(test)]
pub use store::insert;
pub use store::{all, count_found, district, found as search, found_district as found, names, school};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "schools",
    pages: || {
        Routes::new()
            .get("/schools/new", pages::add_form)
            .post("/schools/new", pages::add)
            .get("/schools/{school}/edit", pages::form)
            .post("/schools/{school}/edit", pages::save)
    },
    api: || OpenApiRouter::new().routes(routes!(api::list)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
};
