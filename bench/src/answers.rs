//! Answers to a gathering, given by people who are signed in, beside the bare insert.

use anyhow::{Context, Result};

use crate::database;
use crate::klatsch::{District, Engine};
use crate::load::{self, Ask, Told};
use crate::pages::CONNECTIONS;
use crate::process::processor_time;
use crate::report::{Report, number};
use crate::setting::Setting;

/// Measures answers.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    report.section(
        "Answers",
        "A person says yes, then no, to one of the ten next gatherings of a series by posting the form of its page; \
         the answer (303) comes when it is on the disk. The floor is the insert that this comes to, in a bare loop: \
         begin, insert, commit; on SQLite one loop, for it has one writer, on PostgreSQL one per connection.",
    );
    let mut engines = vec![Engine::Sqlite];
    engines.extend(setting.postgres.is_some().then_some(Engine::Postgres));
    let mut rows = Vec::new();
    for engine in engines {
        let district = District::make(setting, engine, 10, 200)?;
        // The bare loop writes into a district of its own: SQLite's would wait for the other's lock.
        let bare = match engine {
            Engine::Sqlite => Some(District::make(setting, engine, 10, 0)?),
            Engine::Postgres => None,
        };
        let server = district.serve_at_rest(setting, report)?;
        let parents = district.processes(setting, &server);
        for connections in CONNECTIONS {
            let lists = lists(&district, connections)?;
            let (mut told, mut floor, mut time) = (Told::default(), Told::default(), 0);
            for _ in 0..setting.rounds {
                floor.add(match (&bare, &district.postgres) {
                    (Some(bare), _) => database::sqlite_loop(&bare.file(), setting.time)?,
                    (None, Some(url)) => database::postgres_loop(url, connections, setting.time)?,
                    (None, None) => Told::default(),
                });
                let before = processor_time(&parents);
                told.add(load::put(server.address, &lists, setting.time, 303)?);
                time += processor_time(&parents).saturating_sub(before);
            }
            let ratio = told.rate() / floor.rate();
            let each = time as f64 / told.latencies.len() as f64;
            for (name, told, each) in [("Klatsch", &told, Some(each)), ("bare insert", &floor, None)] {
                rows.push(vec![
                    format!("{name}, {}", engine.name()),
                    connections.to_string(),
                    number(told.rate()),
                    if each.is_some() { number(ratio) } else { "1".into() },
                    number(told.percentile(0.5)),
                    number(told.percentile(0.99)),
                    each.map_or("–".into(), number),
                ]);
            }
            if connections == 64 {
                let of = format!("durable answers, {}", engine.name());
                report.aim(
                    &of,
                    "0.7 of the bare insert at 64 connections",
                    format!("{} of it", number(ratio)),
                    ratio >= 0.7,
                );
                let aim = "a thirtieth of the best peer's 10,800 µs of processor time (360 µs)";
                report.aim(&of, aim, format!("{} µs, 1/{:.0}", number(each), 10_800.0 / each), each <= 360.0);
            }
        }
    }
    report.table(&["by", "connections", "per second", "of the floor", "p50 ms", "p99 ms", "CPU µs each"], &rows);
    Ok(())
}

/// What each connection posts: its own people, each saying yes and no to each of the next gatherings.
fn lists(district: &District, connections: usize) -> Result<Vec<Vec<Ask>>> {
    let cookies = district.list("/cookies/members");
    let coming = district.list("/coming");
    let each = (cookies.len() / connections).max(1);
    let lists = cookies.chunks(each).take(connections).map(|own| {
        let mut list = Vec::new();
        for answer in ["yes", "no"] {
            for gathering in &coming {
                for cookie in own {
                    let path = format!("/gatherings/{gathering}/answer");
                    list.push(Ask::post(&path, cookie, &format!("answer={answer}")));
                }
            }
        }
        list
    });
    let lists: Vec<_> = lists.collect();
    (lists.len() == connections).then_some(lists).context("too few sessions for so many connections")
}
