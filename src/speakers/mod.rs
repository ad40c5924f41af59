//! Speakers: people from outside who may be asked to speak, as colleagues offer them to the district.
//!
//! An offer is a thing of its own, written for everybody and looked at before it is shown: a public name, an
//! organisation, a public link, topics, a fee, a note for colleagues. Colleagues say that they heard them too. What
//! an offer must never do: lead to anybody's book of contacts, or hold what its writer did not see before.

mod api;
mod offer;
mod pages;
mod speaker;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use offer::{hear, put};
pub use speaker::NewSpeaker;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "speakers",
    pages: || {
        Routes::new()
            .get("/speakers", pages::list)
            .get("/speakers/new", offer::new)
            .post("/speakers/new", offer::add)
            .get("/speakers/{speaker}/edit", offer::edit)
            .post("/speakers/{speaker}/edit", offer::save)
            .post("/speakers/{speaker}/withdraw", offer::withdraw)
            .post("/speakers/{speaker}/restore", offer::restore)
            .post("/speakers/{speaker}/heard", offer::heard)
            .post("/speakers/{speaker}/unheard", offer::unheard)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list, api::add))
            .routes(routes!(api::change, api::withdraw))
            .routes(routes!(api::restore))
            .routes(routes!(api::heard, api::unheard))
    },
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
