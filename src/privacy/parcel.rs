//! Everything that is kept about a person, in one file to save: a ZIP with the rows as JSON, the person's own
//! files, and a word on what is in it. It is packed as it goes out; of the files only a piece is in memory.

use std::collections::BTreeSet;
use std::io::{self, Write};

use anyhow::Context;
use futures_util::StreamExt;
use serde_json::{Map, Value, json};
use zip::write::SimpleFileOptions;

use crate::files::Files;
use crate::personal::{Section, TABLES};
use crate::web::{Language, file_name};

/// What is packed.
#[derive(Debug)]
pub struct Parcel {
    /// From where the files come.
    pub files: Files,
    /// What is kept.
    pub sections: Vec<Section>,
    /// In which language the word on it is.
    pub language: Language,
    /// The name of the person.
    pub name: String,
    /// When it was asked (RFC 3339).
    pub at: String,
}

/// What is kept, as JSON: section by section, table by table, row by row.
pub fn tables(sections: &[Section]) -> Value {
    let mut all = Map::new();
    for table in TABLES.iter() {
        let Some(name) = table.export else { continue };
        for section in sections.iter().filter(|section| section.table == table.name && !section.rows.is_empty()) {
            let rows = Value::Array(section.rows.iter().cloned().map(Value::Object).collect());
            let part = all.entry(name).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(part) = part {
                part.insert(table.name.to_owned(), rows);
            }
        }
    }
    Value::Object(all)
}

/// Packs; call it on a thread that may wait, within the runtime.
///
/// # Errors
/// When nobody takes the bytes any more, or a file cannot be read.
pub fn write(parcel: &Parcel, out: impl Write, runtime: &tokio::runtime::Handle) -> anyhow::Result<()> {
    let mut zip = zip::ZipWriter::new_stream(out);
    let options = SimpleFileOptions::default();
    let word = parcel.language.say("data-parcel-word").with("name", &parcel.name).with("at", &parcel.at).to_string();
    zip.start_file(parcel.language.say("data-parcel-read").to_string(), options)?;
    // A mark so that any editor reads it as UTF-8, and line ends that any editor shows.
    zip.write_all(format!("\u{feff}{}\r\n", word.replace('\n', "\r\n")).as_bytes())?;
    zip.start_file("data.json", options)?;
    let data = json!({ "person": parcel.name, "at": parcel.at, "kept": tables(&parcel.sections) });
    zip.write_all(serde_json::to_string_pretty(&data)?.as_bytes())?;
    let mut names = BTreeSet::new();
    for enclosed in parcel.sections.iter().flat_map(|section| &section.files) {
        let name = free(&file_name(&enclosed.name), &mut names);
        // What somebody removed meanwhile is missing, the rest comes.
        let mut content = match runtime.block_on(parcel.files.get(enclosed.file)) {
            Err(crate::files::Error::Missing(_)) => continue,
            found => found.context("reading a file of the person")?,
        };
        // Pictures and documents are packed already.
        let stored = options.compression_method(zip::CompressionMethod::Stored).large_file(content.length > 1 << 31);
        zip.start_file(format!("files/{name}"), stored)?;
        while let Some(piece) = runtime.block_on(content.pieces.next()) {
            zip.write_all(&piece?)?;
        }
    }
    zip.finish()?.into_inner().flush()?;
    Ok(())
}

/// A name that no other file of the parcel has, whatever the case.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let (stem, ending) = name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let mut free = name.to_owned();
    for number in 2.. {
        if taken.insert(free.to_lowercase()) {
            break;
        }
        free = format!("{stem} ({number}){ending}");
    }
    free
}

/// Where packed bytes go that somebody far away takes at their own pace.
#[derive(Debug)]
pub struct Outward(pub tokio::sync::mpsc::Sender<io::Result<bytes::Bytes>>);

impl Write for Outward {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.blocking_send(Ok(bytes::Bytes::copy_from_slice(bytes)));
        sent.map(|()| bytes.len()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_of_one_name_both_come() {
        let mut taken = BTreeSet::new();
        assert_eq!(free("wall.jpg", &mut taken), "wall.jpg");
        assert_eq!(free("Wall.jpg", &mut taken), "Wall (2).jpg");
        assert_eq!(free("wall.jpg", &mut taken), "wall (3).jpg");
        assert_eq!(free("notes", &mut taken), "notes");
        assert_eq!(free("notes", &mut taken), "notes (2)");
    }
}
