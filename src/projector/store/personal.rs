//! SQL of forgetting a person.

use crate::database::{Connection, Writing};
use crate::ids::PersonId;
use crate::personal::{Deed, Erasing, Section};
use crate::run;

/// Nothing: that somebody moved a gathering along says nothing about them but that they hosted it.
pub async fn export(_: &mut Connection, _: PersonId) -> anyhow::Result<Vec<Section>> {
    Ok(Vec::new())
}

/// Forgets a person: somebody moved it along, somebody put up the screen.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let (old, new) = (who.person, who.stand_in);
    let runs = run!(db, "update runs set updated_by = $2 where updated_by = $1", old, new).await?;
    let screens = run!(db, "update screens set made_by = $2 where made_by = $1", old, new).await?;
    Ok(vec![Deed::anonymised("runs", runs), Deed::anonymised("screens", screens)])
}
