//! Why a topic is not on the agenda.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Topic;
use super::solve::Choice;

/// A topic that is not on the agenda, with the reason. Serialised, the reason is the English
/// sentence of its [`Display`](fmt::Display).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The topic.
    pub id: String,
    /// Why it is not on the agenda.
    pub why: Why,
}

/// Why a topic is not on the agenda, with the numbers, so that a page can say it in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The host pinned it out.
    PinnedOut,
    /// It is longer than the box.
    TooLong {
        /// Minutes by which it is longer, at least 1.
        over: u32,
    },
    /// It fits the box, but not beside the topics pinned in.
    PinsLeaveNoRoom {
        /// Minutes by which they are too long together, at least 1.
        over: u32,
        /// The topics pinned in, in the order of the request.
        beside: Vec<String>,
    },
    /// The best agenda that includes it earns fewer points than the agenda.
    WouldCost {
        /// How many fewer, at least 1.
        points: u64,
        /// What that agenda gives up, by id; never empty.
        instead_of: Vec<String>,
        /// What else that agenda takes in, by id; often empty.
        along_with: Vec<String>,
    },
    /// The best agenda that includes it earns as many points, but a tie-break is against it.
    Tied {
        /// The tie-break.
        by: Tie,
        /// What that agenda gives up, by id; never empty.
        instead_of: Vec<String>,
        /// What else that agenda takes in, by id; often empty.
        along_with: Vec<String>,
    },
    /// The best agenda has no room for it. Said only where finding the best agenda with it would
    /// have taken too long, which needs dozens of topics with long and odd minutes.
    NoRoom,
}

/// The rule that decided between two agendas of equal points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// That agenda has this many fewer proposers.
    FewerProposers(u64),
    /// It has as many proposers, and takes this many minutes more.
    MoreMinutes(u32),
    /// It has as many proposers and minutes; its sorted list of ids comes later.
    LaterIds,
}

impl Why {
    /// Compares the agenda with the best one that includes `topic`.
    pub(super) fn compare(topic: &Topic, best: &Choice<'_>, with: &Choice<'_>) -> Self {
        let ids = |of: &Choice<'_>, but: &Choice<'_>| -> Vec<String> {
            of.topics
                .iter()
                .filter(|other| !but.has(other) && other.id != topic.id)
                .map(|other| other.id.clone())
                .collect()
        };
        let instead_of = ids(best, with);
        let along_with = ids(with, best);
        let points = best.points - with.points;
        if points > 0 {
            return Self::WouldCost { points, instead_of, along_with };
        }
        let by = if with.proposers < best.proposers {
            Tie::FewerProposers(best.proposers - with.proposers)
        } else if with.minutes > best.minutes {
            Tie::MoreMinutes(with.minutes - best.minutes)
        } else {
            Tie::LaterIds
        };
        Self::Tied { by, instead_of, along_with }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PinnedOut => f.write_str("The host pinned it out."),
            Self::TooLong { over } => {
                write!(f, "It is {} longer than the time box.", minutes(*over))
            }
            Self::PinsLeaveNoRoom { over, beside } => write!(
                f,
                "It does not fit beside what is pinned in ({}): together they are {} too long.",
                list(beside),
                minutes(*over)
            ),
            Self::WouldCost { points, instead_of, along_with } => write!(
                f,
                "The best agenda that includes it earns {points} {} less: it pushes out {}{}.",
                if *points == 1 { "point" } else { "points" },
                list(instead_of),
                also(along_with)
            ),
            Self::Tied { by, instead_of, along_with } => write!(
                f,
                "The best agenda that includes it earns as many points, but {by}: it pushes out {}{}.",
                list(instead_of),
                also(along_with)
            ),
            Self::NoRoom => f.write_str("The best agenda has no room for it."),
        }
    }
}

impl fmt::Display for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FewerProposers(1) => f.write_str("hears one person fewer"),
            Self::FewerProposers(number) => write!(f, "hears {number} people fewer"),
            Self::MoreMinutes(more) => write!(f, "takes {} more", minutes(*more)),
            Self::LaterIds => f.write_str("comes later in the order of ids"),
        }
    }
}

impl Serialize for Why {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn minutes(number: u32) -> String {
    format!("{number} minute{}", if number == 1 { "" } else { "s" })
}

fn also(ids: &[String]) -> String {
    if ids.is_empty() {
        return String::new();
    }
    format!(" and brings in {}", list(ids))
}

fn list(ids: &[String]) -> String {
    match ids {
        [rest @ .., before, last] => {
            let mut words: Vec<&str> = rest.iter().map(String::as_str).collect();
            let pair = format!("{before} and {last}");
            words.push(&pair);
            words.join(", ")
        }
        _ => ids.concat(),
    }
}
