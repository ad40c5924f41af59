//! A disk that is full, and one that takes no writing, under a program that serves.
//!
//! Where file systems may be mounted, it is a small one in memory, filled up and mounted read-only. Elsewhere
//! the kernel refuses the program's writes beyond a length (`RLIMIT_FSIZE`), which a disk does not tell apart.

use std::fs::{self, File};
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::Faults;
use super::district::{District, Serving};
use super::http;
use super::load::{Book, Load};
use crate::packages::is_root;
use crate::postgres::Cluster;
use crate::programs::succeed_quietly;

/// A small file system, gone when this is dropped.
#[derive(Debug)]
pub struct Disk(PathBuf);

impl Disk {
    /// Mounts it, where that is allowed.
    pub fn mount(name: &str) -> Option<Disk> {
        let folder = std::env::temp_dir().join(format!("klatsch-disk-{}-{name}", std::process::id()));
        if !is_root() || fs::create_dir_all(&folder).is_err() {
            return None;
        }
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=48m", "tmpfs"]).arg(&folder);
        if succeed_quietly(&mut mount).is_err() {
            let _ = fs::remove_dir(&folder);
            return None;
        }
        Some(Disk(folder))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    /// Writes until there is no room.
    fn fill(&self) -> Result<()> {
        let mut file = File::create(self.ballast())?;
        while file.write_all(&[0; 4096]).is_ok() {}
        Ok(())
    }

    fn empty(&self) -> Result<()> {
        Ok(fs::remove_file(self.ballast())?)
    }

    /// Read-only, or not; refused while a file on it is open for writing.
    fn read_only(&self, yes: bool) -> Result<()> {
        let how = if yes { "remount,ro" } else { "remount,rw" };
        succeed_quietly(Command::new("mount").args(["-o", how]).arg(&self.0)).map(drop)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = succeed_quietly(Command::new("umount").arg("--lazy").arg(&self.0));
        let _ = fs::remove_dir(&self.0);
    }
}

/// Nothing the program writes may be longer than this; no number, no limit.
fn limit(serving: &Serving, bytes: Option<u64>) -> Result<()> {
    let soft = bytes.map_or("unlimited".to_owned(), |bytes| bytes.to_string());
    let pid = serving.pid().to_string();
    succeed_quietly(Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={soft}:")])).map(drop)
}

/// A full disk, on SQLite: everything the program writes is on it.
pub fn full_sqlite(faults: &mut Faults) -> Result<String> {
    if let Some(disk) = Disk::mount("full") {
        let district = District::make_in(&faults.program, None, disk.path().join("data"), false)?;
        let serving = district.serve()?;
        disk.fill()?;
        return turned_away(faults, &district, &serving, ("No room to write", false), || disk.empty());
    }
    let district = District::make(&faults.program, None)?;
    let serving = district.serve()?;
    let length = fs::metadata(district.folder.join("klatsch.sqlite-wal"))?.len();
    limit(&serving, Some(length + 20_000))?;
    // SQLite calls a full disk by its name only when it is ENOSPC.
    let told = turned_away(faults, &district, &serving, ("Nothing can be written", true), || limit(&serving, None))?;
    Ok(format!("{told} (by RLIMIT_FSIZE; nothing may be mounted here)"))
}

/// A full disk, on PostgreSQL: its tables are on it.
pub fn full_postgres(faults: &mut Faults, cluster: &Cluster) -> Result<String> {
    let Some(disk) = Disk::mount("tables") else {
        // What the server says of a full disk, said by a trigger.
        return full_by_trigger(faults, cluster);
    };
    let tables = disk.path().join("tables");
    fs::create_dir_all(&tables)?;
    cluster.own(&tables)?;
    cluster.run("postgres", &format!("create tablespace small location '{}'", tables.display()))?;
    cluster.run("postgres", "create database full_disk tablespace small")?;
    let told = {
        let district = District::make(&faults.program, Some(cluster.at("full_disk")))?;
        let serving = district.serve()?;
        disk.fill()?;
        turned_away(faults, &district, &serving, ("No room to write", false), || disk.empty())
    };
    cluster.run("postgres", "drop database full_disk with (force)")?;
    cluster.run("postgres", "drop tablespace small")?;
    told
}

fn full_by_trigger(faults: &mut Faults, cluster: &Cluster) -> Result<String> {
    let database = faults.database(cluster)?;
    let district = District::make(&faults.program, Some(cluster.at(&database)))?;
    let serving = district.serve()?;
    cluster.run(
        &database,
        "create function full_disk() returns trigger language plpgsql as
         $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$;
         create trigger full_disk before insert on topics execute function full_disk()",
    )?;
    let told = turned_away(faults, &district, &serving, ("No room to write", true), || {
        cluster.run(&database, "drop trigger full_disk on topics").map(drop)
    })?;
    Ok(format!("{told} (by a trigger; nothing may be mounted here)"))
}

/// A disk that takes no writing, on SQLite: under a program that serves, and when it starts.
pub fn read_only_sqlite(faults: &mut Faults) -> Result<String> {
    let district = District::make(&faults.program, None)?;
    let serving = district.serve()?;
    limit(&serving, Some(0))?;
    let told = turned_away(faults, &district, &serving, ("Nothing can be written", false), || limit(&serving, None))?;
    let Some(disk) = Disk::mount("read-only") else { return Ok(told) };
    let district = District::make_in(&faults.program, None, disk.path().join("data"), false)?;
    disk.read_only(true)?;
    let output = district.command("serve").args(["--listen", &http::free_address()?.to_string()]).output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(
        !output.status.success() && said.contains("takes no writing"),
        "started on a read-only disk, it said: {said}"
    );
    disk.read_only(false)?;
    drop(district.serve()?);
    district.check()?;
    Ok(format!("{told}; started on one: \"{}\"", said.lines().last().unwrap_or_default()))
}

/// A server that takes no writing, as one that has become a standby.
pub fn read_only_postgres(faults: &mut Faults, cluster: &Cluster) -> Result<String> {
    let database = faults.database(cluster)?;
    let district = District::make(&faults.program, Some(cluster.at(&database)))?;
    let serving = district.serve()?;
    let set = |on: &str| {
        cluster.run("postgres", &format!("alter database {database} set default_transaction_read_only = {on}"))?;
        let all = format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");
        cluster.run("postgres", &all).map(drop)
    };
    set("on")?;
    turned_away(faults, &district, &serving, ("Nothing can be written", false), || set("off"))
}

/// People go on writing while it cannot be done, and are told so on a page; they go on reading; when it is
/// over, writing works again without anybody's hand, and nothing that was acknowledged is missing.
fn turned_away(
    faults: &mut Faults,
    district: &District,
    serving: &Serving,
    (title, partly): (&str, bool),
    recover: impl FnOnce() -> Result<()>,
) -> Result<String> {
    let (address, host) = (serving.address, district.host());
    let mut book = Book::default();
    let load = Load::begin(district, &[address], 0, &mut faults.chance);
    let page = refused(district, address, title);
    let health = http::get(address, "/healthz", "");
    let gathering = district.coming().into_iter().next().unwrap_or_default();
    let reading = http::get(address, &format!("/gatherings/{gathering}"), host);
    let over = super::timer();
    recover()?;
    let back = again(district, address);
    let after = over();
    load.end(&mut book)?;
    page?;
    reading?.is(200).context("reading meanwhile")?;
    let health = health?;
    // A limit on the length of files, or a trigger, is not a disk on which nothing can be written.
    ensure!(health.status == 503 || partly, "/healthz answered {}: {}", health.status, health.body);
    back?;
    http::get(address, "/healthz", "")?.is(200)?;
    book.settle(district, address)?;
    district.check()?;
    let (done, all) = book.count();
    Ok(format!(
        "{done} of {all} posts there, {} told the page, /healthz: \"{}\", writing again after {} ms",
        book.turned_away,
        health.body.trim(),
        after.as_millis()
    ))
}

/// Posts long topics until one is refused; the page says what it should.
fn refused(district: &District, address: SocketAddr, title: &str) -> Result<()> {
    let gathering = district.coming().into_iter().nth(1).unwrap_or_default();
    let form = format!("title=Too+much&about={}&minutes=5", "word+".repeat(390));
    let mut last = String::new();
    for _ in 0..3_000 {
        let answer = http::post(address, &format!("/gatherings/{gathering}/topics"), district.host(), &form)?;
        if answer.status != 503 {
            continue;
        }
        ensure!(answer.header("retry-after").is_some(), "no Retry-After");
        ensure!(answer.body.contains("your browser still has it"), "the page does not say what becomes of the post");
        if answer.body.contains(title) {
            return Ok(());
        }
        last = answer.body;
        std::thread::sleep(Duration::from_millis(20));
    }
    bail!("no page said \"{title}\"; the last: {}", last.chars().take(3_000).collect::<String>())
}

/// Posts until it is taken again, for half a minute.
fn again(district: &District, address: SocketAddr) -> Result<()> {
    let gathering = district.coming().into_iter().next().unwrap_or_default();
    for _ in 0..300 {
        let answer = http::post(
            address,
            &format!("/gatherings/{gathering}/topics"),
            district.host(),
            "title=After+all&about=&minutes=5",
        );
        if answer.is_ok_and(|answer| answer.status == 303) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    bail!("writing does not work again")
}
