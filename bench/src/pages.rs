//! A series page with 40 gatherings and the `.ics` of 200, beside nginx giving the same bytes.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};

use crate::klatsch::{District, Engine};
use crate::load::{self, Ask, Told};
use crate::nginx;
use crate::process::{Server, processor_time};
use crate::report::{Report, number};
use crate::setting::Setting;

/// How many connections ask at once.
pub const CONNECTIONS: [usize; 3] = [1, 8, 64];

/// What is asked for.
struct Thing {
    name: &'static str,
    /// What nginx calls it.
    file: &'static str,
    gzip: bool,
    /// Whether someone who is signed in asks: such a page is never kept.
    person: bool,
    path: fn(&District) -> String,
    /// The processor time that the best of the peers takes, in µs.
    peer: Option<f64>,
}

fn series(district: &District) -> String {
    format!("/series/{}", district.id("series"))
}

fn calendar(district: &District) -> String {
    format!("/series/{}/calendar.ics", district.id("long"))
}

const THINGS: [Thing; 5] = [
    Thing { name: "series page", file: "page.html", gzip: false, person: false, path: series, peer: Some(7_500.0) },
    Thing { name: "series page, gzip", file: "page.html", gzip: true, person: false, path: series, peer: None },
    Thing {
        name: "series page, a person's",
        file: "own.html",
        gzip: false,
        person: true,
        path: series,
        peer: Some(7_500.0),
    },
    Thing { name: ".ics of 200", file: "long.ics", gzip: false, person: false, path: calendar, peer: Some(170_000.0) },
    Thing { name: ".ics of 200, gzip", file: "long.ics", gzip: true, person: false, path: calendar, peer: None },
];

impl Thing {
    /// How many bytes it has, as they are and packed.
    fn bytes(&self, district: &District, address: SocketAddr) -> Result<(usize, usize)> {
        let members = district.list("/cookies/members");
        let cookie = [("Cookie", members.first().map_or("", String::as_str))];
        load::bytes(address, &(self.path)(district), if self.person { &cookie } else { &[] })
    }

    /// How it is asked for in a district.
    fn ask(&self, district: &District) -> Ask {
        let members = district.list("/cookies/members");
        let mut headers = Vec::new();
        if self.gzip {
            headers.push(("Accept-Encoding", "gzip"));
        }
        if self.person {
            headers.push(("Cookie", members.first().map_or("", String::as_str)));
        }
        Ask::get(&(self.path)(district), &headers)
    }
}

/// A server that is asked, and whose processor time counts.
struct Asked {
    name: String,
    address: SocketAddr,
    parents: Vec<u32>,
    /// In the order of the things.
    asks: Vec<Ask>,
}

/// Measures pages.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    let nginx = setting.nginx.as_ref().context("pages are measured beside nginx, which is not here")?;
    let mut engines = vec![Engine::Sqlite];
    engines.extend(setting.postgres.is_some().then_some(Engine::Postgres));
    let districts: Vec<District> =
        engines.iter().map(|engine| District::make(setting, *engine, 1, 1)).collect::<Result<_>>()?;
    let servers: Vec<Server> = districts.iter().map(District::serve).collect::<Result<_>>()?;
    let mut asked: Vec<Asked> = Vec::new();
    for ((engine, district), server) in engines.iter().zip(&districts).zip(&servers) {
        asked.push(Asked {
            name: format!("Klatsch, {}", engine.name()),
            address: server.address,
            parents: district.processes(setting, server),
            asks: THINGS.iter().map(|thing| thing.ask(district)).collect(),
        });
    }
    let mut files = Vec::new();
    // Of the first server, as they are and as gzip packs them.
    let mut sizes = Vec::new();
    for (place, thing) in THINGS.iter().enumerate() {
        let first = asked.first().context("no server")?;
        let answer = load::ask(first.address, first.asks.get(place).context("no request")?)?;
        ensure!(answer.status == 200 && !answer.body.is_empty(), "{} answered {}", thing.name, answer.status);
        sizes.push(thing.bytes(districts.first().context("no district")?, first.address)?);
        files.push((if thing.gzip { format!("{}.gz", thing.file) } else { thing.file.to_owned() }, answer.body));
    }
    let floor = nginx::start(nginx, &files)?;
    asked.push(Asked {
        name: "nginx, a file".into(),
        address: floor.server.address,
        parents: vec![floor.server.pid()],
        asks: THINGS
            .iter()
            .map(|thing| {
                let headers: &[(&str, &str)] = if thing.gzip { &[("Accept-Encoding", "gzip")] } else { &[] };
                Ask::get(&format!("/{}", thing.file), headers)
            })
            .collect(),
    });

    report.section(
        "Pages",
        "A series page with 40 gatherings, as everybody gets it (it is kept until something is written) and as a \
         person gets it (made anew each time), and the calendar file of 200. The load and the servers share the same \
         cores.",
    );
    for connections in CONNECTIONS {
        report.say(&format!("**{connections} connection{}**", if connections == 1 { "" } else { "s" }));
        let mut rows = Vec::new();
        for (place, (thing, size)) in THINGS.iter().zip(&sizes).enumerate() {
            for (asked, told, each, ratio) in turns(setting, &asked, place, connections)? {
                rows.push(vec![
                    format!("{} ({} bytes, {} packed)", thing.name, size.0, size.1),
                    asked.name.clone(),
                    number(told.rate()),
                    number(ratio),
                    number(told.percentile(0.5)),
                    number(told.percentile(0.99)),
                    number(each),
                ]);
                if connections == 64 && asked.address != floor.server.address {
                    aims(report, thing, &asked.name, each, ratio);
                }
            }
        }
        report.table(&["what", "by", "per second", "of nginx's", "p50 ms", "p99 ms", "CPU µs each"], &rows);
    }
    Ok(())
}

/// Lets all servers give one thing, in turns; of each what was told, the processor time of an answer and its rate
/// by the last one's, which is the floor.
fn turns<'a>(
    setting: &Setting,
    asked: &'a [Asked],
    place: usize,
    connections: usize,
) -> Result<Vec<(&'a Asked, Told, f64, f64)>> {
    let mut all: Vec<(&Asked, Told, u64)> = asked.iter().map(|asked| (asked, Told::default(), 0)).collect();
    for _ in 0..setting.rounds {
        for (asked, told, time) in &mut all {
            let ask = asked.asks.get(place).context("no request")?;
            let before = processor_time(&asked.parents);
            told.add(load::put(asked.address, &vec![vec![ask.clone()]; connections], setting.time, 200)?);
            *time += processor_time(&asked.parents).saturating_sub(before);
        }
    }
    let floor = all.last().map_or(1.0, |(_, told, _)| told.rate());
    Ok(all
        .into_iter()
        .map(|(asked, told, time)| {
            let (each, ratio) = (time as f64 / told.latencies.len() as f64, told.rate() / floor);
            (asked, told, each, ratio)
        })
        .collect())
}

fn aims(report: &mut Report, thing: &Thing, name: &str, each: f64, ratio: f64) {
    let of = format!("{}, {name}", thing.name);
    if !thing.person {
        let aim = "half of nginx's requests per second at 64 connections";
        report.aim(&of, aim, format!("{} of them", number(ratio)), ratio >= 0.5);
    }
    if let Some(peer) = thing.peer {
        let aim = format!("a thirtieth of the best peer's {peer} µs of processor time ({:.0} µs)", peer / 30.0);
        report.aim(&of, &aim, format!("{} µs, 1/{:.0}", number(each), peer / each), each * 30.0 <= peer);
    }
}
