//! What search finds of people: their name, school and what to ask them about, for whoever is signed in.
//! Who has left is found no more.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Person, store};
use crate::database::{Connection, Result, Writing};
use crate::ids::{PersonId, SchoolId};
use crate::schools;
use crate::search::{self, Document, Kind, Source, Standing};

/// The people.
pub const FOUND: Source = Source { kind: Kind::Person, after: |db, after, most| Box::pin(after_id(db, after, most)) };

type Schools = HashMap<SchoolId, String>;

async fn schools_of(db: &mut Connection, people: &[Person]) -> Result<Schools> {
    // Of one person the one school is asked for, of many all names at once.
    match people {
        [] => Ok(Schools::new()),
        [Person { school_id: None, .. }] => Ok(Schools::new()),
        [Person { school_id: Some(id), .. }] => {
            Ok(schools::school(db, *id).await?.into_iter().map(|school| (school.id, school.name)).collect())
        }
        _ => Ok(schools::names(db).await?.into_iter().map(|school| (school.id, school.name)).collect()),
    }
}

fn of_person(person: &Person, schools: &Schools) -> Option<Document> {
    let school = person.school_id.and_then(|id| schools.get(&id)).map_or("", String::as_str);
    person.left_at.is_none().then(|| Document {
        id: person.id.0,
        kind: Kind::Person,
        href: format!("/people/{}", person.id),
        title: person.name.clone(),
        body: [person.ask_me_about.as_str(), school].join("\n").trim().to_owned(),
        standing: Standing::IN_THE_DISTRICT,
    })
}

/// Lets people be found who were just added.
pub async fn put_new(db: &mut Writing, people: &[Person]) -> Result<()> {
    let schools = schools_of(db, people).await?;
    let documents: Vec<_> = people.iter().filter_map(|person| of_person(person, &schools)).collect();
    search::put_new(db, &documents).await
}

/// Lets a person be found as they are now.
pub async fn put(db: &mut Writing, person: &Person) -> Result<()> {
    let schools = schools_of(db, std::slice::from_ref(person)).await?;
    match of_person(person, &schools) {
        Some(document) => search::put(db, &document).await,
        None => search::remove(db, person.id.0).await,
    }
}

async fn after_id(db: &mut Connection, after: Uuid, most: i64) -> anyhow::Result<Vec<(Uuid, Option<Document>)>> {
    let people = store::after(db, PersonId(after), most).await?;
    let schools = schools_of(db, &people).await?;
    Ok(people.iter().map(|person| (person.id.0, of_person(person, &schools))).collect())
}
