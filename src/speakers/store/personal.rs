//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{NetworkId, PersonId, SpeakerId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Offered {
    id: SpeakerId,
    network_id: Option<NetworkId>,
    name: String,
    sorted: String,
    sought: String,
    organisation: String,
    link: String,
    topics: String,
    fee: String,
    note: String,
    offered_at: When,
    withdrawn_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Heard {
    speaker_id: SpeakerId,
    heard_at: When,
}

/// What is kept about a person: whom they offered, and whom they heard.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let offered = rows!(
        db,
        Offered,
        "select id, network_id, name, sorted, sought, organisation, link, topics, fee, note, offered_at, withdrawn_at
         from speakers where offered_by = $1 order by offered_at, id",
        person
    )
    .await?;
    let heard = rows!(
        db,
        Heard,
        "select speaker_id, heard_at from speaker_hearers where person_id = $1 order by heard_at, speaker_id",
        person
    )
    .await?;
    Ok(vec![Section::of("speakers", offered)?, Section::of("speaker_hearers", heard)?])
}

/// Forgets a person: an offer that stands is the district's; one that was withdrawn goes.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let withdrawn =
        run!(db, "delete from speakers where offered_by = $1 and withdrawn_at is not null", who.person).await?;
    let offered =
        run!(db, "update speakers set offered_by = $2 where offered_by = $1", who.person, who.stand_in).await?;
    let heard = run!(db, "delete from speaker_hearers where person_id = $1", who.person).await?;
    let mut deeds = vec![Deed::anonymised("speakers", offered), Deed::deleted("speaker_hearers", heard)];
    if withdrawn > 0 {
        deeds.push(Deed::deleted("speakers", withdrawn));
    }
    Ok(deeds)
}
