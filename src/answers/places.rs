//! Giving places, and letting answers to a series reach a gathering of it. The transaction holds the gathering; one
//! with room for everyone it may hold together with others, since then nothing here is counted, and of two who do the
//! same each row is changed by one.

use super::store;
use crate::database::{Result, Writing};
use crate::gatherings::Gathering;
use crate::ids::PersonId;

/// Brings the answers of a gathering up to date that this transaction holds and that can be answered:
/// answers to the series that have not reached it (it was added or restored) do now, and free places are
/// given to those who wait. Says who was given one and must be told.
pub async fn settle_held(db: &mut Writing, gathering: &Gathering) -> Result<Vec<PersonId>> {
    let mut promoted = settled(db, gathering).await?;
    promoted.extend(fill(db, gathering).await?);
    Ok(promoted)
}

/// Lets answers to the series that have not reached a held gathering stand there. Those who waited
/// already are given places first; they are the answer.
pub async fn settled(db: &mut Writing, gathering: &Gathering) -> Result<Vec<PersonId>> {
    let Some(series) = gathering.series_id else { return Ok(Vec::new()) };
    if !store::unsettled(db, gathering.id, series).await? {
        return Ok(Vec::new());
    }
    settle(db, gathering).await
}

/// The same where it is known that some have not.
pub async fn settle(db: &mut Writing, gathering: &Gathering) -> Result<Vec<PersonId>> {
    let Some(series) = gathering.series_id else { return Ok(Vec::new()) };
    store::remove_stale(db, gathering.id, series).await?;
    let promoted = fill(db, gathering).await?;
    let places = free(db, gathering).await?;
    store::insert_missing(db, gathering.id, series, places).await?;
    Ok(promoted)
}

/// Gives the free places of a held gathering to those who have waited longest, and says to whom.
pub async fn fill(db: &mut Writing, gathering: &Gathering) -> Result<Vec<PersonId>> {
    match free(db, gathering).await? {
        0 => Ok(Vec::new()),
        places => store::promote(db, gathering.id, places).await,
    }
}

/// How many places are free; never below none, also when the capacity was lowered under those who come.
pub async fn free(db: &mut Writing, gathering: &Gathering) -> Result<i64> {
    match gathering.capacity {
        Some(capacity) => Ok((capacity - store::counts(db, gathering.id).await?.yes).max(0)),
        None => Ok(i64::MAX),
    }
}
