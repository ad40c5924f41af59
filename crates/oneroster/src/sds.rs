//! Microsoft's School Data Sync: files of the same names in another format, told apart to say so.

use crate::package::Package;
use crate::records::{Record, Records};

/// Files of version 1 of it.
const FIRST: [&str; 6] =
    ["School.csv", "Section.csv", "Student.csv", "Teacher.csv", "StudentEnrollment.csv", "TeacherRoster.csv"];

/// Columns that only it has.
pub const OWN: [&str; 8] = [
    "activeDirectoryMatchId",
    "userMatchId",
    "isPrimary",
    "roleStartDate",
    "roleEndDate",
    "sessionSourcedId",
    "relationshipUserSourcedId",
    "userFlags",
];

/// Its name.
pub const NAME: &str = "Microsoft School Data Sync (SDS v2.1)";

/// What a package without a manifest seems to be.
pub fn guess(package: &mut Package) -> Option<&'static str> {
    if FIRST.iter().filter(|file| package.has(file)).count() >= 2 {
        return Some("Microsoft School Data Sync (SDS v1)");
    }
    let users = header(package, "users.csv");
    let roles = header(package, "roles.csv");
    let has = |header: &[String], name: &str| header.iter().any(|column| column == name);
    let own = users.iter().chain(&roles).any(|column| OWN.contains(&column.as_str()));
    // Its users have no enabledUser, its roles no sourcedId.
    let users = has(&users, "sourcedId") && !has(&users, "enabledUser");
    let roles = has(&roles, "userSourcedId") && !has(&roles, "sourcedId");
    (own || users || roles).then_some(NAME)
}

fn header(package: &mut Package, file: &str) -> Vec<String> {
    if !package.has(file) {
        return Vec::new();
    }
    let Ok(from) = package.read(file) else { return Vec::new() };
    let mut record = Record::default();
    match Records::new(from).next(&mut record) {
        Ok(true) => record.iter().map(|name| name.trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}
