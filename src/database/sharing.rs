//! SQLite's one writer: writings that arrive together share a commit.
//!
//! With `synchronous=FULL` a commit waits for the disk, and SQLite writes one transaction at a time:
//! forty answers in the same second would wait forty times. Here each [`Turn`] is a savepoint in one
//! transaction. Whoever has said what they had to say joins the queue again, behind those who already
//! wait for their turn; the first to come back commits for all, and only then is any of them told that
//! it is on the disk. Alone, a writing costs one `begin` and one `commit`, as before.
//!
//! What this must never do: tell someone that a write is safe before the shared commit has returned,
//! let an abandoned writing in, or leave the transaction open when nobody is left to end it.

#[cfg(test)]
mod tests;
mod turn;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, SqliteConnection};
use tokio::sync::{Mutex as Queue, OwnedMappedMutexGuard, OwnedMutexGuard};

use super::{Error, Result};
use turn::End;
pub use turn::Turn;

/// How long a writing waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// 64 MB of pages for who writes much, and what SQLite has by itself (pragma.html#pragma_cache_size).
const WIDE: &str = "pragma cache_size = -65536";
const NARROW: &str = "pragma cache_size = -2000; pragma shrink_memory";

/// The one writer of a SQLite file. Cheap to clone.
///
/// It keeps its connection itself: sqlx's own transaction counts savepoints and cannot be told that
/// SQLite gave one up, and its pool would ask the connection each time whether it is there.
#[derive(Debug, Clone)]
pub struct Writer {
    options: Arc<SqliteConnectOptions>,
    /// Who holds this has the turn. Tokio's mutex is fair: first come, first served.
    queue: Arc<Queue<Option<SqliteConnection>>>,
    /// What is known of the transaction; only changed by who has the turn.
    shared: Arc<Mutex<Shared>>,
}

/// What became of a shared transaction; empty while it is open.
type Outcome = Arc<OnceLock<Result<()>>>;

#[derive(Debug, Default)]
struct Shared {
    /// Of the open transaction, or of the last.
    outcome: Outcome,
    /// Whether a transaction is open.
    open: bool,
    /// Whether a writing was finished in it and waits for the commit.
    kept: bool,
    /// Whether the writing that had the turn last was left without being finished.
    abandoned: bool,
    /// Whether the connection keeps more pages than it does otherwise.
    wide: bool,
}

/// The connection, while one has the turn.
pub type Held = OwnedMappedMutexGuard<Option<SqliteConnection>, SqliteConnection>;

type Slot = OwnedMutexGuard<Option<SqliteConnection>>;

impl Writer {
    /// Opens the file for writing.
    pub async fn open(options: SqliteConnectOptions) -> Result<Writer> {
        let connection = options.connect().await?;
        Ok(Writer { options: Arc::new(options), queue: Arc::new(Queue::new(Some(connection))), shared: Arc::default() })
    }

    /// The connection outside of any transaction, for migrations and pragmas.
    pub async fn alone(&self) -> Result<Held> {
        let mut slot = self.lock().await?;
        self.tidy(&mut slot).await;
        if self.look(|shared| shared.open) {
            self.commit(&mut slot).await;
        }
        self.connected(slot).await
    }

    /// Waits for the turn and opens a writing.
    pub async fn turn(&self) -> Result<Turn> {
        let mut slot = self.lock().await?;
        self.tidy(&mut slot).await;
        let held = self.connected(slot).await?;
        // Said before anything is begun: from here on it has to be undone if nobody ends it.
        let joined = self.look(|shared| {
            let joined = shared.open;
            if !joined {
                *shared = Shared { open: true, ..Shared::default() };
            }
            shared.abandoned = true;
            joined
        });
        let mut turn = Turn { held, end: End { writer: self.clone(), joined, finished: false } };
        turn.held.execute(if joined { "savepoint writing" } else { "begin immediate" }).await?;
        Ok(turn)
    }

    /// Ends the connection, letting what is under way end first.
    pub async fn close(&self) {
        let mut slot = Arc::clone(&self.queue).lock_owned().await;
        self.tidy(&mut slot).await;
        if self.look(|shared| shared.open) {
            self.commit(&mut slot).await;
        }
        if let Some(connection) = slot.take() {
            let _ = connection.close().await;
        }
    }

    async fn lock(&self) -> Result<Slot> {
        let waited = tokio::time::timeout(PATIENCE, Arc::clone(&self.queue).lock_owned()).await;
        waited.map_err(|_| sqlx::Error::PoolTimedOut.into())
    }

    async fn connected(&self, mut slot: Slot) -> Result<Held> {
        if slot.is_none() {
            *slot = Some(self.options.connect().await?);
        }
        OwnedMutexGuard::try_map(slot, Option::as_mut).map_err(|_| sqlx::Error::WorkerCrashed.into())
    }

    /// Undoes a writing that was left, before anything else happens in its transaction.
    async fn tidy(&self, slot: &mut Slot) {
        let (abandoned, kept) = self.look(|shared| (shared.abandoned, shared.kept));
        if !abandoned {
            return;
        }
        let undo = if kept { "rollback to writing; release writing" } else { "rollback" };
        let undone = match slot.as_mut() {
            Some(connection) => connection.execute(undo).await.map(|_| ()),
            None => Err(sqlx::Error::WorkerCrashed),
        };
        match undone {
            Ok(()) if kept => self.look(|shared| shared.abandoned = false),
            Ok(()) => {
                self.narrow(slot).await;
                self.end(Ok(()));
            }
            // SQLite gives up whole transactions when the disk is full or fails (lang_transaction.html,
            // section 3.1): then nothing that was said in it may be called safe.
            Err(error) => {
                tracing::warn!("SQLite gave a transaction up: {error}");
                self.end(Err(sqlx::Error::Io(std::io::ErrorKind::ReadOnlyFilesystem.into()).into()));
                **slot = None;
            }
        }
    }

    /// Commits for everybody who waits, unless somebody did.
    async fn finish(&self, outcome: &Outcome) -> Result<()> {
        let mut slot = Arc::clone(&self.queue).lock_owned().await;
        if outcome.get().is_none() {
            self.tidy(&mut slot).await;
        }
        if outcome.get().is_none() {
            self.commit(&mut slot).await;
        }
        outcome.get().cloned().unwrap_or_else(|| Err(sqlx::Error::WorkerCrashed.into()))
    }

    async fn commit(&self, slot: &mut Slot) {
        let done = match slot.as_mut() {
            Some(connection) => connection.execute("commit").await.map(|_| ()),
            None => Err(sqlx::Error::WorkerCrashed),
        };
        if done.is_err() {
            // A connection whose commit failed may still be inside the transaction: closing it ends that.
            **slot = None;
        }
        self.narrow(slot).await;
        self.end(done.map_err(Error::from));
    }

    /// Gives back the memory of a writing that asked for more.
    async fn narrow(&self, slot: &mut Slot) {
        if let Some(connection) = slot.as_mut().filter(|_| self.look(|shared| shared.wide)) {
            let _ = connection.execute(NARROW).await;
        }
    }

    fn end(&self, result: Result<()>) {
        self.look(|shared| {
            let _ = shared.outcome.set(result);
            *shared = Shared { outcome: Arc::clone(&shared.outcome), ..Shared::default() };
        });
    }

    fn look<T>(&self, at: impl FnOnce(&mut Shared) -> T) -> T {
        at(&mut self.shared.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
