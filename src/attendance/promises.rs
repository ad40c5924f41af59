//! What may not be in the ledger, for `klatsch check`.

use super::store;
use crate::database::{Connection, Result};
use crate::gatherings;

/// What is wrong, a sentence each.
pub async fn broken(db: &mut Connection) -> Result<Vec<String>> {
    let pairs = store::pairs(db).await?;
    let misplaced = gatherings::misplaced(db, &pairs).await?;
    Ok((misplaced > 0)
        .then(|| format!("the marks of {misplaced} gatherings are of another series than the gathering"))
        .into_iter()
        .collect())
}
