//! The district and its schools: an organisation, its levels and places.
//!
//! A district is a database, so there is one. A school has a level and perhaps coordinates; it is
//! known again on a second import by its `source_key`.

mod import;
mod school;
mod store;

use utoipa_axum::router::OpenApiRouter;

use crate::app::Domain;
use crate::web::Routes;

pub use import::{Imported, import};
pub use school::{District, Level, Name, School};
pub use store::{all, district, found_district as found, insert, names, school};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "schools",
    pages: Routes::new,
    api: OpenApiRouter::new,
    access: include_str!("access.txt"),
    jobs: Vec::new,
};
