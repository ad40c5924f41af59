//! `klatsch export`

use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::person::Whole;
use super::{Common, start};
use crate::ids::SeriesId;
use crate::{gatherings, insights};

/// Takes things out again.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// The ledger of a series as CSV, with names.
    Attendance(Attendance),
    /// Everything that is kept about a person, as a ZIP file.
    Person(Whole),
}

/// Prints the ledger of a series as CSV: who was invited, answered, came; topics; guests. Every figure
/// of "does it get used?" can be recomputed from it. It holds names: whoever may run this may see them.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch export attendance --series 019b1d2e-… > ledger.csv")]
pub struct Attendance {
    /// The series: the last part of its page's address.
    #[arg(long, value_name = "ID")]
    series: SeriesId,
}

impl Export {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let series = match self {
            Export::Attendance(Attendance { series }) => series,
            Export::Person(whole) => return whole.run(common).await,
        };
        let config = common.config(None)?;
        start::log(&config);
        let app = start::app(config, false).await?;
        let mut db = app.read().await?;
        let series = gatherings::series(&mut db, series).await?.context("there is no such series")?;
        let loaded = insights::load(&mut db, &series, (None, None), app.now()).await?;
        drop(db);
        let file = ledger::export(&loaded.season, &loaded.names)?;
        use std::io::Write;
        std::io::stdout().write_all(&file)?;
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
