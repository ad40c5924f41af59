//! Records: what the ledger says of one person, and what they say to that.
//!
//! Everyone sees their own record, line by line, and who wrote each. A no-show is a line that says
//! absent of somebody who had said yes and did not excuse themselves; an excused absence never is one.
//! After 120 days (`attendance::is_faded`) an absence fades: nobody but the person sees it any more. A
//! person may contest a line once, and once more after a decision; a host of that gathering decides, and
//! both are told. What this must never do: rank people, count against them, or show a line to anyone but
//! the person, the hosts of that gathering and stewards.

mod api;
mod contest;
mod deeds;
mod letters;
mod line;
mod pages;
mod read;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use contest::Claim;
pub use deeds::contest;
pub use read::waiting_for;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "records",
    pages: || {
        Routes::new()
            .get("/people/{person}/record", pages::show)
            .post("/gatherings/{gathering}/contests", pages::contest)
            .get("/contests/{contest}", pages::one)
            .post("/contests/{contest}/withdraw", pages::withdraw)
            .post("/contests/{contest}/decide", pages::decide)
    },
    api: || {
        OpenApiRouter::new().routes(routes!(api::record)).routes(routes!(api::contest)).routes(routes!(api::decide))
    },
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
