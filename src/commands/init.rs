//! `klatsch init`: the district and its first administrator.

use std::process::ExitCode;

use clap::Args;

use super::{Common, say, start};
use crate::people::{self, Person, Role};
use crate::schools;

/// Makes the district and its first administrator, who signs in with a mailed link.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  klatsch init --district \"Central Okanagan\" --email wren@district.example --name \"Wren Sample\""
)]
pub struct Init {
    /// The district's name.
    #[arg(long, value_name = "NAME")]
    district: String,
    /// The administrator's e-mail address.
    #[arg(long, value_name = "E")]
    email: String,
    /// The administrator's name.
    #[arg(long, value_name = "N")]
    name: String,
    /// The district's first language: en or fr.
    #[arg(long, default_value = "en", value_parser = ["en", "fr"])]
    language: String,
    /// The district's time zone.
    #[arg(long, default_value = "America/Vancouver", value_name = "ZONE")]
    zone: String,
}

impl Init {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        let email = self.email.trim().to_lowercase();
        let zone: calendar::zone::Zone = self.zone.parse().map_err(|error| anyhow::anyhow!("--zone: {error}"))?;
        for (option, value) in [("--district", &self.district), ("--name", &self.name)] {
            anyhow::ensure!(
                !value.trim().is_empty() && value.chars().count() <= 200,
                "{option} must be 1 to 200 characters"
            );
        }
        anyhow::ensure!(email.contains('@') && email.len() <= 254, "--email: an e-mail address has an @ in it");
        let app = start::app(config, false).await?;
        let now = app.now();
        let mut db = app.write().await?;
        schools::found(&mut db, self.district.trim(), &self.language, zone.name(), now).await.map_err(|error| {
            if error.violates("district_pkey") {
                anyhow::anyhow!("there is a district already in this database; nothing was changed")
            } else {
                error.into()
            }
        })?;
        let person = Person {
            id: app.new_id()?,
            name: self.name.trim().to_owned(),
            email,
            school_id: None,
            language: Some(self.language),
            ask_me_about: String::new(),
            created_at: now,
            updated_at: now,
            left_at: None,
        };
        people::insert(&mut db, &person).await?;
        people::set_roles(&mut db, person.id, &[Role::Steward, Role::DistrictStaff]).await?;
        db.commit().await?;
        say(format!("{} is ready. {} signs in at {}/sign-in.", self.district.trim(), person.name, app.url()));
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
