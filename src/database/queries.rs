//! The record of which query texts there are and which ran, so that none goes untried.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io::Write;
use std::sync::{LazyLock, Mutex};

use super::Engine;

/// One SQL text of the house.
#[derive(Debug)]
pub struct Query {
    /// The text, as both engines get it.
    pub text: &'static str,
    /// `file:line` of the call.
    pub at: &'static str,
}

inventory::collect!(Query);

thread_local! {
    /// The queries that ran on this thread, once somebody watches; a story is told on one thread.
    static WATCHED: RefCell<Option<HashSet<&'static str>>> = const { RefCell::new(None) };
}

/// Begins to watch which queries run on this thread.
pub fn watch() {
    WATCHED.set(Some(HashSet::new()));
}

/// The queries that ran since.
pub fn watched() -> HashSet<&'static str> {
    WATCHED.take().unwrap_or_default()
}

/// Notes that the query at a place ran on an engine, in the file that `KLATSCH_QUERY_LOG` names:
/// lines of `engine<TAB>file:line`. `cargo xtask test` compares them with the list of all.
pub fn note(engine: Engine<'_>, at: &'static str) {
    let engine = match engine {
        Engine::Sqlite(_) => "sqlite",
        Engine::Postgres(_) => "postgres",
    };
    WATCHED.with_borrow_mut(|watched| watched.as_mut().map(|places| places.insert(at)));
    static NOTED: LazyLock<Mutex<HashSet<(&'static str, &'static str)>>> = LazyLock::new(Mutex::default);
    let first = NOTED.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert((engine, at));
    if first {
        write(engine, at);
    }
}

/// Appends one line to the log, if one is asked for.
pub fn write(what: &str, at: &str) {
    let Some(path) = std::env::var_os("KLATSCH_QUERY_LOG") else {
        return;
    };
    let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
    if let Ok(mut file) = file {
        let _ = file.write_all(format!("{what}\t{at}\n").as_bytes());
    }
}
