//! The directory among 60,000 people.

use anyhow::Result;

use crate::klatsch::Engine;
use crate::load::{self, Ask, Told};
use crate::report::{Report, number};
use crate::setting::Setting;

/// What is asked for, as it stands in an address.
const ASKED: [(&str, &str); 11] = [
    ("everyone", ""),
    ("a common name", "?q=maple"),
    ("the beginning of a name", "?q=map"),
    ("a skill of many", "?about=Digital+portfolios+in+grade+4"),
    ("a tool of few", "?about=kit+77"),
    ("a role that most have", "?role=teacher"),
    ("a language of few", "?language=pa"),
    ("role, level and language", "?role=teacher_librarian&level=middle&language=fr"),
    ("a rare and a common one", "?shares=box+12&role=teacher"),
    ("two that seldom meet", "?learns=Digital+portfolios+in+grade+4&about=kit+77"),
    ("nothing there", "?q=xylophone+quartz"),
];

/// Measures the directory's search, on the page and in the API.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    let size = setting.sizes.last().copied().unwrap_or(1);
    report.section(
        "Directory",
        "Latency in ms of the directory's search, one connection, a signed-in member: p50 / p99. A page has 50 people and \
         counts them up to 1,000, an answer of the API has 100.",
    );
    let mut engines = vec![Engine::Sqlite];
    engines.extend(setting.postgres.is_some().then_some(Engine::Postgres));
    for engine in engines {
        let district = setting.district(engine, size)?;
        let server = district.serve_at_rest(setting, report)?;
        let members = district.list("/cookies/members");
        let headers = [("Cookie", members.first().map_or("", String::as_str))];
        let mut rows = Vec::new();
        let mut all = Told::default();
        for (name, query) in ASKED {
            let mut row = vec![name.to_owned()];
            for path in ["/people", "/api/v1/people"] {
                let ask = Ask::get(&format!("{path}{query}"), &headers);
                load::put(server.address, &[vec![ask.clone()]], setting.time / 10, 200)?;
                let told = load::put(server.address, &[vec![ask]], setting.time / 2, 200)?;
                row.push(format!("{} / {}", number(told.percentile(0.5)), number(told.percentile(0.99))));
                all.add(told);
            }
            rows.push(row);
        }
        report.table(&[engine.name(), "/people", "/api/v1/people"], &rows);
        let most = all.percentile(0.99);
        report.aim(
            &format!("the directory's search of a district of size {size}, {}", engine.name()),
            "p99 over the mix at 20 ms or less",
            format!("{} ms", number(most)),
            most <= 20.0,
        );
    }
    Ok(())
}
