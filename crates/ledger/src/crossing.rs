//! Two ways of dividing the same people (by school, by role), and what the one less the other
//! gives away.
//!
//! If a role lies wholly in two schools, those schools less that role are a group whose count
//! anybody can compute. More generally, whatever sums and differences of the rows of two divisions
//! yield the count of a group of people, that group is a disjoint union of groups of the form
//! "these rows of one division, less those rows of the other, which lie within them". (Write the
//! group as a sum of coefficients, one for each row; cut the coefficients at each level.) So it is
//! enough that each such difference is empty or large, and the smallest of them are those that
//! take away every row that lies within.

use crate::hiding::both_sides;

/// One row of the first division: for each row of the second, how many of the people in both came,
/// and how many there are.
pub(crate) type Tile = Vec<(u32, u32)>;

/// The most rows of the second division; every choice among them is looked at.
const MOST_PIECES: usize = 12;

/// Whether no difference of the two divisions is a group with fewer than five people who came or
/// fewer than five who did not.
pub(crate) fn safe_together(tiles: &[Tile], pieces: usize) -> bool {
    if pieces > MOST_PIECES {
        return false;
    }
    (0..1_u32 << pieces).all(|chosen| {
        let (mut came, mut people) = (0, 0);
        for tile in tiles {
            let (mut inside, mut all_inside) = ((0, 0), true);
            for (piece, (tile_came, tile_people)) in tile.iter().enumerate() {
                if chosen & (1 << piece) != 0 {
                    inside = (inside.0 + tile_came, inside.1 + tile_people);
                } else if *tile_people > 0 {
                    all_inside = false;
                }
            }
            if !all_inside {
                came += inside.0;
                people += inside.1;
            }
        }
        people == 0 || both_sides(came, people)
    })
}
