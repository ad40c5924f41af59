//! SQL of the directory: people with their roles, a row for each role held.

use crate::database::{Connection, Result};
use crate::ids::{PersonId, SchoolId};
use crate::people::{Role, Search};
use crate::{row, rows};

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

/// How many people [`few`] can ask for at once. Neither engine's arrays are the other's; a text with as
/// many places as this is one text, and a list of twenty hosts or answers is one query.
pub const FEW: usize = 20;

/// Up to [`FEW`] people, also those who left. They are named for both tables: PostgreSQL, until it has counted
/// a table, reads all roles there are rather than those of twenty people.
pub async fn few(db: &mut Connection, people: &[PersonId]) -> Result<Vec<Held>> {
    let at = |place: usize| people.get(place).or(people.last()).copied();
    rows!(
        db,
        Held,
        "select people.id, name, email, school_id, ask_me_about, role
         from people left join person_roles on person_id = people.id
              and person_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
         where people.id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
         order by sought, people.id",
        at(0),
        at(1),
        at(2),
        at(3),
        at(4),
        at(5),
        at(6),
        at(7),
        at(8),
        at(9),
        at(10),
        at(11),
        at(12),
        at(13),
        at(14),
        at(15),
        at(16),
        at(17),
        at(18),
        at(19)
    )
    .await
}

/// People found by a search, by name. Three texts, for three ways to them: the order of names as far as the
/// page goes, the people of a school, or, when words are looked for everywhere, everyone.
pub async fn found(db: &mut Connection, search: &Search, limit: i64, offset: i64) -> Result<Vec<Held>> {
    let [first, second, third] = search.patterns();
    match search.school {
        None if search.is_empty() => {
            rows!(
                db,
                Held,
                "select page.id, page.name, page.email, page.school_id, page.ask_me_about, held.role
                 from (select id, name, email, school_id, ask_me_about, sought from people
                       where left_at is null order by sought, id limit $1 offset $2) as page
                 left join person_roles as held on held.person_id = page.id
                 order by page.sought, page.id",
                limit,
                offset
            )
            .await
        }
        None => {
            rows!(
                db,
                Held,
                "select page.id, page.name, page.email, page.school_id, page.ask_me_about, held.role
                 from (select id, name, email, school_id, ask_me_about, sought from people
                       where left_at is null and sought like $1 and sought like $2 and sought like $3
                         and (cast($4 as text) is null
                              or exists (select 1 from person_roles where person_id = people.id and role = $4))
                       order by sought, id limit $5 offset $6) as page
                 left join person_roles as held on held.person_id = page.id
                 order by page.sought, page.id",
                first,
                second,
                third,
                search.role,
                limit,
                offset
            )
            .await
        }
        Some(school) => {
            rows!(
                db,
                Held,
                "select page.id, page.name, page.email, page.school_id, page.ask_me_about, held.role
                 from (select id, name, email, school_id, ask_me_about, sought from people
                       where school_id = $5 and left_at is null
                         and sought like $1 and sought like $2 and sought like $3
                         and (cast($4 as text) is null
                              or exists (select 1 from person_roles where person_id = people.id and role = $4))
                       order by sought, id limit $6 offset $7) as page
                 left join person_roles as held on held.person_id = page.id
                 order by page.sought, page.id",
                first,
                second,
                third,
                search.role,
                school,
                limit,
                offset
            )
            .await
        }
    }
}

#[derive(sqlx::FromRow)]
struct Counted {
    number: i64,
}

/// How many people a search finds, counted no further than `most`.
pub async fn count_found(db: &mut Connection, search: &Search, most: i64) -> Result<i64> {
    let [first, second, third] = search.patterns();
    let counted = match search.school {
        None if search.is_empty() => {
            row!(
                db,
                Counted,
                "select count(*) as number from (select 1 from people where left_at is null order by sought, id limit $1) as counted",
                most
            )
            .await?
        }
        None => {
            row!(
                db,
                Counted,
                "select count(*) as number from (
                     select 1 from people
                     where left_at is null and sought like $1 and sought like $2 and sought like $3
                       and (cast($4 as text) is null
                            or exists (select 1 from person_roles where person_id = people.id and role = $4))
                     limit $5) as counted",
                first,
                second,
                third,
                search.role,
                most
            )
            .await?
        }
        Some(school) => {
            row!(
                db,
                Counted,
                "select count(*) as number from (
                     select 1 from people
                     where school_id = $5 and left_at is null
                       and sought like $1 and sought like $2 and sought like $3
                       and (cast($4 as text) is null
                            or exists (select 1 from person_roles where person_id = people.id and role = $4))
                     limit $6) as counted",
                first,
                second,
                third,
                search.role,
                school,
                most
            )
            .await?
        }
    };
    Ok(counted.map_or(0, |counted| counted.number))
}

/// How many people who have not left a school has.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct AtSchool {
    pub school_id: SchoolId,
    pub number: i64,
}

/// How many people who have not left each of these schools has; those without any are not in it.
pub async fn numbers(db: &mut Connection, schools: &[SchoolId]) -> Result<Vec<AtSchool>> {
    let mut numbers = Vec::with_capacity(schools.len());
    for few in schools.chunks(FEW) {
        let at = |place: usize| few.get(place).or(few.last()).copied();
        numbers.extend(
            rows!(
                db,
                AtSchool,
                "select school_id, cast(count(*) as bigint) as number from people
                 where left_at is null
                   and school_id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
                 group by school_id",
                at(0),
                at(1),
                at(2),
                at(3),
                at(4),
                at(5),
                at(6),
                at(7),
                at(8),
                at(9),
                at(10),
                at(11),
                at(12),
                at(13),
                at(14),
                at(15),
                at(16),
                at(17),
                at(18),
                at(19)
            )
            .await?,
        );
    }
    Ok(numbers)
}
