//! Building, running and testing the program.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::postgres::{self, Server};
use crate::programs::{cargo, line};
use crate::report::Tally;
use crate::{bundle, queries};

/// `cargo xtask demo`: becomes `klatsch demo`, so that signals reach it directly.
pub fn demo(arguments: &[&str]) -> Result<ExitCode> {
    bundle::make()?;
    let mut command = cargo()?;
    command
        .args(["run", "--package", "klatsch", "--", "demo"])
        .args(arguments);
    Err(command.exec()).with_context(|| format!("could not start {}", line(&command)))
}

/// Builds the program and says where it is.
pub fn build() -> Result<PathBuf> {
    let mut command = cargo()?;
    command.args(["build", "--package", "klatsch", "--bin", "klatsch"]);
    command.args(["--message-format", "json-render-diagnostics"]);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("could not start {}", line(&command)))?;
    if !output.status.success() {
        bail!("{} failed", line(&command));
    }
    executable(&String::from_utf8_lossy(&output.stdout))
        .context("cargo did not say where it put klatsch")
}

/// The program's path in cargo's messages, one JSON object a line.
fn executable(messages: &str) -> Option<PathBuf> {
    messages.lines().find_map(|message| {
        let (_, rest) = message.split_once("\"executable\":\"")?;
        let (path, _) = rest.split_once('"')?;
        path.ends_with("klatsch")
            .then(|| PathBuf::from(path.replace("\\\\", "\\")))
    })
}

/// Every Rust test on both engines, and whether they ran every query.
pub fn test(filter: &[&str]) -> Result<Tally> {
    let server = Server::for_tests()?;
    let log = std::env::temp_dir().join(format!("klatsch-queries-{}", std::process::id()));
    let mut command = cargo()?;
    command
        .args(["test", "--workspace", "--no-fail-fast"])
        .args(filter)
        .env(postgres::VARIABLE, server.url())
        .env(queries::VARIABLE, &log)
        .stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .with_context(|| format!("could not start {}", line(&command)))?;
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
    let written = fs::read_to_string(&log).unwrap_or_default();
    let _ = fs::remove_file(&log);
    if !status.success() && tally.failed == 0 {
        bail!("{} failed ({status})", line(&command));
    }
    if filter.is_empty() {
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

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )]
    use super::*;

    #[test]
    fn the_program_is_found_among_the_messages() {
        let messages = r#"{"reason":"compiler-artifact","target":{"kind":["lib"],"name":"klatsch"},"executable":null}
{"reason":"compiler-artifact","target":{"kind":["bin"],"name":"klatsch"},"executable":"/here/debug/klatsch","fresh":true}
{"reason":"build-finished","success":true}"#;
        assert_eq!(
            executable(messages),
            Some(PathBuf::from("/here/debug/klatsch"))
        );
        assert_eq!(executable("{}"), None);
    }
}
