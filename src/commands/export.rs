//! `klatsch export`

use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::person::Whole;
use super::tables::{OfNetworks, OfTeams, Table, people, schools};
use super::{Common, start};
use crate::ids::SeriesId;
use crate::{gatherings, insights, ties};

/// Takes things out again.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// The ledger of a series as CSV, with names.
    Attendance(Attendance),
    /// Everything that is kept about a person, as a ZIP file.
    Person(Whole),
    /// The directory as CSV or XLSX: people who have not left, with their school, roles and profile.
    People(Table),
    /// The schools as CSV or XLSX.
    Schools(Table),
    /// All networks as CSV or XLSX, or the members of one.
    Networks(OfNetworks),
    /// The school teams of networks as CSV or XLSX: a row for each seat.
    Teams(OfTeams),
    /// Who met whom in a school year as CSV, to recompute every figure of the map.
    Ties(Ties),
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

/// Prints who met whom in a school year as CSV: a row for each person who came to a gathering, and a row for each
/// tie. docs/ties.md says what is what. Who does not let themselves be shown has a number instead of a name.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch export ties --year 2025 > ties.csv")]
pub struct Ties {
    /// The school year, by the autumn it begins in; without it the one under way.
    #[arg(long, value_name = "YEAR")]
    year: Option<i64>,
}

impl Export {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        match self {
            Export::Attendance(command) => command.run(common).await,
            Export::Person(whole) => whole.run(common).await,
            Export::People(table) => people(table, common).await,
            Export::Schools(table) => schools(table, common).await,
            Export::Networks(command) => command.run(common).await,
            Export::Teams(command) => command.run(common).await,
            Export::Ties(command) => command.run(common).await,
        }
    }
}

impl Ties {
    async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        let app = start::app(config, false).await?;
        ties::catch_up(&app).await?;
        let zone = jiff::tz::TimeZone::get(&app.district().await?.zone)?;
        let year = self.year.unwrap_or_else(|| ties::school_year(app.now().timestamp().to_zoned_datetime(zone).date()));
        let salt = app.new_id()?;
        let file = ties::export(&mut *app.read().await?, year, salt).await?;
        print(&file)?;
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

fn print(file: &[u8]) -> anyhow::Result<()> {
    use std::io::Write;
    std::io::stdout().write_all(file)?;
    Ok(())
}

impl Attendance {
    async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let Attendance { series } = self;
        let config = common.config(None)?;
        start::log(&config);
        let app = start::app(config, false).await?;
        let mut db = app.read().await?;
        let series = gatherings::series(&mut db, series).await?.context("there is no such series")?;
        let loaded = insights::load(&mut db, &series, (None, None), app.now()).await?;
        drop(db);
        let file = ledger::export(&loaded.season, &loaded.names)?;
        print(&file)?;
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
