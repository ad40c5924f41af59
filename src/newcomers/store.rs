//! SQL of newcomers.

mod circles;
mod links;
pub mod personal;

pub use circles::*;
pub use links::*;

use super::newcomer::{Helped, Newcomer};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{NewcomerId, PersonId};
use crate::{row, rows, run};

/// Before everything: a bound that lets an index be read from its end.
const EVER: Instant = Instant(0);

/// One newcomer.
pub async fn newcomer(db: &mut Connection, id: NewcomerId) -> Result<Option<Newcomer>> {
    row!(db, Newcomer, "select newcomers.* from newcomers where id = $1", id).await
}

/// The answers of a person.
pub async fn of_person(db: &mut Connection, person: PersonId) -> Result<Option<Newcomer>> {
    row!(db, Newcomer, "select newcomers.* from newcomers where person_id = $1", person).await
}

/// The answers behind an address, while they are kept.
pub async fn of_key(db: &mut Connection, key: &[u8], now: Instant) -> Result<Option<Newcomer>> {
    row!(
        db,
        Newcomer,
        "select newcomers.* from newcomers where key = $1 and person_id is null and expires_at > $2",
        key,
        now
    )
    .await
}

/// The answers that somebody of this address gave before they had an account, while they are kept.
pub async fn of_email(db: &mut Connection, email: &str, now: Instant) -> Result<Option<Newcomer>> {
    row!(
        db,
        Newcomer,
        "select newcomers.* from newcomers where email = $1 and person_id is null and expires_at > $2
         order by updated_at desc, id limit 1",
        email,
        now
    )
    .await
}

/// Adds a newcomer; `key` is the digest of what opens their answers without an account.
pub async fn insert(db: &mut Writing, newcomer: &Newcomer, key: Option<&[u8]>) -> Result<()> {
    let said = newcomer.columns();
    run!(
        db,
        "insert into newcomers (id, person_id, key, link_id, name, email, schools, area, changes, days, teaches, levels,
                                interests, hopes, tells, answered_at, updated_at, expires_at, missing)
         values ($1, $2, $3, $4, '', '', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, '')",
        newcomer.id,
        newcomer.person_id,
        key,
        newcomer.link_id,
        said.schools,
        said.area,
        said.changes,
        said.days,
        said.teaches,
        said.levels,
        said.interests,
        said.hopes,
        said.tells,
        newcomer.answered_at,
        newcomer.expires_at
    )
    .await?;
    Ok(())
}

/// Writes other answers of a newcomer.
pub async fn update(db: &mut Writing, newcomer: &Newcomer) -> Result<()> {
    let said = newcomer.columns();
    run!(
        db,
        "update newcomers set schools = $2, area = $3, changes = $4, days = $5, teaches = $6, levels = $7, interests = $8,
                              hopes = $9, tells = $10, updated_at = $11 where id = $1",
        newcomer.id,
        said.schools,
        said.area,
        said.changes,
        said.days,
        said.teaches,
        said.levels,
        said.interests,
        said.hopes,
        said.tells,
        newcomer.updated_at
    )
    .await?;
    Ok(())
}

/// Whoever answered asks for an account.
pub async fn want(db: &mut Writing, id: NewcomerId, name: &str, email: &str, now: Instant) -> Result<()> {
    run!(
        db,
        "update newcomers set name = $2, email = $3, wanted_at = $4 where id = $1 and person_id is null",
        id,
        name,
        email,
        now
    )
    .await?;
    Ok(())
}

/// The answers are a person's from now on, and no address opens them any more.
/// Says whether they were nobody's before.
pub async fn belong(db: &mut Writing, id: NewcomerId, person: PersonId) -> Result<bool> {
    let theirs = run!(
        db,
        "update newcomers set person_id = $2, key = null, name = '', email = '', expires_at = null
         where id = $1 and person_id is null",
        id,
        person
    );
    Ok(theirs.await? == 1)
}

/// A host was told.
pub async fn introduced(db: &mut Writing, id: NewcomerId, now: Instant) -> Result<()> {
    run!(db, "update newcomers set introduced_at = $2 where id = $1 and introduced_at is null", id, now).await?;
    Ok(())
}

/// Forgets the answers.
pub async fn delete(db: &mut Writing, id: NewcomerId) -> Result<u64> {
    run!(db, "delete from newcomers where id = $1", id).await
}

/// A page of all newcomers, who answered last first.
pub async fn page(db: &mut Connection, most: i64, skipped: i64) -> Result<Vec<Newcomer>> {
    rows!(
        db,
        Newcomer,
        "select newcomers.* from newcomers where answered_at > $3 order by answered_at desc, id desc limit $1 offset $2",
        most,
        skipped,
        EVER
    )
    .await
}

/// Those who ask for an account, who asked first first.
pub async fn wanting(db: &mut Connection, most: i64) -> Result<Vec<Newcomer>> {
    rows!(
        db,
        Newcomer,
        "select newcomers.* from newcomers where wanted_at > $2 and wanted_at is not null and person_id is null
         order by wanted_at, id limit $1",
        most,
        EVER
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Counted {
    number: i64,
}

/// How many newcomers there are, counted no further than `most`.
pub async fn count(db: &mut Connection, most: i64) -> Result<i64> {
    let counted = row!(
        db,
        Counted,
        "select count(*) as number from (
             select 1 from newcomers where answered_at > $2 order by answered_at desc, id desc limit $1) as counted",
        most,
        EVER
    );
    Ok(counted.await?.map_or(0, |counted| counted.number))
}

/// Whose buddy somebody is.
pub async fn of_buddy(db: &mut Connection, buddy: PersonId) -> Result<Vec<Newcomer>> {
    rows!(
        db,
        Newcomer,
        "select newcomers.* from newcomers where buddy_id = $1 and person_id is not null order by buddy_at desc, id limit 50",
        buddy
    )
    .await
}

/// Gives a newcomer who has none a buddy; of two who do so at once, one is first.
pub async fn give_buddy(db: &mut Writing, id: NewcomerId, buddy: PersonId, now: Instant) -> Result<bool> {
    let given = run!(
        db,
        "update newcomers set buddy_id = $2, buddy_at = $3 where id = $1 and buddy_id is null",
        id,
        buddy,
        now
    );
    Ok(given.await? == 1)
}

/// A newcomer has this buddy no more; says whether they had.
pub async fn end_buddy(db: &mut Writing, id: NewcomerId, buddy: PersonId, now: Instant) -> Result<bool> {
    let ended =
        run!(db, "update newcomers set buddy_id = null, buddy_at = $3 where id = $1 and buddy_id = $2", id, buddy, now);
    Ok(ended.await? == 1)
}

/// Those who were introduced before this and were not asked whether it helped.
pub async fn to_ask(db: &mut Connection, before: Instant, most: i64) -> Result<Vec<Newcomer>> {
    rows!(
        db,
        Newcomer,
        "select newcomers.* from newcomers
         where introduced_at <= $1 and asked_at is null and person_id is not null order by introduced_at, id limit $2",
        before,
        most
    )
    .await
}

/// They were asked whether it helped.
pub async fn asked(db: &mut Writing, id: NewcomerId, now: Instant) -> Result<u64> {
    run!(db, "update newcomers set asked_at = $2 where id = $1 and asked_at is null", id, now).await
}

/// What they said whether it helped.
pub async fn said(db: &mut Writing, id: NewcomerId, helped: Helped, missing: &str, now: Instant) -> Result<()> {
    run!(
        db,
        "update newcomers set helped = $2, missing = $3, said_at = $4, asked_at = coalesce(asked_at, $4) where id = $1",
        id,
        helped,
        missing,
        now
    )
    .await?;
    Ok(())
}

/// Forgets answers whose time is over, and links that nobody can use any more.
pub async fn sweep(db: &mut Writing, now: Instant) -> Result<u64> {
    let answers = run!(db, "delete from newcomers where expires_at <= $1 and person_id is null", now).await?;
    run!(db, "delete from newcomer_links where expires_at <= $1", now.plus_days(-30)).await?;
    Ok(answers)
}

/// Those who answered since, who did last first.
pub async fn since(db: &mut Connection, since: Instant, most: i64) -> Result<Vec<Newcomer>> {
    rows!(
        db,
        Newcomer,
        "select newcomers.* from newcomers where answered_at > $1 order by answered_at desc, id desc limit $2",
        since,
        most
    )
    .await
}

#[derive(sqlx::FromRow)]
struct Who {
    person_id: PersonId,
}

/// Whether somebody offers to be a buddy.
pub async fn offers(db: &mut Connection, person: PersonId) -> Result<bool> {
    Ok(row!(db, Who, "select person_id from buddy_offers where person_id = $1", person).await?.is_some())
}

/// Who offers to be a buddy, who did last first.
pub async fn offering(db: &mut Connection, most: i64) -> Result<Vec<PersonId>> {
    let who = rows!(
        db,
        Who,
        "select person_id from buddy_offers where offered_at > $2 order by offered_at desc, person_id limit $1",
        most,
        EVER
    );
    Ok(who.await?.into_iter().map(|row| row.person_id).collect())
}

/// Somebody offers to be a buddy, or does not any more.
pub async fn set_offer(db: &mut Writing, person: PersonId, at: Option<Instant>) -> Result<()> {
    match at {
        Some(at) => {
            run!(
                db,
                "insert into buddy_offers (person_id, offered_at) values ($1, $2) on conflict do nothing",
                person,
                at
            )
            .await?;
        }
        None => {
            run!(db, "delete from buddy_offers where person_id = $1", person).await?;
        }
    }
    Ok(())
}
