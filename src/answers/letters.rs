//! Letters about places and about gatherings that moved, were called off or take place after all: one
//! letter a person, in their language, in the transaction that causes it.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::changed::Before;
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::gatherings::Gathering;
use crate::ids::PersonId;
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::schools;
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

/// What people who come, may come or wait must hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Another day, time or place.
    Moved,
    /// Called off.
    Cancelled,
    /// It takes place after all.
    Restored,
}

/// Tells people news of a gathering.
pub async fn news(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    news: News,
    before: Option<&Before>,
    said: &BTreeMap<PersonId, Answer>,
) -> anyhow::Result<()> {
    let place = place(db, gathering).await?;
    let people: Vec<_> = said.keys().copied().collect();
    for (person, language) in addressees(db, &people).await? {
        let Some(answer) = said.get(&person.id) else { continue };
        let (subject, opening) = match news {
            News::Moved => ("mail-moved-subject", "mail-moved-opening"),
            News::Cancelled => ("mail-cancelled-subject", "mail-cancelled-opening"),
            News::Restored => ("mail-restored-subject", "mail-restored-opening"),
        };
        let now = when(app, gathering, language);
        let mut parts = vec![
            language.say("mail-hello").with("name", &person.name).to_string(),
            language.say(opening).with("title", &gathering.title).with("when", &now).to_string(),
        ];
        if let (News::Moved, Some(before)) = (news, before) {
            parts.push(
                language
                    .say("mail-moved-before")
                    .with("before", before.words(gathering, today(app, gathering), language))
                    .to_string(),
            );
        }
        if news != News::Cancelled {
            parts.push(language.say("mail-now").with("when", now).with("place", &place).to_string());
        }
        if let Some(note) = gathering.note.as_deref().filter(|note| !note.is_empty()) {
            parts.push(language.say("mail-host-says").with("note", note).to_string());
        }
        if news != News::Cancelled {
            let stays = match answer {
                Answer::Waiting => "mail-stays-waiting",
                Answer::Maybe => "mail-stays-maybe",
                Answer::Yes | Answer::No => "mail-stays-yes",
            };
            parts.push(language.say(stays).to_string());
        }
        parts.push(link(app, gathering));
        let letter = Letter {
            subject: language
                .say(subject)
                .with("title", &gathering.title)
                .with("when", language.words().date(*gathering.date, today(app, gathering)))
                .to_string(),
            text: parts.join("\n\n") + "\n",
            name: person.name,
            email: person.email,
        };
        mail::send(db, app, &letter).await?;
    }
    Ok(())
}

/// The people of these ids, in their order, with their languages, but those who left; one query however
/// many they are.
async fn addressees(db: &mut Connection, ids: &[PersonId]) -> anyhow::Result<Vec<(Person, Language)>> {
    let people: Vec<Person> = match ids {
        [] => return Ok(Vec::new()),
        [id] => people::person(db, *id).await?.into_iter().filter(|person| person.left_at.is_none()).collect(),
        ids => people::all(db).await?.into_iter().filter(|person| ids.binary_search(&person.id).is_ok()).collect(),
    };
    // Read in this transaction: asking the app could wait for a connection that another waiting
    // transaction holds.
    let district = schools::district(db).await?;
    let district = district.and_then(|district| Language::of_tag(&district.language)).unwrap_or_default();
    Ok(people
        .into_iter()
        .map(|person| {
            let language = person.language.as_deref().and_then(Language::of_tag).unwrap_or(district);
            (person, language)
        })
        .collect())
}

fn today(app: &App, gathering: &Gathering) -> jiff::civil::Date {
    gathering.zone.today(app.now().timestamp())
}

fn when(app: &App, gathering: &Gathering, language: Language) -> String {
    language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today(app, gathering))
}

fn link(app: &App, gathering: &Gathering) -> String {
    format!("{}/gatherings/{}", app.url(), gathering.id)
}

/// The school and the room, or the link where there is no room.
async fn place(db: &mut Connection, gathering: &Gathering) -> anyhow::Result<String> {
    let school = match gathering.school_id {
        Some(id) => schools::school(db, id).await?.map(|school| school.name),
        None => None,
    };
    let parts = [school, Some(gathering.place.clone()), gathering.link.clone()];
    Ok(parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}
