//! What may not be among topics, for `klatsch check`.

use super::store;
use crate::database::{Connection, Result};
use crate::gatherings;

/// What is wrong, a sentence each.
pub async fn broken(db: &mut Connection) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    let pairs = store::pairs(db).await?;
    let misplaced = gatherings::misplaced(db, &pairs).await?;
    if misplaced > 0 {
        broken.push(format!("the topics of {misplaced} gatherings are of another series than the gathering"));
    }
    let twice = store::shared_positions(db).await?;
    if twice > 0 {
        broken.push(format!("{twice} places on published agendas are held by more than one topic"));
    }
    Ok(broken)
}
