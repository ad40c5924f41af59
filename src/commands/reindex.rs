//! `klatsch reindex`

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{Common, say, start};
use crate::app::App;
use crate::{search, ties};

/// Makes what is made from other tables anew: the search index, and who met whom. `serve` does it by itself in the background when it is needed; this is for
/// waiting until it is done.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch reindex --data klatsch-data")]
pub struct Reindex {
    /// What; without it all of it.
    #[arg(value_enum)]
    what: Option<What>,
    /// Report as JSON.
    #[arg(long)]
    json: bool,
}

/// What is made from other tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// The search index.
    Search,
    /// Who met whom.
    Ties,
}

impl Reindex {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        let app = start::app(config, false).await?;
        let (mut index, mut gatherings) = (None, None);
        if self.what != Some(What::Ties) {
            index = Some(self.search(&app).await?);
        }
        if self.what != Some(What::Search) {
            gatherings = Some(ties::rebuild(&app).await?);
        }
        if self.json {
            let count = |of: fn(search::Renewed) -> u64| index.map(of);
            say(serde_json::json!({
                "seen": count(|done| done.seen), "put": count(|done| done.put), "removed": count(|done| done.removed),
                "gatherings": gatherings,
            }));
        } else {
            if let Some(search::Renewed { seen, put, removed }) = index {
                say(format!("{seen} things seen: {put} put into the index, {removed} taken out of it."));
            }
            if let Some(gatherings) = gatherings {
                say(format!("Ties were made from {gatherings} gatherings and school teams."));
            }
        }
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }

    async fn search(&self, app: &App) -> anyhow::Result<search::Renewed> {
        let mut told = 0;
        search::renew(app, |done| {
            if !self.json && done.seen >= told + 10_000 {
                told = done.seen;
                say(format!("{} things so far.", done.seen));
            }
        })
        .await
    }
}
