//! Values: who stands between somebody and those they have not met, and what may be told of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::PersonId;

/// Of the pairs two steps around somebody, those that may be told on.
///
/// That somebody is two steps away says that one of whom one has met has met them. Who lets themselves be shown
/// agreed to that. Of all others it is told as of any small group: only where at least five of them stand between,
/// and at least five others of whom one has met do not. Whoever has met two people would else know which of
/// them it was.
pub fn told(pairs: &[(PersonId, PersonId)], me: PersonId, shown: &BTreeSet<PersonId>) -> Vec<(PersonId, PersonId)> {
    let fewest = ledger::FEWEST as usize;
    let nameless: BTreeSet<PersonId> =
        pairs.iter().map(|(near, _)| *near).filter(|near| !shown.contains(near)).collect();
    let mut between: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    for (near, far) in pairs.iter().filter(|(near, _)| nameless.contains(near)) {
        between.entry(*far).or_default().insert(*near);
    }
    let enough = |far: &PersonId| {
        let many = between.get(far).map_or(0, BTreeSet::len);
        many >= fewest && nameless.len() - many >= fewest
    };
    pairs.iter().filter(|(near, far)| *far == me || shown.contains(near) || enough(far)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(number))
    }

    /// Of how many nameless ones so many stand between one and somebody else; who of them is shown.
    fn through(met: u128, between: u128, shown: &[u128]) -> usize {
        let (me, far) = (person(100), person(200));
        let pairs: Vec<_> =
            (0..met).map(|one| (person(one), me)).chain((0..between).map(|one| (person(one), far))).collect();
        let shown = shown.iter().copied().map(person).collect();
        told(&pairs, me, &shown).iter().filter(|(_, one)| *one == far).count()
    }

    #[test]
    fn who_stands_between_is_told_of_with_their_word_or_among_many() {
        assert_eq!(through(1, 1, &[]), 0, "the only one there is");
        assert_eq!(through(1, 1, &[0]), 1, "who said so");
        assert_eq!(through(20, 4, &[]), 0, "four of twenty");
        assert_eq!(through(20, 5, &[]), 5, "five of twenty");
        assert_eq!(through(9, 5, &[]), 0, "five of nine: four are left");
        assert_eq!(through(5, 5, &[]), 0, "all of five");
        assert_eq!(through(20, 5, &[0]), 1, "one by name, and the four others with nobody else");
        assert_eq!(through(20, 6, &[0]), 6, "one by name, and five others");
        assert_eq!(told(&[(person(1), person(100))], person(100), &BTreeSet::new()).len(), 1, "whom one met oneself");
    }
}
