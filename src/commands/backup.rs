//! `klatsch backup`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::ensure;
use clap::Args;

use super::{Common, passphrase, say, start};
use crate::app::App;
use crate::backup;
use crate::clock::Clock;
use crate::database;
use crate::files::Files;

/// Writes the whole district, uploads included, to one new file, also while it is served, and reads it
/// back to be sure. Whoever has the file has everything: keep it safe, or encrypt it (in the age format).
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  klatsch backup klatsch-2026-01-14.backup
  klatsch backup --passphrase-file /etc/klatsch/passphrase /backups/klatsch-$(date +%F).backup")]
pub struct Backup {
    /// The file to make.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    passphrase: passphrase::From,
    /// Report as JSON.
    #[arg(long)]
    json: bool,
}

impl Backup {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        start::must_be_there(&config)?;
        let passphrase = self.passphrase.read(true)?;
        let database = start::open(&config).await?;
        let state = database::state(&database).await?;
        ensure!(state.unknown == 0, "this database was made by a newer Klatsch; back it up with that version");
        let files = Files::open(&config.files)?;
        let app = App::new(config, database, files, Clock::System, false);
        let made = backup::make(&app, &self.file, passphrase.as_ref()).await?;
        app.database.close().await;
        let (tables, rows) = (made.contents.rows.len(), made.contents.rows.values().sum::<u64>());
        let (files, bytes) = (made.contents.files, made.bytes);
        if self.json {
            say(serde_json::json!({
                "file": self.file, "bytes": bytes, "encrypted": passphrase.is_some(), "rows": made.contents.rows,
                "files": files, "lost": made.lost, "made_at": made.contents.manifest.made_at,
            }));
        } else {
            let how = if passphrase.is_some() { "encrypted" } else { "not encrypted" };
            say(format!(
                "{}: {rows} rows of {tables} tables and {files} files, {bytes} bytes, {how}; read back and right.",
                self.file.display()
            ));
            for lost in &made.lost {
                say(format!("- not in it: {lost}"));
            }
        }
        Ok(if made.lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}
