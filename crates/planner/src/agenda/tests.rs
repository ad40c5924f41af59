#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

//! What the tests share: short ways to ask, and the definition of the best agenda written down
//! once more, as plainly as possible, trying every subset.

mod hard;
mod overrides;
mod properties;
mod reading;
mod rules;
mod speaking;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::*;

fn topic(id: &str, by: &str, minutes: u32, hear: u32) -> Topic {
    Topic { id: id.into(), minutes, hear, share: 0, carried: 0, by: by.into(), pin: None }
}

impl Topic {
    fn pinned(mut self, pin: Pin) -> Self {
        self.pin = Some(pin);
        self
    }

    fn carried(mut self, times: u32) -> Self {
        self.carried = times;
        self
    }
}

fn request(minutes: u32, topics: Vec<Topic>) -> Request {
    Request { minutes, topics }
}

fn best(minutes: u32, topics: Vec<Topic>) -> Agenda {
    fit(&request(minutes, topics)).unwrap()
}

fn sorted(ids: &[String]) -> Vec<String> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids
}

fn why<'a>(agenda: &'a Agenda, id: &str) -> &'a Why {
    let left_out = agenda.left_out.iter().find(|left_out| left_out.id == id);
    &left_out.unwrap_or_else(|| panic!("{id} is in")).why
}

/// An agenda by the letter of its definition; smaller is better.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Tried {
    points: Reverse<u64>,
    proposers: Reverse<usize>,
    minutes: u64,
    ids: Vec<String>,
}

fn tried(topics: &[&Topic]) -> Tried {
    let mut of: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for topic in topics {
        let value = i64::from(topic.hear) + 2 * i64::from(topic.share) + 3 * std::cmp::min(i64::from(topic.carried), 2);
        let value = u64::try_from(std::cmp::max(1, value)).unwrap();
        of.entry(&topic.by).or_default().push(value);
    }
    let points = of.values().map(|values| values.iter().sum::<u64>() + values.iter().max().unwrap()).sum();
    let mut ids: Vec<String> = topics.iter().map(|topic| topic.id.clone()).collect();
    ids.sort();
    Tried {
        points: Reverse(points),
        proposers: Reverse(of.len()),
        minutes: topics.iter().map(|topic| u64::from(topic.minutes)).sum(),
        ids,
    }
}

/// The best of all subsets that fit, obey the pins and include `with`.
fn try_all(request: &Request, with: Option<&str>) -> Option<Tried> {
    let mut best: Option<Tried> = None;
    for subset in 0_u32..1 << request.topics.len() {
        let is_in = |place: usize| subset >> place & 1 == 1;
        let topics = || request.topics.iter().enumerate();
        let minutes: u64 = topics().filter(|(place, _)| is_in(*place)).map(|(_, topic)| u64::from(topic.minutes)).sum();
        let obeyed = topics().all(|(place, topic)| match topic.pin {
            Some(Pin::In) => is_in(place),
            Some(Pin::Out) => !is_in(place),
            None => is_in(place) || with != Some(topic.id.as_str()),
        });
        if !obeyed || minutes > u64::from(request.minutes) {
            continue;
        }
        let chosen: Vec<&Topic> = topics().filter(|(place, _)| is_in(*place)).map(|(_, topic)| topic).collect();
        let this = tried(&chosen);
        if best.as_ref().is_none_or(|best| this < *best) {
            best = Some(this);
        }
    }
    best
}
