//! SQL of what was sent to whom.

use std::collections::HashMap;

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, PersonId};
use crate::{rows, run};

/// The digest of what each person was sent last of a gathering.
pub async fn sent(db: &mut Connection, gathering: GatheringId) -> Result<HashMap<PersonId, String>> {
    #[derive(sqlx::FromRow)]
    struct Sent {
        person_id: PersonId,
        digest: String,
    }
    let sent = rows!(db, Sent, "select person_id, digest from mailings where gathering_id = $1", gathering);
    Ok(sent.await?.into_iter().map(|sent| (sent.person_id, sent.digest)).collect())
}

/// Notes that a person was sent something.
pub async fn set_sent(
    db: &mut Writing,
    gathering: GatheringId,
    person: PersonId,
    digest: &str,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into mailings (gathering_id, person_id, digest, sent_at) values ($1, $2, $3, $4)
         on conflict (gathering_id, person_id) do update set digest = excluded.digest, sent_at = excluded.sent_at",
        gathering,
        person,
        digest,
        now
    )
    .await?;
    Ok(())
}
