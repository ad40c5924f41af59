//! Newcomers: five questions, then two circles, the next date and a named host who is told, with the reasons.
//!
//! Which circles suit is computed by the crate `circles`, from the answers and what there is; nothing is drawn by
//! lot, and every suggestion says why. Answers may come before there is an account, by a link that a colleague
//! shares: they see what is public, are kept for two weeks, and open nothing. Whoever asks for an account is added
//! by a steward. What a newcomer must never find: that somebody was told more of them than they agreed to.

mod api;
mod buddies;
mod dates;
mod deeds;
mod faces;
mod figures;
mod five;
mod form;
mod guests;
mod hosts;
mod letters;
mod link;
mod links;
mod look;
mod named;
mod newcomer;
mod pages;
mod say;
mod stewards;
mod store;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Domain;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use deeds::{answer, greet, hosts};
pub use faces::beside_gathering;
pub use five::{Five, Tell};
pub use pages::is_new;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "newcomers",
    pages: || {
        Routes::new()
            .get("/welcome", pages::form)
            .post("/welcome", pages::answer)
            .get("/welcome/answer", pages::show)
            .post("/welcome/again", pages::again)
            .get("/welcome/forget", pages::forget_form)
            .post("/welcome/forget", pages::forget)
            .post("/welcome/take", pages::take)
            .get("/welcome/month", pages::month_form)
            .post("/welcome/month", pages::month)
            .get("/welcome/from/{secret}", guests::form)
            .post("/welcome/from/{secret}", guests::answer)
            .get("/welcome/kept/{secret}", guests::show)
            .post("/welcome/kept/{secret}", guests::want)
            .post("/welcome/kept/{secret}/forget", guests::forget)
            .get("/welcome/links", links::show)
            .post("/welcome/links", links::make)
            .post("/welcome/links/{link}/revoke", links::revoke)
            .post("/welcome/links/{link}/restore", links::restore)
            .get("/newcomers", hosts::mine)
            .get("/newcomers/all", stewards::all)
            .get("/newcomers/all/newcomers.csv", figures::csv)
            .get("/newcomers/all/newcomers.xlsx", figures::xlsx)
            .post("/newcomers/buddy", buddies::offer)
            .get("/newcomers/{newcomer}", hosts::one)
            .post("/newcomers/{newcomer}/greet", hosts::greet)
            .post("/newcomers/{newcomer}/admit", stewards::admit)
            .post("/newcomers/{newcomer}/buddy", buddies::assign)
            .post("/newcomers/{newcomer}/buddy/end", buddies::end)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::mine, api::answer, api::forget))
            .routes(routes!(api::month))
            .routes(routes!(api::named))
            .routes(routes!(api::all))
            .routes(routes!(api::greet))
            .routes(routes!(api::assign, api::end))
    },
    access: include_str!("access.txt"),
    jobs: || {
        vec![jobs::Kind {
            name: "newcomers",
            title: "job-newcomers",
            daily: true,
            run: |app, _| Box::pin(letters::ask_whether_it_helped(app)),
        }]
    },
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
