//! SQL of the district and its schools.

use super::{District, Name, School, Search};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::SchoolId;
use crate::{insert_all, row, rows, rows_of, run, twenty};

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
         from schools order by sought, id"
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

/// The names of all schools, for lists and pickers.
pub async fn names(db: &mut Connection) -> Result<Vec<Name>> {
    rows!(db, Name, "select id, name, level from schools order by sought, id").await
}

/// The names of these schools.
pub async fn names_of(db: &mut Connection, ids: &[SchoolId]) -> Result<Vec<Name>> {
    rows_of!(db, Name, concat!("select id, name, level from schools where id in ", twenty!()), ids).await
}

/// These schools, in no order.
pub async fn some(db: &mut Connection, ids: &[SchoolId]) -> Result<Vec<School>> {
    rows_of!(
        db,
        School,
        concat!(
            "select id, source_key, name, level, district, address, city, postal_code, latitude, longitude, created_at, updated_at
             from schools where id in ",
            twenty!()
        ),
        ids
    )
    .await
}

/// The schools by name, where there are no more than `most`; else none is read.
pub async fn names_if_few(db: &mut Connection, most: i64) -> Result<Option<Vec<Name>>> {
    let beyond = row!(db, (SchoolId,), "select id from schools order by sought, id limit 1 offset $1", most).await?;
    if beyond.is_some() {
        return Ok(None);
    }
    rows!(db, Name, "select id, name, level from schools order by sought, id limit $1", most).await.map(Some)
}

/// Schools found by words and level, by level and name: `limit` of them after the first `offset`.
pub async fn found(db: &mut Connection, search: &Search, limit: i64, offset: i64) -> Result<Vec<School>> {
    let [first, second, third] = search.patterns();
    rows!(
        db,
        School,
        "select id, source_key, name, level, district, address, city, postal_code, latitude, longitude, created_at, updated_at
         from schools
         where sought like $1 and sought like $2 and sought like $3 and (level = $4 or cast($4 as text) is null)
         order by case level when 'elementary' then 1 when 'middle' then 2 when 'secondary' then 3 when 'combined' then 4
                  else 5 end, sought, id
         limit $5 offset $6",
        first,
        second,
        third,
        search.level,
        limit,
        offset
    )
    .await
}

/// How many schools are found by words and level.
pub async fn count_found(db: &mut Connection, search: &Search) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Counted {
        number: i64,
    }
    let [first, second, third] = search.patterns();
    let counted = row!(
        db,
        Counted,
        "select cast(count(*) as bigint) as number from schools
         where sought like $1 and sought like $2 and sought like $3 and (level = $4 or cast($4 as text) is null)",
        first,
        second,
        third,
        search.level
    )
    .await?;
    Ok(counted.map_or(0, |counted| counted.number))
}

/// Changes a school that is still of the version (`updated_at`) somebody looked at; says whether it was.
pub async fn update(db: &mut Writing, school: &School, version: Instant) -> Result<bool> {
    let changed = run!(
        db,
        "update schools set name = $3, level = $4, district = $5, address = $6, city = $7, postal_code = $8,
                            latitude = $9, longitude = $10, sought = $11, updated_at = $12
         where id = $1 and updated_at = $2",
        school.id,
        version,
        &school.name,
        school.level,
        &school.district,
        &school.address,
        &school.city,
        &school.postal_code,
        school.latitude,
        school.longitude,
        school.sought(),
        school.updated_at
    )
    .await?;
    Ok(changed == 1)
}

/// Adds a school.
pub async fn insert(db: &mut Writing, school: &School) -> Result<()> {
    insert_all(db, std::slice::from_ref(school)).await
}

/// Adds schools.
pub async fn insert_all(db: &mut Writing, schools: &[School]) -> Result<()> {
    insert_all!(
        db,
        "insert into schools (id, source_key, name, level, district, address, city, postal_code, latitude, longitude,
                              sought, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        schools,
        |school| school.id,
        &school.source_key,
        &school.name,
        school.level,
        &school.district,
        &school.address,
        &school.city,
        &school.postal_code,
        school.latitude,
        school.longitude,
        school.sought(),
        school.created_at,
        school.updated_at
    )
    .await
}
