//! The database is gone, and comes back.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::Faults;
use super::district::District;
use super::http;
use super::load::{Book, Load};
use crate::postgres::Cluster;

/// PostgreSQL ends in the middle of writing as in a power cut, and starts again some seconds later. Whoever
/// asks meanwhile gets a page that says so, in their language, or waits and is served; the program goes on.
pub fn gone(faults: &mut Faults, cluster: &mut Cluster) -> Result<String> {
    let database = faults.database(cluster)?;
    let district = District::make(&faults.program, Some(cluster.at(&database)))?;
    let mut serving = district.serve()?;
    let address = serving.address;
    let mut book = Book::default();
    let load = Load::begin(&district, &[address], 0, &mut faults.chance);
    std::thread::sleep(Duration::from_millis(faults.chance.between(300, 800)));
    cluster.crash()?;
    // Each waits ten seconds for a server that may only be starting again.
    let (page, french, health) = std::thread::scope(|scope| {
        let french = scope.spawn(|| http::get(address, "/gatherings", "klatsch-language=fr"));
        let health = scope.spawn(|| http::get(address, "/healthz", ""));
        (page(address, district.host()), french.join(), health.join())
    });
    cluster.again()?;
    let over = super::timer();
    let back = back(address, district.host());
    let after = over();
    std::thread::sleep(Duration::from_millis(500));
    load.end(&mut book)?;
    page?;
    let (Ok(french), Ok(health)) = (french, health) else { bail!("a thread stopped") };
    let french = french?;
    ensure!(french.status == 503 && french.body.contains("n’atteint pas ses données"), "in French: {}", french.status);
    let health = health?.is(503)?;
    back?;
    ensure!(serving.runs(), "klatsch serve ended: {}", serving.log());
    book.settle(&district, address)?;
    district.check()?;
    let (done, all) = book.count();
    Ok(format!(
        "{done} of {all} posts there, {} told the page, /healthz: \"{}\", back {} ms after the server",
        book.turned_away,
        health.body.trim(),
        after.as_millis()
    ))
}

fn page(address: std::net::SocketAddr, cookie: &str) -> Result<()> {
    let answer = http::get(address, "/gatherings", cookie)?.is(503)?;
    ensure!(answer.header("retry-after").is_some(), "no Retry-After");
    ensure!(answer.body.contains("cannot reach its data"), "{}", answer.body);
    ensure!(answer.header("content-security-policy").is_some(), "a page without its policy");
    Ok(())
}

fn back(address: std::net::SocketAddr, cookie: &str) -> Result<()> {
    for _ in 0..300 {
        if http::get(address, "/gatherings", cookie).context("asking again")?.status == 200 {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("it does not find its database again")
}
