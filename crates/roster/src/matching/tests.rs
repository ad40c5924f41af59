#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

const SCHOOLS: [&str; 10] = [
    "Bankhead Elementary",
    "Dr Knox Middle School",
    "Rutland Elementary",
    "Rutland Middle School",
    "Rutland Senior Secondary",
    "Mount Boucherie Senior Secondary",
    "École de l'Anse-au-sable",
    "St. Mary's School",
    "Notre-Dame",
    "Notre-Dame",
];

#[test]
fn what_people_write_finds_the_school() {
    for (name, place) in [
        ("Bankhead Elementary", 0),
        ("BANKHEAD ELEMENTARY SCHOOL", 0),
        ("Bankhead Elem.", 0),
        ("bankhead", 0),
        ("Dr. Knox", 1),
        ("Rutland Middle", 3),
        ("Rutland Secondary School", 4),
        ("Rutland High", 4),
        ("Mt. Boucherie Sr. Sec.", 5),
        ("Ecole de l’Anse au Sable", 6),
        ("Anse-au-sable, de l'", 6),
        ("Saint Marys", 7),
    ] {
        assert_eq!(match_school(name, &SCHOOLS), Match::Exact(place), "{name}");
    }
}

#[test]
fn a_name_that_means_several_is_not_decided() {
    assert_eq!(match_school("Notre Dame", &SCHOOLS), Match::Several(vec![8, 9]));
    assert_eq!(match_school("Rutland", &SCHOOLS), Match::Several(vec![2, 3, 4]));
}

#[test]
fn a_wrong_name_is_answered_with_the_nearest() {
    for (name, nearest) in
        [("Bankheed Elementary", 0), ("Bankhead Middle School", 0), ("Boucherie", 5), ("Dr Nox Middle", 1)]
    {
        let expected = Match::Nearest(nearest, SCHOOLS[nearest].to_owned());
        assert_eq!(match_school(name, &SCHOOLS), expected, "{name}");
    }
    for name in ["", "  ", "Zyxwv Polytechnic", "Elementary School", "School"] {
        assert_eq!(match_school(name, &SCHOOLS), Match::None, "{name:?}");
    }
    assert_eq!(match_school("Bankhead", &[]), Match::None);
}

proptest! {
    #[test]
    fn a_school_is_found_by_its_own_name(name in "\\PC{1,20}", others in prop::collection::vec("[a-z ]{1,12}", 0..5)) {
        let schools = SchoolNames::new(&others);
        let _ = schools.find(&name);
        for (place, own) in others.iter().enumerate() {
            match schools.find(own) {
                Match::Exact(found) => prop_assert_eq!(found, place),
                Match::Several(found) => prop_assert!(found.contains(&place)),
                Match::None => prop_assert!(own.trim().is_empty()),
                Match::Nearest(..) => prop_assert!(false, "{:?} is not itself", own),
            }
        }
    }
}
