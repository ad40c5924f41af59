//! What a set says, and reading it file by file.

use std::collections::{BTreeMap, HashSet};

use crate::manifest::{self, Manifest};
use crate::notes::{At, Notes, quoted};
use crate::package::Package;
use crate::people::{self, Known};
use crate::room::{Room, short};
use crate::shape::{self, Shape};
use crate::table::{self, Prints, Row};
use crate::{Mode, Role, Version, words};

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Org {
    /// What the set knows it by.
    pub sourced_id: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// Whether it is a school; a department or a district is none.
    pub school: bool,
    /// Whether it is no more.
    pub gone: bool,
}

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// What the set knows them by.
    pub sourced_id: Box<str>,
    /// Their name, as they prefer it.
    pub name: Box<str>,
    /// Their e-mail address, perhaps empty.
    pub email: Box<str>,
    /// The organisation the set calls theirs, perhaps empty.
    pub primary_org: Box<str>,
    /// Whether they may use systems.
    pub enabled: bool,
    /// Whether a column `metadata.…` calls them a librarian, which no role does.
    pub librarian: bool,
    /// Whether they are no more.
    pub gone: bool,
    /// Their row.
    pub row: u64,
}

/// A role that somebody of the staff holds somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What the set knows it by; empty in 1.1, where a user holds one role in a list of places.
    pub sourced_id: Box<str>,
    /// Whose.
    pub user: Box<str>,
    /// Where.
    pub org: Box<str>,
    /// Which; none when it goes and the row does not say.
    pub role: Option<Role>,
    /// Whether it is their first.
    pub primary: bool,
    /// Whether it is no more.
    pub gone: bool,
}

/// What is in a set, in numbers; what goes is in none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Schools.
    pub schools: u64,
    /// Users with a role that somebody has who works for the district.
    pub staff: u64,
    /// Users without one, by their role.
    pub skipped: BTreeMap<Role, u64>,
}

/// A set as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set {
    /// The version of the standard, where it is said.
    pub version: Option<Version>,
    /// How `orgs.csv` is meant.
    pub orgs_mode: Mode,
    /// How `users.csv` is meant.
    pub users_mode: Mode,
    /// How `roles.csv` is meant; in 1.1, where there is none, as `users.csv` is.
    pub roles_mode: Mode,
    /// The organisations.
    pub orgs: Vec<Org>,
    /// The staff, and in delta sets whoever goes or is named without a role.
    pub users: Vec<User>,
    /// The roles of the staff.
    pub roles: Vec<Held>,
    /// In numbers.
    pub counts: Counts,
    /// What is wrong or odd. A set with errors is refused whole.
    pub notes: Notes,
}

/// The organisations a set defines.
pub struct Orgs {
    /// Their prints; none when a set need not define what it names.
    prints: Option<HashSet<u128>>,
}

impl Orgs {
    /// Refuses an organisation that no file defines.
    pub fn must_know(&self, prints: &Prints, org: &str, at: At<'_>, notes: &mut Notes) {
        if let Some(known) = &self.prints
            && !known.contains(&prints.of(org))
        {
            let org = quoted(org);
            notes.error(
                at,
                words!(
                    "No organisation of orgs.csv has the sourcedId “{org}”.",
                    "Aucune organisation d’orgs.csv n’a le sourcedId « {org} »."
                ),
            );
        }
    }

    /// Whether an organisation is defined or need not be.
    pub fn knows(&self, prints: &Prints, org: &str) -> bool {
        self.prints.as_ref().is_none_or(|known| known.contains(&prints.of(org)))
    }
}

/// Reads a set.
pub fn read(mut package: Package, notes: Notes) -> Set {
    let mut set = Set { notes, ..Set::default() };
    let manifest = manifest::read(&mut package, &mut set.notes);
    set.version = manifest.version;
    let Some(version) = manifest.version else { return set };
    (set.orgs_mode, set.users_mode) = (manifest.mode("orgs"), manifest.mode("users"));
    set.roles_mode = if version == Version::V11 { set.users_mode } else { manifest.mode("roles") };
    let prints = Prints::default();
    let orgs = read_orgs(&mut set, &mut package, &manifest, (version, &prints));
    let mut known = Known::default();
    for shape in shape::FILES.iter().filter(|shape| shape.name != "orgs") {
        let mode = manifest.mode(shape.name);
        // A file that is said to be there and is not was named with the manifest.
        if mode == Mode::Absent || !package.has(&shape.file()) {
            continue;
        }
        let with = people::With { shape, mode, version, prints: &prints, orgs: &orgs };
        match shape.name {
            "roles" if version == Version::V12 => people::read_roles(&mut set, &mut package, &mut known, &with),
            "users" => people::read_users(&mut set, &mut package, &mut known, &with),
            _ => read_other(&mut set, &mut package, &with),
        }
    }
    people::settle(&mut set, &known);
    set
}

fn read_orgs(set: &mut Set, package: &mut Package, manifest: &Manifest, (version, prints): (Version, &Prints)) -> Orgs {
    let Some(shape) = shape::of("orgs").filter(|shape| set.orgs_mode != Mode::Absent && package.has(&shape.file()))
    else {
        // One that is missing was complained of; one that is absent defines nothing.
        let prints = (set.orgs_mode == Mode::Absent && !manifest.modes.is_empty()).then(HashSet::new);
        return Orgs { prints };
    };
    let mut defined = HashSet::new();
    let mut parents: Vec<(u64, u128)> = Vec::new();
    let mut room = Room::default();
    let Set { orgs, counts, notes, .. } = set;
    let whole = table::read((package, notes), (shape, set.orgs_mode, version), prints, &mut |row, notes| {
        defined.insert(prints.of(row.id));
        if !row.get("parentSourcedId").is_empty() && !row.gone {
            parents.push((row.number(), prints.of(row.get("parentSourcedId"))));
        }
        if let Some(org) = org(row, notes) {
            counts.schools += u64::from(org.school && !org.gone);
            orgs.extend(room.take_in(row, notes).then_some(org));
        }
    });
    let bulk = set.orgs_mode == Mode::Bulk;
    if whole && bulk {
        for (row, _) in parents.iter().filter(|(_, parent)| !defined.contains(parent)) {
            set.notes.warn(
                At::row("orgs.csv", *row).column("parentSourcedId"),
                words!("No row has the sourcedId of this parent.", "Aucune ligne n’a le sourcedId de ce parent."),
            );
        }
    }
    Orgs { prints: (whole && bulk).then_some(defined) }
}

fn org(row: &Row<'_>, notes: &mut Notes) -> Option<Org> {
    let school = match row.get("type") {
        "school" => true,
        "department" | "district" | "local" | "state" | "national" => false,
        kind => {
            if !row.gone && !kind.starts_with("ext:") {
                let kind = quoted(kind);
                notes.warn(
                    row.at("type"),
                    words!(
                        "“{kind}” is no kind of organisation of the standard; it is not taken for a school.",
                        "« {kind} » n’est pas un type d’organisation de la norme ; ce n’est pas pris pour une école."
                    ),
                );
            }
            false
        }
    };
    let name = line(row.get("name"));
    if name.is_empty() && school && !row.gone {
        notes.error(row.at("name"), words!("The school has no name.", "L’école n’a pas de nom."));
        return None;
    }
    // Of what is not a school only its being there matters.
    (school || row.gone).then(|| Org { sourced_id: short(row.id).into(), name: name.into(), school, gone: row.gone })
}

/// A file that Klatsch takes nothing from is looked through all the same: a set that is broken there is broken.
fn read_other(set: &mut Set, package: &mut Package, with: &people::With<'_>) {
    let people::With { shape, mode, version, prints, orgs } = *with;
    table::read((package, &mut set.notes), (shape, mode, version), prints, &mut |row, notes| {
        if row.gone {
            return;
        }
        let org = row.get("orgSourcedId");
        if mode == Mode::Bulk && !org.is_empty() {
            orgs.must_know(prints, org, row.at("orgSourcedId"), notes);
        }
        if is(shape, "enrollments") && Role::of_word(row.get("role")).is_none() {
            people::unknown_role(row, version, notes);
        }
    });
}

fn is(shape: &Shape, name: &str) -> bool {
    shape.name == name
}

/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 200;

/// A name on one line, without what is no letter of it.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_control()).filter(|word| !word.is_empty())
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    match line.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => line.get(..end).unwrap_or_default().trim_end().to_owned(),
        None => line,
    }
}
