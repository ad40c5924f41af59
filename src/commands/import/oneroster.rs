//! `klatsch import oneroster`

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::TypedValueParser as _;
use futures_util::FutureExt;

use super::super::{Common, say, start};
use crate::rostering::{self, Report, Wish};

/// Takes over schools and staff from a OneRoster set.
#[derive(Debug, Args)]
#[command(
    after_help = "A set is a .zip or a folder with manifest.csv, orgs.csv, users.csv and, in version 1.2, roles.csv.
Bulk and delta sets are taken. Students and families are counted and skipped. A school or a person whom a bulk set
no longer names: the school stays, the person leaves, keeps their history and loses their access.
A set with an error changes nothing, and the exit status is 1. See docs/oneroster.md.

Examples:
  klatsch import oneroster set.zip --dry-run
  klatsch import oneroster set.zip --json
  klatsch import oneroster set.zip --allow-leave-share 35"
)]
pub struct Oneroster {
    /// The set: a .zip or a folder.
    #[arg(value_name = "PATH", value_parser = clap::builder::OsStringValueParser::new().map(PathBuf::from))]
    path: PathBuf,
    /// Reports the difference, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// Report as one JSON value, also when the set is refused.
    #[arg(long)]
    json: bool,
    /// Lets more people leave at once than the setting leave_share, in percent of those that sets brought.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u64).range(0..=100))]
    allow_leave_share: Option<u64>,
}

impl Oneroster {
    /// Never fails otherwise than by a report: whoever reads it by a program reads one JSON value in any case.
    pub(super) async fn run(self, common: &Common) -> ExitCode {
        let (json, dry_run) = (self.json, self.dry_run);
        let report = match AssertUnwindSafe(self.take(common)).catch_unwind().await {
            Ok(report) => report,
            Err(_) => Report::default().refused(STOPPED),
        };
        let text = if json {
            serde_json::to_string(&report).unwrap_or_else(|_| r#"{"errors":[{"problem":"no JSON"}]}"#.to_owned())
        } else {
            told(&report, dry_run)
        };
        say(text);
        if report.is_right() { ExitCode::SUCCESS } else { ExitCode::from(1) }
    }

    async fn take(self, common: &Common) -> Report {
        let config = match common.config(None) {
            Ok(config) => config,
            Err(error) => return Report::default().refused(&error.to_string()),
        };
        start::log(&config);
        let path = self.path.clone();
        let read = tokio::task::spawn_blocking(move || ::oneroster::read(&path)).await;
        let Ok(set) = read else {
            return Report::default().refused(UNREAD);
        };
        let report = Report::of(&set);
        if !report.is_right() {
            // One that is refused does not even make a database.
            return report;
        }
        let leave_share = self.allow_leave_share.unwrap_or(config.leave_share);
        let wish = Wish { dry_run: self.dry_run, leave_share };
        let done = match start::app(config, false).await {
            Ok(app) => rostering::import(&app, set, wish).await,
            Err(error) => Err(error),
        };
        done.unwrap_or_else(|error| report.refused(&format!("{error:#}")))
    }
}

/// What was done, for people.
fn told(report: &Report, dry_run: bool) -> String {
    let mut lines = Vec::new();
    if let Some(version) = report.version {
        let skipped: Vec<String> = report.skipped.iter().map(|(role, number)| format!("{number} {role}")).collect();
        let skipped = if skipped.is_empty() { "nobody".to_owned() } else { skipped.join(", ") };
        lines.push(format!(
            "OneRoster {version}: {} schools, {} staff; skipped: {skipped}.",
            report.schools, report.staff
        ));
    }
    if report.is_right() {
        for (what, changes) in [("Schools", report.of.schools), ("People", report.of.people)] {
            let (add, change, leave, unchanged) = (changes.add, changes.change, changes.leave, changes.unchanged);
            lines.push(format!("{what}: {add} added, {change} changed, {leave} left, {unchanged} as they were."));
        }
    }
    let who = &report.who;
    for (what, names) in
        [("New schools", &who.schools), ("New", &who.add), ("Changed", &who.change), ("Leaving", &who.leave)]
    {
        if !names.is_empty() {
            lines.push(format!("{what}: {}", names.join(", ")));
        }
    }
    for (what, problems) in [("Refused", &report.errors), ("Mind", &report.warnings)] {
        for problem in problems {
            let row = problem.row.map(|row| format!(", row {row}")).unwrap_or_default();
            let column = problem.column.as_ref().map(|column| format!(", {column}")).unwrap_or_default();
            lines.push(format!("{what}: {}{row}{column}: {}", problem.file, problem.problem.en));
        }
    }
    lines.push(
        match (report.is_right(), dry_run) {
            (false, _) => "Nothing was changed.",
            (true, true) => "This was a dry run: nothing was changed.",
            (true, false) => "Done.",
        }
        .to_owned(),
    );
    lines.join("\n")
}

const STOPPED: &str = "The program stopped in the middle; please report this";
const UNREAD: &str = "The set could not be read to its end; please report this";
