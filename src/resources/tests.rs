//! Stories of what stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod files;
mod network;
mod sending;
mod writing;

use crate::gatherings::Gathering;
use crate::ids::TopicId;
use crate::people::Role;
use crate::testing::{TestApp, Visitor};
use crate::topics::{self, Proposal, Tags};

/// A lunch on 14 January with its host, and a topic of Mina's.
pub struct Lunch {
    pub gathering: Gathering,
    pub host: Visitor,
    pub mina: Visitor,
    pub topic: TopicId,
}

pub async fn lunch(app: &TestApp) -> Lunch {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let series = app.found(app.new_series(host.id())).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;
    let topic = propose(app, &gathering, &mina, "Digital portfolios").await;
    Lunch { gathering, host, mina, topic }
}

pub async fn propose(app: &TestApp, gathering: &Gathering, by: &Visitor, title: &str) -> TopicId {
    let proposal = Proposal { title: title.to_owned(), about: String::new(), tags: Tags::default(), minutes: 10 };
    let mut db = app.write().await.unwrap();
    let topic = topics::propose(&mut db, app, gathering, by.id(), &proposal).await.unwrap();
    db.commit().await.unwrap();
    topic
}
