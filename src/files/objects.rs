//! The objects themselves: put, get, list, delete, alike for a folder and for S3.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use super::{Secret, Where};
use crate::clock::Instant;
use crate::ids::FileId;

/// The place where objects are; cheap to clone.
#[derive(Debug, Clone)]
pub struct Files(Arc<dyn ObjectStore>);

/// What is known of an object once it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its length in bytes.
    pub length: i64,
    /// Its SHA-256 in small hexadecimal digits.
    pub sha256: String,
}

/// An object being read.
pub struct Content {
    /// Its length in bytes.
    pub length: u64,
    /// Its bytes, in pieces.
    pub pieces: BoxStream<'static, Result<Bytes, Error>>,
}

/// An object in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object {
    /// Its name.
    pub id: FileId,
    /// Its length in bytes.
    pub length: u64,
    /// When it was written, by the store's clock.
    pub written_at: Instant,
}

/// Why an object could not be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such object.
    #[error("the file {0} is not in the store")]
    Missing(FileId),
    /// The store does not answer as it should.
    #[error("the store of files: {0}")]
    Store(object_store::Error),
    /// What was to be stored could not be read.
    #[error("reading what is to be stored: {0}")]
    Read(#[from] std::io::Error),
}

impl Error {
    fn of(id: FileId) -> impl Fn(object_store::Error) -> Error {
        move |error| match error {
            object_store::Error::NotFound { .. } => Error::Missing(id),
            error => Error::Store(error),
        }
    }
}

/// The largest object written in one request; larger ones go in parts of this size (S3 wants 5 MiB or more).
const PART: usize = 5 * 1024 * 1024;

/// The name of an object: spread over folders by the random end of its identifier.
fn name(id: FileId) -> Path {
    let digits = id.0.simple().to_string();
    let folder = digits.get(30..).unwrap_or_default().to_owned();
    Path::from_iter([folder, digits])
}

fn id_of(path: &Path) -> Option<FileId> {
    let (_, digits) = path.as_ref().rsplit_once('/')?;
    let id = digits.parse().ok()?;
    (name(id) == *path).then_some(id)
}

impl Files {
    /// Opens the place; makes the folder. A bucket is not asked yet.
    ///
    /// # Errors
    /// When the folder cannot be made, or the settings of the bucket do not fit together.
    pub fn open(place: &Where) -> anyhow::Result<Files> {
        match place {
            Where::Folder(folder) => {
                std::fs::create_dir_all(folder)
                    .map_err(|error| anyhow::anyhow!("the folder of files {}: {error}", folder.display()))?;
                // An upload that was confirmed is on the disk.
                Ok(Files(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))))
            }
            Where::S3 { bucket, prefix, endpoint, region, key, secret } => {
                // The HTTP client takes the process's provider of cryptography; a second time changes nothing.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let mut builder =
                    AmazonS3Builder::new().with_bucket_name(bucket).with_region(region).with_client_options(
                        ClientOptions::new().with_user_agent(axum::http::HeaderValue::from_static("klatsch")),
                    );
                if let Some(endpoint) = endpoint {
                    builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
                }
                if let (Some(key), Some(secret)) = (key, secret.as_ref().map(Secret::reveal)) {
                    builder = builder.with_access_key_id(key).with_secret_access_key(secret);
                }
                Ok(Files(Arc::new(PrefixStore::new(builder.build()?, prefix.as_str()))))
            }
        }
    }

    /// Stores an object that comes in pieces. Nothing is left of it when a piece fails.
    ///
    /// # Errors
    /// When a piece cannot be read or the store refuses.
    pub async fn put(
        &self,
        id: FileId,
        mut pieces: impl Stream<Item = std::io::Result<Bytes>> + Unpin,
    ) -> Result<Stored, Error> {
        let mut writer = BufWriter::with_capacity(Arc::clone(&self.0), name(id), PART).with_max_concurrency(2);
        let mut digest = Sha256::new();
        let mut length = 0_i64;
        while let Some(piece) = pieces.next().await {
            let piece = match piece {
                Ok(piece) => piece,
                Err(error) => {
                    let _ = writer.abort().await;
                    return Err(error.into());
                }
            };
            digest.update(&piece);
            length = length.saturating_add(i64::try_from(piece.len()).unwrap_or(i64::MAX));
            if let Err(error) = writer.put(piece).await {
                let _ = writer.abort().await;
                return Err(Error::Store(error));
            }
        }
        writer.shutdown().await?;
        Ok(Stored { length, sha256: hex(&digest.finalize()) })
    }

    /// Stores an object that is in memory.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn put_bytes(&self, id: FileId, content: Bytes) -> Result<Stored, Error> {
        self.put(id, futures_util::stream::iter([Ok(content)])).await
    }

    /// Reads an object.
    ///
    /// # Errors
    /// When it is not there, or the store does not answer.
    pub async fn get(&self, id: FileId) -> Result<Content, Error> {
        let found = self.0.get(&name(id)).await.map_err(Error::of(id))?;
        let length = found.meta.size;
        Ok(Content { length, pieces: found.into_stream().map_err(Error::of(id)).boxed() })
    }

    /// Every object there is, in no order. Names that are none of ours are passed over.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn list(&self) -> Result<Vec<Object>, Error> {
        let found = self.0.list(None).try_filter_map(async |meta| {
            Ok(id_of(&meta.location).map(|id| Object {
                id,
                length: meta.size,
                written_at: Instant(meta.last_modified.timestamp_micros()),
            }))
        });
        found.try_collect().await.map_err(Error::Store)
    }

    /// Deletes an object; one that is not there is no error.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn delete(&self, id: FileId) -> Result<(), Error> {
        match self.0.delete(&name(id)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Error::Store(error)),
        }
    }
}

/// Small hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl std::fmt::Debug for Content {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Content").field("length", &self.length).finish_non_exhaustive()
    }
}
