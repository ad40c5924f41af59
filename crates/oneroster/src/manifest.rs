//! `manifest.csv`: the version of the standard, and how each file is meant.

use std::collections::BTreeMap;

use crate::notes::{At, Notes, quoted};
use crate::package::Package;
use crate::records::{Record, Records};
use crate::table::{refused, stray};
use crate::{Mode, Version, sds, shape, words};

const FILE: &str = "manifest.csv";

/// What a manifest says.
#[derive(Debug, Clone, Default)]
pub struct Manifest {
    /// The version of the standard.
    pub version: Option<Version>,
    /// How each file is meant, by its name without `.csv`.
    pub modes: BTreeMap<&'static str, Mode>,
}

impl Manifest {
    /// How a file is meant.
    pub fn mode(&self, name: &str) -> Mode {
        self.modes.get(name).copied().unwrap_or(Mode::Absent)
    }
}

/// What a property is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Property {
    ManifestVersion,
    Version,
    File(&'static str),
    Source,
}

fn properties() -> impl Iterator<Item = (String, Property)> {
    [
        ("manifest.version".to_owned(), Property::ManifestVersion),
        ("oneroster.version".to_owned(), Property::Version),
        ("source.systemName".to_owned(), Property::Source),
        ("source.systemCode".to_owned(), Property::Source),
    ]
    .into_iter()
    .chain(shape::FILES.iter().map(|shape| (format!("file.{}", shape.name), Property::File(shape.name))))
}

/// The property a row means: sets in use spell some of them in other ways (`file.academicSession`,
/// `file.lineitems`, `file.enrolments`). What is near one of them and no other is that one.
fn meant(said: &str) -> Option<(Property, bool)> {
    let plain = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    let (mut nearest, mut best, mut ties) = (None, 3, 0);
    for (name, property) in properties() {
        if name == said {
            return Some((property, true));
        }
        let distance = strsim::damerau_levenshtein(&plain(&name), &plain(said));
        if distance < best {
            (nearest, best, ties) = (Some((property, false)), distance, 0);
        } else if distance == best {
            ties += 1;
        }
    }
    nearest.filter(|_| ties == 0)
}

/// Reads the manifest. Without one, what it may be instead is said.
pub fn read(package: &mut Package, notes: &mut Notes) -> Manifest {
    let mut manifest = Manifest::default();
    if !package.has(FILE) {
        missing(package, notes);
        return manifest;
    }
    let from = match package.read(FILE) {
        Ok(from) => from,
        Err(problem) => {
            notes.error(At::file(FILE), problem);
            return manifest;
        }
    };
    let mut records = Records::new(from);
    let mut record = Record::default();
    let mut columns: Option<(usize, usize)> = None;
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    loop {
        match records.next(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(fault) => {
                refused(notes, At::row(FILE, record.row), &fault);
                return manifest;
            }
        }
        if record.row > 1_000 {
            let problem = words!("A manifest of more than 1,000 rows.", "Un manifeste de plus de 1 000 lignes.");
            notes.error(At::row(FILE, record.row), problem);
            return manifest;
        }
        if record.is_blank() {
            continue;
        }
        stray(notes, At::row(FILE, record.row), &record);
        let Some((name, value)) = columns else {
            let column = |wanted: &str| {
                let by = |same: fn(&str, &str) -> bool| record.iter().position(|name| same(name.trim(), wanted));
                by(|a, b| a == b).or_else(|| by(str::eq_ignore_ascii_case))
            };
            let found = (column("propertyName"), column("value"));
            columns = found.0.zip(found.1);
            if columns.is_none() {
                let column = if found.0.is_none() { "propertyName" } else { "value" };
                notes.error(
                    At::row(FILE, record.row).column(column),
                    words!(
                        "The header of the manifest is propertyName,value; there is no column “{column}”.",
                        "L’en-tête du manifeste est propertyName,value ; il n’y a pas de colonne « {column} »."
                    ),
                );
                return manifest;
            }
            if record.iter().map(str::trim).ne(["propertyName", "value"]) {
                order(notes);
            }
            continue;
        };
        let row = At::row(FILE, record.row);
        let (Some(name), Some(value)) = (record.get(name), record.get(value)) else {
            let problem = words!("The row has too few fields.", "La ligne a trop peu de champs.");
            notes.error(row, problem);
            continue;
        };
        let (name, value) = (name.trim().to_owned(), value.to_owned());
        if let Some(before) = said.insert(name.clone(), value.clone()) {
            let shown = quoted(&name);
            let at = row.column("propertyName");
            if before == value {
                notes.warn(at, words!("“{shown}” is said twice.", "« {shown} » est dit deux fois."));
            } else {
                notes.error(
                    at,
                    words!(
                        "“{shown}” is said twice, with two values.",
                        "« {shown} » est dit deux fois, avec deux valeurs."
                    ),
                );
            }
            continue;
        }
        property(&mut manifest, notes, record.row, &name, &value);
    }
    drop(records);
    if columns.is_none() {
        empty(notes, FILE);
    } else if manifest.version.is_none() && !said.keys().any(|name| matches!(meant(name), Some((Property::Version, _))))
    {
        notes.error(
            At::file(FILE).column("propertyName"),
            words!("The manifest does not say oneroster.version.", "Le manifeste ne dit pas oneroster.version."),
        );
    }
    files(&mut manifest, package, notes);
    manifest
}

/// A file without so much as a header.
pub fn empty(notes: &mut Notes, file: &str) {
    notes.error(
        At::file(file),
        words!("The file is empty: not even a header.", "Le fichier est vide : pas même un en-tête."),
    );
}

fn order(notes: &mut Notes) {
    notes.warn(
        At::row(FILE, 1),
        words!(
            "The columns are in another order than the standard’s, or spelled otherwise. They are read by name.",
            "Les colonnes ne sont pas dans l’ordre de la norme ou sont écrites autrement. Elles sont lues par leur nom."
        ),
    );
}

fn property(manifest: &mut Manifest, notes: &mut Notes, row: u64, name: &str, value: &str) {
    let (row, shown) = (At::row(FILE, row), quoted(name));
    let Some((property, exact)) = meant(name) else {
        notes.warn(
            row.column("propertyName"),
            words!("“{shown}” is no property of a manifest.", "« {shown} » n’est pas une propriété d’un manifeste."),
        );
        return;
    };
    if !exact {
        let meant = properties().find(|(_, known)| *known == property).map(|(name, _)| name).unwrap_or_default();
        notes.warn(
            row.column("propertyName"),
            words!("“{shown}” is taken for “{meant}”.", "« {shown} » est pris pour « {meant} »."),
        );
    }
    let shown = quoted(value);
    // What is spelled right has the word; what is only near it says nothing against it.
    let said = match property {
        Property::Version => manifest.version.is_some(),
        Property::File(file) => manifest.modes.contains_key(file),
        Property::ManifestVersion | Property::Source => false,
    };
    if said && !exact {
        return;
    }
    match property {
        Property::Source => {}
        Property::ManifestVersion if value.trim() == "1.0" => {}
        Property::ManifestVersion => notes.warn(
            row.column("value"),
            words!(
                "The version of the manifest is “{shown}”, not 1.0.",
                "La version du manifeste est « {shown} », pas 1.0."
            ),
        ),
        Property::Version => {
            manifest.version = match value {
                "1.1" => Some(Version::V11),
                "1.2" => Some(Version::V12),
                _ => None,
            };
            if manifest.version.is_none() {
                notes.error(
                    row.column("value"),
                    words!(
                        "The format is OneRoster “{shown}”; Klatsch reads 1.1 and 1.2.",
                        "Le format est OneRoster « {shown} » ; Klatsch lit 1.1 et 1.2."
                    ),
                );
            }
        }
        Property::File(file) => {
            let mode = match value.trim().to_ascii_lowercase().as_str() {
                "absent" => Mode::Absent,
                "bulk" => Mode::Bulk,
                "delta" => Mode::Delta,
                _ => {
                    notes.error(
                        row.column("value"),
                        words!(
                            "{file}.csv is “{shown}”; it can be absent, bulk or delta.",
                            "{file}.csv est « {shown} » ; ce peut être absent, bulk ou delta."
                        ),
                    );
                    return;
                }
            };
            manifest.modes.insert(file, mode);
        }
    }
}

/// Holds the files that are there against those that are said to be.
fn files(manifest: &mut Manifest, package: &Package, notes: &mut Notes) {
    let unsaid = match manifest.modes.values().find(|mode| **mode != Mode::Absent) {
        Some(Mode::Delta) if !manifest.modes.values().any(|mode| *mode == Mode::Bulk) => Mode::Delta,
        _ => Mode::Bulk,
    };
    for shape in shape::FILES {
        let file = shape.file();
        match (manifest.modes.get(shape.name), package.has(&file)) {
            (Some(Mode::Bulk | Mode::Delta), false) => {
                let near =
                    package.files().iter().find(|name| name.eq_ignore_ascii_case(&file)).map(|name| quoted(name));
                let problem = match near {
                    Some(near) => words!(
                        "The manifest names it, and there is only “{near}”; upper and lower case count.",
                        "Le manifeste l’annonce, et il n’y a que « {near} » ; majuscules et minuscules comptent."
                    ),
                    None => {
                        words!("The manifest names it, and it is missing.", "Le manifeste l’annonce, et il manque.")
                    }
                };
                notes.error(At::file(&file), problem);
            }
            (Some(Mode::Absent), true) => notes.warn(
                At::file(&file),
                words!(
                    "The manifest calls it absent, and it is there; it is not read.",
                    "Le manifeste le dit absent, et il est là ; il n’est pas lu."
                ),
            ),
            (None, true) => {
                manifest.modes.insert(shape.name, unsaid);
                notes.warn(
                    At::file(&file),
                    words!(
                        "The manifest does not name it; it is read as the others are.",
                        "Le manifeste ne l’annonce pas ; il est lu comme les autres."
                    ),
                );
            }
            _ => {}
        }
    }
    for name in package.files() {
        let known = name.strip_suffix(".csv").is_some_and(|name| name == "manifest" || shape::of(name).is_some());
        if !known {
            notes.warn(
                At::file(&quoted(name)),
                words!(
                    "No file of the format; it is not read.",
                    "Ce n’est pas un fichier du format ; il n’est pas lu."
                ),
            );
        }
    }
}

/// Says what may be there instead of a set with a manifest.
fn missing(package: &mut Package, notes: &mut Notes) {
    let folder = package.nested().iter().find_map(|name| {
        let folder = name.strip_suffix("manifest.csv")?;
        Some(quoted(folder.trim_end_matches(['/', '\\'])))
    });
    if let Some(folder) = folder {
        notes.error(
            At::file(FILE),
            words!(
                "The files are in the folder “{folder}”. The format wants manifest.csv and the others at the root, in no folder.",
                "Les fichiers sont dans le dossier « {folder} ». Le format veut manifest.csv et les autres à la racine, dans aucun dossier."
            ),
        );
        return;
    }
    let problem = match sds::guess(package) {
        Some(what) => words!(
            "There is no manifest.csv: this is the format of {what}, not OneRoster. Export “OneRoster 1.1 CSV” or “1.2 CSV” instead.",
            "Il n’y a pas de manifest.csv : c’est le format de {what}, pas OneRoster. Exportez plutôt « OneRoster 1.1 CSV » ou « 1.2 CSV »."
        ),
        None => words!(
            "There is no manifest.csv, which every set in the OneRoster format has.",
            "Il n’y a pas de manifest.csv, que tout ensemble au format OneRoster contient."
        ),
    };
    notes.error(At::file(FILE), problem);
}

#[cfg(test)]
mod tests {
    use super::{Property, meant};

    #[test]
    fn misspelt_rows_mean_what_is_near() {
        for (said, file) in [
            ("file.academicSession", "academicSessions"),
            ("file.lineitems", "lineItems"),
            ("file.enrolments", "enrollments"),
            ("file.classResource", "classResources"),
            ("file.coursesResources", "courseResources"),
            ("file.category", "categories"),
            ("file.catagories", "categories"),
            ("files.orgs", "orgs"),
            ("file.Users", "users"),
            ("File.demographic", "demographics"),
            ("file.resulst", "results"),
            ("file_orgs", "orgs"),
        ] {
            let meant = meant(said);
            if said == "file.category" {
                assert_eq!(meant, None, "three letters are too many to guess");
            } else {
                assert_eq!(meant, Some((Property::File(file), false)), "{said}");
            }
        }
        assert_eq!(meant("oneroster.verison"), Some((Property::Version, false)));
        assert_eq!(meant("file.users"), Some((Property::File("users"), true)));
        assert_eq!(meant("propertyName"), None);
        assert_eq!(meant("file."), None);
    }
}
