//! The demo is made of real verbs, so it is a story too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use super::staff;

#[test]
fn nobody_of_the_demo_is_there_twice() {
    let colleagues = staff::colleagues(36);
    assert!((110..=140).contains(&colleagues.len()), "{}", colleagues.len());
    let names: BTreeSet<_> = colleagues.iter().map(|colleague| &colleague.name).collect();
    let emails: BTreeSet<_> = colleagues.iter().map(|colleague| &colleague.email).collect();
    assert_eq!((names.len(), emails.len()), (colleagues.len(), colleagues.len()));
    for (index, email) in [staff::HOST, staff::TEACHER, staff::NEWCOMER, staff::ADMINISTRATOR].into_iter().enumerate() {
        assert_eq!(colleagues[index].email, email);
    }
}
