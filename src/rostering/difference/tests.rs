//! Tables of cases of what a set changes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod again;

use oneroster::{Held, Mode, Org, Set, User, Version};
use uuid::Uuid;

use super::{Becomes, Changes, Difference, Kept, Manner, SaidPerson, SaidSchool, find};
use crate::clock::Instant;
use crate::ids::{PersonId, SchoolId};
use crate::people::{Person, Role};
use crate::schools::School;

const NOW: Instant = Instant(1_000);

fn org(id: &str, name: &str) -> Org {
    Org { sourced_id: id.into(), name: name.into(), school: true, gone: false }
}

fn user(id: &str, name: &str) -> User {
    User {
        sourced_id: id.into(),
        name: name.into(),
        email: format!("{id}@Sample.example").into(),
        primary_org: Box::default(),
        enabled: true,
        librarian: false,
        gone: false,
        row: 2,
    }
}

fn held(id: &str, user: &str, role: oneroster::Role, org: &str) -> Held {
    Held { sourced_id: id.into(), user: user.into(), org: org.into(), role: Some(role), primary: true, gone: false }
}

fn bulk(users: Vec<User>, roles: Vec<Held>) -> Set {
    Set {
        version: Some(Version::V12),
        orgs_mode: Mode::Bulk,
        users_mode: Mode::Bulk,
        roles_mode: Mode::Bulk,
        orgs: vec![org("s1", "Sample Elementary"), org("s2", "Sample Middle")],
        users,
        roles,
        ..Set::default()
    }
}

fn delta(users: Vec<User>, roles: Vec<Held>) -> Set {
    let mode = Mode::Delta;
    Set { orgs_mode: Mode::Absent, users_mode: mode, roles_mode: mode, orgs: Vec::new(), ..bulk(users, roles) }
}

/// Mira teaches, Ash leads.
fn two() -> Set {
    bulk(
        vec![user("t1", "Mira Rowan"), user("t2", "Ash Linden")],
        vec![held("r1", "t1", oneroster::Role::Teacher, "s1"), held("r2", "t2", oneroster::Role::Principal, "s2")],
    )
}

fn empty() -> Kept {
    let becomes = [
        ("teacher", Some(Role::Teacher)),
        ("principal", Some(Role::Administrator)),
        ("aide", Some(Role::SupportStaff)),
        ("librarian", Some(Role::TeacherLibrarian)),
        ("proctor", None),
    ];
    Kept { becomes: becomes.map(|(source, role)| (source.to_owned(), role)).into(), ..Kept::default() }
}

fn person(number: u128, name: &str, email: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(number)),
        name: name.to_owned(),
        email: email.to_owned(),
        school_id: None,
        language: None,
        ask_me_about: String::new(),
        created_at: Instant(1),
        updated_at: Instant(1),
        left_at: None,
    }
}

fn compare(set: &Set, kept: &Kept, leave_share: u64) -> Difference {
    let mut next = 100;
    let mut id = || {
        next += 1;
        Ok::<_, ()>(Uuid::from_u128(next))
    };
    find(set, kept, Manner { leave_share, now: NOW }, &mut id).unwrap()
}

/// What is kept after a difference was taken.
fn after(mut kept: Kept, difference: Difference) -> Kept {
    kept.schools.extend(difference.new_schools);
    for (school, _) in difference.changed_schools {
        kept.schools.retain(|known| known.id != school.id);
        kept.schools.push(school);
    }
    for said in difference.said_schools {
        kept.said_schools.retain(|known| known.sourced_id != said.sourced_id);
        kept.said_schools.push(said);
    }
    for (person, role) in difference.new_roles {
        kept.roles.entry(person).or_default().push(role);
    }
    kept.people.extend(difference.new_people);
    for changed in difference.changed_people {
        kept.people.retain(|known| known.id != changed.person.id);
        if let Some(roles) = changed.roles {
            kept.roles.insert(changed.person.id, roles);
        }
        kept.people.push(changed.person);
    }
    for said in difference.said_people {
        kept.said_people.retain(|known| known.sourced_id != said.sourced_id);
        kept.said_people.push(said);
    }
    kept
}

fn taken(set: &Set, kept: Kept) -> Kept {
    let difference = compare(set, &kept, 100);
    after(kept, difference)
}

fn changes(add: u64, change: u64, leave: u64, unchanged: u64) -> Changes {
    Changes { add, change, leave, unchanged }
}

fn named<'a>(kept: &'a Kept, name: &str) -> &'a Person {
    kept.people.iter().find(|person| person.name == name).unwrap_or_else(|| panic!("nobody is called {name}"))
}

fn roles_of(kept: &Kept, name: &str) -> Vec<Role> {
    kept.roles.get(&named(kept, name).id).cloned().unwrap_or_default()
}

fn warnings(difference: &Difference) -> Vec<String> {
    difference.notes.warnings.all().into_iter().map(|problem| problem.problem.en).collect()
}

#[test]
fn the_first_set_adds_and_the_second_changes_nothing() {
    let first = compare(&two(), &empty(), 10);
    assert_eq!((first.schools, first.people), (changes(2, 0, 0, 0), changes(2, 0, 0, 0)));
    let kept = after(empty(), first);
    let mira = named(&kept, "Mira Rowan");
    assert_eq!((mira.email.as_str(), mira.school_id), ("t1@sample.example", Some(kept.said_schools[0].school_id)));
    assert_eq!(roles_of(&kept, "Ash Linden"), [Role::Administrator]);
    let second = compare(&two(), &kept, 10);
    assert_eq!((second.schools, second.people), (changes(0, 0, 0, 2), changes(0, 0, 0, 2)));
    assert!(second.said_people.is_empty() && second.said_schools.is_empty() && second.changed_people.is_empty());
}

#[test]
fn whoever_is_there_already_is_known_again() {
    let mut kept = empty();
    kept.people = vec![person(1, "Mira R.", "t1@sample.example"), person(2, "Sol Fern", "sol@sample.example")];
    kept.roles.insert(kept.people[0].id, vec![Role::TeacherLibrarian, Role::Steward]);
    let difference = compare(&two(), &kept, 10);
    assert_eq!(difference.people, changes(1, 1, 0, 0));
    let kept = after(kept, difference);
    let mira = named(&kept, "Mira R.");
    assert!(mira.school_id.is_some(), "the school was not known");
    assert_eq!(roles_of(&kept, "Mira R."), [Role::TeacherLibrarian, Role::Steward], "a teacher there, and more here");
    let kept = taken(&bulk(vec![], vec![]), kept);
    assert!(named(&kept, "Sol Fern").left_at.is_none(), "nobody leaves whom no set brought");
    assert!(named(&kept, "Ash Linden").left_at.is_some());
}

#[test]
fn what_was_done_by_hand_stays() {
    let mut kept = taken(&two(), empty());
    for person in &mut kept.people {
        person.name = format!("{} Jr.", person.name);
    }
    let [mira, ash] = [named(&kept, "Mira Rowan Jr.").id, named(&kept, "Ash Linden Jr.").id];
    kept.roles.insert(mira, vec![Role::TeacherLibrarian, Role::TeacherOnCall]);
    kept.roles.insert(ash, Vec::new());
    let difference = compare(&two(), &kept, 10);
    assert_eq!(difference.people, changes(0, 0, 0, 2), "{:?}", difference.changed_people);

    let mut next = two();
    next.users[0].name = "Mira Linden".into();
    next.roles[1].role = Some(oneroster::Role::Teacher);
    let kept = taken(&next, kept);
    assert_eq!(roles_of(&kept, "Mira Linden"), [Role::TeacherLibrarian, Role::TeacherOnCall]);
    assert_eq!(roles_of(&kept, "Ash Linden Jr."), [Role::Teacher]);
}

#[test]
fn a_librarian_is_told_by_metadata_or_by_hand() {
    let mut set = two();
    set.users[0].librarian = true;
    let kept = taken(&set, empty());
    assert_eq!(roles_of(&kept, "Mira Rowan"), [Role::TeacherLibrarian]);
    let kept = taken(&two(), kept);
    assert_eq!(roles_of(&kept, "Mira Rowan"), [Role::Teacher], "no longer said to be one");
}

#[test]
fn people_leave_and_come_back() {
    let kept = taken(&two(), empty());
    let mut one = two();
    one.users.remove(0);
    one.roles.remove(0);
    let difference = compare(&one, &kept, 50);
    assert_eq!(difference.people, changes(0, 0, 1, 1));
    assert_eq!(difference.changed_people[0].gone, Some(true));
    let gone = after(kept, difference);
    assert_eq!(named(&gone, "Mira Rowan").left_at, Some(NOW));
    assert_eq!(compare(&one, &gone, 50).people, changes(0, 0, 0, 1), "once");
    let back = compare(&two(), &gone, 50);
    assert_eq!(back.people, changes(0, 1, 0, 1));
    let back = after(gone, back);
    assert_eq!(named(&back, "Mira Rowan").left_at, None);

    // Whom somebody marked as having left by hand, no set lets in again.
    let mut by_hand = back;
    by_hand.people.iter_mut().for_each(|person| person.left_at = Some(NOW));
    let difference = compare(&two(), &by_hand, 50);
    assert_eq!(difference.people, changes(0, 0, 0, 2));
    assert!(warnings(&difference)[0].contains("has left the district here"));
}

#[test]
fn whoever_may_no_longer_use_systems_or_has_no_role_for_an_account_leaves() {
    let disabled = |set: &mut Set| set.users[0].enabled = false;
    let proctor = |set: &mut Set| set.roles[0].role = Some(oneroster::Role::Proctor);
    let roleless = |set: &mut Set| {
        set.roles.remove(0);
        set.users.remove(0);
    };
    for (what, change) in [("disabled", &disabled as &dyn Fn(&mut Set)), ("proctor", &proctor), ("roleless", &roleless)]
    {
        let mut set = two();
        change(&mut set);
        assert_eq!(compare(&set, &empty(), 10).people.add, 1, "{what}");
        let kept = taken(&set, taken(&two(), empty()));
        assert!(named(&kept, "Mira Rowan").left_at.is_some(), "{what}");
        assert!(named(&kept, "Ash Linden").left_at.is_none(), "{what}");
        assert_eq!(compare(&set, &kept, 0).people, changes(0, 0, 0, if what == "roleless" { 1 } else { 2 }), "{what}");
    }
}

#[test]
fn half_a_file_does_not_make_half_a_district_leave() {
    let ids: Vec<String> = (0..20).map(|number| format!("t{number}")).collect();
    let of = |ids: &[String]| {
        bulk(
            ids.iter().map(|id| user(id, id)).collect(),
            ids.iter().map(|id| held(id, id, oneroster::Role::Teacher, "s1")).collect(),
        )
    };
    let kept = taken(&of(&ids), empty());
    for (leave, share, right) in
        [(2, 10, true), (3, 10, false), (3, 15, true), (20, 99, false), (20, 100, true), (1, 0, false)]
    {
        let difference = compare(&of(&ids[leave..]), &kept, share);
        assert_eq!(difference.people.leave, leave as u64);
        assert_eq!(difference.notes.errors.is_empty(), right, "{leave} of 20 with {share} %");
    }
}

#[test]
fn the_last_who_looks_after_klatsch_stays() {
    let mut kept = taken(&two(), empty());
    let mira = named(&kept, "Mira Rowan").id;
    kept.roles.get_mut(&mira).unwrap().push(Role::Steward);
    let difference = compare(&bulk(vec![], vec![]), &kept, 100);
    assert_eq!(difference.people.leave, 1);
    assert!(warnings(&difference).iter().any(|warning| warning.contains("the last who looks after Klatsch")));
}

#[test]
fn addresses() {
    let mut set = two();
    set.users[0].email = "".into();
    set.users[1].email = "no address".into();
    let difference = compare(&set, &empty(), 10);
    assert_eq!(difference.people, Changes::default());
    assert_eq!(warnings(&difference).len(), 2);
    let kept = after(empty(), difference);
    assert_eq!(taken(&two(), kept).people.len(), 2, "with an address they come");

    let mut twins = two();
    twins.users[1].email = "T1@sample.example".into();
    let difference = compare(&twins, &empty(), 10);
    assert_eq!(difference.people, changes(1, 0, 0, 0));
    assert!(warnings(&difference)[0].contains("address of somebody else"));

    let kept = taken(&two(), empty());
    let mut moved = two();
    moved.users[0].email = "mira@sample.example".into();
    let kept = taken(&moved, kept);
    assert_eq!(named(&kept, "Mira Rowan").email, "mira@sample.example");
    moved.users[0].email = "t2@sample.example".into();
    let difference = compare(&moved, &kept, 10);
    assert!(warnings(&difference)[0].contains("somebody else’s"));
    assert_eq!(difference.people, changes(0, 0, 0, 2));
}

#[test]
fn schools_are_known_by_their_name_renamed_and_never_closed() {
    let school = |number: u128, name: &str| School {
        id: SchoolId(Uuid::from_u128(number)),
        source_key: None,
        name: name.to_owned(),
        level: None,
        district: None,
        address: None,
        city: None,
        postal_code: None,
        latitude: None,
        longitude: None,
        created_at: Instant(1),
        updated_at: Instant(1),
    };
    let mut kept = empty();
    kept.schools = vec![school(1, "SAMPLE Élementary"), school(2, "Sample Middle"), school(3, "Sample Middle")];
    let difference = compare(&two(), &kept, 10);
    assert_eq!(difference.schools, changes(1, 0, 0, 1), "of two of a name it cannot be told which is meant");
    let kept = after(kept, difference);
    let mut renamed = two();
    renamed.orgs[0].name = "Sample Community School".into();
    renamed.orgs.remove(1);
    renamed.roles[1].org = "s1".into();
    let difference = compare(&renamed, &kept, 10);
    assert_eq!(difference.schools, changes(0, 1, 0, 0));
    assert!(warnings(&difference)[0].contains("it stays here"));
    let kept = after(kept, difference);
    assert_eq!(kept.schools.len(), 4);
    assert_eq!(named(&kept, "Ash Linden").school_id, Some(SchoolId(Uuid::from_u128(1))));
}

#[test]
fn delta_sets_change_only_what_they_name() {
    let kept = taken(&two(), empty());
    let mut renamed = user("t1", "Mira Linden");
    renamed.primary_org = "s2".into();
    let kept = taken(&delta(vec![renamed], vec![]), kept);
    assert!(named(&kept, "Mira Linden").school_id == Some(kept.said_schools[1].school_id));
    assert_eq!(roles_of(&kept, "Mira Linden"), [Role::Teacher]);

    let more = delta(vec![], vec![held("r3", "t1", oneroster::Role::Aide, "s2")]);
    let kept = taken(&more, kept);
    assert_eq!(roles_of(&kept, "Mira Linden"), [Role::Teacher, Role::SupportStaff]);
    let mut less = delta(vec![], vec![held("r1", "t1", oneroster::Role::Teacher, "s1")]);
    (less.roles[0].gone, less.roles[0].role) = (true, None);
    let kept = taken(&less, kept);
    assert_eq!(roles_of(&kept, "Mira Linden"), [Role::SupportStaff]);

    let strangers = delta(vec![user("k9", "Nobody Known")], vec![]);
    assert_eq!(compare(&strangers, &kept, 10).said_people, []);
    let gone = User { gone: true, ..user("t2", "") };
    let difference = compare(&delta(vec![gone], vec![]), &kept, 50);
    assert_eq!(difference.people, changes(0, 0, 1, 0));
    let kept = after(kept, difference);
    assert!(named(&kept, "Ash Linden").left_at.is_some() && named(&kept, "Mira Linden").left_at.is_none());
}

#[test]
fn people_of_several_schools_are_at_the_first_or_at_none() {
    let of = |primary: [bool; 2]| {
        let mut set = two();
        set.roles[1] = held("r2", "t1", oneroster::Role::Teacher, "s2");
        (set.roles[0].primary, set.roles[1].primary) = (primary[0], primary[1]);
        set.users.remove(1);
        set
    };
    for (primary, place) in
        [([true, false], Some(0)), ([false, true], Some(1)), ([false, false], None), ([true, true], None)]
    {
        let kept = taken(&of(primary), empty());
        assert_eq!(
            kept.people[0].school_id,
            place.map(|place: usize| kept.said_schools[place].school_id),
            "{primary:?}"
        );
    }
    let _ = (Becomes { source: String::new(), role: None }, None::<SaidPerson>, None::<SaidSchool>);
}

#[test]
fn an_address_that_becomes_free_is_taken_over_by_the_next_set() {
    let mut kept = taken(&two(), empty());
    let mut set = two();
    // Mira gets the address that another had, who has a new one, in the same set.
    let (first, second) = (named(&kept, "Mira Rowan").email.clone(), set.users[1].email.clone());
    assert_ne!(first, second.to_lowercase());
    set.users[0].email = second.clone();
    set.users[1].email = "fresh@sample.example".into();
    for _ in 0..2 {
        kept = taken(&set, kept);
    }
    assert_eq!(named(&kept, "Mira Rowan").email, second.to_lowercase());
    assert_eq!(compare(&set, &kept, 10).people, changes(0, 0, 0, 2));
}
