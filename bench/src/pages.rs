//! A public series page with 40 gatherings and the `.ics` of 200, beside nginx giving the same bytes.

use anyhow::{Context, Result, ensure};

use crate::klatsch::{District, Engine};
use crate::load::{self, Ask, Told};
use crate::nginx;
use crate::process::{Server, processor_time};
use crate::report::{Report, number};
use crate::setting::Setting;

/// How many connections ask at once.
pub const CONNECTIONS: [usize; 3] = [1, 8, 64];

/// One server and what it is asked for.
struct Subject {
    name: String,
    thing: usize,
    server: usize,
    ask: Ask,
}

/// Measures pages.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    let nginx = setting.nginx.as_ref().context("pages are measured beside nginx, which is not here")?;
    let mut districts = vec![District::make(setting, Engine::Sqlite, 1, 0)?];
    if setting.postgres.is_some() {
        districts.push(District::make(setting, Engine::Postgres, 1, 0)?);
    }
    let mut servers: Vec<Server> = districts.iter().map(District::serve).collect::<Result<_>>()?;
    let mut parents: Vec<Vec<u32>> = servers.iter().map(|server| vec![server.pid()]).collect();
    if let (Some(parents), Some((_, postmaster))) = (parents.get_mut(1), &setting.postgres) {
        parents.push(*postmaster);
    }
    let things = [
        (
            "series page, 40 gatherings",
            "page.html",
            "",
            format!("/series/{}", districts.first().map_or("", |one| one.id("series"))),
        ),
        (
            "the same, gzip",
            "page.html",
            "gzip",
            format!("/series/{}", districts.first().map_or("", |one| one.id("series"))),
        ),
        (
            ".ics of 200",
            "long.ics",
            "",
            format!("/series/{}/calendar.ics", districts.first().map_or("", |one| one.id("long"))),
        ),
        (
            ".ics of 200, gzip",
            "long.ics",
            "gzip",
            format!("/series/{}/calendar.ics", districts.first().map_or("", |one| one.id("long"))),
        ),
    ];
    let mut files = Vec::new();
    let mut sizes = Vec::new();
    let mut subjects = Vec::new();
    for (thing, (_, file, coding, path)) in things.iter().enumerate() {
        let headers: &[(&str, &str)] = if coding.is_empty() { &[] } else { &[("Accept-Encoding", "gzip")] };
        let first = servers.first().context("no server")?;
        let answer = load::ask(first.address, &Ask::get(path, headers))?;
        ensure!(answer.status == 200 && !answer.body.is_empty(), "{path} answered {}", answer.status);
        sizes.push(answer.body.len());
        files.push((if coding.is_empty() { (*file).to_owned() } else { format!("{file}.gz") }, answer.body));
        for (server, district) in districts.iter().enumerate() {
            // The two districts are of two moments, so their identifiers differ.
            let (id, end) = if thing < 2 { ("series", "") } else { ("long", "/calendar.ics") };
            let ask = Ask::get(&format!("/series/{}{end}", district.id(id)), headers);
            let engine = if server == 0 { Engine::Sqlite } else { Engine::Postgres };
            subjects.push(Subject { name: format!("Klatsch, {}", engine.name()), thing, server, ask });
        }
        subjects.push(Subject {
            name: "nginx, a file".into(),
            thing,
            server: districts.len(),
            ask: Ask::get(&format!("/{file}"), headers),
        });
    }
    let floor = nginx::start(nginx, &files)?;
    parents.push(vec![floor.server.pid()]);
    let addresses: Vec<_> = servers.iter().map(|server| server.address).chain([floor.server.address]).collect();

    report.section(
        "Pages",
        "Requests per second, latency, and the processor time of an answer (user and system; the program and its \
         database, or nginx with its workers). The load and the servers share the same cores.",
    );
    for connections in CONNECTIONS {
        let mut told: Vec<(Told, u64)> = subjects.iter().map(|_| (Told::default(), 0)).collect();
        for _ in 0..setting.rounds {
            for (subject, told) in subjects.iter().zip(&mut told) {
                let (Some(address), Some(parents)) = (addresses.get(subject.server), parents.get(subject.server))
                else {
                    continue;
                };
                let before = processor_time(parents);
                told.0.add(load::put(*address, &vec![vec![subject.ask.clone()]; connections], setting.time, 200)?);
                told.1 += processor_time(parents).saturating_sub(before);
            }
        }
        let floors: Vec<f64> = subjects
            .iter()
            .zip(&told)
            .filter(|(one, _)| one.server == districts.len())
            .map(|(_, told)| told.0.rate())
            .collect();
        let mut rows = Vec::new();
        for (subject, (told, time)) in subjects.iter().zip(&told) {
            let floor = floors.get(subject.thing).copied().unwrap_or(1.0);
            let ratio = told.rate() / floor;
            let each = *time as f64 / told.latencies.len() as f64;
            let (thing, size) =
                (things.get(subject.thing).map_or("", |thing| thing.0), sizes.get(subject.thing).copied().unwrap_or(0));
            rows.push(vec![
                format!("{thing} ({size} bytes)"),
                subject.name.clone(),
                number(told.rate()),
                number(ratio),
                number(told.percentile(0.5)),
                number(told.percentile(0.99)),
                number(each),
            ]);
            if connections == 64 && subject.server < districts.len() {
                let of = format!("{thing}, {}", subject.name);
                report.aim(
                    &of,
                    "half of nginx's requests per second at 64 connections",
                    format!("{} of nginx's", number(ratio)),
                    ratio >= 0.5,
                );
                if subject.thing == 0 {
                    let aim = "a thirtieth of the best peer's 7,500 µs of processor time (250 µs)";
                    report.aim(&of, aim, format!("{} µs, 1/{:.0}", number(each), 7500.0 / each), each <= 250.0);
                } else if subject.thing == 2 {
                    let aim = "the best peer takes 170,000 µs";
                    report.aim(
                        &of,
                        aim,
                        format!("{} µs, 1/{:.0}", number(each), 170_000.0 / each),
                        each * 30.0 <= 170_000.0,
                    );
                }
            }
        }
        report.say(&format!("**{connections} connection{}**", if connections == 1 { "" } else { "s" }));
        report.table(&["what", "by", "per second", "of nginx's", "p50 ms", "p99 ms", "CPU µs each"], &rows);
    }
    servers.clear();
    Ok(())
}
