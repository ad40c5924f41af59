//! Answers: yes, maybe, no, said once for a series and, where one date differs, of one gathering.
//!
//! What a person says of a gathering itself wins over what they said of its series. Where places are
//! limited, whoever wants to come joins a queue and places are given from its head, at once while there
//! is room: so those who have waited longest come first, and a place that frees is never lost or given
//! twice. Every count of places happens while the transaction holds the gathering. What an answer must
//! never do: pass the capacity, or show a person's reason to anyone but the hosts and the person.

mod answer;
mod api;
mod changed;
mod hands;
mod letters;
mod news;
mod pages;
mod personal;
mod places;
mod promises;
mod say;
mod store;
mod table;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use answer::{Answer, Counts, Mine, Said, Wish, note};
pub use hands::hands;
pub use letters::addressees;
pub use promises::broken;
pub use say::{say, say_series};
pub use store::{counts, counts_in_series, mine, mine_all, said, said_in_series, series_answer, series_answers_of};

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "answers",
    pages: || {
        Routes::new()
            .post("/series/{series}/answer", pages::answer_series)
            .post("/gatherings/{gathering}/answer", pages::answer_gathering)
            .get("/gatherings/{gathering}/excuse", pages::excuse)
            .get("/gatherings/{gathering}/answers", table::list)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::answer_series, api::take_back_series))
            .routes(routes!(api::answer_gathering, api::take_back))
            .routes(routes!(api::list))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind {
            name: changed::KIND,
            title: "job-gathering-changed",
            daily: false,
            run: |app, payload| Box::pin(changed::run(app, payload)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(personal::export(db, person)),
        erase: |db, who| Box::pin(personal::erase(db, who)),
    },
};
