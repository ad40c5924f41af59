//! Telling those who keep something made from the ledger of a gathering that it changed.

use std::future::Future;
use std::pin::Pin;

use crate::app::{App, CHANGED};
use crate::database::Writing;
use crate::ids::GatheringId;

/// Is told, in the transaction of the change, that who came to a gathering or what was shared there is not what
/// it was. Who wants to know builds on gatherings, so the app hands this in (`app::CHANGED`).
pub type Changed =
    for<'a> fn(&'a mut Writing, &'a App, GatheringId) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>>;

/// Tells that the ledger of a gathering changed.
pub async fn tell_changed(db: &mut Writing, app: &App, gathering: GatheringId) -> anyhow::Result<()> {
    for changed in CHANGED {
        changed(db, app, gathering).await?;
    }
    Ok(())
}
