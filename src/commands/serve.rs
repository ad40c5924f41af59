//! `klatsch serve`

mod connections;
mod patient;
#[cfg(test)]
mod tests;

use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use tokio::net::TcpListener;
use tokio::sync::watch;

use connections::Limits;

use super::{Common, say, start};
use crate::app::App;
use crate::{jobs, search, ties, web};

/// Serves the district.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  klatsch serve --listen 127.0.0.1:8080 --data klatsch-data")]
pub struct Serve {
    /// Address and port.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
}

impl Serve {
    pub(super) async fn run(self, common: &Common) -> anyhow::Result<ExitCode> {
        let config = common.config(self.listen.as_deref())?;
        start::log(&config);
        let listener = listen(&config).await?;
        let config = config.listening_on(listener.local_addr()?);
        let app = start::app(config, false).await?;
        say(format!("Klatsch is ready at {}", app.url()));
        serve(app, listener).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Takes the port.
pub async fn listen(config: &crate::config::Config) -> anyhow::Result<TcpListener> {
    TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("{} is taken, or not ours to listen on; name another with --listen", config.listen))
}

/// Serves until asked to stop; requests under way are answered first.
pub async fn serve(app: App, listener: TcpListener) -> anyhow::Result<()> {
    let (stop, stopped) = watch::channel(false);
    search::begin(&app).await?;
    ties::begin(&app).await?;
    let worker = tokio::spawn(jobs::work(app.clone(), stopped.clone()));
    let watch = tokio::spawn(web::kept::watch(app.clone(), stopped.clone()));
    let screens = app.watch.clone();
    tokio::spawn(async move {
        asked_to_stop().await;
        let _ = stop.send(true);
        // Streams to screens never end by themselves.
        screens.stop();
    });
    connections::serve(listener, app.router(), Limits::default(), stopped).await;
    worker.await?;
    watch.await?;
    app.database.close().await;
    Ok(())
}

/// SIGTERM (systemd, containers) or Ctrl-C.
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
