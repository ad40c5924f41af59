//! Everybody repels everybody, the far ones as a group.

use super::Point;

/// A group counts as one when its width is less than this share of how far it is away.
const FAR: f64 = 0.9;
/// A cell of more than this counts as one also for those in it: they will soon not be.
const CROWD: usize = 48;
/// How hard two of mass 1 repel at distance 1.
const HARD: f64 = 10.0;

#[derive(Debug, Clone, Copy, Default)]
struct Group {
    mass: f64,
    /// Sums of place by mass.
    x: f64,
    y: f64,
}

/// Grids of 1, 4, 16, ... cells, and who is in which cell of the finest. Kept from round to round for its memory.
pub struct Field {
    /// The finest grid has 2^levels cells each way.
    levels: u32,
    /// All grids, the coarsest first.
    groups: Vec<Group>,
    /// The cell of each.
    cells: Vec<u32>,
    /// Where the members of each cell of the finest grid begin in `members`.
    starts: Vec<u32>,
    members: Vec<u32>,
    left: f64,
    top: f64,
    width: f64,
}

/// Where a grid begins among the groups.
fn offset(level: u32) -> usize {
    ((1usize << (2 * level)) - 1) / 3
}

impl Field {
    /// For so many, about two to a cell.
    pub fn new(people: usize) -> Field {
        let levels = (1..9).find(|level| (1usize << (2 * level)) * 2 >= people).unwrap_or(9);
        Field {
            levels,
            groups: vec![Group::default(); offset(levels + 1)],
            cells: vec![0; people],
            starts: vec![0; (1 << (2 * levels)) + 1],
            members: vec![0; people],
            left: 0.0,
            top: 0.0,
            width: 1.0,
        }
    }

    fn side(&self) -> u32 {
        1 << self.levels
    }

    /// Sorts everybody into cells (by counting, so in the order of numbers) and adds the groups up.
    fn fill(&mut self, places: &[Point], mass: &[f64]) {
        let least = |of: fn(&Point) -> f64| places.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&Point) -> f64| places.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        (self.left, self.top) = (least(|place| place.x), least(|place| place.y));
        self.width = (most(|place| place.x) - self.left).max(most(|place| place.y) - self.top).max(1e-9);
        let side = self.side();
        let cell = |value: f64, from: f64| {
            // A cast of a float stops at the ends of the range.
            (((value - from) / self.width * f64::from(side)) as u32).min(side - 1)
        };
        self.groups.fill(Group::default());
        self.starts.fill(0);
        let finest = offset(self.levels);
        for ((place, mass), at) in places.iter().zip(mass).zip(self.cells.iter_mut()) {
            *at = cell(place.y, self.top) * side + cell(place.x, self.left);
            if let Some(group) = self.groups.get_mut(finest + *at as usize) {
                group.mass += mass;
                group.x += place.x * mass;
                group.y += place.y * mass;
            }
            if let Some(start) = self.starts.get_mut(*at as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        let mut next = self.starts.clone();
        for (person, cell) in (0..).zip(&self.cells) {
            if let Some(place) = next.get_mut(*cell as usize) {
                if let Some(member) = self.members.get_mut(*place as usize) {
                    *member = person;
                }
                *place += 1;
            }
        }
        for level in (0..self.levels).rev() {
            let side = 1usize << level;
            for row in 0..side {
                for column in 0..side {
                    let mut sum = Group::default();
                    for (down, right) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
                        let below = offset(level + 1) + (row * 2 + down) * side * 2 + column * 2 + right;
                        if let Some(group) = self.groups.get(below) {
                            sum = Group { mass: sum.mass + group.mass, x: sum.x + group.x, y: sum.y + group.y };
                        }
                    }
                    if let Some(group) = self.groups.get_mut(offset(level) + row * side + column) {
                        *group = sum;
                    }
                }
            }
        }
    }

    /// The force on each.
    pub fn repulsion(&mut self, places: &[Point], mass: &[f64]) -> Vec<Point> {
        self.fill(places, mass);
        let mut waiting = Vec::new();
        (0u32..)
            .zip(places)
            .zip(mass)
            .map(|((person, place), mass_of)| {
                let mut force = Point { x: 0.0, y: 0.0 };
                let mut push = |from: Point, mass: f64| {
                    let (dx, dy) = (place.x - from.x, place.y - from.y);
                    let square = dx * dx + dy * dy;
                    // Two on one spot are driven apart by their numbers' parity, elsewhere never.
                    let (dx, dy, square) = if square > 1e-12 {
                        (dx, dy, square)
                    } else {
                        (if person % 2 == 0 { 1e-3 } else { -1e-3 }, 1e-3, 1e-6)
                    };
                    let strength = HARD * mass * mass_of / square;
                    force.x += dx * strength;
                    force.y += dy * strength;
                };
                waiting.clear();
                waiting.push((0u32, 0u32, 0u32));
                while let Some((level, row, column)) = waiting.pop() {
                    let side = 1u32 << level;
                    let Some(group) = self.groups.get(offset(level) + (row * side + column) as usize) else { continue };
                    if group.mass <= 0.0 {
                        continue;
                    }
                    let centre = Point { x: group.x / group.mass, y: group.y / group.mass };
                    let width = self.width / f64::from(side);
                    let (dx, dy) = (place.x - centre.x, place.y - centre.y);
                    if width * width < FAR * FAR * (dx * dx + dy * dy) {
                        push(centre, group.mass);
                    } else if level < self.levels {
                        waiting.extend(
                            [(0, 0), (0, 1), (1, 0), (1, 1)]
                                .map(|(down, right)| (level + 1, row * 2 + down, column * 2 + right)),
                        );
                    } else {
                        let cell = (row * side + column) as usize;
                        let range = self.starts.get(cell).copied().unwrap_or(0) as usize
                            ..self.starts.get(cell + 1).copied().unwrap_or(0) as usize;
                        if range.len() > CROWD {
                            push(centre, group.mass);
                            continue;
                        }
                        for &other in self.members.get(range).unwrap_or_default() {
                            if other != person
                                && let (Some(from), Some(mass)) = (places.get(other as usize), mass.get(other as usize))
                            {
                                push(*from, *mass);
                            }
                        }
                    }
                }
                force
            })
            .collect()
    }
}
