//! Rows as they are written: only what a sample says of a thing, the rest is as the tables have it by default.

use jiff::civil::Date;

use crate::answers::Answer;
use crate::attendance::State;
use crate::clock::Instant;
use crate::gatherings::Audience;
use crate::ids::{GatheringId, PersonId, SchoolId, SeriesId, TopicId};

/// A series that meets once a week at noon.
#[derive(Debug, Clone, Copy)]
pub struct Series {
    pub id: SeriesId,
    pub title: &'static str,
    pub first: Date,
    pub last: Date,
    pub school: Option<SchoolId>,
    pub audience: Audience,
    pub host: PersonId,
    pub made: Instant,
}

/// A gathering of a series.
#[derive(Debug, Clone, Copy)]
pub struct Gathering {
    pub id: GatheringId,
    pub series: Series,
    pub date: Date,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub cancelled: bool,
}

/// A person tied to a series: who hosts it, is invited, or said yes to it.
#[derive(Debug, Clone, Copy)]
pub struct Tied {
    pub series: SeriesId,
    pub person: PersonId,
}

/// An answer to a gathering.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    pub gathering: GatheringId,
    pub series: SeriesId,
    pub person: PersonId,
    pub answer: Answer,
    pub own: bool,
    pub at: Instant,
}

/// Who was there.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    pub gathering: GatheringId,
    pub series: SeriesId,
    pub person: PersonId,
    pub state: State,
    pub host: PersonId,
    pub at: Instant,
}

/// A topic of a gathering.
#[derive(Debug, Clone, Copy)]
pub struct Topic {
    pub id: TopicId,
    pub gathering: GatheringId,
    pub series: SeriesId,
    pub person: PersonId,
    pub title: &'static str,
    pub shared: bool,
    pub at: Instant,
}

/// Someone keen to hear a topic.
#[derive(Debug, Clone, Copy)]
pub struct Keen {
    pub topic: TopicId,
    pub person: PersonId,
}

/// The agenda of a gathering that is over: its host, its topics in speaking order, and the guests counted.
#[derive(Debug, Clone)]
pub struct Agenda {
    pub gathering: GatheringId,
    pub series: SeriesId,
    pub host: PersonId,
    pub topics: Vec<TopicId>,
    pub guests: i64,
}
