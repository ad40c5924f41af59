//! The daily job `sweep-resources`: what was removed a month ago is gone for good. Its objects are swept
//! by the job of the files.

use super::store;
use crate::app::App;
use crate::files;

/// How long what was removed can be taken back, in days.
const PATIENCE: i64 = 30;

/// Sweeps.
pub async fn sweep(app: App) -> anyhow::Result<()> {
    let old = store::old(&mut *app.read().await?, app.now().plus_days(-PATIENCE)).await?;
    if old.is_empty() {
        return Ok(());
    }
    let mut db = app.write().await?;
    for resource in old {
        store::forget(&mut db, resource.id).await?;
        for file in [resource.file_id, resource.small_id].into_iter().flatten() {
            files::forget(&mut db, file).await?;
        }
    }
    db.commit().await?;
    Ok(())
}
