//! The parts of a picture beside each other.

use super::{Layout, Point};

/// Between two parts.
const GAP: f64 = 2.0;
/// How near two of a part may be, and how often who is nearer is pushed away.
const APART: f64 = 0.85;
const ROUNDS: u32 = 40;
/// How much wider than high the whole should be.
const WIDER: f64 = 1.4;

struct Box {
    people: Vec<u32>,
    places: Vec<Point>,
    width: f64,
    height: f64,
}

/// Turns a part so that it is wider than high where it can, and scales it so that each has a unit of area or so.
fn boxed(people: Vec<u32>, mut places: Vec<Point>) -> Box {
    let count = places.len() as f64;
    let mean = |of: fn(&Point) -> f64| places.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|place| place.x), mean(|place| place.y));
    let sum = |of: &dyn Fn(f64, f64) -> f64| places.iter().map(|place| of(place.x - x, place.y - y)).sum::<f64>();
    let (xx, yy, xy) = (sum(&|x, _| x * x), sum(&|_, y| y * y), sum(&|x, y| x * y));
    // The angle of the longest axis.
    let angle = 0.5 * (2.0 * xy).atan2(xx - yy);
    let (sin, cos) = angle.sin_cos();
    for place in &mut places {
        let (dx, dy) = (place.x - x, place.y - y);
        *place = Point { x: dx * cos + dy * sin, y: dy * cos - dx * sin };
    }
    let bounds = |places: &[Point]| {
        let least = |of: fn(&Point) -> f64| places.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&Point) -> f64| places.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (left, top) = (least(|place| place.x), least(|place| place.y));
        (left, top, most(|place| place.x) - left, most(|place| place.y) - top)
    };
    let (_, _, wide, high) = bounds(&places);
    // A circle of a given area is longer than its square root; a line of people is as long as they are many.
    let target = (count.sqrt() * 1.6).min(count - 1.0).max(0.0);
    let longest = wide.max(high);
    let scale = if longest > 0.0 { target / longest } else { 0.0 };
    for place in &mut places {
        *place = Point { x: place.x * scale, y: place.y * scale };
    }
    spread(&mut places);
    let (left, top, wide, high) = bounds(&places);
    for place in &mut places {
        *place = Point { x: place.x - left + 0.5, y: place.y - top + 0.5 };
    }
    Box { people, places, width: wide + 1.0, height: high + 1.0 }
}

/// Pushes apart who would sit on each other. In the order from left to right each looks only at those near by.
fn spread(places: &mut [Point]) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    for _ in 0..ROUNDS {
        let x = |at: usize| places.get(at).map_or(0.0, |place| place.x);
        order.sort_by(|one, other| x(*one).total_cmp(&x(*other)).then(one.cmp(other)));
        let mut still = true;
        for (rank, &one) in order.iter().enumerate() {
            for &other in order.get(rank + 1..).unwrap_or_default() {
                let (Some(here), Some(there)) = (places.get(one).copied(), places.get(other).copied()) else { break };
                // Pushes of this round may have put the order out a little.
                if there.x - here.x > APART {
                    break;
                }
                let (dx, dy) = (there.x - here.x, there.y - here.y);
                let far = dx.hypot(dy);
                if far >= APART {
                    continue;
                }
                still = false;
                let (dx, dy) = if far > 1e-9 { (dx / far, dy / far) } else { (0.0, 1.0) };
                let push = (APART - far) / 2.0 * 0.9;
                if let Some(place) = places.get_mut(one) {
                    *place = Point { x: place.x - dx * push, y: place.y - dy * push };
                }
                if let Some(place) = places.get_mut(other) {
                    *place = Point { x: place.x + dx * push, y: place.y + dy * push };
                }
            }
        }
        if still {
            break;
        }
    }
}

/// Puts the parts on shelves, the largest first.
pub fn pack(people: usize, parts: Vec<(Vec<u32>, Vec<Point>)>) -> Layout {
    let boxes: Vec<Box> = parts.into_iter().map(|(people, places)| boxed(people, places)).collect();
    let room = |of: &Box| if of.people.len() == 1 { 1.0 } else { (of.width + GAP) * (of.height + GAP) };
    let area: f64 = boxes.iter().map(room).sum();
    let widest = boxes.iter().map(|of| of.width).fold(0.0, f64::max);
    let width = (area * WIDER).sqrt().max(widest).max(1.0);
    let mut points = vec![Point { x: 0.0, y: 0.0 }; people];
    let (mut x, mut y, mut shelf, mut alone) = (0.0_f64, 0.0_f64, 0.0_f64, false);
    for of in &boxes {
        let gap = if of.people.len() == 1 { 0.0 } else { GAP };
        let begins_alone = of.people.len() == 1 && !alone;
        if x > 0.0 && (x + of.width > width || begins_alone) {
            y += shelf + if begins_alone { GAP } else { gap };
            (x, shelf) = (0.0, 0.0);
        }
        alone = of.people.len() == 1;
        for (person, place) in of.people.iter().zip(&of.places) {
            if let Some(point) = points.get_mut(*person as usize) {
                *point = Point { x: x + place.x, y: y + place.y };
            }
        }
        x += of.width + gap;
        shelf = shelf.max(of.height);
    }
    Layout { points, width, height: y + shelf }
}
