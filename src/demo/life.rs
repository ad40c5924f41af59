//! Chance that is the same every time, so that the demo, and a bug in it, can be seen twice.

/// A small linear congruential generator (Knuth, MMIX); not for secrets.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number from 0 to `sides` − 1.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }

    /// True so many times in a hundred.
    pub fn is(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}
