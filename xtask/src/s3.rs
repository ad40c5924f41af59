//! A throw-away server that speaks S3, with a bucket `klatsch`: `moto_server`, from PyPI.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::programs::is_set;
use crate::python;

/// The variable by which tests find it.
pub const VARIABLE: &str = "KLATSCH_TEST_S3";

/// What needs it has this in its name.
pub const STORIES: &str = "on_s3_";

/// A server: our own, which ends with this, or one that is there.
pub struct Server {
    program: Option<Child>,
    url: String,
}

impl Server {
    /// The server of `KLATSCH_TEST_S3`, or one of our own.
    pub fn for_tests() -> Result<Server> {
        if is_set(VARIABLE) {
            return Ok(Server { program: None, url: std::env::var(VARIABLE)? });
        }
        let moto = python::program("moto_server", "s3", "python-s3", "testing uploads in an S3-compatible store")?;
        let mut program = Command::new(moto)
            .args(["--host", "127.0.0.1", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("could not start moto_server")?;
        let output = program.stderr.take();
        let mut server = Server { program: Some(program), url: String::new() };
        let mut lines = BufReader::new(output.context("moto_server says nothing")?).lines();
        let running = lines.find_map(|line| Some(line.ok()?.split_once("Running on ")?.1.trim().to_owned()));
        server.url = running.context("moto_server did not come up")?;
        // It tells of each request; somebody has to listen.
        std::thread::spawn(move || lines.for_each(drop));
        server.make_bucket()?;
        Ok(server)
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn make_bucket(&self) -> Result<()> {
        let address = self.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).with_context(|| format!("moto_server at {}", self.url))?;
        write!(stream, "PUT /klatsch HTTP/1.1\r\nhost: {address}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        ensure!(answer.starts_with("HTTP/1.1 200"), "no bucket: {answer}");
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(program) = &mut self.program {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}
