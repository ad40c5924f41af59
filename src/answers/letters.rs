//! Letters about places: one letter a person, in their language, in the transaction that causes it.

use std::collections::BTreeMap;

use crate::app::App;
use crate::database::{Connection, Writing};
use crate::gatherings::Gathering;
use crate::ids::PersonId;
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::web::Language;

/// Tells those who were given a place; one letter for all the dates of a person.
pub async fn promoted<'a>(
    db: &mut Writing,
    app: &App,
    promoted: impl Iterator<Item = (&'a Gathering, PersonId)>,
) -> anyhow::Result<()> {
    let mut dates: BTreeMap<PersonId, Vec<&Gathering>> = BTreeMap::new();
    for (gathering, person) in promoted {
        dates.entry(person).or_default().push(gathering);
    }
    let people: Vec<_> = dates.keys().copied().collect();
    for (person, language) in addressees(db, &people).await? {
        let Some(gatherings) = dates.get_mut(&person.id) else { continue };
        gatherings.sort_by_key(|gathering| (gathering.starts_at, gathering.id));
        let Some(first) = gatherings.first() else { continue };
        let lines: Vec<_> = gatherings
            .iter()
            .map(|gathering| {
                format!("{}, {}\n{}", gathering.title, when(app, gathering, language), link(app, gathering))
            })
            .collect();
        let letter = Letter {
            subject: language
                .say("mail-promoted-subject")
                .with("title", &first.title)
                .with("when", language.words().date(*first.date, today(app, first)))
                .with("count", lines.len())
                .to_string(),
            text: language
                .say("mail-promoted-text")
                .with("name", &person.name)
                .with("count", lines.len())
                .with("dates", lines.join("\n\n"))
                .to_string(),
            name: person.name,
            email: person.email,
        };
        mail::send(db, app, &letter).await?;
    }
    Ok(())
}

/// The people of these ids, by name, with their languages, but those who left; a query for twenty of them.
pub async fn addressees(db: &mut Connection, ids: &[PersonId]) -> anyhow::Result<Vec<(Person, Language)>> {
    let people: Vec<Person> = match ids {
        [] => return Ok(Vec::new()),
        [id] => people::person(db, *id).await?.into_iter().filter(|person| person.left_at.is_none()).collect(),
        ids => people::some(db, ids).await?,
    };
    // Read in this transaction: asking the app could wait for a connection that another waiting
    // transaction holds.
    let district = people::district_language(db).await?;
    Ok(people
        .into_iter()
        .map(|person| {
            let language = person.reads(district);
            (person, language)
        })
        .collect())
}

/// The day it is where the gathering is.
pub fn today(app: &App, gathering: &Gathering) -> jiff::civil::Date {
    gathering.zone.today(app.now().timestamp())
}

/// Date and time of a gathering, as inside a sentence.
pub fn when(app: &App, gathering: &Gathering, language: Language) -> String {
    language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today(app, gathering))
}

/// The address of its page.
pub fn link(app: &App, gathering: &Gathering) -> String {
    format!("{}/gatherings/{}", app.url(), gathering.id)
}
