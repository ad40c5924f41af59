//! What a backup says of itself.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::database::whole::Table;

/// The version of the format this program writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// The first entry: a [`Manifest`].
pub const MANIFEST: &str = "klatsch.json";
/// The last entry: [`Sums`].
pub const SUMS: &str = "sums.json";

/// What a backup is, said before anything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the format.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When (RFC 3339, UTC).
    pub made_at: String,
    /// The engine it was taken from; it restores to either.
    pub engine: String,
    /// The district's name.
    pub district: String,
    /// The migrations that had run.
    pub migrations: Vec<Ran>,
    /// The tables it holds, each after those it points to.
    pub tables: Vec<Table>,
}

/// A migration that had run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
    /// Its version.
    pub version: i64,
    /// The checksum of its text, in hexadecimal digits.
    pub checksum: String,
}

/// What must be in a backup, said after everything else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sums {
    /// Every other entry, in their order.
    pub entries: Vec<Sum>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// Its path in the tar.
    pub path: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// SHA-256 of its content, in hexadecimal digits.
    pub sha256: String,
}

impl Sum {
    /// Of an entry's content.
    pub fn of(path: &str, content: &[u8]) -> Sum {
        let bytes = u64::try_from(content.len()).unwrap_or(u64::MAX);
        Sum { path: path.to_owned(), bytes, sha256: hexadecimal(&Sha256::digest(content)) }
    }
}

/// Two digits a byte.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every table there is, and whether a backup holds it: `migrations/tables.txt`.
pub const TABLES: &str = include_str!("../../migrations/tables.txt");

/// Whether a table is made from others and can be made again (retention `derived`); `None` when the list
/// does not know it.
pub fn is_derived(table: &str) -> Option<bool> {
    TABLES.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let mut words = line.split_whitespace();
        (words.next() == Some(table)).then(|| words.nth(1) == Some("derived"))
    })
}
