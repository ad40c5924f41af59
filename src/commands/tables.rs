//! `klatsch export people`, `schools`, `networks` and `teams`: the tables that pages give, in the language of the
//! district. They hold names and addresses: whoever may run this may see them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use super::Common;
use super::person::opened;
use crate::app::App;
use crate::ids::{NetworkId, PersonId};
use crate::web::{About, Failure, Language, Page, Sheet, SheetKind, Visit};
use crate::{networks, people as colleagues, schools as district_schools, teams, years};

/// Writes a table.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch export people people.xlsx")]
pub struct Table {
    /// Where to, as .csv or .xlsx; nothing there is overwritten.
    #[arg(value_name = "FILE")]
    to: PathBuf,
}

/// Writes all networks, or the members of one.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  klatsch export networks networks.csv\n  klatsch export networks --network 019b1d2e-… members.xlsx"
)]
pub struct OfNetworks {
    /// The members of this network: the last part of its page's address.
    #[arg(long, value_name = "ID")]
    network: Option<NetworkId>,
    /// Where to, as .csv or .xlsx; nothing there is overwritten.
    #[arg(value_name = "FILE")]
    to: PathBuf,
}

/// Writes the school teams of networks.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch export teams --year 2025 teams.xlsx")]
pub struct OfTeams {
    /// Those of this network alone: the last part of its page's address.
    #[arg(long, value_name = "ID")]
    network: Option<NetworkId>,
    /// The year, by the autumn it begins in; without it the ones under way.
    #[arg(long, value_name = "YEAR")]
    year: Option<i16>,
    /// Where to, as .csv or .xlsx; nothing there is overwritten.
    #[arg(value_name = "FILE")]
    to: PathBuf,
}

/// The kind of table a file is, by its ending.
fn kind(to: &Path) -> anyhow::Result<SheetKind> {
    let ending = to.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    ending.parse().map_err(|()| anyhow::anyhow!("{} has to end in .csv or .xlsx", to.display()))
}

/// A visit by nobody, in the language and zone of the district.
async fn visit(app: &App) -> anyhow::Result<Visit> {
    let district = app.district().await?;
    let zone = jiff::tz::TimeZone::get(&district.zone)?;
    let now = app.now();
    Ok(Visit::new(About {
        language: Language::of_tag(&district.language).unwrap_or_default(),
        me: None,
        path: String::new(),
        now,
        today: now.timestamp().to_zoned_datetime(zone.clone()).date(),
        zone,
        flash: None,
        demo: false,
        district: district.name.as_str().into(),
        origin: String::new(),
        chance: app.chance,
    }))
}

fn unexpected(failure: &Failure) -> anyhow::Error {
    anyhow::anyhow!("{failure:?}")
}

/// Writes a file that was not there.
async fn keep(app: App, sheet: Sheet, to: &Path) -> anyhow::Result<ExitCode> {
    let content = sheet.bytes()?;
    let mut file = std::fs::File::create_new(to).with_context(|| format!("writing {}", to.display()))?;
    if let Err(error) = file.write_all(&content) {
        // Half a file is none.
        std::fs::remove_file(to).with_context(|| format!("removing {}", to.display()))?;
        return Err(error).with_context(|| format!("writing {}", to.display()));
    }
    app.database.close().await;
    Ok(ExitCode::SUCCESS)
}

/// `klatsch export people`
pub async fn people(table: Table, common: &Common) -> anyhow::Result<ExitCode> {
    let kind = kind(&table.to)?;
    let app = opened(common).await?;
    let page = Page::new(&visit(&app).await?, "people", "");
    let everyone = colleagues::Search::default();
    // The program itself is in no network: what is for the members of one is not in the file.
    let nobody = PersonId(uuid::Uuid::nil());
    let mut db = app.read().await?;
    let sheet = colleagues::people_sheet(&mut db, (&page, nobody), &everyone, kind)
        .await
        .map_err(|failure| unexpected(&failure))?;
    drop(db);
    keep(app, sheet, &table.to).await
}

/// `klatsch export schools`
pub async fn schools(table: Table, common: &Common) -> anyhow::Result<ExitCode> {
    let kind = kind(&table.to)?;
    let app = opened(common).await?;
    let page = Page::new(&visit(&app).await?, "schools", "");
    let all = district_schools::Search::default();
    let mut db = app.read().await?;
    let sheet = colleagues::schools_sheet(&mut db, &page, &all, kind).await.map_err(|failure| unexpected(&failure))?;
    drop(db);
    keep(app, sheet, &table.to).await
}

impl OfNetworks {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let kind = kind(&self.to)?;
        let app = opened(common).await?;
        let visit = visit(&app).await?;
        let mut db = app.read().await?;
        let sheet = match self.network {
            Some(id) => {
                let network = networks::network(&mut db, id).await?.context("there is no such network")?;
                networks::members_sheet(&mut db, &visit, &network, kind).await
            }
            None => networks::sheet(&mut db, &visit, kind).await,
        };
        let sheet = sheet.map_err(|failure| unexpected(&failure))?;
        drop(db);
        keep(app, sheet, &self.to).await
    }
}

impl OfTeams {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let kind = kind(&self.to)?;
        let app = opened(common).await?;
        let page = Page::new(&visit(&app).await?, "networks", "");
        let mut db = app.read().await?;
        let networks = match self.network {
            Some(id) => vec![networks::network(&mut db, id).await?.context("there is no such network")?],
            None => networks::all(&mut db).await?,
        };
        let mut sheet = teams::begin_sheet(&page, kind)?;
        for network in networks {
            let mut years = years::of_network(&mut db, network.id).await?.into_iter();
            let year = match self.year {
                Some(wanted) => years.find(|year| year.first_date.year() == wanted),
                None => years.find(|year| year.archived_at.is_none()),
            };
            if let Some(year) = year {
                teams::write_sheet(&mut db, &page, &mut sheet, (&network, &year))
                    .await
                    .map_err(|failure| unexpected(&failure))?;
            }
        }
        drop(db);
        keep(app, sheet, &self.to).await
    }
}
