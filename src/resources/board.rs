//! Values: what is written and kept, laid out by topic.

use std::collections::HashMap;

use super::{Note, Of, Resource, store};
use crate::database::{Connection, Result};
use crate::ids::{GatheringId, NetworkId, SeriesId, TopicId};

/// What is kept of one topic, or of a gathering itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// What was written down.
    pub note: Option<Note>,
    /// Links and files, in their order.
    pub resources: Vec<Resource>,
}

impl Shelf {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.note.is_none() && self.resources.is_empty()
    }
}

/// What is kept of several.
#[derive(Debug, Clone, Default)]
pub struct Board(HashMap<Of, Shelf>);

impl Board {
    fn new(notes: Vec<Note>, resources: Vec<Resource>) -> Board {
        let mut board = Board::default();
        for note in notes {
            if let Some(of) = note.of() {
                board.0.entry(of).or_default().note = Some(note);
            }
        }
        for resource in resources {
            if let Some(of) = resource.of() {
                board.0.entry(of).or_default().resources.push(resource);
            }
        }
        board
    }

    /// What is kept of something; nothing is an empty shelf.
    pub fn of(&self, of: Of) -> Shelf {
        self.0.get(&of).cloned().unwrap_or_default()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = (Of, &Shelf)> {
        self.0.iter().map(|(of, shelf)| (*of, shelf))
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What is kept of a gathering and of its topics: two queries, and two for each twelve topics.
pub async fn of_gathering(db: &mut Connection, gathering: GatheringId, topics: &[TopicId]) -> Result<Board> {
    let mut notes = store::notes_of_gathering(db, gathering).await?;
    notes.extend(store::notes_of_topics(db, topics).await?);
    let mut resources = store::of_gathering(db, gathering).await?;
    resources.extend(store::of_topics(db, topics).await?);
    Ok(Board::new(notes, resources))
}

/// What is kept of one topic.
pub async fn of_topic(db: &mut Connection, topic: TopicId) -> Result<Shelf> {
    let notes = store::notes_of_topics(db, &[topic]).await?;
    Ok(Board::new(notes, store::of_topics(db, &[topic]).await?).of(Of::Topic(topic)))
}

/// What is kept of a network itself.
pub async fn of_network(db: &mut Connection, network: NetworkId) -> Result<Shelf> {
    Ok(Shelf { note: None, resources: store::of_network(db, network).await? })
}

/// What is kept of a whole series: two queries.
pub async fn in_series(db: &mut Connection, series: SeriesId) -> Result<Board> {
    let notes = store::notes_in_series(db, series).await?;
    Ok(Board::new(notes, store::resources_in_series(db, series).await?))
}
