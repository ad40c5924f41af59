//! The district and its schools: an organisation, its levels and places.
//!
//! A district is a database, so there is one. A school has a level and perhaps coordinates; it is
//! known again on a second import by its `source_key`.

mod api;
mod draft;
mod import;
mod pages;
mod school;
mod search;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::personal::Personal;
use crate::web::Routes;

pub use import::{Imported, import};
pub use school::{District, Level, Name, School};
pub use search::Search;
#[cfg(test)]
pub use store::insert;
pub use store::{
    all, count_found, district, found as search, found_district as found, insert_all, names, names_of, school, some,
    update,
};

/// Who is told when a school has another name or level. Those who want to know build on this domain, so the app
/// hands them in (`app::SCHOOL_CHANGED`).
pub type Changed = for<'a> fn(
    &'a mut crate::database::Writing,
    crate::ids::SchoolId,
) -> futures_util::future::BoxFuture<'a, crate::database::Result<()>>;

/// From how many schools on nobody is offered a list of all: 1,600 names are half of a page. Whoever wants one
/// begins at its page.
const MOST_OFFERED: i64 = 200;

/// The schools to choose from by name, where they are few enough, and those of `also` in any case.
pub async fn offered(
    db: &mut crate::database::Connection,
    also: Option<crate::ids::SchoolId>,
) -> crate::database::Result<Vec<Name>> {
    match store::names_if_few(db, MOST_OFFERED).await? {
        Some(names) => Ok(names),
        None => names_of(db, also.as_slice()).await,
    }
}

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "schools",
    pages: || {
        Routes::new()
            .get("/schools/new", pages::add_form)
            .post("/schools/new", pages::add)
            .get("/schools/{school}/edit", pages::form)
            .post("/schools/{school}/edit", pages::save)
    },
    api: || OpenApiRouter::new().routes(routes!(api::list)),
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal::NONE,
};
