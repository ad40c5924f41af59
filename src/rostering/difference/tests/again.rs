//! Who left, and whether the next set lets them in again.

use oneroster::Set;

use super::{User, after, compare, delta, empty, held, named, roles_of, taken, two, user};
use crate::people::Role;

#[test]
fn roles_alone_let_nobody_in_again_who_was_disabled_or_taken_out() {
    let more = |user: &str| delta(vec![], vec![held("r9", user, oneroster::Role::Aide, "s2")]);
    let disabled = delta(vec![User { enabled: false, ..user("t1", "Mira Rowan") }], vec![]);
    let removed = delta(vec![User { gone: true, ..user("t1", "") }], vec![]);
    for (what, gone) in [("disabled", disabled), ("removed", removed)] {
        let kept = taken(&gone, taken(&two(), empty()));
        assert!(named(&kept, "Mira Rowan").left_at.is_some(), "{what}");
        let difference = compare(&more("t1"), &kept, 10);
        assert_eq!(difference.people.change, 0, "{what}");
        let kept = after(kept, difference);
        assert!(named(&kept, "Mira Rowan").left_at.is_some(), "{what}: let in by a role");
        let back = taken(&delta(vec![user("t1", "Mira Rowan")], vec![]), kept);
        assert!(named(&back, "Mira Rowan").left_at.is_none(), "{what}: enabled again");
    }
    // Who left because the last role ended is back with another.
    let mut ended = delta(vec![], vec![held("r1", "t1", oneroster::Role::Teacher, "s1")]);
    (ended.roles[0].gone, ended.roles[0].role) = (true, None);
    let kept = taken(&ended, taken(&two(), empty()));
    assert!(named(&kept, "Mira Rowan").left_at.is_some());
    let kept = taken(&more("t1"), kept);
    assert!(named(&kept, "Mira Rowan").left_at.is_none());
    assert_eq!(roles_of(&kept, "Mira Rowan"), [Role::SupportStaff]);
}

#[test]
fn whoever_was_let_back_in_by_hand_stays_whatever_the_set_says_again() {
    let disabled = |set: &mut Set| set.users[0].enabled = false;
    let missing = |set: &mut Set| {
        set.roles.remove(0);
        set.users.remove(0);
    };
    for (what, change) in [("disabled", &disabled as &dyn Fn(&mut Set)), ("missing", &missing)] {
        let mut set = two();
        change(&mut set);
        let mut kept = taken(&set, taken(&two(), empty()));
        kept.people.iter_mut().for_each(|person| person.left_at = None);
        for time in 1..=2 {
            let difference = compare(&set, &kept, 100);
            assert_eq!(difference.people.leave, 0, "{what}, {time}");
            kept = after(kept, difference);
        }
        // Once the set has had them and lets them go anew, they leave.
        let kept = taken(&set, taken(&two(), kept));
        assert!(named(&kept, "Mira Rowan").left_at.is_some(), "{what}");
    }
}
