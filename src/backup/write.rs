//! Writing the archive, entry by entry.

use std::fs::File;
use std::io;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;

use super::form::{MANIFEST, Manifest, SUMS, Sum, Sums};
use super::seal::{Passphrase, Sealing};
use crate::database::whole::{Table, Value};

/// How large a part of a table grows before it is written: what a backup needs of memory.
const PART: usize = 1 << 20;

/// An archive being written.
pub struct Archive {
    tar: tar::Builder<GzEncoder<Sealing>>,
    sums: Sums,
    /// The part under way, and the number of the next.
    part: Vec<u8>,
    number: u32,
    modified: u64,
}

impl Archive {
    /// Begins with what it is; `modified` is the time of every entry, in seconds since 1970.
    pub fn begin(
        file: File,
        passphrase: Option<&Passphrase>,
        manifest: &Manifest,
        modified: u64,
    ) -> io::Result<Archive> {
        // Rows of text shrink to a tenth at any level; the lowest costs a third of the time of the usual.
        let gzip = GzEncoder::new(Sealing::begin(file, passphrase)?, Compression::fast());
        let mut archive =
            Archive { tar: tar::Builder::new(gzip), sums: Sums::default(), part: Vec::new(), number: 1, modified };
        archive.json(MANIFEST, manifest)?;
        Ok(archive)
    }

    fn json(&mut self, path: &str, what: &impl Serialize) -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(what)?;
        text.push(b'\n');
        self.entry(path, &text)
    }

    /// Adds an entry.
    pub fn entry(&mut self, path: &str, content: &[u8]) -> io::Result<()> {
        self.sums.entries.push(Sum::of(path, content));
        let mut header = tar::Header::new_gnu();
        header.set_size(u64::try_from(content.len()).unwrap_or(u64::MAX));
        header.set_mode(0o600);
        header.set_mtime(self.modified);
        self.tar.append_data(&mut header, path, content)
    }

    /// Adds a row of a table.
    pub fn row(&mut self, table: &Table, row: &[Value]) -> io::Result<()> {
        serde_json::to_writer(&mut self.part, row)?;
        self.part.push(b'\n');
        if self.part.len() >= PART { self.close_part(table) } else { Ok(()) }
    }

    /// Ends a table.
    pub fn end_table(&mut self, table: &Table) -> io::Result<()> {
        if !self.part.is_empty() {
            self.close_part(table)?;
        }
        self.number = 1;
        Ok(())
    }

    fn close_part(&mut self, table: &Table) -> io::Result<()> {
        let path = format!("tables/{}/{:06}.jsonl", table.name, self.number);
        let part = std::mem::take(&mut self.part);
        self.entry(&path, &part)?;
        self.number += 1;
        Ok(())
    }

    /// Ends with what must be in it, and waits until all is on the disk.
    pub fn finish(mut self) -> io::Result<()> {
        let sums = std::mem::take(&mut self.sums);
        self.json(SUMS, &sums)?;
        self.tar.into_inner()?.finish()?.finish()
    }
}
