//! SQL of what the district's own systems said last.

pub mod imports;
pub mod personal;

use super::difference::{Becomes, SaidPerson, SaidSchool};
use crate::database::{Connection, Result, Writing};
use crate::{insert_all, rows};

/// Every school as it was said.
pub async fn said_schools(db: &mut Connection) -> Result<Vec<SaidSchool>> {
    rows!(db, SaidSchool, "select sourced_id, school_id, name from roster_schools order by sourced_id").await
}

/// Everyone as they were said.
pub async fn said_people(db: &mut Connection) -> Result<Vec<SaidPerson>> {
    rows!(
        db,
        SaidPerson,
        "select sourced_id, person_id, name, email, school_id, held, given, gone_at from roster_people order by sourced_id"
    )
    .await
}

/// What the roles of the standard are here.
pub async fn becomes(db: &mut Connection) -> Result<Vec<Becomes>> {
    rows!(db, Becomes, "select source, role from roster_roles order by source").await
}

/// Notes schools as they are said now.
pub async fn say_schools(db: &mut Writing, said: &[SaidSchool]) -> Result<()> {
    insert_all!(
        db,
        "insert into roster_schools (sourced_id, school_id, name) values ($1, $2, $3)
         on conflict (sourced_id) do update set school_id = excluded.school_id, name = excluded.name",
        said,
        |school| &school.sourced_id,
        school.school_id,
        &school.name
    )
    .await
}

/// Notes people as they are said now.
pub async fn say_people(db: &mut Writing, said: &[SaidPerson]) -> Result<()> {
    insert_all!(
        db,
        "insert into roster_people (sourced_id, person_id, name, email, school_id, held, given, gone_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (sourced_id) do update set person_id = excluded.person_id, name = excluded.name,
             email = excluded.email, school_id = excluded.school_id, held = excluded.held, given = excluded.given,
             gone_at = excluded.gone_at",
        said,
        |person| &person.sourced_id,
        person.person_id,
        &person.name,
        &person.email,
        person.school_id,
        &person.held,
        &person.given,
        person.gone_at
    )
    .await
}

/// Says what roles of the standard are here.
pub async fn set_becomes(db: &mut Writing, becomes: &[Becomes]) -> Result<()> {
    insert_all!(
        db,
        "insert into roster_roles (source, role) values ($1, $2) on conflict (source) do update set role = excluded.role",
        becomes,
        |one| &one.source,
        one.role
    )
    .await
}
