//! What a developer starts: `cargo xtask demo`, `cargo xtask test` and their parts.
//!
//! One rule: on a machine that has Rust and nothing else worth mentioning, each command either
//! finds what it needs, or installs it where that is allowed, or says in one sentence what to
//! install.

mod api;
mod bench;
mod bundle;
mod faults;
mod journeys;
mod lint;
mod new_domain;
mod packages;
mod postgres;
mod programs;
mod python;
mod queries;
mod report;
mod rust;
mod s3;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  demo [ARGS]                bundle the web assets, build, and run `klatsch demo ARGS`
  test [PART] [FILTER]       every check; or one part: lint, web, rust, api, faults, journeys
  journeys [NAME]            the browser journeys, or those whose file name contains NAME
  bench [PART] [--quick]     measure the release build beside its floors; or one part: pages, answers, start, growth
  faults [PART] [--kills N] [--seed N] [--program PATH] [--short]
                             kill it, fill its disk, take its database away, run several of it
  lint                       format, clippy, and cargo-deny where it is installed
  web                        bundle the web assets if they are stale
  postgres                   keep a throw-away PostgreSQL running and print how to use it
  new-domain NAMES [NAME]    a domain folder that looks like all others, as `visits visit`

Environment
  KLATSCH_NO_APT=1           never install a system package, only name it
  KLATSCH_TEST_POSTGRES=URL  test against this server instead of a throw-away one
  CHROMIUM=PATH              the browser for the journeys
  CI=true                    a skipped test fails the run
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["demo", rest @ ..] => rust::demo(rest),
        ["test", rest @ ..] => test::run(rest),
        ["journeys", rest @ ..] => test::run(&[&["journeys"], rest].concat()),
        ["bench", rest @ ..] => bench::run(rest),
        ["faults", rest @ ..] => faults::command(rest),
        ["lint"] => test::run(&["lint"]),
        ["web"] => bundle::make().map(|()| ExitCode::SUCCESS),
        ["new-domain", rest @ ..] => new_domain::make(rest),
        ["postgres"] => postgres::keep(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        [unknown, ..] => {
            eprintln!("xtask: there is no command `{unknown}`\n\n{USAGE}");
            Ok(ExitCode::FAILURE)
        }
    }
}
