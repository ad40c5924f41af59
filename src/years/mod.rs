//! The year of a network: its milestones, its series and gatherings, what its members are told.
//!
//! A series or gathering becomes a network's by the word of somebody who leads the one and hosts the other;
//! where it is for invited people, the members are invited, and whoever comes later. A year is put away and
//! the next begun from it. What a year must never do: show a gathering to somebody it is not for.

mod api;
mod beside;
mod editing;
mod linking;
mod links;
mod news;
mod pages;
mod readers;
mod store;
mod telling;
#[cfg(test)]
mod tests;
mod year;
mod year_api;

use futures_util::future::BoxFuture;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::{App, Domain};
use crate::database::Writing;
use crate::ids::{PersonId, YearId};
use crate::jobs;
use crate::personal::Personal;
use crate::web::{Failure, Routes};

pub use beside::Step;
pub use beside::beside_network;
pub use editing::insert;
pub use links::{add_gathering, add_series, belong, coming, follow, gatherings, narrowed};
pub use news::announce;
pub use pages::{lived, one};
pub use store::links::{gatherings as single, gatherings_of as singles_of, series, series_of};
#[cfg(test)]
pub use store::milestones;
pub use store::{of_network, year};
pub use year::{NewYear, Year, school_year, title_of};

/// What else begins with the year after one: from which year to which, by whom.
pub type NextYear =
    for<'a> fn(&'a mut Writing, &'a App, (YearId, YearId), PersonId) -> BoxFuture<'a, Result<(), Failure>>;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "years",
    pages: || {
        Routes::new()
            .get("/networks/{network}/years/new", editing::new)
            .post("/networks/{network}/years", editing::make)
            .get("/years/{year}", pages::show)
            .get("/years/{year}/edit", editing::edit)
            .post("/years/{year}/edit", editing::save)
            .post("/years/{year}/archive", pages::archive)
            .post("/years/{year}/restore", pages::restore)
            .post("/years/{year}/next", pages::next)
            .post("/milestones/{milestone}", pages::link)
            .get("/networks/{network}/gatherings", linking::show)
            .post("/networks/{network}/gatherings", linking::add)
            .post("/networks/{network}/gatherings/remove", linking::remove)
            .get("/networks/{network}/calendar.ics", linking::calendar)
            .get("/networks/{network}/news", news::show)
            .post("/networks/{network}/news", news::write)
            .post("/networks/{network}/news/mail", telling::choose)
            .get("/announcements/{announcement}/readers", readers::show)
            .post("/announcements/{announcement}/read", news::read)
            .post("/announcements/{announcement}/remove", news::remove)
            .post("/announcements/{announcement}/restore", news::restore)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::years, api::make))
            .routes(routes!(api::gatherings, api::add))
            .routes(routes!(api::news, api::write))
            .routes(routes!(api::read))
            .routes(routes!(readers::list))
            .routes(routes!(api::mail))
            .routes(routes!(year_api::year, year_api::change))
            .routes(routes!(year_api::archive, year_api::restore))
            .routes(routes!(year_api::next))
            .routes(routes!(year_api::set_gathering, year_api::unset_gathering))
            .routes(routes!(year_api::unlink_series))
            .routes(routes!(year_api::unlink_gathering))
            .routes(routes!(year_api::take_down))
            .routes(routes!(year_api::put_up))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind {
            name: telling::JOB,
            title: "job-announcement",
            daily: false,
            run: |app, what| Box::pin(telling::tell(app, what)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
