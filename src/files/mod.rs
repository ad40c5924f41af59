//! Files: what people upload, kept as objects in a folder of the data folder, or in an S3-compatible
//! store by the setting `files`.
//!
//! An object is named by an identifier and never changes; its row says how long it is and what its
//! SHA-256 is. The object is written first, then the row, in the transaction of whatever refers to it;
//! no object is touched inside a [`Writing`](crate::database::Writing). A crash between the two leaves
//! at worst an object without a row, which the daily job `sweep-files` removes once it is a day old.
//! What may never be: a row without its object. So a row is deleted first, and its object swept.

pub mod kind;
mod objects;
pub mod picture;
mod place;
mod spool;
mod store;
mod sweep;
#[cfg(test)]
mod tests;

use utoipa_axum::router::OpenApiRouter;

use crate::app::Domain;
use crate::clock::Instant;
use crate::ids::FileId;
use crate::jobs;
use crate::personal::Personal;
use crate::web::Routes;

pub use objects::{Error, Files, Stored};
pub use place::{Secret, Where};
pub use spool::Spool;
pub use store::{all, file, forget, insert};

/// This room.
pub const DOMAIN: Domain = Domain {
    name: "files",
    pages: Routes::new,
    api: OpenApiRouter::new,
    access: "",
    jobs: || {
        vec![jobs::Kind {
            name: "sweep-files",
            title: "job-sweep-files",
            daily: true,
            run: |app, _| Box::pin(sweep::sweep(app)),
        }]
    },
    personal: Personal::NONE,
};

/// A row of `files`: one stored object.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct File {
    /// Its identifier, and the name of its object.
    pub id: FileId,
    /// Its media type, found by its content.
    pub kind: String,
    /// Its length in bytes.
    pub length: i64,
    /// Its SHA-256 in small hexadecimal digits.
    pub sha256: String,
    /// When it was stored.
    pub created_at: Instant,
}

impl File {
    /// The row of an object that was just stored.
    pub fn new(id: FileId, kind: &str, stored: &Stored, now: Instant) -> File {
        File { id, kind: kind.to_owned(), length: stored.length, sha256: stored.sha256.clone(), created_at: now }
    }
}
