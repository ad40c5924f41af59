//! SQL of the years of networks.

pub mod links;
pub mod news;
pub mod personal;
pub mod telling;

use super::year::{Milestone, Year};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{GatheringId, MilestoneId, NetworkId, YearId};
use crate::{row, rows, run};

/// One year.
pub async fn year(db: &mut Connection, id: YearId) -> Result<Option<Year>> {
    row!(
        db,
        Year,
        "select id, network_id, title, first_date, last_date, created_by, created_at, updated_at, archived_at
         from network_years where id = $1",
        id
    )
    .await
}

/// The years of a network, the latest first.
pub async fn of_network(db: &mut Connection, network: NetworkId) -> Result<Vec<Year>> {
    rows!(
        db,
        Year,
        "select id, network_id, title, first_date, last_date, created_by, created_at, updated_at, archived_at
         from network_years where network_id = $1 order by first_date desc, id desc",
        network
    )
    .await
}

/// The milestones of a year, in their order.
pub async fn milestones(db: &mut Connection, year: YearId) -> Result<Vec<Milestone>> {
    rows!(
        db,
        Milestone,
        "select id, year_id, position, title, date, gathering_id from milestones where year_id = $1 order by position, id",
        year
    )
    .await
}

/// One milestone.
pub async fn milestone(db: &mut Connection, id: MilestoneId) -> Result<Option<Milestone>> {
    row!(db, Milestone, "select id, year_id, position, title, date, gathering_id from milestones where id = $1", id)
        .await
}

/// Keeps a new year.
pub async fn insert(db: &mut Writing, year: &Year) -> Result<()> {
    run!(
        db,
        "insert into network_years (id, network_id, title, first_date, last_date, created_by, created_at, updated_at, archived_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        year.id,
        year.network_id,
        &year.title,
        year.first_date,
        year.last_date,
        year.created_by,
        year.created_at,
        year.updated_at,
        year.archived_at
    )
    .await?;
    Ok(())
}

/// Changes a year that is still of the version somebody looked at; says whether it was.
pub async fn update(db: &mut Writing, year: &Year, version: Instant) -> Result<bool> {
    let changed = run!(
        db,
        "update network_years set title = $3, first_date = $4, last_date = $5, updated_at = $6
         where id = $1 and updated_at = $2",
        year.id,
        version,
        &year.title,
        year.first_date,
        year.last_date,
        year.updated_at
    );
    Ok(changed.await? == 1)
}

/// Puts a year away, or takes it out again.
pub async fn set_archived(db: &mut Writing, id: YearId, at: Option<Instant>) -> Result<()> {
    run!(db, "update network_years set archived_at = $2 where id = $1", id, at).await?;
    Ok(())
}

/// Puts these milestones in the place of those a year has.
pub async fn set_milestones(db: &mut Writing, year: YearId, milestones: &[Milestone]) -> Result<()> {
    run!(db, "delete from milestones where year_id = $1", year).await?;
    for one in milestones {
        run!(
            db,
            "insert into milestones (id, year_id, position, title, date, gathering_id) values ($1, $2, $3, $4, $5, $6)",
            one.id,
            one.year_id,
            one.position,
            &one.title,
            one.date,
            one.gathering_id
        )
        .await?;
    }
    Ok(())
}

/// Says which gathering a milestone is.
pub async fn set_gathering(db: &mut Writing, id: MilestoneId, gathering: Option<GatheringId>) -> Result<()> {
    run!(db, "update milestones set gathering_id = $2 where id = $1", id, gathering).await?;
    Ok(())
}
