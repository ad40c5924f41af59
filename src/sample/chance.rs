//! Chance that is the same each time, and names.

use crate::clock::Instant;

/// Draws that follow from the moment they began at (splitmix64: Steele, Lea and Flood, *Fast splittable
/// pseudorandom number generators*, 2014). Two samples of a size and a moment are the same.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice for a moment.
    pub fn new(now: Instant) -> Dice {
        Dice(now.0.unsigned_abs())
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// An identifier as one made at `at`.
    pub fn id<T: From<uuid::Uuid>>(&mut self, at: Instant) -> T {
        let (high, low) = (self.draw().to_le_bytes(), self.draw().to_le_bytes());
        let mut bytes = [0; 10];
        for (byte, drawn) in bytes.iter_mut().zip(high.into_iter().chain(low)) {
            *byte = drawn;
        }
        let milliseconds = u64::try_from(at.0 / 1000).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid().into()
    }

    /// Whether one of `sides` came up.
    pub fn one_in(&mut self, sides: u64) -> bool {
        self.draw().is_multiple_of(sides.max(1))
    }
}

const FIRST: [&str; 8] = ["Maple", "Robin", "Wren", "Aspen", "Élodie", "Rowan", "Clover", "Linden"];
const LAST: [&str; 9] = [
    "Thistledown",
    "Brightwater",
    "Quillfeather",
    "Bookbinder",
    "Candlewick",
    "Marmalade",
    "Inkwell",
    "Teakettle",
    "Yarrowfield",
];

/// A first and a last name; nobody's, as the demo's.
pub fn name(number: usize) -> (&'static str, &'static str) {
    let pick = |list: &[&'static str], at: usize| list.get(at % list.len().max(1)).copied().unwrap_or_default();
    (pick(&FIRST, number), pick(&LAST, number / FIRST.len()))
}
