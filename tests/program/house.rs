//! The program while it serves, and requests to it, written by hand: what a browser would never send
//! has to be sent too.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

/// `klatsch serve` in a folder where `klatsch init` has been.
pub struct House {
    program: Option<Child>,
    log: Option<JoinHandle<String>>,
    pub address: SocketAddr,
}

/// An answer, as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub text: String,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\r\n\r\n").next()?;
        head.lines().find_map(|line| {
            let (this, value) = line.split_once(':')?;
            this.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

impl House {
    /// Starts it on a free port, with more settings.
    pub fn open(folder: &Path, settings: &[(&str, &str)]) -> House {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klatsch"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).current_dir(folder);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KLATSCH_")) {
            command.env_remove(name);
        }
        command.envs(settings.iter().copied());
        let mut program = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut errors = program.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            errors.read_to_end(&mut bytes).unwrap();
            String::from_utf8_lossy(&bytes).into_owned()
        });
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().parse().unwrap();
        House { program: Some(program), log: Some(log), address }
    }

    /// Sends a request as it stands, and reads until the other side closes.
    pub fn send(&self, request: &str) -> Answer {
        self.send_bytes(request.as_bytes())
    }

    /// The same, of bytes.
    pub fn send_bytes(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
        stream.write_all(request).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, text }
    }

    /// `GET`, with more headers.
    pub fn get(&self, path: &str, headers: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: klatsch\r\nconnection: close\r\n{headers}\r\n"))
    }

    /// `POST` of a form, as from a page of the house.
    pub fn post(&self, path: &str, headers: &str, form: &str) -> Answer {
        let kind = "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin";
        let length = form.len();
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nhost: klatsch\r\nconnection: close\r\n{kind}\r\ncontent-length: {length}\r\n{headers}\r\n{form}"
        ))
    }

    /// Asks it to stop, and gives what it logged.
    pub fn close(mut self) -> String {
        let mut program = self.program.take().unwrap();
        Command::new("kill").arg(program.id().to_string()).status().unwrap();
        assert!(program.wait().unwrap().success(), "it did not stop well");
        self.log.take().unwrap().join().unwrap()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(program) = &mut self.program {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}
