//! SQL of treats and who brings them.

pub mod personal;

use super::treat::{Claim, Treat};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId, TreatId};
use crate::{row, rows, run};

/// The treats of a gathering, the first wished for first.
pub async fn of_gathering(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Treat>> {
    rows!(
        db,
        Treat,
        "select id, gathering_id, series_id, title, wanted, added_by, added_at, removed_at
         from treats where gathering_id = $1 and removed_at is null order by added_at, id",
        gathering
    )
    .await
}

/// Who brings what to a gathering, those who said so first first.
pub async fn claims(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Claim>> {
    rows!(
        db,
        Claim,
        "select treat_id, person_id, many from treat_claims
         where treat_id in (select id from treats where gathering_id = $1 and removed_at is null)
         order by claimed_at, person_id",
        gathering
    )
    .await
}

/// One treat, also one that was taken off the list.
pub async fn treat(db: &mut Connection, id: TreatId) -> Result<Option<Treat>> {
    row!(
        db,
        Treat,
        "select id, gathering_id, series_id, title, wanted, added_by, added_at, removed_at from treats where id = $1",
        id
    )
    .await
}

/// One treat on the list, held by this transaction until it ends: who counts its claims must do so while
/// nobody else can.
pub async fn hold(db: &mut Writing, id: TreatId) -> Result<Option<Treat>> {
    row!(
        db,
        Treat,
        "update treats set version = version + 1 where id = $1 and removed_at is null
         returning id, gathering_id, series_id, title, wanted, added_by, added_at, removed_at",
        id
    )
    .await
}

/// How many of a treat are promised.
pub async fn promised(db: &mut Connection, id: TreatId) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Promised {
        many: i64,
    }
    let promised = row!(
        db,
        Promised,
        "select cast(coalesce(sum(many), 0) as bigint) as many from treat_claims where treat_id = $1",
        id
    );
    Ok(promised.await?.map_or(0, |row| row.many))
}

/// Adds a treat.
pub async fn insert(db: &mut Writing, treat: &Treat) -> Result<()> {
    run!(
        db,
        "insert into treats (id, gathering_id, series_id, title, wanted, added_by, added_at, removed_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        treat.id,
        treat.gathering_id,
        treat.series_id,
        &treat.title,
        treat.wanted,
        treat.added_by,
        treat.added_at,
        treat.removed_at
    )
    .await?;
    Ok(())
}

/// Takes a treat off the list, or puts it back.
pub async fn set_removed(db: &mut Writing, id: TreatId, at: Option<Instant>) -> Result<()> {
    run!(db, "update treats set removed_at = $2, version = version + 1 where id = $1", id, at).await?;
    Ok(())
}

/// One more of a treat that a person brings.
pub async fn add_claim(db: &mut Writing, id: TreatId, person: PersonId, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into treat_claims (treat_id, person_id, many, claimed_at) values ($1, $2, 1, $3)
         on conflict (treat_id, person_id) do update set many = treat_claims.many + 1",
        id,
        person,
        now
    )
    .await?;
    Ok(())
}

/// A person brings none of a treat.
pub async fn remove_claim(db: &mut Writing, id: TreatId, person: PersonId) -> Result<u64> {
    run!(db, "delete from treat_claims where treat_id = $1 and person_id = $2", id, person).await
}

/// Something promised for a gathering of a series.
#[derive(Debug, sqlx::FromRow)]
pub struct Promise {
    /// The gathering.
    pub gathering_id: GatheringId,
    /// Who brings it.
    pub person_id: PersonId,
    /// What it is.
    pub title: String,
}

/// Everything that is promised for the gatherings of a series, by gathering.
pub async fn promises(db: &mut Connection, series: SeriesId) -> Result<Vec<Promise>> {
    rows!(
        db,
        Promise,
        "select treats.gathering_id, treat_claims.person_id, treats.title
         from treats join treat_claims on treat_claims.treat_id = treats.id
         where treats.series_id = $1 and treats.removed_at is null
         order by treats.gathering_id, treats.added_at, treat_claims.claimed_at, treat_claims.person_id",
        series
    )
    .await
}
