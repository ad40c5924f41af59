//! SQL that writes what was said. Whoever gives or counts places holds the gathering
//! ([`crate::gatherings::lock`]).

use crate::answers::{Answer, Wish};
use crate::clock::Instant;
use crate::database::{Result, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::{row, run};

/// A row of `answers`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    /// Which gathering.
    pub gathering_id: GatheringId,
    /// Its series.
    pub series_id: Option<SeriesId>,
    /// Who.
    pub person_id: PersonId,
    /// What stands.
    pub answer: Answer,
    /// Whether it was said of the gathering itself.
    pub own: bool,
    /// Why not.
    pub excuse: Option<String>,
    /// When it was said.
    pub answered_at: Instant,
    /// Since when they wait.
    pub waiting_since: Option<Instant>,
}

/// What stands of a person at a gathering.
pub async fn stand(db: &mut Writing, gathering: GatheringId, person: PersonId) -> Result<Option<Standing>> {
    row!(
        db,
        Standing,
        "select gathering_id, series_id, person_id, answer, own, excuse, answered_at, waiting_since
         from answers where gathering_id = $1 and person_id = $2",
        gathering,
        person
    )
    .await
}

/// Keeps what stands of a person at a gathering.
pub async fn put(db: &mut Writing, standing: &Standing) -> Result<()> {
    run!(
        db,
        "insert into answers (gathering_id, series_id, person_id, answer, own, excuse, answered_at, waiting_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (gathering_id, person_id) do update
         set answer = excluded.answer, own = excluded.own, excuse = excluded.excuse,
             answered_at = excluded.answered_at, waiting_since = excluded.waiting_since",
        standing.gathering_id,
        standing.series_id,
        standing.person_id,
        standing.answer,
        standing.own,
        &standing.excuse,
        standing.answered_at,
        standing.waiting_since
    )
    .await?;
    Ok(())
}

/// Forgets a person's answer to a gathering.
pub async fn remove(db: &mut Writing, gathering: GatheringId, person: PersonId) -> Result<()> {
    run!(db, "delete from answers where gathering_id = $1 and person_id = $2", gathering, person).await?;
    Ok(())
}

/// Keeps a person's answer to a series.
pub async fn put_series(db: &mut Writing, series: SeriesId, person: PersonId, wish: Wish, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into series_answers (series_id, person_id, answer, answered_at) values ($1, $2, $3, $4)
         on conflict (series_id, person_id) do update set answer = excluded.answer, answered_at = excluded.answered_at",
        series,
        person,
        wish,
        now
    )
    .await?;
    Ok(())
}

/// Forgets a person's answer to a series.
pub async fn remove_series(db: &mut Writing, series: SeriesId, person: PersonId) -> Result<()> {
    run!(db, "delete from series_answers where series_id = $1 and person_id = $2", series, person).await?;
    Ok(())
}

/// How many gatherings one statement takes: lists cannot be one parameter on both engines, so a
/// statement has a fixed number of places and the last gathering fills those that are left.
const MANY: usize = 12;

fn twelve(gatherings: &[GatheringId]) -> Option<[GatheringId; MANY]> {
    let last = gatherings.last()?;
    let mut places = [*last; MANY];
    for (place, gathering) in places.iter_mut().zip(gatherings) {
        *place = *gathering;
    }
    Some(places)
}

/// Lets a person's answer to the series stand at gatherings that have room for everyone, but where
/// they said otherwise.
pub async fn follow(
    db: &mut Writing,
    series: SeriesId,
    person: PersonId,
    wish: Wish,
    now: Instant,
    gatherings: &[GatheringId],
) -> Result<()> {
    for some in gatherings.chunks(MANY) {
        let Some([a, b, c, d, e, f, g, h, i, j, k, l]) = twelve(some) else { continue };
        run!(
            db,
            "update answers set answer = $3, answered_at = $4, waiting_since = null, excuse = null
             where series_id = $1 and person_id = $2 and not own
               and gathering_id in ($5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
            series,
            person,
            wish,
            now,
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            i,
            j,
            k,
            l
        )
        .await?;
        run!(
            db,
            "insert into answers (series_id, person_id, answer, own, answered_at, gathering_id)
             values ($1, $2, $3, false, $4, $5), ($1, $2, $3, false, $4, $6), ($1, $2, $3, false, $4, $7),
                    ($1, $2, $3, false, $4, $8), ($1, $2, $3, false, $4, $9), ($1, $2, $3, false, $4, $10),
                    ($1, $2, $3, false, $4, $11), ($1, $2, $3, false, $4, $12), ($1, $2, $3, false, $4, $13),
                    ($1, $2, $3, false, $4, $14), ($1, $2, $3, false, $4, $15), ($1, $2, $3, false, $4, $16)
             on conflict (gathering_id, person_id) do nothing",
            series,
            person,
            wish,
            now,
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            i,
            j,
            k,
            l
        )
        .await?;
    }
    Ok(())
}

/// Forgets what followed from a person's answer to the series at gatherings.
pub async fn unfollow(db: &mut Writing, series: SeriesId, person: PersonId, gatherings: &[GatheringId]) -> Result<()> {
    for some in gatherings.chunks(MANY) {
        let Some([a, b, c, d, e, f, g, h, i, j, k, l]) = twelve(some) else { continue };
        run!(
            db,
            "delete from answers where series_id = $1 and person_id = $2 and not own
               and gathering_id in ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            series,
            person,
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            i,
            j,
            k,
            l
        )
        .await?;
    }
    Ok(())
}
