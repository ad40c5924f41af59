//! Checking in: "I am here", said by people themselves with a code that changes.
//!
//! The code stands on the projector, as six digits and as a QR code, and changes each minute; the one
//! before it is still good, so that nobody loses it while they type. Whoever is signed in presses one
//! button; others choose their name or search for it. A name chosen by mistake is taken back on the
//! spot. Guests count themselves once. Checking in twice is one mark.
//!
//! What it stops: answering from home, by a link in a chat or a photograph of yesterday. What it does not
//! stop: someone in the room who sends the code on within two minutes, or who chooses another's name. The
//! host sees which marks people made themselves, and has the last word on the attendance page.

mod api;
mod code;
mod come;
mod enter;
mod names;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use code::Code;
pub use come::{code, is_open};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "check_in",
    pages: || {
        Routes::new()
            .get("/check-in", enter::form)
            .post("/check-in", enter::enter)
            .get("/check-in/{gathering}/{code}", names::show)
            .get("/check-in/{gathering}/welcome", names::welcome)
            .post("/check-in/{gathering}", names::come)
            .post("/check-in/{gathering}/undo", names::undo)
    },
    api: || OpenApiRouter::new().routes(routes!(api::check_in)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal::NONE,
};
