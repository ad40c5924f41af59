//! People: whom a set adds, changes, lets go and lets back in.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use oneroster::{Mode, Problem, User, words};

use super::guard::guard;
use super::held::{Roles, roles_of};
use super::schools::Places;
use super::{Changed, Difference, Kept, Manner, SaidPerson};
use crate::clock::Instant;
use crate::ids::{PersonId, SchoolId};
use crate::people::{Person, Role};

/// Adds a warning to the difference.
pub fn warn(
    difference: &mut Difference,
    (file, row, column): (&str, Option<u64>, Option<&str>),
    problem: oneroster::Words,
) {
    let (file, column) = (file.to_owned(), column.map(str::to_owned));
    difference.notes.warnings.add(Problem { file, row, column, problem });
}

/// What is looked up again and again.
struct Here<'a> {
    kept: &'a Kept,
    manner: Manner,
    places: &'a Places,
    people: HashMap<PersonId, &'a Person>,
    /// Whose an address is, also of those who are only now added.
    addresses: HashMap<Cow<'a, str>, PersonId>,
    /// Who belongs to somebody of a set already.
    taken: HashSet<PersonId>,
    stewards: usize,
}

/// What a set says of somebody, with what was said before.
struct Said<'a> {
    user: &'a User,
    before: Option<&'a SaidPerson>,
    held: Roles,
    given: Vec<Role>,
    school: Option<SchoolId>,
    /// Whether it is by a set that they have an account.
    stays: bool,
}

/// Compares the people.
pub fn compare<E>(
    set: &oneroster::Set,
    kept: &Kept,
    manner: Manner,
    (difference, places): (&mut Difference, &Places),
    id: &mut dyn FnMut() -> Result<uuid::Uuid, E>,
) -> Result<(), E> {
    if set.users_mode == Mode::Absent && set.roles_mode == Mode::Absent {
        return Ok(());
    }
    let before: HashMap<&str, &SaidPerson> =
        kept.said_people.iter().map(|said| (said.sourced_id.as_str(), said)).collect();
    let mut here = Here {
        kept,
        manner,
        places,
        people: kept.people.iter().map(|person| (person.id, person)).collect(),
        addresses: kept.people.iter().map(|person| (Cow::Borrowed(person.email.as_str()), person.id)).collect(),
        taken: kept.said_people.iter().filter_map(|said| said.person_id).collect(),
        stewards: 0,
    };
    let stewards = |person: &&Person| {
        person.left_at.is_none() && kept.roles.get(&person.id).is_some_and(|roles| roles.contains(&Role::Steward))
    };
    here.stewards = kept.people.iter().filter(stewards).count();
    // By whose they are, each one's in the order of the file. A list for each of 200,000 would take more room than this.
    let mut roles: Vec<&oneroster::Held> = set.roles.iter().collect();
    roles.sort_by(|one, other| one.user.cmp(&other.user));
    let mut named: HashSet<&str> = HashSet::new();
    for user in &set.users {
        named.insert(&user.sourced_id);
        let before = before.get(&*user.sourced_id).copied();
        let roles = roles_of(&roles, &user.sourced_id);
        one(&mut here, difference, (set, roles), (user, before), id)?;
    }
    // In a delta set roles may come and go of people whom its users.csv does not name.
    if set.roles_mode == Mode::Delta {
        for roles in roles.chunk_by(|one, other| one.user == other.user) {
            let user = roles.first().map(|held| &*held.user).filter(|user| !named.contains(user));
            if let Some(before) = user.and_then(|user| before.get(user).copied()) {
                let user = as_before(before);
                one(&mut here, difference, (set, roles), (&user, Some(before)), id)?;
            }
        }
    }
    if set.users_mode == Mode::Bulk {
        for said in kept.said_people.iter().filter(|said| !named.contains(said.sourced_id.as_str())) {
            let user = User { gone: true, ..as_before(said) };
            one(&mut here, difference, (set, &[]), (&user, Some(said)), id)?;
        }
    }
    guard(kept, manner, difference);
    Ok(())
}

fn as_before(said: &SaidPerson) -> User {
    User {
        sourced_id: said.sourced_id.as_str().into(),
        name: said.name.as_str().into(),
        email: said.email.as_str().into(),
        primary_org: Box::default(),
        // Who left though they had a role was disabled, or taken out: roles alone bring them back no more. Who left
        // for want of a role is back with one.
        enabled: said.gone_at.is_none() || said.given.is_empty(),
        librarian: said.given.split(' ').any(|role| role == Role::TeacherLibrarian.word()),
        gone: false,
        row: 0,
    }
}

/// Compares somebody.
fn one<E>(
    here: &mut Here<'_>,
    difference: &mut Difference,
    (set, roles): (&oneroster::Set, &[&oneroster::Held]),
    (user, before): (&User, Option<&SaidPerson>),
    id: &mut dyn FnMut() -> Result<uuid::Uuid, E>,
) -> Result<(), E> {
    let mut held = match (set.roles_mode, before, set.version) {
        (Mode::Delta | Mode::Absent, Some(before), Some(oneroster::Version::V12)) => Roles::of_text(&before.held),
        _ => Roles::default(),
    };
    roles.iter().for_each(|role| held.take(role));
    let school = held.place(&user.primary_org, |org| here.places.get(org).copied());
    let given = given(here.kept, &held, user.librarian);
    let stays = !user.gone && user.enabled && !given.is_empty();
    let said = Said { user, before, held, given, school, stays };
    let known = before.and_then(|before| before.person_id).and_then(|id| here.people.get(&id).copied());
    let person = match known {
        Some(known) => Some(existing(here, difference, &said, known)),
        None if said.stays => match found(here, difference, &said) {
            Found::Nobody => Some(new(here, difference, &said, PersonId(id()?))),
            Found::Somebody(known) => Some(existing(here, difference, &said, known)),
            Found::NoAddress => None,
        },
        // A user of a delta set without a role, whom nobody knows, is no concern of ours.
        None if said.held.is_empty() && before.is_none() => return Ok(()),
        None => None,
    };
    note(here, difference, &said, person);
    Ok(())
}

/// What they have here from what they hold there.
fn given(kept: &Kept, held: &Roles, librarian: bool) -> Vec<Role> {
    let becomes = |source: &str| kept.becomes.get(source).copied().flatten();
    let mut given: Vec<Role> = held.iter().filter_map(|line| becomes(&line.role)).collect();
    if librarian && !held.is_empty() {
        given.extend(becomes("librarian"));
    }
    if given.contains(&Role::TeacherLibrarian) {
        given.retain(|role| *role != Role::Teacher);
    }
    given.sort_unstable();
    given.dedup();
    given
}

enum Found<'a> {
    Nobody,
    Somebody(&'a Person),
    NoAddress,
}

/// Who has the address, if it is one.
fn found<'a>(here: &mut Here<'a>, difference: &mut Difference, said: &Said<'_>) -> Found<'a> {
    let email = said.user.email.to_lowercase();
    let (row, name) = (said.user.row, &said.user.name);
    let at = ("users.csv", Some(row), Some("email"));
    if email.is_empty() || roster::people::email_fault(&email).is_some() {
        let problem = if email.is_empty() {
            words!(
                "{name} has no e-mail address to sign in with, and is left out.",
                "{name} n’a pas d’adresse de courriel pour se connecter, et est laissé de côté."
            )
        } else {
            words!(
                "The address of {name} is none, so {name} is left out.",
                "L’adresse de {name} n’en est pas une ; {name} est laissé de côté."
            )
        };
        warn(difference, at, problem);
        return Found::NoAddress;
    }
    match here.addresses.get(email.as_str()).copied() {
        None => Found::Nobody,
        Some(person) if here.taken.contains(&person) => {
            warn(
                difference,
                at,
                words!(
                    "{name} has the address of somebody else in the set, and is left out.",
                    "{name} a l’adresse d’une autre personne de l’ensemble, et est laissé de côté."
                ),
            );
            Found::NoAddress
        }
        Some(person) => match here.people.get(&person).copied() {
            Some(person) => {
                here.taken.insert(person.id);
                Found::Somebody(person)
            }
            None => Found::NoAddress,
        },
    }
}

fn new(here: &mut Here<'_>, difference: &mut Difference, said: &Said<'_>, id: PersonId) -> (PersonId, Option<Instant>) {
    let email = said.user.email.to_lowercase();
    here.addresses.insert(email.clone().into(), id);
    here.taken.insert(id);
    difference.people.add += 1;
    difference.new_roles.extend(said.given.iter().map(|role| (id, *role)));
    difference.new_people.push(Person {
        id,
        name: said.user.name.to_string(),
        email,
        school_id: said.school,
        language: None,
        ask_me_about: String::new(),
        created_at: here.manner.now,
        updated_at: here.manner.now,
        left_at: None,
    });
    (id, None)
}

/// Somebody who has an account; answers with who, and when a set let them go.
fn existing(
    here: &mut Here<'_>,
    difference: &mut Difference,
    said: &Said<'_>,
    person: &Person,
) -> (PersonId, Option<Instant>) {
    let gone_at = said.before.and_then(|before| before.gone_at);
    let roles = here.kept.roles.get(&person.id).map_or(&[][..], Vec::as_slice);
    if !said.stays {
        // Somebody whom a set let go, and who is here all the same, was let back in by hand.
        if person.left_at.is_some() || gone_at.is_some() {
            difference.people.unchanged += u64::from(!said.user.gone);
            return (person.id, gone_at);
        }
        if roles.contains(&Role::Steward) {
            if here.stewards == 1 {
                let name = &person.name;
                let problem = words!(
                    "{name} is the last who looks after Klatsch, and stays.",
                    "{name} est la dernière personne à s’occuper de Klatsch, et reste."
                );
                warn(difference, ("users.csv", None, None), problem);
                difference.people.unchanged += 1;
                return (person.id, None);
            }
            here.stewards -= 1;
        }
        let now = here.manner.now;
        let fresh = Person { left_at: Some(now), updated_at: now.after(person.updated_at), ..person.clone() };
        // Who leaves because their last role ended has it no more, should they come back with another.
        let after = (!said.user.gone && said.user.enabled).then(|| roles_after(roles, said));
        difference.people.leave += 1;
        difference.changed_people.push(Changed {
            person: fresh,
            version: person.updated_at,
            roles: after.filter(|after| after.len() != roles.len()),
            gone: Some(true),
        });
        return (person.id, Some(now));
    }
    if person.left_at.is_some() && gone_at.is_none() {
        let name = &person.name;
        let problem = words!(
            "{name} has left the district here. Let them back in on their page, if they are back.",
            "{name} a quitté le district ici. Réadmettez cette personne sur sa page si elle est revenue."
        );
        warn(difference, ("users.csv", Some(said.user.row), None), problem);
        difference.people.unchanged += 1;
        return (person.id, None);
    }
    let after = roles_after(roles, said);
    let same_roles = after.len() == roles.len() && after.iter().all(|role| roles.contains(role));
    let mut fresh = as_said(here, difference, said, person);
    fresh.left_at = None;
    if fresh == *person && same_roles {
        difference.people.unchanged += 1;
    } else {
        fresh.updated_at = here.manner.now.after(person.updated_at);
        difference.people.change += 1;
        let roles = (!same_roles).then_some(after);
        let gone = person.left_at.is_some().then_some(false);
        difference.changed_people.push(Changed { person: fresh, version: person.updated_at, roles, gone });
    }
    (person.id, None)
}

/// The person with what is said otherwise than last time. Of somebody who was here before the first set, name and
/// school stay as they are.
fn as_said(here: &mut Here<'_>, difference: &mut Difference, said: &Said<'_>, person: &Person) -> Person {
    let mut fresh = person.clone();
    let (user, before) = (said.user, said.before);
    if before.is_some_and(|before| before.name != *user.name && !user.name.is_empty()) {
        fresh.name = user.name.to_string();
    }
    if said.school.is_some() && before.is_none_or(|before| before.school_id != said.school) {
        fresh.school_id = match before {
            None => person.school_id.or(said.school),
            Some(_) => said.school,
        };
    }
    let email = user.email.to_lowercase();
    let other = before.is_some_and(|before| before.email != email) && email != person.email;
    if other && roster::people::email_fault(&email).is_none() {
        match here.addresses.get(email.as_str()) {
            Some(owner) if *owner != person.id => {
                let name = &user.name;
                let problem = words!(
                    "The new address of {name} is somebody else’s; the old one stays.",
                    "La nouvelle adresse de {name} est celle d’une autre personne ; l’ancienne reste."
                );
                warn(difference, ("users.csv", Some(user.row), Some("email")), problem);
            }
            _ => {
                here.addresses.insert(email.clone().into(), person.id);
                fresh.email = email;
            }
        }
    }
    fresh
}

/// The roles somebody has after a set: what was given by the last goes, what is given by this comes, and what was
/// given by hand stays. A teacher-librarian is a teacher in the standard, and is not made one here.
fn roles_after(roles: &[Role], said: &Said<'_>) -> Vec<Role> {
    let given_before = said.before.map_or("", |before| before.given.as_str());
    let before: HashSet<&str> = given_before.split(' ').collect();
    let mut after: Vec<Role> = roles.iter().copied().filter(|role| !before.contains(role.word())).collect();
    // One that the last set gave and that was taken away by hand does not come again.
    after.extend(said.given.iter().copied().filter(|role| !before.contains(role.word()) || roles.contains(role)));
    if after.contains(&Role::TeacherLibrarian) && (!roles.contains(&Role::Teacher) || before.contains("teacher")) {
        after.retain(|role| *role != Role::Teacher);
    }
    after.sort_unstable();
    after.dedup();
    after
}

/// Notes what was said, where that is different.
fn note(here: &Here<'_>, difference: &mut Difference, said: &Said<'_>, person: Option<(PersonId, Option<Instant>)>) {
    let words: Vec<&str> = said.given.iter().map(|role| role.word()).collect();
    let (user, before) = (said.user, said.before);
    let fresh = SaidPerson {
        sourced_id: user.sourced_id.to_string(),
        person_id: person.map(|(id, _)| id),
        name: if user.name.is_empty() {
            before.map_or(String::new(), |before| before.name.clone())
        } else {
            user.name.to_string()
        },
        // An address that somebody else has is asked for again by the next set.
        email: match here.addresses.get(user.email.to_lowercase().as_str()) {
            Some(owner) if person.is_some_and(|(id, _)| id != *owner) => {
                before.map_or_else(|| user.email.to_lowercase(), |before| before.email.clone())
            }
            _ => user.email.to_lowercase(),
        },
        school_id: said.school,
        held: said.held.text(),
        given: words.join(" "),
        gone_at: match person {
            Some((_, gone_at)) => gone_at,
            None => (!said.stays).then_some(before.and_then(|before| before.gone_at).unwrap_or(here.manner.now)),
        },
    };
    // Who goes keeps what was said of them, to be known again by.
    let fresh = match before.filter(|_| user.gone) {
        Some(before) => SaidPerson { gone_at: fresh.gone_at, ..before.clone() },
        None if user.gone => return,
        None => fresh,
    };
    if before != Some(&fresh) {
        difference.said_people.push(fresh);
    }
}
