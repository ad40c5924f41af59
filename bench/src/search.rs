//! Search among 100,000 documents.

use std::time::Instant;

use anyhow::Result;

use crate::klatsch::Engine;
use crate::load::{self, Ask, Told};
use crate::report::{Report, number};
use crate::setting::Setting;

/// What is asked for, as it stands in an address.
const ASKED: [(&str, &str); 9] = [
    ("a word in half of all", "q=coffee"),
    ("two such words", "q=coffee+curriculum"),
    ("a common name", "q=maple"),
    ("a rare word", "q=robotics"),
    ("two words", "q=grade+7"),
    ("a beginning", "q=portf"),
    ("a phrase", "q=%22digital+portfolios%22"),
    ("without a word", "q=coffee+-lunch"),
    ("nothing there", "q=xylophone+quartz"),
];

/// Measures search.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    let size = setting.sizes.last().copied().unwrap_or(1);
    report.section(
        "Search",
        "Latency of `/api/v1/search` in ms, one connection: p50 / p99. A member is tied to few gatherings, a stranger is \
         not signed in, a steward sees everything.",
    );
    let mut engines = vec![Engine::Sqlite];
    engines.extend(setting.postgres.is_some().then_some(Engine::Postgres));
    for engine in engines {
        let district = setting.district(engine, size)?;
        let begun = Instant::now();
        let documents = district.reindex()?;
        let seconds = begun.elapsed().as_secs_f64();
        report.say(&format!(
            "{}: {documents} documents of a district of size {size}, the index made anew in {} s.",
            engine.name(),
            number(seconds)
        ));
        let server = district.serve_at_rest(setting, report)?;
        let members = district.list("/cookies/members");
        let askers = [
            ("member", members.first().map_or("", String::as_str)),
            ("stranger", ""),
            ("steward", district.cookie("steward")),
        ];
        let mut rows = Vec::new();
        let mut all = Told::default();
        for (name, query) in ASKED {
            let mut row = vec![name.to_owned()];
            for (_, cookie) in askers {
                let headers: &[(&str, &str)] = if cookie.is_empty() { &[] } else { &[("Cookie", cookie)] };
                let ask = Ask::get(&format!("/api/v1/search?{query}"), headers);
                load::put(server.address, &[vec![ask.clone()]], setting.time / 10, 200)?;
                let told = load::put(server.address, &[vec![ask]], setting.time / 2, 200)?;
                row.push(format!("{} / {}", number(told.percentile(0.5)), number(told.percentile(0.99))));
                all.add(told);
            }
            rows.push(row);
        }
        report.table(&[engine.name(), "member", "stranger", "steward"], &rows);
        let most = all.percentile(0.99);
        report.aim(
            &format!("search of {documents} documents, {}", engine.name()),
            "p99 over the mix at 20 ms or less",
            format!("{} ms", number(most)),
            most <= 20.0,
        );
    }
    Ok(())
}
