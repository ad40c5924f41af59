//! SQL of profiles.

use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::ids::{FileId, PersonId};
use crate::{insert_all, row, rows, rows_of, run, twenty};

/// A field somebody said something of.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FieldRow {
    pub person_id: PersonId,
    pub field: String,
    pub audience: String,
    pub words: String,
}

/// An entry of a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct TagRow {
    pub person_id: PersonId,
    pub field: String,
    pub tag: String,
    pub label: String,
    pub place: i64,
}

/// A photo.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct PhotoRow {
    pub person_id: PersonId,
    pub file_id: FileId,
    pub small_id: FileId,
    pub added_at: Instant,
}

/// A tag that is in use.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Use {
    pub field: String,
    pub tag: String,
    pub label: String,
}

/// The fields of people.
async fn fields(db: &mut Connection, people: &[PersonId]) -> Result<Vec<FieldRow>> {
    rows_of!(
        db,
        FieldRow,
        concat!("select person_id, field, audience, words from profile_fields where person_id in ", twenty!()),
        people
    )
    .await
}

/// The entries of the lists of people, of each in the order they were written.
async fn tags(db: &mut Connection, people: &[PersonId]) -> Result<Vec<TagRow>> {
    rows_of!(
        db,
        TagRow,
        concat!(
            "select person_id, field, tag, label, place from profile_tags where person_id in ",
            twenty!(),
            " order by person_id, field, place"
        ),
        people
    )
    .await
}

/// The photos of people.
async fn photos(db: &mut Connection, people: &[PersonId]) -> Result<Vec<PhotoRow>> {
    rows_of!(
        db,
        PhotoRow,
        concat!("select person_id, file_id, small_id, added_at from profile_photos where person_id in ", twenty!()),
        people
    )
    .await
}

/// All three of any number of people.
pub async fn of_all(db: &mut Connection, people: &[PersonId]) -> Result<(Vec<FieldRow>, Vec<TagRow>, Vec<PhotoRow>)> {
    Ok((fields(db, people).await?, tags(db, people).await?, photos(db, people).await?))
}

/// Lets a person have exactly these fields.
pub async fn set_fields(db: &mut Writing, person: PersonId, fields: &[FieldRow]) -> Result<()> {
    run!(db, "delete from profile_fields where person_id = $1", person).await?;
    insert_all!(
        db,
        "insert into profile_fields (person_id, field, audience, words) values ($1, $2, $3, $4)",
        fields,
        |one| one.person_id,
        &one.field,
        &one.audience,
        &one.words
    )
    .await
}

/// Lets a person have exactly these entries.
pub async fn set_tags(db: &mut Writing, person: PersonId, tags: &[TagRow]) -> Result<()> {
    run!(db, "delete from profile_tags where person_id = $1", person).await?;
    insert_tags(db, tags).await
}

/// Adds entries of people who have none.
pub async fn insert_tags(db: &mut Writing, tags: &[TagRow]) -> Result<()> {
    insert_all!(
        db,
        "insert into profile_tags (person_id, field, tag, label, place) values ($1, $2, $3, $4, $5)",
        tags,
        |one| one.person_id,
        &one.field,
        &one.tag,
        &one.label,
        one.place
    )
    .await
}

/// Lets a person have this photo.
pub async fn set_photo(db: &mut Writing, photo: &PhotoRow) -> Result<()> {
    run!(
        db,
        "insert into profile_photos (person_id, file_id, small_id, added_at) values ($1, $2, $3, $4)
         on conflict (person_id) do update set file_id = excluded.file_id, small_id = excluded.small_id,
                                               added_at = excluded.added_at",
        photo.person_id,
        photo.file_id,
        photo.small_id,
        photo.added_at
    )
    .await?;
    Ok(())
}

/// The photo of a person, with when it came.
pub async fn photo(db: &mut Connection, person: PersonId) -> Result<Option<PhotoRow>> {
    row!(db, PhotoRow, "select person_id, file_id, small_id, added_at from profile_photos where person_id = $1", person)
        .await
}

/// Takes the photo of a person away; its files are for the caller to forget.
pub async fn remove_photo(db: &mut Writing, person: PersonId) -> Result<u64> {
    run!(db, "delete from profile_photos where person_id = $1", person).await
}

/// One more person says so.
pub async fn add_use(db: &mut Writing, one: &Use) -> Result<()> {
    run!(
        db,
        "insert into tag_uses (field, tag, label, uses) values ($1, $2, $3, 1)
         on conflict (field, tag) do update set uses = tag_uses.uses + 1",
        &one.field,
        &one.tag,
        &one.label
    )
    .await?;
    Ok(())
}

/// One person less says so; what nobody says is forgotten.
pub async fn remove_use(db: &mut Writing, one: &Use) -> Result<()> {
    run!(db, "update tag_uses set uses = uses - 1 where field = $1 and tag = $2", &one.field, &one.tag).await?;
    run!(db, "delete from tag_uses where field = $1 and tag = $2 and uses <= 0", &one.field, &one.tag).await?;
    Ok(())
}

/// What most people say in a field.
pub async fn most_used(db: &mut Connection, field: &str, most: i64) -> Result<Vec<Use>> {
    rows!(
        db,
        Use,
        "select field, tag, label from tag_uses where field = $1 order by uses desc, tag desc limit $2",
        field,
        most
    )
    .await
}
