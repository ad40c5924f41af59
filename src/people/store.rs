//! SQL of people and their roles.

use super::{Person, Role};
use crate::database::{Connection, Result, Writing};
use crate::ids::{PersonId, SchoolId};
use crate::{row, rows, run};

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
         from people where left_at is null order by name, id"
    )
    .await
}

/// A person's name, for lists.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Name {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// The names of everyone who has not left, for pickers.
pub async fn names(db: &mut Connection) -> Result<Vec<Name>> {
    rows!(db, Name, "select id, name from people where left_at is null order by name, id").await
}

/// The roles of a person.
pub async fn roles(db: &mut Connection, person: PersonId) -> Result<Vec<Role>> {
    #[derive(sqlx::FromRow)]
    struct Held {
        role: Role,
    }
    let held = rows!(db, Held, "select role from person_roles where person_id = $1 order by role", person).await?;
    Ok(held.into_iter().map(|held| held.role).collect())
}

/// Adds a person. A second one of an address breaks `people_email_key`.
pub async fn insert(db: &mut Writing, person: &Person) -> Result<()> {
    run!(
        db,
        "insert into people (id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        person.id,
        &person.name,
        &person.email,
        person.school_id,
        &person.language,
        &person.ask_me_about,
        person.created_at,
        person.updated_at,
        person.left_at
    )
    .await?;
    Ok(())
}

/// Gives a person exactly these roles.
pub async fn set_roles(db: &mut Writing, person: PersonId, roles: &[Role]) -> Result<()> {
    run!(db, "delete from person_roles where person_id = $1", person).await?;
    for role in roles {
        run!(db, "insert into person_roles (person_id, role) values ($1, $2) on conflict do nothing", person, role)
            .await?;
    }
    Ok(())
}
