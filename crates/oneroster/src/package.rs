//! What a set comes in: a ZIP archive, or a folder of files.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use crate::notes::{At, Notes, Words, quoted};
use crate::words;

/// How much a set may unpack to: the largest district's is a tenth of it.
const MOST_UNPACKED: u64 = 4 << 30;
/// How many entries a package may have; the standard knows 22 files.
const MOST_ENTRIES: usize = 1_000;

/// What can be read and moved about in.
pub trait Source: Read + Seek + Send {}
impl<T: Read + Seek + Send> Source for T {}

/// A package whose names are known.
pub struct Package {
    /// What it is called in messages.
    pub name: String,
    kind: Kind,
    names: Vec<String>,
    /// Names of files that are in folders.
    nested: Vec<String>,
    left: u64,
}

enum Kind {
    Zip(Box<ZipArchive<BufReader<Box<dyn Source>>>>),
    Folder(PathBuf),
}

/// The last part of a path, for messages: where it lies is nobody else's business.
fn last(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

impl Package {
    /// Opens what is at a path. Nothing is there after an error in the notes.
    pub fn open(path: &Path, notes: &mut Notes) -> Option<Package> {
        let name = quoted(&last(path));
        let at = At::file(&name);
        let kind = match std::fs::metadata(path) {
            Ok(kind) => kind,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                notes.error(at, words!("There is nothing at this path.", "Il n’y a rien à cet endroit."));
                return None;
            }
            Err(error) => {
                notes.error(at, words!("It cannot be looked at: {error}.", "Impossible d’y accéder : {error}."));
                return None;
            }
        };
        if kind.is_dir() {
            return Package::folder(path, name, notes);
        }
        if !kind.is_file() {
            notes.error(at, words!("This is neither a file nor a folder.", "Ce n’est ni un fichier ni un dossier."));
            return None;
        }
        match File::open(path) {
            Ok(file) => Package::zip(Box::new(file), name, notes),
            Err(error) => {
                notes.error(at, words!("It cannot be opened: {error}.", "Impossible de l’ouvrir : {error}."));
                None
            }
        }
    }

    fn folder(path: &Path, name: String, notes: &mut Notes) -> Option<Package> {
        let mut package = Package {
            name,
            kind: Kind::Folder(path.to_owned()),
            names: Vec::new(),
            nested: Vec::new(),
            left: MOST_UNPACKED,
        };
        let entries = match std::fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                let problem = words!("The folder cannot be read: {error}.", "Impossible de lire le dossier : {error}.");
                notes.error(At::file(&package.name), problem);
                return None;
            }
        };
        for (number, entry) in entries.flatten().enumerate() {
            if number >= MOST_ENTRIES {
                let problem = words!(
                    "The folder has more than {MOST_ENTRIES} entries; a set has at most 22 files.",
                    "Le dossier contient plus de {MOST_ENTRIES} éléments ; un ensemble a au plus 22 fichiers."
                );
                notes.error(At::file(&package.name), problem);
                return None;
            }
            let Ok(entry_name) = entry.file_name().into_string() else { continue };
            // A link to a file is as good as the file; a pipe would be waited for without end.
            match std::fs::metadata(entry.path()) {
                Ok(kind) if kind.is_file() => package.names.push(entry_name),
                Ok(kind) if kind.is_dir() && entry.path().join("manifest.csv").is_file() => {
                    package.nested.push(format!("{entry_name}/manifest.csv"));
                }
                _ => {}
            }
        }
        package.names.sort_unstable();
        Some(package)
    }

    /// Opens a ZIP archive that is called `name` in messages.
    pub fn zip(mut from: Box<dyn Source>, name: String, notes: &mut Notes) -> Option<Package> {
        let mut head = Vec::new();
        let begun = from.by_ref().take(4).read_to_end(&mut head).and_then(|_| from.rewind());
        let opened = begun.map_err(zip::result::ZipError::Io).and_then(|()| ZipArchive::new(BufReader::new(from)));
        let at = At::file(&name);
        let mut archive = match opened {
            Ok(archive) => archive,
            Err(_) if head.is_empty() => {
                notes.error(at, words!("The file is empty: 0 bytes.", "Le fichier est vide : 0 octet."));
                return None;
            }
            Err(error) if head.starts_with(b"PK") => {
                notes.error(
                    at,
                    words!(
                        "The ZIP archive is cut short or damaged ({error}). Send it again.",
                        "L’archive ZIP est tronquée ou endommagée ({error}). Envoyez-la de nouveau."
                    ),
                );
                return None;
            }
            Err(_) => {
                notes.error(
                    at,
                    words!(
                        "This is no ZIP archive. A set in the OneRoster format is a .zip or a folder with manifest.csv in it.",
                        "Ce n’est pas une archive ZIP. Un ensemble au format OneRoster est un .zip ou un dossier qui contient manifest.csv."
                    ),
                );
                return None;
            }
        };
        match Package::names(&mut archive) {
            Ok((names, nested)) => {
                Some(Package { name, kind: Kind::Zip(Box::new(archive)), names, nested, left: MOST_UNPACKED })
            }
            Err(problem) => {
                notes.error(at, problem);
                None
            }
        }
    }

    #[allow(clippy::type_complexity, reason = "names at the root and names in folders")]
    fn names(archive: &mut ZipArchive<BufReader<Box<dyn Source>>>) -> Result<(Vec<String>, Vec<String>), Words> {
        if archive.is_empty() {
            return Err(words!("The ZIP archive is empty.", "L’archive ZIP est vide."));
        }
        let entries = archive.len();
        if entries > MOST_ENTRIES {
            return Err(words!(
                "The ZIP archive has {entries} entries; a set has at most 22 files.",
                "L’archive ZIP contient {entries} éléments ; un ensemble a au plus 22 fichiers."
            ));
        }
        if archive.has_duplicate_names() {
            return Err(words!(
                "The ZIP archive has two files of one name.",
                "L’archive ZIP contient deux fichiers du même nom."
            ));
        }
        let damaged = |error: &zip::result::ZipError| {
            words!("The ZIP archive is damaged: {error}.", "L’archive ZIP est endommagée : {error}.")
        };
        let (mut names, mut nested) = (Vec::new(), Vec::new());
        for place in 0..entries {
            let entry = archive.by_index_raw(place).map_err(|error| damaged(&error))?;
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            let shown = quoted(&name);
            let outside = name.starts_with(['/', '\\'])
                || name.split(['/', '\\']).any(|part| part == "..")
                || name.chars().nth(1) == Some(':');
            if outside {
                return Err(words!(
                    "The ZIP archive has a path that leads out of it: “{shown}”.",
                    "L’archive ZIP contient un chemin qui mène au-dehors : « {shown} »."
                ));
            }
            if entry.encrypted() {
                return Err(words!(
                    "“{shown}” in the ZIP archive is encrypted. Pack the set without a password.",
                    "« {shown} » est chiffré dans l’archive ZIP. Compressez l’ensemble sans mot de passe."
                ));
            }
            if entry.is_dir() {
            } else if name.contains(['/', '\\']) {
                nested.push(name);
            } else {
                names.push(name);
            }
        }
        match archive.has_overlapping_files() {
            Ok(false) => Ok((names, nested)),
            Ok(true) => Err(words!(
                "Files in the ZIP archive overlap, as in one made to do harm.",
                "Des fichiers de l’archive ZIP se chevauchent, comme dans une archive malveillante."
            )),
            Err(error) => Err(damaged(&error)),
        }
    }

    /// The names of the files that lie at the root.
    pub fn files(&self) -> &[String] {
        &self.names
    }

    /// The names of files in folders.
    pub fn nested(&self) -> &[String] {
        &self.nested
    }

    /// Whether there is a file of this name.
    pub fn has(&self, file: &str) -> bool {
        self.names.iter().any(|name| name == file)
    }

    /// Reads a file, never more than a package may unpack to.
    pub fn read(&mut self, file: &str) -> Result<impl Read + '_, Words> {
        let from: Box<dyn Read + '_> = match &mut self.kind {
            Kind::Zip(archive) => Box::new(archive.by_name(file).map_err(|error| {
                words!("It cannot be unpacked: {error}.", "Impossible de le décompresser : {error}.")
            })?),
            Kind::Folder(path) => Box::new(
                File::open(path.join(file))
                    .map_err(|error| words!("It cannot be opened: {error}.", "Impossible de l’ouvrir : {error}."))?,
            ),
        };
        Ok(Measured { from, left: &mut self.left })
    }
}

/// What counts down how much may still be unpacked.
struct Measured<'a> {
    from: Box<dyn Read + 'a>,
    left: &'a mut u64,
}

impl Read for Measured<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(to)?;
        *self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            std::io::Error::other(format!("the set unpacks to more than {} GiB", MOST_UNPACKED >> 30))
        })?;
        Ok(read)
    }
}
