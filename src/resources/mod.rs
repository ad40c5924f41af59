//! Resources: what stays of a gathering. Notes in Markdown, links and files, of a topic or of the
//! gathering itself; and the links and files of a network.
//!
//! Whoever may see the gathering (and the topic) may read them. Its hosts write all of them; those who
//! share a topic, because they proposed it or said that they can share too, write the topic's. What
//! belongs to a topic goes with it when it is carried over. The host mails them to those who came and
//! those who could not; nobody gets the same twice unless the host wants it. On the shelf of a network its
//! members put things, which who added them and who leads it change and remove. What a resource must never
//! do: act in a browser, tell where a photo was taken, or be seen by somebody who may not see its topic.

mod add;
mod api;
mod board;
mod deeds;
mod door;
mod download;
mod found;
mod hands;
mod letters;
mod pages;
mod part;
mod resource;
mod send;
mod store;
mod sweep;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use add::{add_file, add_link, keep_file, write_note};
pub use board::{Board, Shelf, in_series};
pub use found::{FOUND_FILES, FOUND_LINKS, FOUND_NOTES, follow};
pub use hands::hands;
pub use part::{beside_gathering, beside_network, beside_topic};
pub use resource::{NewLink, Note, Of, Resource};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "resources",
    pages: || {
        Routes::new()
            .get("/gatherings/{gathering}/resources", pages::of_gathering)
            .get("/topics/{topic}/resources", pages::of_topic)
            .get("/networks/{network}/resources", pages::of_network)
            .post("/gatherings/{gathering}/note", deeds::note_of_gathering)
            .post("/topics/{topic}/note", deeds::note_of_topic)
            .post("/gatherings/{gathering}/links", deeds::link_of_gathering)
            .post("/topics/{topic}/links", deeds::link_of_topic)
            .post("/networks/{network}/links", deeds::link_of_network)
            .post("/gatherings/{gathering}/files", deeds::file_of_gathering)
            .post("/topics/{topic}/files", deeds::file_of_topic)
            .post("/networks/{network}/files", deeds::file_of_network)
            .get("/resources/{resource}", download::whole)
            .get("/resources/{resource}/small", download::small)
            .get("/resources/{resource}/edit", pages::edit)
            .post("/resources/{resource}/edit", deeds::edit)
            .post("/resources/{resource}/move", deeds::shift)
            .post("/resources/{resource}/remove", deeds::remove)
            .post("/resources/{resource}/restore", deeds::restore)
            .get("/gatherings/{gathering}/send", letters::preview)
            .post("/gatherings/{gathering}/send", letters::post)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list))
            .routes(routes!(api::of_network))
            .routes(routes!(api::note_of_gathering))
            .routes(routes!(api::note_of_topic))
            .routes(routes!(api::link_of_gathering))
            .routes(routes!(api::link_of_topic))
            .routes(routes!(api::link_of_network))
            .routes(routes!(api::file_of_gathering))
            .routes(routes!(api::file_of_topic))
            .routes(routes!(api::file_of_network))
            .routes(routes!(api::change, api::remove))
            .routes(routes!(api::content))
            .routes(routes!(api::send))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind {
            name: "sweep-resources",
            title: "job-sweep-resources",
            daily: true,
            run: |app, _| Box::pin(sweep::sweep(app)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
