//! SIGKILL in the middle of writing, again and again.

use std::time::Duration;

use anyhow::{Context, Result};

use super::Faults;
use super::district::District;
use super::load::{Book, Load};
use crate::postgres::Cluster;

/// Kills the program while eight people write, as often as the run says: each time it starts again by itself
/// at the same address, everything that was acknowledged is there once, and `klatsch check` finds all whole.
pub fn kills(faults: &mut Faults, cluster: Option<&Cluster>) -> Result<String> {
    let database = cluster.map(|cluster| faults.database(cluster).map(|name| cluster.at(&name))).transpose()?;
    let district = District::make(&faults.program, database)?;
    let mut book = Book::default();
    let mut serving = district.serve()?;
    let address = serving.address;
    let mut slowest = Duration::ZERO;
    for round in 0..faults.kills {
        let load = Load::begin(&district, &[address], round, &mut faults.chance);
        std::thread::sleep(Duration::from_millis(faults.chance.between(150, 900)));
        serving.kill()?;
        load.end(&mut book)?;
        serving = district.serve_at(address, &[])?;
        slowest = slowest.max(serving.first_answer);
        book.settle(&district, address).with_context(|| format!("after kill {}", round + 1))?;
        district.check().with_context(|| format!("after kill {}", round + 1))?;
    }
    let (done, all) = book.count();
    Ok(format!(
        "{} kills, {done} of {all} posts acknowledged and none missing or twice, slowest start {} ms",
        faults.kills,
        slowest.as_millis()
    ))
}
