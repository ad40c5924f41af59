//! `cargo xtask test`: every check, one after the other, and an honest last line.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::programs::root;
use crate::report::{Tally, spoken};
use crate::{api, bundle, faults, journeys, lint, rust};

/// Runs the named part with its filter, or all parts. A phase that fails does not keep the next
/// from running: one run tells everything.
pub fn run(arguments: &[&str]) -> Result<ExitCode> {
    let (part, filter) = match arguments {
        [] => (None, &[][..]),
        [part @ ("lint" | "web" | "rust" | "api" | "faults" | "journeys"), filter @ ..] => (Some(*part), filter),
        [other, ..] => anyhow::bail!("there is no part `{other}`: lint, web, rust, api, faults, journeys"),
    };
    let wanted = |name: &str| part.is_none_or(|part| part == name);
    let mut run = Run::default();
    if wanted("lint") {
        run.phase("format", lint::format);
    }
    // Even where the web part was not asked for: the program embeds the bundle, so nothing compiles
    // without it.
    run.phase("web bundle", bundle::make);
    if wanted("web") {
        run.phase("web checks", || {
            let web = root()?.join("web");
            bundle::script(&web, "check")?;
            bundle::script(&web, "test")
        });
    }
    if wanted("lint") {
        run.phase("clippy", lint::clippy);
        run.phase("licences and bans", lint::deny);
    }
    if wanted("rust") {
        run.tests("rust tests", || rust::test(filter));
    }
    if wanted("api") {
        run.tests("api", || api::run(wanted("rust")));
    }
    if wanted("faults") {
        run.tests("faults", || faults::short(wanted("rust")));
    }
    if wanted("journeys") {
        run.tests("journeys", || journeys::run(filter, wanted("rust")));
    }
    Ok(run.close())
}

#[derive(Default)]
struct Run {
    tally: Tally,
    phases: Vec<(&'static str, Duration, bool)>,
}

impl Run {
    /// A phase without tests of its own: silent when all is well, one failure when not.
    fn phase(&mut self, name: &'static str, check: impl FnOnce() -> Result<()>) {
        self.tests(name, || check().map(|()| Tally::default()));
    }

    #[allow(clippy::disallowed_methods, reason = "measuring how long the checks take is real time")]
    fn tests(&mut self, name: &'static str, check: impl FnOnce() -> Result<Tally>) {
        println!("\n== {name}");
        let start = Instant::now();
        let tally = check().unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            Tally { failed: 1, failures: vec![name.to_owned()], ..Tally::default() }
        });
        self.phases.push((name, start.elapsed(), tally.failed == 0));
        self.tally.add(tally);
    }

    fn close(&self) -> ExitCode {
        println!("\n== summary");
        for (name, duration, well) in &self.phases {
            let mark = if *well { "ok" } else { "FAILED" };
            println!("{name:<20} {mark:<7} {}", spoken(*duration));
        }
        for name in &self.tally.failures {
            println!("failed: {name}");
        }
        for name in &self.tally.skipped {
            println!("skipped: {name}");
        }
        let none_may_be_skipped = std::env::var("CI").is_ok_and(|value| value == "true");
        let incomplete = none_may_be_skipped && !self.tally.skipped.is_empty();
        if incomplete {
            println!("with CI=true no test may be skipped");
        }
        println!("{}", self.tally.summary());
        if self.tally.failed > 0 || incomplete { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
