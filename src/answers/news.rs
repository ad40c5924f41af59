//! Letters about gatherings that moved, were called off or take place after all: to each who comes, may
//! come or waits one letter, however many dates of a series changed at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::answer::Answer;
use super::changed::Before;
use super::letters::{addressees, link, today, when};
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::gatherings::Gathering;
use crate::ids::{PersonId, SchoolId};
use crate::mail::{self, Letter};
use crate::schools;
use crate::web::Language;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Another day, time or place.
    Moved,
    /// Called off.
    Cancelled,
    /// It takes place after all.
    Restored,
}

/// What happened to one gathering, and who must hear.
#[derive(Debug)]
pub struct Item {
    /// What happened.
    pub news: News,
    /// The gathering as it is now.
    pub gathering: Gathering,
    /// When and where it was to be.
    pub before: Option<Before>,
    /// Who comes, may come or waits.
    pub said: BTreeMap<PersonId, Answer>,
}

/// Tells everyone, in the order of the items.
pub async fn tell(db: &mut Writing, app: &App, items: &[Item]) -> anyhow::Result<()> {
    let people: BTreeSet<_> = items.iter().flat_map(|item| item.said.keys().copied()).collect();
    let people: Vec<_> = people.into_iter().collect();
    let schools = schools_of(db, items).await?;
    for (person, language) in addressees(db, &people).await? {
        let told: Vec<_> = items.iter().filter(|item| item.said.contains_key(&person.id)).collect();
        let (subject, mut parts) = match told.as_slice() {
            [] => continue,
            [item] => alone(app, item, person.id, language, &schools),
            [first, ..] => together(app, first, &told, language, &schools),
        };
        parts.insert(0, language.say("mail-hello").with("name", &person.name).to_string());
        let letter = Letter { subject, text: parts.join("\n\n") + "\n", name: person.name, email: person.email };
        mail::send(db, app, &letter).await?;
    }
    Ok(())
}

/// Subject and paragraphs of a letter about one gathering.
fn alone(
    app: &App,
    item: &Item,
    person: PersonId,
    language: Language,
    schools: &HashMap<SchoolId, String>,
) -> (String, Vec<String>) {
    let Item { news, gathering, before, said } = item;
    let (subject, opening) = match news {
        News::Moved => ("mail-moved-subject", "mail-moved-opening"),
        News::Cancelled => ("mail-cancelled-subject", "mail-cancelled-opening"),
        News::Restored => ("mail-restored-subject", "mail-restored-opening"),
    };
    let today = today(app, gathering);
    let now = when(app, gathering, language);
    let mut parts = vec![language.say(opening).with("title", &gathering.title).with("when", &now).to_string()];
    if let (News::Moved, Some(before)) = (news, before) {
        let before = before.words(gathering, today, language);
        parts.push(language.say("mail-moved-before").with("before", before).to_string());
    }
    if *news != News::Cancelled {
        parts.push(language.say("mail-now").with("when", now).with("place", place(gathering, schools)).to_string());
    }
    if let Some(note) = gathering.note.as_deref().filter(|note| !note.is_empty()) {
        parts.push(language.say("mail-host-says").with("note", note).to_string());
    }
    if *news != News::Cancelled {
        let stays = match said.get(&person) {
            Some(Answer::Waiting) => "mail-stays-waiting",
            Some(Answer::Maybe) => "mail-stays-maybe",
            _ => "mail-stays-yes",
        };
        parts.push(language.say(stays).to_string());
    }
    parts.push(link(app, gathering));
    let date = language.words().date(*gathering.date, today);
    (language.say(subject).with("title", &gathering.title).with("when", date).to_string(), parts)
}

/// Subject and paragraphs of a letter about several dates of a series.
fn together(
    app: &App,
    first: &Item,
    told: &[&Item],
    language: Language,
    schools: &HashMap<SchoolId, String>,
) -> (String, Vec<String>) {
    let title = &first.gathering.title;
    let subject = language.say("mail-changes-subject").with("title", title).with("count", told.len()).to_string();
    let mut parts = vec![language.say("mail-changes-opening").with("title", title).to_string()];
    for Item { news, gathering, before, .. } in told.iter().copied() {
        let now = when(app, gathering, language);
        let mut line = match news {
            News::Cancelled => language.say("mail-line-cancelled").with("when", now).to_string(),
            News::Restored => language.say("mail-line-restored").with("when", now).to_string(),
            News::Moved => language.say("mail-line-moved").with("when", now).to_string(),
        };
        match (news, before) {
            (News::Cancelled, _) => {}
            (_, before) => {
                line.push('\n');
                line.push_str(&place(gathering, schools));
                if let Some(before) = before {
                    let before = before.words(gathering, today(app, gathering), language);
                    line.push('\n');
                    line.push_str(&language.say("mail-moved-before").with("before", before).to_string());
                }
            }
        }
        if let Some(note) = gathering.note.as_deref().filter(|note| !note.is_empty()) {
            line.push('\n');
            line.push_str(&language.say("mail-host-says").with("note", note).to_string());
        }
        parts.push(line);
    }
    parts.push(language.say("mail-changes-stay").to_string());
    parts.push(match first.gathering.series_id {
        Some(series) => format!("{}/series/{series}", app.url()),
        None => link(app, &first.gathering),
    });
    (subject, parts)
}

async fn schools_of(db: &mut Connection, items: &[Item]) -> anyhow::Result<HashMap<SchoolId, String>> {
    let ids: BTreeSet<SchoolId> = items.iter().filter_map(|item| item.gathering.school_id).collect();
    let names = schools::names_of(db, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(names.into_iter().map(|school| (school.id, school.name)).collect())
}

/// The room, the school, and the link for those who join from afar.
fn place(gathering: &Gathering, schools: &HashMap<SchoolId, String>) -> String {
    let school = gathering.school_id.and_then(|id| schools.get(&id)).map_or("", String::as_str);
    let parts = [gathering.place.as_str(), school, gathering.link.as_deref().unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
