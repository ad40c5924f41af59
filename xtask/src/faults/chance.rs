//! Chance that can be had again: a run prints its seed.

/// Splitmix64 (Steele, Lea and Flood 2014): a few lines, and good enough to choose when to kill.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// One of `from..to`.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.next() % to.saturating_sub(from).max(1)
    }

    /// Another chance, for another thread.
    pub fn split(&mut self) -> Chance {
        Chance(self.next())
    }

    /// A key for a post (UUID version 8, RFC 9562 section 5.8).
    pub fn key(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        let text = format!("{high:016x}{low:016x}");
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
        format!("{}-{}-8{}-a{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_seed_gives_the_same_chance() {
        let (mut one, mut two) = (Chance::new(7), Chance::new(7));
        assert_eq!(one.key(), two.key());
        assert_eq!(one.key().len(), 36);
        let drawn = one.between(200, 900);
        assert!((200..900).contains(&drawn));
    }
}
