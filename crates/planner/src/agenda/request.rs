//! What is asked: a time box, topics and pins; and what makes it unanswerable.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, Deserializer, Visitor};

/// The most topics one agenda is fitted from.
pub const MOST_TOPICS: usize = 256;

/// A time box and the topics proposed for it.
///
/// As JSON, unknown fields are refused rather than ignored: a misspelt `share` would otherwise
/// change the agenda without a word.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with `minutes` and `topics`")]
pub struct Request {
    /// The box: the minutes of the gathering less its welcome and its close. May be 0.
    #[serde(deserialize_with = "whole_number")]
    pub minutes: u32,
    /// The topics, in any order; at most [`MOST_TOPICS`].
    pub topics: Vec<Topic>,
}

/// A topic proposed for a gathering.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "a topic: an object with `id`, `minutes` and `by`")]
pub struct Topic {
    /// Names the topic; not blank, and used once in a request.
    pub id: String,
    /// Minutes wanted, at least 1.
    #[serde(deserialize_with = "whole_number")]
    pub minutes: u32,
    /// How many people are keen to hear it. Absent in JSON, it is 0.
    #[serde(default, deserialize_with = "whole_number")]
    pub hear: u32,
    /// How many people can share on it too. Absent in JSON, it is 0.
    #[serde(default, deserialize_with = "whole_number")]
    pub share: u32,
    /// How many times it was carried over; only the first two add value. Absent in JSON, it is 0.
    #[serde(default, deserialize_with = "whole_number")]
    pub carried: u32,
    /// Who proposed it. Topics with the same text here are one proposer's.
    pub by: String,
    /// What the host decided beforehand. Absent or null in JSON, nothing.
    #[serde(default)]
    pub pin: Option<Pin>,
}

/// A host's decision that the fitted agenda must obey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pin {
    /// The topic is on the agenda, whatever it costs.
    In,
    /// The topic is not on the agenda.
    Out,
}

impl Topic {
    /// What the topic is worth: `max(1, hear + 2·share + 3·min(carried, 2))`.
    #[must_use]
    pub fn value(&self) -> u64 {
        let keen = u64::from(self.hear) + 2 * u64::from(self.share);
        (keen + 3 * u64::from(self.carried.min(2))).max(1)
    }
}

/// Why no agenda can be given, or an override not be judged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FitError {
    /// More than [`MOST_TOPICS`] topics.
    #[error("{given} topics are too many to fit at once: give at most {MOST_TOPICS}")]
    TooManyTopics {
        /// How many were given.
        given: usize,
    },
    /// A topic without an id.
    #[error("the topic at place {place} has no id")]
    NoId {
        /// Its place in the request, counted from 1.
        place: usize,
    },
    /// Two topics with one id.
    #[error("two topics have the id {id:?}: an id is used once")]
    IdTwice {
        /// The id.
        id: String,
    },
    /// A topic that wants no time.
    #[error("the topic {id:?} has 0 minutes: a topic takes at least 1")]
    NoMinutes {
        /// The topic.
        id: String,
    },
    /// The topics pinned in are together longer than the box.
    #[error(
        "the topics pinned in do not fit together: {} take {minutes} minutes, the box has {room}",
        ids.join(", ")
    )]
    PinsDoNotFit {
        /// All topics pinned in, in the order of the request.
        ids: Vec<String>,
        /// The minutes they take together.
        minutes: u64,
        /// The minutes of the box.
        room: u32,
    },
    /// An exact answer would need more memory than is allowed.
    #[error(
        "these topics cannot be fitted exactly: too many have long and odd minutes; give minutes in fives, or fewer topics"
    )]
    TooHard,
    /// An override names a topic that the request does not have.
    #[error("there is no topic {id:?}")]
    UnknownTopic {
        /// The id.
        id: String,
    },
    /// An override names a topic twice.
    #[error("the topic {id:?} is chosen twice")]
    ChosenTwice {
        /// The id.
        id: String,
    },
}

/// The topics pinned in, known to fit together.
pub(super) struct Pinned {
    pub ids: Vec<String>,
    pub minutes: u32,
}

impl Pinned {
    /// By how many minutes this topic misses the box when all pins are obeyed.
    pub fn over(&self, topic: &Topic, room: u32) -> u32 {
        if topic.pin == Some(Pin::In) {
            return 0;
        }
        topic.minutes.saturating_sub(room - self.minutes)
    }
}

impl Request {
    pub(super) fn check(&self) -> Result<Pinned, FitError> {
        let given = self.topics.len();
        if given > MOST_TOPICS {
            return Err(FitError::TooManyTopics { given });
        }
        let mut seen = BTreeSet::new();
        for (topic, place) in self.topics.iter().zip(1..) {
            let id = || topic.id.clone();
            if topic.id.trim().is_empty() {
                return Err(FitError::NoId { place });
            }
            if !seen.insert(&topic.id) {
                return Err(FitError::IdTwice { id: id() });
            }
            if topic.minutes == 0 {
                return Err(FitError::NoMinutes { id: id() });
            }
        }
        let pinned = || self.topics.iter().filter(|topic| topic.pin == Some(Pin::In));
        let ids = pinned().map(|topic| topic.id.clone()).collect();
        let minutes: u64 = pinned().map(|topic| u64::from(topic.minutes)).sum();
        match u32::try_from(minutes) {
            Ok(minutes) if minutes <= self.minutes => Ok(Pinned { ids, minutes }),
            _ => Err(FitError::PinsDoNotFit { ids, minutes, room: self.minutes }),
        }
    }
}

/// Reads a `u32`, and says what was expected in words a person can read instead of "u32".
fn whole_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    struct WholeNumber;
    impl Visitor<'_> for WholeNumber {
        type Value = u32;
        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(formatter, "a whole number from 0 to {}", u32::MAX)
        }
        fn visit_u64<E: de::Error>(self, number: u64) -> Result<u32, E> {
            u32::try_from(number).map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))
        }
        fn visit_i64<E: de::Error>(self, number: i64) -> Result<u32, E> {
            u32::try_from(number).map_err(|_| E::invalid_value(de::Unexpected::Signed(number), &self))
        }
    }
    deserializer.deserialize_u32(WholeNumber)
}
