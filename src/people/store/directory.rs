//! SQL of the directory: people with their roles, a row for each role held.

use crate::database::{Connection, Result};
use crate::ids::{PersonId, SchoolId};
use crate::people::Role;
use crate::web::patterns;
use crate::{row, rows, rows_of, twenty};

/// A person and one of their roles; a person without any has one row.
#[derive(Debug, sqlx::FromRow)]
pub struct Held {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub school_id: Option<SchoolId>,
    pub ask_me_about: String,
    pub role: Option<Role>,
}

/// Everyone who has not left, by name; with `also_left` those who have as well.
pub async fn everyone(db: &mut Connection, also_left: bool) -> Result<Vec<Held>> {
    rows!(
        db,
        Held,
        "select people.id, name, email, school_id, ask_me_about, role
         from people left join person_roles on person_id = people.id
         where left_at is null or $1
         order by sought, people.id",
        also_left
    )
    .await
}

/// From how many on it is quicker to ask for everyone than for some: measured with 60,000 people, of whom
/// everyone took as long as a thousand by twenties.
pub const MANY: usize = 1_000;

/// The people of these ids, also those who left, by name of each twenty. They are named for both tables: PostgreSQL,
/// until it has counted a table, reads all roles there are rather than those of twenty people.
pub async fn some(db: &mut Connection, people: &[PersonId]) -> Result<Vec<Held>> {
    rows_of!(
        db,
        Held,
        concat!(
            "select people.id, name, email, school_id, ask_me_about, role
             from people left join person_roles on person_id = people.id and person_id in ",
            twenty!(),
            " where people.id in ",
            twenty!(),
            " order by sought, people.id"
        ),
        people
    )
    .await
}

/// The first people whose name or “ask me about” has all of these parts of words, by name: for pickers.
pub async fn found(db: &mut Connection, typed: &str, limit: i64) -> Result<Vec<Held>> {
    let [first, second, third] = patterns(typed);
    rows!(
        db,
        Held,
        "select page.id, page.name, page.email, page.school_id, page.ask_me_about, held.role
         from (select id, name, email, school_id, ask_me_about, sought from people
               where left_at is null and sought like $1 and sought like $2 and sought like $3
               order by sought, id limit $4) as page
         left join person_roles as held on held.person_id = page.id
         order by page.sought, page.id",
        first,
        second,
        third,
        limit
    )
    .await
}

/// Where somebody stands in the order of names.
#[derive(Debug, sqlx::FromRow)]
pub struct Place {
    pub sought: String,
    pub id: PersonId,
}

impl Place {
    /// Before everyone.
    pub fn first() -> Place {
        Place { sought: String::new(), id: PersonId(uuid::Uuid::nil()) }
    }
}

/// Where a person stands.
pub async fn place(db: &mut Connection, person: PersonId) -> Result<Option<Place>> {
    row!(db, Place, "select sought, id from people where id = $1", person).await
}

#[derive(sqlx::FromRow)]
struct Who {
    id: PersonId,
}

/// The people of these rows with their roles, in their order. Asked for by name: PostgreSQL takes the roles of
/// everyone rather than those of a page, where it may.
async fn held(db: &mut Connection, rows: Vec<Who>) -> Result<Vec<Held>> {
    let ids: Vec<PersonId> = rows.into_iter().map(|row| row.id).collect();
    some(db, &ids).await
}

/// The people behind a place, by name.
pub async fn page(db: &mut Connection, after: &Place, limit: i64) -> Result<Vec<Held>> {
    let page = rows!(
        db,
        Who,
        "select id from people where left_at is null and (sought, id) > ($1, $2) order by sought, id limit $3",
        &after.sought,
        after.id,
        limit
    );
    let page = page.await?;
    held(db, page).await
}

/// The first people of a school, by name.
pub async fn at_school(db: &mut Connection, school: SchoolId, limit: i64) -> Result<Vec<Held>> {
    let first = rows!(
        db,
        Who,
        "select id from people where school_id = $1 and left_at is null order by sought, id limit $2",
        school,
        limit
    );
    let first = first.await?;
    held(db, first).await
}

/// How many people there are who have not left, counted no further than `most`.
pub async fn count(db: &mut Connection, most: i64) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Counted {
        number: i64,
    }
    let counted = row!(
        db,
        Counted,
        "select count(*) as number from (select 1 from people where left_at is null order by sought, id limit $1) as counted",
        most
    );
    Ok(counted.await?.map_or(0, |counted| counted.number))
}

/// How many people who have not left a school has.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct AtSchool {
    pub school_id: SchoolId,
    pub number: i64,
}

/// How many people who have not left each of these schools has; those without any are not in it.
pub async fn numbers(db: &mut Connection, schools: &[SchoolId]) -> Result<Vec<AtSchool>> {
    rows_of!(
        db,
        AtSchool,
        concat!(
            "select school_id, cast(count(*) as bigint) as number from people where left_at is null and school_id in ",
            twenty!(),
            " group by school_id"
        ),
        schools
    )
    .await
}
