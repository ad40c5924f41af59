//! `klatsch restore`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Common, passphrase, say, start};
use crate::app::App;
use crate::backup;
use crate::clock::Clock;
use crate::files::Files;

/// Restores a backup into an empty place: a new data folder, or a new database of either engine. All of
/// it or nothing.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  klatsch restore klatsch-2026-01-14.backup --data new-folder
  klatsch restore klatsch-2026-01-14.backup --database postgres://klatsch@localhost/klatsch
  klatsch restore klatsch-2026-01-14.backup --look")]
pub struct Restore {
    /// The backup.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    passphrase: passphrase::From,
    /// Only reads the backup through and says what is in it.
    #[arg(long)]
    look: bool,
    /// Leaves out letters and other jobs that waited: for a copy beside the real one.
    #[arg(long)]
    without_mail: bool,
    /// Report as JSON.
    #[arg(long)]
    json: bool,
}

impl Restore {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        let passphrase = self.passphrase.read(false)?;
        // All of it is read before anything is made: what is damaged is refused with nothing touched.
        let contents = backup::look(&self.file, passphrase.as_ref()).await?;
        let mut left_out = 0;
        if !self.look {
            let database = start::open(&config).await?;
            let files = Files::open(&config.files)?;
            let app = App::new(config, database, files, Clock::System, false);
            left_out = backup::restore(&app, &self.file, passphrase.as_ref(), &contents, self.without_mail).await?;
            app.database.close().await;
        }
        let manifest = &contents.manifest;
        let rows: u64 = contents.rows.values().sum();
        if self.json {
            say(serde_json::json!({
                "restored": !self.look, "district": manifest.district, "made_at": manifest.made_at,
                "program": manifest.program, "engine": manifest.engine, "rows": contents.rows,
                "files": contents.files, "jobs_left_out": left_out,
            }));
        } else {
            let done = if self.look { "is whole" } else { "is restored" };
            let (district, made_at, engine) = (&manifest.district, &manifest.made_at, &manifest.engine);
            say(format!(
                "{district} as of {made_at} ({engine}) {done}: {rows} rows of {} tables and {} files.",
                contents.rows.len(),
                contents.files
            ));
            if left_out > 0 {
                say(format!("{left_out} letters and other jobs that waited were left out."));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
