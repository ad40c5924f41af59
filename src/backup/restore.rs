//! Restoring a backup into an empty place, all or nothing.

use std::path::Path;

use anyhow::Context;

use super::Refused;
use super::form::{Manifest, hexadecimal};
use super::read::{Contents, Part, read};
use super::seal::Passphrase;
use crate::app::App;
use crate::database::whole::{self, Load};
use crate::database::{self, Database, MIGRATIONS};
use crate::ids::FileId;

/// Fills an empty database, of either engine, with a backup that was looked through ([`super::look`]), and
/// brings it up to this program. With `quiet` the jobs that waited, letters among them, are left out: for
/// a copy beside the real one. Answers how many jobs were.
///
/// # Errors
/// For a place that has something in it, and for a backup that changed since; nothing is changed then.
pub async fn restore(
    app: &App,
    path: &Path,
    passphrase: Option<&Passphrase>,
    seen: &Contents,
    quiet: bool,
) -> anyhow::Result<u64> {
    prepare(&app.database, &seen.manifest).await?;
    let mut stored = Vec::new();
    let done = fill(app, path, passphrase, seen, quiet, &mut stored).await;
    if done.is_err() {
        // What could not be taken away again is swept after a day, for no row names it.
        for id in stored {
            let _ = app.files.delete(id).await;
        }
    }
    done
}

async fn fill(
    app: &App,
    path: &Path,
    passphrase: Option<&Passphrase>,
    seen: &Contents,
    quiet: bool,
    stored: &mut Vec<FileId>,
) -> anyhow::Result<u64> {
    let mut load = Load::begin(app.write().await?).await?;
    // The tables are those of the database; that the backup's are the same was seen to by the migrations,
    // but for one that somebody added by hand.
    let tables = whole::tables(load.db()).await?;
    for table in &seen.manifest.tables {
        if !tables.contains(table) {
            return Err(Refused(format!("the table {} of this backup is not one of Klatsch's", table.name)).into());
        }
    }
    let contents = read(path, passphrase, async |part| {
        match part {
            Part::Rows(table, rows) => {
                load.rows(table, &rows).await.with_context(|| format!("restoring {}", table.name))?;
            }
            Part::File(key, content) => {
                let id: FileId = key.parse().with_context(|| format!("the file {key}"))?;
                stored.push(id);
                app.files.put_bytes(id, content.into()).await?;
            }
        }
        Ok(())
    })
    .await?;
    let mut left_out = 0;
    if quiet {
        load.forget("jobs").await?;
        left_out = contents.rows.get("jobs").copied().unwrap_or_default();
    }
    load.commit().await.context("a row points to another that is not in the backup")?;
    database::migrate(&app.database).await.context("migrating what was restored")?;
    Ok(left_out)
}

/// Sees that the place is empty, and gives it the tables as they were when the backup was made.
async fn prepare(database: &Database, manifest: &Manifest) -> anyhow::Result<()> {
    let known = |ran: &super::form::Ran| {
        MIGRATIONS.iter().any(|one| one.version == ran.version && hexadecimal(&one.checksum) == ran.checksum)
    };
    if !manifest.migrations.iter().all(known) {
        let made_by = &manifest.program;
        return Err(Refused(format!(
            "this backup was made by another Klatsch ({made_by}); restore it with that version"
        ))
        .into());
    }
    let last = manifest.migrations.iter().map(|ran| ran.version).max().unwrap_or_default();
    let mut db = database.read().await?;
    let tables = whole::tables(&mut db).await?;
    if let Some(table) = whole::filled(&mut db, &tables).await? {
        return Err(Refused(format!(
            "this place is not empty: there is something in the table {table}. Restore into a new data folder or a new database"
        ))
        .into());
    }
    let applied = database::applied(&mut db).await?;
    drop(db);
    if applied.iter().any(|(version, _)| *version > last) || (applied.is_empty() && !tables.is_empty()) {
        return Err(Refused(
            "this place was made ready by something else than this backup's Klatsch. Restore into a new data folder or a new database"
                .to_owned(),
        )
        .into());
    }
    database::migrate_to(database, last).await.context("making the tables")
}
