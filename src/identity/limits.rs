//! Limits on attempts, kept in the database so that every process counts alike.

use super::{digest, store};
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Connection, Result as Kept, Writing};
use crate::web::Failure;

/// Attempts allowed for one subject within [`WINDOW`].
pub const MOST: i64 = 10;
/// The window, in seconds.
pub const WINDOW: i64 = 15 * 60;
/// From one origin, which may be a whole school behind one address.
pub const MOST_BY_ORIGIN: i64 = 100;

/// How far the clocks of two processes may disagree, in seconds.
const ASKEW: i64 = 60;

/// What counts now: from when, and until when.
fn window(now: Instant) -> (Instant, Instant) {
    (now.plus_seconds(-WINDOW), now.plus_seconds(ASKEW))
}

/// Counts an attempt against an address and an origin.
///
/// # Errors
/// [`Failure::TooMany`] when there were too many; the attempt is counted all the same.
pub async fn count(app: &App, address: &str, origin: &str) -> Result<(), Failure> {
    let now = app.now();
    let (since, until) = window(now);
    let mut too_many = false;
    let mut db = app.write().await?;
    for (subject, most) in [(format!("address {address}"), MOST), (format!("origin {origin}"), MOST_BY_ORIGIN)] {
        store::attempt(&mut db, &subject, now).await?;
        too_many |= store::attempts(&mut db, &subject, since, until).await? > most;
    }
    db.commit().await?;
    if too_many { Err(Failure::TooMany(WINDOW)) } else { Ok(()) }
}

/// Whether a subject (as `check-in 192.0.2.7`) may try once more; what failed is told to [`failed`].
///
/// # Errors
/// [`Failure::TooMany`] after `most` failures within [`WINDOW`].
pub async fn may_try(db: &mut Connection, subject: &str, most: i64, now: Instant) -> Result<(), Failure> {
    let (since, until) = window(now);
    match store::attempts(db, subject, since, until).await? < most {
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

/// Letters of one kind from one person to another in a day; what is more is a nuisance, and says nothing new.
const LETTERS_A_DAY: i64 = 3;

/// Whether another letter may go out that is known by `about` (what it is, from whom, to whom), and notes it.
/// Whoever takes an invitation back and makes it again fills nobody's mailbox.
///
/// # Errors
/// When the database fails.
pub async fn may_write(db: &mut Writing, about: &str, now: Instant) -> Kept<bool> {
    // Who writes to whom is nobody's to read in a table.
    let subject: String = digest(about).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let subject = format!("letter {subject}");
    if store::attempts(db, &subject, now.plus_days(-1), now.plus_seconds(ASKEW)).await? >= LETTERS_A_DAY {
        return Ok(false);
    }
    store::attempt(db, &subject, now).await?;
    Ok(true)
}

/// Whether somebody may do something so many times more in a day of which `most` are plenty, and notes it; if not, how
/// often they still may.
///
/// # Errors
/// When the database fails.
pub async fn may_do_more(
    db: &mut Writing,
    subject: &str,
    (more, most): (usize, i64),
    now: Instant,
) -> Kept<Result<(), i64>> {
    let done = store::attempts(db, subject, now.plus_days(-1), now.plus_seconds(ASKEW)).await?;
    if done + i64::try_from(more).unwrap_or(i64::MAX - done) > most {
        return Ok(Err((most - done).max(0)));
    }
    for _ in 0..more {
        store::attempt(db, subject, now).await?;
    }
    Ok(Ok(()))
}
