//! Passwords: argon2id with the crate's defaults (19 MiB, 2 passes, 1 lane: OWASP's first choice),
//! two at a time and off the async threads, so that guessing cannot starve the pages.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use super::store;
use crate::app::App;
use crate::ids::PersonId;
use crate::web::Problems;

/// The shortest password; NIST SP 800-63B section 5.1.1.2 asks for at least 8.
pub const SHORTEST: usize = 10;
/// The longest, so that hashing has a bound.
pub const LONGEST: usize = 200;

static SLOTS: Semaphore = Semaphore::const_new(2);

/// Whether a new password will do.
pub fn check(password: &str, problems: &mut Problems) {
    let characters = password.chars().count();
    if characters < SHORTEST {
        problems.add("password", "password-too-short");
    } else if characters > LONGEST {
        problems.add("password", "password-too-long");
    }
}

/// Hashes a password.
pub async fn hash(app: &App, password: String) -> anyhow::Result<String> {
    let salt = app.chance.bytes::<16>()?;
    let _slot = SLOTS.acquire().await?;
    tokio::task::spawn_blocking(move || {
        Argon2::default()
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .map_err(|error| anyhow::anyhow!("hashing: {error}"))
    })
    .await?
}

/// Whether a password is the one of a hash. Without a hash as much work is done, so that the time
/// taken does not say who has a password.
pub async fn verify(app: &App, password: String, kept: Option<String>) -> anyhow::Result<bool> {
    let Some(kept) = kept else {
        hash(app, password).await?;
        return Ok(false);
    };
    let _slot = SLOTS.acquire().await?;
    Ok(tokio::task::spawn_blocking(move || {
        PasswordVerifier::<str>::verify_password(&Argon2::default(), password.as_bytes(), kept.as_str()).is_ok()
    })
    .await?)
}

/// Gives a person a password.
pub async fn set(app: &App, person: PersonId, password: String) -> anyhow::Result<()> {
    let hash = hash(app, password).await?;
    let mut db = app.write().await?;
    store::set_password(&mut db, person, &hash, app.now()).await?;
    db.commit().await?;
    Ok(())
}
