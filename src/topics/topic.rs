//! Values: a topic, its tags, what becomes of it.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::clock::Instant;
use crate::database::Text;
use crate::gatherings::{Gathering, Rights};
use crate::ids::{GatheringId, PersonId, SeriesId, TopicId};
use crate::web::Message;

/// What became of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = TopicState)]
pub enum State {
    /// It waits on the table.
    Proposed,
    /// It was spoken of.
    Shared,
    /// It was not reached, and there was no gathering left to carry it to.
    Left,
    /// The host said no, with a reason.
    Declined,
    /// Its proposer took it back.
    Withdrawn,
}

impl State {
    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            State::Proposed => "topic-state-proposed",
            State::Shared => "topic-state-shared",
            State::Left => "topic-state-left",
            State::Declined => "topic-state-declined",
            State::Withdrawn => "topic-state-withdrawn",
        }
    }

    /// Whether only its proposer and the hosts may still know of it.
    pub fn is_put_away(self) -> bool {
        matches!(self, State::Declined | State::Withdrawn)
    }
}

/// Labels of a topic: in lower case, without a `#`, each once, in the order they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tags(Vec<String>);

/// The most tags of a topic.
pub const MOST_TAGS: usize = 8;

/// The longest tag, in characters.
pub const LONGEST_TAG: usize = 30;

impl Tags {
    /// Of texts that each may hold several, between commas.
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Tags {
        let mut tags: Vec<String> = Vec::new();
        for text in texts.iter().flat_map(|text| text.as_ref().split(',')) {
            let words: Vec<&str> = text.split_whitespace().collect();
            let tag = words.join(" ").trim_start_matches('#').trim_start().to_lowercase();
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        Tags(tags)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Tags {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join(", "))
    }
}

impl FromStr for Tags {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Tags::of(&[text]))
    }
}

/// What someone would like to speak of.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Topic {
    /// Its identifier.
    pub id: TopicId,
    /// The gathering it waits for, or where it was spoken of.
    pub gathering_id: GatheringId,
    /// The series of that gathering; within it a topic is carried over.
    pub series_id: Option<SeriesId>,
    /// Who proposed it.
    pub person_id: PersonId,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub about: String,
    /// Its labels.
    pub tags: Text<Tags>,
    /// Minutes wanted, 1 to 240.
    pub minutes: i64,
    /// What became of it.
    pub state: State,
    /// Why the host said no.
    pub declined_why: Option<String>,
    /// How often it was carried over.
    pub carried: i64,
    /// When it was proposed.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// Rises with each change.
    pub version: i64,
}

/// May people put topics on the table of this gathering? Until it is over, unless it was called off.
pub fn may_propose(gathering: &Gathering, now: Instant) -> Result<(), Message> {
    if gathering.is_cancelled() {
        Err(Message::new("topics-closed-cancelled"))
    } else if gathering.is_over(now) {
        Err(Message::new("topics-closed-over"))
    } else {
        Ok(())
    }
}

impl Topic {
    /// May they know of it, given that they may see its gathering?
    pub fn may_be_seen(&self, person: Option<PersonId>, rights: Rights) -> bool {
        !self.state.is_put_away() || person == Some(self.person_id) || rights.is_host()
    }

    /// May they edit it, withdraw it, put it back? Who proposed it, and the hosts.
    pub fn may_be_changed(&self, person: PersonId, rights: Rights) -> Result<(), Message> {
        if person != self.person_id && !rights.is_host() {
            return Err(Message::new("topic-refused-change"));
        }
        match self.state {
            State::Shared => Err(Message::new("topic-refused-shared")),
            State::Left => Err(Message::new("topic-refused-left")),
            State::Declined if !rights.is_host() => Err(Message::new("topic-refused-declined")),
            State::Proposed | State::Declined | State::Withdrawn => Ok(()),
        }
    }

    /// May they say that they are keen to hear it, or can share too? Everyone but its proposer, while
    /// it is on the table.
    pub fn may_be_keen(&self, person: PersonId) -> Result<(), Message> {
        if person == self.person_id {
            return Err(Message::new("topic-refused-own"));
        }
        match self.state {
            State::Proposed => Ok(()),
            _ => Err(Message::new("topic-refused-closed")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tags;

    #[test]
    fn tags_are_alike_however_they_are_typed() {
        let tags = Tags::of(&[" #Outdoor   Classroom,assessment,, Assessment", "Éveil,  # "]);
        assert_eq!(tags.iter().collect::<Vec<_>>(), ["outdoor classroom", "assessment", "éveil"]);
        assert_eq!(tags.to_string().parse(), Ok(tags));
    }
}
