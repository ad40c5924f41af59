//! Schools: known again by their sourcedId, or by a name that only one school here has.

use std::collections::{HashMap, HashSet};

use oneroster::words;

use super::{Difference, Kept, Manner, SaidSchool};
use crate::ids::SchoolId;
use crate::schools::School;

/// The schools by what the set knows them by.
pub type Places = HashMap<String, SchoolId>;

/// Compares the schools.
pub fn compare<E>(
    set: &oneroster::Set,
    kept: &Kept,
    manner: Manner,
    difference: &mut Difference,
    id: &mut dyn FnMut() -> Result<uuid::Uuid, E>,
) -> Result<Places, E> {
    let by_id: HashMap<SchoolId, &School> = kept.schools.iter().map(|school| (school.id, school)).collect();
    let said: HashMap<&str, &SaidSchool> =
        kept.said_schools.iter().map(|said| (said.sourced_id.as_str(), said)).collect();
    let mut taken: HashSet<SchoolId> = kept.said_schools.iter().map(|said| said.school_id).collect();
    let mut places: Places = kept.said_schools.iter().map(|said| (said.sourced_id.clone(), said.school_id)).collect();
    let mut by_name: HashMap<String, Option<SchoolId>> = HashMap::new();
    for school in &kept.schools {
        // Of two schools of a name it cannot be told which is meant.
        by_name.entry(roster::fold(&school.name)).and_modify(|known| *known = None).or_insert(Some(school.id));
    }
    for org in set.orgs.iter().filter(|org| org.school && !org.gone) {
        let (sourced_id, name) = (org.sourced_id.to_string(), org.name.to_string());
        if let Some(said) = said.get(sourced_id.as_str()) {
            match by_id.get(&said.school_id).filter(|_| said.name != name) {
                Some(school) => {
                    let fresh = School {
                        name: name.clone(),
                        updated_at: manner.now.after(school.updated_at),
                        ..(*school).clone()
                    };
                    difference.changed_schools.push((fresh, school.updated_at));
                    difference.said_schools.push(SaidSchool { name, ..(*said).clone() });
                    difference.schools.change += 1;
                }
                None => difference.schools.unchanged += 1,
            }
            continue;
        }
        let known = by_name.get(&roster::fold(&name)).copied().flatten().filter(|school| taken.insert(*school));
        let school_id = if let Some(known) = known {
            difference.schools.unchanged += 1;
            known
        } else {
            let school = new(SchoolId(id()?), &name, manner);
            difference.schools.add += 1;
            difference.new_schools.push(school.clone());
            school.id
        };
        places.insert(sourced_id.clone(), school_id);
        difference.said_schools.push(SaidSchool { sourced_id, school_id, name });
    }
    stay(set, kept, difference);
    Ok(places)
}

fn new(id: SchoolId, name: &str, manner: Manner) -> School {
    School {
        id,
        source_key: None,
        name: name.to_owned(),
        level: None,
        district: None,
        address: None,
        city: None,
        postal_code: None,
        latitude: None,
        longitude: None,
        created_at: manner.now,
        updated_at: manner.now,
    }
}

/// A school that a set no longer names stays: closing one is somebody's decision.
fn stay(set: &oneroster::Set, kept: &Kept, difference: &mut Difference) {
    let gone: HashSet<&str> = match set.orgs_mode {
        oneroster::Mode::Absent => return,
        oneroster::Mode::Delta => set.orgs.iter().filter(|org| org.gone).map(|org| &*org.sourced_id).collect(),
        oneroster::Mode::Bulk => {
            let there: HashSet<&str> =
                set.orgs.iter().filter(|org| org.school && !org.gone).map(|org| &*org.sourced_id).collect();
            kept.said_schools.iter().map(|said| said.sourced_id.as_str()).filter(|id| !there.contains(id)).collect()
        }
    };
    for said in kept.said_schools.iter().filter(|said| gone.contains(said.sourced_id.as_str())) {
        let name = &said.name;
        super::people::warn(
            difference,
            ("orgs.csv", None, None),
            words!(
                "“{name}” is no longer in the set; it stays here.",
                "« {name} » n’est plus dans l’ensemble ; elle reste ici."
            ),
        );
    }
}
