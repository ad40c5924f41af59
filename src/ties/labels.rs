//! Names on a drawing: on which side of its dot each has room, and which wait until one looks closer.

/// How high a name is, in units of the drawing (`.map-school .map-name` in web/styles/map.css).
const HIGH: f64 = 1.5;
/// How wide a letter is, about.
const LETTER: f64 = 0.78;
/// How far a dot reaches from its middle.
const DOT: f64 = 0.9;
/// Between a dot and its name.
const GAP: f64 = 0.4;

/// Where a name stands beside its dot, as the styles know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Below,
    Above,
    Right,
    Left,
    /// Nowhere yet: it has no room.
    Waits,
}

impl Side {
    /// The value of `data-name`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Above => "above",
            Self::Right => "right",
            Self::Left => "left",
            Self::Waits => "waits",
        }
    }
}

/// A name and the middle of its dot.
pub struct Label<'a> {
    pub name: &'a str,
    pub x: f64,
    pub y: f64,
    /// Names of more are placed first.
    pub weight: usize,
}

impl Label<'_> {
    fn bounds(&self, side: Side) -> Bounds {
        let wide = f64::from(u32::try_from(self.name.chars().count()).unwrap_or(u32::MAX)) * LETTER;
        let away = DOT + GAP;
        let (left, top) = match side {
            Side::Below | Side::Waits => (self.x - wide / 2.0, self.y + away),
            Side::Above => (self.x - wide / 2.0, self.y - away - HIGH),
            Side::Right => (self.x + away, self.y - HIGH / 2.0),
            Side::Left => (self.x - away - wide, self.y - HIGH / 2.0),
        };
        Bounds { left, top, right: left + wide, bottom: top + HIGH }
    }

    fn dot(&self) -> Bounds {
        Bounds { left: self.x - DOT, top: self.y - DOT, right: self.x + DOT, bottom: self.y + DOT }
    }
}

#[derive(Clone, Copy)]
struct Bounds {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Bounds {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn within(&self, width: f64, height: f64) -> bool {
        self.left >= 0.0 && self.right <= width && self.top >= 0.0 && self.bottom <= height
    }
}

/// For each name the first side on which it lies on no other name, on no dot, and inside the drawing. Names of more weight
/// choose first, then those that come first.
pub fn sides(labels: &[Label<'_>], width: f64, height: f64) -> Vec<Side> {
    let mut order: Vec<(usize, &Label<'_>)> = labels.iter().enumerate().collect();
    order.sort_by_key(|(place, label)| (std::cmp::Reverse(label.weight), *place));
    let mut taken: Vec<Bounds> = labels.iter().map(Label::dot).collect();
    let mut sides = vec![Side::Waits; labels.len()];
    for (place, label) in order {
        for side in [Side::Below, Side::Above, Side::Right, Side::Left] {
            let bounds = label.bounds(side);
            if bounds.within(width, height) && !taken.iter().any(|other| other.meets(&bounds)) {
                taken.push(bounds);
                if let Some(chosen) = sides.get_mut(place) {
                    *chosen = side;
                }
                break;
            }
        }
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::{Label, Side, sides};

    fn chosen(labels: &[(f64, f64, usize)]) -> Vec<Side> {
        let labels: Vec<_> = labels
            .iter()
            .map(|(x, y, weight)| Label { name: "Sample School", x: *x, y: *y, weight: *weight })
            .collect();
        sides(&labels, 100.0, 100.0)
    }

    #[test]
    fn a_name_stands_where_it_lies_on_no_other_and_on_no_dot() {
        assert_eq!(chosen(&[(50.0, 50.0, 0)]), [Side::Below]);
        assert_eq!(chosen(&[(50.0, 50.0, 0), (52.0, 50.0, 0)]), [Side::Below, Side::Above], "two names side by side");
        assert_eq!(chosen(&[(50.0, 50.0, 0), (50.0, 52.5, 0)]), [Side::Above, Side::Below], "a dot below");
        assert_eq!(chosen(&[(50.0, 99.0, 0)]), [Side::Above], "the edge of the drawing");
        assert_eq!(chosen(&[(1.0, 50.0, 0)]), [Side::Right]);
        assert_eq!(chosen(&[(99.0, 50.0, 0)]), [Side::Left]);
    }

    #[test]
    fn where_all_is_full_the_heavier_are_named_and_the_others_wait() {
        let heap: Vec<_> = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
            .into_iter()
            .zip(0..)
            .map(|(right, weight)| (50.0 + right, 50.0, weight))
            .collect();
        let sides = chosen(&heap);
        assert_eq!(sides.last(), Some(&Side::Below), "the heaviest has the first choice");
        assert!(sides.contains(&Side::Waits), "{sides:?}");
        assert_eq!(sides, chosen(&heap), "and always the same");
    }
}
