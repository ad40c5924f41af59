//! A picture of a graph: where everybody stands, so that who is tied stands near.
//!
//! Each part of the graph is laid out by forces: everybody repels everybody (the more ties, the more, so that
//! busy people do not sit on each other), ties pull (ForceAtlas2's forces, Jacomy et al. 2014), and steps
//! become shorter until it is still (Fruchterman & Reingold 1991). Those far away repel as a group (Barnes &
//! Hut 1986), on a grid of grids. Then the parts are packed beside each other, those without ties in rows below.
//!
//! The same graph and seed give the same picture bit for bit: everything is added up in the order of numbers,
//! in one thread.

mod chance;
mod field;
mod pack;

use chance::Chance;
use field::Field;

use crate::{Graph, components};

/// A place in the picture, from the upper left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Where everybody stands. Somebody takes about one unit of length.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// By number.
    pub points: Vec<Point>,
    /// How wide the picture is; every point is between 0 and this.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// How often everybody moves: the fewer the more there are, so that a large picture takes its two seconds.
fn rounds(people: usize) -> u32 {
    match people {
        0..=200 => 400,
        201..=1000 => 250,
        1001..=10_000 => 160,
        _ => 80,
    }
}

/// Lays a graph out.
pub fn layout(graph: &Graph, seed: u64) -> Layout {
    let parts = components(graph);
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); parts.sizes.len()];
    for (person, part) in (0..).zip(&parts.of) {
        if let Some(part) = members.get_mut(*part as usize) {
            part.push(person);
        }
    }
    // The largest first; equal ones stay in the order of their lowest number, since sorting keeps it.
    members.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let drawn = members.into_iter().map(|part| {
        let places = if part.len() == 1 { vec![Point { x: 0.0, y: 0.0 }] } else { settle(graph, &part, seed) };
        (part, places)
    });
    pack::pack(graph.people() as usize, drawn.collect())
}

/// Ties of one part, by the place of people in it.
fn pulls(graph: &Graph, part: &[u32]) -> Vec<(u32, u32, f64)> {
    let place = |person: u32| part.binary_search(&person).ok().and_then(|place| u32::try_from(place).ok());
    let mut pulls = Vec::new();
    for (one, person) in (0..).zip(part) {
        for (other, strength) in graph.tied_to(*person).iter().zip(graph.strengths(*person)) {
            if person < other
                && let Some(other) = place(*other)
            {
                // A tie of a hundred lunches is not a hundred times as short.
                pulls.push((one, other, (1.0 + strength).ln()));
            }
        }
    }
    pulls
}

/// Places for the people of one part, around nought.
fn settle(graph: &Graph, part: &[u32], seed: u64) -> Vec<Point> {
    let mut chance = Chance::new(seed ^ u64::from(part.first().copied().unwrap_or(0)));
    let size = part.len() as f64;
    let mass: Vec<f64> = part.iter().map(|person| 1.0 + f64::from(graph.degree(*person))).collect();
    let pulls = pulls(graph, part);
    let pull: f64 = pulls.iter().map(|pull| pull.2).sum::<f64>() / pulls.len().max(1) as f64;
    let extent = 10.0 * size.sqrt();
    let mut places: Vec<Point> =
        part.iter().map(|_| Point { x: chance.around(extent), y: chance.around(extent) }).collect();
    let mut field = Field::new(part.len());
    let rounds = rounds(part.len());
    let mut step = extent / 4.0;
    // The last steps are a thousandth of the first.
    let cooling = 0.001_f64.powf(1.0 / f64::from(rounds));
    for _ in 0..rounds {
        let mut forces = field.repulsion(&places, &mass);
        for &(one, other, strength) in &pulls {
            let (Some(from), Some(to)) = (places.get(one as usize).copied(), places.get(other as usize).copied())
            else {
                continue;
            };
            let (dx, dy) = ((to.x - from.x) * strength / pull, (to.y - from.y) * strength / pull);
            if let Some(force) = forces.get_mut(one as usize) {
                (force.x, force.y) = (force.x + dx, force.y + dy);
            }
            if let Some(force) = forces.get_mut(other as usize) {
                (force.x, force.y) = (force.x - dx, force.y - dy);
            }
        }
        for ((place, force), mass) in places.iter_mut().zip(&forces).zip(&mass) {
            let length = (force.x * force.x + force.y * force.y).sqrt();
            // Heavy ones have larger forces; a step is at most as long as the force by mass asks.
            let far = step.min(length / mass);
            if length > 0.0 {
                place.x += force.x / length * far;
                place.y += force.y / length * far;
            }
        }
        step *= cooling;
    }
    places
}
