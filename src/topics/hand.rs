//! What a host does to an agenda by hand: the form around it always posts the whole order as the host
//! saw it, and perhaps one deed on top.

use std::str::FromStr;

use super::agenda::{Pin, Table};
use crate::ids::TopicId;
use crate::web::{Input, Problems};

/// One deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The order itself: something was dragged.
    Order,
    /// One place earlier.
    Up(TopicId),
    /// One place later.
    Down(TopicId),
    /// Onto the agenda, at its end.
    Add(TopicId),
    /// A pin in, a pin out, or no pin any more.
    Pin(TopicId, Option<Pin>),
}

struct Move(Deed);

impl FromStr for Move {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (way, id) = text.split_once(':').ok_or(())?;
        let id: TopicId = id.parse().map_err(|_| ())?;
        match way {
            "up" => Ok(Move(Deed::Up(id))),
            "down" => Ok(Move(Deed::Down(id))),
            "in" => Ok(Move(Deed::Pin(id, Some(Pin::In)))),
            "out" => Ok(Move(Deed::Pin(id, Some(Pin::Out)))),
            "none" => Ok(Move(Deed::Pin(id, None))),
            _ => Err(()),
        }
    }
}

/// What a host posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    /// The version of the agenda the host saw.
    pub version: i64,
    /// The order the host saw, or dragged.
    pub order: Vec<TopicId>,
    /// What to do on top.
    pub deed: Deed,
}

impl Hand {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong, by field.
    pub fn read(input: &Input) -> Result<Hand, Problems> {
        let mut problems = Problems::new();
        let version = input.needed_number("version", 0..=i64::MAX, &mut problems);
        let order = input.choices("topic", &mut problems);
        let moved = input.choice::<Move>("move", &mut problems).map(|moved| moved.0);
        let pinned = input.choice::<Move>("pin", &mut problems).map(|moved| moved.0);
        let added = input.choice::<TopicId>("add", &mut problems).map(Deed::Add);
        problems.or(Hand { version, order, deed: moved.or(pinned).or(added).unwrap_or(Deed::Order) })
    }

    /// The order it leads to: only topics that are on the table, each once.
    pub fn order(&self, table: &Table) -> Vec<TopicId> {
        let mut order: Vec<TopicId> = Vec::with_capacity(self.order.len() + 1);
        for id in &self.order {
            if table.topic(*id).is_some() && !order.contains(id) {
                order.push(*id);
            }
        }
        let place = |id: TopicId| order.iter().position(|other| *other == id);
        match self.deed {
            Deed::Up(id) => {
                if let Some(place) = place(id).filter(|place| *place > 0) {
                    order.swap(place - 1, place);
                }
            }
            Deed::Down(id) => {
                if let Some(place) = place(id).filter(|place| place + 1 < order.len()) {
                    order.swap(place, place + 1);
                }
            }
            Deed::Add(id) | Deed::Pin(id, Some(Pin::In)) => {
                if place(id).is_none() && table.topic(id).is_some() {
                    order.push(id);
                }
            }
            Deed::Pin(id, Some(Pin::Out)) => order.retain(|other| *other != id),
            Deed::Pin(_, None) | Deed::Order => {}
        }
        order
    }
}
