//! Making a backup, while others write.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};

use super::Refused;
use super::form::{FORMAT, Manifest, Ran, hexadecimal, is_derived};
use super::read::{Contents, look};
use super::seal::Passphrase;
use super::write::Archive;
use crate::app::App;
use crate::database::{self, whole};
use crate::{files, schools};

/// A backup that was made, and read back.
#[derive(Debug)]
pub struct Made {
    /// What is in it.
    pub contents: Contents,
    /// Uploads that are not in it, since the store has lost or damaged them; a sentence each.
    pub lost: Vec<String>,
    /// How large the file is, in bytes.
    pub bytes: u64,
}

/// The file under way; gone unless it is whole.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Writes the district to a new file, reads all of it back, and only then gives it its name.
///
/// # Errors
/// When there is a file of that name, when a table is in no list, when database or disk fail. Nothing is
/// left behind then.
pub async fn make(app: &App, path: &Path, passphrase: Option<&Passphrase>) -> anyhow::Result<Made> {
    if path.try_exists()? {
        return Err(Refused(format!("{} is there already; give a backup a new name", path.display())).into());
    }
    let mut name = path.file_name().context("the backup needs a file name")?.to_owned();
    name.push(".unfinished");
    let unfinished = Unfinished(path.with_file_name(name));
    // Whoever may read a backup may read everything: only its owner may.
    let mut options = OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).mode(0o600).open(&unfinished.0);
    let file = file.with_context(|| format!("making {}", unfinished.0.display()))?;
    let lost = write(app, file, passphrase).await.with_context(|| format!("writing {}", path.display()))?;
    let contents = look(&unfinished.0, passphrase).await.context("reading back what was written")?;
    let bytes = std::fs::metadata(&unfinished.0)?.len();
    std::fs::rename(&unfinished.0, path).with_context(|| format!("naming {}", path.display()))?;
    sync_folder(path)?;
    Ok(Made { contents, lost, bytes })
}

/// Waits until a file's name is on the disk too.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

async fn write(app: &App, file: File, passphrase: Option<&Passphrase>) -> anyhow::Result<Vec<String>> {
    let mut db = app.database.snapshot().await?;
    let district = schools::district(&mut db).await?.context("there is no district in this database")?;
    let mut tables = Vec::new();
    for table in whole::tables(&mut db).await? {
        match is_derived(&table.name) {
            Some(true) => {}
            Some(false) => tables.push(table),
            None => return Err(Refused(format!("the table {} is not one of Klatsch's", table.name)).into()),
        }
    }
    let ran = database::applied(&mut db).await?.into_iter();
    let now = app.now();
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now.to_rfc3339(),
        engine: app.database.engine_name().to_owned(),
        district: district.name.clone(),
        migrations: ran.map(|(version, checksum)| Ran { version, checksum: hexadecimal(&checksum) }).collect(),
        tables,
    };
    let seconds = u64::try_from(now.0 / 1_000_000).unwrap_or_default();
    let mut archive = Archive::begin(file, passphrase, &manifest, seconds)?;
    for table in &manifest.tables {
        let mut rows = whole::rows(&mut db, table);
        while let Some(row) = rows.try_next().await.with_context(|| format!("reading {}", table.name))? {
            archive.row(table, &row)?;
        }
        drop(rows);
        archive.end_table(table)?;
    }
    let mut lost = Vec::new();
    // Before an upgrade this program backs up what an older one made, which may know no uploads yet.
    let uploads = manifest.tables.iter().any(|table| table.name == "files");
    for file in if uploads { files::all(&mut db).await? } else { Vec::new() } {
        match read(app, &file).await? {
            Ok(content) => archive.entry(&format!("files/{}", file.id), &content)?,
            // Swept because it was removed after the snapshot: kept by nobody, missed by nobody.
            Err(_) if files::file(&mut *app.read().await?, file.id).await?.is_none() => {}
            Err(why) => lost.push(why),
        }
    }
    archive.finish()?;
    Ok(lost)
}

/// The content of an upload, which its row describes; or what is wrong with it. In memory as a whole, as
/// when it was uploaded: uploads are limited.
pub(super) async fn read(app: &App, file: &files::File) -> anyhow::Result<Result<Vec<u8>, String>> {
    let mut content = Vec::new();
    match app.files.get(file.id).await {
        Ok(mut found) => {
            while let Some(piece) = found.pieces.try_next().await? {
                content.extend_from_slice(&piece);
            }
        }
        Err(files::Error::Missing(id)) => return Ok(Err(format!("the file {id} is not in the store"))),
        Err(error) => return Err(error.into()),
    }
    if hexadecimal(&Sha256::digest(&content)) == file.sha256 {
        Ok(Ok(content))
    } else {
        Ok(Err(format!("the file {} is not as it was uploaded", file.id)))
    }
}
