//! What is measured with, and for how long.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::klatsch::{District, Engine};

/// What `cargo xtask bench` hands in, and the lengths of a run.
#[derive(Debug)]
pub struct Setting {
    /// The release program.
    pub program: PathBuf,
    /// nginx, if it is there.
    pub nginx: Option<PathBuf>,
    /// A PostgreSQL server with its usual settings, and the process of its postmaster.
    pub postgres: Option<(String, u32)>,
    /// How long one load is put on.
    pub time: Duration,
    /// How often, in turns with the others.
    pub rounds: usize,
    /// How often the program is started.
    pub starts: usize,
    /// The sizes of the district.
    pub sizes: Vec<u32>,
    /// The districts that were made, for parts to share: a province takes minutes.
    made: RefCell<BTreeMap<(Engine, u32), Rc<District>>>,
}

impl Setting {
    /// Reads the environment.
    pub fn read(quick: bool) -> Result<Setting> {
        let program = std::env::var_os("KLATSCH_BENCH_PROGRAM").context("start this as `cargo xtask bench`")?;
        let postgres = match (std::env::var("KLATSCH_BENCH_POSTGRES"), std::env::var("KLATSCH_BENCH_POSTMASTER")) {
            (Ok(url), Ok(pid)) => Some((url, pid.parse()?)),
            _ => None,
        };
        Ok(Setting {
            program: program.into(),
            nginx: std::env::var_os("KLATSCH_BENCH_NGINX").map(PathBuf::from),
            postgres,
            time: Duration::from_millis(if quick { 500 } else { 1_000 }),
            rounds: if quick { 2 } else { 4 },
            starts: if quick { 5 } else { 15 },
            sizes: if quick { vec![1, 10, 100] } else { vec![1, 10, 100, 1000] },
            made: RefCell::default(),
        })
    }

    /// A district of a size in which nobody writes, the same one for every part of a run.
    pub fn district(&self, engine: Engine, size: u32) -> Result<Rc<District>> {
        if let Some(made) = self.made.borrow().get(&(engine, size)) {
            return Ok(Rc::clone(made));
        }
        let made = Rc::new(District::make(self, engine, size, 4)?);
        self.made.borrow_mut().insert((engine, size), Rc::clone(&made));
        Ok(made)
    }
}
