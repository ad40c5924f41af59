//! SQL of forgetting a person of whom work to do still speaks.

use crate::database::{Connection, Writing};
use crate::ids::PersonId;
use crate::personal::{Deed, Erasing, Section};
use crate::run;

/// Nothing: what waits is done within seconds, and what it does stands elsewhere.
pub async fn export(_: &mut Connection, _: PersonId) -> anyhow::Result<Vec<Section>> {
    Ok(Vec::new())
}

/// A letter to the person is not sent any more; where other work names them, it names the stand-in.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let address = serde_json::to_string(&who.email)?;
    let name = who.name_in_json()?;
    // Not `like`: of a name, neither `%` nor `_` may stand for anything else.
    let letters = run!(db, "delete from jobs where replace(payload, $1, '') <> payload", address.trim_matches('"'));
    let letters = letters.await?;
    let named = run!(
        db,
        "update jobs set payload = replace(replace(payload, $1, $2), $3, $4),
                         last_error = replace(replace(last_error, $1, $2), $3, $4)
         where replace(replace(payload, $1, ''), $3, '') <> payload
            or replace(replace(last_error, $1, ''), $3, '') <> last_error",
        who.person.to_string(),
        who.stand_in.to_string(),
        name,
        &who.nameless
    )
    .await?;
    Ok(vec![Deed::deleted("jobs", letters), Deed::anonymised("jobs", named)])
}
