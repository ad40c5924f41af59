//! SQL of forgetting a person in what was posted.

use crate::database::{Connection, Writing};
use crate::ids::PersonId;
use crate::personal::{Deed, Erasing, Section};
use crate::run;

/// Nothing: a key is of no use but to count a post once, and is forgotten after three weeks.
pub async fn export(_: &mut Connection, _: PersonId) -> anyhow::Result<Vec<Section>> {
    Ok(Vec::new())
}

/// Forgets what the person posted, and what others posted about them.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let name = who.name_in_json()?;
    let gone = run!(
        db,
        "delete from once where person_id = $1 or replace(path, $2, '') <> path
            or replace(replace(answer, $2, ''), $3, '') <> answer",
        who.person,
        who.person.to_string(),
        name
    )
    .await?;
    Ok(vec![Deed::deleted("once", gone)])
}
