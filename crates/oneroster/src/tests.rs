//! Tables of cases: sets that are right, and sets with one thing wrong.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod packages;
mod right;
mod wrong;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use crate::{Problem, Role, Set, read, read_zip};

/// The files of a set, in the order of their writing.
#[derive(Clone)]
struct Files(Vec<(String, Vec<u8>)>);

const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n";
const ROLES: &str = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n";
const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,\
email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,\
preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n";
const USERS_1_1: &str = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,\
middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n";

fn user(id: &str, given: &str, family: &str) -> String {
    format!("{id},,,true,{id},,{given},{family},,,{id}@sample.example,,,,,,,,,,,,\n")
}

fn user_1_1(id: &str, orgs: &str, role: &str) -> String {
    format!("{id},,,true,{orgs},{role},{id},,Ash,Sample,,,{id}@sample.example,,,,,\n")
}

fn role(id: &str, user: &str, kind: &str, role: &str, org: &str) -> String {
    format!("{id},,,{user},{kind},{role},,,{org},\n")
}

fn manifest(version: &str, files: &[(&str, &str)]) -> String {
    let mut text = format!("propertyName,value\nmanifest.version,1.0\noneroster.version,{version}\n");
    for (file, mode) in files {
        text.push_str(&format!("file.{file},{mode}\n"));
    }
    text
}

impl Files {
    /// Two schools, two teachers, an aide who is a mother too, a student and a father.
    fn bulk_1_2() -> Files {
        let modes = [("academicSessions", "absent"), ("orgs", "bulk"), ("roles", "bulk"), ("users", "bulk")];
        let orgs = "d,,,Sample District,district,,\ns1,,,Sample Elementary,school,1,d\ns2,,,Sample Middle,school,2,d\n";
        let users = [("t1", "Mira"), ("t2", "Ash"), ("a1", "Sol"), ("k1", "Ivy"), ("p1", "Bram")];
        let users: String = users.iter().map(|(id, given)| user(id, given, "Sample")).collect();
        let roles = [
            role("r1", "t1", "primary", "teacher", "s1"),
            role("r2", "t2", "primary", "principal", "s2"),
            role("r3", "a1", "primary", "parent", "s1"),
            role("r4", "a1", "secondary", "aide", "s2"),
            role("r5", "k1", "secondary", "relative", "s1"),
            role("r6", "k1", "primary", "student", "s1"),
            role("r7", "p1", "primary", "parent", "s1"),
        ];
        Files(Vec::new())
            .with("manifest.csv", manifest("1.2", &modes))
            .with("orgs.csv", format!("{ORGS}{orgs}"))
            .with("users.csv", format!("{USERS}{users}"))
            .with("roles.csv", format!("{ROLES}{}", roles.concat()))
    }

    /// The like in 1.1.
    fn bulk_1_1() -> Files {
        let users = [
            user_1_1("t1", "s1", "teacher"),
            user_1_1("t2", "\"s1,s2\"", "administrator"),
            user_1_1("k1", "s1", "student"),
            user_1_1("p1", "s1", "guardian"),
        ];
        Files(Vec::new())
            .with("manifest.csv", manifest("1.1", &[("orgs", "bulk"), ("users", "bulk"), ("classes", "absent")]))
            .with("orgs.csv", format!("{ORGS}s1,,,Sample Elementary,school,1,\ns2,,,Sample Middle,school,2,\n"))
            .with("users.csv", format!("{USERS_1_1}{}", users.concat()))
    }

    fn with(mut self, name: &str, content: impl Into<Vec<u8>>) -> Files {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), content.into()));
        self
    }

    fn without(mut self, name: &str) -> Files {
        self.0.retain(|(known, _)| known != name);
        self
    }

    fn text(&self, name: &str) -> String {
        let (_, content) = self.0.iter().find(|(known, _)| known == name).unwrap();
        String::from_utf8(content.clone()).unwrap()
    }

    /// With one text of a file changed into another.
    fn changed(self, name: &str, from: &str, to: &str) -> Files {
        let text = self.text(name);
        assert!(text.contains(from), "{name} has no {from}");
        self.with(name, text.replacen(from, to, 1))
    }

    /// With every text of a kind changed in every file.
    fn everywhere(self, change: impl Fn(&str) -> Vec<u8>) -> Files {
        Files(self.0.into_iter().map(|(name, content)| (name, change(&String::from_utf8(content).unwrap()))).collect())
    }

    fn zipped(&self) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.0 {
            archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    /// Reads it from an archive and from a folder, which must say the same.
    fn read(&self) -> Set {
        let zipped = read_zip(Box::new(Cursor::new(self.zipped())), "set.zip");
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in &self.0 {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        assert_eq!(zipped, read(folder.path()));
        zipped
    }
}

fn places(problems: &[Problem]) -> Vec<(&str, Option<u64>, Option<&str>)> {
    problems.iter().map(|problem| (problem.file.as_str(), problem.row, problem.column.as_deref())).collect()
}

/// Schools, staff, and whoever is skipped.
fn counts(set: &Set) -> (u64, u64, Vec<(Role, u64)>) {
    let skipped = set.counts.skipped.iter().map(|(role, number)| (*role, *number)).collect();
    (set.counts.schools, set.counts.staff, skipped)
}

fn in_bulk_1_2() -> (u64, u64, Vec<(Role, u64)>) {
    (2, 3, vec![(Role::Parent, 1), (Role::Student, 1)])
}
