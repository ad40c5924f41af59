//! A file of the standard: its header held against the standard's, its rows read by the names of columns.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash, RandomState};

use crate::manifest::empty;
use crate::notes::{At, Notes, quoted};
use crate::package::Package;
use crate::records::{Fault, Record, Records};
use crate::shape::Shape;
use crate::{Mode, Version, sds, words};

/// The most rows of a file.
const MOST_ROWS: u64 = 5_000_000;

/// What tells texts apart in little room: 128 bits under keys nobody knows.
#[derive(Debug, Default)]
pub struct Prints(RandomState, RandomState);

impl Prints {
    /// The print of a text.
    pub fn of(&self, text: &str) -> u128 {
        let half = |state: &RandomState| u128::from(state.hash_one(Bytes(text)));
        half(&self.0) << 64 | half(&self.1)
    }
}

struct Bytes<'a>(&'a str);

impl Hash for Bytes<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write(self.0.as_bytes());
    }
}

/// A row with its columns.
#[derive(Debug)]
pub struct Row<'a> {
    record: &'a Record,
    places: &'a HashMap<String, usize>,
    metadata: &'a [usize],
    /// Whether it is there to say that something goes.
    pub gone: bool,
    /// Its identifier, perhaps empty.
    pub id: &'a str,
    /// Its file.
    pub file: &'a str,
}

impl<'a> Row<'a> {
    /// What stands in a column, without spaces around it; nothing where there is no such column.
    pub fn get(&self, column: &str) -> &'a str {
        self.places.get(column).and_then(|place| self.record.get(*place)).unwrap_or_default().trim()
    }

    /// What stands in the columns `metadata.…`.
    pub fn metadata(&self) -> impl Iterator<Item = &'a str> {
        self.metadata.iter().filter_map(|place| self.record.get(*place))
    }

    /// A column of it.
    pub fn at(&self, column: &'a str) -> At<'a> {
        At::row(self.file, self.record.row).column(column)
    }

    /// Its number.
    pub fn number(&self) -> u64 {
        self.record.row
    }
}

/// Says why a file could not be read any further.
pub fn refused(notes: &mut Notes, at: At<'_>, fault: &Fault) {
    let problem = match fault {
        Fault::Unclosed => words!(
            "The quote that begins a field of this row is not closed.",
            "Le guillemet qui ouvre un champ de cette ligne n’est pas fermé."
        ),
        Fault::AfterQuote => words!(
            "Something follows a closing quote before the next comma: a quote is not closed, or one inside a field is not doubled.",
            "Quelque chose suit un guillemet fermant avant la virgule : un guillemet n’est pas fermé, ou n’est pas doublé dans un champ."
        ),
        Fault::StrayQuote => words!(
            "A quote in the middle of a field: a quote is not opened or not closed.",
            "Un guillemet au milieu d’un champ : un guillemet n’est pas ouvert ou pas fermé."
        ),
        Fault::NotUtf8 => words!(
            "Bytes that are not UTF-8. Save the file as “CSV UTF-8”.",
            "Des octets qui ne sont pas de l’UTF-8. Enregistrez le fichier en « CSV UTF-8 »."
        ),
        Fault::Zero => words!(
            "A zero byte, which no text has; perhaps the file is UTF-16.",
            "Un octet nul, qu’aucun texte ne contient ; le fichier est peut-être en UTF-16."
        ),
        Fault::TooLong => words!(
            "A row of more than a megabyte or of more than 2,000 fields.",
            "Une ligne de plus d’un mégaoctet ou de plus de 2 000 champs."
        ),
        Fault::Broken(error) => words!("It cannot be unpacked: {error}.", "Impossible de le décompresser : {error}."),
    };
    notes.error(at, problem);
}

/// Says that a record has a fault of its own.
pub fn stray(notes: &mut Notes, at: At<'_>, record: &Record) {
    if let Some(fault) = &record.fault {
        refused(notes, at, fault);
    }
}

/// The names of the columns, their places, and the places of those called `metadata.…`.
type Header = (Vec<String>, HashMap<String, usize>, Vec<usize>);

/// Reads a file; each row that can be used goes to `each`. Whether it was read to its end.
pub fn read(
    (package, notes): (&mut Package, &mut Notes),
    (shape, mode, version): (&Shape, Mode, Version),
    prints: &Prints,
    each: &mut dyn FnMut(&Row<'_>, &mut Notes),
) -> bool {
    let file = shape.file();
    let from = match package.read(&file) {
        Ok(from) => from,
        Err(problem) => {
            notes.error(At::file(&file), problem);
            return false;
        }
    };
    let mut records = Records::new(from);
    let mut record = Record::default();
    let mut header: Option<Header> = None;
    let mut ids: HashSet<u128> = HashSet::new();
    loop {
        match records.next(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(fault) => {
                refused(notes, At::row(&file, record.row), &fault);
                return false;
            }
        }
        let row = At::row(&file, record.row);
        if record.row > MOST_ROWS {
            let problem = words!("More than 5 million rows.", "Plus de 5 millions de lignes.");
            notes.error(row, problem);
            return false;
        }
        if record.is_blank() {
            continue;
        }
        stray(notes, row, &record);
        let Some((names, places, metadata)) = &header else {
            let names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
            let Some(places) = columns(notes, row, &names, (shape, mode, version)) else { return false };
            let metadata = (0..names.len()).filter(|place| names.get(*place).is_some_and(|name| is_metadata(name)));
            header = Some((names.clone(), places, metadata.collect()));
            continue;
        };
        if !fits(notes, row, &record, names) {
            continue;
        }
        let get = |column: &str| places.get(column).and_then(|place| record.get(*place)).unwrap_or_default().trim();
        let gone = status(notes, row, get("status"));
        let id = get("sourcedId");
        if id.is_empty() {
            let problem = words!("There is no sourcedId.", "Il n’y a pas de sourcedId.");
            notes.error(row.column("sourcedId"), problem);
        } else if id.len() > 255 {
            let problem =
                words!("A sourcedId has fewer than 256 characters.", "Un sourcedId a moins de 256 caractères.");
            notes.error(row.column("sourcedId"), problem);
        } else if !ids.insert(prints.of(id)) {
            let id = quoted(id);
            let problem = words!("The sourcedId “{id}” is there twice.", "Le sourcedId « {id} » y est deux fois.");
            notes.error(row.column("sourcedId"), problem);
        }
        each(&Row { record: &record, places, metadata, gone, id, file: &file }, notes);
    }
    if header.is_none() {
        empty(notes, &file);
        return false;
    }
    true
}

fn is_metadata(name: &str) -> bool {
    name.starts_with("metadata.")
}

/// Whether a row goes with the header.
fn fits(notes: &mut Notes, row: At<'_>, record: &Record, names: &[String]) -> bool {
    let (found, wanted) = (record.len(), names.len());
    if found < wanted {
        let column = names.get(found).map(String::as_str).unwrap_or_default();
        notes.error(
            row.column(column),
            words!(
                "The row has too few fields: {found} of {wanted}.",
                "La ligne a trop peu de champs : {found} sur {wanted}."
            ),
        );
        return false;
    }
    if (wanted..found).any(|place| record.get(place).is_some_and(|field| !field.trim().is_empty())) {
        // A comma that is not in quotes has pushed the rest of the row into other columns.
        notes.error(
            row,
            words!(
                "The row has too many fields: {found}, and the header {wanted}. Is a comma not in quotes?",
                "La ligne a trop de champs : {found}, et l’en-tête {wanted}. Une virgule n’est-elle pas entre guillemets ?"
            ),
        );
        return false;
    }
    if found > wanted {
        let problem = words!("Empty fields at the end of the row.", "Des champs vides à la fin de la ligne.");
        notes.warn(row, problem);
    }
    true
}

/// Whether a row says that something goes.
fn status(notes: &mut Notes, row: At<'_>, status: &str) -> bool {
    match status {
        "" | "active" => false,
        "tobedeleted" => true,
        _ if status.eq_ignore_ascii_case("tobedeleted") => true,
        _ => {
            if !status.eq_ignore_ascii_case("active") {
                let status = quoted(status);
                notes.warn(
                    row.column("status"),
                    words!(
                        "“{status}” is no status; taken for active.",
                        "« {status} » n’est pas un état ; pris pour active."
                    ),
                );
            }
            false
        }
    }
}

/// The places of the columns, unless the header cannot be used.
fn columns(
    notes: &mut Notes,
    row: At<'_>,
    names: &[String],
    (shape, mode, version): (&Shape, Mode, Version),
) -> Option<HashMap<String, usize>> {
    let mut places = HashMap::new();
    let mut usable = true;
    for (place, name) in names.iter().enumerate() {
        if !name.is_empty() && places.insert(name.clone(), place).is_some() {
            let shown = quoted(name);
            let problem = words!("The column “{shown}” is there twice.", "La colonne « {shown} » y est deux fois.");
            notes.error(row.column(name), problem);
            usable = false;
        }
    }
    let own = names.iter().find(|name| sds::OWN.contains(&name.as_str()));
    let known = shape.columns(version);
    for column in &known {
        if places.contains_key(column.name) {
            continue;
        }
        let name = column.name;
        if column.required || (column.required_in_delta && mode == Mode::Delta) {
            usable = false;
            notes.error(row.column(name), lacking(name, names, own.is_some()));
        } else {
            let problem = words!("The column is missing.", "La colonne manque.");
            notes.warn(row.column(name), problem);
        }
    }
    if let Some(own) = own.filter(|_| usable) {
        let sds = sds::NAME;
        let problem = words!(
            "The column is of another format, {sds}; it is not read.",
            "La colonne est d’un autre format, {sds} ; elle n’est pas lue."
        );
        notes.warn(row.column(own), problem);
    }
    let found: Vec<&str> = names.iter().map(String::as_str).filter(|name| !is_metadata(name)).collect();
    let wanted: Vec<&str> = known.iter().map(|column| column.name).filter(|name| places.contains_key(*name)).collect();
    let first_metadata = names.iter().position(|name| is_metadata(name)).unwrap_or(names.len());
    let unknown = found.iter().find(|name| !wanted.contains(name));
    if let Some(unknown) = unknown {
        let shown = quoted(unknown);
        notes.warn(
            row.column(unknown),
            words!(
                "“{shown}” is no column of the standard; it is not read.",
                "« {shown} » n’est pas une colonne de la norme ; elle n’est pas lue."
            ),
        );
    } else if found != wanted || first_metadata < found.len() {
        notes.warn(
            row,
            words!(
                "The columns are in another order than the standard’s. They are read by name.",
                "Les colonnes ne sont pas dans l’ordre de la norme. Elles sont lues par leur nom."
            ),
        );
    }
    usable.then_some(places)
}

fn lacking(name: &str, names: &[String], sds: bool) -> crate::Words {
    let near = names.iter().find(|found| found.eq_ignore_ascii_case(name)).map(|found| quoted(found));
    if let Some(near) = near {
        return words!(
            "The column “{name}” is missing from the header; “{near}” is spelled otherwise.",
            "La colonne « {name} » manque dans l’en-tête ; « {near} » s’écrit autrement."
        );
    }
    if sds {
        let sds = sds::NAME;
        return words!(
            "The column “{name}” is missing from the header: this is the format of {sds}, not OneRoster.",
            "La colonne « {name} » manque dans l’en-tête : c’est le format de {sds}, pas OneRoster."
        );
    }
    words!("The column “{name}” is missing from the header.", "La colonne « {name} » manque dans l’en-tête.")
}
