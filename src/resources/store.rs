//! SQL of notes and resources.

mod mailings;
mod notes;
pub mod personal;
mod resources;

pub use mailings::{sent, set_sent};
pub use notes::{
    edit_note, insert_note, note, note_by_id, notes_after, notes_in_series, notes_of_gathering, notes_of_topics,
};
pub use resources::{
    edit, forget, insert, last_position, of_gathering, of_network, of_topics, old, resource, resources_after,
    resources_in_series, set_position, set_removed,
};

/// How many topics one statement asks for: lists cannot be one parameter on both engines, so a statement
/// has a fixed number of places, and the last topic fills those that are left.
const MANY: usize = 12;

fn twelve(topics: &[crate::ids::TopicId]) -> Option<[crate::ids::TopicId; MANY]> {
    let mut places = [*topics.last()?; MANY];
    for (place, topic) in places.iter_mut().zip(topics) {
        *place = *topic;
    }
    Some(places)
}
