//! Wishing for treats and promising them.

use super::store;
use super::treat::{NewTreat, Treat};
use crate::app::App;
use crate::database::Writing;
use crate::gatherings::Gathering;
use crate::ids::{PersonId, TreatId};
use crate::web::{Failure, Message};

/// Puts a treat on the list of a gathering, and perhaps promises one.
pub async fn offer(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    by: PersonId,
    new: &NewTreat,
) -> anyhow::Result<TreatId> {
    let treat = Treat {
        id: app.new_id()?,
        gathering_id: gathering.id,
        series_id: gathering.series_id,
        title: new.title.clone(),
        wanted: new.wanted,
        added_by: by,
        added_at: app.now(),
        removed_at: None,
    };
    store::insert(db, &treat).await?;
    if new.mine {
        store::add_claim(db, treat.id, by, app.now()).await?;
    }
    Ok(treat.id)
}

/// Promises one of a treat.
///
/// # Errors
/// That all of it is promised already, or that it is off the list.
pub async fn claim(db: &mut Writing, app: &App, id: TreatId, person: PersonId) -> Result<Treat, Failure> {
    let treat = store::hold(db, id).await?.ok_or(Failure::NotFound)?;
    if store::promised(db, id).await? >= treat.wanted {
        return Err(Failure::Stale(Message::new("treats-taken").with("treat", treat.title.as_str())));
    }
    store::add_claim(db, id, person, app.now()).await?;
    Ok(treat)
}
