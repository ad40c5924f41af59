//! People with an account: name, school, roles, what to ask them about.
//!
//! A role says what someone does in a school; the role `steward` says that they look after Klatsch
//! for the district. Students never have an account.

mod card;
mod import;
mod person;
mod search;
mod store;

use utoipa_axum::router::OpenApiRouter;

use crate::app::Domain;
use crate::web::Routes;

pub use card::{Card, cards, cards_of, found, hue, initials, search};
pub use import::import;
pub use person::{Person, Role};
pub use search::Search;
pub use store::{Name, Standing, all, by_email, insert, names, person, roles, set_roles, standing, update};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "people",
    pages: Routes::new,
    api: OpenApiRouter::new,
    access: include_str!("access.txt"),
    jobs: Vec::new,
};
