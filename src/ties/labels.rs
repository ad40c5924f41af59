//! Names on a drawing: which have room, and which wait until one looks closer.

/// How high a name is, in units of the drawing (`.map-school .map-name` in web/styles/map.css).
const HIGH: f64 = 1.5;
/// How wide a letter is, about.
const LETTER: f64 = 0.78;

/// Which of the names, each centred at its place, would lie on one that is more important or comes before it.
pub fn crowded(names: &[(&str, f64, f64)], importance: impl Fn(usize) -> usize) -> Vec<bool> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|place| (std::cmp::Reverse(importance(*place)), *place));
    let mut crowded = vec![false; names.len()];
    let mut shown: Vec<(f64, f64, f64)> = Vec::new();
    for place in order {
        let Some((name, x, y)) = names.get(place) else { continue };
        let half = f64::from(u32::try_from(name.chars().count()).unwrap_or(u32::MAX)) * LETTER / 2.0;
        let meets = shown.iter().any(|(at, down, wide)| (at - x).abs() < wide + half && (down - y).abs() < HIGH);
        match crowded.get_mut(place) {
            Some(hidden) if meets => *hidden = true,
            _ => shown.push((*x, *y, half)),
        }
    }
    crowded
}

#[cfg(test)]
mod tests {
    use super::crowded;

    #[test]
    fn of_names_that_lie_on_each_other_the_important_one_is_shown() {
        let names = [("Sample Elementary", 10.0, 10.0), ("Example Middle", 14.0, 10.5), ("Far Secondary", 60.0, 10.0)];
        assert_eq!(crowded(&names, |_| 0), [false, true, false], "else the first");
        assert_eq!(crowded(&names, |place| usize::from(place == 1)), [true, false, false]);
        let below = [("Sample Elementary", 10.0, 10.0), ("Example Middle", 10.0, 12.0)];
        assert_eq!(crowded(&below, |_| 0), [false, false]);
    }
}
