//! SQL of invitations that people have because they are in a network. They go when the person does; what a host gave
//! by name stays.

use crate::clock::Instant;
use crate::database::{Result, Writing};
use crate::ids::{GatheringId, PersonId, SeriesId};
use crate::run;

/// Invites a member of a network to a series; who was invited by name stays so.
pub async fn invite_member_to_series(db: &mut Writing, series: SeriesId, person: PersonId, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into series_invited (series_id, person_id, invited_at, with_network) values ($1, $2, $3, true)
         on conflict do nothing",
        series,
        person,
        now
    )
    .await?;
    Ok(())
}

/// Takes back an invitation to a series that somebody had with a network.
pub async fn uninvite_member_from_series(db: &mut Writing, series: SeriesId, person: PersonId) -> Result<()> {
    run!(db, "delete from series_invited where series_id = $1 and person_id = $2 and with_network", series, person)
        .await?;
    Ok(())
}

/// Invites a member of a network to a gathering; who was invited by name stays so.
pub async fn invite_member_to_gathering(
    db: &mut Writing,
    gathering: GatheringId,
    person: PersonId,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into gathering_invited (gathering_id, person_id, invited_at, with_network) values ($1, $2, $3, true)
         on conflict do nothing",
        gathering,
        person,
        now
    )
    .await?;
    Ok(())
}

/// Takes back an invitation to a gathering that somebody had with a network.
pub async fn uninvite_member_from_gathering(db: &mut Writing, gathering: GatheringId, person: PersonId) -> Result<()> {
    run!(
        db,
        "delete from gathering_invited where gathering_id = $1 and person_id = $2 and with_network",
        gathering,
        person
    )
    .await?;
    Ok(())
}
