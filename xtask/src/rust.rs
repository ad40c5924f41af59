//! Building, running and testing the program.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::postgres::{self, Server};
use crate::programs::{cargo, line, succeed_quietly};
use crate::report::Tally;
use crate::{bundle, queries, s3};

/// `cargo xtask demo`: becomes `klatsch demo`, so that signals reach it directly.
pub fn demo(arguments: &[&str]) -> Result<ExitCode> {
    bundle::make()?;
    let mut command = cargo()?;
    command.args(["run", "--package", "klatsch", "--", "demo"]).args(arguments);
    Err(command.exec()).with_context(|| format!("could not start {}", line(&command)))
}

/// Builds the program and says where it is.
///
/// The tests' own dependencies switch on features in some that the program has too (bitflags is
/// one), so the two have different dependencies, sixty-odd crates of them. After the tests it is
/// their kind that is compiled already: then the program is built as if for them.
pub fn build(after_tests: bool) -> Result<PathBuf> {
    let mut command = cargo()?;
    command.args(["build", "--bin", "klatsch"]);
    command.args(if after_tests { ["--workspace", "--tests"] } else { ["--package", "klatsch"] });
    command.args(["--message-format", "json-render-diagnostics"]);
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start {}", line(&command)))?;
    if !output.status.success() {
        bail!("{} failed", line(&command));
    }
    executable(&String::from_utf8_lossy(&output.stdout), "klatsch").context("cargo did not say where it put klatsch")
}

/// The program's path in cargo's messages, one JSON object a line.
fn executable(messages: &str, name: &str) -> Option<PathBuf> {
    messages.lines().find_map(|message| {
        let (_, rest) = message.split_once("\"executable\":\"")?;
        let (path, _) = rest.split_once('"')?;
        path.ends_with(&format!("/{name}")).then(|| PathBuf::from(path.replace("\\\\", "\\")))
    })
}

/// Builds a release of the program, and what measures it; says where each is.
pub fn release() -> Result<(PathBuf, PathBuf)> {
    let mut command = cargo()?;
    command.args(["build", "--release", "--package", "klatsch", "--package", "bench"]);
    command.args(["--message-format", "json-render-diagnostics"]);
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start {}", line(&command)))?;
    if !output.status.success() {
        bail!("{} failed", line(&command));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let program =
        |name: &str| executable(&messages, name).with_context(|| format!("cargo did not say where {name} is"));
    Ok((program("klatsch")?, program("bench")?))
}

/// Every Rust test on both engines, and whether they ran every query.
///
/// Where there is no PostgreSQL, the stories told on it are skipped by name, not silently passed.
pub fn test(filter: &[&str]) -> Result<Tally> {
    let log = std::env::temp_dir().join(format!("klatsch-queries-{}", std::process::id()));
    let mut command = cargo()?;
    command.args(["test", "--workspace", "--no-fail-fast"]).args(filter);
    command.env(queries::VARIABLE, &log);
    let server = Server::for_tests();
    let bucket = s3::Server::for_tests();
    let mut without = Vec::new();
    match &server {
        Ok(server) => {
            command.env(postgres::VARIABLE, server.url());
        }
        Err(error) => {
            eprintln!("{error:#}");
            without.push(ON_POSTGRES);
        }
    }
    match &bucket {
        Ok(bucket) => {
            command.env(s3::VARIABLE, bucket.url());
        }
        Err(error) => {
            eprintln!("{error:#}");
            without.push(s3::STORIES);
        }
    }
    if !without.is_empty() {
        command.arg("--").args(without.iter().flat_map(|name| ["--skip", name]));
    }
    let mut tally = run(&mut command)?;
    let written = fs::read_to_string(&log).unwrap_or_default();
    let _ = fs::remove_file(&log);
    if !without.is_empty() {
        let list =
            succeed_quietly(cargo()?.args(["test", "--workspace", "--quiet"]).args(filter).args(["--", "--list"]))?;
        tally.skipped.extend(named(&list, &without));
    }
    if server.is_ok() && filter.is_empty() {
        match queries::check_queries(&written) {
            Ok(count) => println!("Every one of {count} queries ran on both engines"),
            Err(problems) => {
                tally.failed += problems.len();
                tally.failures.extend(problems);
            }
        }
    }
    Ok(tally)
}

/// How `#[each_engine]` calls the PostgreSQL half of a story.
const ON_POSTGRES: &str = "::postgres";

/// The names in `--list` that have one of these words: lines such as `answers::tests::a_seat::postgres: test`.
fn named(list: &str, words: &[&str]) -> Vec<String> {
    list.lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .filter(|name| words.iter().any(|word| name.contains(word)))
        .map(str::to_owned)
        .collect()
}

/// Runs `cargo test`, showing what it prints while counting.
fn run(command: &mut Command) -> Result<Tally> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start {}", line(command)))?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally.read_cargo(&line);
        }
    }
    let status = child.wait()?;
    // A test program that does not compile, or that is killed, counts nothing by itself.
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
        tally.failures.push(format!("{} ({status})", line(command)));
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_program_is_found_among_the_messages() {
        let messages = r#"{"reason":"compiler-artifact","target":{"kind":["lib"],"name":"klatsch"},"executable":null}
{"reason":"compiler-artifact","target":{"kind":["bin"],"name":"klatsch"},"executable":"/here/debug/klatsch","fresh":true}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable(messages, "klatsch"), Some(PathBuf::from("/here/debug/klatsch")));
        assert_eq!(executable("{}", "klatsch"), None);
    }

    #[test]
    fn the_postgres_half_of_each_story_is_named() {
        let list =
            "answers::tests::a_seat::postgres: test\nanswers::tests::a_seat::sqlite: test\n\n2 tests, 0 benchmarks\n";
        assert_eq!(named(list, &[ON_POSTGRES]), ["answers::tests::a_seat::postgres"]);
    }
}
