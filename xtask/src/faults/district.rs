//! A district of sample data, and the program that serves it.

use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::http::{self, free_address};
use crate::programs::succeed_quietly;

/// A district in a folder that goes when this is dropped.
#[derive(Debug)]
pub struct District {
    program: PathBuf,
    /// Its data folder.
    pub folder: PathBuf,
    /// The address of its PostgreSQL database, if it has one.
    pub database: Option<String>,
    sample: Value,
    temporary: bool,
}

impl District {
    /// Makes it, with two dozen people signed in.
    pub fn make(program: &Path, database: Option<String>) -> Result<District> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("klatsch-faults-{}-{number}", std::process::id()));
        fs::create_dir(&folder)?;
        District::make_in(program, database, folder, true)
    }

    /// Makes it in a folder that stays.
    pub fn make_in(program: &Path, database: Option<String>, folder: PathBuf, temporary: bool) -> Result<District> {
        let mut district = District { program: program.to_owned(), folder, database, sample: Value::Null, temporary };
        let said = succeed_quietly(district.command("sample").args(["--size", "1", "--sessions", "24"]))?;
        district.sample = serde_json::from_str(&said).context("klatsch sample")?;
        Ok(district)
    }

    /// A command of the program on this district. SIGXFSZ is ignored (25 everywhere on Linux but on MIPS), so
    /// that a limit on the length of files is an error of the write and not the end of the program.
    pub fn command(&self, name: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", "trap '' 25; exec \"$@\"", "klatsch"]).arg(&self.program);
        command.arg(name).arg("--data").arg(&self.folder).env_clear().env("KLATSCH_LOG", "warn");
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        command
    }

    /// Serves it on a free port.
    pub fn serve(&self) -> Result<Serving> {
        self.serve_at(free_address()?, &[])
    }

    /// Serves it at an address, with more settings.
    pub fn serve_at(&self, address: SocketAddr, settings: &[(&str, &str)]) -> Result<Serving> {
        let mut command = self.command("serve");
        command.args(["--listen", &address.to_string()]).envs(settings.iter().copied());
        Serving::start(&mut command, address, &self.folder.join(format!("log-{}", address.port())))
    }

    /// `klatsch check` finds all in order: the engine's own look, and the promises of every domain.
    pub fn check(&self) -> Result<()> {
        let output = self.command("check").output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "klatsch check: {said}");
        Ok(())
    }

    fn list(&self, pointer: &str) -> Vec<String> {
        let list = self.sample.pointer(pointer).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// The gatherings to come.
    pub fn coming(&self) -> Vec<String> {
        self.list("/coming")
    }

    /// What the browsers of its people send.
    pub fn cookies(&self) -> Vec<String> {
        self.list("/cookies/members")
    }

    /// What the browser of the host sends.
    pub fn host(&self) -> &str {
        self.sample.pointer("/cookies/host").and_then(Value::as_str).unwrap_or_default()
    }

    /// Something else of the sample, as `series`.
    pub fn id(&self, name: &str) -> &str {
        self.sample.get(name).and_then(Value::as_str).unwrap_or_default()
    }
}

impl Drop for District {
    fn drop(&mut self) {
        if self.temporary {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// A program that serves; it ends when this is dropped.
#[derive(Debug)]
pub struct Serving {
    child: Child,
    log: PathBuf,
    /// Where.
    pub address: SocketAddr,
    /// From its start to its first answer.
    pub first_answer: Duration,
}

impl Serving {
    /// Starts it and waits until it is well.
    #[allow(clippy::disallowed_methods, reason = "how long a start takes is real time")]
    pub fn start(command: &mut Command, address: SocketAddr, log: &Path) -> Result<Serving> {
        let start = Instant::now();
        let file = File::options().create(true).append(true).open(log)?;
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file).spawn()?;
        let mut serving = Serving { child, log: log.to_owned(), address, first_answer: Duration::ZERO };
        while start.elapsed() < Duration::from_secs(30) {
            if http::get(address, "/healthz", "").is_ok_and(|answer| answer.status == 200) {
                serving.first_answer = start.elapsed();
                return Ok(serving);
            }
            if let Some(status) = serving.child.try_wait()? {
                bail!("klatsch serve ended at once ({status}): {}", serving.log());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        bail!("klatsch serve does not answer: {}", serving.log())
    }

    /// The last lines of its log.
    pub fn log(&self) -> String {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        text.lines().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("\n")
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: nothing is told, nothing is tidied up.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
