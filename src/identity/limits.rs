//! Limits on attempts, kept in the database so that every process counts alike.

use super::store;
use crate::app::App;
use crate::clock::Instant;
use crate::database::Connection;
use crate::web::Failure;

/// Attempts allowed for one subject within [`WINDOW`].
pub const MOST: i64 = 10;
/// The window, in seconds.
pub const WINDOW: i64 = 15 * 60;
/// From one origin, which may be a whole school behind one address.
pub const MOST_BY_ORIGIN: i64 = 100;

/// Counts an attempt against an address and an origin.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many; the attempt is counted all the same.
pub async fn count(app: &App, address: &str, origin: &str) -> Result<(), Failure> {
    let now = app.now();
    let since = now.plus_seconds(-WINDOW);
    let mut too_many = false;
    let mut db = app.write().await?;
    for (subject, most) in [(format!("address {address}"), MOST), (format!("origin {origin}"), MOST_BY_ORIGIN)] {
        store::attempt(&mut db, &subject, now).await?;
        too_many |= store::attempts(&mut db, &subject, since).await? > most;
    }
    db.commit().await?;
    if too_many { Err(Failure::TooMany(WINDOW)) } else { Ok(()) }
}

/// Whether a subject (as `check-in 192.0.2.7`) may try once more; what failed is told to [`failed`].
///
/// # Errors
/// [`Failure::TooMany`] after `most` failures within [`WINDOW`].
pub async fn may_try(db: &mut Connection, subject: &str, most: i64, now: Instant) -> Result<(), Failure> {
    match store::attempts(db, subject, now.plus_seconds(-WINDOW)).await? < most {
        true => Ok(()),
        false => Err(Failure::TooMany(WINDOW)),
    }
}

/// Notes that a subject tried and failed.
pub async fn failed(app: &App, subject: &str) -> Result<(), Failure> {
    let mut db = app.write().await?;
    store::attempt(&mut db, subject, app.now()).await?;
    db.commit().await?;
    Ok(())
}
