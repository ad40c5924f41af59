//! The journeys: a real browser against the real program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::programs::{find, line, root};
use crate::report::Tally;
use crate::{bundle, packages, rust};

/// Runs every journey, or those whose file name contains the filter.
pub fn run(filter: &[&str], after_tests: bool) -> Result<Tally> {
    let folder = root()?.join("tests/journeys");
    let files = journeys(&folder, filter)?;
    if files.is_empty() {
        bail!("no journey is called {}", filter.join(" "));
    }
    let chromium = match chromium() {
        Ok(chromium) => chromium,
        Err(error) => {
            eprintln!("{error:#}");
            return Ok(Tally { skipped: files, ..Tally::default() });
        }
    };
    bundle::install(&folder)?;
    bundle::make()?;
    let program = rust::build(after_tests)?;
    let report = std::env::temp_dir().join(format!("klatsch-journeys-{}", std::process::id()));
    let mut command = Command::new("node");
    command
        .args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args(["--test-reporter=tap", "--test-reporter-destination"])
        .arg(&report)
        .args(&files)
        .env("CHROMIUM", chromium)
        .env("KLATSCH_TEST_PROGRAM", program)
        .current_dir(&folder);
    let status = command.status().with_context(|| format!("could not start {}", line(&command)))?;
    let tally = Tally::of_node(&fs::read_to_string(&report).unwrap_or_default());
    let _ = fs::remove_file(&report);
    if !status.success() && tally.failed == 0 {
        bail!("{} failed ({status})", line(&command));
    }
    Ok(tally)
}

/// The names of the journey files and of the harness's own tests, in order.
fn journeys(folder: &Path, filter: &[&str]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let wanted = filter.is_empty() || filter.iter().any(|word| name.contains(word));
        if (name.ends_with(".journey.mjs") || name.ends_with(".test.mjs")) && wanted {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The system's Chromium: never a downloaded one, which would go stale unseen.
fn chromium() -> Result<PathBuf> {
    if let Some(given) = std::env::var_os("CHROMIUM").filter(|path| !path.is_empty()) {
        return Ok(given.into());
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    packages::install(&["chromium"], "walking the journeys")?;
    installed().context("the package chromium brought no chromium")
}

fn installed() -> Option<PathBuf> {
    find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}
