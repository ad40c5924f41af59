//! The exact search.
//!
//! The topics stand in a row, those of one proposer together. Layers of undominated partial
//! agendas are grown from the left end and from the right end, always the shorter one, until they
//! meet; the best pair there is the best agenda. With minutes as people give them a front has at
//! most as many members as the box has minutes. With long and odd minutes it may double with every
//! topic, and then meeting in the middle makes 2·2¹⁵ of 2³⁰ for 30 topics.
//!
//! For every topic left out, the best agenda with it follows from the layers already there: the
//! beginning before the topic, the topic, the end after it.
//!
//! Rejected: an integer programming solver (a large dependency, and floating point inside for a
//! question of integers); branch and bound (fast as a rule, but 30 topics can be chosen for which
//! it visits all 2³⁰); a plain table over minutes (a box of a million minutes is a large table).

use std::collections::BTreeMap;

use super::front::{Ids, Item, Layer, State};
use super::{FitError, Pin, Topic};

/// What a search may use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Bytes of partial agendas kept for finding the best agenda.
    pub bytes: usize,
    /// Partial agendas visited for saying what each topic left out would cost.
    pub visits: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, visits: 20_000_000 }
    }
}

/// An agenda, not yet in speaking order.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    pub points: u64,
    pub proposers: u64,
    pub minutes: u32,
    /// Sorted by id.
    pub topics: Vec<&'a Topic>,
}

impl Choice<'_> {
    pub fn has(&self, topic: &Topic) -> bool {
        self.topics.binary_search_by(|chosen| chosen.id.cmp(&topic.id)).is_ok()
    }
}

pub(super) struct Solution<'a> {
    pub best: Choice<'a>,
    /// For topics left out, the best agenda that includes them; not for all, where
    /// [`Limits::visits`] did not suffice.
    pub instead: Vec<(&'a Topic, Choice<'a>)>,
}

/// Solves for topics of which each fits beside all that are pinned in.
pub(super) fn solve<'a>(candidates: &[&'a Topic], room: u32, limits: Limits) -> Result<Solution<'a>, FitError> {
    // One word holds the ids of an everyday request, and halves the memory.
    if candidates.len() <= 64 {
        solve_in::<1>(candidates, room, limits)
    } else {
        solve_in::<4>(candidates, room, limits)
    }
}

pub(super) fn solve_in<'a, const W: usize>(
    candidates: &[&'a Topic],
    room: u32,
    limits: Limits,
) -> Result<Solution<'a>, FitError> {
    let mut by_id = candidates.to_vec();
    by_id.sort_by(|a, b| a.id.cmp(&b.id));
    let row = row::<W>(&by_id, room);
    let items = row.iter().map(|(item, _)| *item).collect();
    let choice = |state: State<W>| Choice {
        points: state.points(),
        proposers: state.proposers(),
        minutes: state.minutes,
        topics: (0..).zip(&by_id).filter(|(rank, _)| state.ids.has(*rank)).map(|(_, topic)| *topic).collect(),
    };

    let mut search = Search::grow(items, room, limits)?;
    let best = choice(search.best().ok_or(FitError::TooHard)?);
    search.grow_on();
    let (mut instead, mut visits) = (Vec::new(), limits.visits);
    for (place, (_, topic)) in row.iter().enumerate() {
        if best.has(topic) {
            continue;
        }
        let Some(state) = search.best_with(place, &mut visits) else {
            break;
        };
        instead.push((*topic, choice(state)));
    }
    Ok(Solution { best, instead })
}

/// The topics as items: by proposer, the most valuable of each first.
fn row<'a, const W: usize>(by_id: &[&'a Topic], room: u32) -> Vec<(Item<W>, &'a Topic)> {
    // Every topic has a value, so if all fit, all are chosen; then there is nothing to search.
    let all_fit = by_id.iter().map(|t| u64::from(t.minutes)).sum::<u64>() <= room.into();
    let mut proposers: BTreeMap<&str, Vec<(usize, &Topic)>> = BTreeMap::new();
    for (rank, topic) in by_id.iter().enumerate() {
        proposers.entry(&topic.by).or_default().push((rank, topic));
    }
    let mut row = Vec::with_capacity(by_id.len());
    for mut own in proposers.into_values() {
        own.sort_by_key(|(rank, topic)| (std::cmp::Reverse(topic.value()), *rank));
        let last = own.len() - 1;
        for (place, (rank, topic)) in own.into_iter().enumerate() {
            let item = Item {
                minutes: topic.minutes,
                value: topic.value(),
                ids: Ids::only(rank),
                first: place == 0,
                last: place == last,
                must: all_fit || topic.pin == Some(Pin::In),
            };
            row.push((item, topic));
        }
    }
    row
}

struct Search<const W: usize> {
    items: Vec<Item<W>>,
    room: u32,
    /// Layer `i` holds what the items before place `i` can give.
    beginnings: Vec<Layer<W>>,
    /// Layer `i` holds what the last `i` items can give.
    ends: Vec<Layer<W>>,
    kept: usize,
    may_keep: usize,
}

impl<const W: usize> Search<W> {
    /// Grows both ends until they meet.
    fn grow(items: Vec<Item<W>>, room: u32, limits: Limits) -> Result<Self, FitError> {
        let mut search = Self {
            items,
            room,
            beginnings: vec![Layer::start()],
            ends: vec![Layer::start()],
            kept: 0,
            may_keep: limits.bytes / size_of::<State<W>>(),
        };
        while search.beginnings.len() + search.ends.len() < search.items.len() + 2 {
            let beginning = search.beginnings.last().map_or(0, Layer::len);
            let end = search.ends.last().map_or(0, Layer::len);
            let grown = if beginning <= end { search.grow_beginning() } else { search.grow_end() };
            if grown.is_none() || search.kept > search.may_keep {
                return Err(FitError::TooHard);
            }
        }
        Ok(search)
    }

    /// Grows both ends past each other, as long as their fronts hardly grow and memory lasts, so
    /// that fewer layers have to be made anew for each topic left out.
    fn grow_on(&mut self) {
        while calm(&self.beginnings) && self.kept < self.may_keep / 2 {
            if self.grow_beginning().is_none() {
                break;
            }
        }
        while calm(&self.ends) && self.kept < self.may_keep / 2 {
            if self.grow_end().is_none() {
                break;
            }
        }
    }

    fn grow_beginning(&mut self) -> Option<()> {
        let item = self.items.get(self.beginnings.len() - 1)?;
        let layer = self.beginnings.last()?.forward(item, self.room);
        self.kept += layer.len();
        self.beginnings.push(layer);
        Some(())
    }

    fn grow_end(&mut self) -> Option<()> {
        let item = self.items.get(self.items.len().checked_sub(self.ends.len())?)?;
        let layer = self.ends.last()?.backward(item, self.room);
        self.kept += layer.len();
        self.ends.push(layer);
        Some(())
    }

    /// What the items from this place on can give.
    fn end_at(&self, place: usize) -> Option<&Layer<W>> {
        self.ends.get(self.items.len().checked_sub(place)?)
    }

    fn best(&self) -> Option<State<W>> {
        let place = self.beginnings.len() - 1;
        self.beginnings.last()?.meet(self.end_at(place)?, self.room)
    }

    /// The best agenda that includes the item at this place; `None` if the visits left do not
    /// suffice to find it.
    fn best_with(&self, place: usize, visits: &mut usize) -> Option<State<W>> {
        let mut item = *self.items.get(place)?;
        item.must = true;
        let mut visit = |layer: &Layer<W>| {
            *visits = visits.checked_sub(layer.len())?;
            Some(())
        };
        if let Some(before) = self.beginnings.get(place) {
            let mut layer = before.forward(&item, self.room);
            let mut next = place + 1;
            loop {
                visit(&layer)?;
                if let Some(end) = self.end_at(next) {
                    visit(end)?;
                    return layer.meet(end, self.room);
                }
                layer = layer.forward(self.items.get(next)?, self.room);
                next += 1;
            }
        }
        let mut layer = self.end_at(place + 1)?.backward(&item, self.room);
        let mut from = place;
        loop {
            visit(&layer)?;
            if let Some(beginning) = self.beginnings.get(from) {
                visit(beginning)?;
                return beginning.meet(&layer, self.room);
            }
            from = from.checked_sub(1)?;
            layer = layer.backward(self.items.get(from)?, self.room);
        }
    }
}

/// Whether the last layer is less than half as long again as the one before it.
fn calm<const W: usize>(layers: &[Layer<W>]) -> bool {
    match layers {
        [.., before, last] => 2 * last.len() < 3 * before.len(),
        _ => true,
    }
}
