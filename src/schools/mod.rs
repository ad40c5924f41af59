//! The district and its schools: an organisation, its levels and places.
//!
//! A district is a database, so there is one. A school has a level and perhaps coordinates; it is
//! known again on a second import by its `source_key`.

mod school;
mod store;

use utoipa_axum::router::OpenApiRouter;

use crate::app::Domain;
use crate::web::Routes;

pub use school::{District, Level, School};
pub use store::{all, district, found_district as found, insert, school};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "schools",
    pages: Routes::new,
    api: OpenApiRouter::new,
    access: include_str!("access.txt"),
    jobs: Vec::new,
};
