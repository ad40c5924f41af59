//! `klatsch import oneroster`: one JSON value on standard output and the status 0 or 1, whatever comes.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{err, klatsch};

const MANIFEST: &str = "propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\n";
const ORGS: &str = "sourcedId,name,type\ns1,Sample Elementary,school\n";
const USERS: &str = "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,email\n\
                     t1,true,s1,teacher,t1,Mira,Sample,mira@sample.example\nk1,true,s1,student,k1,Kit,Sample,\n";

fn set(folder: &Path, users: &str) {
    fs::create_dir_all(folder).unwrap();
    for (name, content) in [("manifest.csv", MANIFEST), ("orgs.csv", ORGS), ("users.csv", users)] {
        fs::write(folder.join(name), content).unwrap();
    }
}

fn import(folder: &Path, more: &[&str]) -> (i32, Value) {
    let output = klatsch(folder, &[&["import", "oneroster", "--json"], more].concat());
    let value = serde_json::from_slice(&output.stdout);
    (output.status.code().unwrap(), value.unwrap_or_else(|error| panic!("{more:?}: {error}, {}", err(&output))))
}

#[test]
fn a_set_is_shown_taken_and_unchanged_the_second_time() {
    let folder = tempfile::tempdir().unwrap();
    set(&folder.path().join("set"), USERS);
    for (more, add, unchanged) in [(&["set", "--dry-run"][..], 2, 0), (&["set"], 2, 0), (&["set"], 0, 2)] {
        let (status, report) = import(folder.path(), more);
        assert_eq!((status, &report["errors"]), (0, &Value::Array(Vec::new())), "{report}");
        assert_eq!((&report["version"], &report["schools"], &report["staff"]), (&"1.1".into(), &1.into(), &1.into()));
        assert_eq!(report["skipped"]["student"], 1);
        assert_eq!((&report["changes"]["add"], &report["changes"]["unchanged"]), (&add.into(), &unchanged.into()));
    }
    let told = klatsch(folder.path(), &["import", "oneroster", "set", "--dry-run"]);
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.contains("OneRoster 1.1: 1 schools, 1 staff; skipped: 1 student."), "{told}");
    assert!(told.ends_with("This was a dry run: nothing was changed.\n"), "{told}");
}

#[test]
fn whatever_is_refused_is_one_json_value_and_status_1() {
    let folder = tempfile::tempdir().unwrap();
    set(&folder.path().join("set"), &USERS.replace("teacher", "wizard"));
    set(&folder.path().join("right"), USERS);
    fs::write(folder.path().join("none.zip"), "none").unwrap();
    fs::write(folder.path().join("odd.toml"), "colour = \"blue\"\n").unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    for (more, file) in [
        (&["set"][..], "users.csv"),
        (&["nowhere.zip"], "nowhere.zip"),
        (&["none.zip", "--dry-run"], "none.zip"),
        (&["empty"], "manifest.csv"),
        (&["right", "--config", "odd.toml"], "klatsch"),
        (&["right", "--database", "postgres://nobody@127.0.0.1:1/none"], "klatsch"),
        (&["right", "--data", "none.zip"], "klatsch"),
    ] {
        let (status, report) = import(folder.path(), more);
        assert_eq!((status, &report["errors"][0]["file"]), (1, &file.into()), "{more:?}: {report}");
    }
    let database = folder.path().join("klatsch-data/klatsch.sqlite");
    assert!(!database.exists(), "a set that is refused does not even make a database");
}
