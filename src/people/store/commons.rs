//! SQL of the learning commons of schools.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::SchoolId;
use crate::people::commons::Commons;
use crate::{rows_of, run, twenty};

/// The learning commons of these schools; those of which nobody said anything are not in it.
pub async fn of(db: &mut Connection, schools: &[SchoolId]) -> Result<Vec<Commons>> {
    rows_of!(
        db,
        Commons,
        concat!(
            "select school_id, place, hours, offers, updated_at from learning_commons where school_id in ",
            twenty!()
        ),
        schools
    )
    .await
}

/// Keeps what is said of a learning commons, if it is still of the version somebody looked at; says whether it was.
pub async fn put(db: &mut Writing, commons: &Commons, version: Instant) -> Result<bool> {
    let changed = run!(
        db,
        "insert into learning_commons (school_id, place, hours, offers, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (school_id) do update
         set place = excluded.place, hours = excluded.hours, offers = excluded.offers, updated_at = excluded.updated_at
         where learning_commons.updated_at = $6",
        commons.school_id,
        &commons.place,
        &commons.hours,
        &commons.offers,
        commons.updated_at,
        version
    )
    .await?;
    Ok(changed == 1)
}
