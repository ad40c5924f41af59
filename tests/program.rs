//! Conversations with the program itself: what it prints, and with which status it ends.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may stop where they stand")]
#![allow(clippy::disallowed_methods, reason = "the program is waited for in real time")]

#[path = "program/api.rs"]
mod api;
#[path = "program/house.rs"]
mod house;
#[path = "program/load.rs"]
mod load;
#[path = "program/log.rs"]
mod log;
#[path = "program/oneroster.rs"]
mod oneroster;
#[path = "program/s3.rs"]
mod s3;
#[path = "program/slow.rs"]
mod slow;

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs `klatsch` in a folder, with nothing of the caller's settings.
fn klatsch(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klatsch"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KLATSCH_")) {
        command.env_remove(name);
    }
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn works(folder: &Path, arguments: &[&str]) -> String {
    let output = klatsch(folder, arguments);
    assert!(output.status.success(), "klatsch {arguments:?}: {}", err(&output));
    out(&output)
}

fn init(folder: &Path) {
    works(
        folder,
        &["init", "--district", "Sample District", "--email", "Wren@sample.example", "--name", "Wren Sample"],
    );
}

#[test]
fn every_command_explains_itself_with_an_example() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        &["serve"] as &[&str],
        &["demo"],
        &["init"],
        &["migrate"],
        &["check"],
        &["backup"],
        &["restore"],
        &["import", "schools"],
        &["import", "people"],
        &["import", "oneroster"],
        &["export", "attendance"],
        &["export", "person"],
        &["erase", "person"],
        &["export", "ties"],
        &["export", "people"],
        &["export", "schools"],
        &["export", "networks"],
        &["export", "teams"],
        &["token", "create"],
        &["plan", "agenda"],
        &["settings"],
    ] {
        let help = works(folder.path(), &[command, &["--help"]].concat());
        assert!(help.contains("Example"), "klatsch {} --help", command.join(" "));
        assert!(help.contains("--data"), "klatsch {} --help", command.join(" "));
    }
}

#[test]
fn a_district_is_made_once_and_its_administrator_gets_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let before = klatsch(folder, &["check", "--json"]);
    assert_eq!(before.status.code(), Some(1), "nothing is in order yet");
    init(folder);
    let again =
        klatsch(folder, &["init", "--district", "Other", "--email", "a@sample.example", "--name", "Ash Sample"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(err(&again).contains("there is a district already"), "{}", err(&again));
    let report: serde_json::Value = serde_json::from_str(&works(folder, &["check", "--json"])).unwrap();
    assert_eq!(report["ok"], true, "{report}");
    let token = works(folder, &["token", "create", "--email", "wren@sample.example", "--name", "sheet", "--write"]);
    assert_eq!(token.trim().len(), 43, "the token alone: {token}");
    let nobody = klatsch(folder, &["token", "create", "--email", "ash@sample.example", "--name", "sheet"]);
    assert_eq!(nobody.status.code(), Some(1));
    let migrated: serde_json::Value = serde_json::from_str(&works(folder, &["migrate", "--json"])).unwrap();
    assert_eq!(migrated["migrated"], 0);
}

#[test]
fn a_person_is_taken_along_and_erased() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    init(folder);
    std::fs::write(folder.join("people.csv"), "name,email\nAsh Sample,ash@sample.example\n").unwrap();
    works(folder, &["import", "people", "people.csv"]);
    works(folder, &["export", "person", "--email", "Ash@sample.example", "ash.zip"]);
    let bytes = std::fs::read(folder.join("ash.zip")).unwrap();
    assert!(bytes.starts_with(b"PK"), "a ZIP file");
    let again = klatsch(folder, &["export", "person", "--email", "ash@sample.example", "ash.zip"]);
    assert_eq!(again.status.code(), Some(1), "nothing is overwritten");
    assert_eq!(std::fs::read(folder.join("ash.zip")).unwrap(), bytes);
    let only = klatsch(folder, &["erase", "person", "--email", "wren@sample.example", "--yes"]);
    assert_eq!(only.status.code(), Some(1));
    assert!(err(&only).contains("alone looks after Klatsch"), "{}", err(&only));
    let said = works(folder, &["erase", "person", "--email", "ash@sample.example"]);
    assert!(said.contains("Nothing is changed yet"), "{said}");
    works(folder, &["erase", "person", "--email", "ash@sample.example", "--yes"]);
    let gone = klatsch(folder, &["erase", "person", "--email", "ash@sample.example", "--yes"]);
    assert!(err(&gone).contains("nobody here has the address ash@sample.example"), "{}", err(&gone));
    works(folder, &["check"]);
}

#[test]
fn tables_are_written_to_files_that_were_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    init(folder);
    std::fs::write(folder.join("schools.csv"), "name,level\nSample Elementary,elementary\n").unwrap();
    works(folder, &["import", "schools", "schools.csv"]);
    for (table, holds) in [
        ("people", "Wren Sample,wren@sample.example"),
        ("schools", "Sample Elementary"),
        ("networks", "Name"),
        ("teams", "Network"),
    ] {
        let (csv, xlsx) = (format!("out-{table}.csv"), format!("out-{table}.xlsx"));
        works(folder, &["export", table, &csv]);
        let written = std::fs::read_to_string(folder.join(&csv)).unwrap();
        assert!(written.contains(holds), "{table}: {written}");
        works(folder, &["export", table, &xlsx]);
        assert!(std::fs::read(folder.join(&xlsx)).unwrap().starts_with(b"PK"), "{table}: a workbook");
        let again = klatsch(folder, &["export", table, &csv]);
        assert_eq!(again.status.code(), Some(1), "nothing is overwritten");
        assert_eq!(std::fs::read_to_string(folder.join(&csv)).unwrap(), written);
        let other = klatsch(folder, &["export", table, "out.txt"]);
        assert!(err(&other).contains("has to end in .csv or .xlsx"), "{}", err(&other));
    }
    let nothing = uuid_like();
    for table in ["networks", "teams"] {
        let none = klatsch(folder, &["export", table, "--network", nothing, "none.csv"]);
        assert_eq!(none.status.code(), Some(1));
        assert!(err(&none).contains("there is no such network"), "{}", err(&none));
        assert!(!folder.join("none.csv").exists());
    }
}

/// An identifier of nothing.
fn uuid_like() -> &'static str {
    "019b1d2e-0000-7000-8000-000000000000"
}

#[test]
fn an_unknown_setting_is_refused_with_the_nearest() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("klatsch.toml"), "listne = \"127.0.0.1:1\"\n").unwrap();
    let output = klatsch(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("Did you mean \"listen\"?"), "{}", err(&output));
}

#[test]
fn an_agenda_is_planned_from_a_file_or_from_what_is_piped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agenda.json");
    let request = r#"{"minutes":40,"topics":[
        {"id":"a","minutes":30,"hear":3,"share":1,"carried":0,"by":"p1","pin":null},
        {"id":"b","minutes":20,"hear":1,"share":0,"carried":0,"by":"p2","pin":"in"},
        {"id":"c","minutes":20,"hear":1,"share":0,"carried":1,"by":"p3","pin":null}]}"#;
    std::fs::write(&file, request).unwrap();
    let plan: serde_json::Value =
        serde_json::from_str(&works(folder.path(), &["plan", "agenda", "agenda.json"])).unwrap();
    assert_eq!(plan["minutes"], 40);
    // b is worth max(1, 1) = 1, c 1 + 3 = 4; each is its proposer's best, so twice that.
    assert_eq!(plan["points"], 10);
    assert_eq!(plan["left_out"][0]["id"], "a");
    std::fs::write(&file, r#"{"minutes":40,"topics":[{"id":"a","minutes":"ten","by":"p1"}]}"#).unwrap();
    let wrong = klatsch(folder.path(), &["plan", "agenda", "agenda.json"]);
    assert_eq!((wrong.status.code(), out(&wrong).as_str()), (Some(1), ""));
    assert!(err(&wrong).contains("minutes"), "{}", err(&wrong));
}

#[test]
fn schools_are_imported_once_and_a_wrong_file_changes_nothing() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schools/central-okanagan-schools.csv");
    let data = data.to_str().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    init(folder);
    let report = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&works(folder, &[&["import", "schools", "--json"], arguments].concat())).unwrap()
    };
    let dry = report(&[data, "--dry-run"]);
    assert_eq!((&dry["read"], &dry["added"]), (&36.into(), &36.into()));
    assert_eq!(report(&[data])["added"], 36, "the dry run had changed nothing");
    let again = report(&[data]);
    assert_eq!((&again["added"], &again["changed"], &again["unchanged"]), (&0.into(), &0.into(), &36.into()));
    std::fs::write(folder.join("wrong.csv"), "colour,size\nred,1\n").unwrap();
    let wrong = klatsch(folder, &["import", "schools", "wrong.csv"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(err(&wrong).contains("name"), "{}", err(&wrong));
    std::fs::write(
        folder.join("people.csv"),
        "name,e-mail,school,roles\nAsh Sample,ash@sample.example,Bankhead,teacher\n",
    )
    .unwrap();
    let people: serde_json::Value =
        serde_json::from_str(&works(folder, &["import", "people", "--json", "people.csv"])).unwrap();
    assert_eq!(people["added"], 1, "{people}");
}

#[test]
fn a_district_is_backed_up_looked_into_and_restored_beside_itself() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    init(folder);
    let made: serde_json::Value = serde_json::from_str(&works(folder, &["backup", "monday.backup", "--json"])).unwrap();
    assert_eq!((&made["rows"]["people"], &made["encrypted"]), (&1.into(), &false.into()), "{made}");
    assert!(!folder.join("monday.backup.unfinished").exists());
    let twice = klatsch(folder, &["backup", "monday.backup"]);
    assert!(err(&twice).contains("is there already"), "{}", err(&twice));
    let looked = works(folder, &["restore", "monday.backup", "--look", "--data", "elsewhere"]);
    assert!(looked.contains("Sample District") && looked.contains("is whole"), "{looked}");
    assert!(!folder.join("elsewhere").exists(), "looking makes nothing");
    let full = klatsch(folder, &["restore", "monday.backup"]);
    assert_eq!(full.status.code(), Some(1));
    assert!(err(&full).contains("this place is not empty"), "{}", err(&full));
    works(folder, &["restore", "monday.backup", "--data", "elsewhere"]);
    let report: serde_json::Value =
        serde_json::from_str(&works(folder, &["check", "--json", "--data", "elsewhere"])).unwrap();
    assert_eq!(report["ok"], true, "{report}");
    let nothing = klatsch(folder, &["backup", "none.backup", "--data", "nowhere"]);
    assert!(err(&nothing).contains("there is no database"), "{}", err(&nothing));
    assert!(!folder.join("nowhere").exists(), "a backup makes no database");
}

#[test]
fn a_passphrase_comes_from_a_file_or_the_environment_and_never_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    init(folder);
    std::fs::write(folder.join("secret"), "a long walk\n").unwrap();
    works(folder, &["backup", "locked.backup", "--passphrase-file", "secret"]);
    let looked = klatsch(folder, &["restore", "locked.backup", "--look"]);
    assert!(err(&looked).contains("its passphrase is needed"), "{}", err(&looked));
    let asked = klatsch(folder, &["restore", "locked.backup", "--look", "--encrypted"]);
    assert!(err(&asked).contains("KLATSCH_PASSPHRASE"), "nobody is there to ask: {}", err(&asked));
    let mut command = Command::new(env!("CARGO_BIN_EXE_klatsch"));
    command.args(["restore", "locked.backup", "--look"]).current_dir(folder).env("KLATSCH_PASSPHRASE", "a long walk");
    assert!(command.output().unwrap().status.success());
}

#[test]
fn what_is_damaged_is_told_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    init(folder);
    works(folder, &["backup", "whole.backup"]);
    let whole = std::fs::read(folder.join("whole.backup")).unwrap();
    std::fs::write(folder.join("cut.backup"), &whole[..whole.len() / 2]).unwrap();
    let cut = klatsch(folder, &["restore", "cut.backup", "--data", "elsewhere"]);
    assert_eq!(cut.status.code(), Some(1));
    assert!(err(&cut).contains("damaged or was cut off"), "{}", err(&cut));
    assert!(!folder.join("elsewhere").exists());
}
