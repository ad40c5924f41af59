//! `klatsch plan`

use std::io::Read;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::say;

/// Plans without a district: JSON in, JSON out.
#[derive(Debug, Subcommand)]
pub enum Plan {
    /// Fits topics to a time box by an exact method, and says why each of the others is left out.
    ///
    /// Reads {"minutes":…,"topics":[{"id":…,"minutes":…,"hear":…,"share":…,"carried":…,"by":…,"pin":"in"|"out"|null}]}
    /// and prints {"chosen":[…ids in speaking order…],"points":…,"minutes":…,"left_out":[{"id":…,"why":…}]}.
    Agenda(Agenda),
}

/// See [`Plan::Agenda`].
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  echo '{\"minutes\":20,\"topics\":[{\"id\":\"robots\",\"minutes\":15,\"hear\":4,\"share\":1,\"carried\":0,\"by\":\"p1\",\"pin\":null}]}' | klatsch plan agenda -"
)]
pub struct Agenda {
    /// The file with the topics; - is standard input.
    #[arg(value_name = "FILE")]
    file: String,
}

/// The largest request that is read: 256 topics need a hundredth of it.
const LARGEST: u64 = 8 * 1024 * 1024;

impl Plan {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let Plan::Agenda(Agenda { file }) = self;
        say(planner::agenda::answer(&read(&file)?)?);
        Ok(ExitCode::SUCCESS)
    }
}

fn read(file: &str) -> anyhow::Result<String> {
    let source: Box<dyn Read> = match file {
        "-" => Box::new(std::io::stdin().lock()),
        path => Box::new(std::fs::File::open(path).with_context(|| path.to_owned())?),
    };
    let mut text = String::new();
    let name = if file == "-" { "standard input" } else { file };
    let length = source.take(LARGEST + 1).read_to_string(&mut text).with_context(|| name.to_owned())?;
    anyhow::ensure!(length as u64 <= LARGEST, "{name} is larger than 8 MiB, and no agenda has that many topics");
    Ok(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Agenda, Plan};

    fn plan(request: &str) -> Result<std::process::ExitCode, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), request).unwrap();
        let agenda = Agenda { file: file.path().display().to_string() };
        Plan::Agenda(agenda).run().map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn a_file_is_planned_or_says_what_is_wrong_with_it() {
        assert!(plan(r#"{"minutes":40,"topics":[{"id":"a","minutes":10,"by":"p1"}]}"#).is_ok());
        let pinned = plan(r#"{"minutes":5,"topics":[{"id":"a","minutes":10,"by":"p1","pin":"in"}]}"#);
        assert!(pinned.unwrap_err().contains("do not fit together: a take 10 minutes, the box has 5"));
        assert!(plan("{").unwrap_err().contains("line 1"));
        let gone = Plan::Agenda(Agenda { file: "/nowhere/agenda.json".to_owned() }).run();
        assert!(format!("{:#}", gone.unwrap_err()).contains("/nowhere/agenda.json"));
    }
}
