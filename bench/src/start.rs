//! Start to first answer, memory, and the size of the program.

use anyhow::Result;

use crate::klatsch::{District, Engine};
use crate::load::{self, Ask};
use crate::process::memory;
use crate::report::{Report, number};
use crate::setting::Setting;

/// Measures the start.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    report.section(
        "Start and memory",
        "From a new process to its first answer (the front page, 200) on a database that is up to date; memory after \
         that answer and two seconds of rest, and after the front page and a series page were asked for by 64 \
         connections. RSS and PSS of the process, without PostgreSQL's own.",
    );
    let mut engines = vec![Engine::Sqlite];
    engines.extend(setting.postgres.is_some().then_some(Engine::Postgres));
    let mut rows = Vec::new();
    for engine in engines {
        let district = District::make(setting, engine, 10, 0)?;
        let mut starts = Vec::new();
        for _ in 0..setting.starts {
            starts.push(district.serve()?.first_answer.as_secs_f64() * 1000.0);
        }
        starts.sort_by(f64::total_cmp);
        let median = starts.get(starts.len() / 2).copied().unwrap_or(0.0);
        let server = district.serve()?;
        std::thread::sleep(std::time::Duration::from_secs(2));
        let idle = memory(server.pid())?;
        let series = format!("/series/{}", district.id("series"));
        let asks = vec![vec![Ask::get("/", &[]), Ask::get(&series, &[("Accept-Encoding", "gzip")])]; 64];
        load::put(server.address, &asks, setting.time * 2, 200)?;
        let loaded = memory(server.pid())?;
        rows.push(vec![
            engine.name().to_owned(),
            format!(
                "{} (best {}, worst {})",
                number(median),
                number(starts.first().copied().unwrap_or(0.0)),
                number(starts.last().copied().unwrap_or(0.0))
            ),
            format!("{} / {}", number(idle.0), number(idle.1)),
            format!("{} / {}", number(loaded.0), number(loaded.1)),
        ]);
        report.aim(
            &format!("first answer, {}", engine.name()),
            "within 150 ms (the best peer: 100 ms)",
            format!("{} ms", number(median)),
            median <= 150.0,
        );
        report.aim(
            &format!("idle memory, {}", engine.name()),
            "40 MB or less (the best peer: 125 MB)",
            format!("{} MB", number(idle.0)),
            idle.0 <= 40.0,
        );
    }
    report.table(&["database", "first answer, ms", "idle RSS / PSS, MB", "loaded RSS / PSS, MB"], &rows);
    let size = std::fs::metadata(&setting.program)?.len() as f64 / 1e6;
    report.say(&format!("The release program is {} MB.", number(size)));
    report.aim("release program", "60 MB or less", format!("{} MB", number(size)), size <= 60.0);
    Ok(())
}
