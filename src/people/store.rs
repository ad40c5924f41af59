//! SQL of people and their roles.

pub mod commons;
pub mod directory;
pub mod personal;
pub mod profile;

use std::collections::HashSet;

use super::{Person, Role, found, profile::moved};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{PersonId, SchoolId};
use crate::{insert_all, row, rows, rows_of, run, twenty};

/// One person.
pub async fn person(db: &mut Connection, id: PersonId) -> Result<Option<Person>> {
    row!(
        db,
        Person,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at from people where id = $1",
        id
    )
    .await
}

/// What the house must know of whoever is signed in.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Standing {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their school.
    pub school_id: Option<SchoolId>,
    /// Their language, a tag.
    pub language: Option<String>,
    /// Whether they look after Klatsch.
    pub steward: bool,
}

/// The standing of a person who has not left.
pub async fn standing(db: &mut Connection, id: PersonId) -> Result<Option<Standing>> {
    row!(
        db,
        Standing,
        "select id, name, school_id, language,
                exists (select 1 from person_roles where person_id = people.id and role = 'steward') as steward
         from people where id = $1 and left_at is null",
        id
    )
    .await
}

/// The person of an e-mail address in lower case.
pub async fn by_email(db: &mut Connection, email: &str) -> Result<Option<Person>> {
    row!(
        db,
        Person,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at
         from people where email = $1",
        email
    )
    .await
}

/// Everyone who has not left, by name.
pub async fn all(db: &mut Connection) -> Result<Vec<Person>> {
    rows!(
        db,
        Person,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at
         from people where left_at is null order by sought, id"
    )
    .await
}

/// The people of these ids who have not left, by name.
pub async fn some(db: &mut Connection, ids: &[PersonId]) -> Result<Vec<Person>> {
    if ids.len() > directory::MANY {
        let asked: HashSet<PersonId> = ids.iter().copied().collect();
        let mut found = all(db).await?;
        found.retain(|person| asked.contains(&person.id));
        return Ok(found);
    }
    let found = rows_of!(
        db,
        Person,
        concat!(
            "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at from people
             where left_at is null and id in ",
            twenty!()
        ),
        ids
    );
    let mut found = found.await?;
    found.sort_by_cached_key(|person| (person.sought(), person.id));
    Ok(found)
}

/// Those who look after Klatsch and have not left, by name.
pub async fn stewards(db: &mut Connection) -> Result<Vec<Person>> {
    rows!(
        db,
        Person,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at from people
         where left_at is null and id in (select person_id from person_roles where role = 'steward')
         order by sought, id"
    )
    .await
}

/// Holds those who look after Klatsch by this transaction until it ends: whoever puts one of them down at the same
/// time waits here, and finds who is left.
pub async fn hold_stewards(db: &mut Writing) -> Result<()> {
    run!(db, "update person_roles set role = 'steward' where role = 'steward'").await?;
    Ok(())
}

/// Whether a person looks after Klatsch and has not left.
pub async fn is_steward(db: &mut Connection, person: PersonId) -> Result<bool> {
    #[derive(sqlx::FromRow)]
    struct Looks {
        id: PersonId,
    }
    let looks = row!(
        db,
        Looks,
        "select id from people
         where id = $1 and left_at is null
           and exists (select 1 from person_roles where person_id = $1 and role = 'steward')",
        person
    );
    Ok(looks.await?.is_some_and(|one| one.id == person))
}

/// The roles of a person, in the order of [`Role`].
pub async fn roles(db: &mut Connection, person: PersonId) -> Result<Vec<Role>> {
    #[derive(sqlx::FromRow)]
    struct Held {
        role: Role,
    }
    let held = rows!(db, Held, "select role from person_roles where person_id = $1", person).await?;
    let mut roles: Vec<Role> = held.into_iter().map(|held| held.role).collect();
    roles.sort_unstable();
    Ok(roles)
}

/// Adds a person. A second one of an address breaks `people_email_key`.
pub async fn insert(db: &mut Writing, person: &Person) -> Result<()> {
    insert_all(db, std::slice::from_ref(person)).await
}

/// Adds people.
pub async fn insert_all(db: &mut Writing, people: &[Person]) -> Result<()> {
    insert_with_roles(db, people, &[]).await
}

/// Adds people with their roles; quicker than [`set_roles`] afterwards, which looks at each of them again.
pub async fn insert_with_roles(db: &mut Writing, people: &[Person], roles: &[(PersonId, Role)]) -> Result<()> {
    insert_with(db, people, roles, &[]).await
}

/// Adds people with their roles and what they say in lists of their profiles.
pub async fn insert_with(
    db: &mut Writing,
    people: &[Person],
    roles: &[(PersonId, Role)],
    tags: &[profile::TagRow],
) -> Result<()> {
    insert_all!(
        db,
        "insert into people (id, name, email, school_id, language, ask_me_about, sought, created_at, updated_at, left_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        people,
        |person| person.id,
        &person.name,
        &person.email,
        person.school_id,
        &person.language,
        &person.ask_me_about,
        person.sought(),
        person.created_at,
        person.updated_at,
        person.left_at
    )
    .await?;
    insert_roles(db, roles).await?;
    profile::insert_tags(db, tags).await?;
    found::put_new(db, people, roles, tags).await
}

/// Everyone of a school, also those who left.
pub async fn of_school(db: &mut Connection, school: SchoolId) -> Result<Vec<Person>> {
    rows!(
        db,
        Person,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at
         from people where school_id = $1 order by id",
        school
    )
    .await
}

/// Gives a person who is still of a version another one; until this transaction ends, nobody else can.
pub async fn hold(db: &mut Writing, id: PersonId, version: Instant, next: Instant) -> Result<bool> {
    Ok(run!(db, "update people set updated_at = $3 where id = $1 and updated_at = $2", id, version, next).await? == 1)
}

/// Changes a person who is still of the version (`updated_at`) somebody looked at; says whether they were.
/// An address that somebody else has breaks `people_email_key`.
pub async fn update(db: &mut Writing, person: &Person, version: Instant) -> Result<bool> {
    let was_here = self::person(db, person.id).await?.is_none_or(|before| before.left_at.is_none());
    let changed = run!(
        db,
        "update people set name = $3, email = $4, school_id = $5, language = $6, ask_me_about = $7, sought = $8,
                           updated_at = $9, left_at = $10
         where id = $1 and updated_at = $2",
        person.id,
        version,
        &person.name,
        &person.email,
        person.school_id,
        &person.language,
        &person.ask_me_about,
        person.sought(),
        person.updated_at,
        person.left_at
    )
    .await?;
    if changed == 1 {
        moved(db, person, (was_here, person.left_at.is_none())).await?;
        found::put(db, std::slice::from_ref(person)).await?;
    }
    Ok(changed == 1)
}

/// Everyone, also those who left, in no order.
pub async fn everyone(db: &mut Connection) -> Result<Vec<Person>> {
    rows!(
        db,
        Person,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at from people"
    )
    .await
}

/// The next people after an identifier, also those who left.
pub async fn after(db: &mut Connection, after: PersonId, most: i64) -> Result<Vec<Person>> {
    rows!(
        db,
        Person,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at
         from people where id > $1 order by id limit $2",
        after,
        most
    )
    .await
}

/// Every role that anyone holds.
pub async fn all_roles(db: &mut Connection) -> Result<Vec<(PersonId, Role)>> {
    rows!(db, (PersonId, Role), "select person_id, role from person_roles").await
}

/// Adds roles to those people hold, who are not found by them yet.
async fn insert_roles(db: &mut Writing, roles: &[(PersonId, Role)]) -> Result<()> {
    insert_all!(
        db,
        "insert into person_roles (person_id, role) values ($1, $2) on conflict do nothing",
        roles,
        |held| held.0,
        held.1
    )
    .await
}

/// Gives a person exactly these roles.
pub async fn set_roles(db: &mut Writing, person: PersonId, roles: &[Role]) -> Result<()> {
    run!(db, "delete from person_roles where person_id = $1", person).await?;
    let held: Vec<_> = roles.iter().map(|role| (person, *role)).collect();
    insert_roles(db, &held).await?;
    let held = self::person(db, person).await?;
    found::put(db, held.as_slice()).await
}
