//! The same pages with 1, 10, 100 and 1,000 times the data.

use anyhow::Result;

use crate::klatsch::{District, Engine};
use crate::load::{self, Ask, Told};
use crate::process::Server;
use crate::report::{Report, number};
use crate::setting::Setting;

/// A page: its name, its path for a district, whose cookie, and whether it shows a bounded list.
type Page = (&'static str, fn(&District) -> String, &'static str, bool);

const PAGES: [Page; 14] = [
    ("front page, nobody", |_| "/".into(), "", true),
    ("front page, a member", |_| "/".into(), "member", true),
    ("front page, a host", |_| "/".into(), "host", true),
    ("gatherings to come", |_| "/gatherings".into(), "member", true),
    ("gatherings that were", |_| "/gatherings?show=past".into(), "member", true),
    ("my gatherings", |_| "/gatherings?mine=yes".into(), "member", true),
    ("gatherings at a school", |one| format!("/gatherings?school={}", one.id("school")), "member", true),
    ("list of series", |_| "/gatherings?show=series".into(), "member", true),
    ("series", |one| format!("/series/{}", one.id("series")), "member", true),
    ("gathering", |one| format!("/gatherings/{}", one.id("next")), "member", true),
    ("answers to a gathering", |one| format!("/gatherings/{}/answers", one.id("past")), "host", true),
    ("directory", |_| "/people".into(), "member", true),
    ("a school", |one| format!("/schools/{}", one.id("school")), "member", true),
    ("month", |_| "/month".into(), "member", false),
];

/// Measures growth.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    report.section(
        "Growth",
        "Latency in ms, one connection, with the data of 1, 10, 100 and 1,000 districts in one (1,000: 1,600 schools, \
         60,000 people, 40,000 gatherings, 1.5 million attendances). Bold: 1.5 times or more of what it is with 1.",
    );
    let mut engines = vec![Engine::Sqlite];
    engines.extend(setting.postgres.is_some().then_some(Engine::Postgres));
    for engine in engines {
        let districts: Vec<District> =
            setting.sizes.iter().map(|size| District::make(setting, engine, *size, 4)).collect::<Result<_>>()?;
        let servers: Vec<Server> = districts.iter().map(District::serve).collect::<Result<_>>()?;
        let mut rows = Vec::new();
        for (name, path, who, bounded) in PAGES {
            let mut told: Vec<Told> = districts.iter().map(|_| Told::default()).collect();
            // The first round fills caches and prepares statements, and is not counted.
            for round in 0..=setting.rounds {
                for ((district, server), told) in districts.iter().zip(&servers).zip(&mut told) {
                    let members = district.list("/cookies/members");
                    let cookie = match who {
                        "member" => members.first().map_or("", String::as_str),
                        who => district.cookie(who),
                    };
                    let headers: &[(&str, &str)] = if cookie.is_empty() { &[] } else { &[("Cookie", cookie)] };
                    let ask = Ask::get(&path(district), headers);
                    let time = if round == 0 { setting.time / 10 } else { setting.time / 4 };
                    let heard = load::put(server.address, &[vec![ask]], time, 200)?;
                    if round > 0 {
                        told.add(heard);
                    }
                }
            }
            let first = told.first().map_or((1.0, 1.0), |told| (told.percentile(0.5), told.percentile(0.99)));
            let mut row = vec![name.to_owned()];
            for told in &told {
                let (half, most) = (told.percentile(0.5), told.percentile(0.99));
                let mark = if most > first.1 * 1.5 { "**" } else { "" };
                row.push(format!("{} / {mark}{}{mark}", number(half), number(most)));
            }
            if let Some(last) = told.last() {
                let ratio = (last.percentile(0.5) / first.0, last.percentile(0.99) / first.1);
                row.push(format!("{} / {}", number(ratio.0), number(ratio.1)));
                if bounded {
                    let of = format!("{name}, {}", engine.name());
                    report.aim(
                        &of,
                        "p99 at the largest size within 1.5 of size 1",
                        format!("{} times", number(ratio.1)),
                        ratio.1 <= 1.5,
                    );
                }
            }
            rows.push(row);
        }
        let mut header = vec![engine.name().to_owned()];
        header.extend(setting.sizes.iter().map(|size| format!("{size}: p50 / p99")));
        header.push("last to first".to_owned());
        report.table(&header.iter().map(String::as_str).collect::<Vec<_>>(), &rows);
    }
    Ok(())
}
