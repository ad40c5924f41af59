//! The program `klatsch`: one file per command.
//!
//! What a command reports goes to standard output, what went wrong to standard error; the exit
//! status is 0, 1 when the work could not be done, 2 when the command line is wrong.

mod backup;
mod check;
mod demo;
mod export;
mod import;
mod init;
mod migrate;
mod passphrase;
mod person;
mod plan;
mod reindex;
mod restore;
mod sample;
mod serve;
mod settings;
mod start;
mod tables;
mod token;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{BadSetting, Config, Layers};
use crate::database::Trouble;

/// Runs the professional learning network of a school district.
#[derive(Debug, Parser)]
#[command(
    name = "klatsch",
    version,
    after_help = "Example:\n  klatsch serve --listen 127.0.0.1:8080 --data klatsch-data"
)]
struct Program {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
struct Common {
    /// The data folder.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// postgres://… or sqlite:PATH instead of the file in the data folder.
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// The settings file (klatsch.toml here, if there is one).
    #[arg(long, global = true, value_name = "FILE", env = "KLATSCH_CONFIG")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the district.
    Serve(serve::Serve),
    /// Makes the district and its first administrator.
    Init(init::Init),
    /// Brings the database up to this program.
    Migrate(migrate::Migrate),
    /// Looks whether everything is in order.
    Check(check::Check),
    /// Writes everything to one file.
    Backup(backup::Backup),
    /// Restores a backup into an empty place.
    Restore(restore::Restore),
    /// Takes over schools or people from a CSV file.
    #[command(subcommand)]
    Import(import::Import),
    /// Serves a demonstration district.
    Demo(demo::Demo),
    /// Takes things out again.
    #[command(subcommand)]
    Export(export::Export),
    /// Forgets things for good.
    #[command(subcommand)]
    Erase(person::Erase),
    /// Plans without a district.
    #[command(subcommand)]
    Plan(plan::Plan),
    /// Fills an empty database with an invented district, to measure.
    Sample(sample::Fill),
    /// API tokens.
    #[command(subcommand)]
    Token(token::Token),
    /// Makes the search index and the ties anew.
    Reindex(reindex::Reindex),
    /// Prints the settings reference.
    Settings(settings::Settings),
}

impl Common {
    /// The settings of file, environment and command line.
    fn config(&self, listen: Option<&str>) -> Result<Config, BadSetting> {
        let mut layers = Layers::default();
        let file = self.config.clone().unwrap_or_else(|| PathBuf::from("klatsch.toml"));
        layers.file(&file, self.config.is_some())?;
        layers.environment(std::env::vars_os().filter_map(|(name, value)| {
            // A variable that is no text is none of ours.
            Some((name.into_string().ok()?, value.into_string().ok()?))
        }))?;
        let data = self.data.as_ref().map(|path| path.display().to_string());
        for (key, value) in [("data", data.as_deref()), ("database", self.database.as_deref()), ("listen", listen)] {
            if let Some(value) = value {
                layers.set(key, value.to_owned(), "command line")?;
            }
        }
        layers.check()
    }
}

/// Runs the program.
pub fn main() -> ExitCode {
    let program = Program::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return complain(&error.into()),
    };
    match runtime.block_on(run(program)) {
        Ok(status) => status,
        Err(error) => complain(&error),
    }
}

async fn run(program: Program) -> anyhow::Result<ExitCode> {
    let common = program.common;
    match program.command {
        Command::Serve(command) => command.run(&common).await,
        Command::Init(command) => command.run(&common).await,
        Command::Migrate(command) => command.run(&common).await,
        Command::Check(command) => command.run(&common).await,
        Command::Backup(command) => command.run(&common).await,
        Command::Restore(command) => command.run(&common).await,
        Command::Import(command) => command.run(&common).await,
        Command::Demo(command) => command.run(&common).await,
        Command::Export(command) => command.run(&common).await,
        Command::Erase(command) => command.run(&common).await,
        Command::Plan(command) => command.run(),
        Command::Sample(command) => command.run(&common).await,
        Command::Token(command) => command.run(&common).await,
        Command::Reindex(command) => command.run(&common).await,
        Command::Settings(command) => command.run(),
    }
}

#[allow(clippy::print_stderr, reason = "a command line program complains here")]
fn complain(error: &anyhow::Error) -> ExitCode {
    match Trouble::of(error) {
        Some(trouble) => eprintln!("klatsch: {}: {error:#}", trouble.words()),
        None => eprintln!("klatsch: {error:#}"),
    }
    ExitCode::from(1)
}

/// Prints a line of what a command reports. A closed pipe is the reader's wish, not our error.
fn say(line: impl std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{line}");
}
