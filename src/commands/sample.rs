//! `klatsch sample`

use std::process::ExitCode;

use clap::Args;

use super::{Common, say, start};
use crate::{identity, sample};

/// Fills an empty database with an invented district, to measure how Klatsch will run here. Size 1 is a
/// lunch with 60 people and a season of 40 gatherings; 1000 is a province with 60,000 people. Prints what
/// to look at and sessions of its people, as JSON.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch sample --data /tmp/measured --size 100 --sessions 8")]
pub struct Fill {
    /// How large.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=i64::from(sample::LARGEST)))]
    size: u32,
    /// How many of its people to sign in (at most 58 a size).
    #[arg(long, default_value_t = 0)]
    sessions: usize,
}

impl Fill {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(None)?;
        start::log(&config);
        let app = start::app(config, false).await?;
        let made = sample::fill(&app, self.size).await?;
        let mut cookies = Vec::new();
        for person in made.members.iter().filter(|person| **person != made.steward).take(self.sessions) {
            cookies.push(cookie(&app, *person).await?);
        }
        say(serde_json::json!({
            "series": made.series, "long": made.long, "past": made.past, "next": made.next, "coming": made.coming, "topic": made.topic,
            "network": made.network, "year": made.year, "school": made.school, "person": made.host,
            "cookies": { "host": cookie(&app, made.host).await?, "steward": cookie(&app, made.steward).await?,
                         "members": cookies },
        }));
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// What the browser of a person who is signed in sends.
async fn cookie(app: &crate::app::App, person: crate::ids::PersonId) -> anyhow::Result<String> {
    let cookie =
        identity::start_session(app, person, "sample").await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    Ok(cookie.to_str()?.split(';').next().unwrap_or_default().to_owned())
}
