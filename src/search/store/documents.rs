//! SQL of the documents.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use super::super::{Audience, Document, Kind, Standing};
use crate::clock::Instant;
use crate::database::{Connection, Result, Writing};
use crate::{insert_all, row, rows, run};

/// A document as it is kept.
#[derive(Debug, Clone, FromRow)]
pub struct Kept {
    /// The thing.
    pub id: Uuid,
    /// Where it stands in the order of all.
    pub number: i64,
    kind: Kind,
    gathering_id: Option<Uuid>,
    series_id: Option<Uuid>,
    audience: Audience,
    href: String,
    title: String,
    body: String,
    starts_at: Option<Instant>,
    ends_at: Option<Instant>,
    cancelled: bool,
}

/// A document as a list of names needs it.
#[derive(Debug, Clone, FromRow)]
pub struct Named {
    /// The thing.
    pub id: Uuid,
    /// Where it stands in the order of all.
    pub number: i64,
}

/// Behind what a list of names goes on among those whose numbers begin alike.
#[derive(Debug, Clone, Default, FromRow)]
pub struct Last {
    /// The folded name.
    pub sorted: String,
    /// The thing.
    pub id: Uuid,
}

/// What is read of the documents that are wanted.
pub trait Read: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {
    /// Its columns, of `search_documents d`.
    const COLUMNS: &'static str;
}

impl Read for Kept {
    const COLUMNS: &'static str =
        "d.id, d.number, d.kind, d.gathering_id, d.series_id, d.audience, d.href, d.title, d.body,
                d.starts_at, d.ends_at, d.cancelled";
}

impl Read for Named {
    const COLUMNS: &'static str = "d.id, d.number";
}

impl From<Kept> for Document {
    fn from(kept: Kept) -> Document {
        Document {
            id: kept.id,
            kind: kept.kind,
            href: kept.href,
            title: kept.title,
            body: kept.body,
            standing: Standing {
                audience: kept.audience,
                gathering: kept.gathering_id,
                series: kept.series_id,
                starts_at: kept.starts_at,
                ends_at: kept.ends_at,
                cancelled: kept.cancelled,
            },
            marks: Vec::new(),
        }
    }
}

/// What says whether a document changed.
#[derive(Debug, Clone, Copy, FromRow)]
pub struct Version {
    /// Where it stands in the order of all.
    pub number: i64,
    /// Its digest.
    pub digest: i64,
}

/// The version of a document that is kept.
pub async fn version(db: &mut Connection, id: Uuid) -> Result<Option<Version>> {
    row!(db, Version, "select number, digest from search_documents where id = $1", id).await
}

/// What the document of a number is sorted by.
pub async fn last(db: &mut Connection, number: i64) -> Result<Option<Last>> {
    row!(db, Last, "select sorted, id from search_documents where number = $1", number).await
}

/// Adds a document under a number; 0 when another has it.
pub async fn insert(db: &mut Writing, number: i64, document: &Document) -> Result<u64> {
    run!(
        db,
        "insert into search_documents (id, number, kind, gathering_id, series_id, audience, href, title, body, plain,
                                       starts_at, ends_at, cancelled, digest, sorted)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict (number) do nothing",
        document.id,
        number,
        document.kind,
        document.standing.gathering,
        document.standing.series,
        document.standing.audience,
        &document.href,
        &document.title,
        &document.body,
        finding::plain(&document.fields()),
        document.standing.starts_at,
        document.standing.ends_at,
        document.standing.cancelled,
        document.digest(),
        document.sorted()
    )
    .await
}

/// Adds documents, each under its number, which must be free.
pub async fn insert_all(db: &mut Writing, documents: &[(i64, &Document)]) -> Result<()> {
    insert_all!(
        db,
        "insert into search_documents (id, number, kind, gathering_id, series_id, audience, href, title, body, plain,
                                       starts_at, ends_at, cancelled, digest, sorted)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        documents,
        |one| one.1.id,
        one.0,
        one.1.kind,
        one.1.standing.gathering,
        one.1.standing.series,
        one.1.standing.audience,
        &one.1.href,
        &one.1.title,
        &one.1.body,
        finding::plain(&one.1.fields()),
        one.1.standing.starts_at,
        one.1.standing.ends_at,
        one.1.standing.cancelled,
        one.1.digest(),
        one.1.sorted()
    )
    .await
}

/// Forgets a document.
pub async fn delete(db: &mut Writing, id: Uuid) -> Result<()> {
    run!(db, "delete from search_documents where id = $1", id).await?;
    Ok(())
}

/// What belongs to a gathering.
pub async fn of_gathering(db: &mut Connection, gathering: Uuid) -> Result<Vec<Kept>> {
    rows!(
        db,
        Kept,
        "select id, number, kind, gathering_id, series_id, audience, href, title, body, starts_at, ends_at, cancelled
         from search_documents where gathering_id = $1 order by id",
        gathering
    )
    .await
}

/// What belongs to a series.
pub async fn of_series(db: &mut Connection, series: Uuid) -> Result<Vec<Kept>> {
    rows!(
        db,
        Kept,
        "select id, number, kind, gathering_id, series_id, audience, href, title, body, starts_at, ends_at, cancelled
         from search_documents where series_id = $1 order by id",
        series
    )
    .await
}

/// The documents of a kind after one identifier up to another, with their digests.
pub async fn between(db: &mut Connection, kind: Kind, after: Uuid, upto: Uuid) -> Result<Vec<(Uuid, i64)>> {
    rows!(
        db,
        (Uuid, i64),
        "select id, digest from search_documents where kind = $1 and id > $2 and id <= $3 order by id",
        kind,
        after,
        upto
    )
    .await
}

/// Forgets every document.
pub async fn clear(db: &mut Writing) -> Result<()> {
    run!(db, "delete from search_documents").await?;
    Ok(())
}
