//! Making the index anew from the domains whose things it tells of.
//!
//! It is done when the program makes other words of a text than the index holds, when the index did not
//! come along (a backup restored into another engine), and once a day, to mend what should not have gone
//! astray. What is as it should be is left alone, so that a day's round is short. Each step is its own
//! transaction: nobody waits for the whole, and a search under way finds what was there before.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use uuid::Uuid;

use super::document::VERSION;
use super::{Document, Kind, index, store};
use crate::app::{App, SOURCES};
use crate::database::{Connection, Writing};
use crate::jobs;

/// The name of the job.
pub const JOB: &str = "search-renew";

/// How many things are looked at in one transaction.
const STEP: i64 = 250;

/// A domain's things of some kind, in the order of their identifiers.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// What they are.
    pub kind: Kind,
    /// The next so many things after an identifier, each with what can be found of it, if it can be found.
    pub after: After,
}

/// See [`Source::after`].
pub type After = for<'a> fn(
    &'a mut Connection,
    Uuid,
    i64,
)
    -> Pin<Box<dyn Future<Output = anyhow::Result<Vec<(Uuid, Option<Document>)>>> + Send + 'a>>;

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Things that were looked at.
    pub seen: u64,
    /// Documents that were put, or put anew.
    pub put: u64,
    /// Documents that were taken away.
    pub removed: u64,
}

/// Has the index made anew in the background if it is not of this program's version; asked at each start.
pub async fn begin(app: &App) -> anyhow::Result<()> {
    let (_, current) = store::filled(&mut *app.read().await?, VERSION).await?;
    if !current {
        let mut db = app.write().await?;
        jobs::enqueue(&mut db, app, JOB, &(), app.now(), Some("search-renew-version")).await?;
        db.commit().await?;
    }
    Ok(())
}

/// The job.
pub async fn job(app: App) -> anyhow::Result<()> {
    let renewed = renew(&app, |_| {}).await?;
    if renewed.put + renewed.removed > 0 {
        tracing::info!(seen = renewed.seen, put = renewed.put, removed = renewed.removed, "made the search index anew");
    }
    Ok(())
}

/// So many new documents change how the rest is best searched.
const MANY: u64 = 1_000;

/// Makes the index anew; `progress` is told after each step.
pub async fn renew(app: &App, mut progress: impl FnMut(Renewed)) -> anyhow::Result<Renewed> {
    let mut done = Renewed::default();
    let mut db = app.write().await?;
    let (filled, _) = store::filled(&mut db, VERSION).await?;
    if !filled {
        // The documents may have come without their words.
        store::clear(&mut db).await?;
        store::clear_words(&mut db).await?;
        store::set_version(&mut db, 0).await?;
    }
    db.commit().await?;
    for source in SOURCES {
        let mut after = Some(Uuid::nil());
        while let Some(from) = after {
            let mut db = app.write().await?;
            after = step(&mut db, source, from, &mut done).await?;
            db.commit().await?;
            progress(done);
        }
    }
    let mut db = app.write().await?;
    store::set_version(&mut db, VERSION).await?;
    if done.put >= MANY {
        store::weigh(&mut db).await?;
    }
    db.commit().await?;
    Ok(done)
}

/// Looks at the next things of a source; answers where to go on.
async fn step(db: &mut Writing, source: &Source, from: Uuid, done: &mut Renewed) -> anyhow::Result<Option<Uuid>> {
    store::hold(db).await?;
    let things = (source.after)(db, from, STEP).await?;
    let next = things.last().map(|(id, _)| *id).filter(|_| i64::try_from(things.len()).is_ok_and(|len| len >= STEP));
    let upto = next.unwrap_or(Uuid::max());
    let mut astray: HashMap<Uuid, i64> = store::between(db, source.kind, from, upto).await?.into_iter().collect();
    let mut new = Vec::new();
    for document in things.iter().filter_map(|(_, document)| document.as_ref()) {
        match astray.remove(&document.id) {
            Some(digest) if digest == document.digest() => {}
            Some(_) => done.put += u64::from(index::put_held(db, document).await?),
            None => new.push(document),
        }
    }
    done.seen += things.len() as u64;
    done.put += new.len() as u64;
    index::put_new_held(db, &new).await?;
    for id in astray.into_keys() {
        done.removed += 1;
        index::remove_held(db, id).await?;
    }
    Ok(next)
}
