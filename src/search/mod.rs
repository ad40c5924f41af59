//! Search: gatherings, topics, notes, people and networks, found by their words in English and French.
//!
//! The other domains hand in what can be found ([`put`]) in the transaction that changes it, and say where
//! it stands: for whom, with which gathering and series, when. Search knows none of them. Whoever looks
//! is asked for by the app ([`crate::app::TIES`]): to what gatherings and series they are tied. Those ties
//! and the audience are marks like the words themselves, so that a search never reads what its asker may
//! not see: it is not among what is found, not in a count, not in a page that turns out short.

mod api;
mod document;
mod index;
mod look;
mod pages;
mod pick;
mod renew;
mod steps;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use document::{Among, Audience, Document, Kind, Standing};
pub use index::{put, put_new, remove, set_audience, stand};
pub use look::Ties;
pub use pick::{Pick, mark, pick};
pub use renew::{Renewed, Source, begin, renew};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "search",
    pages: || Routes::new().get("/search", pages::show),
    api: || OpenApiRouter::new().routes(routes!(api::find)),
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind { name: renew::JOB, title: "job-search", daily: true, run: |app, _| Box::pin(renew::job(app)) }]
    },
    personal: Personal::NONE,
};
