//! Programs of Python for tests, at the versions of a list in `tests/python/`, each list in a folder of its own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::programs::{find, root, succeed, succeed_quietly};

/// A program of the list `tests/python/{list}.txt`, installed into `target/{folder}` unless it is there.
pub fn program(name: &str, list: &str, folder: &str, why: &str) -> Result<PathBuf> {
    let wanted = root()?.join("tests/python").join(list).with_extension("txt");
    let list = fs::read_to_string(&wanted).with_context(|| format!("could not read {}", wanted.display()))?;
    let folder = root()?.join("target").join(folder);
    let (program, stamp) = (folder.join("bin").join(name), folder.join("installed.txt"));
    if program.is_file() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == list) {
        return Ok(program);
    }
    let _ = fs::remove_dir_all(&folder);
    if find(&["python3"]).is_none() {
        packages::install(&["python3", "python3-venv"], why)?;
    }
    let venv = || succeed_quietly(Command::new("python3").args(["-m", "venv"]).arg(&folder));
    if venv().is_err() {
        // Debian keeps the module apart from the interpreter.
        packages::install(&["python3-venv"], why)?;
        venv()?;
    }
    let pip = folder.join("bin/pip");
    succeed(
        Command::new(pip).args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&wanted),
    )?;
    if !program.is_file() {
        bail!("{} brought no {name}", wanted.display());
    }
    fs::write(stamp, list)?;
    Ok(program)
}
