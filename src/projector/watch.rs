//! Who watches which gathering in this process, and how they are told.
//!
//! One task for each watched gathering asks the database every second for its *tide*: a text that is
//! another one whenever a screen has something else to show. All its listeners share the answer, so a
//! hundred screens cost the database no more than one, and a move made by another process is seen as
//! well as one's own. PostgreSQL's `listen` would tell sooner, but only on one of the two engines, and
//! needs a connection that nothing else may use. A move made here nudges the task and is told at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};

use super::look::tide;
use crate::app::App;
use crate::ids::GatheringId;
use crate::web::Failure;

/// The most screens one process serves at once; each is an open connection.
const MOST: usize = 1_000;

/// How often the database is asked.
const EVERY: Duration = Duration::from_secs(1);

/// The screens that are connected to this process.
#[derive(Debug, Clone)]
pub struct Watch(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    watched: Mutex<HashMap<GatheringId, Watched>>,
    room: Arc<Semaphore>,
    stopping: watch::Sender<bool>,
}

#[derive(Debug)]
struct Watched {
    tide: watch::Sender<String>,
    nudge: Arc<Notify>,
}

/// Someone who is told the tide of a gathering.
#[derive(Debug)]
pub struct Listener {
    tide: watch::Receiver<String>,
    stopping: watch::Receiver<bool>,
    told: bool,
    _room: OwnedSemaphorePermit,
}

impl Default for Watch {
    fn default() -> Watch {
        Watch::new()
    }
}

impl Watch {
    /// Of nothing yet.
    pub fn new() -> Watch {
        Watch(Arc::new(Inner {
            watched: Mutex::default(),
            room: Arc::new(Semaphore::new(MOST)),
            stopping: watch::Sender::new(false),
        }))
    }

    /// Listens to a gathering; `None` when the process has all the listeners it can take.
    pub async fn listen(&self, app: &App, gathering: GatheringId) -> Result<Option<Listener>, Failure> {
        let Ok(room) = Arc::clone(&self.0.room).try_acquire_owned() else { return Ok(None) };
        let now = tide(app, gathering).await?;
        let mut watched = self.0.watched.lock().unwrap_or_else(PoisonError::into_inner);
        let tide = match watched.get(&gathering) {
            Some(watched) => watched.tide.subscribe(),
            None => {
                let nudge = Arc::new(Notify::new());
                let (sender, receiver) = watch::channel(now);
                watched.insert(gathering, Watched { tide: sender.clone(), nudge: Arc::clone(&nudge) });
                tokio::spawn(self.clone().follow(app.clone(), gathering, sender, nudge));
                receiver
            }
        };
        Ok(Some(Listener { tide, stopping: self.0.stopping.subscribe(), told: false, _room: room }))
    }

    /// Tells the listeners of a gathering at once that it moved.
    pub fn nudge(&self, gathering: GatheringId) {
        let watched = self.0.watched.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(watched) = watched.get(&gathering) {
            watched.nudge.notify_one();
        }
    }

    /// Ends every stream, so that the process can stop.
    pub fn stop(&self) {
        self.0.stopping.send_replace(true);
    }

    /// Follows a gathering as long as anyone listens.
    async fn follow(self, app: App, gathering: GatheringId, told: watch::Sender<String>, nudge: Arc<Notify>) {
        let mut stopping = self.0.stopping.subscribe();
        loop {
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = nudge.notified() => {}
                _ = stopping.wait_for(|stopping| *stopping) => {}
            }
            {
                // Under the lock: nobody begins to listen to what ends here.
                let mut watched = self.0.watched.lock().unwrap_or_else(PoisonError::into_inner);
                if told.receiver_count() == 0 || *stopping.borrow() {
                    watched.remove(&gathering);
                    return;
                }
            }
            match tide(&app, gathering).await {
                Ok(now) => {
                    told.send_if_modified(|tide| {
                        let other = *tide != now;
                        *tide = now;
                        other
                    });
                }
                // The next second asks again; the screen shows what it has.
                Err(failure) => tracing::warn!("asking how a gathering stands: {failure:?}"),
            }
        }
    }
}

impl Listener {
    /// The tide: at once the first time, then each time it is another; `None` when all is over.
    pub async fn next(&mut self) -> Option<String> {
        if self.told {
            tokio::select! {
                changed = self.tide.changed() => changed.ok()?,
                _ = self.stopping.wait_for(|stopping| *stopping) => return None,
            }
        }
        self.told = true;
        Some(self.tide.borrow_and_update().clone())
    }
}
