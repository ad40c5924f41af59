//! What the roles of the standard are here: as the district says, and as usual where it says nothing.

use super::difference::Becomes;
use super::store;
use crate::database::{Connection, Result};
use crate::people::Role;

/// The staff roles of OneRoster 1.1 and 1.2, and `librarian`, which districts put in besides.
const USUAL: [(&str, Option<Role>); 10] = [
    ("administrator", Some(Role::Administrator)),
    ("aide", Some(Role::SupportStaff)),
    ("counselor", Some(Role::SupportStaff)),
    ("districtAdministrator", Some(Role::DistrictStaff)),
    ("librarian", Some(Role::TeacherLibrarian)),
    ("principal", Some(Role::Administrator)),
    ("proctor", None),
    ("siteAdministrator", Some(Role::Administrator)),
    ("systemAdministrator", Some(Role::DistrictStaff)),
    ("teacher", Some(Role::Teacher)),
];

/// What each role is here, by the name of the role.
pub async fn becomes(db: &mut Connection) -> Result<Vec<Becomes>> {
    let mut said = store::becomes(db).await?;
    for (source, role) in USUAL {
        if !said.iter().any(|one| one.source == source) {
            said.push(Becomes { source: source.to_owned(), role });
        }
    }
    said.sort_by(|one, other| one.source.cmp(&other.source));
    Ok(said)
}
