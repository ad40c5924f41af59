//! Ties: who met whom, made from the ledger, and what follows from it for each of them.
//!
//! A *tie* is between two people who came to the same small gathering, of whom one hosted or shared a topic
//! that the other heard, or who are in the same school team. The pairs are kept up as the ledger changes ([`keep`]) and can be made anew from it at
//! any time. Everybody sees whom they meet themselves. What else is told of a person with their name, that they
//! know somebody, that they might be good to meet, is told only if they said so: nobody is shown who did not.
//! What this must never do: rank people.

mod api;
mod around;
mod between;
mod edge;
mod export;
mod figures;
mod hello;
mod interests;
mod invite;
mod keep;
mod labels;
mod lead;
mod map;
mod map_api;
mod pages;
mod picture;
mod schools;
mod sheet;
mod store;
mod sums;
#[cfg(test)]
mod tests;
mod tie;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use export::export;
pub use keep::{begin, catch_up, changed, rebuild};
pub use picture::draw;
pub use store::set_shown;
pub use tie::{Source, school_year};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "ties",
    pages: || {
        Routes::new()
            .get("/ties", pages::show)
            .post("/ties/shown", pages::wish)
            .get("/ties/hello/{person}", hello::form)
            .post("/ties/hello/{person}", hello::send)
            .post("/ties/invite/{person}", invite::invite)
            .get("/map", map::show)
            .get("/map/schools", schools::show)
            .get("/map/figures", lead::show)
            .get("/map/figures.csv", lead::csv)
            .get("/map/figures.xlsx", lead::xlsx)
            .post("/map/invite", lead::invite)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::around))
            .routes(routes!(api::wish))
            .routes(routes!(api::hello))
            .routes(routes!(api::invite))
            .routes(routes!(map_api::people))
            .routes(routes!(map_api::places))
            .routes(routes!(map_api::figures))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind { name: keep::JOB, title: "job-ties", daily: true, run: |app, _| Box::pin(keep::job(app)) }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
