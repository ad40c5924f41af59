//! A profile as an onlooker is shown it.

use std::collections::{BTreeSet, HashMap};

use super::draft::link;
use super::{Audience, Entry, Field, Kind, Onlooker, Photo, Profile, Tag, grade, suggest, tongue};
use crate::app::SHARED_NETWORKS;
use crate::database::{Connection, Result, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::people::store::profile as store;
use crate::people::{Card, Person};
use crate::web::{Language, Me, address};

/// What a page shows of one field.
#[derive(Debug)]
pub struct Part {
    /// The field, as an anchor.
    pub name: &'static str,
    /// Its word.
    pub title: String,
    /// What was written.
    pub words: String,
    /// The entries of a list, each with where others are who say the same; empty for who may not look.
    pub tags: Vec<(String, String)>,
    /// Addresses with what they are called.
    pub links: Vec<(String, String)>,
    /// Who may see it, for whoever owns it; else empty.
    pub seen: String,
}

/// With whose eyes somebody looks at a person.
pub async fn eyes(db: &mut Connection, me: Option<&Me>, person: PersonId) -> Result<Onlooker> {
    let Some(me) = me else { return Ok(Onlooker::Anyone) };
    if me.id == person {
        return Ok(Onlooker::Oneself);
    }
    let shared = SHARED_NETWORKS(db, me.id, &[person]).await?;
    Ok(Onlooker::Colleague(shared.into_iter().map(|(_, network)| network).collect()))
}

/// The whole profiles of people, for [`Profile::seen_by`]. Of who has left there is none, until they are back.
pub async fn of(db: &mut Connection, people: &[&Person]) -> Result<HashMap<PersonId, Profile>> {
    let here = people.iter().filter(|person| person.left_at.is_none());
    let here: Vec<_> = here.map(|person| (person.id, person.ask_me_about.as_str())).collect();
    with_asks(db, &here).await
}

/// What colleagues see of somebody is suggested no more when they leave, and again when they are back.
pub async fn moved(db: &mut Writing, person: &Person, (was_here, is_here): (bool, bool)) -> Result<()> {
    if was_here == is_here {
        return Ok(());
    }
    let said = with_asks(db, &[(person.id, person.ask_me_about.as_str())]).await?.remove(&person.id);
    let (said, nothing) = (said.unwrap_or_default(), Profile::default());
    let (before, after) = if was_here { (&said, &nothing) } else { (&nothing, &said) };
    suggest::recount(db, before, after).await
}

/// The whole profiles of people who have not left, with what lists say they can be asked about.
async fn with_asks(db: &mut Connection, people: &[(PersonId, &str)]) -> Result<HashMap<PersonId, Profile>> {
    let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
    let rows = store::of_all(db, &ids).await?;
    Ok(assembled(people, rows))
}

/// The profiles of people who were just added, of whom there is no more than these entries of lists.
pub fn fresh(people: &[Person], tags: &[store::TagRow]) -> HashMap<PersonId, Profile> {
    let here = people.iter().filter(|person| person.left_at.is_none());
    let here: Vec<_> = here.map(|person| (person.id, person.ask_me_about.as_str())).collect();
    assembled(&here, (Vec::new(), tags.to_vec(), Vec::new()))
}

type Rows = (Vec<store::FieldRow>, Vec<store::TagRow>, Vec<store::PhotoRow>);

fn assembled(people: &[(PersonId, &str)], (fields, tags, photos): Rows) -> HashMap<PersonId, Profile> {
    let mut profiles: HashMap<PersonId, Profile> = people.iter().map(|(id, _)| (*id, Profile::default())).collect();
    for row in fields {
        let Some(profile) = profiles.get_mut(&row.person_id) else { continue };
        let Ok(field) = row.field.parse::<Field>() else { continue };
        let audience = Audience::of_kept(&row.audience);
        profile.fields.insert(field, Entry { audience, words: row.words, tags: Vec::new() });
    }
    for row in tags {
        let Some(profile) = profiles.get_mut(&row.person_id) else { continue };
        let Ok(field) = row.field.parse::<Field>() else { continue };
        profile.fields.entry(field).or_default().tags.push(Tag { key: row.tag, label: row.label });
    }
    for row in photos {
        if let Some(profile) = profiles.get_mut(&row.person_id) {
            profile.photo = Some(Photo { file: row.file_id, small: row.small_id });
        }
    }
    for (id, ask) in people {
        if let Some(profile) = profiles.get_mut(id) {
            let entry = profile.fields.entry(Field::Ask).or_default();
            if entry.audience.is_for_colleagues() {
                entry.words = (*ask).to_owned();
            }
        }
    }
    profiles
}

/// What a colleague may see of the profiles of people in a list, none of whom has left.
pub async fn for_asker(db: &mut Connection, asker: PersonId, cards: &[Card]) -> Result<HashMap<PersonId, Profile>> {
    let asks: Vec<_> = cards.iter().map(|card| (card.id, card.ask_me_about.as_str())).collect();
    let whole = with_asks(db, &asks).await?;
    // Few show anything to a network alone; for the others it is not asked who is in which.
    let some: Vec<PersonId> =
        whole.iter().filter(|(_, profile)| !profile.networks().is_empty()).map(|(id, _)| *id).collect();
    let mut shared: HashMap<PersonId, BTreeSet<NetworkId>> = HashMap::new();
    for (person, network) in SHARED_NETWORKS(db, asker, &some).await? {
        shared.entry(person).or_default().insert(network);
    }
    let seen = |(id, profile): (PersonId, Profile)| {
        let onlooker = Onlooker::Colleague(shared.remove(&id).unwrap_or_default());
        (id, profile.seen_by(&onlooker))
    };
    Ok(whole.into_iter().map(seen).collect())
}

/// The parts of a profile somebody may see, in the order of the fields; of one's own with who else sees them,
/// for which it is handed in what their networks are called.
pub fn shown(language: Language, seen: &Profile, onlooker: &Onlooker, networks: &[(NetworkId, String)]) -> Vec<Part> {
    let part = |(field, entry): (&Field, &Entry)| Part {
        name: field.word(),
        title: language.say(field.key()).to_string(),
        words: if *field == Field::Links { String::new() } else { entry.words.clone() },
        tags: match (onlooker, field.kind()) {
            (Onlooker::Anyone, _) | (_, Kind::List) => {
                in_words(language, *field, &entry.tags).into_iter().map(|tag| (tag, String::new())).collect()
            }
            _ => entry
                .tags
                .iter()
                .map(|tag| (tag.label.clone(), address("/people", &[(asks(*field), &tag.label)])))
                .collect(),
        },
        links: if *field == Field::Links { links(&entry.words) } else { Vec::new() },
        seen: if *onlooker == Onlooker::Oneself { entry.audience.in_words(language, networks) } else { String::new() },
    };
    seen.fields.iter().filter(|(_, entry)| !entry.is_empty()).map(part).collect()
}

/// The filter of the directory that finds who says something in a field.
fn asks(field: Field) -> &'static str {
    match field {
        Field::Shares => "shares",
        Field::Learns => "learns",
        _ => "about",
    }
}

/// The entries of a list in words.
pub fn in_words(language: Language, field: Field, tags: &[Tag]) -> Vec<String> {
    match field.kind() {
        Kind::List if field == Field::Grades => grade::together(language, tags),
        Kind::List => tongue::together(language, tags),
        _ => tags.iter().map(|tag| tag.label.clone()).collect(),
    }
}

/// The links of a field; one without a name is called by its address.
pub fn links(words: &str) -> Vec<(String, String)> {
    let named = |(address, label): (String, String)| {
        let bare =
            address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned();
        let label = if label.is_empty() { bare } else { label.trim_end_matches(':').to_owned() };
        (address, label)
    };
    words.lines().filter_map(link).map(named).collect()
}
