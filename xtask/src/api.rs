//! The API against its own document: schemathesis makes requests of it, right and wrong, and holds every
//! answer against what the document promises.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::programs::{root, succeed_quietly};
use crate::report::Tally;
use crate::{python, rust};

/// Who asks, by their address in the demo: somebody who may do everything, somebody who may little, and
/// a key that only looks.
const ASKING: [(&str, &str, bool); 3] = [
    ("administrator", "wren@demo.example", true),
    ("teacher", "robin@demo.example", true),
    ("reader", "robin@demo.example", false),
];

/// What is held against the document. (`negative_data_rejection` is not: what a person may send in more
/// than one way, as a date, a schema says only roughly.)
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_schema_conformance";

/// And this of who may write: a key that only reads is refused (401) for whatever would change something,
/// before it is asked whether there is such a route.
const OF_WRITERS: &str = ",unsupported_method";

/// Runs it as each of them; the seed is fixed, so that what fails once fails again. One worker: Python
/// 3.11 loses count of its own recursion when several threads read sources at once.
pub fn run(after_tests: bool) -> Result<Tally> {
    let schemathesis =
        python::program("schemathesis", "requirements", "python", "testing the API against its document")?;
    let program = rust::build(after_tests)?;
    let folder = std::env::temp_dir().join(format!("klatsch-api-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let demo = Demo::open(&program, &folder)?;
    let mut tally = Tally::default();
    for (who, email, write) in ASKING {
        println!("As {who}");
        let name = format!("the API keeps to its document ({who})");
        let token = demo.token(&program, email, write)?;
        let checks = format!("{CHECKS}{}", if write { OF_WRITERS } else { "" });
        let status = Command::new(&schemathesis)
            .args(["run", &format!("{}/api/v1/openapi.json", demo.address)])
            .args(["--header", &format!("Authorization: Bearer {token}")])
            .args(["--checks", &checks, "--phases", "examples,coverage,fuzzing", "--max-examples", "25"])
            .args(["--seed", "1912", "--max-time", "25", "--workers", "1", "--no-color", "--warnings", "off"])
            .args(["--suppress-health-check", "all", "--generation-database", "none"])
            .current_dir(&folder)
            .status()
            .context("could not start schemathesis")?;
        if status.success() {
            tally.passed += 1;
        } else {
            tally.failed += 1;
            tally.failures.push(name);
        }
    }
    measures(&demo, &program, &schemathesis, &folder, &mut tally)?;
    drop(demo);
    let _ = fs::remove_dir_all(&folder);
    Ok(tally)
}

/// The figures of the map against networkx: what a program reads, and what is recomputed from the export.
fn measures(demo: &Demo, program: &Path, schemathesis: &Path, folder: &Path, tally: &mut Tally) -> Result<()> {
    println!("The map against networkx");
    let token = demo.token(program, ASKING[0].1, false)?;
    let python = schemathesis.with_file_name("python");
    let fetch = "import requests, sys; sys.stdout.write(requests.get(sys.argv[1], headers={'Authorization': 'Bearer ' + sys.argv[2]}).text)";
    let address = format!("{}/api/v1/map/figures", demo.address);
    let figures = succeed_quietly(Command::new(&python).args(["-c", fetch, &address, &token]))?;
    fs::write(folder.join("figures.json"), figures)?;
    let ties = succeed_quietly(own(program).args(["export", "ties", "--data"]).arg(&demo.data))?;
    fs::write(folder.join("ties.csv"), ties)?;
    let compare = root()?.join("tests/python/ties.py");
    let status = Command::new(&python).arg(compare).args(["ties.csv", "figures.json"]).current_dir(folder).status()?;
    if status.success() {
        tally.passed += 1;
    } else {
        tally.failed += 1;
        tally.failures.push("the figures of the map are those networkx finds".to_owned());
    }
    Ok(())
}

/// `klatsch demo` on a free port.
struct Demo {
    program: Child,
    address: String,
    data: PathBuf,
}

impl Demo {
    fn open(program: &Path, folder: &Path) -> Result<Demo> {
        let data = folder.join("data");
        let mut program = own(program)
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start the demo")?;
        let output = program.stdout.take().context("the demo says nothing")?;
        let mut lines = BufReader::new(output).lines();
        let ready = lines.find_map(|line| Some(line.ok()?.rsplit_once(" ready at ")?.1.to_owned()));
        // It goes on printing; somebody has to listen.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Demo { program, address: ready.context("the demo did not come up")?, data })
    }

    /// A key of a person.
    fn token(&self, program: &Path, email: &str, write: bool) -> Result<String> {
        let mut command = own(program);
        command.args(["token", "create", "--email", email, "--name", "schemathesis", "--data"]).arg(&self.data);
        if write {
            command.arg("--write");
        }
        let token = succeed_quietly(&mut command)?.trim().to_owned();
        ensure!(!token.is_empty(), "no key for {email}");
        Ok(token)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The program, without what a developer set for one of their own.
fn own(program: &Path) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("KLATSCH_")) {
            command.env_remove(name);
        }
    }
    command
}
