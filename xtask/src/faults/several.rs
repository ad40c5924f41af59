//! Two and three programs on one PostgreSQL, behind nginx as `docs/nginx.conf` sets it up.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::Faults;
use super::district::{District, Serving};
use super::http::{self, free_address};
use super::load::{Book, Load};
use crate::postgres::Cluster;
use crate::programs::root;

/// How long a kept page may be behind another program: a second, and what a slow machine adds.
const BEHIND: Duration = Duration::from_millis(2_500);

/// nginx; it ends when this is dropped.
struct Nginx {
    child: Child,
    address: SocketAddr,
}

impl Nginx {
    /// With the settings of the documentation, but for addresses and folders.
    fn start(district: &District, programs: &[Serving]) -> Result<Nginx> {
        let at = district.folder.display();
        let address = free_address()?;
        let example = fs::read_to_string(root()?.join("docs/nginx.conf"))?;
        let servers: String =
            programs.iter().map(|one| format!("server {} max_fails=1 fail_timeout=2s;\n", one.address)).collect();
        let (before, rest) = example.split_once("# programs\n").context("docs/nginx.conf has no `# programs`")?;
        let (_, after) = rest.split_once("# end\n").context("docs/nginx.conf has no `# end`")?;
        let site = format!("{before}{servers}{after}").replace("listen 80;", &format!("listen {address};"));
        let text = format!(
            "daemon off; worker_processes 1; pid {at}/nginx.pid; error_log {at}/nginx.log; user root;
             events {{ worker_connections 768; }}
             http {{ access_log off; client_body_temp_path {at}/body; proxy_temp_path {at}/proxy;
                     fastcgi_temp_path {at}/f; uwsgi_temp_path {at}/u; scgi_temp_path {at}/s;
                     {site} }}"
        );
        let settings = district.folder.join("nginx.conf");
        fs::write(&settings, text)?;
        let mut command = Command::new(crate::bench::nginx()?);
        command.arg("-c").arg(&settings).arg("-e").arg(district.folder.join("nginx.log"));
        let child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().context("starting nginx")?;
        let mut nginx = Nginx { child, address };
        for _ in 0..200 {
            if http::get(address, "/healthz", "").is_ok_and(|answer| answer.status == 200) {
                return Ok(nginx);
            }
            ensure!(
                nginx.child.try_wait()?.is_none(),
                "nginx ended: {}",
                fs::read_to_string(district.folder.join("nginx.log"))?
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("nginx does not answer")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // SIGTERM, so that it ends its workers.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        for _ in 0..100 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// All of it, with so many programs.
pub fn several(faults: &mut Faults, cluster: &Cluster, count: usize) -> Result<String> {
    let database = faults.database(cluster)?;
    let district = District::make(&faults.program, Some(cluster.at(&database)))?;
    let settings = [("KLATSCH_TRUST_PROXY", "true"), ("KLATSCH_URL", "http://klatsch.example")];
    let serve = || district.serve_at(free_address()?, &settings);
    let mut programs = (0..count).map(|_| serve()).collect::<Result<Vec<_>>>()?;
    let nginx = Nginx::start(&district, &programs)?;
    let all: Vec<SocketAddr> = programs.iter().map(|one| one.address).collect();
    sessions(&district, &all).context("sessions")?;
    limits(&all).context("limits")?;
    let letters = jobs(&district, &all).context("jobs")?;
    let live = screens(&district, &all).context("live screens")?;
    let behind = kept_pages(&district, &all).context("kept pages")?;
    let mut book = Book::default();
    for round in 0..faults.falls {
        let load = Load::begin(&district, &[nginx.address], round, &mut faults.chance);
        std::thread::sleep(Duration::from_millis(faults.chance.between(200, 900)));
        let falls = faults.chance.between(0, count as u64) as usize;
        let (address, fallen) = (all.get(falls).copied().context("no such program")?, programs.swap_remove(falls));
        fallen.kill()?;
        std::thread::sleep(Duration::from_millis(700));
        // Who is left serves everybody.
        http::get(nginx.address, "/gatherings", district.host())?.is(200).context("while one is down")?;
        load.end(&mut book)?;
        programs.push(district.serve_at(address, &settings)?);
        // nginx looks again at one that failed after two seconds; nobody pulls two plugs within them.
        std::thread::sleep(Duration::from_millis(2_100));
        programs.sort_by_key(|one| all.iter().position(|known| *known == one.address));
        book.settle(&district, nginx.address).with_context(|| format!("after one of {count} fell"))?;
    }
    district.check()?;
    let (done, posts) = book.count();
    Ok(format!(
        "{count} programs: {letters} letters each once, a screen told after {} ms, a kept page at most {} ms behind; \
         {} killed under load, {done} of {posts} posts there",
        live.as_millis(),
        behind.as_millis(),
        faults.falls
    ))
}

/// Who is signed in at one is signed in at all, and who signs out at one is out everywhere.
fn sessions(district: &District, all: &[SocketAddr]) -> Result<()> {
    let cookies = district.cookies();
    let cookie = cookies.last().context("nobody is signed in")?;
    for address in all {
        http::get(*address, "/account", cookie)?.is(200)?;
    }
    let first = all.first().context("no program")?;
    http::post(*first, "/sign-out", cookie, "")?.is(303)?;
    for address in all {
        http::get(*address, "/account", cookie)?.is(303).context("signed out")?;
    }
    Ok(())
}

/// Ten attempts for one address, at whichever program.
fn limits(all: &[SocketAddr]) -> Result<()> {
    for attempt in 0..12 {
        let address = all.get(attempt % all.len()).context("no program")?;
        let answer = http::post(*address, "/sign-in", "", "email=nobody%40sample.example")?;
        let expected = if attempt < 10 { 200 } else { 429 };
        answer.is(expected).with_context(|| format!("attempt {}", attempt + 1))?;
    }
    Ok(())
}

/// Forty letters, wished for at all of the programs at once: each is written once.
fn jobs(district: &District, all: &[SocketAddr]) -> Result<usize> {
    const LETTERS: usize = 40;
    for person in 0..LETTERS {
        let address = all.get(person % all.len()).context("no program")?;
        http::post(*address, "/sign-in", "", &format!("email=person{person}%40sample.example"))?.is(200)?;
    }
    for _ in 0..200 {
        if letters(district)?.len() >= LETTERS {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    // Whoever wanted to do it a second time would have done it by now.
    std::thread::sleep(Duration::from_millis(2_500));
    let letters = letters(district)?;
    let twice = letters.iter().find(|(_, times)| **times != 1);
    ensure!(twice.is_none(), "a letter was written twice: {twice:?}");
    ensure!(letters.len() == LETTERS, "{} letters instead of {LETTERS}", letters.len());
    Ok(letters.len())
}

fn letters(district: &District) -> Result<BTreeMap<String, usize>> {
    let mut letters = BTreeMap::new();
    let Ok(folder) = fs::read_dir(district.folder.join("mail")) else { return Ok(letters) };
    for entry in folder {
        let path = entry?.path();
        // A letter that is being written has another name, and is gone under it in a moment.
        if path.extension().is_none_or(|ending| ending != "eml") {
            continue;
        }
        let text = fs::read_to_string(path)?;
        if let Some(to) = text.lines().find(|line| line.starts_with("To: ")) {
            *letters.entry(to.to_owned()).or_default() += 1;
        }
    }
    Ok(letters)
}

/// A screen at one program is told what is done at another.
fn screens(district: &District, all: &[SocketAddr]) -> Result<Duration> {
    let (Some(here), Some(there)) = (all.first(), all.last()) else { bail!("no program") };
    let gathering = district.coming().pop().context("nothing is to come")?;
    let path = format!("/gatherings/{gathering}");
    let mut stream = http::open(*there, "GET", &format!("{path}/events"), district.host(), "")?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut told = Vec::new();
    let mut buffer = [0; 4096];
    let mut tides = |wanted: usize| -> Result<()> {
        while String::from_utf8_lossy(&told).matches("event: tide").count() < wanted {
            let length = stream.read(&mut buffer).context("the screen is told nothing")?;
            ensure!(length > 0, "the stream ended: {}", String::from_utf8_lossy(&told));
            told.extend(buffer.get(..length).unwrap_or_default());
        }
        Ok(())
    };
    tides(1)?;
    let over = super::timer();
    http::post(*here, &format!("{path}/cancel"), district.host(), "note=")?.is(303)?;
    tides(2)?;
    let told = over();
    http::post(*here, &format!("{path}/restore"), district.host(), "note=")?.is(303)?;
    Ok(told)
}

/// A public page that one program keeps is made anew soon after another wrote.
fn kept_pages(district: &District, all: &[SocketAddr]) -> Result<Duration> {
    let (Some(here), Some(there)) = (all.first(), all.last()) else { bail!("no program") };
    let gathering = district.id("next");
    let path = format!("/gatherings/{gathering}");
    let mut longest = Duration::ZERO;
    for number in 0..5 {
        let title = format!("Kept {number}");
        ensure!(!http::get(*there, &path, "")?.is(200)?.body.contains(&title), "before it was written");
        let form = format!("title={}&about=&minutes=5", title.replace(' ', "+"));
        http::post(*here, &format!("{path}/topics"), district.host(), &form)?.is(303)?;
        ensure!(http::get(*here, &path, "")?.is(200)?.body.contains(&title), "one does not see what it wrote itself");
        let over = super::timer();
        while !http::get(*there, &path, "")?.is(200)?.body.contains(&title) {
            ensure!(over() < BEHIND, "a kept page is {} ms behind", over().as_millis());
            std::thread::sleep(Duration::from_millis(10));
        }
        longest = longest.max(over());
    }
    Ok(longest)
}
