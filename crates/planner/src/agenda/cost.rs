//! What an override costs: a choice made by hand beside the best one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Agenda, FitError, Pin, Request, Topic, fit};

/// A choice made by hand, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Override {
    /// What the choice earns.
    pub points: u64,
    /// The minutes it takes.
    pub minutes: u64,
    /// By how many minutes it is longer than the box; 0 when it fits.
    pub over: u64,
    /// The points it earns fewer than the best agenda. Negative when it earns more, which it can
    /// only by not fitting the box or by not obeying the pins.
    pub cost: i64,
    /// What it takes in that the best agenda leaves out, in the order of the choice.
    pub added: Vec<String>,
    /// What it leaves out that the best agenda takes in, in the best agenda's order.
    pub dropped: Vec<String>,
    /// Topics that are in though pinned out, or out though pinned in, in the order of the request.
    pub against_pins: Vec<String>,
    /// What each topic of the choice earns, in the order of the choice. For the best agenda itself
    /// this says where its points come from.
    pub earned: Vec<Earned>,
    /// The best agenda for the request, pins obeyed.
    pub best: Agenda,
}

/// What one chosen topic earns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earned {
    /// The topic.
    pub id: String,
    /// What it is worth ([`Topic::value`]).
    pub value: u64,
    /// What it earns here: twice its value if it is the most valuable chosen topic of its proposer
    /// (of equal ones, the one whose id comes first), else its value.
    pub points: u64,
}

/// Judges a choice made by hand, in any order, whether it fits or not.
///
/// # Errors
/// Those of [`fit`]; a chosen id that the request does not have, or that is chosen twice.
pub fn cost_of(request: &Request, chosen: &[String]) -> Result<Override, FitError> {
    let best = fit(request)?;
    let topics = look_up(request, chosen)?;
    let earned = earned(&topics);
    let points: u64 = earned.iter().map(|topic| topic.points).sum();
    let minutes: u64 = topics.iter().map(|topic| u64::from(topic.minutes)).sum();
    let is_chosen = |id: &String| chosen.contains(id);
    let against_pins = request
        .topics
        .iter()
        .filter(|topic| match topic.pin {
            Some(Pin::In) => !is_chosen(&topic.id),
            Some(Pin::Out) => is_chosen(&topic.id),
            None => false,
        })
        .map(|topic| topic.id.clone())
        .collect();
    Ok(Override {
        points,
        minutes,
        over: minutes.saturating_sub(request.minutes.into()),
        // Both are below 2⁴³: 256 topics of 2·(3·2³² + 6) points at most.
        cost: best.points.cast_signed() - points.cast_signed(),
        added: but(chosen, &best.chosen),
        dropped: but(&best.chosen, chosen),
        against_pins,
        earned,
        best,
    })
}

fn look_up<'a>(request: &'a Request, chosen: &[String]) -> Result<Vec<&'a Topic>, FitError> {
    let by_id: BTreeMap<&String, &Topic> = request.topics.iter().map(|t| (&t.id, t)).collect();
    let mut seen = BTreeSet::new();
    let look_up = |id: &String| {
        if !seen.insert(id.clone()) {
            return Err(FitError::ChosenTwice { id: id.clone() });
        }
        let topic = by_id.get(id).copied();
        topic.ok_or_else(|| FitError::UnknownTopic { id: id.clone() })
    };
    chosen.iter().map(look_up).collect()
}

fn earned(topics: &[&Topic]) -> Vec<Earned> {
    let mut finest: BTreeMap<&str, &Topic> = BTreeMap::new();
    for topic in topics {
        let held = finest.entry(&topic.by).or_insert(topic);
        if (Reverse(topic.value()), &topic.id) < (Reverse(held.value()), &held.id) {
            *held = topic;
        }
    }
    let earns = |topic: &&Topic| {
        let value = topic.value();
        let doubled = finest.get(topic.by.as_str()).is_some_and(|held| held.id == topic.id);
        Earned { id: topic.id.clone(), value, points: if doubled { 2 * value } else { value } }
    };
    topics.iter().map(earns).collect()
}

fn but(ids: &[String], others: &[String]) -> Vec<String> {
    let is_new = |id: &&String| !others.contains(id);
    ids.iter().filter(is_new).cloned().collect()
}
