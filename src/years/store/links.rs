//! SQL of the series and gatherings of networks.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, NetworkId, PersonId, SeriesId};
use crate::{rows, rows_of, run, twenty};

/// The series of a network, the first to be added first.
pub async fn series(db: &mut Connection, network: NetworkId) -> Result<Vec<SeriesId>> {
    let series = rows!(
        db,
        (SeriesId,),
        "select series_id from network_series where network_id = $1 order by added_at, series_id",
        network
    );
    Ok(series.await?.into_iter().map(|row| row.0).collect())
}

/// The single gatherings of a network.
pub async fn gatherings(db: &mut Connection, network: NetworkId) -> Result<Vec<GatheringId>> {
    let gatherings = rows!(
        db,
        (GatheringId,),
        "select gathering_id from network_gatherings where network_id = $1 order by added_at, gathering_id",
        network
    );
    Ok(gatherings.await?.into_iter().map(|row| row.0).collect())
}

/// The series of several networks.
pub async fn series_of(db: &mut Connection, networks: &[NetworkId]) -> Result<Vec<(NetworkId, SeriesId)>> {
    rows_of!(
        db,
        (NetworkId, SeriesId),
        concat!("select network_id, series_id from network_series where network_id in ", twenty!()),
        networks
    )
    .await
}

/// The single gatherings of several networks.
pub async fn gatherings_of(db: &mut Connection, networks: &[NetworkId]) -> Result<Vec<(NetworkId, GatheringId)>> {
    rows_of!(
        db,
        (NetworkId, GatheringId),
        concat!("select network_id, gathering_id from network_gatherings where network_id in ", twenty!()),
        networks
    )
    .await
}

/// The networks a gathering is of, by itself or through its series.
pub async fn networks_of(
    db: &mut Connection,
    gathering: GatheringId,
    series: Option<SeriesId>,
) -> Result<Vec<NetworkId>> {
    let networks = rows!(
        db,
        (NetworkId,),
        "select network_id from network_gatherings where gathering_id = $1
         union select network_id from network_series where series_id = $2 order by network_id",
        gathering,
        series
    );
    Ok(networks.await?.into_iter().map(|row| row.0).collect())
}

/// A series becomes a network's; whether it was not.
pub async fn add_series(
    db: &mut Writing,
    (network, series): (NetworkId, SeriesId),
    by: PersonId,
    now: Instant,
) -> Result<bool> {
    let added = run!(
        db,
        "insert into network_series (network_id, series_id, added_by, added_at) values ($1, $2, $3, $4) on conflict do nothing",
        network,
        series,
        by,
        now
    );
    Ok(added.await? == 1)
}

/// A gathering becomes a network's; whether it was not.
pub async fn add_gathering(
    db: &mut Writing,
    (network, gathering): (NetworkId, GatheringId),
    by: PersonId,
    now: Instant,
) -> Result<bool> {
    let added = run!(
        db,
        "insert into network_gatherings (network_id, gathering_id, added_by, added_at) values ($1, $2, $3, $4)
         on conflict do nothing",
        network,
        gathering,
        by,
        now
    );
    Ok(added.await? == 1)
}

/// A series is no longer a network's.
pub async fn remove_series(db: &mut Writing, network: NetworkId, series: SeriesId) -> Result<()> {
    run!(db, "delete from network_series where network_id = $1 and series_id = $2", network, series).await?;
    Ok(())
}

/// A gathering is no longer a network's.
pub async fn remove_gathering(db: &mut Writing, network: NetworkId, gathering: GatheringId) -> Result<()> {
    run!(db, "delete from network_gatherings where network_id = $1 and gathering_id = $2", network, gathering).await?;
    Ok(())
}
