//! An upload on its way in: written to a file of the data folder as it comes, never whole in memory.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use futures_util::Stream;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::kind::{self, Kind};

/// A file that is gone when this is dropped.
#[derive(Debug)]
pub struct Spool {
    path: PathBuf,
    file: tokio::fs::File,
    /// How many bytes came.
    pub length: u64,
}

impl Spool {
    /// An empty one; `name` must be new.
    ///
    /// # Errors
    /// When the data folder cannot be written.
    pub async fn begin(data: &Path, name: &str) -> std::io::Result<Spool> {
        let folder = data.join("arriving");
        tokio::fs::create_dir_all(&folder).await?;
        let path = folder.join(name);
        let file = tokio::fs::File::create_new(&path).await?;
        Ok(Spool { path, file, length: 0 })
    }

    /// Adds a piece.
    ///
    /// # Errors
    /// When the disk is full.
    pub async fn write(&mut self, piece: &[u8]) -> std::io::Result<()> {
        self.length += piece.len() as u64;
        self.file.write_all(piece).await
    }

    /// Whatever came is in the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn end(&mut self) -> std::io::Result<()> {
        self.file.flush().await
    }

    /// What it is; nothing where it is none of what may be uploaded.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn kind(&self) -> std::io::Result<Option<Kind>> {
        let path = self.path.clone();
        tokio::task::spawn_blocking(move || kind::of(&mut std::fs::File::open(path)?))
            .await
            .unwrap_or_else(|error| Err(std::io::Error::other(error)))
    }

    /// To be read from the beginning, as `std` does.
    ///
    /// # Errors
    /// When it is gone.
    pub fn reader(&self) -> std::io::Result<std::io::BufReader<std::fs::File>> {
        Ok(std::io::BufReader::new(std::fs::File::open(&self.path)?))
    }

    /// Its bytes in pieces.
    ///
    /// # Errors
    /// When it is gone.
    pub async fn pieces(&self) -> std::io::Result<impl Stream<Item = std::io::Result<Bytes>> + Unpin + Send> {
        let file = tokio::fs::File::open(&self.path).await?;
        Ok(Box::pin(futures_util::stream::unfold(Some(file), async |file| {
            let mut file = file?;
            let mut piece = Vec::with_capacity(256 * 1024);
            match (&mut file).take(256 * 1024).read_to_end(&mut piece).await {
                Ok(0) => None,
                Ok(_) => Some((Ok(piece.into()), Some(file))),
                Err(error) => Some((Err(error), None)),
            }
        })))
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        // Should it stay, the daily sweep takes it.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Removes what was left behind by a program that was stopped: files that did not change for a day.
pub fn sweep(data: &Path, before: std::time::SystemTime) {
    let Ok(entries) = std::fs::read_dir(data.join("arriving")) else { return };
    for entry in entries.flatten() {
        let changed = entry.metadata().and_then(|about| about.modified());
        if changed.is_ok_and(|changed| changed < before) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
