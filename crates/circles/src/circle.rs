//! What there is to join.

use jiff::civil::Date;

use crate::answers::{Level, School};

/// What a circle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A series of gatherings.
    Series,
    /// A network.
    Network,
}

/// A date on which a circle meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The gathering.
    pub key: String,
    /// The day.
    pub date: Date,
    /// Whether no place is left.
    pub full: bool,
}

/// Somebody who can greet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// Who.
    pub key: String,
    /// Their school, where they have one.
    pub school: Option<String>,
    /// What one may ask them about, in their words.
    pub knows: String,
    /// How many newcomers they were named to lately.
    pub greeting: usize,
}

/// A series or a network that the newcomer may join: whoever hands it in has seen to that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// What it is known by.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// What is spoken of in it: titles and tags of topics.
    pub topics: Vec<String>,
    /// When it meets next, in time; the first few are enough.
    pub meetings: Vec<Meeting>,
    /// The school where it meets.
    pub school: Option<School>,
    /// For which levels it is: of its school or its purpose; none is all.
    pub levels: Vec<Level>,
    /// Whether one can take part from afar.
    pub from_afar: bool,
    /// Who hosts it.
    pub hosts: Vec<Host>,
    /// How many people usually come; none where it has not met yet.
    pub usual: Option<u32>,
    /// Whether it looks for things to be brought or done.
    pub wants_hands: bool,
}
