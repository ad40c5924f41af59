//! What search finds of people: their name, school and what colleagues may see of what they say of themselves, for
//! whoever is signed in. Who has left is found no more.
//!
//! The directory's filters are marks of the same documents (`marks`): what somebody keeps to themselves is in none,
//! so that nobody finds them by it; what they show to a network is a mark of its own, for which its members ask.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::profile::{self, Audience, Field, Kind as Written, Onlooker, Profile};
use super::{Person, Role, store};
use crate::database::{Connection, Result, Writing};
use crate::ids::{NetworkId, PersonId, SchoolId};
use crate::schools::{self, Level};
use crate::search::{self, Document, Kind, Source, Standing};

/// The people.
pub const FOUND: Source = Source { kind: Kind::Person, after: |db, after, most| Box::pin(after_id(db, after, most)) };

/// The mark of a school's people.
pub fn at_school(school: SchoolId) -> String {
    search::mark('o', &school.to_string())
}

/// The mark of the people of a level's schools.
pub fn at_level(level: Level) -> String {
    search::mark('l', level.word())
}

/// The mark of those who hold a role.
pub fn in_role(role: Role) -> String {
    search::mark('r', role.word())
}

/// The mark of those who say something in a field.
pub fn says(field: Field, key: &str) -> String {
    search::mark('t', &format!("{} {key}", field.word()))
}

/// The mark of those who can be asked about something, in whatever field they say so.
pub fn asked_about(key: &str) -> String {
    search::mark('a', key)
}

/// The mark of those who say something in a field to the members of a network, who alone ask for it.
pub fn says_in(field: Field, key: &str, network: NetworkId) -> String {
    search::mark('n', &format!("{network} {} {key}", field.word()))
}

/// The mark of those who say to the members of a network that they can be asked about something.
pub fn asked_about_in(key: &str, network: NetworkId) -> String {
    search::mark('b', &format!("{network} {key}"))
}

/// What people are found with.
struct Beside {
    schools: HashMap<SchoolId, schools::Name>,
    roles: HashMap<PersonId, Vec<Role>>,
    profiles: HashMap<PersonId, Profile>,
    /// The networks people are in, of those who show something to one.
    networks: HashMap<PersonId, Vec<NetworkId>>,
}

impl Beside {
    async fn load(db: &mut Connection, people: &[Person]) -> Result<Beside> {
        let ids: BTreeSet<SchoolId> = people.iter().filter_map(|person| person.school_id).collect();
        let names = schools::names_of(db, &ids.into_iter().collect::<Vec<_>>()).await?;
        let here: Vec<&Person> = people.iter().collect();
        let mut roles: HashMap<PersonId, Vec<Role>> = HashMap::new();
        let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
        for row in store::directory::some(db, &ids).await? {
            roles.entry(row.id).or_default().extend(row.role);
        }
        let profiles = profile::of(db, &here).await?;
        let mut networks = HashMap::new();
        for (id, profile) in &profiles {
            if !profile.networks().is_empty() {
                networks.insert(*id, profile::networks(db, *id).await?);
            }
        }
        Ok(Beside { networks, schools: names.into_iter().map(|school| (school.id, school)).collect(), roles, profiles })
    }

    /// The marks of what somebody says to the members of networks they are in.
    fn within(&self, person: PersonId) -> Vec<String> {
        let (Some(profile), Some(networks)) = (self.profiles.get(&person), self.networks.get(&person)) else {
            return Vec::new();
        };
        let mut marks = Vec::new();
        for (field, entry) in &profile.fields {
            let Audience::Network(network) = entry.audience else { continue };
            for tag in entry.tags.iter().filter(|_| networks.contains(&network)) {
                marks.push(says_in(*field, &tag.key, network));
                if Field::ABOUT.contains(field) {
                    marks.push(asked_about_in(&tag.key, network));
                }
            }
        }
        marks
    }

    fn of(&self, person: &Person) -> Option<Document> {
        let school = person.school_id.and_then(|id| self.schools.get(&id));
        let seen =
            self.profiles.get(&person.id).map(|profile| profile.seen_by(&Onlooker::COLLEAGUE)).unwrap_or_default();
        let mut body = Vec::new();
        let mut marks = BTreeSet::new();
        for (field, entry) in &seen.fields {
            match field.kind() {
                Written::Words(_) if *field != Field::Pronouns && *field != Field::Links => {
                    body.push(entry.words.clone())
                }
                Written::Tags => body.push(profile::Tag::line(&entry.tags)),
                _ => {}
            }
            for tag in &entry.tags {
                marks.insert(says(*field, &tag.key));
                if Field::ABOUT.contains(field) {
                    marks.insert(asked_about(&tag.key));
                }
            }
        }
        marks.extend(self.within(person.id));
        body.extend(school.map(|school| school.name.clone()));
        marks.extend(school.map(|school| at_school(school.id)));
        marks.extend(school.and_then(|school| school.level).map(at_level));
        marks.extend(self.roles.get(&person.id).into_iter().flatten().map(|role| in_role(*role)));
        person.left_at.is_none().then(|| Document {
            id: person.id.0,
            kind: Kind::Person,
            href: format!("/people/{}", person.id),
            title: person.name.clone(),
            body: body.join("\n"),
            standing: Standing::IN_THE_DISTRICT,
            marks: marks.into_iter().collect(),
        })
    }
}

/// Lets people be found who were just added, with the roles and the entries of lists they were added with: there is
/// nothing else of them that would have to be asked for.
pub async fn put_new(
    db: &mut Writing,
    people: &[Person],
    roles: &[(PersonId, Role)],
    tags: &[store::profile::TagRow],
) -> Result<()> {
    let mut held: HashMap<PersonId, Vec<Role>> = HashMap::new();
    for (person, role) in roles {
        held.entry(*person).or_default().push(*role);
    }
    let ids: BTreeSet<SchoolId> = people.iter().filter_map(|person| person.school_id).collect();
    let names = schools::names_of(db, &ids.into_iter().collect::<Vec<_>>()).await?;
    let beside = Beside {
        schools: names.into_iter().map(|school| (school.id, school)).collect(),
        roles: held,
        profiles: profile::fresh(people, tags),
        // Nobody is in a network before they are here.
        networks: HashMap::new(),
    };
    for some in people.chunks(NEW_TOGETHER) {
        let documents: Vec<_> = some.iter().filter_map(|person| beside.of(person)).collect();
        search::put_new(db, &documents).await?;
    }
    Ok(())
}

/// How many are put at once.
const TOGETHER: usize = 500;

/// How many who are new are put at once: SQLite's index of words writes down what it gathered at each statement.
const NEW_TOGETHER: usize = 5_000;

/// Lets people be found as they are now.
pub async fn put(db: &mut Writing, people: &[Person]) -> Result<()> {
    for some in people.chunks(TOGETHER) {
        let beside = Beside::load(db, some).await?;
        for person in some {
            match beside.of(person) {
                Some(document) => search::put(db, &document).await?,
                None => search::remove(db, person.id.0).await?,
            }
        }
    }
    Ok(())
}

/// Lets the people of a school be found as they are now: it has another name or level.
pub async fn put_school(db: &mut Writing, school: SchoolId) -> Result<()> {
    let people = store::of_school(db, school).await?;
    put(db, &people).await
}

/// Somebody came into a network or left it: they are found, or are no more, by what they say to its members.
pub async fn moved(db: &mut Writing, person: PersonId) -> Result<()> {
    let Some(person) = store::person(db, person).await? else { return Ok(()) };
    let whole = profile::of(db, &[&person]).await?.remove(&person.id).unwrap_or_default();
    if whole.networks().is_empty() { Ok(()) } else { put(db, &[person]).await }
}

async fn after_id(db: &mut Connection, after: Uuid, most: i64) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let people = store::after(db, PersonId(after), most).await?;
    let beside = Beside::load(db, &people).await?;
    Ok(people.iter().map(|person| (person.id.0, beside.of(person))).collect())
}
