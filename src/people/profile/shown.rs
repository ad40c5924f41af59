//! A profile as an onlooker is shown it.

use std::collections::HashMap;

use super::draft::link;
use super::{Audience, Entry, Field, Kind, Onlooker, Photo, Profile, Tag, grade, tongue};
use crate::database::{Connection, Result};
use crate::ids::PersonId;
use crate::people::Person;
use crate::people::store::profile as store;
use crate::web::{Language, Me};

/// What a page shows of one field.
#[derive(Debug)]
pub struct Part {
    /// The field, as an anchor.
    pub name: &'static str,
    /// Its word.
    pub title: String,
    /// What was written.
    pub words: String,
    /// The entries of a list.
    pub tags: Vec<String>,
    /// Addresses with what they are called.
    pub links: Vec<(String, String)>,
    /// Who may see it, for whoever owns it; else empty.
    pub seen: String,
}

/// With whose eyes somebody looks at a person.
pub fn eyes(me: Option<&Me>, person: PersonId) -> Onlooker {
    match me {
        None => Onlooker::Anyone,
        Some(me) if me.id == person => Onlooker::Oneself,
        Some(_) => Onlooker::Colleague,
    }
}

/// The whole profiles of people, for [`Profile::seen_by`]. Of who has left there is none, until they are back.
pub async fn of(db: &mut Connection, people: &[&Person]) -> Result<HashMap<PersonId, Profile>> {
    let here: Vec<&Person> = people.iter().filter(|person| person.left_at.is_none()).copied().collect();
    let ids: Vec<PersonId> = here.iter().map(|person| person.id).collect();
    let (fields, tags, photos) = store::of_all(db, &ids).await?;
    let mut profiles: HashMap<PersonId, Profile> = ids.iter().map(|id| (*id, Profile::default())).collect();
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
    for person in here {
        if let Some(profile) = profiles.get_mut(&person.id) {
            let entry = profile.fields.entry(Field::Ask).or_default();
            if entry.audience != Audience::Me {
                entry.words.clone_from(&person.ask_me_about);
            }
        }
    }
    Ok(profiles)
}

/// The parts of a profile somebody may see, in the order of the fields; of one's own with who else sees them.
pub fn shown(language: Language, seen: &Profile, own: bool) -> Vec<Part> {
    let part = |(field, entry): (&Field, &Entry)| Part {
        name: field.word(),
        title: language.say(field.key()).to_string(),
        words: if *field == Field::Links { String::new() } else { entry.words.clone() },
        tags: match field.kind() {
            Kind::List if *field == Field::Grades => grade::together(language, &entry.tags),
            Kind::List => tongue::together(language, &entry.tags),
            _ => entry.tags.iter().map(|tag| tag.label.clone()).collect(),
        },
        links: if *field == Field::Links { links(&entry.words) } else { Vec::new() },
        seen: if own { language.say(entry.audience.key()).to_string() } else { String::new() },
    };
    seen.fields.iter().filter(|(_, entry)| !entry.is_empty()).map(part).collect()
}

/// The links of a field; one without a name is called by its address.
fn links(words: &str) -> Vec<(String, String)> {
    let named = |(address, label): (String, String)| {
        let bare =
            address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned();
        let label = if label.is_empty() { bare } else { label.trim_end_matches(':').to_owned() };
        (address, label)
    };
    words.lines().filter_map(link).map(named).collect()
}
