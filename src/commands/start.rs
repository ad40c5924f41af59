//! What commands share: a log, an app with a migrated database.

use anyhow::Context;

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::database::{self, Database, Where};
use crate::files::Files;

/// Starts the log.
pub fn log(config: &Config) {
    let mut filter = tracing_subscriber::EnvFilter::try_new(&config.log).unwrap_or_default();
    // At its finest it names whole addresses, and the address of a sign-in link is a secret.
    if let Ok(silence) = "tower_http::csrf::service=off".parse() {
        filter = filter.add_directive(silence);
    }
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // That a line could not be written it would tell by `eprintln`, which panics where that cannot be written
    // either: a log on a full disk would take the request with it.
    let log = log.log_internal_errors(false);
    // A second start in one process (tests) keeps the first log.
    let _ = if config.log_json { log.json().try_init() } else { log.try_init() };
}

/// Sees that there is a database to look at, for commands that must not make one.
pub fn must_be_there(config: &Config) -> anyhow::Result<()> {
    if let Where::File(path) = &config.database {
        anyhow::ensure!(path.try_exists()?, "there is no database at {}", path.display());
    }
    Ok(())
}

/// Opens the database; makes the data folder.
pub async fn open(config: &Config) -> anyhow::Result<Database> {
    std::fs::create_dir_all(&config.data).with_context(|| format!("the data folder {}", config.data.display()))?;
    let place = match &config.database {
        Where::File(path) => path.display().to_string(),
        Where::Postgres(_) => "the PostgreSQL database".to_owned(),
    };
    Database::open(&config.database).await.with_context(|| format!("opening {place}"))
}

/// An app on a database that is up to date.
pub async fn app(config: Config, demo: bool) -> anyhow::Result<App> {
    let database = open(&config).await?;
    let state = database::state(&database).await?;
    anyhow::ensure!(
        state.unknown == 0,
        "this database was made by a newer Klatsch; use that version, or restore a backup of this one"
    );
    database::migrate(&database).await.context("migrating")?;
    let files = Files::open(&config.files)?;
    Ok(App::new(config, database, files, Clock::System, demo))
}
