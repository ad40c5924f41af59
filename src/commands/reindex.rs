//! `klatsch reindex`

use std::process::ExitCode;

use clap::Args;

use super::{Common, say, start};
use crate::search;

/// Makes the search index anew. `serve` does it by itself in the background when it is needed; this is for
/// waiting until it is done.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch reindex --data klatsch-data")]
pub struct Reindex {
    /// Report as JSON.
    #[arg(long)]
    json: bool,
}

impl Reindex {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        let app = start::app(config, false).await?;
        let mut told = 0;
        let renewed = search::renew(&app, |done| {
            if !self.json && done.seen >= told + 10_000 {
                told = done.seen;
                say(format!("{} things so far.", done.seen));
            }
        })
        .await?;
        let search::Renewed { seen, put, removed } = renewed;
        if self.json {
            say(serde_json::json!({ "seen": seen, "put": put, "removed": removed }));
        } else {
            say(format!("{seen} things seen: {put} put into the index, {removed} taken out of it."));
        }
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
