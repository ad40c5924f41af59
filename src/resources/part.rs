//! What stands on the pages of gatherings and topics: what was written and kept.

use askama::Template;

use super::{Board, Of, Shelf, board, door};
use crate::database::Connection;
use crate::gatherings::{Gathering, Rights};
use crate::ids::TopicId;
use crate::networks::{self, Network};
use crate::text::Html;
use crate::topics::{self, OnTable};
use crate::web::{Failure, Language, Visit};

#[derive(Template)]
#[template(path = "resources/pages/part.html")]
struct Part {
    language: Language,
    /// What is kept, each with the topic's title and address; those of the gathering itself have none.
    shelves: Vec<(Option<(TopicId, String)>, Shelf)>,
    /// Where one writes, for who may.
    desk: Option<String>,
    /// Where the host sends it from.
    send: Option<String>,
    /// Whether this is the page of a topic, whose title need not be said.
    lone: bool,
}

/// How many links and files the page of a network shows.
const SHOWN: usize = 8;

#[derive(Template)]
#[template(path = "resources/pages/network.html")]
struct OfNetwork {
    language: Language,
    shelf: Shelf,
    /// Where all of it is.
    desk: String,
    writes: bool,
    more: bool,
}

/// Beside a network: its own links and files, for whoever may see them.
pub async fn beside_network(
    db: &mut Connection,
    visit: &Visit,
    network: &Network,
    rights: &networks::Rights,
) -> Result<Html, Failure> {
    if rights.may_see_shelf().is_err() {
        return Ok(Html::default());
    }
    let mut shelf = board::of_network(db, network.id).await?;
    let writes = rights.may_add().is_ok();
    if shelf.is_empty() && !writes {
        return Ok(Html::default());
    }
    let more = shelf.resources.len() > SHOWN;
    shelf.resources.truncate(SHOWN);
    let desk = Of::Network(network.id).page();
    Ok(Html::of(&OfNetwork { language: visit.language, shelf, desk, writes, more })?)
}

/// Beside a topic.
pub async fn beside_topic(db: &mut Connection, visit: &Visit, on: &OnTable, rights: Rights) -> Result<Html, Failure> {
    let id = on.topic.id;
    let sharers = topics::sharers(db, id).await?;
    let writes = door::writes(rights, visit.person(), Some(on.topic.person_id), &sharers);
    let shelf = board::of_topic(db, id).await?;
    if shelf.is_empty() && !writes {
        return Ok(Html::default());
    }
    let shelves = if shelf.is_empty() { Vec::new() } else { vec![(None, shelf)] };
    let desk = writes.then(|| Of::Topic(id).page());
    Ok(Html::of(&Part { language: visit.language, shelves, desk, send: None, lone: true })?)
}

/// Beside a gathering: what is kept of it and of the topics on its table.
pub async fn beside_gathering(
    db: &mut Connection,
    visit: &Visit,
    gathering: &Gathering,
    rights: Rights,
    on_table: &[OnTable],
) -> Result<Html, Failure> {
    let ids: Vec<TopicId> = on_table.iter().map(|on| on.topic.id).collect();
    let board: Board = board::of_gathering(db, gathering.id, &ids).await?;
    let host = rights.is_host();
    if board.is_empty() && !host {
        return Ok(Html::default());
    }
    let of = Of::Gathering(gathering.id);
    let mut shelves = vec![(None, board.of(of))];
    for on in on_table {
        shelves.push((Some((on.topic.id, on.topic.title.clone())), board.of(Of::Topic(on.topic.id))));
    }
    shelves.retain(|(_, shelf)| !shelf.is_empty());
    let send = (host && !board.is_empty() && visit.now >= gathering.starts_at && !gathering.is_cancelled())
        .then(|| format!("/gatherings/{}/send", gathering.id));
    let desk = host.then(|| of.page());
    Ok(Html::of(&Part { language: visit.language, shelves, desk, send, lone: false })?)
}
