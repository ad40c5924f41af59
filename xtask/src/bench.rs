//! `cargo xtask bench`: builds a release, starts what it is measured beside, and measures.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::postgres::{Cluster, Promise};
use crate::programs::{find, line, root};
use crate::{bundle, packages, rust};

/// Measures; `arguments` are a part and `--quick`.
pub fn run(arguments: &[&str]) -> Result<ExitCode> {
    bundle::make()?;
    let (klatsch, bench) = rust::release()?;
    let mut command = Command::new(bench);
    command.args(arguments).env("KLATSCH_BENCH_PROGRAM", klatsch).env("KLATSCH_BENCH_FOLDER", root()?.join("bench"));
    command.env("KLATSCH_BENCH_NGINX", nginx()?);
    // A server of its own, as it comes: that of the tests does not wait for the disk.
    let cluster = Cluster::start(Promise::Durable);
    match &cluster {
        Ok(cluster) => {
            let postmaster = cluster.postmaster().context("PostgreSQL has no process")?;
            command.env("KLATSCH_BENCH_POSTGRES", cluster.url());
            command.env("KLATSCH_BENCH_POSTMASTER", postmaster.to_string());
        }
        Err(error) => eprintln!("without PostgreSQL: {error:#}"),
    }
    let status = command.status().with_context(|| format!("could not start {}", line(&command)))?;
    drop(cluster);
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// nginx, which Debian keeps where only root's path leads.
pub fn nginx() -> Result<PathBuf> {
    let found = || find(&["nginx"]).or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|path| path.is_file()));
    if let Some(nginx) = found() {
        return Ok(nginx);
    }
    packages::install(&["nginx-light"], "measuring pages")?;
    found().context("the package nginx-light brought no nginx")
}
