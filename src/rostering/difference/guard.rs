//! Half a file looks like half a district that left.

use std::collections::HashSet;

use oneroster::{Problem, words};

use super::{Difference, Kept, Manner};
use crate::ids::PersonId;
use crate::people::Person;

/// Refuses to let more people go than may by one set: half a file looks like half a district that left.
pub fn guard(kept: &Kept, manner: Manner, difference: &mut Difference) {
    let here = |person: &&Person| person.left_at.is_none();
    let linked: HashSet<PersonId> = kept.said_people.iter().filter_map(|said| said.person_id).collect();
    let present = kept.people.iter().filter(here).filter(|person| linked.contains(&person.id)).count() as u64;
    difference.present = present;
    let leave = difference.people.leave;
    let share = manner.leave_share;
    if leave.saturating_mul(100) > present.saturating_mul(share) {
        let problem = words!(
            "{leave} of {present} people would leave, more than {share} %. If that is right, allow a larger share.",
            "{leave} personnes sur {present} partiraient, soit plus de {share} %. Si c’est juste, permettez une part plus grande."
        );
        difference.notes.errors.add(Problem { file: "users.csv".to_owned(), row: None, column: None, problem });
    }
}
