//! Writes down the crates that the program is made of, with their licences, for the page `/licences`. It
//! asks cargo, which has everything at hand while it builds, so that the list is never another build's.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| io::Error::other("OUT_DIR"))?;
    let list = tree().unwrap_or_else(|| {
        println!("cargo::warning=cargo tree did not say which crates there are: /licences lists none");
        String::new()
    });
    fs::write(folder.join("crates.txt"), list)
}

/// A line for each licence: the licence, a tab, `name version, name version`.
fn tree() -> Option<String> {
    let output = Command::new(env::var_os("CARGO")?)
        .args(["tree", "--locked", "--offline", "--package", "klatsch", "--edges", "normal", "--prefix", "none"])
        .args(["--format", "{p}|{l}", "--target", &env::var("TARGET").ok()?])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let mut licences: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in String::from_utf8(output.stdout).ok()?.lines() {
        let (package, licence) = line.split_once('|')?;
        let mut words = package.split_whitespace();
        let (name, version) = (words.next()?, words.next()?.trim_start_matches('v'));
        // Those of this house have a folder behind their version.
        if words.any(|word| word.starts_with("(/")) {
            continue;
        }
        // Some still write `MIT/Apache-2.0`; marks of cargo's own stand behind the licence.
        let licence = licence.replace(" (*)", "").replace('/', " OR ");
        licences.entry(licence.trim().to_owned()).or_default().insert(format!("{name} {version}"));
    }
    let line = |(licence, crates): (String, BTreeSet<String>)| {
        format!("{licence}\t{}\n", crates.into_iter().collect::<Vec<_>>().join(", "))
    };
    Some(licences.into_iter().map(line).collect())
}
