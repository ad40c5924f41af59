//! The agenda of one gathering, fitted to its time box by an exact method.
//!
//! **What is best.** A topic's value is `max(1, hear + 2·share + 3·min(carried, 2))`. Of the chosen
//! topics of one proposer the most valuable earns `2·value` points and each other `value`, so that
//! a second person counts for more than a second topic. The chosen minutes sum to at most the box;
//! a topic pinned in is chosen, one pinned out is not. The points are made as large as possible;
//! among agendas of equal points the one with more distinct proposers is taken, then the one with
//! fewer minutes, then the one whose sorted list of ids comes first.
//!
//! **How it is found.** By a table of undominated partial agendas, grown from both ends of the topic
//! list until the ends meet (`solve.rs`). Nothing is rounded and no time limit cuts it short; what
//! would need too much memory is refused ([`FitError::TooHard`]), never answered roughly. Thirty
//! topics are always answered, with minutes however long and odd.
//!
//! **In which order it is spoken.** Topics that waited longest come first (most often carried
//! over), then the more valuable, then by id; but nobody speaks twice in a row if that can be
//! avoided. The order in which topics were given, and pins, do not move a topic: the host may.
//!
//! ```
//! let answer = planner::agenda::answer(
//!     r#"{"minutes":20,"topics":[
//!         {"id":"robots","minutes":15,"hear":4,"share":1,"carried":0,"by":"p1","pin":null},
//!         {"id":"poetry","minutes":10,"hear":1,"share":0,"carried":0,"by":"p2"}]}"#,
//! )
//! .unwrap();
//! assert_eq!(
//!     answer,
//!     r#"{"chosen":["robots"],"points":12,"minutes":15,"left_out":[{"id":"poetry","why":"The best agenda that includes it earns 10 points less: it pushes out robots."}]}"#
//! );
//! ```

mod answer;
mod cost;
mod front;
mod order;
mod request;
mod solve;
mod why;

#[cfg(test)]
mod tests;

pub use answer::{AnswerError, ReadError, answer, read};
pub use cost::{Earned, Override, cost_of};
pub use request::{FitError, MOST_TOPICS, Pin, Request, Topic};
pub use why::{LeftOut, Tie, Why};

use serde::Serialize;

use request::Pinned;
use solve::{Choice, Limits, Solution};

/// The best agenda for a [`Request`]. Serialised, it is what `klatsch plan agenda` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agenda {
    /// The ids of the chosen topics, in speaking order.
    pub chosen: Vec<String>,
    /// What the chosen topics earn together.
    pub points: u64,
    /// The minutes the chosen topics take together, at most the box.
    pub minutes: u32,
    /// Every other topic, in the order of the request, with its reason.
    pub left_out: Vec<LeftOut>,
}

/// Fits the best agenda.
///
/// # Errors
/// A request that contradicts itself (an id twice, a topic of no minutes, pinned-in topics that do
/// not fit together, more than [`MOST_TOPICS`] topics), or one that cannot be solved exactly in
/// the memory allowed, which takes dozens of topics with long and odd minutes.
pub fn fit(request: &Request) -> Result<Agenda, FitError> {
    fit_within(request, Limits::default())
}

fn fit_within(request: &Request, limits: Limits) -> Result<Agenda, FitError> {
    let pinned = request.check()?;
    let candidates: Vec<&Topic> = request
        .topics
        .iter()
        .filter(|topic| topic.pin != Some(Pin::Out) && pinned.over(topic, request.minutes) == 0)
        .collect();
    let Solution { best, instead } = solve::solve(&candidates, request.minutes, limits)?;
    let left_out = request
        .topics
        .iter()
        .filter(|topic| !best.has(topic))
        .map(|topic| LeftOut { id: topic.id.clone(), why: why_not(topic, request.minutes, &pinned, &best, &instead) })
        .collect();
    Ok(Agenda { chosen: order::speaking(&best.topics), points: best.points, minutes: best.minutes, left_out })
}

fn why_not(topic: &Topic, room: u32, pinned: &Pinned, best: &Choice<'_>, instead: &[(&Topic, Choice<'_>)]) -> Why {
    if topic.pin == Some(Pin::Out) {
        return Why::PinnedOut;
    }
    if topic.minutes > room {
        let over = topic.minutes - room;
        return Why::TooLong { over };
    }
    let over = pinned.over(topic, room);
    if over > 0 {
        let beside = pinned.ids.clone();
        return Why::PinsLeaveNoRoom { over, beside };
    }
    match instead.iter().find(|(other, _)| other.id == topic.id) {
        Some((_, with)) => Why::compare(topic, best, with),
        None => Why::NoRoom,
    }
}
