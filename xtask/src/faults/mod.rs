//! `cargo xtask faults`: the real program, killed in the middle of writing, on a full disk, without its
//! database, and beside others of its kind. The short form is part of `cargo xtask test`.

mod away;
mod chance;
mod disk;
mod district;
mod http;
mod kills;
mod load;
mod several;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::postgres::{Cluster, Promise};
use crate::report::{Tally, spoken};
use crate::{bundle, rust};
use chance::Chance;

/// What a run has, and how much of everything it does.
#[derive(Debug)]
pub struct Faults {
    program: PathBuf,
    chance: Chance,
    /// How often the program is killed, on each engine.
    kills: usize,
    /// How often one of several is.
    falls: usize,
    databases: usize,
}

impl Faults {
    /// A new database of a server.
    fn database(&mut self, cluster: &Cluster) -> Result<String> {
        self.databases += 1;
        let name = format!("faults_{}", self.databases);
        cluster.run("postgres", &format!("create database {name}"))?;
        Ok(name)
    }
}

/// `cargo xtask faults [PART] [--kills N] [--seed N] [--program PATH] [--short]`.
pub fn command(arguments: &[&str]) -> Result<ExitCode> {
    let (mut kills, mut falls, mut seed, mut short) = (50, 10, None, false);
    let (mut program, mut part) = (None, String::new());
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().with_context(|| format!("{word} lacks its value"));
        match *word {
            "--kills" => kills = value()?.parse()?,
            "--seed" => seed = Some(value()?.parse()?),
            "--program" => program = Some(PathBuf::from(value()?)),
            "--short" => (short, kills, falls) = (true, 3, 1),
            part_name if !part_name.starts_with('-') => part = part_name.to_owned(),
            other => bail!("there is no {other}: PART, --kills N, --seed N, --program PATH, --short"),
        }
    }
    let program = match program {
        Some(program) => program,
        None => {
            bundle::make()?;
            if short { rust::build(false)? } else { rust::release()?.0 }
        }
    };
    let tally = all(&mut faults(program, kills, falls, seed), &part)?;
    println!("{}", tally.summary());
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The short form, a phase of `cargo xtask test`.
pub fn short(after_tests: bool) -> Result<Tally> {
    all(&mut faults(rust::build(after_tests)?, 3, 1, None), "")
}

#[allow(clippy::disallowed_methods, reason = "a run without a seed takes one from the clock, and prints it")]
fn faults(program: PathBuf, kills: usize, falls: usize, seed: Option<u64>) -> Faults {
    let now = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(1, |now| now.as_secs());
    let seed = seed.unwrap_or_else(now);
    println!("The seed is {seed}");
    Faults { program, chance: Chance::new(seed), kills, falls, databases: 0 }
}

type Fault<'a> = (&'a str, Box<dyn Fn(&mut Faults, &mut Cluster) -> Result<String>>);

fn all(faults: &mut Faults, part: &str) -> Result<Tally> {
    // Durable: what is tested is what is promised.
    let mut cluster = Cluster::start(Promise::Durable)?;
    let list: [Fault<'_>; 9] = [
        ("killed while people write, SQLite", Box::new(|faults, _| kills::kills(faults, None))),
        ("killed while people write, PostgreSQL", Box::new(|faults, cluster| kills::kills(faults, Some(cluster)))),
        ("a full disk, SQLite", Box::new(|faults, _| disk::full_sqlite(faults))),
        ("a full disk, PostgreSQL", Box::new(|faults, cluster| disk::full_postgres(faults, cluster))),
        ("a disk that takes no writing, SQLite", Box::new(|faults, _| disk::read_only_sqlite(faults))),
        ("a server that takes no writing", Box::new(|faults, cluster| disk::read_only_postgres(faults, cluster))),
        ("the database gone and back", Box::new(away::gone)),
        ("two programs behind nginx", Box::new(|faults, cluster| several::several(faults, cluster, 2))),
        ("three programs behind nginx", Box::new(|faults, cluster| several::several(faults, cluster, 3))),
    ];
    let mut tally = Tally::default();
    for (name, fault) in list.iter().filter(|(name, _)| name.contains(part)) {
        let took = timer();
        match fault(faults, &mut cluster) {
            Ok(told) => {
                println!("{name}: {told} ({})", spoken(took()));
                tally.passed += 1;
            }
            Err(error) => {
                println!("{name}: FAILED: {error:#} ({})", spoken(took()));
                tally.failed += 1;
                tally.failures.push((*name).to_owned());
            }
        }
    }
    Ok(tally)
}

/// How long it is since.
#[allow(clippy::disallowed_methods, reason = "how long something takes is real time")]
fn timer() -> impl Fn() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}
