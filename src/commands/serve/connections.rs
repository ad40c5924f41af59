//! Connections: how many, how long they may be quiet, and how they end.
//!
//! `axum::serve` waits for a request's head as long as the other side likes, and for its body, and
//! takes connections until the process has no files left. So hyper is spoken to directly, with a limit
//! on each of these. What a connection waits for is kept by [`Patient`].

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tower::ServiceExt;
use tower_http::timeout::TimeoutBody;

use super::patient::{Answering, Pace, Patient};

/// What a connection may take. The numbers are those of the big servers: nginx waits 60 seconds for a
/// head and for each piece of a body, Apache 20 and 20.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For the whole head of a request, from its first byte.
    pub head: Duration,
    /// For each piece of a body.
    pub piece: Duration,
    /// For the other side to take a piece of the answer.
    pub taken: Duration,
    /// Between two requests. Longer than a proxy keeps its connections (nginx: 60 seconds), so that it
    /// is the proxy that closes, and never into a request.
    pub quiet: Duration,
    /// For requests under way when the program is asked to stop.
    pub stopping: Duration,
    /// How many at once; more wait until one ends.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            head: Duration::from_secs(15),
            piece: Duration::from_secs(20),
            taken: Duration::from_secs(30),
            quiet: Duration::from_secs(75),
            stopping: Duration::from_secs(10),
            connections: connections(),
        }
    }
}

/// As many as the process may open files, less those for the database, uploads and the log.
fn connections() -> usize {
    // Linux says it here; elsewhere, what is usual.
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let files = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(1024);
    files.saturating_sub(128).clamp(64, 8192)
}

/// The largest head hyper takes: its own answer to a larger one has no words, so the house's limits
/// (`web::frame`) are smaller.
const LARGEST_HEAD: usize = 64 * 1024;

/// Serves until `stop` is true; requests under way are answered first.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, mut stop: watch::Receiver<bool>) {
    let slots = Arc::new(Semaphore::new(limits.connections));
    let mut connections = JoinSet::new();
    loop {
        let accepted = async {
            let slot = Arc::clone(&slots).acquire_owned().await;
            (accept(&listener).await, slot)
        };
        let ((stream, peer), slot) = tokio::select! {
            _ = stop.wait_for(|stop| *stop) => break,
            accepted = accepted => accepted,
        };
        let connection = one(stream, peer, router.clone(), limits, stop.clone());
        connections.spawn(async move {
            connection.await;
            drop(slot);
        });
        while connections.try_join_next().is_some() {}
    }
    drop(listener);
    let _ = tokio::time::timeout(limits.stopping, async { while connections.join_next().await.is_some() {} }).await;
}

/// The next connection. Running out of files is no reason to end: one that closes gives its file back.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!("taking a connection: {error}");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// One connection, from its first request to its end. What goes wrong with it is the other side's
/// affair, and the log's only when asked.
async fn one(stream: TcpStream, peer: SocketAddr, router: Router, limits: Limits, mut stop: watch::Receiver<bool>) {
    let _ = stream.set_nodelay(true);
    let pace = Arc::new(Pace::default());
    let io = TokioIo::new(Patient::new(stream, limits, Arc::clone(&pace)));
    let service = service_fn(move |request: Request<Incoming>| {
        pace.turn();
        let answered = Arc::clone(&pace);
        let router = router.clone();
        async move {
            let mut request = request.map(|body| Body::new(TimeoutBody::new(limits.piece, body)));
            request.extensions_mut().insert(ConnectInfo(peer));
            let response = router.oneshot(request).await?;
            Ok::<_, Infallible>(response.map(|body| Answering::new(body, answered)))
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.quiet + limits.head).max_header_size(LARGEST_HEAD);
    let mut connection = pin!(http.serve_connection(io, service));
    let ended = tokio::select! {
        ended = connection.as_mut() => Some(ended),
        _ = stop.wait_for(|stop| *stop) => None,
    };
    let ended = match ended {
        Some(ended) => ended,
        None => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!("a connection ended: {error}");
    }
}
