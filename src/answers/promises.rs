//! What may not be among answers, for `klatsch check`.

use super::store;
use crate::database::{Connection, Result};
use crate::gatherings;

/// What is wrong, a sentence each.
pub async fn broken(db: &mut Connection) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    let pairs = store::pairs(db).await?;
    let misplaced = gatherings::misplaced(db, &pairs).await?;
    if misplaced > 0 {
        broken.push(format!("the answers of {misplaced} gatherings are of another series than the gathering"));
    }
    let odd = store::odd_waits(db).await?;
    if odd > 0 {
        broken.push(format!("{odd} answers wait without a place in the queue, or have one and do not wait"));
    }
    Ok(broken)
}
