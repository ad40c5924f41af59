//! The npm packages of this house: `web/`, bundled into the program, and `tests/journeys/`.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::programs::{find, root, succeed, succeed_quietly};

/// What esbuild and Playwright ask for.
const OLDEST_NODE: u32 = 20;

/// Bundles `web/` into `web/dist/`, unless that was made from exactly these sources.
pub fn make() -> Result<()> {
    let web = root()?.join("web");
    install(&web)?;
    let stamp = Stamp::new(&web, "bundle", &sources(&web)?)?;
    if stamp.is_fresh() && web.join("dist").is_dir() {
        return Ok(());
    }
    eprintln!("Bundling the web assets");
    succeed(Command::new("node").arg("build.mjs").current_dir(&web))?;
    stamp.set()
}

/// Runs a script of the package in `folder`, where its package.json has it.
pub fn script(folder: &Path, name: &str) -> Result<()> {
    succeed(Command::new("npm").args(["run", "--silent", "--if-present", name]).current_dir(folder))
}

/// `npm ci` in a folder, unless its lock file is what is installed there.
///
/// Install scripts stay off: nothing here needs one, and they run with the developer's rights.
pub fn install(folder: &Path) -> Result<()> {
    node()?;
    let files = ["package.json", "package-lock.json", ".npmrc"].map(|name| folder.join(name));
    let stamp = Stamp::new(folder, "packages", &files)?;
    if stamp.is_fresh() {
        return Ok(());
    }
    eprintln!("Installing the npm packages of {}", folder.display());
    succeed(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(folder),
    )?;
    stamp.set()
}

fn node() -> Result<()> {
    if find(&["node"]).is_none() || find(&["npm"]).is_none() {
        packages::install(&["nodejs", "npm"], "bundling the web assets")?;
    }
    let version = succeed_quietly(Command::new("node").arg("--version"))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node {OLDEST_NODE} or newer is needed, and this is {}", version.trim());
    }
    Ok(())
}

/// 20 in `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// A file in `node_modules` that holds the hash of what something was made from.
///
/// Contents, not modification times: a fresh clone or a switched branch has misleading times. The
/// folder goes with `node_modules`, and so does the belief.
struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    fn new(folder: &Path, of: &str, files: &[PathBuf]) -> Result<Stamp> {
        let mut hasher = DefaultHasher::new();
        for file in files {
            let content = match fs::read(file) {
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
                content => Some(content.with_context(|| format!("could not read {}", file.display()))?),
            };
            (file.strip_prefix(folder)?, content).hash(&mut hasher);
        }
        Ok(Stamp {
            file: folder.join("node_modules").join(format!(".klatsch-{of}")),
            hash: format!("{:016x}", hasher.finish()),
        })
    }

    fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|hash| hash == self.hash)
    }

    fn set(&self) -> Result<()> {
        fs::write(&self.file, &self.hash).with_context(|| format!("could not write {}", self.file.display()))
    }
}

/// Every file of the package that a bundle may be made of, in a fixed order.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("could not read {}", folder.display()))? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                files.push(entry.path());
            } else if !["node_modules", "dist"].map(Into::into).contains(&entry.file_name()) {
                folders.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v20.11.1\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("node 20"), None);
    }

    #[test]
    fn a_stamp_goes_stale_with_any_source_and_not_with_what_was_made() {
        let folder = std::env::temp_dir().join(format!("klatsch-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("node_modules")).unwrap();
        fs::create_dir_all(folder.join("dist")).unwrap();
        fs::create_dir_all(folder.join("styles")).unwrap();
        fs::write(folder.join("styles/tokens.css"), "a").unwrap();
        let stamp = || Stamp::new(&folder, "bundle", &sources(&folder).unwrap()).unwrap();

        assert!(!stamp().is_fresh());
        stamp().set().unwrap();
        assert!(stamp().is_fresh());
        fs::write(folder.join("dist/app.css"), "made").unwrap();
        assert!(stamp().is_fresh());
        fs::write(folder.join("styles/tokens.css"), "b").unwrap();
        assert!(!stamp().is_fresh());
        stamp().set().unwrap();
        fs::write(folder.join("styles/print.css"), "").unwrap();
        assert!(!stamp().is_fresh());

        fs::remove_dir_all(&folder).unwrap();
    }
}
