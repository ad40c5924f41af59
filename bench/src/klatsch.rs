//! Klatsch as it is installed: the release program, with a sample district.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::database;
use crate::process::{Folder, Server, free_address, processor_time};
use crate::report::Report;
use crate::setting::Setting;

/// Which database a district is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// The server of this run.
    Postgres,
}

impl Engine {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        }
    }
}

/// A district of some size, in a folder of its own.
#[derive(Debug)]
pub struct District {
    program: PathBuf,
    folder: Folder,
    /// The address of its PostgreSQL database, if it has one.
    pub postgres: Option<String>,
    /// What `klatsch sample` said.
    pub sample: Value,
}

impl District {
    /// Makes it, with so many sessions.
    pub fn make(setting: &Setting, engine: Engine, size: u32, sessions: usize) -> Result<District> {
        let name = format!("{}_{size}", engine.name().to_lowercase());
        let folder = Folder::new(&name)?;
        let postgres = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(database::create(setting, &format!("bench_{size}_{}", std::process::id()))?),
        };
        let mut district = District { program: setting.program.clone(), folder, postgres, sample: Value::Null };
        let output = district
            .command("sample")
            .args(["--size", &size.to_string(), "--sessions", &sessions.to_string()])
            .output()
            .context("klatsch sample")?;
        ensure!(output.status.success(), "klatsch sample: {}", String::from_utf8_lossy(&output.stderr));
        district.sample = serde_json::from_slice(&output.stdout)?;
        if let Some(url) = &district.postgres {
            database::analyze(url)?;
        }
        Ok(district)
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(name).arg("--data").arg(self.folder.path()).env_clear().env("KLATSCH_LOG", "warn");
        if let Some(url) = &self.postgres {
            command.args(["--database", url]);
        }
        command
    }

    /// Makes its search index anew; how many things were looked at.
    pub fn reindex(&self) -> Result<u64> {
        let output = self.command("reindex").args(["search", "--json"]).output().context("klatsch reindex")?;
        ensure!(output.status.success(), "klatsch reindex: {}", String::from_utf8_lossy(&output.stderr));
        let said: Value = serde_json::from_slice(&output.stdout)?;
        Ok(said.get("seen").and_then(Value::as_u64).unwrap_or_default())
    }

    /// Serves it.
    pub fn serve(&self) -> Result<Server> {
        let address = free_address()?;
        Server::start(self.command("serve").args(["--listen", &address.to_string()]), address, "/")
    }

    /// Serves it, and waits until what begins by itself is done: of a new district the search index and the ties are
    /// made, and the database looks after what was just written. It rests when two seconds in a row took less than a
    /// twentieth of a core; after five minutes it is measured as it is, and the report says so.
    pub fn serve_at_rest(&self, setting: &Setting, report: &mut Report) -> Result<Server> {
        let server = self.serve()?;
        let processes = self.processes(setting, &server);
        let (mut before, mut quiet) = (processor_time(&processes), 0);
        for _ in 0..300 {
            std::thread::sleep(Duration::from_secs(1));
            let now = processor_time(&processes);
            quiet = if now.saturating_sub(before) < 50_000 { quiet + 1 } else { 0 };
            before = now;
            if quiet == 2 {
                return Ok(server);
            }
        }
        report.say("A server was still at work of its own after five minutes, and was measured so.");
        Ok(server)
    }

    /// The processes whose time counts: its server's, and those of the database.
    pub fn processes(&self, setting: &Setting, server: &Server) -> Vec<u32> {
        let database = self.postgres.as_ref().and(setting.postgres.as_ref()).map(|(_, postmaster)| *postmaster);
        [server.pid()].into_iter().chain(database).collect()
    }

    /// The file of its SQLite database.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("klatsch.sqlite")
    }

    /// An identifier of the sample.
    pub fn id(&self, name: &str) -> &str {
        self.sample.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A list of the sample.
    pub fn list(&self, pointer: &str) -> Vec<String> {
        let list = self.sample.pointer(pointer).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// The cookie of the host or the steward.
    pub fn cookie(&self, who: &str) -> &str {
        self.sample.pointer(&format!("/cookies/{who}")).and_then(Value::as_str).unwrap_or_default()
    }
}
