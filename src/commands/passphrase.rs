//! The passphrase of a backup: from a file, the environment or the keyboard; never from the command line,
//! where every process of the machine could read it.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use clap::Args;

use crate::backup::Passphrase;

/// The variable that may hold it.
const VARIABLE: &str = "KLATSCH_PASSPHRASE";

/// Where the passphrase comes from.
#[derive(Debug, Args)]
pub struct From {
    /// The file is encrypted: takes the passphrase from KLATSCH_PASSPHRASE, else asks for it.
    #[arg(long)]
    encrypted: bool,
    /// Takes the passphrase from the first line of a file.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl From {
    /// The passphrase, if one is given anyhow; `twice` asks again for one that is new.
    pub fn read(&self, twice: bool) -> anyhow::Result<Option<Passphrase>> {
        let text = if let Some(file) = &self.passphrase_file {
            let text = std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
            text.lines().next().unwrap_or_default().to_owned()
        } else if let Ok(text) = std::env::var(VARIABLE) {
            text
        } else if self.encrypted {
            let typed = ask("Passphrase: ")?;
            ensure!(!twice || ask("The same again: ")? == typed, "the two are not the same");
            typed
        } else {
            return Ok(None);
        };
        Passphrase::new(&text).context("the passphrase is empty").map(Some)
    }
}

/// Asks on the terminal. The shell turns the echo off and, also after Ctrl-C, on again: a crate for it
/// would do the same, and this happens twice in a backup's life.
fn ask(prompt: &str) -> anyhow::Result<String> {
    const ASK: &str = r#"trap 'stty echo </dev/tty' EXIT INT TERM
printf '%s' "$1" >/dev/tty; stty -echo </dev/tty; IFS= read -r line </dev/tty; echo >/dev/tty; printf '%s' "$line""#;
    ensure!(
        std::io::stdin().is_terminal(),
        "there is no terminal to ask for the passphrase: give --passphrase-file, or set {VARIABLE}"
    );
    let output = Command::new("/bin/sh").args(["-c", ASK, "ask", prompt]).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "no passphrase was typed");
    Ok(String::from_utf8(output.stdout)?)
}
