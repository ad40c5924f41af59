//! Rostering: the schools and the staff as the district's own systems have them, taken over from sets of the
//! standard OneRoster.
//!
//! A set is read by the crate `oneroster`, compared with what is kept (`difference`), and taken over whole or not
//! at all. Whoever leaves keeps their history and loses their access. What must never happen: that half a file
//! makes half a district leave, that a set makes anyone a steward, that anything of a student is kept.

mod api;
mod becomes;
mod difference;
mod import;
mod pages;
mod report;
mod store;
#[cfg(test)]
mod tests;
mod upload;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use import::{Wish, import};
pub use report::Report;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "rostering",
    pages: || {
        Routes::new()
            .get("/admin/rostering", pages::list)
            .post("/admin/rostering", pages::send)
            .get("/admin/rostering/roles", pages::edit)
            .post("/admin/rostering/roles", pages::save)
            .get("/admin/rostering/imports/{import}", pages::one)
            .post("/admin/rostering/imports/{import}/take", pages::take)
            .post("/admin/rostering/imports/{import}/drop", pages::discard)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::roles, api::set_roles))
            .routes(routes!(api::send))
            .routes(routes!(api::one, api::discard))
            .routes(routes!(api::take))
    },
    access: include_str!("access.txt"),
    jobs: upload::jobs,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
