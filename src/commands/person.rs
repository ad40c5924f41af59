//! `klatsch export person` and `klatsch erase person`

use std::io::BufWriter;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::{Common, say, start};
use crate::app::App;
use crate::people::{self, Person};
use crate::personal::Fate;
use crate::privacy::{self, Parcel};
use crate::web::Language;

/// Writes everything that is kept about a person to a ZIP file: the rows as JSON, and the files they added.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch export person --email wren@district.example wren.zip")]
pub struct Whole {
    /// Whose.
    #[arg(long, value_name = "E")]
    email: String,
    /// Where to; nothing there is overwritten.
    #[arg(value_name = "FILE")]
    to: PathBuf,
}

impl Whole {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let app = opened(common).await?;
        let mut db = app.read().await?;
        let person = found(&app, &self.email).await?;
        let sections = privacy::sections(&mut db, person.id).await?;
        drop(db);
        let parcel = Parcel {
            files: app.files.clone(),
            sections,
            language: person.language.as_deref().and_then(Language::of_tag).unwrap_or_default(),
            name: person.name,
            at: app.now().to_rfc3339(),
        };
        let to = self.to.clone();
        let file = std::fs::File::create_new(&to).with_context(|| format!("writing {}", to.display()))?;
        let runtime = tokio::runtime::Handle::current();
        let written = tokio::task::spawn_blocking(move || {
            let out = BufWriter::new(file);
            privacy::write_parcel(&parcel, out, &runtime)
        });
        if let Err(error) = written.await? {
            // Half a file is none.
            std::fs::remove_file(&to).with_context(|| format!("removing {}", to.display()))?;
            return Err(error);
        }
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// Forgets things for good.
#[derive(Debug, Subcommand)]
pub enum Erase {
    /// Forgets a person.
    Person(Forget),
}

/// Forgets a person for good: what only concerns them is deleted, what is counted stays without their name.
/// Without --yes it only says what it would do.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch erase person --email wren@district.example --yes")]
pub struct Forget {
    /// Whom.
    #[arg(long, value_name = "E")]
    email: String,
    /// Do it.
    #[arg(long)]
    yes: bool,
}

impl Erase {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let Erase::Person(forget) = self;
        let app = opened(common).await?;
        let person = found(&app, &forget.email).await?;
        let mut db = app.write().await?;
        people::hold_stewards(&mut db).await?;
        let stewards = people::stewards(&mut db).await?;
        anyhow::ensure!(
            stewards.iter().any(|steward| steward.id != person.id),
            "{} alone looks after Klatsch; make somebody else a steward first",
            person.name
        );
        for deed in privacy::erase(&mut db, &app, &person).await?.iter().filter(|deed| deed.rows > 0) {
            let fate = match deed.fate {
                Fate::Deleted => "deleted",
                Fate::Anonymised => "kept without a name",
            };
            say(format!("{:<20} {:>6} {fate}", deed.table, deed.rows));
        }
        if forget.yes {
            db.commit().await?;
            say(format!("{} is erased. Backups made before still have them.", person.name));
        } else {
            drop(db);
            say(format!("Nothing is changed yet. To erase {} for good, add --yes.", person.name));
        }
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

pub(super) async fn opened(common: &Common) -> anyhow::Result<App> {
    let config = common.config(None)?;
    start::log(&config);
    start::app(config, false).await
}

async fn found(app: &App, email: &str) -> anyhow::Result<Person> {
    let email = email.trim().to_lowercase();
    let person = people::by_email(&mut *app.read().await?, &email).await?;
    person.with_context(|| format!("nobody here has the address {email}"))
}
