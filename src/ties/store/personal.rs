//! SQL of what is kept about a person, and of forgetting them.

use uuid::Uuid;

use super::pairs;
use crate::database::{Connection, Writing};
use crate::ids::{GatheringId, PersonId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::ties::tie::Source;
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Wished {
    shown: bool,
    said_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Greeted {
    to_person: PersonId,
    words: String,
    /// To what it invited them.
    gathering_id: Option<GatheringId>,
    sent_at: When,
}

/// What is kept about a person: their wish, and the letters they wrote and
/// the invitations they sent. Whom they met follows from what is
/// noted of them at gatherings, which stands in the export already.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let wishes = rows!(db, Wished, "select shown, said_at from tie_wishes where person_id = $1", person).await?;
    let greetings = rows!(
        db,
        Greeted,
        "select to_person, words, gathering_id, sent_at from tie_greetings where from_person = $1 order by sent_at, id",
        person
    )
    .await?;
    Ok(vec![Section::of("tie_wishes", wishes)?, Section::of("tie_greetings", greetings)?])
}

/// Forgets a person. Where they were is looked at again: there the ledger has somebody nameless now.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let seen = pairs::seen_with(db, who.person).await?;
    let noted: Vec<(Uuid, Source)> =
        seen.into_iter().map(|source| Ok((who.app.new_id()?, source))).collect::<anyhow::Result<_>>()?;
    pairs::note_all_of(db, &noted).await?;
    let (parts, ties) = pairs::forget(db, who.person).await?;
    // Who stands where is drawn anew without them.
    run!(db, "delete from tie_pictures").await?;
    let wishes = run!(db, "delete from tie_wishes where person_id = $1", who.person).await?;
    let greetings = run!(db, "delete from tie_greetings where from_person = $1 or to_person = $1", who.person).await?;
    Ok(vec![
        Deed::deleted("tie_parts", parts),
        Deed::deleted("tie_pairs", ties),
        Deed::deleted("tie_wishes", wishes),
        Deed::deleted("tie_greetings", greetings),
    ])
}
