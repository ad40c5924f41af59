//! Contacts: a private book of people and organisations outside of the district.
//!
//! How we met, what about, when last, what next. A book is its owner's alone: every query asks for the owner
//! beside the contact, so that for anybody else, the stewards too, there is nothing there. What a contact must
//! never do: be found by the search of the house, stand in an export of the district or in a log, or have its
//! words in the subject of a letter.

mod api;
mod cards;
mod category;
mod change;
mod contact;
mod draft;
mod edit;
mod export;
mod find;
mod import;
mod import_api;
mod import_page;
mod pages;
mod reminder;
mod sheet;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use change::add;
pub use contact::{Draft, Kind, leads_to};
pub use store::contact;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "contacts",
    pages: || {
        Routes::new()
            .get("/contacts", pages::list)
            .get("/contacts/new", edit::new)
            .post("/contacts/new", edit::add)
            .get("/contacts/import", import_page::form)
            .post("/contacts/import", import_page::read)
            .get("/contacts/import/{contact_import}", import_page::look)
            .post("/contacts/import/{contact_import}", import_page::take)
            .post("/contacts/import/{contact_import}/undo", import_page::undo)
            .get("/contacts/export/{form}", export::book)
            .get("/contacts/{contact}", pages::one)
            .get("/contacts/{contact}/edit", edit::form)
            .post("/contacts/{contact}/edit", edit::save)
            .post("/contacts/{contact}/undo", edit::undo)
            .post("/contacts/{contact}/remove", edit::remove)
            .post("/contacts/{contact}/restore", edit::restore)
            .post("/contacts/{contact}/touch", edit::touch)
            .post("/contacts/{contact}/done", edit::done)
            .get("/contacts/{contact}/card", export::one)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list, api::add))
            .routes(routes!(api::one, api::change, api::remove))
            .routes(routes!(api::touch))
            .routes(routes!(api::done))
            .routes(routes!(api::undo))
            .routes(routes!(api::restore))
            .routes(routes!(import_api::send))
            .routes(routes!(import_api::look))
            .routes(routes!(import_api::take))
            .routes(routes!(import_api::undo))
            .routes(routes!(api::book))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![
            jobs::Kind {
                name: reminder::JOB,
                title: "job-contact-reminder",
                daily: false,
                run: |app, payload| Box::pin(reminder::run(app, payload)),
            },
            jobs::Kind {
                name: reminder::SWEEP,
                title: "job-contacts-sweep",
                daily: true,
                run: |app, _| Box::pin(reminder::sweep(app)),
            },
        ]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
