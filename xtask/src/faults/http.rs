//! Asking a server, one connection for each question, and never for longer than is bearable.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// Longer than the program itself lets anybody wait.
const PATIENCE: Duration = Duration::from_secs(40);

/// An answer that came whole.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The header lines.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    /// The same, if its status is this.
    pub fn is(self, status: u16) -> Result<Answer> {
        let words: String = self.body.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(600).collect();
        ensure!(self.status == status, "{} instead of {status}: {words}", self.status);
        Ok(self)
    }
}

/// `GET path` with a cookie, or with none when that is empty.
pub fn get(address: SocketAddr, path: &str, cookie: &str) -> Result<Answer> {
    read(&mut open(address, "GET", path, cookie, "")?)
}

/// A form, posted by a page of the same site.
pub fn post(address: SocketAddr, path: &str, cookie: &str, form: &str) -> Result<Answer> {
    read(&mut open(address, "POST", path, cookie, form)?)
}

/// Asks, and leaves the answer to be read: a stream of events never ends.
pub fn open(address: SocketAddr, method: &str, path: &str, cookie: &str, form: &str) -> Result<TcpStream> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    // HTTP/1.0: the answer comes in one piece and ends with the connection.
    let mut text = format!("{method} {path} HTTP/1.0\r\nHost: {address}\r\n");
    if !cookie.is_empty() {
        text.push_str(&format!("Cookie: {cookie}\r\n"));
    }
    if method == "POST" {
        text.push_str("Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n");
        text.push_str(&format!("Content-Length: {}\r\n", form.len()));
    }
    text.push_str("\r\n");
    text.push_str(form);
    stream.write_all(text.as_bytes())?;
    Ok(stream)
}

fn read(stream: &mut TcpStream) -> Result<Answer> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").context("the connection ended in the middle of an answer")?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).context("no status")?;
    let answer = Answer { status, head: head.to_owned(), body: body.to_owned() };
    let length = answer.header("content-length").and_then(|length| length.parse().ok());
    // Lossy text may be longer than what came, never shorter.
    ensure!(length.is_none_or(|length: usize| bytes.len() >= head.len() + 4 + length), "half an answer");
    Ok(answer)
}

/// An address on this machine that nobody listens on.
pub fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}
