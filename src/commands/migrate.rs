//! `klatsch migrate`

use std::process::ExitCode;

use clap::Args;

use super::{Common, say, start};
use crate::database;

/// Brings the database up to this program. `serve` does it too; this is for doing it beforehand.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch migrate --database postgres://klatsch@localhost/klatsch --json")]
pub struct Migrate {
    /// Report as JSON.
    #[arg(long)]
    json: bool,
}

impl Migrate {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        let database = start::open(&config).await?;
        let before = database::state(&database).await?;
        anyhow::ensure!(before.unknown == 0, "this database was made by a newer Klatsch");
        database::migrate(&database).await?;
        if self.json {
            say(serde_json::json!({ "engine": database.engine_name(), "migrated": before.waiting }));
        } else {
            say(format!("{}: {} migrations ran.", database.engine_name(), before.waiting));
        }
        database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
