//! SQL of what is kept about a person, and of forgetting them.

use crate::database::{Connection, Writing};
use crate::ids::{GatheringId, PersonId, TopicId};
use crate::personal::{Deed, Erasing, Section, When};
use crate::topics::State;
use crate::{rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Proposed {
    id: TopicId,
    gathering_id: GatheringId,
    title: String,
    about: String,
    tags: String,
    minutes: i64,
    state: State,
    declined_why: Option<String>,
    carried: i64,
    created_at: When,
    updated_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Keen {
    topic_id: TopicId,
    title: String,
    hear: bool,
    share: bool,
    said_at: When,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Arranged {
    gathering_id: GatheringId,
    updated_at: When,
}

/// What is kept about a person: what they proposed, what they are keen on, and which agendas they arranged
/// last.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let topics = rows!(
        db,
        Proposed,
        "select id, gathering_id, title, about, tags, minutes, state, declined_why, carried, created_at, updated_at
         from topics where person_id = $1 order by created_at, id",
        person
    )
    .await?;
    let keen = rows!(
        db,
        Keen,
        "select topic_id, title, hear, share, said_at from keen join topics on topics.id = topic_id
         where keen.person_id = $1 order by said_at, topic_id",
        person
    )
    .await?;
    let agendas = rows!(
        db,
        Arranged,
        "select gathering_id, updated_at from agendas where updated_by = $1 order by updated_at, gathering_id",
        person
    )
    .await?;
    Ok(vec![Section::of("topics", topics)?, Section::of("keen", keen)?, Section::of("agendas", agendas)?])
}

/// Forgets a person. What was on the table stays the gathering's; that they were keen is nobody's any more.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let (old, new) = (who.person, who.stand_in);
    let topics = run!(db, "update topics set person_id = $2 where person_id = $1", old, new).await?;
    let keen = run!(db, "delete from keen where person_id = $1", old).await?;
    let agendas = run!(db, "update agendas set updated_by = $2 where updated_by = $1", old, new).await?;
    Ok(vec![Deed::anonymised("topics", topics), Deed::deleted("keen", keen), Deed::anonymised("agendas", agendas)])
}
