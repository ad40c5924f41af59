//! One writing's turn, from its begin to its end.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use sqlx::{Executor, SqliteConnection};

use super::{Held, WIDE, Writer};
use crate::database::{Error, Result};

/// One writing's turn at the transaction. Dropped without [`Turn::commit`] it changes nothing.
#[derive(Debug)]
pub struct Turn {
    // The order matters: the turn is given up before its end is looked after.
    pub(super) held: Held,
    pub(super) end: End,
}

/// Looks after the end of a turn.
#[derive(Debug)]
pub struct End {
    pub(super) writer: Writer,
    pub(super) joined: bool,
    pub(super) finished: bool,
}

impl Turn {
    /// Lets more pages stay in memory until the transaction ends.
    pub async fn widen(&mut self) -> Result<()> {
        self.end.writer.look(|shared| shared.wide = true);
        self.held.execute(WIDE).await?;
        Ok(())
    }

    /// Makes it so. When this returns, it is on the disk.
    ///
    /// In a task of its own: a browser that hangs up in the middle drops its handler, and the others
    /// whose writings are in the same transaction must not hear of it.
    pub async fn commit(self) -> Result<()> {
        let committing = tokio::spawn(async move {
            let Turn { mut held, mut end } = self;
            let writer = end.writer.clone();
            let outcome = writer.look(|shared| Arc::clone(&shared.outcome));
            if end.joined {
                held.execute("release writing").await?;
            }
            writer.look(|shared| {
                shared.kept = true;
                shared.abandoned = false;
            });
            end.finished = true;
            drop(held);
            writer.finish(&outcome).await
        });
        committing.await.map_err(|_| Error::from(sqlx::Error::WorkerCrashed))?
    }
}

impl Drop for End {
    /// A writing that was left: whoever comes next undoes it first; if nobody comes, this does, so
    /// that the file is not locked for other programs.
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let writer = self.writer.clone();
            runtime.spawn(async move {
                let mut slot = Arc::clone(&writer.queue).lock_owned().await;
                writer.tidy(&mut slot).await;
            });
        }
    }
}

impl Deref for Turn {
    type Target = SqliteConnection;
    fn deref(&self) -> &Self::Target {
        &self.held
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.held
    }
}
