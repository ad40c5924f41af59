//! Networks: people with a purpose. A network says what it is about and how one joins it: by choice, by
//! asking, or by being invited. Some of its members lead it, or one chairs it; a committee helps.
//!
//! A role in a network says nothing about any other. What a network must never do: be without anybody who
//! leads it, take somebody in who did not say yes, or show who is in it to people who are not.

mod api;
mod deeds;
mod editing;
mod found;
mod handing;
mod joining;
mod letters;
mod member;
mod members;
mod network;
mod offered;
mod pages;
mod rights;
mod store;
mod succession;
mod table;
#[cfg(test)]
mod tests;
mod waiting_api;

use futures_util::future::BoxFuture;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::{App, Domain};
use crate::database::{self, Connection, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::personal::Personal;
use crate::text::Html;
use crate::web::{Failure, Routes, Visit};

pub use deeds::{make, named, parted, put};
pub use found::{FOUND, shelf_standing, ties};
pub use joining::Yes;
pub use member::Role;
pub use network::{Audience, Joining, Leading, Network, NewNetwork};
pub use offered::{Offered, led, mine, names, offered};
pub use pages::place;
pub use rights::{Rights, rights, seen};
pub use store::members::{ids as member_ids, names_of, of_person, shared};
pub use store::{hold, network};
pub use table::{all, members_sheet, sheet};

/// What else stands on the page of a network.
pub type Beside =
    for<'a> fn(&'a mut Connection, &'a Visit, &'a Network, &'a Rights) -> BoxFuture<'a, Result<Html, Failure>>;

/// What else happens when somebody comes into a network (true) or leaves it.
pub type Following =
    for<'a> fn(&'a mut Writing, &'a App, NetworkId, PersonId, bool) -> BoxFuture<'a, database::Result<()>>;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "networks",
    pages: || {
        Routes::new()
            .get("/networks", pages::list)
            .post("/networks", editing::make)
            .get("/networks/new", editing::new)
            .get("/networks/{network}", pages::show)
            .get("/networks/{network}/edit", editing::edit)
            .post("/networks/{network}/edit", editing::save)
            .post("/networks/{network}/close", editing::close)
            .post("/networks/{network}/reopen", editing::reopen)
            .post("/networks/{network}/join", joining::join)
            .post("/networks/{network}/leave", joining::leave)
            .post("/networks/{network}/return", joining::back)
            .post("/networks/{network}/withdraw", joining::withdraw)
            .post("/networks/{network}/decline", joining::decline)
            .post("/networks/{network}/requests/{person}", joining::answer)
            .get("/networks/{network}/invite", joining::invite_form)
            .post("/networks/{network}/invite", joining::invite)
            .post("/networks/{network}/invitations/{person}/withdraw", joining::uninvite)
            .get("/networks/{network}/members", members::show)
            .get("/networks/{network}/members.csv", members::csv)
            .get("/networks/{network}/members.xlsx", members::xlsx)
            .post("/networks/{network}/members/{person}", members::role)
            .post("/networks/{network}/members/{person}/remove", members::remove)
            .post("/networks/{network}/members/{person}/restore", members::restore)
            .get("/networks/{network}/handover", handing::show)
            .post("/networks/{network}/handover", handing::offer)
            .post("/networks/{network}/handover/answer", handing::answer)
            .post("/networks/{network}/handover/withdraw", handing::withdraw)
    },
    api: || {
        OpenApiRouter::new()
            .routes(routes!(api::list, api::make))
            .routes(routes!(api::show, api::change))
            .routes(routes!(api::join, api::leave))
            .routes(routes!(api::members))
            .routes(routes!(api::role, api::remove))
            .routes(routes!(api::invite, waiting_api::invitations))
            .routes(routes!(api::requests))
            .routes(routes!(api::answer))
            .routes(routes!(waiting_api::close, waiting_api::reopen))
            .routes(routes!(waiting_api::back))
            .routes(routes!(waiting_api::put_back))
            .routes(routes!(waiting_api::withdraw))
            .routes(routes!(waiting_api::decline))
            .routes(routes!(waiting_api::uninvite))
            .routes(routes!(waiting_api::handover, waiting_api::offer, waiting_api::keep))
            .routes(routes!(waiting_api::take_over))
    },
    access: include_str!("access.txt"),
    jobs: Vec::new,
    personal: Personal {
        export: |db, person| Box::pin(store::personal::export(db, person)),
        erase: |db, who| Box::pin(store::personal::erase(db, who)),
    },
};
