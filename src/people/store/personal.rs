//! SQL of what is kept about a person, and of forgetting them.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{FileId, PersonId, SchoolId};
use crate::people::{Role, profile};
use crate::personal::{Deed, Enclosed, Erasing, Section, When};
use crate::{row, rows, run};

#[derive(sqlx::FromRow, serde::Serialize)]
struct Profile {
    id: PersonId,
    name: String,
    email: String,
    school_id: Option<SchoolId>,
    language: Option<String>,
    ask_me_about: String,
    created_at: When,
    updated_at: When,
    left_at: Option<When>,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Held {
    role: Role,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Said {
    field: String,
    audience: String,
    words: String,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Tagged {
    field: String,
    tag: String,
    label: String,
}

#[derive(sqlx::FromRow, serde::Serialize)]
struct Pictured {
    file_id: FileId,
    added_at: When,
}

/// What is kept about a person.
pub async fn export(db: &mut Connection, person: PersonId) -> anyhow::Result<Vec<Section>> {
    let profile = row!(
        db,
        Profile,
        "select id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at
         from people where id = $1",
        person
    );
    let profile = profile.await?.into_iter().collect();
    let roles = rows!(db, Held, "select role from person_roles where person_id = $1 order by role", person).await?;
    let said = rows!(
        db,
        Said,
        "select field, audience, words from profile_fields where person_id = $1 order by field",
        person
    )
    .await?;
    let tagged = rows!(
        db,
        Tagged,
        "select field, tag, label from profile_tags where person_id = $1 order by field, place",
        person
    )
    .await?;
    let photo =
        rows!(db, Pictured, "select file_id, added_at from profile_photos where person_id = $1", person).await?;
    let files = photo.iter().map(|photo| Enclosed { file: photo.file_id, name: "photo.jpg".to_owned() }).collect();
    Ok(vec![
        Section::of("people", profile)?,
        Section::of("person_roles", roles)?,
        Section::of("profile_fields", said)?,
        Section::of("profile_tags", tagged)?,
        Section::of("profile_photos", photo)?.with_files(files),
    ])
}

/// Adds who stands for a person that is erased. School and roles are kept for the figures, which hide groups
/// under five; stewardship ends.
pub async fn insert_stand_in(
    db: &mut Writing,
    stand_in: PersonId,
    person: PersonId,
    name: &str,
    now: Instant,
) -> Result<()> {
    run!(
        db,
        "insert into people (id, name, email, school_id, language, ask_me_about, sought, created_at, updated_at, left_at)
         select $1, $3, $4, school_id, null, '', $5, $6, $6, $6 from people where id = $2",
        stand_in,
        person,
        name,
        // RFC 2606, section 2: a name that will never lead anywhere.
        format!("{stand_in}@erased.invalid"),
        roster::fold(name),
        now
    )
    .await?;
    Ok(())
}

/// Forgets a person; their row goes last ([`remove`]), when nothing points at it any more.
pub async fn erase(db: &mut Writing, who: &Erasing) -> anyhow::Result<Vec<Deed>> {
    let steward = run!(db, "delete from person_roles where person_id = $1 and role = 'steward'", who.person).await?;
    let roles =
        run!(db, "update person_roles set person_id = $2 where person_id = $1", who.person, who.stand_in).await?;
    crate::search::remove(db, who.person.0).await?;
    let photo = super::profile::photo(db, who.person).await?;
    if let Some(person) = super::person(db, who.person).await? {
        let before = profile::of(db, &[&person]).await?.remove(&person.id).unwrap_or_default();
        profile::recount(db, &before, &profile::Profile::default()).await?;
    }
    let fields = run!(db, "delete from profile_fields where person_id = $1", who.person).await?;
    let tags = run!(db, "delete from profile_tags where person_id = $1", who.person).await?;
    let photos = super::profile::remove_photo(db, who.person).await?;
    profile::forget_photo(db, photo).await?;
    Ok(vec![
        Deed::deleted("profile_fields", fields),
        Deed::deleted("profile_tags", tags),
        Deed::deleted("profile_photos", photos),
        Deed::anonymised("people", 1),
        Deed::deleted("person_roles", steward),
        Deed::anonymised("person_roles", roles),
    ])
}

/// Removes the row of a person for whom somebody stands in.
pub async fn remove(db: &mut Writing, person: PersonId) -> Result<u64> {
    run!(db, "delete from people where id = $1", person).await
}
