//! Backups: a whole district in one file, and back again on either engine.
//!
//! The file is a gzip'd tar that any system can look into: `klatsch.json` first (what it is, from which
//! program, which tables and columns), then `tables/NAME/000001.jsonl` (one row a line, values in the
//! order of the columns), then `files/KEY` as they were uploaded, and `sums.json` last: every entry with
//! its length and SHA-256. A file that was cut has no sums, so it is never taken for a whole one. With a
//! passphrase all of it is inside the age format (age-encryption.org/v1, scrypt), which `age -d` opens too.
//!
//! It holds one state of the database, however long it takes: a snapshot that writers do not disturb.
//! Everything is in it but tables that are derived from others (`migrations/tables.txt`). What a restore
//! must never do: add to a place that has something in it, or leave half of a district behind.

mod form;
mod make;
mod read;
mod restore;
mod seal;
#[cfg(test)]
mod tests;
mod uploads;
mod write;

pub use make::make;
pub use read::look;
pub use restore::restore;
pub use seal::Passphrase;
pub use uploads::missing;

/// Something that cannot be backed up or restored, in words for whoever runs the command.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refused(String);
