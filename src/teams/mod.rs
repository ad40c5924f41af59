//! School teams: who stands for a school in the year of a network, seat by seat, and who is missing.
//!
//! A network says which seats a team has; a teacher-librarian, a classroom teacher and an administrator where
//! it says nothing else. A team completes itself: who is in it names others, who say yes or no. What a team must
//! never do: seat somebody who did not say yes.

mod api;
mod at_school;
mod deeds;
mod following;
mod keeping;
mod keeping_api;
mod pages;
mod rows;
mod seats;
mod store;
mod table;
mod team;
#[cfg(test)]
mod tests;
mod together;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use at_school::at_school;
pub use deeds::{begin, seat};
pub use following::take_over;
pub use pages::beside_network;
pub use store::{after, set_seats};
pub use table::{begin as begin_sheet, write as write_sheet};
pub use team::{Seat, State, USUAL};
pub use together::{Changed, Within, mates, within};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "teams",
    pages: || {
        Routes::new()
            .get("/networks/{network}/teams", pages::list)
            .post("/networks/{network}/teams", pages::begin)
            .get("/networks/{network}/teams.csv", table::csv)
            .get("/networks/{network}/teams.xlsx", table::xlsx)
            .post("/networks/{network}/seats", pages::set_seats)
            .get("/teams/{team}", seats::show)
            .post("/teams/{team}/seats", seats::name)
            .post("/teams/{team}/empty", seats::empty)
            .post("/teams/{team}/answer", seats::answer)
            .post("/teams/{team}/confirm", keeping::confirm)
            .post("/teams/{team}/remind", keeping::remind)
            .post("/teams/{team}/remove", keeping::remove)
            .post("/teams/{team}/restore", keeping::restore)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list, api::begin))
            .routes(routes!(api::of_school))
            .routes(routes!(api::name))
            .routes(routes!(api::answer))
            .routes(routes!(keeping_api::seats, keeping_api::set_seats))
            .routes(routes!(keeping_api::empty))
            .routes(routes!(keeping_api::confirm))
            .routes(routes!(keeping_api::remind))
            .routes(routes!(keeping_api::remove))
            .routes(routes!(keeping_api::restore))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind {
            name: "team-reminders",
            title: "job-team-reminders",
            daily: true,
            run: |app, _| Box::pin(deeds::remind_all(app)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
