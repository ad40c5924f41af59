//! `klatsch import`: the lists a district already has.

mod oneroster;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::{Common, say, start};
use crate::app::App;
use crate::schools::Imported;
use crate::{people, schools};

/// Takes over schools or people from a CSV file.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Schools, from a list of the district, of Statistics Canada or of the NCES.
    Schools(Schools),
    /// People, with their schools and roles.
    People(People),
    /// Schools and staff, from a set of the standard OneRoster.
    Oneroster(oneroster::Oneroster),
}

const MANNERS: &str = "A second import of the same file changes nothing. What the file does not name is left alone.
A row that cannot be used is left out and reported; a file that cannot be understood changes
nothing: the reason goes to standard error, nothing to standard output, and the exit status is 1.";

/// Takes over schools from a CSV file.
#[derive(Debug, Args)]
#[command(
    after_help = format!("Columns are recognised by their headers, in English or French: the Open Database of Educational
Facilities (levels as ISCED columns), the Common Core of Data (grades, districts), or a list with
columns such as name, level, address, city, postal code, latitude, longitude. UTF-8 or Windows-1252.
{MANNERS}
A school that the file no longer names stays: closing one is somebody's decision.

Examples:
  klatsch import schools schools.csv --dry-run
  klatsch import schools canada.csv --within 49.88,-119.48,25
  klatsch import schools us.csv --district \"Spokane School District\" --json")
)]
pub struct Schools {
    /// The file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only the schools of this district, by its name or number in the file.
    #[arg(long, value_name = "NAME")]
    district: Option<String>,
    /// Only the schools this many kilometres around a place, as 49.88,-119.48,25.
    #[arg(long, value_name = "LAT,LON,KM", allow_hyphen_values = true)]
    within: Option<String>,
    #[command(flatten)]
    manner: Manner,
}

/// Takes over people from a CSV file.
#[derive(Debug, Args)]
#[command(
    after_help = format!("Columns: name (or first and last name), e-mail, school, roles; headers and roles in English or French,
several roles separated by a comma or semicolon. A person is known again by their e-mail address.
A school is found by its name; where it cannot be told which is meant, the row is left out and the
nearest named. An empty school or an empty list of roles leaves what is there.
{MANNERS}
People who were marked as having left stay so. Nobody comes to look after Klatsch by an import.

Examples:
  klatsch import people staff.csv --dry-run
  klatsch import people staff.csv --json")
)]
pub struct People {
    /// The file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    manner: Manner,
}

/// How an import is made.
#[derive(Debug, Clone, Copy, Args)]
pub struct Manner {
    /// Reports what would be done, and does nothing.
    #[arg(long)]
    dry_run: bool,
    /// Report as JSON: {"read":n,"added":n,"changed":n,"unchanged":n,"left_out":[{"row":n,"reason":"…"}]}
    #[arg(long)]
    json: bool,
}

impl Import {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        if let Import::Oneroster(set) = self {
            return Ok(set.run(common).await);
        }
        let config = common.config(None)?;
        start::log(&config);
        // The file first: one that cannot be read does not even make a database.
        let (manner, done) = match self {
            Import::Schools(of) => {
                let list = of.read().await?;
                let app = start::app(config, false).await?;
                (of.manner, take_schools(&app, &list, of.manner.dry_run).await?)
            }
            Import::People(of) => {
                let list = of.read().await?;
                let app = start::app(config, false).await?;
                (of.manner, take_people(&app, &list, of.manner.dry_run).await?)
            }
            Import::Oneroster(_) => return Ok(ExitCode::SUCCESS),
        };
        if manner.json {
            say(serde_json::to_string(&done)?);
        } else {
            say(told(&done, manner.dry_run));
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Schools {
    /// The schools that were asked for.
    async fn read(&self) -> anyhow::Result<roster::schools::Schools> {
        let content = content(&self.file).await?;
        let mut list = roster::schools::read(&content).with_context(|| named(&self.file))?;
        if let Some(district) = &self.district {
            list = list.district(district).context("--district")?;
        }
        if let Some(within) = &self.within {
            let (latitude, longitude, kilometres) = roster::schools::circle(within).context("--within")?;
            list = list.within(latitude, longitude, kilometres).context("--within")?;
        }
        Ok(list)
    }
}

impl People {
    async fn read(&self) -> anyhow::Result<roster::people::People> {
        let content = content(&self.file).await?;
        roster::people::read(&content).with_context(|| named(&self.file))
    }
}

async fn content(file: &Path) -> anyhow::Result<Vec<u8>> {
    tokio::fs::read(file).await.with_context(|| named(file))
}

fn named(file: &Path) -> String {
    file.display().to_string()
}

/// All of it or nothing, in one transaction.
async fn take_schools(app: &App, list: &roster::schools::Schools, dry_run: bool) -> anyhow::Result<Imported> {
    let mut db = app.write().await?;
    let done = schools::import(&mut db, app, list).await.map_err(unchanged)?;
    if !dry_run {
        db.commit().await.map_err(|error| unchanged(error.into()))?;
    }
    Ok(done)
}

/// All of it or nothing, in one transaction.
async fn take_people(app: &App, list: &roster::people::People, dry_run: bool) -> anyhow::Result<Imported> {
    let mut db = app.write().await?;
    let done = people::import(&mut db, app, list).await.map_err(unchanged)?;
    if !dry_run {
        db.commit().await.map_err(|error| unchanged(error.into()))?;
    }
    Ok(done)
}

fn unchanged(error: anyhow::Error) -> anyhow::Error {
    error.context("nothing was changed")
}

/// What was done, for people.
fn told(done: &Imported, dry_run: bool) -> String {
    let rows = |number: u64| if number == 1 { "row" } else { "rows" };
    let mut lines = vec![format!(
        "{} {} read: {} added, {} changed, {} as they were.",
        done.read,
        rows(done.read),
        done.added,
        done.changed,
        done.unchanged
    )];
    let left_out = done.left_out.len() as u64;
    if left_out > 0 {
        lines.push(format!("{left_out} {} left out:", rows(left_out)));
        lines.extend(done.left_out.iter().map(|left| format!("  row {}: {}", left.row, left.reason)));
    }
    if dry_run {
        lines.push("This was a dry run: nothing was changed.".to_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests;
