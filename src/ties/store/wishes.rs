//! SQL of what people wish, and of letters that went out.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, GreetingId, PersonId};
use crate::{row, rows, run};

#[derive(sqlx::FromRow)]
struct Wish {
    shown: bool,
}

/// Whether a person wishes to be shown with their name; nobody is who did not say so.
pub async fn is_shown(db: &mut Connection, person: PersonId) -> Result<bool> {
    Ok(row!(db, Wish, "select shown from tie_wishes where person_id = $1", person)
        .await?
        .is_some_and(|wish| wish.shown))
}

/// Says what a person wishes.
pub async fn set_shown(db: &mut Writing, person: PersonId, shown: bool, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into tie_wishes (person_id, shown, said_at) values ($1, $2, $3)
         on conflict (person_id) do update set shown = excluded.shown, said_at = excluded.said_at",
        person,
        shown,
        now
    )
    .await?;
    Ok(())
}

/// Everyone who is shown.
pub async fn shown(db: &mut Connection) -> Result<Vec<PersonId>> {
    #[derive(sqlx::FromRow)]
    struct Who {
        person_id: PersonId,
    }
    let shown = rows!(db, Who, "select person_id from tie_wishes where shown order by person_id").await?;
    Ok(shown.into_iter().map(|row| row.person_id).collect())
}

/// A letter that went out.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Sent {
    /// To whom.
    pub to_person: PersonId,
    /// To what it invited them; a letter in one's own words invites to nothing.
    pub gathering_id: Option<GatheringId>,
    /// When.
    pub sent_at: Instant,
}

/// The letters of a person since a time.
pub async fn greetings_since(db: &mut Connection, person: PersonId, since: Instant) -> Result<Vec<Sent>> {
    rows!(
        db,
        Sent,
        "select to_person, gathering_id, sent_at from tie_greetings where from_person = $1 and sent_at > $2 order by sent_at",
        person,
        since
    )
    .await
}

/// Keeps a letter that goes out.
pub async fn insert_greeting(
    db: &mut Writing,
    id: GreetingId,
    (from, to): (PersonId, PersonId),
    (words, gathering): (&str, Option<GatheringId>),
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into tie_greetings (id, from_person, to_person, words, gathering_id, sent_at)
         values ($1, $2, $3, $4, $5, $6)",
        id,
        from,
        to,
        words,
        gathering,
        now
    )
    .await?;
    Ok(())
}

/// Who got a letter that invites to a gathering, from whomever.
pub async fn invited(db: &mut Connection, gathering: GatheringId) -> Result<Vec<PersonId>> {
    let invited = rows!(
        db,
        (PersonId,),
        "select to_person from tie_greetings where gathering_id = $1 order by to_person",
        gathering
    );
    Ok(invited.await?.into_iter().map(|row| row.0).collect())
}
