//! The web room: forms, failures, flash, language, layout; what every page of every domain uses.

mod about;
pub mod asked;
pub mod assets;
pub mod chart;
mod document;
mod download;
mod failure;
mod flash;
mod form;
mod frame;
mod input;
pub mod kept;
mod language;
mod page;
mod routes;
mod sheet;
mod stretch;
mod styleguide;
#[cfg(test)]
mod tests;
mod upload;
mod visit;

pub use document::with_failures;
pub use download::{disposition, download, file_name, serve};
pub use failure::{Answer, Failure};
pub use flash::{COOKIE as FLASH_COOKIE, Flash, Go, go, here};
pub use form::{Form, Problems};
pub use frame::{frame, guard, without_visitor};
pub use input::{Input, LARGEST_BODY, Query, Values, date_message, unread};
pub use kept::public;
#[cfg(test)]
pub use language::knows;
pub use language::{Language, Message, Say};
pub use page::{Page, html, html_text, html_with, json, json_with};
pub use routes::Routes;
pub use sheet::{Cell, Sheet, SheetKind};
pub use stretch::{Stretch, address, patterns};
#[cfg(test)]
pub use upload::bare;
pub use upload::{Received, Upload, patience};
pub use visit::{About, Entered, Me, Path, SignedBy, Visit};

/// Pages that belong to no domain.
pub fn routes() -> Routes {
    Routes::new()
        .get("/assets/{*name}", assets::serve)
        .get("/service-worker.js", assets::service_worker)
        .get("/favicon.ico", assets::favicon)
        .get("/offline", about::offline)
        .get("/language/{tag}", frame::choose_language)
        .get("/about", about::about)
        .get("/privacy", about::privacy)
        .get("/licences", about::licences)
        .get("/styleguide", styleguide::show)
}

/// Who may ask for them.
pub const ACCESS: &str = include_str!("access.txt");
