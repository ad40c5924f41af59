//! Sets with one thing wrong, and where it is said to be.

use super::{Files, ORGS, ROLES, USERS, USERS_1_1, manifest, places, role, user_1_1};

type Place<'a> = (&'a str, Option<u64>, Option<&'a str>);

fn refuses(files: &Files, place: Place<'_>, says: &str) {
    let set = files.read();
    let errors = set.notes.errors.all();
    assert_eq!(places(&errors), [place], "{errors:?}");
    let said = &errors[0].problem;
    assert!(said.en.contains(says), "{said:?} does not say {says}");
    assert!(!said.fr.is_empty() && said.fr != said.en, "{said:?}");
}

#[test]
fn the_manifest() {
    let right = Files::bulk_1_2;
    let manifest_file = "manifest.csv";
    refuses(&right().without(manifest_file), (manifest_file, None, None), "no manifest.csv");
    refuses(&right().with(manifest_file, ""), (manifest_file, None, None), "empty");
    refuses(
        &right().changed(manifest_file, "version,1.2", "version,1.0"),
        (manifest_file, Some(3), Some("value")),
        "1.1 and 1.2",
    );
    refuses(
        &right().changed(manifest_file, "oneroster.version,1.2\n", ""),
        (manifest_file, None, Some("propertyName")),
        "oneroster.version",
    );
    refuses(
        &right().changed(manifest_file, "propertyName,value", "a,value"),
        (manifest_file, Some(1), Some("propertyName")),
        "header",
    );
    refuses(
        &right().changed(manifest_file, "orgs,bulk", "orgs,bulk\nfile.orgs,delta"),
        (manifest_file, Some(6), Some("propertyName")),
        "twice",
    );
    refuses(
        &right().changed(manifest_file, "academicSessions,absent", "academicSessions,full"),
        (manifest_file, Some(4), Some("value")),
        "absent, bulk or delta",
    );
    refuses(&right().without("roles.csv"), ("roles.csv", None, None), "missing");
    refuses(&right().without("users.csv").changed("roles.csv", "r1", "r1"), ("users.csv", None, None), "missing");
    for mode in ["bulk", "delta"] {
        let said = right().changed(manifest_file, "academicSessions,absent", &format!("academicSessions,{mode}"));
        refuses(&said, ("academicSessions.csv", None, None), "missing");
    }
}

#[test]
fn headers() {
    for (file, column) in [
        ("users.csv", "sourcedId"),
        ("users.csv", "enabledUser"),
        ("users.csv", "familyName"),
        ("roles.csv", "userSourcedId"),
        ("roles.csv", "roleType"),
        ("orgs.csv", "type"),
    ] {
        let files = Files::bulk_1_2().changed(file, column, "sourcedid");
        let set = files.read();
        assert_eq!(places(&set.notes.errors.all())[0], (file, Some(1), Some(column)));
    }
    refuses(&Files::bulk_1_2().with("roles.csv", ""), ("roles.csv", None, None), "empty");
    refuses(&Files::bulk_1_2().with("roles.csv", "\u{feff}\r\n"), ("roles.csv", None, None), "empty");
    refuses(
        &Files::bulk_1_2().changed("users.csv", "middleName", "phone"),
        ("users.csv", Some(1), Some("phone")),
        "twice",
    );
    let delta =
        Files::bulk_1_2().changed("manifest.csv", "orgs,bulk", "orgs,delta").changed("orgs.csv", "status,", "state,");
    refuses(&delta, ("orgs.csv", Some(1), Some("status")), "header");
    let right = Files::bulk_1_1().changed("users.csv", "orgSourcedIds", "orgs");
    refuses(&right, ("users.csv", Some(1), Some("orgSourcedIds")), "header");
}

#[test]
fn rows() {
    for (file, from, to, row, column, says) in [
        ("users.csv", "t2,,", "t1,,", 3, Some("sourcedId"), "twice"),
        ("orgs.csv", "s2,,", "s1,,", 4, Some("sourcedId"), "twice"),
        ("roles.csv", "r7,,", "r2,,", 8, Some("sourcedId"), "twice"),
        ("roles.csv", "r7,,", ",,", 8, Some("sourcedId"), "no sourcedId"),
        ("roles.csv", "r7,,", " ,,", 8, Some("sourcedId"), "no sourcedId"),
        ("users.csv", "Bram,Sample", "Bram,", 6, Some("familyName"), "familyName"),
        ("users.csv", "Bram,Sample", "Bram,\"\n\"", 6, Some("familyName"), "familyName"),
        ("roles.csv", "principal", "wizard", 3, Some("role"), "wizard"),
        ("roles.csv", "principal", "administrator", 3, Some("role"), "principal"),
        ("roles.csv", "principal", "", 3, Some("role"), "no role"),
        ("roles.csv", "principal,,,s2", "principal,,,s3", 3, Some("orgSourcedId"), "s3"),
        ("roles.csv", "principal,,,s2", "principal,,,", 3, Some("orgSourcedId"), "no orgSourcedId"),
        ("roles.csv", "r5,,,k1", "r5,,,k2", 6, Some("userSourcedId"), "users.csv"),
        ("orgs.csv", "2,d\n", "2\n", 4, Some("parentSourcedId"), "too few"),
        ("orgs.csv", "s1,,,Sample Elementary,school", "s1,,,Sample, Elementary,school", 3, None, "too many"),
        ("orgs.csv", "Sample Middle", "\"Sample Middle", 4, None, "not closed"),
        ("orgs.csv", "Sample Elementary", "\"Sample\" Elementary", 3, None, "quote"),
        ("orgs.csv", "Sample Elementary", "Sample \"Elementary", 3, None, "quote"),
        ("orgs.csv", "Sample Elementary", "Sample\0Elementary", 3, None, "zero byte"),
        ("orgs.csv", "Sample Middle", " ", 4, Some("name"), "no name"),
    ] {
        let files = Files::bulk_1_2().changed(file, from, to);
        let errors = files.read().notes.errors.all();
        assert_eq!(places(&errors)[0], (file, Some(row), column), "{to}: {errors:?}");
        assert!(errors[0].problem.en.contains(says), "{to}: {errors:?}");
    }
    let long = "x".repeat(256);
    let files = Files::bulk_1_2().changed("orgs.csv", "d,,", &format!("{long},,"));
    assert_eq!(places(&files.read().notes.errors.all())[0], ("orgs.csv", Some(2), Some("sourcedId")));
}

#[test]
fn bytes_that_are_no_utf_8_are_found_in_their_row() {
    let broken = |name: &str, from: &str, to: &[u8]| {
        let files = Files::bulk_1_2();
        let text = files.text(name);
        let (before, after) = text.split_once(from).unwrap();
        files.with(name, [before.as_bytes(), to, after.as_bytes()].concat())
    };
    refuses(&broken("users.csv", "Ivy", b"\xc9ve"), ("users.csv", Some(5), None), "UTF-8");
    refuses(&broken("orgs.csv", "Sample Elementary", b"\"two\nlines\xff\""), ("orgs.csv", Some(3), None), "UTF-8");
    refuses(&broken("orgs.csv", "sourcedId", b"\xff\xfes"), ("orgs.csv", Some(1), None), "UTF-8");
    refuses(&broken("orgs.csv", "Sample Middle", b"\"a\nb\",\xc3"), ("orgs.csv", Some(4), None), "UTF-8");
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_does() {
    let files = Files::bulk_1_2().changed("orgs.csv", "Sample District", "\"Sample\r\nDistrict\n\"").changed(
        "orgs.csv",
        "Middle,school,2,d\n",
        "Middle,school,2,d\ns1,,,Twin,school,,d\n",
    );
    refuses(&files, ("orgs.csv", Some(5), Some("sourcedId")), "twice");
}

#[test]
fn what_1_1_refuses() {
    refuses(
        &Files::bulk_1_1().changed("users.csv", "\"s1,s2\"", "\"s1, s3\""),
        ("users.csv", Some(3), Some("orgSourcedIds")),
        "s3",
    );
    refuses(
        &Files::bulk_1_1().changed("users.csv", "administrator", "principal"),
        ("users.csv", Some(3), Some("role")),
        "1.1",
    );
    refuses(
        &Files::bulk_1_1().with("users.csv", format!("{USERS_1_1}{}", user_1_1("k1", "", "student"))),
        ("users.csv", Some(2), Some("orgSourcedIds")),
        "no orgSourcedId",
    );
}

#[test]
fn files_that_nothing_is_taken_from_are_looked_through() {
    let courses = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\n";
    let said = |rows: &str| {
        Files::bulk_1_2()
            .changed("manifest.csv", "file.orgs", "file.courses,bulk\nfile.orgs")
            .with("courses.csv", format!("{courses}{rows}"))
    };
    assert_eq!(said("c1,,,,Art,,,s1,,\n").read().notes.errors.all(), []);
    refuses(&said("c1,,,,Art,,,s9,,\n"), ("courses.csv", Some(2), Some("orgSourcedId")), "s9");
    refuses(&said("c1,,,,Art,,,s1,,\nc1,,,,Art,,,s1,,\n"), ("courses.csv", Some(3), Some("sourcedId")), "twice");
    let enrollments = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n";
    let files = Files::bulk_1_2()
        .changed("manifest.csv", "file.orgs", "file.enrollments,bulk\nfile.orgs")
        .with("enrollments.csv", format!("{enrollments}e1,,,c,s1,t1,wizard,,,\n"));
    refuses(&files, ("enrollments.csv", Some(2), Some("role")), "wizard");
}

#[test]
fn another_flavour_is_called_by_its_name() {
    let users =
        "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms\nu1,a,A,B,,,,,\n";
    let sds = Files(Vec::new())
        .with("orgs.csv", "sourcedId,name,type,parentSourcedId\ns1,Sample,school,\n")
        .with("users.csv", users)
        .with("roles.csv", "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary\nu1,s1,teacher,,,true\n");
    refuses(&sds, ("manifest.csv", None, None), "SDS");
    let plain = sds.clone().with("users.csv", "sourcedId,username\nu1,a\n").without("roles.csv");
    refuses(&plain, ("manifest.csv", None, None), "SDS");
    let modes = [("orgs", "bulk"), ("users", "bulk"), ("roles", "bulk")];
    let set = sds.with("manifest.csv", manifest("1.2", &modes)).read();
    let errors = set.notes.errors.all();
    assert!(errors.iter().any(|error| error.problem.en.contains("SDS")), "{errors:?}");
    assert!(set.notes.errors.all().iter().all(|error| error.row == Some(1)), "{errors:?}");
    let first = Files(Vec::new()).with("School.csv", "SIS ID,Name\n").with("Student.csv", "SIS ID\n");
    refuses(&first, ("manifest.csv", None, None), "SDS v1");
}

#[test]
fn errors_without_end_are_counted() {
    let rows: String = (0..5_000).map(|number| role(&format!("r{number}"), "t1", "primary", "wizard", "s1")).collect();
    let errors = Files::bulk_1_2().with("roles.csv", format!("{ROLES}{rows}")).read().notes.errors.all();
    assert_eq!(errors.len(), 1_001);
    assert_eq!(errors[1_000].problem.en, "and 4000 more");
    let _ = (ORGS, USERS);
}
