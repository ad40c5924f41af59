//! `klatsch token`

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{Common, say, start};
use crate::identity::{self, Scope};
use crate::people;

/// API tokens.
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Makes a token and prints it alone.
    Create(Create),
}

/// Makes a token for a person and prints it, nothing else. It is shown only now.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  TOKEN=$(klatsch token create --email wren@district.example --name \"absence system\" --write)"
)]
pub struct Create {
    /// Whose token: what it may see and do is what they may.
    #[arg(long, value_name = "E")]
    email: String,
    /// What it is for.
    #[arg(long, value_name = "N")]
    name: String,
    /// It may also change things.
    #[arg(long)]
    write: bool,
    /// How many days it works.
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(i64).range(1..=3650))]
    days: i64,
}

impl Token {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let Token::Create(create) = self;
        let config = common.config(None)?;
        start::log(&config);
        let app = start::app(config, false).await?;
        let email = create.email.trim().to_lowercase();
        let person = people::by_email(&mut *app.read().await?, &email).await?;
        let person = person
            .filter(|person| person.left_at.is_none())
            .ok_or_else(|| anyhow::anyhow!("nobody here has the address {email}"))?;
        let name = create.name.trim();
        anyhow::ensure!(!name.is_empty() && name.chars().count() <= 80, "--name must be 1 to 80 characters");
        let scope = if create.write { Scope::Write } else { Scope::Read };
        say(identity::create_token(&app, person.id, name, scope, create.days).await?);
        app.database.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
