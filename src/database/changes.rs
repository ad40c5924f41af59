//! A number that grows whenever something was written: what was rendered at one number may be shown
//! again as long as it stands.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Connection as Either, Database, Engine, Reading, Result};

/// Counts the writings of this process, and what [`Watch`] sees of others. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Changes(Arc<AtomicU64>);

impl Changes {
    /// The number, to be taken before anything is read.
    pub fn now(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Something was written.
    pub fn happened(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }
}

/// Looks whether other programs wrote: a second process on the same PostgreSQL, `klatsch import`
/// beside `klatsch serve`.
///
/// Asking is one small query a second. `notify` at each commit would be quicker by that second, but
/// PostgreSQL lets transactions that notify commit only one at a time.
#[derive(Debug)]
pub struct Watch {
    reading: Reading,
    seen: Option<String>,
}

impl Watch {
    /// Begins to watch, on a connection of its own.
    pub async fn begin(database: &Database) -> Result<Watch> {
        Ok(Watch { reading: database.read().await?, seen: None })
    }

    /// Whether anything was written since the last look (also by this process).
    pub async fn look(&mut self) -> Result<bool> {
        let stamp = stamp(&mut self.reading).await?;
        // The first look cannot know what happened before it.
        let changed = self.seen.as_ref() != Some(&stamp);
        self.seen = Some(stamp);
        Ok(changed)
    }
}

/// Of SQLite the counter that changes when another connection commits (pragma.html#pragma_data_version),
/// of PostgreSQL which transactions that write have ended. Not only the number of the next one: that does
/// not move when the older of two that write at once ends after the younger.
async fn stamp(db: &mut Either) -> Result<String> {
    Ok(match db.engine() {
        Engine::Sqlite(connection) => {
            let version: i64 = sqlx::query_scalar("pragma data_version").fetch_one(connection).await?;
            version.to_string()
        }
        Engine::Postgres(connection) => {
            let ended = "select cast(pg_current_snapshot() as text)";
            sqlx::query_scalar(ended).fetch_one(connection).await?
        }
    })
}
