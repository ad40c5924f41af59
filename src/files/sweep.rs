//! The daily job `sweep-files`: removes objects without a row. They are left behind by an upload that
//! stopped halfway, and by files that were removed for good.

use std::collections::HashSet;

use super::store;
use crate::app::App;
use crate::ids::FileId;

/// How old an object must be, in days: one whose row is still being written is younger.
const PATIENCE: i64 = 1;

/// Sweeps, also what stopped on its way in.
pub async fn sweep(app: App) -> anyhow::Result<()> {
    let young = app.now().plus_days(-PATIENCE);
    // The objects first: a row that is written meanwhile belongs to an object that is young.
    let objects = app.files.list().await?;
    let known: HashSet<FileId> = store::all(&mut *app.read().await?).await?.into_iter().map(|file| file.id).collect();
    let mut swept = 0;
    for object in objects {
        if object.written_at < young && !known.contains(&object.id) {
            app.files.delete(object.id).await?;
            swept += 1;
        }
    }
    let before = std::time::UNIX_EPOCH + std::time::Duration::from_micros(u64::try_from(young.0).unwrap_or(0));
    super::spool::sweep(&app.config.data, before);
    if swept > 0 {
        tracing::info!(swept, "removed files that nothing refers to");
    }
    Ok(())
}
