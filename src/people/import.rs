//! Taking over the people of a list.
//!
//! A person is known again by their e-mail address. What the list says replaces what is kept; an empty
//! school or an empty list of roles is left alone, and so is a person it does not name. Whoever was
//! marked as having left stays so: an old list must not let anyone in again. The role `steward` is never
//! given and never taken.

use std::collections::HashMap;

use roster::people::{Match, SchoolNames};

use super::{Person, Role, store};
use crate::app::App;
use crate::database::Writing;
use crate::ids::{PersonId, SchoolId};
use crate::schools::{self, Imported};

/// Takes over the people of a list. Nothing is kept until the caller commits.
///
/// # Errors
/// When the database fails, or somebody changed meanwhile; `people_email_key` is broken by a second import at the
/// same time.
pub async fn import(db: &mut Writing, app: &App, list: &roster::people::People) -> anyhow::Result<Imported> {
    let mut schools = Schools::new(schools::names(db).await?);
    let kept: HashMap<String, Person> =
        store::everyone(db).await?.into_iter().map(|person| (person.email.clone(), person)).collect();
    let mut held: HashMap<PersonId, Vec<Role>> = HashMap::new();
    for (person, role) in store::all_roles(db).await? {
        held.entry(person).or_default().push(role);
    }
    let now = app.now();
    let mut imported = Imported::of(list.read, &list.left_out);
    let (mut added, mut added_roles) = (Vec::new(), Vec::new());
    for listed in &list.rows {
        let school = match listed.school.as_deref().map(|name| schools.find(name)) {
            None => None,
            Some(Ok(school)) => Some(school),
            Some(Err(reason)) => {
                imported.leave_out(listed.row, reason);
                continue;
            }
        };
        let roles: Vec<Role> = listed.roles.iter().map(|role| Role::from(*role)).collect();
        let Some(person) = kept.get(&listed.key) else {
            let id = app.new_id()?;
            added_roles.extend(roles.into_iter().map(|role| (id, role)));
            added.push(Person {
                id,
                name: listed.name.clone(),
                email: listed.key.clone(),
                school_id: school,
                language: None,
                ask_me_about: String::new(),
                created_at: now,
                updated_at: now,
                left_at: None,
            });
            continue;
        };
        if person.left_at.is_some() {
            let reason = format!("“{}” has left the district. Let them back in on their page first.", person.name);
            imported.leave_out(listed.row, reason);
            continue;
        }
        let before = held.get(&person.id).map_or(&[][..], Vec::as_slice);
        let after = after(before, roles);
        let same_roles = after.len() == before.len() && after.iter().all(|role| before.contains(role));
        let mut fresh = Person { name: listed.name.clone(), school_id: school.or(person.school_id), ..person.clone() };
        if fresh == *person && same_roles {
            imported.unchanged += 1;
            continue;
        }
        fresh.updated_at = now.after(person.updated_at);
        // Whoever saved since the list was compared is not overwritten, nor told as changed.
        let name = &person.name;
        anyhow::ensure!(store::update(db, &fresh, person.updated_at).await?, "“{name}” changed meanwhile; try again");
        if !same_roles {
            store::set_roles(db, person.id, &after).await?;
        }
        imported.changed += 1;
    }
    store::insert_with_roles(db, &added, &added_roles).await?;
    imported.added = added.len() as u64;
    imported.left_out.sort_by_key(|left| left.row);
    Ok(imported)
}

/// The roles of somebody who had `before` and is listed with `listed`.
fn after(before: &[Role], listed: Vec<Role>) -> Vec<Role> {
    if listed.is_empty() {
        return before.to_vec();
    }
    let steward = before.iter().copied().filter(|role| *role == Role::Steward);
    listed.into_iter().chain(steward).collect()
}

/// The schools of the district, by the names that lists give them.
struct Schools {
    schools: Vec<schools::Name>,
    names: SchoolNames,
    /// What was found for a name: a list names the same few schools over and over.
    found: HashMap<String, Result<SchoolId, String>>,
}

impl Schools {
    fn new(schools: Vec<schools::Name>) -> Schools {
        let names: Vec<&str> = schools.iter().map(|school| school.name.as_str()).collect();
        Schools { names: SchoolNames::new(&names), schools, found: HashMap::new() }
    }

    /// The school a list means, or why it cannot be told.
    fn find(&mut self, name: &str) -> Result<SchoolId, String> {
        if let Some(found) = self.found.get(name) {
            return found.clone();
        }
        let found = self.look_up(name);
        self.found.insert(name.to_owned(), found.clone());
        found
    }

    fn look_up(&self, name: &str) -> Result<SchoolId, String> {
        let called = |place: &usize| self.schools.get(*place).map(|school| school.name.as_str());
        match self.names.find(name) {
            Match::Exact(place) => {
                self.schools.get(place).map(|school| school.id).ok_or_else(|| format!("There is no school “{name}”."))
            }
            Match::Nearest(_, nearest) => Err(format!("There is no school “{name}”. The nearest is “{nearest}”.")),
            Match::Several(places) => {
                let mut names: Vec<String> = places.iter().filter_map(called).map(|name| format!("“{name}”")).collect();
                let all = names.len();
                names.dedup();
                let reason = if names.len() == 1 {
                    format!("{all} schools are called {}.", names.concat())
                } else {
                    names.truncate(5);
                    let more = if all > names.len() { ", …" } else { "" };
                    format!("“{name}” could be {}{more}.", names.join(", "))
                };
                Err(reason)
            }
            Match::None if self.schools.is_empty() => {
                Err(format!("There is no school “{name}”: there are no schools yet. Import them first."))
            }
            Match::None => Err(format!("There is no school “{name}”, nor one like it.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, after};

    #[test]
    fn a_list_never_takes_the_stewardship_away() {
        let before = [Role::Teacher, Role::Steward];
        assert_eq!(after(&before, vec![Role::Administrator]), [Role::Administrator, Role::Steward]);
        assert_eq!(after(&before, Vec::new()), before);
        assert_eq!(after(&[], vec![Role::Teacher]), [Role::Teacher]);
    }
}
