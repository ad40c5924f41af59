//! Users and their roles: who is staff, and who is counted and forgotten.

use std::collections::{HashMap, HashSet};

use crate::notes::{At, Notes, quoted};
use crate::package::Package;
use crate::room::{Room, short};
use crate::set::{Held, Orgs, Set, User, line};
use crate::shape::Shape;
use crate::table::{self, Prints, Row};
use crate::{Mode, Role, Version, words};

/// With what a file is read.
#[derive(Clone, Copy)]
pub struct With<'a> {
    /// Its shape.
    pub shape: &'a Shape,
    /// How it is meant.
    pub mode: Mode,
    /// The version of the set.
    pub version: Version,
    /// Prints of identifiers.
    pub prints: &'a Prints,
    /// The organisations.
    pub orgs: &'a Orgs,
}

/// What `roles.csv` says of a user.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    staff: bool,
    /// A role for which users are skipped: the primary one, or else the first.
    skipped: Option<(Role, bool)>,
}

/// What is known of users between the files.
#[derive(Debug, Default)]
pub struct Known {
    standings: HashMap<u128, Standing>,
    /// Rows of `roles.csv` and whose they are, to be held against `users.csv`.
    named: Vec<(u64, u128)>,
    /// The users there are, once `users.csv` was read to its end.
    users: Option<HashSet<u128>>,
    check: bool,
    /// `roles.csv` could not be read, so that nothing follows from a user without roles.
    broken: bool,
    roleless: u64,
    room: Room,
}

/// Says that a role is none of the standard.
pub fn unknown_role(row: &Row<'_>, version: Version, notes: &mut Notes) {
    let (role, number) = (quoted(row.get("role")), version.number());
    let known = Role::words(version);
    notes.error(
        row.at("role"),
        words!(
            "“{role}” is no role of OneRoster {number}: {known}.",
            "« {role} » n’est pas un rôle de OneRoster {number} : {known}."
        ),
    );
}

fn role(row: &Row<'_>, version: Version, notes: &mut Notes) -> Option<Role> {
    let role = Role::of_word(row.get("role")).filter(|role| role.is_of(version));
    if role.is_none() {
        unknown_role(row, version, notes);
    }
    role
}

/// Reads `roles.csv` of 1.2, before the users.
pub fn read_roles(set: &mut Set, package: &mut Package, known: &mut Known, with: &With<'_>) {
    let With { mode, version, prints, orgs, .. } = *with;
    let Set { roles, notes, .. } = set;
    let whole = table::read((package, notes), (with.shape, mode, version), prints, &mut |row, notes| {
        let user = row.get("userSourcedId");
        let org = row.get("orgSourcedId");
        let held = |role: Option<Role>| Held {
            sourced_id: short(row.id).into(),
            user: short(user).into(),
            org: short(org).into(),
            role,
            primary: row.get("roleType").eq_ignore_ascii_case("primary"),
            gone: row.gone,
        };
        if row.gone {
            // Which role it was is told by the last set when this one does not say it.
            let role = Role::of_word(row.get("role"));
            if mode == Mode::Delta && role.is_none_or(Role::is_staff) && known.room.take_in(row, notes) {
                roles.push(held(role));
            }
            return;
        }
        let role = role(row, version, notes);
        if user.is_empty() {
            let problem = words!("There is no userSourcedId.", "Il n’y a pas de userSourcedId.");
            notes.error(row.at("userSourcedId"), problem);
        } else if mode == Mode::Bulk {
            known.named.push((row.number(), prints.of(user)));
        }
        if org.is_empty() {
            let problem = words!("There is no orgSourcedId.", "Il n’y a pas d’orgSourcedId.");
            notes.error(row.at("orgSourcedId"), problem);
        } else if mode == Mode::Bulk {
            orgs.must_know(prints, org, row.at("orgSourcedId"), notes);
        }
        if !matches!(row.get("roleType"), "primary" | "secondary") {
            let problem = words!(
                "roleType is neither primary nor secondary; taken for secondary.",
                "roleType n’est ni primary ni secondary ; pris pour secondary."
            );
            notes.warn(row.at("roleType"), problem);
        }
        let Some(role) = role else { return };
        let held = held(Some(role));
        let standing = known.standings.entry(prints.of(user)).or_default();
        if role.is_staff() {
            standing.staff = true;
            if known.room.take_in(row, notes) {
                roles.push(held);
            }
        } else if standing.skipped.is_none_or(|(_, primary)| held.primary && !primary) {
            standing.skipped = Some((role, held.primary));
        }
    });
    known.check = whole && mode == Mode::Bulk;
    known.broken = !whole;
}

/// Reads `users.csv`.
pub fn read_users(set: &mut Set, package: &mut Package, known: &mut Known, with: &With<'_>) {
    let With { mode, version, prints, orgs, .. } = *with;
    let keep_ids = known.check && mode == Mode::Bulk;
    let mut ids = HashSet::new();
    let Set { users, roles, counts, notes, .. } = set;
    let whole = table::read((package, notes), (with.shape, mode, version), prints, &mut |row, notes| {
        if keep_ids {
            ids.insert(prints.of(row.id));
        }
        let enabled = row.gone || enabled(row, notes);
        if !row.gone && line(row.get("familyName")).is_empty() {
            let problem = words!("There is no familyName.", "Il n’y a pas de familyName.");
            notes.error(row.at("familyName"), problem);
        }
        let standing = match version {
            Version::V12 => known.standings.get(&prints.of(row.id)).copied().unwrap_or_default(),
            Version::V11 => one_role(row, with, notes, (roles, &mut known.room)),
        };
        let keeps = row.gone || standing.staff || (standing.skipped.is_none() && mode == Mode::Delta);
        let has_room = !keeps || known.room.take_in(row, notes);
        if row.gone {
            users.extend(has_room.then(|| user(row, enabled)));
            return;
        }
        let primary = row.get("primaryOrgSourcedId");
        if mode == Mode::Bulk && !primary.is_empty() && !orgs.knows(prints, primary) {
            let problem = words!(
                "No organisation of orgs.csv has this sourcedId.",
                "Aucune organisation d’orgs.csv n’a ce sourcedId."
            );
            notes.warn(row.at("primaryOrgSourcedId"), problem);
        }
        match standing {
            Standing { staff: true, .. } => {
                counts.staff += 1;
                users.extend(has_room.then(|| user(row, enabled)));
            }
            Standing { skipped: Some((role, _)), .. } => *counts.skipped.entry(role).or_default() += 1,
            // Whoever was staff before may only have changed their name.
            Standing { .. } if mode == Mode::Delta => users.extend(has_room.then(|| user(row, enabled))),
            Standing { .. } => known.roleless += 1,
        }
    });
    known.users = (whole && keep_ids).then_some(ids);
}

/// What the one role of 1.1 says, in each place of the list.
fn one_role(row: &Row<'_>, with: &With<'_>, notes: &mut Notes, (roles, room): (&mut Vec<Held>, &mut Room)) -> Standing {
    if row.gone {
        return Standing::default();
    }
    let role = role(row, with.version, notes);
    let mut seen = HashSet::new();
    let orgs = row.get("orgSourcedIds").split(',').map(str::trim);
    for org in orgs.filter(|org| !org.is_empty()).filter(|org| seen.insert(*org)) {
        if with.mode == Mode::Bulk {
            with.orgs.must_know(with.prints, org, row.at("orgSourcedIds"), notes);
        }
        if let Some(role) = role.filter(|role| role.is_staff())
            && room.take(org.len() + row.id.len(), row.at("orgSourcedIds"), notes)
        {
            let (sourced_id, user, org) = (Box::default(), short(row.id).into(), short(org).into());
            roles.push(Held { sourced_id, user, org, role: Some(role), primary: false, gone: false });
        }
    }
    if seen.is_empty() {
        let problem = words!("There is no orgSourcedId.", "Il n’y a pas d’orgSourcedId.");
        notes.error(row.at("orgSourcedIds"), problem);
    }
    match role {
        None => Standing::default(),
        Some(role) if role.is_staff() => Standing { staff: true, skipped: None },
        Some(role) => Standing { staff: false, skipped: Some((role, true)) },
    }
}

fn enabled(row: &Row<'_>, notes: &mut Notes) -> bool {
    let said = row.get("enabledUser");
    let enabled = match said {
        "true" => return true,
        "false" => return false,
        _ => !["false", "0", "no", "n", "f"].iter().any(|no| no.eq_ignore_ascii_case(said)),
    };
    let (said, taken) = (quoted(said), if enabled { "true" } else { "false" });
    notes.warn(
        row.at("enabledUser"),
        words!(
            "“{said}” is neither true nor false; taken for {taken}.",
            "« {said} » n’est ni true ni false ; pris pour {taken}."
        ),
    );
    enabled
}

fn user(row: &Row<'_>, enabled: bool) -> User {
    let preferred = |preferred: &str, legal: &str| {
        let preferred = line(row.get(preferred));
        if preferred.is_empty() { line(row.get(legal)) } else { preferred }
    };
    let given = preferred("preferredGivenName", "givenName");
    let family = preferred("preferredFamilyName", "familyName");
    User {
        sourced_id: short(row.id).into(),
        name: line(&format!("{given} {family}")).into(),
        email: short(row.get("email")).into(),
        primary_org: short(row.get("primaryOrgSourcedId")).into(),
        enabled,
        librarian: row.metadata().any(is_librarian),
        gone: row.gone,
        row: row.number(),
    }
}

/// Whether words of a district call somebody a librarian, in English or French.
fn is_librarian(said: &str) -> bool {
    let said = said.to_lowercase();
    ["librarian", "bibliothécaire", "bibliothecaire"].iter().any(|word| said.contains(word))
}

/// What can be said once all files were read.
pub fn settle(set: &mut Set, known: &Known) {
    if let Some(users) = &known.users {
        for (row, _) in known.named.iter().filter(|(_, user)| !users.contains(user)) {
            set.notes.error(
                At::row("roles.csv", *row).column("userSourcedId"),
                words!("No user of users.csv has this sourcedId.", "Aucun utilisateur de users.csv n’a ce sourcedId."),
            );
        }
    } else if known.check && set.users_mode == Mode::Absent {
        for (row, _) in &known.named {
            set.notes.error(
                At::row("roles.csv", *row).column("userSourcedId"),
                words!(
                    "No file of the set defines this user.",
                    "Aucun fichier de l’ensemble ne définit cet utilisateur."
                ),
            );
        }
    }
    let number = known.roleless;
    if number > 0 && !known.broken {
        set.notes.warn(
            At::file("users.csv"),
            words!(
                "Users without any role in roles.csv: {number}. They are not taken over.",
                "Utilisateurs sans aucun rôle dans roles.csv : {number}. Ils ne sont pas repris."
            ),
        );
    }
}
