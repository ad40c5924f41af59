//! SQL of the district and its schools.

use super::{District, School};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::SchoolId;
use crate::{row, rows, run};

/// The district, once `klatsch init` made it.
pub async fn district(db: &mut Connection) -> Result<Option<District>> {
    row!(db, District, "select name, language, zone, created_at from district where id = 1").await
}

/// Makes the district. A second one breaks `district_pkey`.
pub async fn found_district(db: &mut Writing, name: &str, language: &str, zone: &str, now: Instant) -> Result<()> {
    run!(
        db,
        "insert into district (id, name, language, zone, created_at) values (1, $1, $2, $3, $4)",
        name,
        language,
        zone,
        now
    )
    .await?;
    Ok(())
}

/// Every school, by name.
pub async fn all(db: &mut Connection) -> Result<Vec<School>> {
    rows!(
        db,
        School,
        "select id, source_key, name, level, district, address, city, postal_code, latitude, longitude, created_at, updated_at
         from schools order by name, id"
    )
    .await
}

/// One school.
pub async fn school(db: &mut Connection, id: SchoolId) -> Result<Option<School>> {
    row!(
        db,
        School,
        "select id, source_key, name, level, district, address, city, postal_code, latitude, longitude, created_at, updated_at
         from schools where id = $1",
        id
    )
    .await
}

/// Adds a school.
pub async fn insert(db: &mut Writing, school: &School) -> Result<()> {
    run!(
        db,
        "insert into schools (id, source_key, name, level, district, address, city, postal_code, latitude, longitude,
                              created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        school.id,
        &school.source_key,
        &school.name,
        school.level,
        &school.district,
        &school.address,
        &school.city,
        &school.postal_code,
        school.latitude,
        school.longitude,
        school.created_at,
        school.updated_at
    )
    .await?;
    Ok(())
}
