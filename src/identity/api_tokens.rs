//! API tokens: made by a person for a program, shown once, scoped, expiring.

use std::str::FromStr;

use super::{secret::Secret, store};
use crate::app::App;
use crate::clock::Instant;
use crate::ids::{PersonId, TokenId};

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Scope {
    /// Look.
    Read,
    /// Look and change, as its owner may.
    Write,
}

impl FromStr for Scope {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "read" => Ok(Scope::Read),
            "write" => Ok(Scope::Write),
            _ => Err(()),
        }
    }
}

/// A token as its owner sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Token {
    /// Its identifier.
    pub id: TokenId,
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// When it was made.
    pub created_at: Instant,
    /// When it stops working.
    pub expires_at: Instant,
    /// When it was last used (to the hour).
    pub used_at: Option<Instant>,
}

/// Makes a token and gives its text, which is not kept.
pub async fn create(app: &App, person: PersonId, name: &str, scope: Scope, days: i64) -> anyhow::Result<String> {
    let secret = Secret::new(app.chance)?;
    let now = app.now();
    let token = Token {
        id: app.new_id()?,
        name: name.to_owned(),
        scope,
        created_at: now,
        expires_at: now.plus_days(days),
        used_at: None,
    };
    let mut db = app.write().await?;
    store::insert_token(&mut db, &token, &secret.digest(), person).await?;
    db.commit().await?;
    Ok(secret.reveal().to_owned())
}
