//! The load: so many connections, each asking the next thing as soon as it has its answer.
//!
//! Written here rather than taken from `wrk`, because every answer is checked: a server that fails quickly
//! would win otherwise. One thread drives all connections; what it costs is the same for every server.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// One request, as it goes over the wire.
#[derive(Debug, Clone)]
pub struct Ask(Vec<u8>);

impl Ask {
    /// `GET path`, with more header lines.
    pub fn get(path: &str, headers: &[(&str, &str)]) -> Ask {
        Ask::new("GET", path, headers, "")
    }

    /// A form, posted by a page of the same site.
    pub fn post(path: &str, cookie: &str, form: &str) -> Ask {
        let headers = [
            ("Cookie", cookie),
            ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        Ask::new("POST", path, &headers, form)
    }

    fn new(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Ask {
        let mut text = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if method == "POST" {
            text.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        text.push_str("\r\n");
        text.push_str(body);
        Ask(text.into_bytes())
    }
}

/// What came of a load.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// How long each answer took, in microseconds; in order once [`Told::settle`] was called.
    pub latencies: Vec<u32>,
    /// How long it went on, in seconds.
    pub seconds: f64,
}

impl Told {
    /// Takes in another round of the same.
    pub fn add(&mut self, other: Told) {
        self.latencies.extend(other.latencies);
        self.seconds += other.seconds;
        self.latencies.sort_unstable();
    }

    /// Answers per second.
    pub fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.seconds.max(0.001)
    }

    /// The latency under which `share` of the answers stayed, in milliseconds.
    pub fn percentile(&self, share: f64) -> f64 {
        let at = (self.latencies.len() as f64 * share) as usize;
        let last = self.latencies.len().saturating_sub(1);
        f64::from(self.latencies.get(at.min(last)).copied().unwrap_or(0)) / 1000.0
    }
}

/// Puts a load on a server for a time. Connection `n` asks its own list, round and round; every answer must
/// have the status `expected`.
pub fn put(address: SocketAddr, lists: &[Vec<Ask>], time: Duration, expected: u16) -> Result<Told> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let work = tokio::task::LocalSet::new();
    let all = work.block_on(&runtime, async {
        let mut tasks = Vec::new();
        let start = Instant::now();
        for list in lists {
            tasks.push(tokio::task::spawn_local(one(address, list.clone(), start + time, expected)));
        }
        let mut latencies = Vec::new();
        for task in tasks {
            latencies.extend(task.await??);
        }
        latencies.sort_unstable();
        anyhow::Ok(Told { latencies, seconds: start.elapsed().as_secs_f64() })
    })?;
    if all.latencies.is_empty() {
        bail!("no answer within {time:?}");
    }
    Ok(all)
}

async fn one(address: SocketAddr, list: Vec<Ask>, until: Instant, expected: u16) -> Result<Vec<u32>> {
    let mut connection = Connection::open(address).await?;
    let mut latencies = Vec::new();
    for ask in list.iter().cycle() {
        let start = Instant::now();
        if start >= until {
            break;
        }
        let answer = connection.ask(ask).await?;
        if answer.status != expected {
            bail!("{} instead of {expected}: {}", answer.status, first_lines(&answer.body));
        }
        latencies.push(u32::try_from(start.elapsed().as_micros()).unwrap_or(u32::MAX));
    }
    Ok(latencies)
}

fn first_lines(body: &[u8]) -> String {
    String::from_utf8_lossy(body).chars().take(300).collect()
}

/// Asks once, on a connection of its own.
pub fn ask(address: SocketAddr, ask: &Ask) -> Result<Answer> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async { Connection::open(address).await?.ask(ask).await })
}

/// How many bytes of a page come, as they are and packed.
pub fn bytes(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Result<(usize, usize)> {
    let plain = ask(address, &Ask::get(path, headers))?;
    let headers: Vec<(&str, &str)> = headers.iter().copied().chain([("Accept-Encoding", "gzip")]).collect();
    let packed = ask(address, &Ask::get(path, &headers))?;
    anyhow::ensure!(
        plain.status == 200 && packed.status == 200,
        "{path} answered {} and {}",
        plain.status,
        packed.status
    );
    Ok((plain.body.len(), packed.body.len()))
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body, without the marks of chunks.
    pub body: Vec<u8>,
}

struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(address: SocketAddr) -> Result<Connection> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    async fn more(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            bail!("the server closed the connection");
        }
        Ok(())
    }

    async fn ask(&mut self, ask: &Ask) -> Result<Answer> {
        self.stream.write_all(&ask.0).await?;
        let end = loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let head = String::from_utf8_lossy(self.buffer.get(..end).unwrap_or_default()).to_ascii_lowercase();
        self.buffer.drain(..end);
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).context("no status")?;
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).map(str::trim);
        let body = if let Some(length) = length {
            self.take(length.parse()?).await?
        } else if head.contains("transfer-encoding: chunked") {
            self.chunks().await?
        } else {
            Vec::new()
        };
        Ok(Answer { status, body })
    }

    async fn take(&mut self, length: usize) -> Result<Vec<u8>> {
        while self.buffer.len() < length {
            self.more().await?;
        }
        Ok(self.buffer.drain(..length).collect())
    }

    async fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let end = loop {
                if let Some(at) = find(&self.buffer, b"\r\n") {
                    break at + 2;
                }
                self.more().await?;
            };
            let line = self.take(end).await?;
            let length = usize::from_str_radix(String::from_utf8_lossy(&line).trim(), 16)?;
            let chunk = self.take(length + 2).await?;
            body.extend(chunk.get(..length).unwrap_or_default());
            if length == 0 {
                return Ok(body);
            }
        }
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}
