//! Reading the archive: every entry is checked, and what is cut or changed is refused.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::form::{FORMAT, MANIFEST, Manifest, SUMS, Sum, Sums};
use super::seal::{Passphrase, unseal};
use crate::database::whole::{Table, Value};

/// Why a file cannot be read as a backup.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is something else.
    #[error("this file is no backup of Klatsch")]
    NoBackup,
    /// It was made by a later program.
    #[error("this backup was made by a newer Klatsch (format {0}); restore it with that version")]
    Newer(u32),
    /// It is not as it was written.
    #[error("this backup is damaged or was cut off ({0}); use another")]
    Damaged(String),
    /// It is encrypted, and no passphrase was given.
    #[error("this backup is encrypted: its passphrase is needed")]
    Locked,
    /// The passphrase does not open it.
    #[error("the passphrase does not open this backup")]
    WrongPassphrase,
    /// It is encrypted in another way.
    #[error("this file is encrypted to a key, not with a passphrase; decrypt it with age first")]
    OtherLock,
    /// The file cannot be opened.
    #[error("the file cannot be read: {0}")]
    File(io::Error),
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        Unreadable::File(error)
    }
}

/// What a backup holds, once all of it was read and found right.
#[derive(Debug, Clone)]
pub struct Contents {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Rows by table; tables without rows too.
    pub rows: BTreeMap<String, u64>,
    /// How many uploaded files.
    pub files: u64,
}

/// A part of a backup, in the order of the archive.
#[derive(Debug)]
pub enum Part<'a> {
    /// Rows of a table.
    Rows(&'a Table, Vec<Vec<Value>>),
    /// An uploaded file by its key.
    File(&'a str, Vec<u8>),
}

fn damaged(why: impl std::fmt::Display) -> Unreadable {
    Unreadable::Damaged(why.to_string())
}

type Entries = tar::Archive<MultiGzDecoder<Box<dyn Read>>>;

fn open(path: &Path, passphrase: Option<&Passphrase>) -> Result<Entries, Unreadable> {
    Ok(tar::Archive::new(MultiGzDecoder::new(unseal(path, passphrase)?)))
}

fn next<R: Read>(entry: io::Result<tar::Entry<'_, R>>) -> Result<(String, Vec<u8>), Unreadable> {
    let mut entry = entry.map_err(damaged)?;
    let path = String::from_utf8(entry.path_bytes().into_owned()).map_err(damaged)?;
    let mut content = Vec::new();
    entry.read_to_end(&mut content).map_err(damaged)?;
    // A tar that ends within an entry is no error to its reader.
    if u64::try_from(content.len()) != Ok(entry.size()) {
        return Err(damaged("it ends too early"));
    }
    Ok((path, content))
}

fn first(path: &str, content: &[u8]) -> Result<Manifest, Unreadable> {
    #[derive(serde::Deserialize)]
    struct Versioned {
        format: u32,
    }
    if path != MANIFEST {
        return Err(Unreadable::NoBackup);
    }
    let Versioned { format } = serde_json::from_slice(content).map_err(damaged)?;
    if format > FORMAT {
        return Err(Unreadable::Newer(format));
    }
    serde_json::from_slice(content).map_err(damaged)
}

/// Reads and checks all of a backup.
pub async fn look(path: &Path, passphrase: Option<&Passphrase>) -> anyhow::Result<Contents> {
    read(path, passphrase, async |_| Ok(())).await
}

/// Reads all of a backup and hands over its parts as they come. Whether the whole was right is known only
/// at the end: until then nothing of it may count.
///
/// Reading blocks its thread; only commands do it, which have nothing else to do meanwhile.
pub async fn read(
    path: &Path,
    passphrase: Option<&Passphrase>,
    mut take: impl AsyncFnMut(Part<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<Contents> {
    let mut archive = open(path, passphrase)?;
    let mut entries = archive.entries().map_err(damaged)?;
    let mut sums = Sums::default();
    let (path, content) = next(entries.next().ok_or_else(|| damaged("it is empty"))?)?;
    let manifest = first(&path, &content)?;
    sums.entries.push(Sum::of(&path, &content));
    let mut rows: BTreeMap<String, u64> = manifest.tables.iter().map(|table| (table.name.clone(), 0)).collect();
    let mut files = 0;
    let mut promised = None;
    for entry in entries {
        let (path, content) = next(entry)?;
        anyhow::ensure!(promised.is_none(), damaged("something follows its end"));
        if path == SUMS {
            promised = Some(serde_json::from_slice::<Sums>(&content).map_err(damaged)?);
            continue;
        }
        sums.entries.push(Sum::of(&path, &content));
        if let Some(key) = path.strip_prefix("files/") {
            files += 1;
            take(Part::File(key, content)).await?;
        } else {
            let table = path.strip_prefix("tables/").and_then(|rest| rest.split_once('/')).map(|(name, _)| name);
            let table = manifest
                .tables
                .iter()
                .find(|known| Some(known.name.as_str()) == table)
                .ok_or_else(|| damaged(format!("{path} does not belong")))?;
            let some = lines(table, &content).ok_or_else(|| damaged(format!("{path} has other columns")))?;
            *rows.entry(table.name.clone()).or_default() += u64::try_from(some.len())?;
            take(Part::Rows(table, some)).await?;
        }
    }
    let promised = promised.ok_or_else(|| damaged("its end is missing"))?;
    // The checksum of the compression, and of the encryption, comes after the last byte of the tar.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(damaged)?;
    if let Some((wrong, _)) = promised.entries.iter().zip(&sums.entries).find(|(promised, found)| promised != found) {
        return Err(damaged(format!("{} has changed", wrong.path)).into());
    }
    anyhow::ensure!(promised.entries.len() == sums.entries.len(), damaged("an entry is missing"));
    Ok(Contents { manifest, rows, files })
}

/// The rows of a part, a line each.
fn lines(table: &Table, content: &[u8]) -> Option<Vec<Vec<Value>>> {
    let mut rows = Vec::new();
    for line in content.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let values: Vec<serde_json::Value> = serde_json::from_slice(line).ok()?;
        if values.len() != table.columns.len() {
            return None;
        }
        let row = table.columns.iter().zip(values).map(|(column, value)| Value::read(column.kind, value));
        rows.push(row.collect::<Option<Vec<_>>>()?);
    }
    Some(rows)
}
