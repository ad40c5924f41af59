//! SQL of links and files.

use super::{MANY, twelve};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, NetworkId, ResourceId, SeriesId, TopicId};
use crate::resources::{Of, Resource, found};
use crate::{row, rows, run};

/// One link or file, also one that was removed.
pub async fn resource(db: &mut Connection, id: ResourceId) -> Result<Option<Resource>> {
    row!(
        db,
        Resource,
        "select id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                position, added_by, added_at, removed_at, version
         from resources where id = $1",
        id
    )
    .await
}

/// Those of a gathering itself, in their order.
pub async fn of_gathering(db: &mut Connection, gathering: GatheringId) -> Result<Vec<Resource>> {
    rows!(
        db,
        Resource,
        "select id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                position, added_by, added_at, removed_at, version
         from resources where gathering_id = $1 and removed_at is null order by position, id",
        gathering
    )
    .await
}

/// Those of a network, in their order.
pub async fn of_network(db: &mut Connection, network: NetworkId) -> Result<Vec<Resource>> {
    rows!(
        db,
        Resource,
        "select id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                position, added_by, added_at, removed_at, version
         from resources where network_id = $1 and removed_at is null order by position, id",
        network
    )
    .await
}

/// Those of topics, in their order; one query for twelve topics.
pub async fn of_topics(db: &mut Connection, topics: &[TopicId]) -> Result<Vec<Resource>> {
    let mut resources = Vec::new();
    for some in topics.chunks(MANY) {
        let Some([a, b, c, d, e, f, g, h, i, j, k, l]) = twelve(some) else { continue };
        let found = rows!(
            db,
            Resource,
            "select id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                    position, added_by, added_at, removed_at, version
             from resources
             where topic_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) and removed_at is null
             order by position, id",
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
        );
        resources.extend(found.await?);
    }
    Ok(resources)
}

/// Those of a whole series, in their order.
pub async fn resources_in_series(db: &mut Connection, series: SeriesId) -> Result<Vec<Resource>> {
    rows!(
        db,
        Resource,
        "select id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                position, added_by, added_at, removed_at, version
         from resources where series_id = $1 and removed_at is null order by position, id",
        series
    )
    .await
}

/// Adds one.
pub async fn insert(db: &mut Writing, resource: &Resource) -> Result<()> {
    run!(
        db,
        "insert into resources (id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length,
                                width, height, position, added_by, added_at, removed_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        resource.id,
        resource.gathering_id,
        resource.topic_id,
        resource.network_id,
        resource.series_id,
        &resource.title,
        &resource.address,
        resource.file_id,
        resource.small_id,
        &resource.name,
        &resource.media,
        resource.length,
        resource.width,
        resource.height,
        resource.position,
        resource.added_by,
        resource.added_at,
        resource.removed_at,
        resource.version
    )
    .await?;
    found::put_resource(db, resource.id).await
}

/// The last place taken; 0 where there is none.
pub async fn last_position(db: &mut Connection, of: Of) -> Result<(i64, i64)> {
    #[derive(sqlx::FromRow)]
    struct Last {
        last: i64,
        many: i64,
    }
    let last = row!(
        db,
        Last,
        "select cast(coalesce(max(position), 0) as bigint) as last,
                cast(coalesce(sum(case when removed_at is null then 1 else 0 end), 0) as bigint) as many
         from resources where gathering_id = $1 or topic_id = $2 or network_id = $3",
        of.gathering(),
        of.topic(),
        of.network()
    );
    Ok(last.await?.map_or((0, 0), |row| (row.last, row.many)))
}

/// Changes what one of a version is called and where it leads; 0 when it has another version by now.
pub async fn edit(db: &mut Writing, id: ResourceId, version: i64, title: &str, address: Option<&str>) -> Result<u64> {
    let changed = run!(
        db,
        "update resources set title = $3, address = $4, version = version + 1 where id = $1 and version = $2",
        id,
        version,
        title,
        address
    )
    .await?;
    if changed == 1 {
        found::put_resource(db, id).await?;
    }
    Ok(changed)
}

/// Moves one to a place.
pub async fn set_position(db: &mut Writing, id: ResourceId, position: i64) -> Result<()> {
    run!(db, "update resources set position = $2 where id = $1", id, position).await?;
    Ok(())
}

/// Removes one, or takes that back.
pub async fn set_removed(db: &mut Writing, id: ResourceId, at: Option<Instant>) -> Result<()> {
    run!(db, "update resources set removed_at = $2, version = version + 1 where id = $1", id, at).await?;
    found::put_resource(db, id).await
}

/// Some that were removed before an instant.
pub async fn old(db: &mut Connection, before: Instant) -> Result<Vec<Resource>> {
    rows!(
        db,
        Resource,
        "select id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                position, added_by, added_at, removed_at, version
         from resources where removed_at < $1 order by removed_at limit 500",
        before
    )
    .await
}

/// Forgets one for good.
pub async fn forget(db: &mut Writing, id: ResourceId) -> Result<()> {
    run!(db, "delete from resources where id = $1", id).await?;
    Ok(())
}

/// The next links or files after an identifier, also removed ones.
pub async fn resources_after(db: &mut Connection, links: bool, after: ResourceId, most: i64) -> Result<Vec<Resource>> {
    rows!(
        db,
        Resource,
        "select id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                position, added_by, added_at, removed_at, version
         from resources where id > $1 and (address is not null) = $2 order by id limit $3",
        after,
        links,
        most
    )
    .await
}
