//! `cargo xtask bench`: Klatsch measured beside its floors. README.md here says how to read it.

mod answers;
mod database;
mod directory;
mod growth;
mod klatsch;
mod load;
mod map;
mod nginx;
mod oneroster;
mod pages;
mod process;
mod report;
mod search;
mod setting;
mod start;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail, ensure};

use crate::report::Report;
use crate::setting::Setting;

/// A part: its name, and what measures it.
type Part = (&'static str, fn(&Setting, &mut Report) -> Result<()>);

/// The parts, in the order of the report.
const PARTS: [Part; 8] = [
    ("pages", pages::measure),
    ("answers", answers::measure),
    ("start", start::measure),
    ("growth", growth::measure),
    ("search", search::measure),
    ("map", map::measure),
    ("directory", directory::measure),
    ("oneroster", oneroster::measure),
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let quick = arguments.iter().any(|word| word == "--quick");
    let wanted: Vec<&str> = arguments.iter().map(String::as_str).filter(|word| *word != "--quick").collect();
    if let Some(unknown) = wanted.iter().find(|word| !PARTS.iter().any(|(name, _)| name == *word)) {
        bail!("there is no part `{unknown}`: pages, answers, start, growth, search, map, directory, oneroster");
    }
    let setting = Setting::read(quick)?;
    let folder = PathBuf::from(std::env::var_os("KLATSCH_BENCH_FOLDER").unwrap_or_else(|| ".".into()));
    let why = std::fs::read_to_string(folder.join("WHY.md")).unwrap_or_default();
    // A part or a quick look is for the eye; the file is of whole runs.
    let whole = !quick && wanted.is_empty();
    let mut report = Report::default();
    let mut failed = Vec::new();
    for (name, measure) in PARTS {
        if wanted.is_empty() || wanted.contains(&name) {
            // A part that fails does not take the others' minutes with it, nor does a run that is ended.
            if let Err(error) = measure(&setting, &mut report) {
                eprintln!("bench: {name}: {error:#}");
                report.say(&format!("This part failed: {error:#}"));
                failed.push(name);
            }
            if whole {
                std::fs::write(folder.join("RESULTS.md"), report.text(&machine(&setting), &why))?;
            }
        }
    }
    println!("\n== aims");
    for aim in &report.aims {
        println!("{} {}: {} (aim: {})", if aim.met { "met   " } else { "MISSED" }, aim.of, aim.measured, aim.aim);
    }
    if whole {
        println!("\nWritten to bench/RESULTS.md");
    }
    ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
    Ok(())
}

/// The head of the report: the machine and the versions.
fn machine(setting: &Setting) -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let said = |program: &std::path::Path, argument: &str| {
        let output = std::process::Command::new(program).arg(argument).output().ok()?;
        let text = [output.stdout, output.stderr].concat();
        String::from_utf8_lossy(&text).lines().next().map(str::to_owned)
    };
    let info = read("/proc/cpuinfo");
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name));
    let cores = info.lines().filter(|line| line.starts_with("processor")).count();
    let memory = read("/proc/meminfo").lines().find_map(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    let load = read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned();
    let kernel = read("/proc/sys/kernel/osrelease").trim().to_owned();
    let nginx = setting.nginx.as_ref().and_then(|nginx| said(nginx, "-v"));
    format!(
        "# How fast Klatsch is\n\nWritten by `cargo xtask bench`; README.md says how to read it.\n\n\
         - machine: {} × {cores}, {:.0} GB, Linux {kernel}; load of the machine at the end {load}\n\
         - {}; PostgreSQL {}; SQLite {}; {}\n\
         - {} rounds of {} ms, each subject in turn\n",
        model.unwrap_or("unknown processor"),
        memory.unwrap_or(0.0) / 1e6,
        said(&setting.program, "--version").unwrap_or_default(),
        database::version(setting).unwrap_or_else(|| "not here".into()),
        database::sqlite_version().unwrap_or_default(),
        nginx.unwrap_or_else(|| "no nginx".into()),
        setting.rounds,
        setting.time.as_millis(),
    )
}
