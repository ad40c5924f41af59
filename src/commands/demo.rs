//! `klatsch demo`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::serve::{listen, serve};
use super::{Common, say, start};
use crate::demo;

/// Serves a demonstration district: real schools, invented people, half a season. Prints the address
/// and one sign-in link per persona, each on a line of its own. Without --data it begins afresh each
/// time and leaves nothing behind.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch demo --listen 127.0.0.1:8080")]
pub struct Demo {
    /// Address and port.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
}

/// A folder that is gone when the demo ends.
struct Passing(Option<PathBuf>);

impl Drop for Passing {
    fn drop(&mut self) {
        if let Some(folder) = &self.0 {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

impl Demo {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let mut common = common.clone();
        let mut passing = Passing(None);
        if common.data.is_none() {
            let folder = std::env::temp_dir().join(format!("klatsch-demo-{}", std::process::id()));
            passing.0 = Some(folder.clone());
            common.data = Some(folder);
        }
        let config = common.config(self.listen.as_deref())?;
        start::log(&config);
        let listener = listen(&config).await?;
        let config = config.listening_on(listener.local_addr()?);
        let app = start::app(config, true).await?;
        let personas = demo::prepare(&app).await?;
        say(format!("Klatsch demo is ready at {}", app.url()));
        for persona in personas {
            say(format!("{:<13} {}", persona.role, persona.link));
        }
        serve(app, listener).await?;
        drop(passing);
        Ok(ExitCode::SUCCESS)
    }
}
