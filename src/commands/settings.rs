//! `klatsch settings`

use std::process::ExitCode;

use clap::Args;

use super::say;
use crate::config;

/// Prints the settings reference (docs/settings.md).
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch settings > docs/settings.md")]
pub struct Settings {}

impl Settings {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        say(config::reference().trim_end());
        Ok(ExitCode::SUCCESS)
    }
}
