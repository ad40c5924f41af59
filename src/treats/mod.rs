//! Treats: who brings what. The host says what is wished for and how many of it, people add what they
//! bring of themselves, and whoever may take part says "I bring it".
//!
//! Claims of a treat are counted while its row is held, so that of two people who take the last one, one
//! gets it and the other is told. What a treat must never do: be promised twice.

mod api;
mod claim;
mod deeds;
mod hands;
mod part;
mod store;
#[cfg(test)]
mod tests;
mod treat;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use claim::{claim, offer};
pub use hands::hands;
pub use part::beside_gathering;
pub use treat::NewTreat;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "treats",
    pages: || {
        Routes::new()
            .get("/gatherings/{gathering}/treats", deeds::show)
            .post("/gatherings/{gathering}/treats", deeds::add)
            .post("/treats/{treat}/claim", deeds::claim)
            .post("/treats/{treat}/unclaim", deeds::unclaim)
            .post("/treats/{treat}/remove", deeds::remove)
            .post("/treats/{treat}/restore", deeds::restore)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list, api::add))
            .routes(routes!(api::claim, api::unclaim))
            .routes(routes!(api::remove))
    },
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
