//! System packages: installed with apt where that is allowed, else named.

use std::process::{Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Result, bail};

use crate::programs::{find, is_set, succeed};

/// Installs Debian packages, or says which to install.
///
/// Allowed means: there is an apt, `KLATSCH_NO_APT` is not set, and we are root or may use `sudo`
/// without being asked for a password.
pub fn install(packages: &[&str], what_for: &str) -> Result<()> {
    let names = packages.join(" ");
    let Some(privilege) = privilege() else {
        bail!("{what_for} needs {names}: on Debian or Ubuntu, `sudo apt-get install {names}`");
    };
    eprintln!("{what_for} needs {names}: installing with apt-get");
    refresh(&privilege)?;
    succeed(apt(&privilege).args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// `apt-get update`, once in the life of this process: a fresh machine has no package lists.
fn refresh(privilege: &Privilege) -> Result<()> {
    static DONE: OnceLock<()> = OnceLock::new();
    if DONE.set(()).is_ok() {
        succeed(apt(privilege).arg("update"))?;
    }
    Ok(())
}

enum Privilege {
    Root,
    Sudo,
}

fn privilege() -> Option<Privilege> {
    if is_set("KLATSCH_NO_APT") || find(&["apt-get"]).is_none() {
        return None;
    }
    if is_root() {
        return Some(Privilege::Root);
    }
    let sudo = Command::new(find(&["sudo"])?).args(["-n", "true"]).stderr(Stdio::null()).status();
    sudo.is_ok_and(|status| status.success()).then_some(Privilege::Sudo)
}

/// Whether this process is root: `/proc/self` belongs to whom it runs as.
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|proc| proc.uid() == 0)
}

fn apt(privilege: &Privilege) -> Command {
    let mut command = match privilege {
        Privilege::Root => Command::new("apt-get"),
        Privilege::Sudo => {
            let mut sudo = Command::new("sudo");
            // sudo drops the environment, so the answer to every question goes in by `env`.
            sudo.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            sudo
        }
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet").stdin(Stdio::null());
    command
}
