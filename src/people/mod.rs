//! People with an account: name, school, roles, and what they say of themselves.
//!
//! A role says what someone does in a school; the role `steward` says that they look after Klatsch
//! for the district. Students never have an account.

mod address_card;
mod api;
mod card;
mod commons;
mod directory;
mod draft;
mod edit;
mod export;
mod found;
mod import;
mod language;
mod named;
mod page;
mod person;
mod profile;
mod rights;
mod schools;
mod search;
mod store;
#[cfg(test)]
mod tests;

use futures_util::future::BoxFuture;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::database::{Connection, Result};
use crate::ids::{NetworkId, PersonId};
use crate::personal::Personal;
use crate::web::Routes;

pub use card::{Card, at_school, cards, cards_of, hue, initials, search};
pub use edit::{Leaving, still_steward};
pub use export::{people_sheet, schools_sheet};
pub use found::{FOUND, moved, put_school};
pub use import::import;
pub use language::{district_language, language_of};
pub use named::named;
pub use person::{Person, Role};
pub use profile::say;
pub use schools::AtSchool;
pub use search::Search;
pub use store::personal::{insert_stand_in, remove};
pub use store::profile::TagRow;
#[cfg(test)]
pub use store::roles;
pub use store::{
    Standing, all, all_roles, by_email, everyone, hold_stewards, insert, insert_with, insert_with_roles, person,
    set_roles, some, standing, stewards, update,
};

/// The networks a person is in, by name. Networks build on people, so the app hands this in.
pub type NetworksOf = for<'a> fn(&'a mut Connection, PersonId) -> BoxFuture<'a, Result<Vec<(NetworkId, String)>>>;

/// In which of a person's networks each of some others is.
pub type SharedNetworks =
    for<'a> fn(&'a mut Connection, PersonId, &'a [PersonId]) -> BoxFuture<'a, Result<Vec<(PersonId, NetworkId)>>>;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "people",
    pages: || {
        Routes::new()
            .get("/people", directory::show)
            .get("/people/new", edit::add_form)
            .post("/people/new", edit::add)
            .get("/people/{person}", page::person)
            .get("/people/{person}/card", address_card::card)
            .get("/people/{person}/edit", edit::form)
            .post("/people/{person}/edit", edit::save)
            .get("/people/{person}/profile", profile::form)
            .post("/people/{person}/profile", profile::save)
            .get("/people/{person}/photo", profile::photo)
            .post("/people/{person}/photo", profile::add_photo)
            .post("/people/{person}/photo/remove", profile::remove_photo)
            .post("/people/{person}/part", edit::part)
            .post("/people/{person}/return", edit::back)
            .get("/people.csv", export::people_csv)
            .get("/people.xlsx", export::people_xlsx)
            .get("/schools", schools::list)
            .get("/schools.csv", export::schools_csv)
            .get("/schools.xlsx", export::schools_xlsx)
            .get("/schools/{school}", schools::one)
            .get("/schools/{school}/commons", commons::form)
            .post("/schools/{school}/commons", commons::save)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list))
            .routes(routes!(api::one))
            .routes(routes!(api::change))
            .routes(routes!(api::commons::one))
            .routes(routes!(api::commons::change))
    },
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
