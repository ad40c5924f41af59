//! SQL of the learning commons of schools.

use super::directory::FEW;
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::SchoolId;
use crate::people::commons::Commons;
use crate::{rows, run};

/// The learning commons of these schools; those of which nobody said anything are not in it.
pub async fn of(db: &mut Connection, schools: &[SchoolId]) -> Result<Vec<Commons>> {
    let mut all = Vec::new();
    for few in schools.chunks(FEW) {
        let at = |place: usize| few.get(place).or(few.last()).copied();
        all.extend(
            rows!(
                db,
                Commons,
                "select school_id, place, hours, offers, updated_at from learning_commons
                 where school_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
                at(0),
                at(1),
                at(2),
                at(3),
                at(4),
                at(5),
                at(6),
                at(7),
                at(8),
                at(9),
                at(10),
                at(11),
                at(12),
                at(13),
                at(14),
                at(15),
                at(16),
                at(17),
                at(18),
                at(19)
            )
            .await?,
        );
    }
    Ok(all)
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
