//! The order in which an agenda is spoken.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Topic;

/// The ids in speaking order: the longest carried first, then the more valuable, then by id; and
/// of what is left always the first after which everyone can still avoid speaking twice in a row.
pub(super) fn speaking(topics: &[&Topic]) -> Vec<String> {
    let mut waiting = topics.to_vec();
    waiting.sort_by_key(|topic| (Reverse(topic.carried), Reverse(topic.value()), &topic.id));
    let mut order = Vec::with_capacity(waiting.len());
    let mut speaker: Option<&str> = None;
    while !waiting.is_empty() {
        let another = |topic: &&Topic| speaker != Some(topic.by.as_str());
        let place = waiting
            .iter()
            .position(|topic| another(topic) && can_alternate_after(topic, &waiting))
            // One proposer has more than half of what is left: then at least not now.
            .or_else(|| waiting.iter().position(another))
            .unwrap_or(0);
        let next = waiting.remove(place);
        speaker = Some(&next.by);
        order.push(next.id.clone());
    }
    order
}

/// Whether the other topics can follow this one with no speaker twice in a row. They can when
/// nobody has more than half of them, rounded up; rounded down for the one who has just spoken.
fn can_alternate_after(topic: &Topic, waiting: &[&Topic]) -> bool {
    let mut shares: BTreeMap<&str, usize> = BTreeMap::new();
    for other in waiting.iter().filter(|other| other.id != topic.id) {
        *shares.entry(&other.by).or_default() += 1;
    }
    let left = waiting.len() - 1;
    shares.into_iter().all(|(by, share)| {
        let most = if by == topic.by { left / 2 } else { left.div_ceil(2) };
        share <= most
    })
}
