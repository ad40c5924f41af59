//! Attendance: who was there, taken by the host on a phone, and guests by headcount.
//!
//! A mark is `came`, `excused` or `absent`; no mark says nothing. Someone who came without having
//! said yes is a walk-in, and welcome. Guests without an account are counted, never named. Marks are
//! the ledger from which "does it get used?" is told.

mod api;
mod mark;
mod pages;
mod promises;
mod record;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use mark::{Mark, SaidBy, State, is_faded};
pub use promises::broken;
pub use record::{count_guests, is_open, record, record_entered, record_guests};
pub use store::{
    came_between, came_last, guests_in_series, guests_of, here, mark, marks_in_series, marks_of, marks_of_person,
    record_of, taken_in_series, usual_in,
};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "attendance",
    pages: || {
        Routes::new()
            .get("/gatherings/{gathering}/attendance", pages::show)
            .post("/gatherings/{gathering}/attendance", pages::mark)
            .post("/gatherings/{gathering}/headcount", pages::headcount)
    },
    api: || OpenApiRouter::new().routes(routes!(api::record_attendance, api::attendance)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
