//! The floor of pages: nginx, giving the same bytes from a file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::{Folder, Server, free_address};

/// nginx with files to give; it ends when this is dropped.
#[derive(Debug)]
pub struct Nginx {
    /// The server.
    pub server: Server,
    _folder: Folder,
}

/// Starts nginx as Debian sets it up (a worker per core, sendfile), without its log: Klatsch writes none
/// either. `files` are names and contents; `name.gz` is given for `name` to who takes gzip.
pub fn start(program: &Path, files: &[(String, Vec<u8>)]) -> Result<Nginx> {
    let folder = Folder::new("nginx")?;
    let root = folder.path().join("files");
    fs::create_dir_all(&root)?;
    for (name, content) in files {
        fs::write(root.join(name), content)?;
    }
    fs::write(root.join("index.html"), "here")?;
    let address = free_address()?;
    let at = folder.path().display();
    let text = format!(
        "daemon off; worker_processes auto; pid {at}/pid; error_log {at}/error; user root;
         events {{ worker_connections 768; }}
         http {{
             sendfile on; tcp_nopush on; access_log off; keepalive_requests 10000000; gzip_static on;
             types {{ text/html html; text/calendar ics; }}
             client_body_temp_path {at}/body; proxy_temp_path {at}/proxy; fastcgi_temp_path {at}/fastcgi;
             uwsgi_temp_path {at}/uwsgi; scgi_temp_path {at}/scgi;
             server {{ listen {address}; root {at}/files; }}
         }}"
    );
    let settings = folder.path().join("nginx.conf");
    fs::write(&settings, text)?;
    let mut command = Command::new(program);
    command.arg("-c").arg(&settings).arg("-e").arg(folder.path().join("error"));
    let server = Server::start(&mut command, address, "/index.html")?;
    Ok(Nginx { server, _folder: folder })
}
