//! The same pages with 1, 10, 100 and 1,000 times the data.

use std::rc::Rc;

use anyhow::Result;

use crate::klatsch::{District, Engine};
use crate::load::{self, Ask, Told};
use crate::process::{Server, processor_time};
use crate::report::{Report, number};
use crate::setting::Setting;

/// A page: its name, its path for a district, whose cookie, and whether it shows a bounded list.
type Page = (&'static str, fn(&District) -> String, &'static str, bool);

const PAGES: [Page; 22] = [
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
    ("networks", |_| "/networks".into(), "member", true),
    ("a network", |one| format!("/networks/{}", one.id("network")), "member", true),
    ("its gatherings", |one| format!("/networks/{}/gatherings", one.id("network")), "member", true),
    ("its members", |one| format!("/networks/{}/members", one.id("network")), "member", true),
    ("its news", |one| format!("/networks/{}/news", one.id("network")), "member", true),
    ("its teams", |one| format!("/networks/{}/teams", one.id("network")), "member", true),
    ("its year", |one| format!("/years/{}", one.id("year")), "member", true),
    ("report of its year", |one| format!("/years/{}/report", one.id("year")), "host", true),
    ("month", |_| "/month".into(), "member", false),
];

/// What was told of a page at a size.
#[derive(Default)]
struct Heard {
    told: Told,
    /// The processor time it took in all, in µs.
    time: u64,
    /// How many bytes it has, as they are and packed.
    bytes: (usize, usize),
}

/// p50 and p99 in ms, processor time of an answer in µs.
fn figures(Heard { told, time, .. }: &Heard) -> [f64; 3] {
    [told.percentile(0.5), told.percentile(0.99), *time as f64 / told.latencies.len().max(1) as f64]
}

/// Measures growth.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    report.section(
        "Growth",
        "The same pages with the data of 1, 10, 100 and 1,000 districts in one (1,000: 1,600 schools, 60,000 people, \
         40,000 gatherings, 1.5 million attendances); one connection. Of each: half of the answers within so many ms, \
         99 of 100 within so many, and the processor time of an answer in µs. Bold: more than 1.5 times of what it is \
         with 1. The last column has the bytes of a page at the smallest and the largest size, as they are and as gzip packs \
         them. The month shows all of its gatherings, up to 1,000, and so is no bounded list.",
    );
    let mut engines = vec![Engine::Sqlite];
    engines.extend(setting.postgres.is_some().then_some(Engine::Postgres));
    for engine in engines {
        let districts: Vec<Rc<District>> =
            setting.sizes.iter().map(|size| setting.district(engine, *size)).collect::<Result<_>>()?;
        let servers: Vec<Server> =
            districts.iter().map(|one| one.serve_at_rest(setting, report)).collect::<Result<_>>()?;
        let mut rows = Vec::new();
        for page in &PAGES {
            let heard = turns(setting, &districts, &servers, page)?;
            rows.push(row(report, engine, page, &heard));
        }
        let mut header = vec![engine.name().to_owned()];
        header.extend(setting.sizes.iter().map(|size| format!("{size}: p50 / p99 / CPU")));
        header.push("last by first".to_owned());
        header.push("bytes (gzip), first and last".to_owned());
        report.table(&header.iter().map(String::as_str).collect::<Vec<_>>(), &rows);
    }
    Ok(())
}

/// Asks for a page at every size, in turns. The first round fills caches and prepares statements, and is not
/// counted.
fn turns(setting: &Setting, districts: &[Rc<District>], servers: &[Server], page: &Page) -> Result<Vec<Heard>> {
    let (_, path, who, _) = page;
    let mut all: Vec<Heard> = districts.iter().map(|_| Heard::default()).collect();
    for round in 0..=setting.rounds {
        for ((district, server), heard) in districts.iter().zip(servers).zip(&mut all) {
            let members = district.list("/cookies/members");
            let cookie = match *who {
                "member" => members.first().map_or("", String::as_str),
                who => district.cookie(who),
            };
            let headers: &[(&str, &str)] = if cookie.is_empty() { &[] } else { &[("Cookie", cookie)] };
            let lists = [vec![Ask::get(&path(district), headers)]];
            let parents = district.processes(setting, server);
            let before = processor_time(&parents);
            if round == 0 {
                heard.bytes = load::bytes(server.address, &path(district), headers)?;
                load::put(server.address, &lists, setting.time / 10, 200)?;
            } else {
                heard.told.add(load::put(server.address, &lists, setting.time / 4, 200)?);
                heard.time += processor_time(&parents).saturating_sub(before);
            }
        }
    }
    Ok(all)
}

fn row(report: &mut Report, engine: Engine, (name, _, _, bounded): &Page, heard: &[Heard]) -> Vec<String> {
    let [_, first_most, first_each] = heard.first().map_or([1.0; 3], figures);
    let bold = |value: f64, first: f64| {
        let mark = if value > first * 1.5 { "**" } else { "" };
        format!("{mark}{}{mark}", number(value))
    };
    let mut row = vec![(*name).to_owned()];
    row.extend(heard.iter().map(figures).map(|[half, most, each]| {
        format!("{} / {} / {}", number(half), bold(most, first_most), bold(each, first_each))
    }));
    if let (Some(first), Some(last)) = (heard.first().map(figures), heard.last().map(figures)) {
        let [half, most, each] = [0, 1, 2].map(|at| {
            let of = |figures: &[f64; 3]| figures.get(at).copied().unwrap_or(1.0);
            of(&last) / of(&first)
        });
        row.push(format!("{} / {} / {}", number(half), number(most), number(each)));
        let bytes = |heard: Option<&Heard>| {
            let (plain, packed) = heard.map_or((0, 0), |heard| heard.bytes);
            format!("{plain} ({packed})")
        };
        row.push(format!("{}, {}", bytes(heard.first()), bytes(heard.last())));
        if *bounded {
            let measured = format!("{} times (processor time {})", number(most), number(each));
            let of = format!("{name}, {}", engine.name());
            report.aim(&of, "p99 at the largest size within 1.5 of size 1", measured, most <= 1.5);
        }
    }
    row
}
