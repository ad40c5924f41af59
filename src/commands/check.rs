//! `klatsch check`

use std::process::ExitCode;

use clap::Args;

use super::{Common, say, start};
use crate::app::{App, PROMISES};
use crate::clock::Clock;
use crate::files::Files;
use crate::{backup, database, jobs, schools};

/// Looks whether settings, data folder, database and what is in it are in order, also while it is served:
/// reads every table. Exit status 0 when all is well, 1 when something is not.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch check --json")]
pub struct Check {
    /// Report as JSON.
    #[arg(long)]
    json: bool,
    /// Also reads every upload and compares its checksum.
    #[arg(long)]
    deep: bool,
}

impl Check {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        let database = start::open(&config).await?;
        let state = database::state(&database).await?;
        let mut problems = Vec::new();
        if state.waiting > 0 {
            problems.push(format!("{} migrations have not run: klatsch migrate", state.waiting));
        }
        if state.unknown > 0 {
            problems.push("the database was made by a newer Klatsch".to_owned());
        }
        let probe = config.data.join(".klatsch-check");
        match std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)) {
            Ok(()) => {}
            Err(error) => problems.push(format!("the data folder cannot be written: {error}")),
        }
        let files = Files::open(&config.files)?;
        let app = App::new(config, database, files, Clock::System, false);
        let mut uploads = (0, 0);
        if state.waiting == 0 {
            problems.extend(database::health(&app.database).await?);
            let mut db = app.database.snapshot().await?;
            for promise in PROMISES {
                problems.extend(promise(&mut db).await?);
            }
            drop(db);
            let found = backup::missing(&app, self.deep).await?;
            uploads = (found.named, found.unnamed);
            problems.extend(found.problems);
            if schools::district(&mut *app.read().await?).await?.is_none() {
                problems.push("there is no district yet: klatsch init".to_owned());
            }
            let dead = jobs::left_over(&app).await?.into_iter().filter(|job| job.dead_at.is_some()).count();
            if dead > 0 {
                problems.push(format!("{dead} jobs were given up: see /admin/jobs"));
            }
        }
        let engine = app.database.engine_name();
        if self.json {
            say(serde_json::json!({
                "engine": engine, "ok": problems.is_empty(), "problems": problems,
                "uploads": uploads.0, "objects_without_a_row": uploads.1,
            }));
        } else if problems.is_empty() {
            say(format!("{engine}: all is in order."));
        } else {
            for problem in &problems {
                say(format!("- {problem}"));
            }
        }
        app.database.close().await;
        Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}
