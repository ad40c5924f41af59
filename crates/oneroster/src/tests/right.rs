//! Sets that are taken.

use super::{Files, ORGS, ROLES, USERS, counts, in_bulk_1_2, manifest, places, role, user};
use crate::{Mode, Role, Version};

fn takes(files: &Files, what: &str) -> crate::Set {
    let set = files.read();
    assert_eq!(set.notes.errors.all(), [], "{what}");
    set
}

#[test]
fn a_set_of_1_2() {
    let set = takes(&Files::bulk_1_2(), "as it is");
    assert_eq!((set.version, counts(&set)), (Some(Version::V12), in_bulk_1_2()));
    assert_eq!(set.notes.warnings.all(), []);
    let staff: Vec<&str> = set.users.iter().map(|user| &*user.sourced_id).collect();
    assert_eq!(staff, ["t1", "t2", "a1"], "of nobody else anything is kept");
    assert_eq!((&*set.users[0].name, &*set.users[0].email), ("Mira Sample", "t1@sample.example"));
    let roles: Vec<_> = set.roles.iter().map(|held| (&*held.user, held.role, &*held.org, held.primary)).collect();
    assert_eq!(
        roles,
        [
            ("t1", Some(Role::Teacher), "s1", true),
            ("t2", Some(Role::Principal), "s2", true),
            ("a1", Some(Role::Aide), "s2", false)
        ]
    );
    let schools: Vec<&str> = set.orgs.iter().map(|org| &*org.name).collect();
    assert_eq!(schools, ["Sample Elementary", "Sample Middle"]);
}

#[test]
fn a_set_of_1_1() {
    let set = takes(&Files::bulk_1_1(), "as it is");
    assert_eq!(set.version, Some(Version::V11));
    assert_eq!(counts(&set), (2, 2, vec![(Role::Guardian, 1), (Role::Student, 1)]));
    assert_eq!(set.notes.warnings.all(), []);
    let roles: Vec<_> = set.roles.iter().map(|held| (&*held.user, &*held.org)).collect();
    assert_eq!(roles, [("t1", "s1"), ("t2", "s1"), ("t2", "s2")]);
}

#[test]
fn however_it_is_written() {
    let plain = Files::bulk_1_2();
    let quoted = |text: &str| -> String {
        let lines = text.lines().map(|line| {
            let fields: Vec<_> = line.split(',').map(|field| format!("\"{field}\"")).collect();
            fields.join(",") + "\r\n"
        });
        lines.collect()
    };
    for (what, files) in [
        ("a byte order mark", plain.clone().everywhere(|text| format!("\u{feff}{text}").into())),
        ("CRLF", plain.clone().everywhere(|text| text.replace('\n', "\r\n").into())),
        ("quotes", plain.clone().everywhere(|text| quoted(text).into())),
        ("a mark and quotes", plain.clone().everywhere(|text| format!("\u{feff}{}", quoted(text)).into())),
        ("no last line end", plain.clone().everywhere(|text| text.trim_end().into())),
        ("a blank line at the end", plain.clone().everywhere(|text| format!("{text}\n").into())),
        ("a line break in a name", plain.clone().changed("orgs.csv", "Sample Middle", "\"Sample\r\n\"\"Middle\"\"\"")),
        ("an accent", plain.clone().changed("users.csv", "Mira", "Mirélle")),
    ] {
        let set = takes(&files, what);
        assert_eq!(counts(&set), in_bulk_1_2(), "{what}");
        assert_eq!(set.notes.warnings.all(), [], "{what}");
    }
    let metadata = plain.everywhere(|text| {
        let widened = text.lines().enumerate().map(|(line, text)| {
            format!("{text}{}\n", if line == 0 { ",metadata.jobTitle,metadata.x" } else { ",School Librarian," })
        });
        widened.collect::<String>().into()
    });
    let set = takes(&metadata, "metadata");
    assert_eq!(counts(&set), in_bulk_1_2());
    assert!(set.users.iter().all(|user| user.librarian));
}

#[test]
fn a_header_and_no_rows() {
    let files = Files::bulk_1_2().with("orgs.csv", ORGS).with("users.csv", USERS).with("roles.csv", ROLES);
    assert_eq!(counts(&takes(&files, "headers")), (0, 0, vec![]));
    let alone = Files(Vec::new()).with("manifest.csv", manifest("1.2", &[("orgs", "absent"), ("users", "absent")]));
    let set = takes(&alone, "a manifest alone");
    assert_eq!((set.users_mode, set.orgs_mode), (Mode::Absent, Mode::Absent));
}

#[test]
fn delta_sets_may_name_what_they_do_not_define() {
    let files = Files(Vec::new())
        .with("manifest.csv", manifest("1.2", &[("users", "delta"), ("roles", "delta"), ("orgs", "absent")]))
        .with(
            "users.csv",
            format!(
                "{USERS}{}t9,tobedeleted,2026-01-01T00:00:00.000Z,,,,,,,,,,,,,,,,,,,,\n{}",
                user("t1", "Mira", "Sample"),
                user("t3", "New", "Name")
            ),
        )
        .with(
            "roles.csv",
            format!(
                "{ROLES}{}r9,tobedeleted,2026-01-01T00:00:00.000Z,t2,,,,,,\n",
                role("r1", "t1", "primary", "aide", "x")
            ),
        );
    let set = takes(&files, "delta");
    assert_eq!(counts(&set), (0, 1, vec![]));
    let users: Vec<_> = set.users.iter().map(|user| (&*user.sourced_id, user.gone)).collect();
    assert_eq!(users, [("t1", false), ("t9", true), ("t3", false)], "t3 may be staff that only changed their name");
    let roles: Vec<_> = set.roles.iter().map(|held| (&*held.sourced_id, held.gone, held.role)).collect();
    assert_eq!(roles, [("r1", false, Some(Role::Aide)), ("r9", true, None)]);
}

#[test]
fn what_goes_counts_nowhere() {
    let files = Files::bulk_1_2()
        .changed("orgs.csv", "s2,,", "s2,tobedeleted,")
        .changed("users.csv", "t1,,", "t1,tobedeleted,")
        .changed("users.csv", "k1,,", "k1,tobedeleted,")
        .changed("roles.csv", "r4,,", "r4,tobedeleted,");
    let set = takes(&files, "tobedeleted");
    assert_eq!(counts(&set), (1, 1, vec![(Role::Parent, 2)]));
}

#[test]
fn misspelt_and_missing_rows_of_the_manifest() {
    let users = Files::bulk_1_2();
    for (from, to) in [
        ("file.roles", "file.role"),
        ("file.users", "file.Users"),
        ("file.academicSessions", "file.academicSession"),
        ("file.orgs,bulk", "files.orgs,Bulk"),
        ("file.orgs,bulk\n", ""),
        ("manifest.version,1.0\n", "file.nonsense,absent\n"),
        ("propertyName,value", "PropertyName,Value"),
    ] {
        let set = takes(&users.clone().changed("manifest.csv", from, to), to);
        assert_eq!(counts(&set), in_bulk_1_2(), "{to}");
        let quiet = to == "file.nonsense,absent\n";
        assert!(!set.notes.warnings.is_empty() || quiet, "{to}");
    }
}

#[test]
fn columns_in_another_order_are_read_by_name() {
    let turned = Files::bulk_1_2().everywhere(|text| {
        let lines = text.lines().map(|line| line.split(',').rev().collect::<Vec<_>>().join(",") + "\n");
        lines.collect::<String>().into()
    });
    let set = takes(&turned, "turned");
    assert_eq!(counts(&set), in_bulk_1_2());
    assert_eq!(&*set.users[0].name, "Mira Sample");
    let warned: Vec<_> = set.notes.warnings.all();
    let files: Vec<_> = places(&warned).into_iter().map(|(file, row, _)| (file, row)).collect();
    let first = Some(1);
    assert_eq!(files, [("manifest.csv", first), ("orgs.csv", first), ("roles.csv", first), ("users.csv", first)]);
}

#[test]
fn odd_values_are_warned_of() {
    for (file, from, to, column, row) in [
        ("users.csv", "t1,,,true", "t1,,,True", "enabledUser", 2),
        ("users.csv", "t2,,,true", "t2,,,", "enabledUser", 3),
        ("users.csv", "t1,,", "t1,inactive,", "status", 2),
        ("orgs.csv", "Middle,school,2,d", "Middle,school,2,nowhere", "parentSourcedId", 4),
        ("roles.csv", "a1,secondary", "a1,third", "roleType", 5),
    ] {
        let set = takes(&Files::bulk_1_2().changed(file, from, to), to);
        assert_eq!(counts(&set), in_bulk_1_2(), "{to}");
        assert_eq!(places(&set.notes.warnings.all()), [(file, Some(row), Some(column))], "{to}");
    }
    let set = takes(&Files::bulk_1_2().changed("users.csv", "t1,,,true", "t1,,,NO"), "NO");
    assert!(!set.users[0].enabled);
    let set = takes(&Files::bulk_1_2().changed("orgs.csv", "Middle,school", "Middle,academy"), "academy");
    assert_eq!(set.counts.schools, 1);
}

#[test]
fn names_are_as_people_prefer_them_and_on_one_line() {
    let files = Files::bulk_1_2().with(
        "users.csv",
        format!(
            "{USERS}t1,,,true,,,Mirabelle,Sample,,,,,,,,,,,Mira,,,,\nt2,,,true,,,\" Ash\n \",\"Sam  ple\",,,,,,,,,,,,,,s1,\n{}{}{}",
            user("a1", "Sol", "Sample"),
            user("k1", "Ivy", "Sample"),
            user("p1", "Bram", &"x".repeat(900))
        ),
    );
    let set = takes(&files, "names");
    let names: Vec<_> = set.users.iter().map(|user| &*user.name).collect();
    assert_eq!(names, ["Mira Sample", "Ash Sam ple", "Sol Sample"]);
    assert_eq!(&*set.users[1].primary_org, "s1");
}

#[test]
fn a_small_package_does_not_fill_the_memory() {
    // 150,000 places in a row are as many roles, if each is taken for another.
    let places = format!("\"{}\"", vec!["s1"; 150_000].join(","));
    let many = Files::bulk_1_1().changed("users.csv", "\"s1,s2\"", &places).read();
    assert_eq!((many.notes.errors.all().len(), many.roles.len()), (0, 2), "{:?}", many.roles);
    let long = format!("{}@sample.example", "a".repeat(500_000));
    let set = Files::bulk_1_1().changed("users.csv", "t1@sample.example", &long).read();
    assert!(set.users.iter().all(|user| user.email.len() <= 256));
}

#[test]
fn what_is_spelled_right_has_the_word() {
    for (near, counted) in [("file.user,absent\n", 2), ("file.org,absent\n", 2), ("oneroster.versions,1.2\n", 2)] {
        let manifest = Files::bulk_1_1().text("manifest.csv");
        for manifest in [format!("{manifest}{near}"), manifest.replace("oneroster", &format!("{near}oneroster"))] {
            let set = Files::bulk_1_1().with("manifest.csv", manifest).read();
            assert_eq!(set.notes.errors.all(), [], "{near}");
            assert_eq!((set.counts.staff, set.counts.schools), (counted, 2), "{near}");
        }
    }
}
